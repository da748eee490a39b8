"""Pairs of all kinds that no rule was written for: see docs/spoken-heldout.md."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from newsdesk.spoken.normaliser import Normaliser

FLOOR = 0.97


def _pairs(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


HELD_OUT = _pairs(Path(__file__).parent / "heldout.jsonl")


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


def test_the_held_out_pairs_are_many_and_of_every_kind_of_the_gold(shared: Path) -> None:
    gold = _pairs(shared / "spoken" / "gold_dev.jsonl")
    assert len(HELD_OUT) >= 300
    assert {pair["category"] for pair in gold} == {pair["category"] for pair in HELD_OUT}
    assert not {pair["text"] for pair in gold} & {pair["text"] for pair in HELD_OUT}


def test_held_out_pairs_are_read_right(normaliser: Normaliser) -> None:
    wrong = _wrong(normaliser, HELD_OUT)
    assert len(wrong) <= (1 - FLOOR) * len(HELD_OUT), "\n".join(wrong)


def test_the_gold_is_read_right(normaliser: Normaliser, shared: Path) -> None:
    gold = _pairs(shared / "spoken" / "gold_dev.jsonl")
    wrong = _wrong(normaliser, gold)
    assert len(wrong) <= 0.015 * len(gold), "\n".join(wrong)


def test_no_digit_is_left_in_a_held_out_reading(normaliser: Normaliser) -> None:
    assert not [pair for pair in HELD_OUT if re.search(r"\d", normaliser.read(pair["text"]).line)]
