"""Draws clips and notes in the text of a script: a card and a quiet line, one character each."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from newsdesk.domain.blocks import Clip, Note
from newsdesk.i18n import _
from newsdesk.ui.paint import draw_focus_ring, rounded
from newsdesk.ui.stories.block_words import State, clip_length, clip_state, clip_title, quoted
from newsdesk.ui.stories.script_blocks import OBJECT

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from newsdesk.domain.blocks import Block
    from newsdesk.errors import ClipError
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.script_blocks import ScriptBlocks

_NOTE_HIGH = 28
_NOTE_LEFT = 14
_HEAD, _ROW = 42, 20
"""Height of a card with its first line alone, and of every line more."""
_BAR = 3
_LEFT = 15
_ICON = 16
_TITLE_LEFT = _LEFT + _ICON + 8
_MIDDLE, _FIRST_ROW = 21, 43.5
"""The middles of the first line and of the second, from the card's top."""
_RADIUS = 6
_PLAY, _MORE = 57, 25
"""From the card's right to the middles of its two buttons."""
_BUTTON = 28
_GAP = 9


class Part(Enum):
    """What of a card is under the pointer."""

    PLAY = "play"
    MORE = "more"
    STATE = "state"
    CARD = "card"


class Shown(NamedTuple):
    """How a card stands just now: whether it has the keyboard, is among what is selected, is heard."""

    focused: bool = False
    selected: bool = False
    heard: bool = False


class BlockPainter(QPyTextObject):
    """Qt's handler of the blocks of one document, in the colours of the theme.

    ``trouble`` tells what is the matter with a clip's file, ``shown`` how the card at a document position
    stands; a document that is only read has no buttons on its cards.
    """

    def __init__(
        self,
        look: Look,
        document: QTextDocument,
        blocks: ScriptBlocks,
        shown: Callable[[int], Shown] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._blocks = blocks
        self._shown = shown
        self.column = 512.0
        self.trouble: Callable[[Clip], ClipError | None] = _none
        document.documentLayout().registerHandler(OBJECT, self)

    # Parameters are named as Qt names them: a checker of types compares them.
    def intrinsicSize(
        self,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803 - Qt's name
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> QSizeF:
        """Return the room that a block takes: the column, and its own height."""
        block = self._blocks.carried_by(format)
        return QSizeF(self.column, self._height(block) if block is not None else 0)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803 - Qt's name
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> None:
        """Paint a block; ``rect`` is its place in the document."""
        block = self._blocks.carried_by(format)
        if block is not None:
            self.paint(painter, QRectF(rect), block, posInDocument)

    def paint(self, painter: QPainter, box: QRectF, block: Block, position: int) -> None:
        """Paint the block that stands at a document position."""
        shown = self._shown(position) if self._shown is not None else Shown()
        painter.save()
        if isinstance(block, Note):
            self._paint_note(painter, box, block, shown)
        else:
            self._paint_clip(painter, box, block, shown)
        painter.restore()

    def part_at(self, block: Block, place: QPointF, width: float) -> Part:
        """Return what of a block's card is at ``place``, from its top left corner."""
        if isinstance(block, Clip):
            if abs(place.y() - _MIDDLE) <= _BUTTON / 2:
                for part, middle in ((Part.PLAY, _PLAY), (Part.MORE, _MORE)):
                    if abs(place.x() - (width - middle)) <= _BUTTON / 2:
                        return part
            rows = self._rows(block)
            if self._state(block) is not None and place.y() > _HEAD + _ROW * (len(rows) - 1) - 8:
                return Part.STATE
        return Part.CARD

    def _height(self, block: Block) -> float:
        return _NOTE_HIGH if isinstance(block, Note) else _HEAD + _ROW * len(self._rows(block))

    def _state(self, clip: Clip) -> State | None:
        return clip_state(clip, self.trouble(clip))

    def _rows(self, clip: Clip) -> list[tuple[str, str, str]]:
        """Return the lines under a card's first: a quiet word or an icon, words, and their colour."""
        rows: list[tuple[str, str, str]] = []
        if clip.in_words:
            rows.append((_("mulai"), quoted(clip.in_words), "text"))
        if clip.out_words:
            rows.append((_("akhir"), quoted(clip.out_words), "text"))
        if clip.paraphrase and self._shown is None:  # where it is read, and not written
            rows.append((_("bila gagal"), clip.paraphrase, "text"))
        state = self._state(clip)
        if state is not None:
            rows.append((state.icon, state.words, state.token))
        return rows

    # ------------------------------------------------------------ painting

    def _paint_note(self, painter: QPainter, box: QRectF, note: Note, shown: Shown) -> None:
        if shown.selected:
            rounded(painter, box, 4, self._look.theme.colour("accent_soft"))
        at = QPointF(box.left() + _NOTE_LEFT, box.top() + (_NOTE_HIGH - _ICON) / 2)
        self._icon(painter, at, "message-square-quote", "text_3")
        middle = box.top() + _NOTE_HIGH / 2
        left = box.left() + _NOTE_LEFT + _ICON + 8
        left = self._words(painter, _("Catatan penyiar"), left, middle, box.right(), "text_3", weight=600)
        words = " ".join(note.text.split())
        self._words(
            painter, _(", tidak dibaca: {text}").format(text=words), left, middle, box.right() - 8, "text_3"
        )
        if shown.focused:
            draw_focus_ring(painter, self._look.theme, box, 4)

    def _paint_clip(self, painter: QPainter, box: QRectF, clip: Clip, shown: Shown) -> None:
        theme = self._look.theme
        rounded(
            painter,
            box,
            _RADIUS,
            theme.colour("accent_soft" if shown.selected else "raised"),
            theme.colour("line"),
        )
        painter.save()
        painter.setClipRect(QRectF(box.left(), box.top(), _BAR, box.height()))
        rounded(painter, box, _RADIUS, theme.colour("siap"))
        painter.restore()
        middle = box.top() + _MIDDLE
        self._icon(painter, QPointF(box.left() + _LEFT, middle - _ICON / 2), "audio-lines", "siap")
        right = box.right() - 12
        if self._shown is not None:
            right = box.right() - _PLAY - _BUTTON / 2
            for icon, away in (("square" if shown.heard else "play", _PLAY), ("ellipsis", _MORE)):
                at = QPointF(box.right() - away - _ICON / 2, middle - _ICON / 2)
                quiet = icon == "play" and not clip.path
                self._icon(painter, at, icon, "line_field" if quiet else "text_2")
        left = self._words(
            painter, clip_title(clip), box.left() + _TITLE_LEFT, middle, right, "text", weight=600
        )
        for words in (clip_length(clip), clip.speaker):
            if words:
                left = self._words(painter, words, left + _GAP, middle, right, "text_3")
        for number, (before, words, token) in enumerate(self._rows(clip)):
            middle = box.top() + _FIRST_ROW + number * _ROW
            left = box.left() + _LEFT
            if token == "text":
                left = self._words(painter, before, left, middle, box.right(), "text_3") + 4
            else:
                self._icon(painter, QPointF(left, middle - _ICON / 2), before, token)
                left += _ICON + 8
            self._words(painter, words, left, middle, box.right() - 12, token)
        if shown.focused:
            draw_focus_ring(painter, theme, box, _RADIUS)

    def _icon(self, painter: QPainter, at: QPointF, name: str, token: str) -> None:
        dpr = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            QPointF(round(at.x()), round(at.y())), self._look.icons.pixmap(name, _ICON, token, dpr)
        )

    def _words(
        self,
        painter: QPainter,
        words: str,
        left: float,
        middle: float,
        right: float,
        token: str,
        *,
        weight: int | None = None,
    ) -> float:
        """Write one line, cut to the room there is; return where it ends."""
        font: QFont = self._look.theme.font("isi", weight=weight)
        metrics = QFontMetricsF(font)
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, right - left))
        painter.setFont(font)
        painter.setPen(self._look.theme.colour(token))
        width = metrics.horizontalAdvance(fitting)
        painter.drawText(QRectF(left, middle - 10, width + 2, 20), Qt.AlignmentFlag.AlignVCenter, fitting)
        return left + width


def _none(_clip: Clip) -> None:
    """Nothing is known to be the matter with a clip's file."""
