"""The voices as rows: choose, hear, remove."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.letters import plain_tip
from newsdesk.ui.paint import draw_focus_ring, rounded

if TYPE_CHECKING:
    from newsdesk.services.voices import VoiceInfo
    from newsdesk.ui.look import Look

_DOT = 18
_LEFT = 8 + _DOT + 10
_HIGH, _HIGH_WITH_LICENCE = 48, 64
_SHORT_LICENCE = 40


class VoiceChoice(RingedButton):
    """Name and engine; under them language and real rates; under them the licence where there is one."""

    ring_outside = False

    def __init__(self, look: Look, info: VoiceInfo) -> None:
        super().__init__(look)
        self.info = info
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_info(info)

    def show_info(self, info: VoiceInfo) -> None:
        """Show what is known of the voice now."""
        self.info = info
        self.setText(info.name)
        self.setAccessibleName(_("{voice}, {engine}").format(voice=info.name, engine=info.engine_name))
        self.setAccessibleDescription(", ".join(filter(None, [self.detail, self._licence])))
        self.setToolTip(plain_tip(info.licence) if info.licence else "")
        self.updateGeometry()
        self.update()

    @property
    def detail(self) -> str:
        """The quiet line: language, rates, and what it cannot do."""
        info = self.info
        rates = _("laju diukur saat pertama dipakai")
        if info.fastest_spm:
            rates = _("{slow} sampai {fast} suku kata/menit").format(
                slow=info.slowest_spm, fast=info.fastest_spm
            )
        marks = "" if info.exact_marks else _("sorotan kata kira-kira")
        return ", ".join(filter(None, [_language(info.language), rates, marks]))

    @property
    def _licence(self) -> str:
        """The line that tells of the licence: all of a short one, else where it is read."""
        words = " ".join(self.info.licence.split())
        return words if len(words) <= _SHORT_LICENCE else _("Lisensinya sendiri tampil saat dipilih")

    def sizeHint(self) -> QSize:
        """Return two lines, or three."""
        return QSize(200, _HIGH_WITH_LICENCE if self._licence else _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot of the choice and the lines."""
        theme = self.look.theme
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            rounded(painter, box, 6, theme.colour("accent_soft" if self.isChecked() else "hover"))
        dot = QRectF(8, 7, _DOT, _DOT)
        ink = "accent" if self.isChecked() else "line_field"
        rounded(painter, dot, _DOT / 2, theme.colour("surface"), theme.colour(ink))
        if self.isChecked():
            rounded(painter, dot.adjusted(5, 5, -5, -5), _DOT / 2 - 5, theme.colour("accent"))
        painter.setFont(theme.font("isi", weight=500))
        painter.setPen(theme.colour("text"))
        name = QRectF(_LEFT, 6, box.width() - _LEFT - 8, 20)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self.text())
        used = QFontMetricsF(painter.font()).horizontalAdvance(self.text()) + 8
        painter.setFont(theme.font("kecil"))
        painter.setPen(theme.colour("text_2" if self.isChecked() else "text_3"))
        painter.drawText(name.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.info.engine_name)
        for place, words in enumerate(filter(None, [self.detail, self._licence])):
            line = QRectF(_LEFT, 26 + 16 * place, name.width(), 16)
            elided = QFontMetricsF(painter.font()).elidedText(
                words, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided)
        if self.ringed and self.hasFocus():
            draw_focus_ring(painter, theme, box, 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class VoiceRows(QWidget):
    """Rows under each other. The signals carry the :class:`VoiceInfo`."""

    chosen = Signal(object)
    tried = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.choices: list[VoiceChoice] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_voices(self, voices: Sequence[VoiceInfo], engine: str, voice: str) -> None:
        """List the voices; the one of ``engine`` and ``voice`` is marked."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows, self.choices = [], []
        for info in voices:
            self._rows.append(self._row(info))
            self._column.addWidget(self._rows[-1])
        self.mark(engine, voice)

    def mark(self, engine: str, voice: str) -> None:
        """Mark the voice that speaks."""
        for one in self.choices:
            one.setChecked((one.info.engine, one.info.id) == (engine, voice))

    def show_info(self, info: VoiceInfo) -> None:
        """Show what was measured of a voice."""
        for one in self.choices:
            if (one.info.engine, one.info.id) == (info.engine, info.id):
                one.show_info(info)

    def _row(self, info: VoiceInfo) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 4, 0)  # room for the focus ring of the button
        row.setSpacing(8)
        choice = VoiceChoice(self._look, info)
        choice.clicked.connect(partial(self._chosen, choice))
        hear = Button(
            self._look, kind=Kind.GHOST, icon="play", name=_("Dengar {voice}").format(voice=info.name)
        )
        hear.clicked.connect(partial(self._tried, choice))
        row.addWidget(choice, 1)
        row.addWidget(hear, 0, Qt.AlignmentFlag.AlignTop)
        if info.removable:
            name = _("Hapus {voice}").format(voice=info.name)
            remove = Button(self._look, kind=Kind.GHOST, icon="trash-2", name=name)
            remove.clicked.connect(partial(self._removed, choice))
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.choices.append(choice)
        return line

    def _chosen(self, choice: VoiceChoice, _checked: bool = False) -> None:
        self.mark(choice.info.engine, choice.info.id)
        self.chosen.emit(choice.info)

    def _tried(self, choice: VoiceChoice, _checked: bool = False) -> None:
        self.tried.emit(choice.info)

    def _removed(self, choice: VoiceChoice, _checked: bool = False) -> None:
        self.removed.emit(choice.info)


def _language(code: str) -> str:
    """Return the language's name; its code where a newsroom here hardly meets it."""
    named = {"id": _("Indonesia"), "jv": _("Jawa"), "su": _("Sunda"), "ms": _("Melayu"), "en": _("Inggris")}
    return named.get(code.partition("-")[0], code)
