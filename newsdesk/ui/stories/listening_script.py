"""The script as the player sees it: what a passage says, and where a word being said stands by now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsdesk.ui.listening.passage import Again
from newsdesk.ui.stories.offsets import to_utf16
from newsdesk.ui.stories.passages import Tie, shifted

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from newsdesk.services.reading import Reading
    from newsdesk.spoken.sentences import Sentence
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.listening.passage import Passage
    from newsdesk.ui.listening.recording import Cue
    from newsdesk.ui.stories.script_editor import ScriptEditor

Span = tuple[int, int]
_MEASURE_AFTER_MS = 400
_LONGEST_HEARD = 100_000
"""Characters that are heard and measured in one go, about two hours of reading."""


class ListeningScript(QObject):
    """Connects the editor to the player.

    The player names spans of the script as it last got it; edits made since then move the highlight along and
    never the view. A moment after the last edit the player gets the passage as it stands then.
    """

    def __init__(self, editor: ScriptEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._reading: Reading | None = None
        self._listening: Listening | None = None
        self._body = ""
        self._edits: list[tuple[int, int, int]] = []
        self._passage: Span = (0, 0)
        self._lit: Cue | None = None
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
        listening.player.spotlight.stands = self._stands

    def sentences(self, passage: Passage) -> Sequence[Sentence]:
        """Return the sentences of a passage as the script stands now; their offsets are code points."""
        reading, text = self._reading, self._editor.text
        if reading is None:
            return ()
        body = text.body
        if not self._heard():
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
                span = self._paragraph(reading, body, cursor.block())
        if not self._heard():
            self._passage = (text.qt(span[0]), text.qt(span[1]))
        return self._read(reading, body, *span)

    def again(self) -> Again | None:
        """Return the passage asked for last as the script has it now, for a player that is saying it."""
        reading, text = self._reading, self._editor.text
        if reading is None:
            return None
        body, then, edits = text.body, self._body, self._edits
        span = (text.code_points(self._passage[0]), text.code_points(self._passage[1]))

        def moved(start: int, end: int) -> Span:
            stands = _after(edits, to_utf16(then, start), to_utf16(then, end)) if start >= 0 else None
            return (text.code_points(stands[0]), text.code_points(stands[1])) if stands else (-1, -1)

        self._body, self._edits = body, []
        return Again(self._read(reading, body, *span), moved)

    def _paragraph(self, reading: Reading, body: str, at: QTextBlock) -> Span:
        """Return the span of a paragraph, or of the next one that has words; its own when none has."""

        def span(block: QTextBlock) -> Span:
            code_points, start = self._editor.text.code_points, block.position()
            return code_points(start), code_points(start + block.length() - 1)

        block = at
        while block.isValid():
            words = block.text().strip()
            # Letters are words; of signs alone ("50%" has a digit, "%" has none) the reading knows.
            if any(map(str.isalnum, words)) or (
                words and any(one.words for one in self._read(reading, body, *span(block)))
            ):
                return span(block)
            block = block.next()
        return span(at)

    def _read(self, reading: Reading, body: str, start: int, end: int) -> Sequence[Sentence]:
        end = min(end, start + _LONGEST_HEARD)
        here = [one for one in self._editor.text.said_here() if one.end <= end]
        return reading.sentences(body[:end], start, end, here, self._editor.text.day)

    def _stands(self, cue: Cue) -> bool:
        """Say whether a story heard among others is the one in the editor; its words light up there then."""
        if self._editor.text.body == cue.body:
            self._body, self._edits = cue.body, []
            self._lit = cue
        return self._lit is cue

    def _heard(self) -> bool:
        return self._listening is not None and self._listening.player.state.value != "silent"

    def _word_said(self, start: int, end: int) -> None:
        self._word = self._now(start, end)
        self._show()

    def _sentence_said(self, start: int, end: int) -> None:
        self._sentence = self._now(start, end)
        self._show()

    def _show(self) -> None:
        self._editor.said_ground.show_said(self._word, self._sentence)

    def _now(self, start: int, end: int) -> Span | None:
        """Return where a span of the text as it was stands now, in document positions; None if it is gone."""
        if start < 0:
            return None
        return _after(self._edits, to_utf16(self._body, start), to_utf16(self._body, end))

    def _contents_change(self, at: int, removed: int, added: int) -> None:
        self._edits.append((at, removed, added))
        self._passage = _grown(self._passage, at, removed, added)
        if self._word is None and self._sentence is None:
            return
        self._word = self._word and _moved(self._word, at, removed, added)
        self._sentence = self._sentence and _moved(self._sentence, at, removed, added)
        # After the document has laid itself out again.
        QTimer.singleShot(0, self, self._show)

    def _measured(self) -> None:
        if self._listening is not None:
            self._listening.player.script_changed()


def _after(edits: Sequence[tuple[int, int, int]], start: int, end: int) -> Span | None:
    """Return where a span stands after edits; None if it is gone."""
    tie: Tie | None = Tie(0, 0, start, end, False)
    for edit in edits:
        tie = tie and shifted(tie, *edit)
    return tie and (tie.start, tie.end)


def _grown(span: Span, at: int, removed: int, added: int) -> Span:
    """Return a passage after an edit; words typed at either edge belong to it."""
    start, end = span
    gone, by = at + removed, added - removed
    return (
        start if start <= at else at if start < gone else start + by,
        end if end < at else at + added if end <= gone else end + by,
    )


def _moved(span: Span, at: int, removed: int, added: int) -> Span | None:
    tie = shifted(Tie(0, 0, *span, False), at, removed, added)
    return tie and (tie.start, tie.end)
