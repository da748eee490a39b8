"""Where a form was met: the story's slug and the sentence, with the form itself in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsdesk.i18n import _
from newsdesk.ui.letters import show_tip

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_ICON = 14
_GAP = 6
_HEIGHT = 16
_LONGEST = 400


class Around(NamedTuple):
    """A form in its sentence: what stands before it, itself, what comes after."""

    before: str
    form: str
    after: str


def around(sentence: str, form: str) -> Around:
    """Part a sentence at the form that was met in it.

    >>> around("evaluasi sektoral (EPSS).", "EPSS")
    Around(before='evaluasi sektoral (', form='EPSS', after=').')
    """
    at = sentence.find(form)
    at = sentence.lower().find(form.lower()) if at < 0 else at
    if at < 0 or not form:
        return Around(sentence, "", "")
    return Around(sentence[:at], sentence[at : at + len(form)], sentence[at + len(form) :])


class FoundLine(QWidget):
    """One line of 16; a fault takes its place as long as there is one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._slug = ""
        self._parts = Around("", "", "")
        self._wrong = ""
        self.setFixedHeight(_HEIGHT)

    def show_found(self, slug: str, sentence: str, form: str) -> None:
        """Show the sentence that a form was met in; without one only what can be done here."""
        self._slug = slug
        self._parts = around(sentence, form)
        self._name()

    def set_wrong(self, sentence: str) -> None:
        """Say what is wrong instead; "" takes it back."""
        self._wrong = sentence
        self._name()

    @property
    def wrong(self) -> str:
        """The fault being told, or ""."""
        return self._wrong

    def _name(self) -> None:
        before, form, after = self._parts
        words = self._wrong or "".join((self._slug and f"{self._slug}: ", before, form, after))
        self.setAccessibleName(words)
        show_tip(self, words[:_LONGEST])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words, cut so that the form stays to be seen."""
        theme, icons = self._look
        painter = QPainter(self)
        plain = theme.font("kecil")
        icon, token = ("circle-alert", "temuan") if self._wrong else ("file-text", "text_2")
        nothing = not self._wrong and not any(self._parts)
        if nothing:
            icon, token = "book-a", "text_3"
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(QPointF(0, 1), icons.pixmap(icon, _ICON, token, ratio))
        room = QRectF(_ICON + _GAP, 0, max(0, self.width() - _ICON - _GAP), _HEIGHT)
        if self._wrong or nothing:
            hint = _("Berlaku untuk semua naskah begitu Anda menekan Benar.")
            self._run(painter, room, plain, token, self._wrong or hint)
            return
        bold = theme.font("kecil", weight=600)
        before, form, after = (part[:_LONGEST] for part in (self._parts.before[-_LONGEST:], *self._parts[1:]))
        slug = f"{self._slug}: " if self._slug else ""
        left = room.left() + self._run(painter, room, plain, "text_2", f"{slug}“")
        middle = QFontMetricsF(bold).horizontalAdvance(form)
        spare = room.right() - left - middle
        ending = QFontMetricsF(plain).horizontalAdvance(f"{after}”")
        most = spare - min(ending, max(spare * 0.3, spare - QFontMetricsF(plain).horizontalAdvance(before)))
        before = QFontMetricsF(plain).elidedText(before, Qt.TextElideMode.ElideLeft, max(0.0, most))
        for font, ink, words in (
            (plain, "text_2", before),
            (bold, "text", form),
            (plain, "text_2", f"{after}”"),
        ):
            left += self._run(painter, QRectF(left, 0, room.right() - left, _HEIGHT), font, ink, words)

    def _run(self, painter: QPainter, room: QRectF, font: QFont, token: str, words: str) -> float:
        """Paint words at the left of ``room`` and return how wide they are."""
        metrics = QFontMetricsF(font)
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, room.width()))
        painter.setFont(font)
        painter.setPen(self._look.theme.colour(token))
        painter.drawText(
            room.adjusted(0, 0, 1, 0), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut
        )
        return metrics.horizontalAdvance(cut)
