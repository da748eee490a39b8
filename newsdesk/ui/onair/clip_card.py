"""A clip's card on the announcer's screen: outlined when it waits, filled while it is heard."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _
from newsdesk.ui.onair.caps import cap_width, paint_cap
from newsdesk.ui.onair.paper import CARD
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.domain.blocks import Clip
    from newsdesk.ui.look import Look

LAST_MS = 5000
"""What is left of a clip when its figure turns yellow: it is time to breathe in."""
_ROUND = 56
_TEXT = 98
"""Pixels from the left edge of the card to its words."""


class ClipState(Enum):
    """What a clip is doing."""

    READY = "ready"
    PLAYING = "playing"
    PLAYED = "played"
    FAILED = "failed"


class ClipLook(NamedTuple):
    """What a card shows: state, milliseconds left and in all, and why a clip cannot be heard."""

    state: ClipState
    left_ms: int
    total_ms: int
    why: str = ""


class _Face(NamedTuple):
    fill: str
    line: str
    ink: str
    quiet: str
    icon: str
    round_fill: str
    round_ink: str


_FACES = {
    ClipState.READY: _Face("siap_bg", "siap", "text", "text_2", "play", "siap", "siap_bg"),
    ClipState.PLAYED: _Face("raised", "line_field", "text_2", "text_3", "check", "hover", "text_2"),
    ClipState.FAILED: _Face("temuan_bg", "temuan", "text", "text_2", "circle-alert", "temuan", "temuan_bg"),
}


def clip_words(clip: Clip, look: ClipLook) -> tuple[str, str, str]:
    """Return the title of a card, the key that acts on it, and the line under the title."""
    name = clip.name or clip.speaker or _("tanpa nama")
    if look.state is ClipState.PLAYING:
        ends = _("kata akhir: “…{words}”").format(words=clip.out_words) if clip.out_words else clip.speaker
        return _("Klip {name} sedang diputar").format(name=name), _("K berhenti"), ends
    if look.state is ClipState.FAILED:
        instead = clip.paraphrase and f"“{clip.paraphrase}”"
        title = _("Klip {name}: {why}").format(name=name, why=look.why)
        return (
            title,
            _("P parafrase") if instead else "",
            instead or _("Tidak ada parafrase; lanjutkan naskah."),
        )
    heard = " … ".join(words for words in (clip.in_words, clip.out_words) if words)
    under = f"“{heard}”" if heard else clip.speaker
    if look.state is ClipState.PLAYED:
        return _("Klip {name} sudah diputar").format(name=name), _("K ulang"), under
    return _("Putar klip {name}").format(name=name), "K", under


def card_in_words(clip: Clip, look: ClipLook) -> str:
    """Return all of a card in one line, for a screen reader."""
    title, key, under = clip_words(clip, look)
    return ", ".join(part for part in (title, clock_length(look.left_ms), under, key) if part)


def paint_card(painter: QPainter, look: Look, box: QRectF, clip: Clip, shown: ClipLook) -> None:
    """Paint a clip's card into ``box``."""
    theme, icons = look
    playing = shown.state is ClipState.PLAYING
    # White on the dark theme's light teal would not be readable.
    ink_playing = "canvas" if theme.dark else "on_accent"
    face = (
        _Face("siap", "", ink_playing, ink_playing, "square", ink_playing, "siap")
        if playing
        else _FACES[shown.state]
    )
    rounded(painter, box, 8, theme.colour(face.fill), theme.colour(face.line) if face.line else None, 2)
    if playing:
        _paint_bar(painter, look, box, shown, face.ink)
    middle = QRectF(box.left() + 22, box.center().y() - _ROUND / 2, _ROUND, _ROUND)
    rounded(painter, middle, _ROUND / 2, theme.colour(face.round_fill))
    device = painter.device().devicePixelRatioF()
    painter.drawPixmap(
        QPointF(middle.center().x() - 12, middle.center().y() - 12),
        icons.pixmap(face.icon, 24, face.round_ink, device),
    )
    figure = clock_length(shown.left_ms)
    figure_font = theme.font("klip_hitung")
    width = QFontMetricsF(figure_font).horizontalAdvance("0" * len(figure))
    room = QRectF(box.right() - 27 - width, box.top(), width, box.height())
    if playing and shown.left_ms <= LAST_MS:
        rounded(painter, room.adjusted(-12, 20, 12, -20), 6, theme.colour("ubah_fill"))
        painter.setPen(theme.colour("on_ubah_fill"))
    else:
        painter.setPen(theme.colour("siap" if shown.state is ClipState.READY else face.ink))
    painter.setFont(figure_font)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)
    _paint_words(painter, look, box, clip, shown, face, room.left() - 24)


def _paint_words(
    painter: QPainter, look: Look, box: QRectF, clip: Clip, shown: ClipLook, face: _Face, right: float
) -> None:
    theme = look.theme
    title, key, under = clip_words(clip, shown)
    left = box.left() + _TEXT
    font = theme.sized(18, 600)
    metrics = QFontMetricsF(font)
    room = right - left - (cap_width(look, key, 14) + 10 if key else 0)
    title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(theme.colour(face.ink))
    middle = box.center().y()
    painter.drawText(QPointF(left, middle - 9), title)
    if key:
        ink = theme.colour("siap" if shown.state is ClipState.READY else face.ink)
        at = QPointF(left + metrics.horizontalAdvance(title) + 10, middle - 27)
        paint_cap(painter, look, at, key, px=14, height=24, ink=ink, line=ink)
    painter.setFont(theme.sized(17, 400))
    painter.setPen(theme.colour(face.quiet))
    words = QFontMetricsF(painter.font()).elidedText(under, Qt.TextElideMode.ElideRight, right - left)
    painter.drawText(QPointF(left, middle + 20), words)


def _paint_bar(painter: QPainter, look: Look, box: QRectF, shown: ClipLook, ink: str) -> None:
    """Paint how much of a clip was heard, along the bottom of its card."""
    gone = 1 - shown.left_ms / shown.total_ms if shown.total_ms else 0.0
    inside = QPainterPath()
    inside.addRoundedRect(box, 8, 8)
    bar = QPainterPath()
    bar.addRect(QRectF(box.left(), box.top() + CARD - 6, box.width() * max(0.0, min(gone, 1.0)), 6))
    painter.fillPath(inside.intersected(bar), look.theme.colour(ink))
