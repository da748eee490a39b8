"""What is seldom wanted of an entry: the respelling, where it holds, and whose name it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.lexicon import NameOf, Pronunciation
from newsdesk.i18n import _
from newsdesk.ui.components.field import Field
from newsdesk.ui.components.segment import Segment
from newsdesk.ui.components.toggle import Toggle

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_HEIGHT = 52 + 12 + 38


class MoreFields(QWidget):
    """Two lines of fields under the first ones."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.respelling = Field(look, _("Ejaan di atas kata"), placeholder=_("CU-cuk"))
        self.before = Field(look, _("Hanya sesudah kata"), placeholder=_("atlet, kapten"))
        self.after = Field(look, _("Hanya sebelum kata"), placeholder=_("Blitar, Kediri"))
        names = (
            (NameOf.NOTHING.value, _("bukan")),
            (NameOf.PERSON.value, _("orang")),
            (NameOf.PLACE.value, _("tempat")),
        )
        self.name_of = Segment(look, _("Nama"), names, NameOf.NOTHING.value)
        self.case = Toggle(
            look,
            _("Bedakan huruf besar dan kecil"),
            note=_("“PAM” lalu bukan “Pam”. Tanpa centang, keduanya dibaca sama"),
        )
        first = QHBoxLayout()
        first.setSpacing(16)
        self.respelling.setMaximumWidth(152)
        for field in (self.respelling, self.before, self.after):
            first.addWidget(field, 1)
        first.addWidget(self.name_of)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(first)
        column.addWidget(self.case, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def says_something(self) -> bool:
        """Whether any of these fields is not as an ordinary entry has it."""
        texts = (self.respelling.text(), self.before.text(), self.after.text(), self.name_of.value())
        return any(texts) or not self.case.isChecked()

    def show_entry(self, entry: Pronunciation) -> None:
        """Fill the fields."""
        self.respelling.set_text(entry.respelling)
        self.before.set_text(", ".join(entry.words_before))
        self.after.set_text(", ".join(entry.words_after))
        self.name_of.set_value(entry.name_of.value)
        self.case.setChecked(entry.case_sensitive)

    def filled(self, entry: Pronunciation) -> Pronunciation:
        """Return the entry with what stands in these fields."""
        return replace(
            entry,
            respelling=" ".join(self.respelling.text().split()),
            words_before=_listed(self.before.text()),
            words_after=_listed(self.after.text()),
            name_of=NameOf(self.name_of.value()),
            case_sensitive=self.case.isChecked(),
        )

    def begin(self) -> None:
        """Go to the first of them."""
        self.respelling.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        """Return the height of both lines."""
        return QSize(400, _HEIGHT)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())
