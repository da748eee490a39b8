"""The desk that a story is for, and the words with which its reporters sign off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from newsdesk.domain.sign_off import FIRST_PATTERN, sign_off
from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.registers import Entry
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.reading import Reading
    from newsdesk.settings import Settings
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks


class CreditsDesk(QObject):
    """Fills the desk and the sign-off of the section Data; ``settings`` have the station's name."""

    def __init__(
        self,
        tasks: Tasks,
        pane: ScriptPane,
        inspector: Inspector,
        desk: StoryDesk,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._inspector = inspector
        self._data = inspector.data
        self._desk = desk
        self._settings = settings
        self._newsroom: Newsroom | None = None
        self._reading: Reading | None = None
        self._pattern = FIRST_PATTERN
        self._desks: tuple[Entry, ...] = ()
        self._laid = 0
        self._data.desk.chosen.connect(self._choose)
        self._data.edited.connect(self._show_sign_off)
        self._data.sign_off.put.clicked.connect(self.put_sign_off)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work with the desks and the pattern of this newsroom from now on."""
        self._newsroom = newsroom
        self.look_again()

    def look_again(self) -> None:
        """Ask the newsroom anew: in Atur, or by a colleague, a desk or the pattern may have been changed."""
        newsroom = self._newsroom
        if newsroom is None:
            return

        def known(answer: tuple[list[Entry], str]) -> None:
            self._desks, self._pattern = tuple(answer[0]), answer[1]
            self._show_desks()
            self._show_sign_off()

        self._tasks.run(lambda: (newsroom.desks.list(), newsroom.station.pattern()), known, self._tell)

    def follow(self, _story: OpenStory | None) -> None:
        """Show the desk and the sign-off of the story that was laid on the desk."""
        self._laid += 1
        self._show_desks()
        self._show_sign_off()

    def read_with(self, reading: Reading) -> None:
        """Show from now on how the sign-off is said."""
        self._reading = reading
        self._show_sign_off()

    def commands(self) -> list[Command]:
        """Return what can be done here."""
        return [
            Command(
                "script.sign_off",
                _("Taruh kalimat penutup di akhir naskah"),
                "message-square-quote",
                self.put_sign_off,
                "script.sign_off",
                when=lambda: self._desk.story is not None or self._desk.blank,
            )
        ]

    # ------------------------------------------------------------ the desk

    def _choose(self, value: str) -> None:
        story, laid = self._desk.story, self._laid
        if story is None:  # a sheet becomes a story with its desk
            self._data.edited.emit()
        chosen = int(value) if value else None

        def given(moved: OpenStory) -> None:
            now = self._desk.story
            if now is not None and now.id == moved.id:
                self._desk.story = replace(now, version=moved.version, desk_id=moved.desk_id, desk=moved.desk)
            if laid == self._laid:
                self._show_desks()

        def failed(error: NewsdeskError) -> None:
            if laid == self._laid:
                self._show_desks()  # what is shown is what holds
            self._tell(error)

        self._desk.autosave.plan(
            lambda drafting, story_id, base: drafting.set_desk(story_id, base, chosen), given, failed
        )

    def _show_desks(self) -> None:
        story = self._desk.story
        mine, name = (story.desk_id, story.desk) if story is not None else (0, "")
        offered = [(str(desk.id), desk.name) for desk in self._desks if not desk.archived or desk.id == mine]
        if mine and str(mine) not in dict(offered):  # merged or made elsewhere since the desks were listed
            offered.append((str(mine), name))
        field = self._data.desk
        field.offer([("", _("Tanpa desk")), *offered], str(mine) if mine else "")
        field.set_note("" if offered else _("Belum ada desk. Tambahkan di Atur, bagian Tag dan desk."))
        self._inspector.say_data()

    # ------------------------------------------------------------ the sign-off

    def words(self) -> str:
        """Return the sign-off of the story as it is written; "" while nobody wrote it."""
        dateline = self._data.dateline()
        place = dateline.place if dateline is not None else ""
        return sign_off(self._pattern, self._data.byline_list(), self._settings.station, place)

    def put_sign_off(self) -> None:
        """Make the sign-off the last paragraph of the script; Ctrl+Z takes it away."""
        words, text = self.words(), self._pane.editor.text
        if not words:
            self._inspector.open_section("data")
            self._data.bylines.setFocus()
            self._pane.news.tell(_("Isi dulu penulisnya, lalu taruh kalimat penutup."), icon="feather")
            return
        if text.busy:
            self._pane.news.tell(_("Naskah panjang ini masih dimuat. Coba lagi sebentar lagi."), icon="clock")
            return
        if text.body.rstrip().rpartition("\n")[2] == words:
            self._pane.news.tell(_("Kalimat penutup sudah ada di akhir naskah."), icon="check")
            return
        cursor = QTextCursor(text.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if cursor.block().text().strip():
            cursor.insertBlock()
        cursor.insertText(words)
        cursor.endEditBlock()
        self._pane.editor.setTextCursor(cursor)
        self._pane.editor.ensureCursorVisible()

    def _show_sign_off(self) -> None:
        words = self.words()
        if words and self._reading is not None:
            words = self._reading.read(words).line
        self._data.sign_off.show_sign_off(words)

    def _tell(self, error: NewsdeskError) -> None:
        self._pane.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)
