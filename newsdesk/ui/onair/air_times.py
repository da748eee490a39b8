"""What the clock says about a bulletin being read: time left, expected end, over and under."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsdesk.domain.blocks import Clip
from newsdesk.domain.timing import SpokenLength, read_time_ms

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirItem


@dataclass(frozen=True, slots=True)
class AirTimes:
    """The figures of one moment.

    ``left_ms`` is what is left of the item being read, negative once it runs over; ``of_ms`` its estimate;
    ``over_ms`` the expected end less the close; ``fixed`` is the next hard hit still to come, and
    ``fixed_over_ms`` by how much what comes before it is too long (negative: too short).
    """

    left_ms: int
    of_ms: int
    over_ms: int
    ends: datetime
    fixed: AirItem | None = None
    fixed_over_ms: int = 0


def air_times(
    now: datetime,
    close: datetime,
    current: AirItem | None,
    elapsed_ms: int,
    ahead: Sequence[AirItem],
    length: Callable[[AirItem], int],
) -> AirTimes:
    """Work out the figures at ``now`` (aware): ``ahead`` is what is still to be read after ``current``, and
    ``length`` tells how many milliseconds an item takes.

    An item that runs over is expected to end now. A hard hit never begins before its time.
    """
    of_ms = length(current) if current is not None else 0
    left = of_ms - elapsed_ms
    ends = now + timedelta(milliseconds=max(0, left))
    fixed, fixed_over = None, 0
    for item in ahead:
        if item.fixed_at is not None:
            if fixed is None:
                fixed, fixed_over = item, (ends - item.fixed_at) // timedelta(milliseconds=1)
            ends = max(ends, item.fixed_at)
        ends += timedelta(milliseconds=length(item))
    return AirTimes(left, of_ms, (ends - close) // timedelta(milliseconds=1), ends, fixed, fixed_over)


def length_ms(item: AirItem) -> int:
    """Return how long an item takes: as estimated for its reader, or else as planned.

    What only plays a file takes no less than the file does.
    """
    played = sum(one.clip.milliseconds for one in item.clips) if item.text is None else 0
    return max(item.estimate_ms or item.planned_ms, played)


def clips_of(item: AirItem) -> dict[int, Clip]:
    """Return the clips of an item by their place among its blocks."""
    if item.text is None:
        return {one.block: one.clip for one in item.clips}
    return {at: block for at, block in enumerate(item.text.blocks) if isinstance(block, Clip)}


def paraphrase_ms(item: AirItem, block: int) -> int:
    """Return how long the reader takes for a clip's paraphrase.

    Its syllables are told from its letters, by how many the item's own words have for each.
    """
    text = item.text
    if text is None or not item.rate:
        return 0
    said = text.paraphrases[block] if block < len(text.paraphrases) else ""
    syllables = round(len(said) * text.length.syllables / max(1, len(text.spoken)))
    return read_time_ms(SpokenLength(syllables, 1, 1), item.rate)
