"""What is done to a rundown by keys, pointer and menu, on the rows that are selected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.open_rundown import StoryState
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.i18n import _, ngettext
from newsdesk.ui.rundown.edits import Edit
from newsdesk.ui.rundown.row_status import kind_words
from newsdesk.ui.rundown.rows import FLOATS, HeadingRow, ItemRow

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from newsdesk.domain.rundown import Block
    from newsdesk.ui.rundown.drops import Drop
    from newsdesk.ui.rundown.rundown_model import Key
    from newsdesk.ui.rundown.rundown_pane import RundownPane

_BREAK_MS, _JINGLE_MS, _JOIN_MS, _SLOT_MS, _PRAYER_MS = 120_000, 20_000, 180_000, 45_000, 240_000


class RundownDesk(QObject):
    """Turns keys into edits of whatever rundown lies on the desk.

    ``edit`` makes one (with the stories it puts in, and the keys of the rows to be selected then) and says
    whether anything changed; ``rundown`` gives the rundown as it is; ``new_id`` a number for a new row.

    :attr:`told` carries a sentence about what was done that "Urungkan" takes back.
    """

    told = Signal(str)
    edit_row = Signal(object)
    edit_block = Signal(object)

    def __init__(
        self,
        pane: RundownPane,
        rundown: Callable[[], Rundown | None],
        edit: Callable[[Edit, Collection[StoryState], Collection[Key]], bool],
        new_id: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pane = pane
        self._rundown = rundown
        self._edit = edit
        self._new_id = new_id
        pane.table.dropped.connect(self.drop)
        pane.item_kept.connect(self.keep_item)
        pane.block_kept.connect(self.keep_block)
        pane.inserting.chose_kind.connect(self.insert_kind)

    # ------------------------------------------------------------ moving

    def step(self, *, up: bool) -> None:
        """Move the selected rows one place, or the heading with everything under it."""
        heading, ids = self._heading(), self._ids()
        if heading is not None and not ids:
            if heading.block_id != FLOATS:
                block = heading.block_id
                edit = Edit(_("blok dipindah"), lambda now: now.block_stepped(block, up=up))
                self._edit(edit, (), [(True, block)])
        elif ids:
            self._do(Edit(_("baris dipindah"), lambda now: now.stepped(ids, up=up), ids), ids)

    def drop(self, drop: Drop, dragged: list[int], story_id: int) -> None:
        """Put dragged rows where they were dropped; a story of the tray is its page's to fetch."""
        ids = frozenset(dragged)
        if not ids or story_id:
            return

        def dropped(now: Rundown) -> Rundown:
            if drop.floats:
                return now.floated(ids)
            return now.floated(ids, False).moved(ids, drop.before, drop.block_id)

        self._do(Edit(_("baris dipindah"), dropped, ids), ids)

    def turn_float(self) -> None:
        """Keep the selected rows without counting them, or count them again when none of them is counted."""
        rows = self._pane.table.selected_items()
        ids = self._ids()
        if not ids:
            return
        floats = not all(row.item.floated for row in rows)
        done = _("baris jadi cadangan") if floats else _("baris dihitung lagi")
        words = _("jadi cadangan") if floats else _("dihitung lagi")
        if self._do(Edit(done, lambda now: now.floated(ids, floats), ids), ids):
            self._tell(rows, words)

    # ------------------------------------------------------------ blocks

    def split(self) -> None:
        """Begin a block at the current row, and let it be named."""
        row, rundown = self._current(), self._rundown()
        if row is None or rundown is None:
            return
        item_id = row.item.id
        before = {block.id for block in rundown.blocks}
        self._do(Edit(_("blok dipecah"), lambda now: now.split(item_id, _("Blok baru"))), {item_id})
        after = self._rundown()
        made = next((block for block in after.blocks if block.id not in before), None) if after else None
        if made is not None:
            self.edit_block.emit(made)

    def keep_block(self, block: Block) -> None:
        """Keep a block that was edited in place."""
        self._edit(Edit(_("blok diubah"), lambda now: now.with_block(block)), (), [(True, block.id)])

    # ------------------------------------------------------------ rows put in, edited, taken out

    def keep_item(self, item: RundownItem) -> None:
        """Keep a row that was edited in place."""
        self._do(Edit(_("baris diubah"), lambda now: now.with_item(item), frozenset({item.id})), {item.id})

    def insert_kind(self, kind: ItemKind, slug: str) -> None:
        """Put in a row of that kind under the current one, and open it to be edited."""
        length = {
            ItemKind.STORY: _SLOT_MS,
            ItemKind.WORDS: 0,
            ItemKind.JINGLE: _JINGLE_MS,
            ItemKind.BREAK: _BREAK_MS,
            ItemKind.NETWORK: _JOIN_MS,
            ItemKind.PRAYER: _PRAYER_MS,
        }[kind]
        slug = slug or ("" if kind is ItemKind.STORY else self._numbered(kind))
        item = RundownItem(self._new_id(), kind, slug, planned_ms=length)
        if self.put(item):
            self.edit_row.emit(item)

    def put(self, item: RundownItem, state: StoryState | None = None, after: Drop | None = None) -> bool:
        """Put a new row under the current one or where it was dropped; a place kept for a story is filled."""
        rundown = self._rundown()
        if rundown is None:
            return False
        current = self._current()
        states = () if state is None else (state,)
        if after is None and state is not None and current is not None and _is_place(current.item):
            kept = current.item
            filled = replace(
                item,
                id=kept.id,
                fixed_at=kept.fixed_at,
                hit=kept.hit,
                reader_id=kept.reader_id,
                planned_ms=kept.planned_ms or item.planned_ms,  # what the slot was given stays its own
            )
            edit = Edit(_("tempat kosong diisi"), lambda now: now.with_item(filled), frozenset({kept.id}))
            return self._edit(edit, states, [(False, kept.id)])
        edit = Edit(_("baris disisipkan"), self._placing(item, after), frozenset({item.id}))
        return self._edit(edit, states, [(False, item.id)])

    def _placing(self, item: RundownItem, after: Drop | None) -> Callable[[Rundown], Rundown]:
        if after is not None:
            return lambda now: (
                now.placed(item, None)
                .moved({item.id}, after.before, after.block_id)
                .floated({item.id}, after.floats)
            )
        current, heading = self._current(), self._heading()
        if heading is not None and current is None and heading.block_id != FLOATS:
            block = heading.block_id

            def first(now: Rundown) -> Rundown:
                before = next((one.id for one in now.items if one.block_id == block), None)
                return now.placed(item, None).moved({item.id}, before, block)

            return first
        above = current.item.id if current is not None else None
        return lambda now: now.placed(item, above)

    def remove(self) -> None:
        """Take the selected rows out; a heading alone goes, and its rows join the block above."""
        heading, rows, ids = self._heading(), self._pane.table.selected_items(), self._ids()
        rundown = self._rundown()
        if rundown is None:
            return
        if heading is not None and not ids and heading.block_id != FLOATS:
            block = heading.block_id
            inside = frozenset(item.id for item in rundown.items if item.block_id == block)
            if self._edit(Edit(_("blok digabung"), lambda now: now.joined(block), inside), (), []):
                self.told.emit(_("Blok {name} digabung dengan yang di atasnya").format(name=heading.name))
        elif ids:
            edit = Edit(_("baris dikeluarkan"), lambda now: now.without(ids), ids)
            if self._edit(edit, (), []):
                self._tell(rows, _("dikeluarkan dari susunan"))

    def paraphrase(self) -> None:
        """Have paraphrases read instead of the clips of the selected rows, or the clips played again."""
        rows = [row for row in self._pane.table.selected_items() if row.facts.has_clip]
        ids = frozenset(row.item.id for row in rows)
        if not ids:
            return
        on = not all(row.item.paraphrase for row in rows)
        done = _("klip diganti parafrase") if on else _("parafrase diganti klip")
        words = _("dengan parafrase, bukan klip") if on else _("dengan klip lagi")
        if self._do(Edit(done, lambda now: now.paraphrased(ids, on), ids), ids):
            self._tell(rows, words)

    def pin_newest(self, state: StoryState, item: RundownItem) -> None:
        """Go by what is approved of a row's story now, or by its newest text as long as nothing is."""
        revision, approval = state.to_pin
        pinned = replace(item, revision=revision, approval_id=approval, cut=(), paraphrase=False)
        edit = Edit(_("revisi baru dipakai"), lambda now: now.with_item(pinned), frozenset({item.id}))
        if self._do(edit, {item.id}):
            number = revision if revision is not None else state.revision
            self.told.emit(_("{slug} memakai revisi {n}").format(slug=state.slug, n=number))

    # ------------------------------------------------------------ inside

    def _do(self, edit: Edit, ids: Collection[int]) -> bool:
        current = self._pane.table.current_key()
        keys: list[Key] = [(False, one) for one in ids]
        # The row that the keys are at stays the one that they are at.
        keys.sort(key=lambda key: key != current)
        return self._edit(edit, (), keys)

    def _tell(self, rows: Collection[ItemRow], words: str) -> None:
        rows = list(rows)
        if len(rows) == 1:
            self.told.emit(f"{rows[0].facts.slug or rows[0].type} {words}")
        else:
            told = ngettext("{n} baris {words}", "{n} baris {words}", len(rows))
            self.told.emit(told.format(n=len(rows), words=words))

    def _ids(self) -> frozenset[int]:
        return frozenset(row.item.id for row in self._pane.table.selected_items())

    def _current(self) -> ItemRow | None:
        row = self._pane.table.current_row()
        return row if isinstance(row, ItemRow) else None

    def _heading(self) -> HeadingRow | None:
        row = self._pane.table.current_row()
        return row if isinstance(row, HeadingRow) else None

    def _numbered(self, kind: ItemKind) -> str:
        """Return a slug for a new row: "IKLAN-2" where there is one break already."""
        rundown = self._rundown()
        base = {
            ItemKind.WORDS: _("KATA"),
            ItemKind.JINGLE: _("JINGLE"),
            ItemKind.BREAK: _("IKLAN"),
            ItemKind.NETWORK: _("JARINGAN"),
            ItemKind.PRAYER: _("AZAN"),
        }.get(kind, kind_words(kind).upper())
        count = sum(item.kind is kind for item in rundown.items) if rundown is not None else 0
        return f"{base}-{count + 1}"


def _is_place(item: RundownItem) -> bool:
    """Return whether a row is a place kept for a story."""
    return item.kind is ItemKind.STORY and item.story_id is None
