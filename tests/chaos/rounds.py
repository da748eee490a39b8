"""Lets windows and desks be killed in a process of its own, and says what came of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

MOST_LOST_MS = 600
SMALL_DISK = "1M"
_ON_A_SMALL_DISK = (
    "unshare", "--map-root-user", "--mount", "sh", "-c",
    f'mount -t tmpfs -o size={SMALL_DISK} tmpfs "$1/newsrooms" && shift && exec "$@"', "sh",
)  # fmt: skip
"""Runs a command that alone sees a small disk under the newsrooms of the profile given first."""


class Outcome(NamedTuple):
    """The rounds as they were told, and the words of a process that ended before its last round."""

    rounds: list[dict[str, object]]
    failure: str

    def wrong(self, wanted: int) -> list[str]:
        """Return what went wrong, a sentence each; ``wanted`` is how many rounds there should be."""
        told = (
            [] if len(self.rounds) == wanted else [f"{len(self.rounds)} of {wanted} rounds: {self.failure}"]
        )
        for one in self.rounds:
            reasons = [name for name in ("whole", "offered") if not one[name]]
            reasons += ["intact"] if one["intact"] != "ok" else []
            reasons += ["lost_ms"] if self._lost(one) > MOST_LOST_MS else []
            if reasons:
                told.append(f"{', '.join(reasons)}: {one}")
        return told

    @property
    def most_lost_ms(self) -> float:
        """The age of the oldest lost key of all rounds at its kill."""
        return max((self._lost(one) for one in self.rounds), default=0.0)

    @property
    def typed(self) -> int:
        """How many keys were pressed in all."""
        return sum(int(str(one["typed"])) for one in self.rounds)

    @property
    def kinds_kept(self) -> set[object]:
        """The kinds of which at least one round found typed words again."""
        return {one["kind"] for one in self.rounds if one["kept"]}

    def _lost(self, one: dict[str, object]) -> float:
        return float(str(one["lost_ms"]))


def run(profile: Path, rounds: int, seed: int, timeout_s: float, *, full: bool = False) -> Outcome:
    """Kill ``rounds`` windows on a new profile; with ``full`` on a disk that has no room left."""
    (profile / "newsrooms").mkdir(parents=True)
    command = [sys.executable, "-m", "tests.chaos.typing_window", str(profile), str(rounds), str(seed)]
    if full:
        command = [*_ON_A_SMALL_DISK, str(profile), *command, "full"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=timeout_s, check=False)
    return Outcome([json.loads(line) for line in done.stdout.splitlines()], done.stderr[-2000:])


class Work(NamedTuple):
    """What came of killing an editor, a producer and an announcer at their work."""

    rounds: list[dict[str, object]]
    failure: str

    def wrong(self, wanted: int) -> list[str]:
        """Return what went wrong, a sentence each; ``wanted`` is how many rounds there should be."""
        told = (
            [] if len(self.rounds) == wanted else [f"{len(self.rounds)} of {wanted} rounds: {self.failure}"]
        )
        return told + [str(one) for one in self.rounds if one["wrong"]]

    @property
    def acts(self) -> int:
        """How many acts were answered before the kills."""
        return sum(int(str(one["acts"])) for one in self.rounds)


def run_work(folder: Path, rounds: int, seed: int, timeout_s: float, *kinds: str) -> Work:
    """Kill ``rounds`` processes at work, each in a newsroom of its own; all kinds in turn, or those given."""
    folder.mkdir(parents=True)
    command = [
        sys.executable,
        "-m",
        "tests.chaos.newsroom_kills",
        str(folder),
        str(rounds),
        str(seed),
        *kinds,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=timeout_s, check=False)
    return Work([json.loads(line) for line in done.stdout.splitlines()], done.stderr[-2000:])


def has_small_disks(folder: Path) -> bool:
    """Return whether this computer lets a process have a small disk of its own."""
    if shutil.which("unshare") is None:
        return False
    (folder / "newsrooms").mkdir(parents=True, exist_ok=True)
    tried = subprocess.run([*_ON_A_SMALL_DISK, str(folder), "true"], capture_output=True, check=False)
    return tried.returncode == 0
