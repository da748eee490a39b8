"""The selected finding in "Periksa": why it is one, what can be put instead, and letting it be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.reasons import where_it_stands
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.finding_row import ICON_LEFT, WORDS_LEFT, paint_title
from newsdesk.ui.stories.flow import Flow

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.finding_groups import Group

_TITLE_TOP = 8
_MOST_FIXES = 5


class _Title(QWidget):
    """What is wrong and what is right, with the icon of its kind."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.group: Group | None = None
        self.setFixedHeight(_TITLE_TOP + 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.group is None:
            return
        painter = QPainter(self)
        icon = self._look.icons.pixmap(self.group.icon, 16, self.group.token, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(ICON_LEFT, _TITLE_TOP + 3), icon)
        room = QRectF(WORDS_LEFT, _TITLE_TOP, self.width() - WORDS_LEFT - 12, 20)
        paint_title(painter, self._look, self.group, room)


class FindingCard(QWidget):
    """The one finding with buttons.

    :attr:`mended` carries the number of the fix that was chosen; :attr:`mended_all` asks for the first one
    everywhere; :attr:`let` carries the reason for letting it be; :attr:`learned` asks to take the words into
    the newsroom's own; :attr:`left` comes when the reason is given up.
    """

    mended = Signal(int)
    mended_all = Signal()
    let = Signal(str)
    learned = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.group: Group | None = None
        self._title = _Title(look)
        self._why = TextBlock(look, font="kecil")
        self._law = TextBlock(look, font="kecil", token="text_2")
        self.mend = Button(look, _("Perbaiki"), Kind.STRONG, key=keys_of("findings.mend"), small=True)
        self.mend.clicked.connect(lambda: self.mended.emit(0))
        self.be = Button(look, _("Biarkan, karena…"), Kind.GHOST, small=True)
        self.be.setToolTip(_("Biarkan temuan ini dengan alasan, Shift F8"))
        self.be.clicked.connect(self.ask_why)
        self.learn = Button(look, _("Tambahkan ke kamus redaksi"), Kind.LINK, small=True)
        self.learn.clicked.connect(self.learned)
        self.all = Button(look, "", Kind.LINK, small=True)
        self.all.clicked.connect(self.mended_all)
        self.others = [Button(look, "", Kind.PLAIN, small=True) for _place in range(1, _MOST_FIXES)]
        for place, button in enumerate(self.others, 1):
            button.clicked.connect(lambda _on=False, place=place: self.mended.emit(place))
        self.reason = Field(
            look, _("Biarkan, karena"), note=_("Enter membiarkan, Esc batal. Redaktur membaca alasan ini.")
        )
        self.reason.edit.returnPressed.connect(self._give_reason)
        self.reason.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.mend)
        buttons.addWidget(self.be)
        buttons.addStretch(1)
        self._fixes = QWidget()
        more = Flow(self._fixes)
        for button in (*self.others, self.all, self.learn):
            more.addWidget(button)
        inside = QVBoxLayout()
        inside.setContentsMargins(WORDS_LEFT, 0, 12, 0)
        inside.setSpacing(0)
        for part, gap in ((self._why, 0), (self._law, 4)):
            inside.addSpacing(gap)
            inside.addWidget(part)
        inside.addSpacing(8)
        inside.addLayout(buttons)
        inside.addSpacing(4)
        inside.addWidget(self._fixes)
        inside.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 10)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addLayout(inside)

    def show_group(self, group: Group) -> None:
        """Show another finding; a reason being typed stays while the finding does."""
        before, self.group = self.group, group
        self._title.group = group
        if before is not None and group.told == before.told:
            return
        finding = group.finding
        if before is None or finding.words != before.finding.words or finding.rule != before.finding.rule:
            self.reason.hide()
            self.reason.set_text("")
            self.reason.set_wrong("")
        self._title.update()
        self._why.set_words(group.why)
        self._law.set_words(where_it_stands(finding.citation) if finding.citation is not None else "")
        self._law.setVisible(finding.citation is not None)
        self.mend.setVisible(bool(finding.fixes))
        for place, button in enumerate(self.others, 1):
            button.setVisible(place < len(finding.fixes))
            if place < len(finding.fixes):
                button.set_words(f"{place + 1}  {finding.fixes[place]}", finding.fixes[place])
        count = len(group.places)
        self.all.setVisible(bool(finding.fixes) and count > 1)
        self.all.set_words(_("Perbaiki semua {n}").format(n=count))
        self.learn.setVisible(can_be_learned(group))
        parts = (*self.others, self.all, self.learn)
        self._fixes.setVisible(any(not part.isHidden() for part in parts))
        self.setAccessibleName(group.why)

    def ask_why(self) -> None:
        """Ask for the reason of letting it be."""
        self.reason.show()
        self.reason.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _give_reason(self) -> None:
        words = self.reason.text().strip()
        if not words:
            self.reason.set_wrong(_("Tulis alasannya: redaktur membacanya."))
            return
        self.reason.hide()
        self.reason.set_text("")
        self.let.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a fix by its number; Esc gives the reason up."""
        if event.key() == Qt.Key.Key_Escape and not self.reason.isHidden():
            self.reason.hide()
            self.left.emit()
            return
        place = event.key() - Qt.Key.Key_1
        fixes = self.group.finding.fixes if self.group is not None else ()
        if 0 <= place < min(len(fixes), _MOST_FIXES) and self.reason.isHidden():
            self.mended.emit(place)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the selected finding and the line over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, self._look.theme.colour("line"))


def can_be_learned(group: Group) -> bool:
    """Return whether the newsroom may take the words of a finding into its own."""
    words = group.finding.words
    return group.finding.rule in ("spelling.word", "spelling.pair") and not any(map(str.isspace, words))
