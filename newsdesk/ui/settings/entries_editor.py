"""A list of names to rename, merge and put away: the desks, or the tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow

if TYPE_CHECKING:
    from newsdesk.domain.registers import Entry
    from newsdesk.ui.look import Look

_MOST_ROWS = 5
_LABEL = 19
"""The label over a field, and the room between them."""


class EntriesEditor(QWidget):
    """The entries, and what can be done with the marked one.

    :attr:`renamed` carries an entry and its new name, :attr:`merged` the one to keep and the one that goes,
    :attr:`archived` an entry, :attr:`added` the name of a new one. Archiving and adding are for desks.
    """

    renamed = Signal(object, str)
    merged = Signal(object, object)
    archived = Signal(object)
    added = Signal(str)

    def __init__(self, look: Look, title: str, icon: str, *, new: str = "") -> None:
        super().__init__()
        self._icon = icon
        self._entries: dict[int, Entry] = {}
        self._merging: Entry | None = None
        head = Label(look, title, "panel")
        self.list = TwoLineList(look, title, marks_always=True, most=_MOST_ROWS)
        self.list.entered.connect(self._entered)
        self.list.taken_away.connect(self._archive)
        self.list.selectionModel().currentChanged.connect(self._marked)
        self.empty = Label(look, "", token="text_3")
        self.empty.setWordWrap(True)
        self.question = Label(look, "", "kecil", "accent_text", weight=600)
        self.question.setWordWrap(True)
        self.question.hide()
        self.name = Field(look, _("Nama baru"))
        self.name.edit.returnPressed.connect(self._rename)
        self.name.edit.installEventFilter(self)
        self.list.installEventFilter(self)
        self.rename_button = Button(look, _("Ganti nama"), Kind.STRONG, key="Return", small=True)
        self.rename_button.clicked.connect(self._begin_rename)
        self.merge_button = Button(look, _("Gabungkan dengan…"), small=True)
        self.merge_button.clicked.connect(self._begin_merge)
        self.archive_button = Button(look, _("Arsipkan"), key="Del", small=True)
        self.archive_button.clicked.connect(self._archive)
        self.new = Field(look, new or title)
        self.new.edit.returnPressed.connect(self._add)
        self.add_button = Button(look, _("Tambah"), Kind.STRONG, icon="plus")
        self.add_button.clicked.connect(self._add)
        self._has_new = bool(new)
        self._lay_out(head)
        self.show_entries(())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show the entries as they stand now."""
        self._entries = {entry.id: entry for entry in entries}
        self._merging = None
        self.question.hide()
        self.name.hide()
        self.list.show_rows([self._row(entry) for entry in entries])
        if entries and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        for button in (self.rename_button, self.merge_button):
            button.setVisible(bool(entries))
        self.merge_button.setVisible(len(entries) > 1)
        self.empty.setVisible(not entries)
        self._marked()

    def say_taken(self, sentence: str, *, new: bool = False) -> None:
        """Say at the field why a name cannot be given."""
        field = self.new if new else self.name
        field.set_wrong(sentence)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_new(self) -> None:
        """Make room for another new name: the last one was taken."""
        self.new.set_text("")
        self.new.set_wrong("")

    def marked(self) -> Entry | None:
        """Return the marked entry."""
        place = self.list.currentIndex().row()
        rows = self.list.rows()
        return self._entries.get(rows[place].key) if 0 <= place < len(rows) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves renaming and merging."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and (self._merging is not None or not self.name.isHidden())
        ):
            self._leave()
            return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------ inside

    def _row(self, entry: Entry) -> TwoLineRow:
        used = ngettext("{n} naskah", "{n} naskah", entry.stories).format(n=number(entry.stories))
        right = _("diarsipkan") if entry.archived else ""
        icon = "archive" if entry.archived else self._icon
        return TwoLineRow(entry.id, icon, entry.name, used, right)

    def _marked(self) -> None:
        entry = self.marked()
        self.archive_button.setVisible(self._has_new and entry is not None)
        if entry is not None:
            self.archive_button.set_words(_("Pakai lagi") if entry.archived else _("Arsipkan"))

    def _entered(self, key: int) -> None:
        gone, keep = self._merging, self._entries.get(key)
        if gone is None:
            self._begin_rename()
        elif keep is not None and keep.id != gone.id:
            self._merging = None
            self.question.hide()
            self.merged.emit(keep, gone)

    def _begin_rename(self) -> None:
        entry = self.marked()
        if entry is not None:
            self.name.set_wrong("")
            self.name.set_text(entry.name)
            self.name.show()
            self.name.edit.selectAll()
            self.name.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rename(self) -> None:
        entry = self.marked()
        if entry is not None:
            self.renamed.emit(entry, self.name.text())

    def _begin_merge(self) -> None:
        self._merging = self.marked()
        if self._merging is not None:
            words = _("Pilih yang tetap dipakai sebagai ganti “{name}”, lalu Enter. Esc batal.")
            self.question.setText(words.format(name=self._merging.name))
            self.question.show()
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _archive(self, _way: object = None) -> None:
        entry = self.marked()
        if entry is not None and self._has_new:
            self.archived.emit(entry)

    def _add(self) -> None:
        self.added.emit(self.new.text())

    def _leave(self) -> None:
        self._merging = None
        self.question.hide()
        self.name.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, head: Label) -> None:
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 0, 4, 0)
        acts.setSpacing(8)
        for button in (self.rename_button, self.merge_button, self.archive_button):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (head, self.empty, self.list, self.question, self.name):
            column.addWidget(part)
        column.addLayout(acts)
        if self._has_new:
            line = QHBoxLayout()
            line.setContentsMargins(0, 4, 4, 0)
            line.setSpacing(8)
            line.addWidget(self.new, 1)
            beside = QVBoxLayout()
            beside.setSpacing(0)
            beside.addSpacing(_LABEL)  # at the height of the field, whatever is said under it
            beside.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(beside)
            column.addLayout(line)
