"""Somebody who types and is killed: a child process that keeps its text as the editor does, then kill -9.

Run as a program it opens the newsroom in PROFILE, types in STORY and prints each key's number and moment; the
other half of this file starts such programs and says what a kill cost.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from newsdesk.domain.story import Script

KEY_SECONDS = 0.02
QUIET_SECONDS = 0.3
"""How long after the last key the editor keeps the text."""
LATEST_SECONDS = 0.5
"""How long after the first key not kept the editor keeps the text at the latest."""


def text_after(keys: int) -> str:
    """Return what stands on the page after so many keys, so that a text tells how many there were."""
    return "".join(f"kata{n} " for n in range(keys // 4 + 1))[:keys]


class Typist:
    """A child process that types in a story of the newsroom "Redaksi" in ``profile``."""

    def __init__(self, profile: Path, story_id: int) -> None:
        self.story_id = story_id
        self._first = ""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.typist", str(profile), str(story_id)],
            cwd=Path(__file__).parents[1],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait_until_typing(self) -> None:
        """Return after the first key."""
        assert self._process.stdout is not None
        self._first = self._process.stdout.readline()
        if not self._first:
            raise AssertionError(self._process.communicate()[1])

    def kill(self) -> dict[int, float]:
        """Kill the program without warning; return the moment (``time.monotonic``) of each key it typed."""
        self._process.kill()
        output, _errors = self._process.communicate(timeout=10)
        rows = [
            line.split() for line in (self._first + output).splitlines(keepends=True) if line.endswith("\n")
        ]
        return {int(number): float(at) for number, at in rows}


def seconds_lost(keys: dict[int, float], kept: str) -> float:
    """Return how long before the last key the oldest lost key was typed; 0 when every key was kept.

    ``kept`` is the text that is there when the story is opened again.
    """
    assert kept == text_after(len(kept)), "the text kept is not one that was ever on the page"
    lost = [at for number, at in keys.items() if number > len(kept)]
    return max(keys.values()) - min(lost) if lost else 0.0


def _type(profile: Path, story_id: int) -> None:
    from tests.newsrooms import Desk

    drafting = Desk("Redaksi", profile).drafting
    base = drafting.open(story_id).version
    keepers = [_Keeper(keep) for keep in (drafting.keep_local, drafting.keep)]
    first_unkept = None
    for number in itertools.count(1):
        now = time.monotonic()
        print(number, now, flush=True)
        first_unkept = first_unkept or now
        # Now and then the reporter thinks: the text is kept when the keys rest, or when it gets late.
        resting = 0.4 if number % 37 == 0 else KEY_SECONDS
        if resting > QUIET_SECONDS:
            time.sleep(QUIET_SECONDS)
        if resting > QUIET_SECONDS or now - first_unkept >= LATEST_SECONDS - KEY_SECONDS:
            script = Script(slug="KETIK", body=text_after(number))
            for keeper in keepers:
                keeper.keep(story_id, base, script)
            first_unkept = None
        time.sleep(resting - QUIET_SECONDS if resting > QUIET_SECONDS else KEY_SECONDS)


class _Keeper:
    """A lane of its own for one way of keeping; a text that comes while it is busy is kept next."""

    def __init__(self, keep: Callable[[int, int, Script], object]) -> None:
        self._keep = keep
        self._lane = ThreadPoolExecutor(1)
        self._last: Future[object] | None = None

    def keep(self, story_id: int, base: int, script: Script) -> None:
        if self._last is not None and self._last.done():
            self._last.result()
        self._last = self._lane.submit(self._keep, story_id, base, script)


if __name__ == "__main__":
    _type(Path(sys.argv[1]), int(sys.argv[2]))
