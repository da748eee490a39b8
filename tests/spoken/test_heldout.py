"""Pairs of all kinds that no rule was written for: see docs/spoken-heldout.md."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from newsdesk.spoken.normaliser import Normaliser

FLOOR = 0.97


def _pairs(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


HELD_OUT = _pairs(Path(__file__).parent / "heldout.jsonl")
SECOND = _pairs(Path(__file__).parent / "heldout-second.jsonl")
THIRD = _pairs(Path(__file__).parent / "heldout-third.jsonl")
FOURTH = _pairs(Path(__file__).parent / "heldout-fourth.jsonl")
FIFTH = _pairs(Path(__file__).parent / "heldout-fifth.jsonl")
SIXTH = _pairs(Path(__file__).parent / "heldout-sixth.jsonl")
SEVENTH = _pairs(Path(__file__).parent / "heldout-seventh.jsonl")
ALL = HELD_OUT + SECOND + THIRD + FOURTH + FIFTH + SIXTH + SEVENTH


def _compared(text: str) -> str:
    """Return what two readings are compared by: words, whatever their case and punctuation."""
    plain = re.sub("['’‘`ʼ]", "", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in plain).split())


def _wrong(normaliser: Normaliser, pairs: list[dict[str, Any]]) -> list[str]:
    wrong: list[str] = []
    for pair in pairs:
        line = _compared(normaliser.read(pair["text"]).line)
        if line not in map(_compared, pair["spoken"]):
            wrong.append(f"{pair['text']} -> {line}, not {pair['spoken'][0]}")
    return wrong


@pytest.mark.parametrize(
    ("pairs", "many"), [(HELD_OUT, 300), (SECOND, 120), (FOURTH, 250)], ids=["first", "second", "fourth"]
)
def test_the_held_out_pairs_are_many_and_of_every_kind_of_the_gold(
    shared: Path, pairs: list[dict[str, Any]], many: int
) -> None:
    gold = _pairs(shared / "spoken" / "gold_dev.jsonl")
    assert len(pairs) >= many
    assert {pair["category"] for pair in gold} == {pair["category"] for pair in pairs}
    assert not {pair["text"] for pair in gold} & {pair["text"] for pair in pairs}


def test_no_pair_is_held_out_twice() -> None:
    texts = [pair["text"] for pair in ALL]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    "pairs",
    [HELD_OUT, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH],
    ids=["first", "second", "third", "fourth", "fifth", "sixth", "seventh"],
)
def test_held_out_pairs_are_read_right(normaliser: Normaliser, pairs: list[dict[str, Any]]) -> None:
    wrong = _wrong(normaliser, pairs)
    assert len(wrong) <= (1 - FLOOR) * len(pairs), "\n".join(wrong)


def test_the_gold_is_read_right(normaliser: Normaliser, shared: Path) -> None:
    gold = _pairs(shared / "spoken" / "gold_dev.jsonl")
    wrong = _wrong(normaliser, gold)
    assert len(wrong) <= 0.015 * len(gold), "\n".join(wrong)


def test_no_digit_is_left_in_a_held_out_reading(normaliser: Normaliser) -> None:
    assert not [pair for pair in ALL if re.search(r"\d", normaliser.read(pair["text"]).line)]
