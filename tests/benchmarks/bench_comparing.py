"""How long two texts are compared: 3,000 words rewritten here and there or wholly, and megabytes."""

from __future__ import annotations

import random

from newsdesk.domain.comparing import compare
from tests.benchmarks.harness import Figure, cpu_seconds

WORDS = 3_000
GOAL_MS = 50
MEGABYTES = 5
GOAL_S = 10
COMMON = (
    "di",
    "ke",
    "dari",
    "yang",
    "dan",
    "untuk",
    "pada",
    "dengan",
    "kota",
    "warga",
    "tahun",
    "itu",
    "oleh",
)


def _text(words: int, seed: int) -> list[str]:
    dice = random.Random(seed)
    rare = [f"kata{dice.randrange(words)}" for _ in range(words)]
    return [dice.choice(COMMON) if dice.random() < 0.5 else word for word in rare]


def _edited(words: list[str], share: float) -> list[str]:
    dice = random.Random(7)
    return [f"ganti{dice.randrange(900)}" if dice.random() < share else word for word in words]


def _written(words: list[str]) -> str:
    sentences = [" ".join(words[at : at + 15]) + "." for at in range(0, len(words), 15)]
    return "\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def _milliseconds(old: str, new: str) -> float:
    return cpu_seconds(lambda: compare(old, new)) * 1_000


def measure() -> list[Figure]:
    """Return the milliseconds of this process, the best of five: what else the computer does is left out."""
    old = _text(WORDS, 1)
    repeated = " ".join(COMMON[at % 7] for at in range(WORDS))
    cases = {
        "one word in ten changed": (_written(old), _written(_edited(old, 0.1))),
        "half of the words changed": (_written(old), _written(_edited(old, 0.5))),
        "another text": (_written(old), _written(_text(WORDS, 2))),
        "seven words over and over": (repeated, " ".join(COMMON[at * 3 % 7] for at in range(WORDS))),
    }
    figures = [
        _figure(f"compare {WORDS} words, {name}", min(_milliseconds(*texts) for _ in range(5)), GOAL_MS, "ms")
        for name, texts in cases.items()
    ]
    long = _text(MEGABYTES * 1_000_000 // 7, 3)
    for name, other in (
        ("one word in ten changed", _edited(long, 0.1)),
        ("another text", _text(len(long), 4)),
    ):
        seconds = _milliseconds(_written(long), _written(other)) / 1_000
        figures.append(_figure(f"compare {MEGABYTES} MB, {name}", seconds, GOAL_S, "s"))
    return figures


def _figure(name: str, ours: float, most: int, unit: str) -> Figure:
    return Figure(name, ours, None, None, f"<= {most} {unit}", unit, ours <= most)
