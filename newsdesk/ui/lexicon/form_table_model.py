"""The rows of the lexicon's table, as Qt and screen readers ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from newsdesk.domain.lexicon import HowSaid
from newsdesk.i18n import _, number
from newsdesk.ui.lexicon.form_row import FormRow, Key
from newsdesk.ui.lexicon.form_shelf import Column

AnyIndex = QModelIndex | QPersistentModelIndex
_Reads = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class Role(IntEnum):
    """What the delegate asks of a cell."""

    ROW = Qt.ItemDataRole.UserRole


def how_words(how: HowSaid) -> str:
    """Return the word for a way of saying."""
    return {HowSaid.LETTERS: _("huruf"), HowSaid.WORD: _("kata"), HowSaid.EXPANDED: _("kepanjangan")}[how]


def how_icon(how: HowSaid) -> str:
    """Return the Lucide name of its icon."""
    icons = {
        HowSaid.LETTERS: "case-upper",
        HowSaid.WORD: "whole-word",
        HowSaid.EXPANDED: "unfold-horizontal",
    }
    return icons[how]


def checked_words(row: FormRow) -> str:
    """Return who checked a form and when, or what stands there instead."""
    if row.builtin:
        return _("diganti redaksi") if row.replaced else _("bawaan program")
    return row.checked or _("belum diperiksa")


def column_words(column: Column) -> str:
    """Return the heading of a column."""
    return {
        Column.PLAY: "",
        Column.WRITTEN: _("Tertulis"),
        Column.SPOKEN: _("Dibaca"),
        Column.HOW: _("Cara"),
        Column.CHECKED: _("Diperiksa"),
        Column.USED: _("Dipakai"),
        Column.MORE: "",
    }[column]


class FormTableModel(QAbstractTableModel):
    """Frozen rows in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[FormRow] = ()

    def show(self, rows: Sequence[FormRow]) -> bool:
        """Show other rows; False when they are the same forms in the same order: then every place stays."""
        same = len(rows) == len(self._rows) and all(
            one.key == other.key for one, other in zip(rows, self._rows, strict=True)
        )
        if same:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        return not same

    def row_of(self, key: Key) -> int:
        """Return where the row with that key stands, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.key == key), -1)

    def row_at(self, place: int) -> FormRow | None:
        """Return the row at a place, None where there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many forms are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row for the delegate, or a cell's words for screen readers."""
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role not in _Reads:
            return None
        entry = row.entry
        match Column(index.column()):
            case Column.PLAY:
                return _("Dengar {form}").format(form=entry.form)
            case Column.WRITTEN:
                return entry.form
            case Column.SPOKEN:
                return entry.spoken
            case Column.HOW:
                return how_words(entry.how)
            case Column.CHECKED:
                return checked_words(row)
            case Column.USED:
                return "" if row.builtin else number(row.used)
            case _:
                return _("Lainnya")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_words(Column(section))
        return None
