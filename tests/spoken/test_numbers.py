"""Numbers in words, checked against a reading of the words back into numbers."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.spoken import numbers
from newsdesk.spoken.letters import spell

_UNITS = {word: value for value, word in enumerate(numbers.DIGITS) if value}
_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def _below_thousand(words: list[str]) -> int:
    """Read words below a thousand strictly by the grammar; raises on anything that is none."""
    total = 0
    if words[:1] == ["seratus"]:
        total, words = 100, words[1:]
    elif words[1:2] == ["ratus"]:
        assert _UNITS[words[0]] > 1
        total, words = 100 * _UNITS[words[0]], words[2:]
    if words in (["sepuluh"], ["sebelas"]):
        return total + (10 if words == ["sepuluh"] else 11)
    if words[1:] == ["belas"]:
        assert _UNITS[words[0]] > 1
        return total + 10 + _UNITS[words[0]]
    if words[1:2] == ["puluh"]:
        assert _UNITS[words[0]] > 1
        total, words = total + 10 * _UNITS[words[0]], words[2:]
    return total + (_UNITS[words[0]] if len(words) == 1 else 0 if not words else 10**30)


def _below_million(words: list[str]) -> int:
    if words[:1] == ["seribu"]:
        return 1000 + _below_thousand(words[1:])
    if "ribu" in words:
        at = words.index("ribu")
        thousands = _below_thousand(words[:at])
        assert thousands > 1
        return thousands * 1000 + _below_thousand(words[at + 1 :])
    return _below_thousand(words)


def understood(spoken: str) -> int:
    """Return the number that a listener understands."""
    words = spoken.split()
    if words == ["nol"]:
        return 0
    total = 0
    for name in ("triliun", "miliar", "juta"):
        if name in words:
            at = words.index(name)
            total += _below_million(words[:at]) * _SCALES[name]
            words = words[at + 1 :]
    return total + _below_million(words)


def test_every_number_up_to_twenty_thousand_is_understood() -> None:
    assert [n for n in range(20_001) if understood(numbers.cardinal(n)) != n] == []


@given(st.integers(0, numbers.LARGEST))
def test_any_number_is_understood(number: int) -> None:
    assert understood(numbers.cardinal(number)) == number


def test_numbers_of_every_length_are_understood() -> None:
    pick = random.Random(2)
    for length in range(1, 19):
        for number in [10 ** (length - 1), 10**length - 1, *(pick.randrange(10**length) for _ in range(300))]:
            assert understood(numbers.cardinal(number)) == number


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (100, "seratus"),
        (1000, "seribu"),
        (1001000, "satu juta seribu"),
        (21000, "dua puluh satu ribu"),
        (10**6, "satu juta"),
        (10**9, "satu miliar"),
        (10**12, "satu triliun"),
        (10**15, "seribu triliun"),
        (-7, "minus tujuh"),
    ],
)
def test_contracted_and_large_numbers_follow_usage(number: int, spoken: str) -> None:
    assert numbers.cardinal(number) == spoken


def test_a_number_beyond_counting_is_said_digit_by_digit() -> None:
    assert numbers.cardinal(10**18).split() == ["satu", *["nol"] * 18]
    assert len(numbers.cardinal(10**9000).split()) == 9001
    assert numbers.whole("9" * 30).split() == ["sembilan"] * 30


def test_ordinals_are_one_word_with_ke() -> None:
    assert [numbers.ordinal(n) for n in (1, 2, 11, 100, 1000)] == [
        "pertama",
        "kedua",
        "kesebelas",
        "keseratus",
        "keseribu",
    ]


def test_decimals_are_said_digit_by_digit_after_koma() -> None:
    assert numbers.decimal("0", "05") == "nol koma nol lima"


def test_letters_are_named_and_accents_dropped() -> None:
    assert spell("QXÉ") == "ki eks e"
    assert spell("日") == ""
