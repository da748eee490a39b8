"""The rows of a rundown, as Qt and screen readers ask for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from newsdesk.ui.letters import plain_tip
from newsdesk.ui.rundown.rows import HeadingRow, ItemRow, Row, for_reader, row_key, row_sentence

AnyIndex = QModelIndex | QPersistentModelIndex
Key = tuple[bool, int]
ROWS_MIME = "application/x-newsdesk-rundown-rows"
"""Rows that are being dragged: their ids as decimal figures, divided by spaces."""
STORY_MIME = "application/x-newsdesk-story"
"""A story that is being dragged out of the tray: its id as decimal figures."""


class RundownModel(QAbstractListModel):
    """Frozen rows in the order given. Rows that only changed their places or times keep Qt's indexes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._keys: tuple[Key, ...] = ()

    def show(self, rows: Sequence[Row]) -> bool:
        """Show other rows; False when rows came or went, so that Qt's indexes are new."""
        keys = tuple(row_key(row) for row in rows)
        if keys == self._keys:
            self._show_same(rows)
            return True
        if len(keys) == len(self._keys) and set(keys) == set(self._keys):
            self._show_moved(rows, keys)
            return True
        self.beginResetModel()
        self._rows, self._keys = rows, keys
        self.endResetModel()
        return False

    def _show_same(self, rows: Sequence[Row]) -> None:
        changed = [n for n, (row, old) in enumerate(zip(rows, self._rows, strict=True)) if row != old]
        self._rows = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def _show_moved(self, rows: Sequence[Row], keys: tuple[Key, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        place = {key: n for n, key in enumerate(keys)}
        before = self.persistentIndexList()
        after = [self.index(place[self._keys[index.row()]]) for index in before]
        self._rows, self._keys = rows, keys
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def place_of(self, key: Key) -> int:
        """Return where the row of that key stands, or -1."""
        return self._keys.index(key) if key in self._keys else -1

    def row_at(self, place: int) -> Row | None:
        """Return the row at a place, None where there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rows(self) -> Sequence[Row]:
        """Return all rows that are shown."""
        return self._rows

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row in words for screen readers, and what it may not have room for."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row_sentence(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, ItemRow):
            return plain_tip(_tip(row))
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Rows can be dragged, headings cannot; anything can be dropped between them."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid() and not isinstance(self._rows[index.row()], HeadingRow):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return what may be dropped here: rows, and stories of the tray."""
        return [ROWS_MIME, STORY_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the rows that are dragged."""
        data = QMimeData()
        rows = [self._rows[index.row()] for index in indexes]
        ids = [str(row.item.id) for row in rows if isinstance(row, ItemRow)]
        data.setData(ROWS_MIME, " ".join(ids).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Rows move, stories are copied into the rundown."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def _tip(row: ItemRow) -> str:
    """Return what a row may not have room for: its slug, type, what is missing, and whom its time is for."""
    learnt = for_reader(row) if row.facts.spread_ms else ""
    parts = [row.facts.slug, row.type, row.facts.status.why, learnt]
    return "\n".join(part for part in parts if part)
