"""What of a bulletin should not go out as it is, and the question whether it goes out all the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.air_bulletin import AirStatus, ClipFault
from newsdesk.domain.rundown import ItemKind
from newsdesk.i18n import _, ngettext
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.letters import brief

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirBulletin, AirItem
    from newsdesk.ui.look import Look

_WIDTH = 440
_SHOWN = 6


def unready(air: AirBulletin) -> list[str]:
    """Return what is wrong with a bulletin that goes on air, a line each: "3 SLUG: belum disetujui".

    What an editor signed for is not: her name stands in the log.
    """
    lines: list[str] = []
    for item in air.items:
        if item.floated:
            continue
        for words in _wrong(item):
            lines.append(
                _("{number} {slug}: {words}").format(
                    number=item.number, slug=brief(item.slug) or _("tempat kosong"), words=words
                )
            )
    return lines


def _wrong(item: AirItem) -> list[str]:
    words: list[str] = []
    if item.status is AirStatus.NOT_APPROVED and not item.signed_by:
        words.append(_("belum disetujui"))
    elif item.status is AirStatus.CHANGED and not item.signed_by:
        words.append(_("berubah setelah disetujui; yang dibaca tetap yang disetujui"))
    elif item.status is AirStatus.EMBARGOED and not item.signed_by:
        words.append(_("masih embargo"))
    elif item.status is AirStatus.KILLED:
        words.append(_("sudah dicabut; tidak akan ditampilkan"))
    elif item.kind is ItemKind.STORY and item.text is None:
        words.append(_("belum ada naskahnya"))
    gone = any(not clip.path and clip.fault is not ClipFault.LATE for clip in item.clips)
    if gone and not item.paraphrase and not item.signed_by:
        words.append(_("berkas klip tidak ada"))
    return words


class UnreadyDialog(QDialog):
    """Asks once; the safe choice comes first. A bulletin that nobody called ready wants a reason."""

    def __init__(self, look: Look, air: AirBulletin, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setFixedWidth(_WIDTH)
        n = len(lines)
        question = (
            ngettext(
                "Siarkan {bulletin} walau {n} hal masih kurang?",
                "Siarkan {bulletin} walau {n} hal masih kurang?",
                n,
            )
            if n
            else _("Siarkan {bulletin} yang belum ditandai siap?")
        ).format(bulletin=brief(air.name), n=n)
        self.setWindowTitle(question)
        shown = [*lines[:_SHOWN], *([_("dan {n} lagi").format(n=n - _SHOWN)] if n > _SHOWN else [])]
        self.why = Field(look, _("Alasan"), placeholder=_("misalnya: redaktur tidak bisa dihubungi"))
        self.why.setVisible(not air.ready)
        self.back = Button(look, _("Kembali"), Kind.STRONG)
        self.air = Button(look, _("Mulai siaran"), Kind.AIR, icon="radio")
        self.back.clicked.connect(self.reject)
        self.air.clicked.connect(self.accept)
        self.why.changed.connect(self._changed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.air)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for part in (
            _wrapped(Label(look, question, "panel")),
            _wrapped(Label(look, "\n".join(shown), token="text_2")),
            self.why,
            _wrapped(Label(look, _("Log siar mencatatnya dengan nama Anda."), "kecil", "text_3")),
        ):
            column.addWidget(part)
        column.addLayout(row)
        self._changed("")
        (self.back if air.ready else self.why.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the button that has the keyboard, and never goes on air out of the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for button in (self.back, self.air):
                if button.hasFocus() and button.isEnabled():
                    button.click()
            return
        super().keyPressEvent(event)

    def _changed(self, _text: str) -> None:
        ready = self.why.isHidden() or bool(self.why.text().strip())
        self.air.set_available(ready, _("Tulis alasannya dulu"))


def _wrapped(label: Label) -> Label:
    label.setWordWrap(True)
    return label
