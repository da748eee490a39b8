"""Turns a quotation of the script into indirect speech, when its writer takes the suggestion."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt

from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.stories.card_place import place_card, show_line
from newsdesk.ui.stories.indirect_card import IndirectCard
from newsdesk.ui.stories.own_step import put_in
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.indirect_speech import Suggestion
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.split_desk import SplitDesk
    from newsdesk.ui.tasks import Tasks


class _Offered(NamedTuple):
    """The words of a suggestion and the document span that they are for."""

    start: int
    end: int
    words: str


class IndirectDesk(QObject):
    """Offers indirect speech at the cursor; ``speaker_of`` knows whom words of the script are tied to."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        pane: ScriptPane,
        split: SplitDesk,
        speaker_of: Callable[[int, int], Source | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._split = split
        self._speaker_of = speaker_of
        self._editor = pane.editor
        self._text = pane.editor.text
        self._offered: _Offered | None = None
        self._asked = 0
        self.card = IndirectCard(look, pane)
        self.card.taken.connect(self._take)
        self.card.closed.connect(self._back_to_script)
        self._editor.retell_wanted.connect(self.begin)
        self._editor.cursorPositionChanged.connect(self.put_away)
        self._editor.verticalScrollBar().valueChanged.connect(self._place)
        self._text.edited.connect(self.put_away)
        pane.resized.connect(self._place)
        pane.header.read_aloud.connect(self.put_away)
        split.retold.connect(self._offer)

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        return [
            Command(
                "script.indirect",
                _("Kutipan di kursor jadi kalimat tidak langsung"),
                "message-square-quote",
                self.begin,
                "script.indirect",
                when=lambda: bool(self._text.body),
            )
        ]

    def begin(self) -> None:
        """Offer it for the quotation at the cursor or the selected words.

        While the original has the focus its sentence comes over into the script first.
        """
        if self._split.has_focus:
            self._split.carry(retold=True)
        elif not self._editor.isReadOnly() and not self._editor.isHidden():
            cursor = self._editor.textCursor()
            self._offer(cursor.selectionStart(), cursor.selectionEnd())

    def _offer(self, start: int, end: int) -> None:
        from newsdesk.services.indirect_speech import indirect_speech

        text = self._text
        if text.busy:
            self._pane.news.tell(_("Naskah panjang ini masih dimuat. Coba lagi sebentar lagi."), icon="clock")
            return
        self._asked += 1
        asked, body, source = self._asked, text.body, self._speaker_of(start, end)
        first, last, original = text.code_points(start), text.code_points(end), self._split.copy

        def show(found: Suggestion | None) -> None:
            if asked == self._asked and text.body == body:  # else the words stand elsewhere by now
                self._show(found)

        self._tasks.run(
            lambda: indirect_speech(body, first, last, source, original), show, self._tell_failure, Lane.COPY
        )

    def _show(self, found: Suggestion | None) -> None:
        if found is None:
            self._pane.news.tell(
                _("Letakkan kursor di dalam kutipan, atau pilih kata-kata yang diucapkan."), icon="quote"
            )
            return
        text = self._text
        self._offered = _Offered(text.qt(found.start), text.qt(found.end), found.text)
        show_line(self._editor, self._offered.start, self._offered.end)
        self._editor.said_ground.show_asked((self._offered.start, self._offered.end))
        self.card.show_suggestion(text.body[found.start : found.end], found.text, found.doubts)
        self._place()

    def put_away(self) -> None:
        """Put the card away: something else is looked at."""
        self._asked += 1
        if self._offered is not None:
            self._offered = None
            self._editor.said_ground.show_asked(None)
        if not self.card.isHidden():
            had_focus = self.card.isAncestorOf(self._pane.window().focusWidget())
            self.card.hide()
            if had_focus:
                self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        offered = self._offered
        if offered is None or self._editor.isReadOnly():
            return
        start, end, words = offered
        # The source of what was said stays that of the sentence which tells it.
        whose = {tie.source_id for tie in self._text.passages.ties if tie.start < end and start < tie.end}
        cursor = self._editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        put_in(cursor, words)
        for source_id in sorted(whose):
            self._text.tie(source_id, start, cursor.position())
        self._editor.setTextCursor(cursor)
        self.put_away()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        if self._offered is not None and not self.card.isHidden():
            place_card(self.card, self._editor, self._offered.start, self._offered.end)

    def _back_to_script(self) -> None:
        self.put_away()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_failure(self, error: NewsdeskError) -> None:
        self._pane.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)
