"""The rows that every bulletin of a programme begins with, built as a rundown is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.bulletin import TOLERANCE_MS
from newsdesk.domain.readiness import Standing
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.domain.rundown_timing import time_rundown
from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.keys import bind
from newsdesk.ui.rundown.columns import RowHeights
from newsdesk.ui.rundown.edits import Done, Edit, History
from newsdesk.ui.rundown.row_status import NO_STATUS, RowFacts, row_status
from newsdesk.ui.rundown.rows import FLOATS, RowView, rundown_rows
from newsdesk.ui.rundown.rundown_desk import RundownDesk
from newsdesk.ui.rundown.rundown_pane import RundownPane
from newsdesk.ui.rundown.typed_times import typed_clock
from newsdesk.ui.shortcuts import Where

if TYPE_CHECKING:
    from newsdesk.domain.open_rundown import StoryState
    from newsdesk.domain.rundown import Block
    from newsdesk.ui.look import Look
    from newsdesk.ui.rundown.rundown_model import Key

_HEIGHT = 400
"""What can be put in stands whole over the rows."""
_DAY = datetime(2025, 1, 17, tzinfo=UTC)
"""The day that times are shown on: which one does not matter, the template has none."""


class TemplateEditor(QWidget):
    """Rows with their kinds, lengths, readers and fixed times; stories are places to be filled.

    :attr:`changed` comes after every edit, :attr:`words_asked` with fixed words whose length is not known yet
    (:meth:`tell_lengths`). ``new_id`` gives numbers for new rows.
    """

    changed = Signal()
    words_asked = Signal(object)

    def __init__(self, look: Look, new_id: Callable[[], int]) -> None:
        super().__init__()
        self._rundown = Rundown()
        self._airtime, self._slot_ms = time(6), 0
        self._readers: Sequence[tuple[int, str]] = ()
        self._folded: set[int] = set()
        self._lengths: dict[str, int] = {}
        self._history = History()
        self.pane = RundownPane(look)
        self.pane.setFixedHeight(_HEIGHT)
        self.pane.set_heights(RowHeights(28, 24))
        self.pane.table.setAccessibleName(_("Susunan awal program"))
        self.desk = RundownDesk(self.pane, lambda: self._rundown, self._edit, new_id, self)
        self.insert_button = Button(look, _("Sisipkan"), Kind.STRONG, icon="plus", key="Ins", small=True)
        self.split_button = Button(look, _("Pecah jadi blok"), Kind.PLAIN, key="S", small=True)
        self.remove_button = Button(look, _("Keluarkan"), Kind.PLAIN, key="Del", small=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.insert_button, self.split_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.pane)
        column.addLayout(row)
        self.insert_button.clicked.connect(self.pane.open_insert)
        self.split_button.clicked.connect(self.desk.split)
        self.remove_button.clicked.connect(self.desk.remove)
        self.pane.table.edited.connect(self._edit_key)
        self.pane.table.folded.connect(self._fold)
        self.desk.edit_row.connect(self._open_item)
        self.desk.edit_block.connect(self.pane.edit_block)
        bind(self.pane.table, {Where.RUNDOWN}, self._run, Qt.ShortcutContext.WidgetShortcut)
        bind(self.pane.table, {Where.BULLETIN}, self._run, Qt.ShortcutContext.WidgetShortcut)

    # ------------------------------------------------------------ what stands in it

    def show_template(
        self, rundown: Rundown, airtime: time, slot_ms: int, readers: Sequence[tuple[int, str]]
    ) -> None:
        """Show a template; times are those of a bulletin at ``airtime``, ``readers`` are ids and names."""
        self._rundown = rundown
        self._history.clear()
        self._folded.clear()
        self._airtime, self._slot_ms, self._readers = airtime, slot_ms, readers
        self._show()

    def set_times(self, airtime: time, slot_ms: int) -> None:
        """Show the times of another airtime."""
        if (airtime, slot_ms) != (self._airtime, self._slot_ms):
            self._airtime, self._slot_ms = airtime, slot_ms
            self._show()

    def tell_lengths(self, lengths: Mapping[str, int]) -> None:
        """Take how many milliseconds fixed words take."""
        self._lengths.update(lengths)
        self._show()

    def template(self) -> Rundown:
        """Return what stands in it."""
        return self._rundown

    # ------------------------------------------------------------ edits

    def _edit(self, edit: Edit, _states: Collection[StoryState], keys: Collection[Key]) -> bool:
        before = self._rundown
        after = edit.apply(before)
        if after == before:
            return False
        self._history.add(Done(edit, before, after))
        self._take(after, keys)
        return True

    def _turn_back(self, edit: Edit | None) -> None:
        if edit is not None:
            self._take(edit.apply(self._rundown), ())

    def _take(self, rundown: Rundown, keys: Collection[Key]) -> None:
        self._rundown = rundown
        self._show(keys)
        self.changed.emit()

    def _run(self, shortcut: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "rundown.up": lambda: self.desk.step(up=True),
            "rundown.down": lambda: self.desk.step(up=False),
            "rundown.edit": self._edit_current,
            "rundown.story": self._choose_sound,
            "rundown.float": self.desk.turn_float,
            "rundown.insert": self.pane.open_insert,
            "rundown.split": self.desk.split,
            "rundown.remove": self.desk.remove,
            "bulletin.undo": lambda: self._turn_back(self._history.undo()),
            "bulletin.redo": lambda: self._turn_back(self._history.redo()),
        }
        if shortcut in acts:
            acts[shortcut]()

    def _edit_current(self) -> None:
        key = self.pane.table.current_key()
        if key is not None:
            self._edit_key(key, -1)

    def _choose_sound(self) -> None:
        """A template has no stories to be opened; a row that plays something is asked for its file."""
        self._edit_current()
        item = self.pane.editor.item
        if item is not None and item.kind.is_played:
            self.pane.editor.sound.choose()

    def _edit_key(self, key: Key, at_x: int) -> None:
        heading, number = key
        block: Block | None = self._rundown.block(number) if heading else None
        item = None if heading else self._rundown.item(number)
        if block is not None:
            self.pane.edit_block(block)
        elif item is not None:
            self._open_item(item, at_x)

    def _open_item(self, item: RundownItem, at_x: int = -1) -> None:
        self.pane.edit_item(item, item.slug, self._readers, self._starts, at_x, template=True)

    def _fold(self, block_id: int, folded: bool) -> None:
        (self._folded.add if folded else self._folded.discard)(block_id)
        self._show()

    # ------------------------------------------------------------ showing

    @property
    def _starts(self) -> datetime:
        return datetime.combine(_DAY.date(), self._airtime, UTC)

    def _show(self, chosen: Collection[Key] = ()) -> None:
        starts = self._starts
        shown = Rundown(self._rundown.blocks, tuple(self._with_moment(one) for one in self._rundown.items))
        words = {item.id: item.words for item in shown.items if item.kind is ItemKind.WORDS and item.words}
        known = {row: self._lengths[one] for row, one in words.items() if one in self._lengths}
        times = time_rundown(shown, known, starts, starts + timedelta(milliseconds=self._slot_ms))
        self._folded &= {FLOATS, *(block.id for block in shown.blocks)}
        view = RowView(self._facts, UTC, TOLERANCE_MS, self._folded)
        self.pane.show_rows(rundown_rows(shown, times, view), chosen)
        if len(known) < len(words):
            self.words_asked.emit(frozenset(words.values()) - frozenset(self._lengths))

    def _with_moment(self, item: RundownItem) -> RundownItem:
        """Return a row with the moment that its clock time has on the day shown; a prayer has none yet."""
        try:
            hour, minute, second = typed_clock(item.hit)
        except ValueError:
            return item
        return replace(item, fixed_at=self._starts.replace(hour=hour, minute=minute, second=second))

    def _facts(self, item: RundownItem) -> RowFacts:
        names = dict(self._readers)
        place = item.kind is ItemKind.STORY and item.story_id is None
        slug = item.slug if not item.hit or item.fixed_at is not None else f"{item.slug} ({item.hit})"
        reader = names.get(item.reader_id or 0, "")
        return RowFacts(
            slug=slug,
            status=row_status(Standing.EMPTY) if place else NO_STATUS,
            reader=reader.split(" ", 1)[0] or (_("bergiliran") if item.kind.is_read else ""),
        )
