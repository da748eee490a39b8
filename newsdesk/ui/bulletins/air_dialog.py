"""The question before going on air with something that nobody has approved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label

if TYPE_CHECKING:
    from newsdesk.ui.bulletins.ready_panel import Missing
    from newsdesk.ui.look import Look

_WIDTH = 440
_SHOWN = 6


class AirDialog(QDialog):
    """Names what is missing; the safe choice comes first and has the keyboard."""

    def __init__(self, look: Look, missing: Sequence[Missing], parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setFixedWidth(_WIDTH)
        n = len(missing)
        question = ngettext("Siarkan dengan {n} hal kurang?", "Siarkan dengan {n} hal kurang?", n).format(n=n)
        self.setWindowTitle(question)
        title = Label(look, question, "panel")
        lines = [f"{one.slug or _('tanpa slug')}: {one.words}" for one in missing[:_SHOWN]]
        if n > _SHOWN:
            lines.append(_("dan {n} lagi").format(n=n - _SHOWN))
        lines.append(_("Penyiar akan melihatnya di atas naskahnya."))
        told = Label(look, "\n".join(lines), token="text_2")
        told.setWordWrap(True)
        self.back = Button(look, _("Kembali ke buletin"), Kind.STRONG)
        self.air = Button(look, _("Siarkan"), Kind.AIR)
        self.back.clicked.connect(self.reject)
        self.air.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.air)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(told)
        column.addLayout(row)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
