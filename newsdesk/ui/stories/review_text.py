"""The script under review: to read, to go through change by change, and to tie notes to its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from newsdesk.i18n import _
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.cuttable_marks import paint_cuttable
from newsdesk.ui.stories.geometry import pieces
from newsdesk.ui.stories.review_document import BETWEEN, LINE, SIDE, ReviewDocument
from newsdesk.ui.stories.tint import Tint
from newsdesk.ui.stories.versions_text import paint_change

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.review_pieces import Piece

Span = tuple[int, int]
_WIDEST, _NARROWEST = 600 + 2 * SIDE, 200
"""Pixels of the column with its margins."""
_LINE_UNDER, _LINE_HIGH = 5, 2
_NOTE_ICON = 14
_NOTE_LEFT = SIDE - 24


class ReviewText(QTextEdit):
    """Shows pieces; spans that come from outside are code points of the newest body.

    :attr:`picked` carries the number of a change that was clicked, :attr:`passage_picked` the place of a
    click in the body; :attr:`note_wanted` asks to tie a note to the selected words.
    """

    picked = Signal(int)
    passage_picked = Signal(int)
    note_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pieces: Sequence[Piece] = ()
        self._text = ReviewDocument(look, (), self)
        self._filler = QTimer(self)
        self._filler.timeout.connect(self._fill_on)
        self._findings: list[Span] = []
        self._noted: list[Span] = []
        self._cuttable: list[Span] = []
        self._asked: Span | None = None
        self.current = -1
        self._notes = Tint(self, look, "hover")
        self._here = Tint(self, look, "accent_soft")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setAccessibleName(_("Naskah yang ditinjau"))

    # ------------------------------------------------------------ what it shows

    def show_pieces(self, shown: Sequence[Piece], *, keep_place: bool = False) -> None:
        """Show these pieces; no change is marked."""
        place = self.verticalScrollBar().value() if keep_place else 0
        self._pieces, self.current = shown, -1
        self._fill()
        self.verticalScrollBar().setValue(place)

    def show_findings(self, spans: Iterable[Span]) -> None:
        """Underline what nobody has answered yet."""
        self._findings = list(spans)
        self.viewport().update()

    def show_cuttable(self, spans: Iterable[Span]) -> None:
        """Mark the sentences that may be cut."""
        self._cuttable = list(spans)
        self.viewport().update()

    def show_noted(self, spans: Iterable[Span]) -> None:
        """Tint the passages that notes are tied to."""
        self._noted = sorted(spans)
        self._tint()

    def point_at(self, span: Span | None) -> None:
        """Tint one passage as the one that is meant, and bring it in sight; None for none."""
        self._asked = span
        self._tint()
        place = self._text.span(*span) if span is not None else None
        if place is not None:
            self._bring(place[0])

    def show_said(self, word: Span | None, sentence: Span | None) -> None:
        """Mark the word and the sentence being said; None for nothing."""
        theme = self._look.theme
        inks = ((sentence, "accent_soft", ""), (word, "accent", "on_accent"))
        selections: list[QTextEdit.ExtraSelection] = []
        for span, ground, ink in inks:
            place = self._text.span(*span) if span is not None else None
            if place is None:
                continue
            # Selections, not grounds: what is new has a ground of its own, and ink on it would drown.
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self._text)
            selection.cursor.setPosition(place[0])
            selection.cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
            selection.format.setBackground(theme.colour(ground))
            if ink:
                selection.format.setForeground(theme.colour(ink))
            selections.append(selection)
        self.setExtraSelections(selections)

    def tint(self, span: Span | None) -> None:
        """Tint one passage as the one that is meant; the view stays where it is."""
        self._asked = span
        self._tint()

    def place_of_cursor(self) -> int | None:
        """Return where in the newest body the cursor stands; None in words that are gone."""
        position = self.textCursor().position()
        found = self._text.body_span(position, position + 1)
        return found[0] if found is not None else None

    def mark(self, change: int) -> None:
        """Mark a change and bring it in sight; -1 marks none."""
        self.current = change
        self.viewport().update()
        self.bring_change(change)

    def bring_change(self, change: int) -> None:
        """Bring a change in sight without marking it."""
        place = next((place for place in self._text.places if place[2] == change), None)
        if place is not None:
            self._bring(place[0])

    def selected_span(self) -> Span | None:
        """Return the selected words as a span of the newest body; None when none of them are selected."""
        cursor = self.textCursor()
        return self._text.body_span(cursor.selectionStart(), cursor.selectionEnd())

    def change_at(self, position: int) -> int:
        """Return the number of the change that stands at a document position, -1 for none."""
        at = bisect_right(self._text.places, (position, 1 << 62, 0)) - 1
        if at >= 0 and self._text.places[at][0] <= position <= self._text.places[at][1]:
            return self._text.places[at][2]
        return -1

    def _bring(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top()
        if not BETWEEN <= top <= self.viewport().height() - 3 * LINE:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - self.viewport().height() // 3)

    # ------------------------------------------------------------ filling

    def _fill(self) -> None:
        self._text = ReviewDocument(self._look, self._pieces, self)
        self.setDocument(self._text)
        self._wrap()
        self._tint()
        self._fill_on_later()

    def _fill_on(self) -> None:
        self._text.go_on()
        self._tint()
        self._fill_on_later()

    def _fill_on_later(self) -> None:
        if self._text.whole:
            self._filler.stop()
        else:
            self._filler.start(0)

    def _tint(self) -> None:
        places = (self._text.span(*span) for span in self._noted)
        self._notes.show(_apart(place for place in places if place is not None))
        here = self._text.span(*self._asked) if self._asked is not None else None
        self._here.show([here] if here is not None else [])

    def _wrap(self) -> None:
        self.setLineWrapColumnOrWidth(min(_WIDEST, max(_NARROWEST, self.viewport().width())))

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds, the words, then lines, signs and the ring round the marked change."""
        rect = event.rect()
        self._notes.paint(rect)
        self._here.paint(rect)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(rect)
        self._paint_findings(painter)
        cuts = [place for span in self._cuttable if (place := self._text.span(*span)) is not None]
        if cuts:
            paint_cuttable(painter, self._look, self, cuts, self.lineWrapColumnOrWidth() - SIDE, rect)
        self._paint_notes(painter, rect)
        if self.current >= 0:
            spans = [(start, end) for start, end, change in self._text.places if change == self.current]
            paint_change(painter, self._look, self, spans)

    def _paint_findings(self, painter: QPainter) -> None:
        ink = self._look.theme.colour("temuan")
        for span in self._findings:
            place = self._text.span(*span)
            for piece in pieces(self, *place) if place is not None else ():
                width = piece.right - piece.left
                painter.fillRect(QRectF(piece.left, piece.baseline + _LINE_UNDER, width, _LINE_HIGH), ink)

    def _paint_notes(self, painter: QPainter, rect: QRect) -> None:
        icon = self._look.icons.pixmap("message-square", _NOTE_ICON, "text_3", self.devicePixelRatioF())
        for start, end in self._notes.spans:
            piece = next(pieces(self, start, end), None)
            if piece is not None and rect.top() - LINE < piece.baseline < rect.bottom() + LINE:
                at = QPointF(_NOTE_LEFT, round(piece.baseline - 6 - _NOTE_ICON / 2))
                painter.drawPixmap(at, icon)

    # ------------------------------------------------------------ pointer, menu, size

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a change marks it; a click on words tells where."""
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        position = self.cursorForPosition(event.position().toPoint()).position()
        change = self.change_at(position)
        if change >= 0:
            self.picked.emit(change)
        at = self._text.body_span(position, position + 1)
        if at is not None:
            self.passage_picked.emit(at[0])

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        """Show the few things that can be done with words under review."""
        menu = QMenu(self)
        selected = self.textCursor().hasSelection()
        for words, keys, run in (
            (_("Beri catatan pada kata terpilih"), QKeySequence(keys_of("notes.add")), self.note_wanted.emit),
            (_("Salin"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy),
        ):
            action = menu.addAction(words)
            action.setShortcut(keys)
            action.setEnabled(selected)
            action.triggered.connect(run)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(e.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column as wide as there is room for."""
        super().resizeEvent(event)
        self._wrap()

    def changeEvent(self, event: QEvent) -> None:
        """Write in the theme's new inks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._pieces:
            place, current = self.verticalScrollBar().value(), self.current
            self._fill()
            self.current = current
            self.verticalScrollBar().setValue(place)


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that touch made one: grounds are painted once."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
