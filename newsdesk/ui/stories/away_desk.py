"""Setting stories aside, throwing them into the trash and bringing them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.i18n import _, ngettext

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.open_story import OpenStory
    from newsdesk.ui.stories.chosen_stories import Target
    from newsdesk.ui.stories.moved_news import MovedNews
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks

Ids = list[int]


class AwayDesk(QObject):
    """Puts stories away and brings them back; each move can be undone, and none destroys anything.

    A story on the desk stays there, with every word typed so far kept before it is moved.
    """

    def __init__(self, tasks: Tasks, desk: StoryDesk, news: MovedNews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk = desk
        self._news = news
        self._newsroom: Newsroom | None = None

    def opened(self, newsroom: Newsroom) -> None:
        """Work in this newsroom from now on."""
        self._newsroom = newsroom

    def spike(self, targets: Sequence[Target]) -> None:
        """Set stories aside."""
        if self._newsroom is not None:
            self._move(targets, self._newsroom.putting_away.spike, _told_spiked, self.restore)

    def trash(self, targets: Sequence[Target]) -> None:
        """Throw stories into the trash."""
        if self._newsroom is not None:
            self._move(targets, self._newsroom.putting_away.trash, _told_trashed, self.restore)

    def restore(self, targets: Sequence[Target]) -> None:
        """Bring stories back from where they were put."""
        if self._newsroom is not None:
            self._move(targets, self._newsroom.putting_away.restore, _told_restored, self._put_back)

    def _put_back(self, targets: Sequence[Target]) -> None:
        """Undo a restoring: each goes back to where it was, as ``targets`` tell."""
        for away, put in ((True, self.trash), (False, self.spike)):
            those = [target for target in targets if target.trashed is away]
            if those:
                put(those)

    def _move(
        self,
        targets: Sequence[Target],
        move: Callable[[Sequence[int]], Ids],
        told: Callable[[Sequence[Target]], str],
        undo: Callable[[Sequence[Target]], None],
    ) -> None:
        newsroom, story = self._newsroom, self._desk.story
        if newsroom is None or not targets:
            return
        on_desk = story.id if story is not None else 0
        ids = [target.id for target in targets]
        if on_desk in ids:
            self._desk.autosave.keep_at_once()

        def work() -> tuple[Ids, OpenStory | None]:
            moved = move(ids)
            here = newsroom.drafting.look(on_desk) if on_desk in moved else None
            # After a colleague's revision that nobody has seen here, saving must say so.
            return moved, here if here is None or here.overtaken else self._desk.autosave.moved(here)

        def done(answer: tuple[Ids, OpenStory | None]) -> None:
            moved, here = answer
            if here is not None:
                self._desk.stands(here)
            went = [target for target in targets if target.id in moved]
            stayed = len(targets) - len(went)
            words = [told(went)] if went else []
            if stayed:
                left = ngettext(
                    "{n} naskah tetap di tempatnya: sedang ditulis orang lain, atau sudah dipindahkan.",
                    "{n} naskah tetap di tempatnya: sedang ditulis orang lain, atau sudah dipindahkan.",
                    stayed,
                )
                words.append(left.format(n=stayed))
            self._news.tell(" ".join(words), undo=(lambda: undo(went)) if went else None, wrong=bool(stayed))
            self._news.moved()

        self._tasks.run(work, done, self._news.failed)


def _told_spiked(targets: Sequence[Target]) -> str:
    if len(targets) == 1:
        return _("{slug} disisihkan.").format(slug=targets[0].name)
    return ngettext("{n} naskah disisihkan.", "{n} naskah disisihkan.", len(targets)).format(n=len(targets))


def _told_trashed(targets: Sequence[Target]) -> str:
    if len(targets) == 1:
        return _("{slug} dibuang ke Sampah.").format(slug=targets[0].name)
    words = ngettext("{n} naskah dibuang ke Sampah.", "{n} naskah dibuang ke Sampah.", len(targets))
    return words.format(n=len(targets))


def _told_restored(targets: Sequence[Target]) -> str:
    if len(targets) == 1:
        return _("{slug} dipulihkan.").format(slug=targets[0].name)
    return ngettext("{n} naskah dipulihkan.", "{n} naskah dipulihkan.", len(targets)).format(n=len(targets))
