"""How long an edit of a rundown takes with all its times, without the painting; and 10,000 edits hold."""

from __future__ import annotations

import random
import statistics
from datetime import timedelta

from newsdesk.domain.rundown_timing import time_rundown
from tests.benchmarks.harness import Figure, cpu_seconds
from tests.rundowns import AIRTIME, SLOT, made_up
from tests.soak import rundown as soak

ROWS, MANY = 60, 500
GOAL_MS, GOAL_MANY_MS = 1, 2
EDITS = 10_000


def _milliseconds(rows: int) -> float:
    """Return the median of 100 moves of one row somewhere else, each with the times of all rows."""
    dice = random.Random(rows)
    rundown = made_up(dice, rows, rows // 8)
    estimates = {item.id: dice.randrange(20_000, 90_000) for item in rundown.items}

    def move() -> None:
        moved = rundown.moved({dice.randint(1, rows)}, dice.randint(1, rows), dice.randint(1, rows // 8))
        time_rundown(moved, estimates, AIRTIME, AIRTIME + max(SLOT, timedelta(hours=1)))

    return statistics.median(cpu_seconds(move) for _ in range(100)) * 1_000


def measure() -> list[Figure]:
    """Return milliseconds of this process for a move with all times, and what 10,000 edits got wrong."""
    wrong = len(soak.run(EDITS, 1).wrong)
    return [
        _figure(f"move a row of {ROWS}, all times", _milliseconds(ROWS), GOAL_MS, "ms"),
        _figure(f"move a row of {MANY}, all times", _milliseconds(MANY), GOAL_MANY_MS, "ms"),
        Figure(f"wrong sums in {EDITS} random edits", wrong, None, None, "0", "edits", not wrong),
    ]


def _figure(name: str, ours: float, most: int, unit: str) -> Figure:
    return Figure(name, ours, None, None, f"<= {most} {unit}", unit, ours <= most)
