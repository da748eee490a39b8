"""The script as the player sees it: what a passage says, and where a word being said stands by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsdesk.ui.stories.offsets import to_utf16
from newsdesk.ui.stories.passages import Tie, shifted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.services.reading import Reading
    from newsdesk.spoken.sentences import Sentence
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.listening.player import Passage
    from newsdesk.ui.stories.script_editor import ScriptEditor

Span = tuple[int, int]
_MEASURE_AFTER_MS = 400
_LONGEST_HEARD = 100_000
"""Characters that are heard and measured in one go, about two hours of reading."""


class ListeningScript(QObject):
    """Connects the editor to the player.

    The player names spans of the script as it was when listening began; edits made since then move the
    highlight along and never the view.
    """

    def __init__(self, editor: ScriptEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._reading: Reading | None = None
        self._listening: Listening | None = None
        self._body = ""
        self._edits: list[tuple[int, int, int]] = []
        self._word: Span | None = None
        self._sentence: Span | None = None
        self._measure = QTimer(self)
        self._measure.setSingleShot(True)
        self._measure.setInterval(_MEASURE_AFTER_MS)
        self._measure.timeout.connect(self._measured)
        editor.text.document.contentsChange.connect(self._contents_change)
        editor.text.all_read.connect(self._measure.start)

    def read_with(self, reading: Reading | None) -> None:
        """Say scripts with this reading from now on."""
        self._reading = reading

    def listen_with(self, listening: Listening) -> None:
        """Be heard by this player."""
        self._listening = listening
        listening.player.word_said.connect(self._word_said)
        listening.player.sentence_said.connect(self._sentence_said)

    def sentences(self, passage: Passage) -> Sequence[Sentence]:
        """Return the sentences of a passage as the script stands now; their offsets are code points."""
        reading, text = self._reading, self._editor.text
        if reading is None:
            return ()
        body = text.body
        if self._listening is None or self._listening.player.state.value == "silent":
            # While something is heard its spans are those of the script as it was: a preview being saved
            # meanwhile asks too.
            self._body, self._edits = body, []
        cursor = self._editor.textCursor()
        match passage.value:
            case "story":
                span = (0, len(body))
            case "cursor":
                span = (text.code_points(cursor.position()), len(body))
            case "selection":
                span = (text.code_points(cursor.selectionStart()), text.code_points(cursor.selectionEnd()))
            case _:
                block = cursor.block()
                start = block.position()
                span = (text.code_points(start), text.code_points(start + block.length() - 1))
        start, end = span[0], min(span[1], span[0] + _LONGEST_HEARD)
        return reading.sentences(body[:end], start, end)

    def _word_said(self, start: int, end: int) -> None:
        self._word = self._now(start, end)
        self._show()

    def _sentence_said(self, start: int, end: int) -> None:
        self._sentence = self._now(start, end)
        self._show()

    def _show(self) -> None:
        self._editor.show_said(self._word, self._sentence)

    def _now(self, start: int, end: int) -> Span | None:
        """Return where a span of the text as it was stands now, in document positions; None if it is gone."""
        if start < 0:
            return None
        tie: Tie | None = Tie(0, 0, to_utf16(self._body, start), to_utf16(self._body, end), False)
        for edit in self._edits:
            tie = tie and shifted(tie, *edit)
        return tie and (tie.start, tie.end)

    def _contents_change(self, at: int, removed: int, added: int) -> None:
        self._edits.append((at, removed, added))
        if self._word is None and self._sentence is None:
            return
        self._word = self._word and _moved(self._word, at, removed, added)
        self._sentence = self._sentence and _moved(self._sentence, at, removed, added)
        # After the document has laid itself out again.
        QTimer.singleShot(0, self, self._show)

    def _measured(self) -> None:
        if self._listening is not None:
            self._listening.player.script_changed()


def _moved(span: Span, at: int, removed: int, added: int) -> Span | None:
    tie = shifted(Tie(0, 0, *span, False), at, removed, added)
    return tie and (tie.start, tie.end)
