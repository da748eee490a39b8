"""How fast the findings of a 300-word story come: when it is opened, and after a key was pressed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date

from newsdesk.paths import resources
from newsdesk.services.checking import Checking, indonesian_speller
from newsdesk.services.findings import Finding
from newsdesk.services.reading import Reading
from newsdesk.spoken.tables import load
from tests.benchmarks.harness import ROOT, Figure

RUNS = 30
DAY = date(2025, 1, 18)
PARAGRAPH = (
    "Kepala Badan Penanggulangan Bencana Daerah (BPBD) Kota Blitar, Agus Suherli, mengatakan banjir merendam "
    '1.254 rumah dilingkup tiga kelurahan sejak Jumat (17/1). "Warga sudah kami evakuasi," ujarnya. '
    "Ketinggian air mencapai 1.5 meter dan diperkirakan surut besok."
)
OPENED_MS = 300
TYPED_MS = 50


def _story() -> str:
    seed = next((ROOT.parent / "shared" / "seeds").glob("000_*.txt"), None)
    return seed.read_text(encoding="utf-8") if seed else "\n".join([PARAGRAPH] * 8)


def _milliseconds(work: Callable[[], tuple[Finding, ...]]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def measure() -> list[Figure]:
    """Return the milliseconds of both; the longest paragraph is the one that is typed in."""
    story = _story()
    reading, speller = Reading(load(resources() / "lexicon")), indonesian_speller()
    Checking(reading, speller).findings(PARAGRAPH, DAY)  # the tables are read, the patterns compiled
    checking = Checking(reading, speller)
    opened = _milliseconds(lambda: checking.findings(story, DAY))
    longest = max(story.split("\n"), key=len)
    typed = statistics.median(
        _milliseconds(
            lambda run=run: checking.findings(story.replace(longest, f"{longest} {'a' * run}"), DAY)
        )
        for run in range(1, RUNS)
    )
    words = len(story.split())
    return [
        _figure(f"findings of {words} words, first time", opened, OPENED_MS),
        _figure(f"findings of {words} words, after a key press", typed, TYPED_MS),
    ]


def _figure(name: str, milliseconds: float, most: int) -> Figure:
    return Figure(name, milliseconds, None, None, f"<= {most} ms", "ms", milliseconds <= most)
