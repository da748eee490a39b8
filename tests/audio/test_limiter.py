"""Peaks are held below the ceiling, and nothing else is touched."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from newsdesk.audio.limiter import levelled
from newsdesk.audio.loudness import measure
from tests.audio.sounds import VOICE_RATE, sine, speech


def voice(seconds: float = 4.0) -> np.ndarray:
    return np.frombuffer(speech(seconds), dtype="<i2").astype(np.float32) / np.float32(32_768)


@pytest.mark.parametrize("gain", [0.0, 6.0, 20.0])
@pytest.mark.parametrize("rate", [VOICE_RATE, 48_000])
def test_no_true_peak_passes_the_ceiling(gain, rate):
    sound = np.concatenate(list(levelled([voice()], rate, gain, -1.0)))
    peak = measure(sound, rate).true_peak
    assert len(sound) == len(voice())
    assert peak is not None
    assert peak <= -0.95


def test_below_the_ceiling_only_the_gain_changes():
    sound = np.concatenate(list(levelled([voice()], VOICE_RATE, -6.0, -1.0)))
    assert np.allclose(sound, voice() * 10 ** (-6 / 20), atol=1e-6)


def test_far_from_a_peak_the_sound_is_as_it_was():
    quiet = sine(300, -20, 2, VOICE_RATE)
    loud = quiet.copy()
    loud[20_000:20_050] += 0.9
    limited = np.concatenate(list(levelled([loud], VOICE_RATE, 3.0, -1.0)))
    untouched = np.r_[0:19_500, 20_550 : len(quiet)]
    assert np.allclose(limited[untouched], quiet[untouched] * 10 ** (3 / 20), atol=1e-6)
    assert np.abs(limited).max() < 0.9


def test_how_a_sound_is_cut_changes_nothing():
    whole = voice()
    one = np.concatenate(list(levelled([whole], VOICE_RATE, 9.0, -1.0)))
    cuts = [0, 5000, 5001, 5300, 30_000, 60_000, len(whole)]
    pieces = [whole[a:b] for a, b in pairwise(cuts)]
    many = np.concatenate(list(levelled(pieces, VOICE_RATE, 9.0, -1.0)))
    assert np.allclose(one, many, atol=2e-3)


def test_nothing_comes_of_nothing():
    assert list(levelled([], VOICE_RATE, 3.0, -1.0)) == []
