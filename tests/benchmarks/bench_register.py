"""A register of 5,000 sources: listing, searching, and looking for duplicates, in a newsroom file."""

from __future__ import annotations

import random
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from newsdesk.copyedit.names import GIVEN_NAMES
from newsdesk.domain.attribution import Contact, Office, Source
from newsdesk.domain.likeness import Duplicate
from tests.benchmarks.harness import Figure, cpu_seconds
from tests.newsrooms import Desk

SOURCES = 5000
GOAL_MS = 50.0
_OFFICES = ("Kepala Dinas {}", "Camat {}", "Lurah {}", "Ketua {}", "warga {}", "Kapolsek {}", "anggota {}")
_PLACES = ("Sukorejo", "Kepanjenkidul", "Wlingi", "Srengat", "Bendo", "Garum", "Kesehatan", "Sosial", "KONI")


def measure() -> list[Figure]:
    """Measure the median of nine runs, and the first look for duplicates."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk("Redaksi", Path(folder))
        try:
            return _measure(desk)
        finally:
            desk.close()


def _measure(desk: Desk) -> list[Figure]:
    chance = random.Random(5)
    given = [name.title() for name in sorted(GIVEN_NAMES) if len(name) > 2]
    with desk.storage.write() as work:
        for number in range(SOURCES):
            name = " ".join(chance.choices(given, k=chance.choice((1, 2, 2, 2, 3))))
            office = chance.choice(_OFFICES).format(chance.choice(_PLACES))
            contacts = (Contact(f"0812-{number:07d}"),)
            work.sources.add(Source(name, office, contacts=contacts, offices=(Office(office),)))
    listed = _median(desk.sources.list)
    found = _median(lambda: desk.sources.list("harto"))
    by_office = _median(lambda: desk.sources.list("camat wlingi"))
    compared = desk.sources.compared()
    pairs: list[Duplicate] = []
    cold = 1000 * cpu_seconds(lambda: pairs.extend(compared.duplicates()))
    one = _median(lambda: compared.duplicates([compared.sources[7].id]))
    figures = [
        Figure(name, ms, None, None, f"<= {GOAL_MS:.0f} ms", "ms", ms <= GOAL_MS)
        for name, ms in (
            (f"register of {SOURCES} sources, listed", listed),
            ("searched by name", found),
            ("searched by office", by_office),
        )
    ]
    return [
        *figures,
        Figure(f"all duplicates ({len(pairs)} pairs), on the lane of copy", cold, None, None, "", "ms", None),
        Figure("duplicates of one source, on the lane of copy", one, None, None, "", "ms", None),
    ]


def _median(work: Callable[[], object]) -> float:
    return statistics.median(1000 * cpu_seconds(work) for _run in range(9))
