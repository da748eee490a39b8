"""How loud a mono sound is: ITU-R BS.1770-5 loudness and true peak, EBU Tech 3341 and 3342 figures.

Written here in numpy: the packages for it either bring scipy (pyloudnorm) or have no wheels for the Pythons
and systems we run on. The tests hold it to the signals of EBU Tech 3341 and 3342.

The K weighting is a filter with an endless answer; it is applied as a product of spectra, block by block.
Its slowest pole falls by 60 dB in about 50 ms, so a quarter of a second of what went before is all that a
block needs to know.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
import soxr
from numpy.typing import NDArray

Samples = NDArray[np.float32]
"""Mono samples; full scale is 1.0."""
_Numbers = NDArray[np.float64]

HOPS_A_SECOND = 10
_MOMENTARY = 4
"""Hops in 400 ms: a gating block of BS.1770, overlapping by 75 %."""
_SHORT_TERM = 30
"""Hops in 3 s (EBU Tech 3341)."""
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
_RANGE_GATE = -20.0
_SILENT = 1e-6
"""-120 dBFS: what a codec makes of silence is below it, and what 16 bits can hold above."""
_OVERSAMPLING = 4
"""BS.1770-5, annex 2: at least four times for 44.1 and 48 kHz."""


class Loudness(NamedTuple):
    """Loudness in LUFS, range in LU, true peak in dBTP; None where there is nothing above the gate.

    A sound of less than 400 ms has no gating block; it is then measured as one block of its own length.
    """

    integrated: float | None
    loudness_range: float | None
    max_momentary: float | None
    max_short_term: float | None
    true_peak: float | None


class Meter:
    """Measures a sound that comes in pieces, in constant memory but for ten numbers a second."""

    def __init__(self, sample_rate: int) -> None:
        self._hop = sample_rate // HOPS_A_SECOND
        self._memory = np.zeros(sample_rate // 4, dtype=np.float64)
        self._rate = sample_rate
        self._powers: list[_Numbers] = []
        self._rest: _Numbers = np.zeros(0)
        self._samples = 0
        self._power = 0.0
        self._peak = 0.0
        self._finer = soxr.ResampleStream(
            sample_rate, _OVERSAMPLING * sample_rate, 1, dtype="float32", quality="HQ"
        )
        self._weights: dict[int, NDArray[np.complex128]] = {}

    def add(self, samples: Samples) -> None:
        """Measure the next samples."""
        if not len(samples):
            return
        self._peak = max(self._peak, peak(samples), peak(self._finer.resample_chunk(samples)))
        squares = self._weighted(samples) ** 2
        self._samples += len(samples)
        self._power += float(squares.sum())
        squares = np.concatenate([self._rest, squares])
        whole = len(squares) - len(squares) % self._hop
        self._rest = squares[whole:]
        self._powers.append(squares[:whole].reshape(-1, self._hop).mean(axis=1))

    def result(self) -> Loudness:
        """Return what was measured; nothing can be added after it."""
        last = self._finer.resample_chunk(np.zeros(0, dtype=np.float32), last=True)
        highest = max(self._peak, peak(last))
        hops = np.concatenate(self._powers) if self._powers else np.zeros(0)
        blocks = _sliding_mean(hops, _MOMENTARY)
        if not len(blocks) and self._samples:
            blocks = np.array([self._power / self._samples])
        short = _sliding_mean(hops, _SHORT_TERM)
        return Loudness(
            integrated=_gated(blocks),
            loudness_range=_range(short),
            max_momentary=_highest(blocks),
            max_short_term=_highest(short),
            true_peak=20 * math.log10(highest) if highest > _SILENT else None,
        )

    def _weighted(self, samples: Samples) -> _Numbers:
        told = np.concatenate([self._memory, samples])
        size = 1 << (len(told) + len(self._memory) - 1).bit_length()
        if size not in self._weights:
            self._weights[size] = k_weighting(self._rate, np.fft.rfftfreq(size))
        heard = np.fft.irfft(np.fft.rfft(told, size) * self._weights[size], size)
        before = len(self._memory)
        self._memory = told[-before:]
        return heard[before : before + len(samples)]


def measure(samples: Samples, sample_rate: int) -> Loudness:
    """Measure a whole sound."""
    meter = Meter(sample_rate)
    for start in range(0, len(samples), 10 * sample_rate):
        meter.add(samples[start : start + 10 * sample_rate])
    return meter.result()


def peak(samples: Samples) -> float:
    """Return the highest absolute sample, 0 for none."""
    return float(np.abs(samples).max()) if len(samples) else 0.0


def oversampled(samples: Samples, sample_rate: int) -> Samples:
    """Return a sound at four times its rate, where its peaks between samples can be seen."""
    return soxr.resample(samples, sample_rate, _OVERSAMPLING * sample_rate, quality="HQ")


def k_weighting(sample_rate: int, at: NDArray[Any]) -> NDArray[np.complex128]:
    """Return the K weighting's answer at frequencies ``at``, as parts of the sample rate.

    BS.1770 gives two second-order filters as numbers for 48 kHz only. They are a high shelf (+4 dB above
    1.7 kHz, the head) and a high pass (38 Hz); their analogue prototypes give the same for every rate.
    """
    z = np.exp(-2j * np.pi * at)
    k = math.tan(math.pi * 1681.974450955533 / sample_rate)
    high = 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    q = 0.7071752369554196
    shelf = (
        (high + band * k / q + k * k) + 2 * (k * k - high) * z + (high - band * k / q + k * k) * z * z
    ) / ((1 + k / q + k * k) + 2 * (k * k - 1) * z + (1 - k / q + k * k) * z * z)
    k = math.tan(math.pi * 38.13547087602444 / sample_rate)
    q = 0.5003270373238773
    # The standard's high pass has the numerator 1, -2, 1 without the prototype's own gain.
    low_cut = (1 - 2 * z + z * z) / (
        1 + (2 * (k * k - 1) * z + (1 - k / q + k * k) * z * z) / (1 + k / q + k * k)
    )
    return shelf * low_cut


def _sliding_mean(powers: _Numbers, count: int) -> _Numbers:
    if len(powers) < count:
        return np.zeros(0)
    return np.lib.stride_tricks.sliding_window_view(powers, count).mean(axis=1)


def _lufs(power: float) -> float:
    return -0.691 + 10 * math.log10(power)


def _power_of(lufs: float) -> float:
    return 10 ** ((lufs + 0.691) / 10)


def _highest(blocks: _Numbers) -> float | None:
    highest = float(blocks.max()) if len(blocks) else 0.0
    return _lufs(highest) if highest > 0 else None


def _gated(blocks: _Numbers) -> float | None:
    """Return the loudness over the blocks that pass both gates (BS.1770-5, annex 1)."""
    loud = blocks[blocks > _power_of(_ABSOLUTE_GATE)]
    if not len(loud):
        return None
    threshold = float(loud.mean()) * 10 ** (_RELATIVE_GATE / 10)
    return _lufs(float(loud[loud > threshold].mean()))


def _range(short: _Numbers) -> float | None:
    """Return the loudness range: from the 10th to the 95th percentile of what is gated (EBU Tech 3342)."""
    loud = short[short > _power_of(_ABSOLUTE_GATE)]
    if not len(loud):
        return None
    loud = loud[loud > float(loud.mean()) * 10 ** (_RANGE_GATE / 10)]
    low, high = np.percentile(10 * np.log10(loud), [10, 95])
    return float(high - low)
