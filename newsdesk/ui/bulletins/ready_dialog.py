"""The editor's signature: a bulletin is called ready although something is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.letters import brief

if TYPE_CHECKING:
    from newsdesk.ui.bulletins.ready_panel import Missing
    from newsdesk.ui.look import Look

_WIDTH = 440
_SHOWN = 6


class ReadyDialog(QDialog):
    """Says what is missing; who signs writes why. The safe choice comes first and has the keyboard."""

    def __init__(self, look: Look, missing: Sequence[Missing], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setFixedWidth(_WIDTH)
        n = len(missing)
        question = ngettext(
            "Tandai siap walau {n} hal masih kurang?", "Tandai siap walau {n} hal masih kurang?", n
        ).format(n=n)
        self.setWindowTitle(question)
        title = Label(look, question, "panel")
        title.setWordWrap(True)
        lines = [f"{brief(one.slug) or _('tanpa slug')}: {one.words}" for one in missing[:_SHOWN]]
        if n > _SHOWN:
            lines.append(_("dan {n} lagi").format(n=n - _SHOWN))
        told = Label(look, "\n".join(lines), token="text_2")
        told.setWordWrap(True)
        signs = Label(
            look,
            _("Nama Anda, {name}, tercatat sebagai penanggung jawab, dengan alasan ini.").format(
                name=brief(name)
            ),
            "kecil",
            "text_3",
        )
        signs.setWordWrap(True)
        self.why = Field(look, _("Alasan"), placeholder=_("misalnya: naskah disetujui lewat telepon"))
        self.back = Button(look, _("Kembali ke buletin"), Kind.STRONG)
        self.sign = Button(look, _("Tandai siap atas nama saya"), Kind.PRIMARY)
        self.back.clicked.connect(self.reject)
        self.sign.clicked.connect(self._sign)
        self.why.changed.connect(self._changed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.sign)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for part in (title, told, self.why, signs):
            column.addWidget(part)
        column.addLayout(row)
        self._changed("")
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, _text: str) -> None:
        self.sign.set_available(bool(self.why.text().strip()), _("Tulis alasannya dulu"))

    def _sign(self) -> None:
        if self.why.text().strip():
            self.accept()
