"""Hours of review, rundowns and readings pressed together: the program holds no more at the end than before.

What it may hold more of is the newsroom itself: a row of a list for each story that was written.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

EVERY = 10
"""Rounds between two looks; before the first everything that is made when first needed is made."""
MOST_KILOBYTES_A_ROUND = 150
STEADY = ("descriptors", "threads", "timers", "widgets", "connections")


class Outcome(NamedTuple):
    """What the window held at each look, and the words of one that ended before its last round."""

    looks: list[dict[str, int]]
    failure: str
    seconds: float

    @property
    def kilobytes_a_round(self) -> float:
        """How much more memory a round left behind, in the second half."""
        if len(self.looks) < 3:
            return 0.0
        first, last = self.looks[len(self.looks) // 2], self.looks[-1]
        return (last["kilobytes"] - first["kilobytes"]) / (last["rounds"] - first["rounds"])

    def wrong(self, rounds: int) -> list[str]:
        """Return what went wrong, a sentence each; ``rounds`` is how many there should be."""
        done = self.looks[-1]["rounds"] if self.looks else 0
        told = [] if done == rounds else [f"{done} of {rounds} rounds: {self.failure}"]
        if len(self.looks) > 1:
            first, last = self.looks[1], self.looks[-1]
            told += [
                f"{name}: {first[name]}, at the end {last[name]}"
                for name in STEADY
                if last[name] > first[name]
            ]
        if self.kilobytes_a_round > MOST_KILOBYTES_A_ROUND:
            told.append(f"{self.kilobytes_a_round:.0f} kilobytes more a round")
        return told


def run(profile: Path, rounds: int, timeout_s: float) -> Outcome:
    """Do so many rounds in one window on a new profile."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "tests.soak.newsroom_window", str(profile), str(rounds), str(EVERY)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=timeout_s, check=False)
    looks = [json.loads(line) for line in done.stdout.splitlines()]
    log = profile / "logs" / "newsdesk.log"
    failure = log.read_text("utf-8")[-2000:] if log.exists() else done.stderr[-2000:]
    return Outcome(looks, failure, time.monotonic() - begun)
