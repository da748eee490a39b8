"""An editor's part: a story of 200 revisions opened for review and approved, and a long one; what waits."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from newsdesk.domain.story import Script
from newsdesk.services.browsing import View
from tests.benchmarks.bench_storage import fill
from tests.benchmarks.harness import Figure, in_turns
from tests.newsrooms import Building
from tests.services.reviewers import approve, handed_in, house_of

REVISIONS = 200
PARAGRAPH = "Pemkot menggelar upacara 17 Agustus 2024 dengan biaya Rp 2.650.000. " * 6
LONG = Script(slug="PANJANG", body="\n".join([PARAGRAPH] * 150))


def measure() -> list[Figure]:
    """Measure against a story with one revision; milliseconds of one call as the editor waits for it."""
    with tempfile.TemporaryDirectory() as folder:
        building = Building("Redaksi", Path(folder))
        try:
            return _measure(building)
        finally:
            building.close()


def _measure(building: Building) -> list[Figure]:
    house = house_of(building)
    fill(house.rani)
    one = handed_in(house.rani)
    many = handed_in(house.rani)
    for number in range(1, REVISIONS):
        many = house.rani.drafting.save(
            many.id, many.version, Script(body=f"Revisi {number}, naik 12 persen.")
        )
    reviewing = house.dewi.reviewing
    reviewing.looked(many.id, 1)
    reviewing.looked(one.id, 1)
    opening = in_turns(
        lambda: _ms(lambda: reviewing.open(many.id)), lambda: _ms(lambda: reviewing.open(one.id)), 30
    )
    approving = _ms(lambda: approve(house.dewi, many.id, many.version, many.revision))
    long = handed_in(house.rani, LONG)
    approving_long = _ms(lambda: approve(house.dewi, long.id, long.version, long.revision))
    said = _ms(lambda: reviewing.said_otherwise(long.id))
    waiting = min(_ms(lambda: house.dewi.browsing.stories(View.WAITING)) for _ in range(10))
    words = len(LONG.body.split())
    return [
        Figure(
            f"open a review of {REVISIONS} revisions (of 1)", *opening, "ratio <= 3", "ms", opening[2] <= 3
        ),
        Figure("approve", approving, None, None, "", "ms", None),
        Figure(f"approve {words:,} words", approving_long, None, None, "", "ms", None),
        Figure(f"is any of {words:,} words said otherwise", said, None, None, "", "ms", None),
        Figure("what waits, of 10,000 stories", waiting, None, None, "", "ms", None),
    ]


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
