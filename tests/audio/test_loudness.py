"""The meter against the signals of EBU Tech 3341 and 3342, which are made here.

They are for two equal channels, which together are 3.01 dB louder than the one that we measure.
"""

from __future__ import annotations

import numpy as np
import pytest

from newsdesk.audio.loudness import Loudness, Meter, measure
from tests.audio.sounds import sine

TWO_CHANNELS = 10 * np.log10(2)
RATES = [44_100, 48_000]


def steps(rate: int, *levels: tuple[float, float]) -> np.ndarray:
    """Return a sine of 1 kHz at these levels (dBFS, seconds), one after the other."""
    return np.concatenate([sine(1000, dbfs, seconds, rate) for dbfs, seconds in levels])


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize(
    ("levels", "loudness"),
    [
        pytest.param([(-23, 20)], -23.0, id="1"),
        pytest.param([(-33, 20)], -33.0, id="2"),
        pytest.param([(-36, 10), (-23, 60), (-36, 10)], -23.0, id="3: relative gate"),
        pytest.param([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23.0, id="4: both gates"),
        pytest.param([(-26, 20), (-20, 20.1), (-26, 20)], -23.0, id="5: average"),
    ],
)
def test_integrated_loudness_is_that_of_tech_3341(rate, levels, loudness):
    measured = measure(steps(rate, *levels), rate).integrated
    assert measured is not None
    assert measured + TWO_CHANNELS == pytest.approx(loudness, abs=0.1)


@pytest.mark.parametrize("rate", RATES)
def test_a_full_scale_sine_of_997_hertz_is_3_01_below(rate):
    assert measure(sine(997, 0, 5, rate), rate).integrated == pytest.approx(
        -3.01, abs=0.02
    )  # BS.1770 annex 1


def test_short_term_and_momentary_are_those_of_tech_3341():
    short = measure(steps(48_000, *[(-20, 1.34), (-30, 1.66)] * 5), 48_000).max_short_term  # test 9
    moment = measure(steps(48_000, *[(-20, 0.18), (-30, 0.22)] * 25), 48_000).max_momentary  # test 12
    assert short is not None
    assert moment is not None
    # The meter looks every 100 ms, not at every sample: the windows of these two are not of whole hops.
    assert short + TWO_CHANNELS == pytest.approx(-23.0, abs=0.15)
    assert moment + TWO_CHANNELS == pytest.approx(-23.0, abs=0.5)


@pytest.mark.parametrize(
    ("levels", "range_"),
    [
        ([(-20, 20), (-30, 20)], 10),
        ([(-20, 20), (-15, 20)], 5),
        ([(-40, 20), (-20, 20)], 20),
        ([(-50, 20), (-35, 20), (-20, 20), (-35, 20), (-50, 20)], 15),
    ],
)
def test_the_range_is_that_of_tech_3342(levels, range_):
    assert measure(steps(48_000, *levels), 48_000).loudness_range == pytest.approx(range_, abs=1)


@pytest.mark.parametrize(
    ("part", "degrees", "amplitude", "dbtp"),
    [(4, 0, 0.5, -6.0), (4, 45, 0.5, -6.0), (6, 60, 0.5, -6.0), (8, 67.5, 0.5, -6.0), (4, 45, 1.41, 3.0)],
    ids=["15", "16", "17", "18", "19"],
)
def test_true_peak_sees_between_the_samples_as_tech_3341_asks(part, degrees, amplitude, dbtp):
    tone = sine(48_000 / part, 20 * np.log10(amplitude), 1, 48_000, degrees)
    # The tones begin and end softly: a cut is a peak of its own.
    slope = np.clip(np.minimum(np.arange(48_000), np.arange(48_000)[::-1]) / 4800, 0, 1)
    peak = measure((tone * slope).astype(np.float32), 48_000).true_peak
    assert peak is not None
    assert dbtp - 0.4 <= peak <= dbtp + 0.2


def test_what_comes_in_pieces_measures_as_the_whole():
    whole = steps(44_100, (-30, 1.234), (-18, 4.321), (-40, 3.3))
    meter, at = Meter(44_100), 0
    for size in [1, 17, 4409, 44_100, 100_000, 1_000_000]:
        meter.add(whole[at : at + size])
        at += size
    assert list(meter.result()) == pytest.approx(list(measure(whole, 44_100)), abs=1e-3)


def test_silence_and_nothing_have_no_loudness():
    nothing = Loudness(None, None, None, None, None)
    assert measure(np.zeros(0, dtype=np.float32), 48_000) == nothing
    assert measure(np.zeros(96_000, dtype=np.float32), 48_000) == nothing
    assert measure(sine(1000, -80, 5, 48_000), 48_000).integrated is None


@pytest.mark.parametrize("seconds", [0.02, 0.1, 0.399])
def test_a_sound_shorter_than_a_block_is_measured_over_its_length(seconds):
    assert measure(sine(1000, -20, seconds, 48_000), 48_000).integrated == pytest.approx(-23.0, abs=0.3)
