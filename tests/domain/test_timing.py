"""Read time: the model, and the rate learnt from times taken."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain import timing
from newsdesk.domain.timing import FASTEST_RATE, SLOWEST_RATE, SpokenLength, fit_rate, read_time_ms

LENGTHS = st.builds(
    SpokenLength, st.integers(50, 3000), sentences=st.integers(1, 40), paragraphs=st.integers(1, 12)
)


def test_the_examples_are_true() -> None:
    assert doctest.testmod(timing).failed == 0


@given(st.lists(LENGTHS, min_size=1, max_size=8), st.integers(SLOWEST_RATE, FASTEST_RATE))
def test_whoever_reads_by_the_model_has_the_rate_of_the_model(lengths: list[SpokenLength], rate: int) -> None:
    found = fit_rate((length, read_time_ms(length, rate)) for length in lengths)
    assert found is not None
    assert found == pytest.approx(rate, rel=0.005)


def test_a_long_story_weighs_more_than_a_short_one() -> None:
    short, long = SpokenLength(100, 1, 1), SpokenLength(1000, 1, 1)
    fitted = fit_rate([(short, read_time_ms(short, 200)), (long, read_time_ms(long, 400))])
    assert fitted is not None
    assert abs(fitted - 400) < 10


@pytest.mark.parametrize(
    "readings",
    [
        [],
        [(SpokenLength(), 60_000)],
        [(SpokenLength(350, 1, 1), 0)],
        [(SpokenLength(350, 1, 1), -5)],
        [(SpokenLength(350, 1, 1), float("nan"))],
        [(SpokenLength(350, 1, 1), float("inf"))],
        [(SpokenLength(10, 3, 1), 600)],
        [(SpokenLength(350, 1, 1), 1_000)],
        [(SpokenLength(350, 1, 1), 3_600_000)],
        [(SpokenLength(350, 1, 1), 60_000), (SpokenLength(350, 1, 1), 0)],
    ],
)
def test_nonsense_makes_no_rate(readings: list[tuple[SpokenLength, float]]) -> None:
    assert fit_rate(readings) is None


def test_a_script_without_words_does_not_spoil_the_others() -> None:
    assert fit_rate([(SpokenLength(), 900.0), (SpokenLength(350, 1, 1), 60_000.0)]) == 350
