"""Ten thousand random edits of rundowns: after each, totals are the sums of the rows and no row is lost."""

from __future__ import annotations

import random
import time
from typing import NamedTuple

from tests.rundowns import edited, faults, made_up

_EACH = 100
"""Edits of one rundown before the next is made up."""


class Outcome(NamedTuple):
    """What came of a run; ``wrong`` names what did not hold."""

    edits: int
    wrong: tuple[str, ...]
    seconds: float


def run(edits: int, seed: int) -> Outcome:
    """Edit rundowns of 0 to 80 rows ``edits`` times."""
    dice, begun = random.Random(seed), time.monotonic()
    wrong: list[str] = []
    rundown = made_up(dice, 0, 0)
    for number in range(edits):
        if number % _EACH == 0:
            rundown = made_up(dice, dice.randrange(81), dice.randrange(9))
        before, rundown = rundown, edited(dice, rundown)
        wrong += (f"edit {number}: {fault}" for fault in faults(before, rundown, dice))
    return Outcome(edits, tuple(wrong), time.monotonic() - begun)
