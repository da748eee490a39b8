"""Embargo, correction and kill of the story on the desk: acts of their own, the last two with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsdesk.domain.story import StoryStatus
from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.stories.approval_desk import CORRECTED

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.open_story import OpenStory
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.moved_news import MovedNews
    from newsdesk.ui.stories.reason_dialog import ReasonDialog
    from newsdesk.ui.stories.review_room import ReviewRoom
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks


class HoldingDesk(QObject):
    """Asks in a dialog before what cannot be undone; failures are told in the line of news."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        pane: ScriptPane,
        desk: StoryDesk,
        inspector: Inspector,
        room: ReviewRoom,
        news: MovedNews,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tasks = tasks
        self._pane = pane
        self._desk = desk
        self._room = room
        self._news = news
        self._newsroom: Newsroom | None = None
        self.dialog: ReasonDialog | None = None
        pane.header.embargo.typed.connect(self._hold)
        pane.header.embargo.wrong.connect(self._tell_wrong)
        pane.header.act.correct.connect(self.correct)
        room.made.connect(self._connect_room)
        section = inspector.approval
        section.held.connect(self.ask_embargo)
        section.corrected.connect(self.correct)
        section.killed.connect(self.kill)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on; None when it closes."""
        self._newsroom = newsroom

    def _connect_room(self) -> None:
        self._room.head.embargo_typed.connect(self._hold)
        self._room.head.embargo_wrong.connect(self._tell_wrong)

    def commands(self) -> list[Command]:
        """Return what can be done with the story on the desk now."""
        return [
            Command("story.embargo", _("Embargo sampai…"), "clock", self.ask_embargo, when=self._stored),
            Command(
                "story.correct", _("Ralat naskah…"), "file-pen-line", self.correct, when=self._may_correct
            ),
            Command("story.kill", _("Cabut naskah…"), "ban", self.kill, when=self._may_kill),
        ]

    def _stored(self) -> bool:
        return self._desk.story is not None and not self._desk.story.trashed

    def _may_correct(self) -> bool:
        story = self._desk.story
        return story is not None and not story.trashed and story.status in CORRECTED

    def _may_kill(self) -> bool:
        story = self._desk.story
        return story is not None and not story.trashed and story.status.may_become(StoryStatus.KILLED)

    # ------------------------------------------------------------ embargo

    def ask_embargo(self) -> None:
        """Put the cursor into the field of the embargo."""
        field = self._room.head.embargo if self._pane.header.isHidden() else self._pane.header.embargo
        field.show()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _hold(self, until: datetime | None) -> None:
        newsroom, story = self._newsroom, self._desk.story
        if newsroom is None or story is None:
            return

        def held(made: OpenStory) -> None:
            self._desk.stands(made)

        def failed(error: NewsdeskError) -> None:
            self._pane.header.embargo.take_back()
            if self._room.is_made:
                self._room.head.embargo.take_back()
            self._news.failed(error)

        self._desk.autosave.plan(
            lambda _drafting, story_id, base: newsroom.reviewing.set_embargo(story_id, base, until),
            held,
            failed,
        )

    def _tell_wrong(self, words: str) -> None:
        self._pane.news.tell(
            _("“{words}” bukan jam. Tulis misalnya 12.00 atau 17/1 12.00.").format(words=words),
            icon="circle-alert",
            token="temuan",
        )

    # ------------------------------------------------------------ correcting and killing

    def correct(self) -> None:
        """Ask why the story is put right; its words as they stand here wait for an editor then."""
        if self._may_correct():
            self._ask(
                _("Ralat naskah ini?"),
                _(
                    "Kata-kata yang sekarang menjadi revisi ralat dan menunggu redaktur lagi. "
                    "Yang sudah mengudara tetap tercatat. Ini tidak bisa diurungkan."
                ),
                _("Ralat"),
                self._correct,
            )

    def kill(self) -> None:
        """Ask why the story is taken from the air."""
        if self._may_kill():
            self._ask(
                _("Cabut naskah ini?"),
                _(
                    "Naskah yang dicabut tidak boleh dibaca lagi, di susunan mana pun. Kata-katanya tetap "
                    "tersimpan. Ini tidak bisa diurungkan; kalau keliru, naskahnya diralat."
                ),
                _("Cabut naskah"),
                self._kill,
            )

    def _ask(self, question: str, meaning: str, verb: str, then: Callable[[str], None]) -> None:
        from newsdesk.ui.stories.reason_dialog import ReasonDialog  # asked for seldom

        asked = self._desk.story.id if self._desk.story is not None else 0

        def given(reason: str) -> None:
            # Another story may have come to the desk while the question stood.
            if self._desk.story is not None and self._desk.story.id == asked:
                then(reason)
            else:
                self._pane.news.tell(
                    _(
                        "Naskah yang terbuka sudah berganti; tidak ada yang diubah. Buka lagi naskahnya, "
                        "lalu ulangi."
                    ),
                    icon="circle-alert",
                    token="temuan",
                    stays=True,
                )

        self.dialog = dialog = ReasonDialog(self._look, question, meaning, verb, self._pane.window())
        dialog.given.connect(given)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _correct(self, reason: str) -> None:
        newsroom, story = self._newsroom, self._desk.story
        if newsroom is None or story is None:
            return
        words = _("{slug} diralat, menunggu redaktur.").format(slug=_name(story))
        self._desk.autosave.change(
            lambda base, typed: newsroom.reviewing.correct(story.id, base, typed.script, reason, typed.at),
            lambda _made: self._done(words),
            self._news.failed,
        )

    def _kill(self, reason: str) -> None:
        newsroom, story = self._newsroom, self._desk.story
        if newsroom is None or story is None:
            return
        self._desk.autosave.keep_at_once()

        def kill() -> OpenStory:
            return self._desk.autosave.moved(newsroom.reviewing.kill(story.id, story.version, reason))

        def killed(made: OpenStory) -> None:
            self._desk.stands(made)
            self._done(_("{slug} dicabut.").format(slug=_name(story)))

        self._tasks.run(kill, killed, self._news.failed)

    def _done(self, words: str) -> None:
        self._news.say(words)
        self._news.moved()


def _name(story: OpenStory) -> str:
    return story.script.slug or story.script.headline or _("Tanpa slug")
