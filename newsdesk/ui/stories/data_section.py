"""The inspector's particulars of a story: dateline, bylines, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.chip import Chip
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.components.field import Field
from newsdesk.ui.stories.flow import Flow
from newsdesk.ui.stories.sign_off_view import SignOffView

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Byline, Dateline
    from newsdesk.domain.story import Script
    from newsdesk.ui.look import Look


class DataSection(QWidget):
    """Fields whose every key is kept; :attr:`edited` comes with each."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tags: list[str] = []
        self.desk = Choice(look, _("Desk"))
        self.sign_off = SignOffView(look)
        self.place = Field(look, _("Tempat berita"), placeholder=_("misalnya Blitar"))
        self.outlet = Field(look, _("Media asal"), placeholder=_("bila dari media lain"))
        self.bylines = Field(
            look, _("Penulis"), placeholder=_("Nama, Media"), note=_("Beberapa penulis dipisah titik koma.")
        )
        self.tags = Field(look, _("Tag"), placeholder=_("tulis, lalu Enter"))
        for field in (self.place, self.outlet, self.bylines):
            field.edit.textEdited.connect(self.edited)
        self.tags.finished.connect(self._take_tag)
        self.tags.edit.installEventFilter(self)
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 16)
        column.setSpacing(10)
        for part in (
            *(self.desk, self.place, self.outlet, self.bylines),
            *(self.sign_off, self.tags, self._chips),
        ):
            column.addWidget(part)

    def show_script(self, script: Script) -> None:
        """Show the particulars of a script."""
        self.place.set_text(script.dateline.place if script.dateline else "")
        self.outlet.set_text(script.dateline.outlet if script.dateline else "")
        self.bylines.set_text(
            "; ".join(", ".join(p for p in (one.name, one.outlet) if p) for one in script.bylines)
        )
        self._tags = list(script.tags)
        self._show_tags()

    def set_dateline(self, dateline: Dateline) -> None:
        """Fill in a dateline that was accepted."""
        self.place.set_text(dateline.place)
        self.outlet.set_text(dateline.outlet)
        self.edited.emit()

    def add_byline(self, byline: Byline) -> None:
        """Add a byline that was accepted."""
        one = ", ".join(part for part in (byline.name, byline.outlet) if part)
        self.bylines.set_text("; ".join(part for part in (self.bylines.text().strip(), one) if part))
        self.edited.emit()

    def put_back(self, place: str, outlet: str, bylines: str) -> None:
        """Let the fields say what they said before an offer was accepted."""
        self.place.set_text(place)
        self.outlet.set_text(outlet)
        self.bylines.set_text(bylines)
        self.edited.emit()

    def dateline(self) -> Dateline | None:
        """Return the dateline, None when both fields are empty."""
        from newsdesk.domain.attribution import Dateline

        place, outlet = self.place.text().strip(), self.outlet.text().strip()
        return Dateline(place, outlet) if place or outlet else None

    def byline_list(self) -> tuple[Byline, ...]:
        """Return the bylines.

        "Ipang Harwoko, Mahardhika FM; Rani" gives two, the second without an outlet.
        """
        from newsdesk.domain.attribution import Byline

        found: list[Byline] = []
        for one in self.bylines.text().split(";"):
            name, _comma, outlet = one.partition(",")
            if name.strip() or outlet.strip():
                found.append(Byline(name.strip(), outlet.strip()))
        return tuple(found)

    def tag_list(self) -> tuple[str, ...]:
        """Return the tags in order."""
        return tuple(self._tags)

    def summary(self) -> str:
        """Return what the folded section says: desk, place and authors."""
        desk = self.desk.box.currentText() if self.desk.value() else ""
        parts = [_("desk {name}").format(name=desk) if desk else ""]
        parts += [self.place.text().strip(), *(one.name for one in self.byline_list())]
        return ", ".join(part for part in parts if part) or _("belum diisi")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make a comma end a tag, and Backspace in the empty field take the last one back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.text() == ",":
                self._take_tag(self.tags.text())
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.tags.text() and self._tags:
                self._drop_tag(self._tags[-1])
                return True
        return super().eventFilter(watched, event)

    def _take_tag(self, text: str) -> None:
        tag = text.strip().strip(",").strip()
        if not tag:
            return
        self.tags.edit.clear()
        if tag not in self._tags:
            self._tags.append(tag)
            self._show_tags()
            self.edited.emit()

    def _drop_tag(self, tag: str) -> None:
        self._tags.remove(tag)
        self._show_tags()
        self.tags.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _show_tags(self) -> None:
        self._flow.clear()
        for tag in self._tags:
            chip = Chip(self._look, tag, removable=True)
            chip.removed.connect(lambda tag=tag: self._drop_tag(tag))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._tags))
