"""Paints one frozen page. No document is touched, and nothing is laid out here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from newsdesk.ui.onair.clip_card import ClipLook, paint_card
from newsdesk.ui.onair.frozen_pages import NOTE_INDENT, Card, Page, Still
from newsdesk.ui.onair.laid_lines import Fonts, Line
from newsdesk.ui.onair.paper import CARD, LEFT, Paper

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.theme import Theme

_DOT = 2.0
_NOTE_PX = 16


def fonts_for(theme: Theme, paper: Paper) -> Fonts:
    """Return the fonts of a script at the size of ``paper``."""
    return Fonts(
        # Heavier than body text: light strokes on a dark ground are read from further away than a book.
        theme.sized(paper.size, 500, -0.014),
        theme.sized(paper.respelling_size, 600, 0.01),
        theme.sized(paper.quiet_size, 500),
        theme.sized(_NOTE_PX, 400),
    )


def paint_page(
    painter: QPainter, look: Look, page: Page, paper: Paper, fonts: Fonts, clips: Mapping[int, ClipLook]
) -> None:
    """Paint a page; ``clips`` says what each clip of the item is doing, by its place among the blocks."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in page.rows:
        if isinstance(row, Line):
            _paint_line(painter, look, row, paper, fonts)
        elif isinstance(row, Card):
            shown = clips.get(row.part.block)
            if shown is not None:
                paint_card(painter, look, card_box(row, paper), row.part.clip, shown)
        else:
            _paint_still(painter, look, row, fonts)


def card_box(card: Card, paper: Paper) -> QRectF:
    """Return where a card stands on its screen."""
    return QRectF(LEFT, card.top, paper.line_width, CARD)


def _paint_line(painter: QPainter, look: Look, row: Line, paper: Paper, fonts: Fonts) -> None:
    theme = look.theme
    if row.respellings:
        painter.setFont(fonts.respelling)
        painter.setPen(theme.colour("siap"))
        for one in row.respellings:
            painter.drawText(QPointF(one.x, row.top + paper.respelling), one.text)
    if row.dots:
        pen = QPen(theme.colour("text_3"), max(_DOT, paper.size / 21))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1, 1])
        painter.setPen(pen)
        under = row.baseline + round(8.5 / 42 * paper.size)
        for start, end in row.dots:
            painter.drawLine(QPointF(start, under), QPointF(end, under))
    painter.setPen(theme.colour("text"))
    row.line.draw(painter, row.origin)


def _paint_still(painter: QPainter, look: Look, row: Still, fonts: Fonts) -> None:
    theme, icons = look
    left = float(LEFT)
    font = fonts.note if row.part.is_note else fonts.sign_off
    if row.part.is_note:
        device = painter.device().devicePixelRatioF()
        pixmap = icons.pixmap("message-square-quote", 16, "text_3", device)
        painter.drawPixmap(QPointF(left, row.top + (row.pitch - 16) / 2), pixmap)
        left += NOTE_INDENT
    painter.setFont(font)
    painter.setPen(theme.colour("text_3"))
    metrics = QFontMetricsF(font)
    baseline = row.top + (row.pitch - metrics.height()) / 2 + metrics.ascent()
    for n, words in enumerate(row.lines):
        painter.drawText(QPointF(left, baseline + n * row.pitch), words)
