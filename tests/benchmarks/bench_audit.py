"""The audit log: what an act pays for its entry, and how long a hundred thousand entries take to verify."""

from __future__ import annotations

import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Act
from tests.benchmarks.harness import Figure, in_turns
from tests.newsrooms import Desk

ENTRIES = 100_000
_AT_ONCE = 1_000
_SECONDS = 10


def measure() -> list[Figure]:
    """Measure in a newsroom file, against the same transaction without role and entry."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk("Redaksi", Path(folder))
        try:
            return [_entry(desk), _verifying(desk)]
        finally:
            desk.close()


def _entry(desk: Desk) -> Figure:
    me, now = desk.people.me(), datetime(2026, 11, 22, tzinfo=UTC)

    def write(*, logged: bool) -> float:
        start = time.perf_counter()
        with desk.storage.write() as work:
            work.accounts.failed_again("siapa", now, now - timedelta(days=1))
            if logged:
                desk.people.demand(Act.WRITE, work.queries)
                told = {"status": "draft", "revision": "1"}, {"status": "waiting", "revision": "2"}
                work.audit.record(Deed.SUBMIT, me, "story", 1, "UPACARA", *told)
        return 1000 * (time.perf_counter() - start)

    ours, bare, _ratio = in_turns(lambda: write(logged=True), lambda: write(logged=False), 200)
    cost = ours - bare
    return Figure(
        "one act: its role asked and its entry written", ours, bare, None, "<= 5 ms more", "ms", cost <= 5
    )


def _verifying(desk: Desk) -> Figure:
    me = desk.people.me()
    for _ in range(ENTRIES // _AT_ONCE):
        with desk.storage.write() as work:
            for number in range(_AT_ONCE):
                told = {"revision": str(number)}, {"revision": str(number + 1), "body": "0123456789abcdef"}
                work.audit.record(Deed.SAVE, me, "story", number, f"UPACARA-{number}", *told)
    start = time.perf_counter()
    verdict = desk.audit.look_through()
    took = time.perf_counter() - start
    met = verdict.broken is None and verdict.entries >= ENTRIES and took <= _SECONDS
    return Figure("100,000 entries verified", took, None, None, f"<= {_SECONDS} s", "s", met)
