"""In which order a bulletin is read: what comes next, what is passed over, what was read and not heard."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import TYPE_CHECKING

from newsdesk.domain.as_run import AirEvent, ClipAct
from newsdesk.ui.onair.air_times import clips_of

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirBulletin, AirItem
    from newsdesk.domain.as_run_log import AsRunLine


def in_order(air: AirBulletin) -> tuple[AirItem, ...]:
    """Return every item in the order of its number."""
    return tuple(sorted(air.items, key=lambda item: item.number))


def ahead_of(
    air: AirBulletin, current: AirItem | None, over: Callable[[AirItem], bool]
) -> tuple[AirItem, ...]:
    """Return what is still to be read after ``current``; floats and what is ``over`` are not."""
    order = _counted(air)
    at = next((n for n, item in enumerate(order) if current and item.item_id == current.item_id), None)
    # From a float that was jumped to, one goes on where the order had come to.
    later = order if at is None else order[at + 1 :]
    return tuple(item for item in later if not over(item))


def passed_over(
    air: AirBulletin, current: AirItem | None, ahead: Sequence[AirItem], ended: Container[int]
) -> list[AirItem]:
    """Return what was killed between ``current`` and what is read next."""
    order = _counted(air)
    ids = [item.item_id for item in order]
    here = ids.index(current.item_id) + 1 if current and current.item_id in ids else 0
    until = ids.index(ahead[0].item_id) if ahead else len(ids)
    return [item for item in order[here:until] if item.item_id not in ended]


def read_instead(line: AsRunLine) -> set[int]:
    """Return which clips of an item were read and not heard when the program was gone, by their blocks."""
    blocks = {clip.name: block for block, clip in clips_of(line.item).items()}
    read: set[int] = set()
    for one in line.happenings:
        block = blocks.get(one.name)
        if block is not None and one.what is AirEvent.PARAPHRASED:
            read.add(block)
        elif block is not None and one.act == ClipAct.STARTED:
            read.discard(block)
    return read


def _counted(air: AirBulletin) -> list[AirItem]:
    return [item for item in in_order(air) if not item.floated]
