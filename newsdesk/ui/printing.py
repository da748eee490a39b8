"""Lays paper out in pages, for PDF and for printers alike; needs no window.

Made page by page in small steps, because whoever prints may go on typing meanwhile.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from newsdesk.domain.paper import INK, QUIET_INK, STAMP_INK, Paper, PaperSheet
from newsdesk.i18n import _

_MARGIN_MM = 14.0
_BAND_PT = 26.0
"""Height of the running head, and of the foot."""
_SMALL_PT = 8.0
_FIRST_LINE = 0.02
"""Of a page's height: what begins above stands at the top."""
_POINTS_PER_INCH = 72.0
_ANGLE = -35.0
_RESOLUTION = 1200
_FAMILIES = ("Inter", "sans-serif")


class Step(NamedTuple):
    """How far the work is: ``page`` of ``pages``; both 0 while the pages are laid out."""

    page: int
    pages: int


class _Part(NamedTuple):
    """Sheets that share a document; ``running`` names, by page of it, what stands there."""

    document: QTextDocument
    running: tuple[str, ...]
    stamped: tuple[str, ...]
    lying: bool


def turn(device: QPagedPaintDevice, *, lying: bool) -> None:
    """Give the next pages of ``device`` their size and margins: A4, upright or lying."""
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    device.setPageLayout(QPageLayout(size, way, margins, QPageLayout.Unit.Millimeter))


def print_on(device: QPagedPaintDevice, paper: Paper) -> Iterator[Step]:
    """Print ``paper`` on ``device``, a step at a time; nothing follows when the device cannot be begun.

    The device is free again after the last step, or when the iterator is closed.
    """
    parts: list[_Part] = []
    for sheets in _groups(paper):
        parts.append(_laid_out(device, paper, sheets))
        yield Step(0, 0)
    pages = sum(len(part.running) for part in parts)
    turn(device, lying=parts[0].lying)
    painter = QPainter()
    if not painter.begin(device):
        return
    try:
        page = 0
        for part in parts:
            turn(device, lying=part.lying)
            for at in range(len(part.running)):
                if page and not device.newPage():
                    return
                page += 1
                _paint(painter, device, paper, part, at, _of(page, pages))
                yield Step(page, pages)
    finally:
        painter.end()


class PdfFile:
    """A PDF made in memory: :meth:`steps` makes it, :attr:`data` is the whole file after the last."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._bytes = QByteArray()

    def steps(self) -> Iterator[Step]:
        """Make the pages one after another."""
        buffer = QBuffer(self._bytes)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_RESOLUTION)
        writer.setTitle(self._paper.title)
        writer.setCreator("Newsdesk")
        yield from print_on(writer, self._paper)
        buffer.close()

    @property
    def data(self) -> bytes:
        """The file."""
        return bytes(self._bytes.data())


def pdf(paper: Paper) -> bytes:
    """Return ``paper`` as a PDF file, made in one go."""
    file = PdfFile(paper)
    for _step in file.steps():
        pass
    return file.data


# ---------------------------------------------------------------- inside


def _groups(paper: Paper) -> Iterator[Sequence[PaperSheet]]:
    """Yield the sheets that share a document, and so a step: those that may share a page."""
    if not paper.sheets:
        yield ()
    for lying, sheets in groupby(paper.sheets, lambda sheet: sheet.lying):
        if lying or paper.page_each:
            yield from ((sheet,) for sheet in sheets)
        else:
            yield tuple(sheets)


def _font(points: float) -> QFont:
    font = QFont(_FAMILIES)
    font.setPointSizeF(points)
    # Inter has other glyphs for a colon between figures, and for tabular figures, which a PDF cannot name:
    # "0:48" would be copied, searched and read aloud as "048". So neither is asked for on paper.
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _scale(device: QPagedPaintDevice) -> float:
    """Return the device's dots a point."""
    return device.logicalDpiY() / _POINTS_PER_INCH


def _body(device: QPagedPaintDevice) -> QRectF:
    """Return the room for the words, in dots from the corner of the printable area."""
    band = _BAND_PT * _scale(device)
    return QRectF(0, band, device.width(), device.height() - 2 * band)


def _laid_out(device: QPagedPaintDevice, paper: Paper, sheets: Sequence[PaperSheet]) -> _Part:
    turn(device, lying=any(sheet.lying for sheet in sheets))
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(10))
    document.setDefaultStyleSheet(paper.style)
    document.setHtml("".join(f"<div>{sheet.html}</div>" for sheet in sheets))
    _dot_what_is_said_otherwise(document)
    # Only now: a document that has been asked for its layout is laid out at every change.
    document.documentLayout().setPaintDevice(device)
    body = _body(device)
    document.setPageSize(body.size())
    return _named(document, sheets, body.height())


def _dot_what_is_said_otherwise(document: QTextDocument) -> None:
    """Dot the lines under words: HTML has underlines only, and a solid one is hard to read along."""
    dotted = QTextCharFormat()
    dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        spans: list[tuple[int, int]] = []
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().fontUnderline():
                spans.append((piece.position(), piece.position() + piece.length()))
            pieces += 1
        for start, end in spans:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(dotted)
        block = block.next()


def _named(document: QTextDocument, sheets: Sequence[PaperSheet], height: float) -> _Part:
    """Return the document with what stands on each of its pages, by the anchors of the sheets."""
    pages = max(1, document.pageCount())
    tops = {name: top / height for name, top in _anchors(document)}  # in pages
    begins = [tops.get(sheet.name, 0.0) for sheet in sheets]
    on: list[list[PaperSheet]] = [[] for _ in range(pages)]
    ends = [*begins[1:], float(pages)]
    for sheet, begin, end in zip(sheets, begins, ends, strict=False):  # no sheet, no begin: one empty page
        # What begins in a page's first line leaves no room above it for the one before.
        last = math.ceil(end - _FIRST_LINE) - 1
        for page in range(int(begin), min(max(int(begin), last), pages - 1) + 1):
            on[page].append(sheet)
    running = tuple(" \N{MIDDLE DOT} ".join(sheet.running for sheet in page) for page in on)
    # Across a page only where all of it is a draft: an approved script beside one must not be doubted.
    stamps = tuple(page[0].stamp if page and all(sheet.stamp for sheet in page) else "" for page in on)
    return _Part(document, running, stamps, any(sheet.lying for sheet in sheets))


def _anchors(document: QTextDocument) -> Iterator[tuple[str, float]]:
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            for name in pieces.fragment().charFormat().anchorNames():
                yield name, layout.blockBoundingRect(block).top()
            pieces += 1
        block = block.next()


def _of(page: int, pages: int) -> str:
    return _("halaman {page} dari {pages}").format(page=page, pages=pages)


def _paint(
    painter: QPainter, device: QPagedPaintDevice, paper: Paper, part: _Part, at: int, number: str
) -> None:
    body = _body(device)
    stamp = part.stamped[at]
    if stamp:
        _paint_across(painter, body, stamp.partition(",")[0], _scale(device))
    painter.save()
    painter.translate(body.left(), body.top() - at * body.height())
    shown = QRectF(0, at * body.height(), body.width(), body.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = shown
    context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
    painter.setClipRect(shown)
    part.document.documentLayout().draw(painter, context)
    painter.restore()
    head = QRectF(0, 0, body.width(), body.top())
    foot = QRectF(0, body.bottom(), body.width(), body.top())
    _paint_band(painter, device, head, part.running[at], stamp, Qt.AlignmentFlag.AlignTop)
    _paint_band(painter, device, foot, paper.foot, number, Qt.AlignmentFlag.AlignBottom)


def _paint_band(
    painter: QPainter,
    device: QPagedPaintDevice,
    band: QRectF,
    left: str,
    right: str,
    edge: Qt.AlignmentFlag,
) -> None:
    font = _font(_SMALL_PT)
    metrics = QFontMetricsF(font, device)
    room = band.width() - metrics.horizontalAdvance(right) - 12 * _scale(device)
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(QUIET_INK))
    cut = metrics.elidedText(left, Qt.TextElideMode.ElideRight, room)
    painter.drawText(band, Qt.AlignmentFlag.AlignLeft | edge, cut)
    painter.drawText(band, Qt.AlignmentFlag.AlignRight | edge, right)
    painter.restore()


def _paint_across(painter: QPainter, body: QRectF, word: str, scale: float) -> None:
    """Write a word across the page, under the words of the script."""
    font = _font(96)
    font.setWeight(QFont.Weight.Bold)
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(STAMP_INK))
    painter.translate(body.center())
    painter.rotate(_ANGLE)
    reach = math.hypot(body.width(), body.height())
    box = QRectF(QPointF(-reach / 2, -80 * scale), QSizeF(reach, 160 * scale))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
    painter.restore()
