"""Measures ours and a reference in turns in one run, and prints the figures of every bench file."""

from __future__ import annotations

import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Figure(NamedTuple):
    """One line of the table.

    ``goal`` is a sentence such as "ratio <= 3"; ``met`` is decided where the figure is measured; a figure
    without a goal has ``goal`` "" and ``met`` None. ``reference`` and ``ratio`` are None where there is none.
    """

    name: str
    ours: float
    reference: float | None
    ratio: float | None
    goal: str
    unit: str
    met: bool | None


def in_turns(
    ours: Callable[[], float], reference: Callable[[], float], runs: int
) -> tuple[float, float, float]:
    """Call both in turns ``runs`` times; return the medians and the median of the pairwise ratios."""
    pairs = [(ours(), reference()) for _ in range(runs)]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of this process for one call of ``work``."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main(names: list[str]) -> int:
    """Run the bench files (all, or those named), print and write the table; 1 if a goal is missed."""
    folder = Path(__file__).parent
    chosen = [
        f.stem
        for f in sorted(folder.glob("bench_*.py"))
        if not names or f.stem.removeprefix("bench_") in names
    ]
    figures: list[Figure] = []
    for name in chosen:
        figures += importlib.import_module(f"tests.benchmarks.{name}").measure()
    print(f"{'figure':58} {'ours':>12} {'reference':>12} {'ratio':>8}  goal")
    for f in figures:
        reference = "" if f.reference is None else f"{f.reference:12.4g}"
        ratio = "" if f.ratio is None else f"{f.ratio:8.2f}"
        mark = "" if f.met is None else ("met" if f.met else "MISSED")
        print(f"{f.name:58} {f.ours:12.4g} {reference:>12} {ratio:>8}  {f.goal} [{f.unit}] {mark}")
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    (build / "bench.json").write_text(json.dumps([f._asdict() for f in figures], indent=1), encoding="utf-8")
    return 0 if all(f.met is not False for f in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
