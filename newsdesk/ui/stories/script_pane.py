"""The middle of the page: head, script, news of this story, foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.components.rule import Rule
from newsdesk.ui.landing import land_on
from newsdesk.ui.stories.clip_times import clip_times
from newsdesk.ui.stories.foot import Counts, Foot
from newsdesk.ui.stories.header import Header
from newsdesk.ui.stories.offsets import to_code_points
from newsdesk.ui.stories.script_editor import COLUMN, WIDEST_COLUMN, ScriptEditor
from newsdesk.ui.stories.script_text import MARGIN
from newsdesk.ui.stories.spoken_script import SpokenScript, spoken_script
from newsdesk.ui.stories.spoken_view import SpokenView
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.reading import Reading
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks

_NOTES = 26 + 144
"""Gap and margin at the right of the text column, where notes on the script will stand."""
_HEAD_PAST_COLUMN = 150
"""How far the head reaches to the right of the text column."""
_RIGHT = 24
_COUNT_AFTER_MS = 60
_LONGEST_SELECTION = 20_000


class ScriptPane(QWidget):
    """Shows and edits one script; figures are counted from what is read, shortly after every change.

    :attr:`resized` comes when it has another size, :attr:`laid_over` with what is shown in the script's place
    from now on (None: the script), :attr:`measured` with how long it is to be on air ("1:46").
    """

    resized = Signal()
    laid_over = Signal(object)
    measured = Signal(str)

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        now: Callable[[], datetime],
        zone: tzinfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._spoken_asked = 0
        self._look = look
        self._reading: Reading | None = None
        self.rate = 350
        self.header = Header(look, now)
        self.editor = ScriptEditor(look)
        self.spoken = SpokenView(look)
        self.news = NewsLine(look)
        self.foot = Foot(look, zone)
        self._texts = QStackedWidget()
        self._texts.addWidget(self.editor)
        self._texts.addWidget(self.spoken)
        land_on(self, self.editor)
        self._placed = QHBoxLayout()
        self._placed.setContentsMargins(0, 0, 0, 0)
        self._placed.addWidget(self._texts)
        self.news.setContentsMargins(12, 0, 12, 8)
        self.news.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        # Typing on is the next act, as it is for the undo of an act that is no typing.
        self.editor.text.document.contentsChange.connect(self._typed)
        self._over: QWidget | None = None
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Rule(look))
        column.addLayout(self._placed, 1)
        column.addWidget(self.news)
        column.addWidget(self.foot)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER_MS)
        self._counting.timeout.connect(self.count)
        self.editor.text.all_read.connect(self._counting.start)
        self.editor.cursorPositionChanged.connect(self._counting.start)
        self.editor.selectionChanged.connect(self._counting.start)
        self.header.read_aloud.connect(self.show_spoken)
        self.header.done.connect(lambda: self.editor.setFocus(Qt.FocusReason.TabFocusReason))
        self.counted: Callable[[Counts], None] = _nothing

    def read_with(self, reading: Reading | None) -> None:
        """Read scripts with this from now on."""
        self._reading = reading
        self.editor.text.read_with(reading)
        self.read_spoken_again()

    def show_spoken(self, spoken: bool) -> None:
        """Show the whole script as it is said, or the script itself."""
        if spoken:
            self.spoken.show_script(SpokenScript("", ()))
            self._read_spoken(keep_place=False)
        shown = self.spoken if spoken else self.editor
        self._texts.setCurrentWidget(shown)
        land_on(self, shown)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_over_words(self, line: QWidget) -> None:
        """Have a line between the head and the words, whenever it is not hidden."""
        self.column.insertWidget(2, line)

    def lay_over(self, view: QWidget | None) -> None:
        """Show something else in the script's place, as wide as the page; None shows the script again.

        What is shown gets the keyboard, unless the script comes back while one is somewhere else.
        """
        before, self._over = self._over, view
        focus = view is not None
        if before is not None:
            focus = focus or before.isAncestorOf(QApplication.focusWidget() or self)
            self.column.removeWidget(before)
            before.hide()
        self._texts.setVisible(view is None)
        self.column.setStretchFactor(self._placed, int(view is None))
        if view is not None:
            self.header.aloud.setChecked(False)
            self.column.insertWidget(self.column.indexOf(self.news), view, 1)
            view.show()
            self.column.activate()  # it has its width before it is filled
        shown = view or (self.spoken if self.header.aloud.isChecked() else self.editor)
        land_on(self, shown)
        if focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.laid_over.emit(view)

    def read_spoken_again(self) -> None:
        """Read the spoken form anew where it is shown; the view stays where it is."""
        if self._texts.currentWidget() is self.spoken:
            self._read_spoken(keep_place=True)

    def _read_spoken(self, *, keep_place: bool) -> None:
        """Read the whole script as it is said: on a lane, for a megabyte takes a second."""
        reading, text = self._reading, self.editor.text
        if reading is None:
            return
        self._spoken_asked += 1
        asked, body, here, day = self._spoken_asked, text.body, text.said_here(), text.day
        blocks = text.blocks()

        def show(script: SpokenScript) -> None:
            if asked == self._spoken_asked:
                self.spoken.show_script(script, keep_place=keep_place)

        self._tasks.run(
            lambda: spoken_script(reading.read(body, here, day), blocks), show, self._tell_failure, Lane.COPY
        )

    def _tell_failure(self, error: NewsdeskError) -> None:
        self.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

    def read_length(self, words: str) -> str:
        """Return how long the announcer takes for some words, as "0:04"; "" before anything can be read."""
        from newsdesk.domain.timing import clock_length, read_time_ms

        reading = self._reading
        if reading is None:
            return ""
        return clock_length(read_time_ms(reading.length(words, day=self.editor.text.day), self.rate))

    def count(self) -> None:
        """Count words, syllables and lengths, of all, from the cursor on, and of the selection."""
        from newsdesk.domain.timing import SpokenLength, clock_length, read_time_ms

        reading = self._reading
        if reading is None:
            return

        def told(length: SpokenLength, clips: int = 0) -> str:
            words = read_time_ms(length, self.rate) if length.syllables else 0
            return clock_length(words + clips) if words or clips else ""

        text = self.editor.text
        words, all_of_it = text.paragraphs.totals()
        cursor = self.editor.textCursor()
        block = cursor.block()
        written = block.text()
        ahead = written[to_code_points(written, cursor.positionInBlock()) :]
        if len(ahead) <= _LONGEST_SELECTION:
            rest = reading.length(ahead, text.said.inside(cursor.position(), ahead), text.day)
        else:  # a paragraph of a whole book: its share of the letters will do
            whole = text.paragraphs[block.blockNumber()].length or SpokenLength()
            rest = replace(whole, syllables=whole.syllables * len(ahead) // (block.length() - 1))
        _words, after = text.paragraphs.after(block.blockNumber())
        selected = cursor.selectedText().replace("\u2029", "\n")[:_LONGEST_SELECTION]
        said_in_it = text.said.inside(cursor.selectionStart(), selected)
        clips = clip_times(text.block_marks.standing(), cursor)
        counts = Counts(
            words,
            all_of_it.syllables,
            told(all_of_it) or "0:00",
            told(rest + after, clips.ahead) if cursor.position() else "",
            told(reading.length(selected, said_in_it, text.day), clips.selected) if selected else "",
            text.paragraphs.unsure(),
            clock_length(clips.all_of_it) if clips.all_of_it else "",
            told(all_of_it, clips.all_of_it) or "0:00",
        )
        self.foot.set_counts(counts)
        self.header.set_length(counts.airtime)
        self.measured.emit(counts.airtime)
        self.counted(counts)

    def _typed(self, _at: int, _removed: int, _added: int) -> None:
        self.news.next_act()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave what was told of the last act behind: the page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.news.page_left()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the text column: 512 to 600 wide, with its margin in the middle of wider windows."""
        super().resizeEvent(event)
        width = self.width()
        column = min(WIDEST_COLUMN, max(COLUMN, width - 2 * MARGIN - _NOTES))
        column = min(column, max(200, width - 2 * MARGIN))
        whole = column + _NOTES
        left = max(MARGIN, (width - whole) // 2)
        self._placed.setContentsMargins(left - MARGIN, 0, 0, 0)
        self.editor.set_column(column)
        self.spoken.set_column(column)
        self.header.set_sides(left, max(_RIGHT, width - left - column - _HEAD_PAST_COLUMN))
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the script's own ground."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))


def _nothing(counts: Counts) -> None:
    """Nobody wants the figures."""
