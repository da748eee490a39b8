"""Handing stories in, taking them back, sending them back: the one on the desk, or several from the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.errors import NewsdeskError, StorageError
from newsdesk.i18n import _, ngettext
from newsdesk.ui.stories.moved_news import MovedNews
from newsdesk.ui.stories.note_strip import NoteStrip
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.open_story import OpenStory
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.chosen_stories import Target
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.sheet import Words
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks


class HandingDesk(QObject):
    """Moves stories between writer and editor.

    What is on the desk goes with every word typed so far, by the way that saving takes; the others go at
    their newest text, one transaction each. Whatever fails leaves every text where it was kept.
    """

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        desk: StoryDesk,
        pane: ScriptPane,
        news: MovedNews,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk = desk
        self._pane = pane
        self._news = news
        self._newsroom: Newsroom | None = None
        self._to_return: Sequence[Target] = ()
        self.note = NoteStrip(look)
        self.note.given.connect(self._return_with)
        self.note.left.connect(lambda: pane.setFocus())
        pane.column.insertWidget(pane.column.indexOf(pane.news), self.note)

    def opened(self, newsroom: Newsroom) -> None:
        """Work in this newsroom from now on."""
        self._newsroom = newsroom
        self.note.hide()

    # ------------------------------------------------------------ the three ways

    def submit(self, targets: Sequence[Target]) -> None:
        """Hand stories in to an editor."""
        newsroom = self._newsroom
        if newsroom is None:
            return
        handing = newsroom.handing_in
        if not self._alone(targets):
            self._each(targets, handing.submit_newest, self._told_submitted, self.withdraw)
            return
        story, autosave = self._desk.story, self._desk.autosave
        if not self._has_words():
            self._news.say(_("Naskah ini masih kosong. Tulis dulu, lalu ajukan."), icon="circle-alert")
        elif story is not None and targets[0].waits and not autosave.unsaved:
            self._news.say(_("Sudah diajukan sebagai revisi {n}.").format(n=story.revision), icon="hourglass")
        elif story is not None:
            autosave.change(
                lambda base, words: handing.submit(story.id, base, words.script, at=words.at),
                lambda made: self._submitted(made, targets),
                lambda error: self._not_submitted(error, targets),
            )

    def withdraw(self, targets: Sequence[Target]) -> None:
        """Take stories back from the editor."""
        newsroom = self._newsroom
        if newsroom is None:
            return
        handing = newsroom.handing_in
        if not self._alone(targets):
            self._each(targets, handing.withdraw_newest, self._told_withdrawn, self.submit)
            return

        def withdraw(base: int, words: Words) -> OpenStory:
            return handing.withdraw(targets[0].id, base, words.script, words.at)

        def done(made: OpenStory) -> None:
            self._news.tell(self._told_withdrawn(targets), undo=lambda: self.submit(_now(targets, made)))

        self._desk.autosave.change(withdraw, done, self._news.failed)

    def send_back(self, targets: Sequence[Target]) -> None:
        """Ask for the note with which stories go back to their writers."""
        self._to_return = targets
        self.note.ask(_told_for(targets))

    def _return_with(self, note: str) -> None:
        newsroom, targets = self._newsroom, self._to_return
        if newsroom is None or not targets:
            return
        handing = newsroom.handing_in
        if not self._alone(targets):
            self._each(
                targets,
                lambda story_id: handing.send_back_newest(story_id, note),
                self._told_returned,
                self.submit,
            )
            return

        def send_back(base: int, words: Words) -> OpenStory:
            return handing.send_back(targets[0].id, base, note, words.script, words.at)

        def done(made: OpenStory) -> None:
            self._news.tell(self._told_returned(targets), undo=lambda: self.submit(_now(targets, made)))

        self._desk.autosave.change(send_back, done, self._news.failed)

    # ------------------------------------------------------------ the one on the desk

    def _alone(self, targets: Sequence[Target]) -> bool:
        """Return whether it is the one story on the desk, or the sheet there, that is meant."""
        story = self._desk.story
        if len(targets) > 1 or (targets and (story is None or story.id != targets[0].id)):
            return False
        return story is None or self._desk.autosave.follows  # else somebody else is writing in it

    def _has_words(self) -> bool:
        script = self._desk.script()
        return bool(script.blocks) or any(letter.isalnum() for letter in script.body)

    def _submitted(self, made: OpenStory, targets: Sequence[Target]) -> None:
        words = _("Diajukan sebagai revisi {n}, menunggu redaktur.").format(n=made.revision)
        self._news.tell(words, undo=lambda: self.withdraw(_now(targets, made)), act=_("Tarik kembali"))

    def _not_submitted(self, error: NewsdeskError, targets: Sequence[Target]) -> None:
        if isinstance(error, StorageError):
            # The words are on this computer, and the database is tried again for them; handing in is a
            # person's own act and waits for one.
            self._desk.not_handed_in(error, lambda: self.submit(targets))
        else:
            self._news.failed(error)

    # ------------------------------------------------------------ several

    def _each(
        self,
        targets: Sequence[Target],
        move: Callable[[int], OpenStory],
        told: Callable[[Sequence[Target]], str],
        undo: Callable[[Sequence[Target]], None],
    ) -> None:
        """Move stories one by one; what cannot be moved stays, and the first reason is told."""
        open_story = self._desk.story
        if open_story is not None and any(target.id == open_story.id for target in targets):
            self._desk.autosave.keep_at_once()

        def work() -> tuple[list[OpenStory], list[NewsdeskError]]:
            moved: list[OpenStory] = []
            failures: list[NewsdeskError] = []
            for target in targets:
                try:
                    moved.append(self._desk.autosave.moved(move(target.id)))
                except StorageError as failure:
                    failures.append(failure)
                    break  # the others would wait for the same database
                except NewsdeskError as failure:
                    failures.append(failure)
            return moved, failures

        def done(answer: tuple[list[OpenStory], list[NewsdeskError]]) -> None:
            moved, failures = answer
            for story in moved:
                self._desk.stands(story)
            by_id = {target.id: target for target in targets}
            went = [by_id[story.id]._replace(status=story.status) for story in moved]
            words = told(went) if went else ""
            stayed = len(targets) - len(went)
            if failures and stayed:
                left = ngettext("{n} naskah tetap: {why}", "{n} naskah tetap: {why}", stayed)
                words = f"{words} {left.format(n=stayed, why=sentence(failures[0]))}".strip()
            if words:
                self._news.tell(words, undo=(lambda: undo(went)) if went else None, wrong=bool(stayed))
            self._news.moved()

        self._tasks.run(work, done, self._news.failed)

    def _told_submitted(self, targets: Sequence[Target]) -> str:
        if len(targets) == 1:
            return _("{slug} diajukan.").format(slug=targets[0].name)
        return ngettext("{n} naskah diajukan.", "{n} naskah diajukan.", len(targets)).format(n=len(targets))

    def _told_withdrawn(self, targets: Sequence[Target]) -> str:
        if len(targets) == 1:
            return _("{slug} ditarik kembali, menjadi draf.").format(slug=targets[0].name)
        words = ngettext("{n} naskah ditarik kembali.", "{n} naskah ditarik kembali.", len(targets))
        return words.format(n=len(targets))

    def _told_returned(self, targets: Sequence[Target]) -> str:
        if len(targets) == 1:
            return _("{slug} dikembalikan ke penulisnya.").format(slug=targets[0].name)
        words = ngettext("{n} naskah dikembalikan.", "{n} naskah dikembalikan.", len(targets))
        return words.format(n=len(targets))


def _now(targets: Sequence[Target], made: OpenStory) -> list[Target]:
    return [target._replace(status=made.status) for target in targets]


def _told_for(targets: Sequence[Target]) -> str:
    if len(targets) == 1:
        return targets[0].name or _("Tanpa slug")
    return ngettext("{n} naskah", "{n} naskah", len(targets)).format(n=len(targets))
