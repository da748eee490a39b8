"""Integers in words against ICU, the oracle."""

from __future__ import annotations

import math
import random

import pytest

from newsdesk.spoken.numbers import cardinal

from .icu import spellout

_BELOW = 10**15


def _sample(count: int) -> list[int]:
    """Every number up to 2,100, every power of ten with its neighbours, then random ones of every length."""
    numbers = list(range(2101))
    for exponent in range(1, 16):
        for factor in (1, 2, 11):
            near = factor * 10**exponent
            numbers += [near + by for by in (-11, -2, -1, 0, 1, 2, 10, 11, 12) if 0 <= near + by < _BELOW]
    pick = random.Random(1)
    while len(numbers) < count:
        even = int(math.exp(pick.uniform(0, math.log(_BELOW)))) if pick.random() < 0.7 else None
        numbers.append(pick.randrange(_BELOW) if even is None else even)
    return numbers


def test_a_hundred_thousand_integers_are_said_as_icu_says_them() -> None:
    words = spellout()
    if words is None:
        pytest.skip("no ICU library is installed")
    assert words(1_001_021) == "satu juta seribu dua puluh satu"
    differ = [(n, cardinal(n), words(n)) for n in _sample(100_000) if cardinal(n) != words(n)]
    # ICU before 78 says "kosong" for 0; since then, as KBBI, "nol".
    assert differ in ([], [(0, "nol", "kosong")])
