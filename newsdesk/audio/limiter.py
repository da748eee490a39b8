"""Raising or lowering a sound without its true peak passing a ceiling: a look-ahead limiter.

Speech brought to -16 LUFS has peaks a few dB above full scale. Lowering all of it would miss the loudness, so
only the peaks are lowered: around each one the gain goes down and up again along a slope of a few
milliseconds, which keeps the wave's form and adds no clicks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsdesk.audio.loudness import Samples, oversampled, peak

_SLOPE_S = 0.004
"""How long the gain takes to go down before a peak, and up after it."""
_MARGIN_S = 0.05
"""What a piece must know of its neighbours: the slope, and the resampler's own filter."""


def levelled(
    pieces: Iterable[Samples], sample_rate: int, gain_db: float, ceiling_db: float
) -> Iterator[Samples]:
    """Yield the sound of ``pieces`` raised by ``gain_db``, with no true peak above ``ceiling_db`` (dBTP).

    As many samples come out as went in; what comes out does not depend on how the sound was cut in pieces.
    """
    gain = 10 ** (gain_db / 20)
    margin = round(_MARGIN_S * sample_rate)
    for before, body, after in _with_neighbours(pieces, margin):
        whole = np.concatenate([before, body, after]) * np.float32(gain)
        limited = _limited(whole, sample_rate, 10 ** (ceiling_db / 20))
        yield limited[len(before) : len(before) + len(body)]


def _limited(samples: Samples, sample_rate: int, ceiling: float) -> Samples:
    between = oversampled(samples, sample_rate)
    if max(peak(samples), peak(between)) <= ceiling:
        return samples
    count = len(samples)
    finer = np.zeros(4 * count, dtype=np.float32)
    finer[: min(len(between), 4 * count)] = np.abs(between[: 4 * count])
    heights = np.maximum(finer.reshape(-1, 4).max(axis=1), np.abs(samples))
    # A peak between two samples belongs to both.
    heights[1:] = np.maximum(heights[1:], heights[:-1])
    wanted = np.minimum(1.0, ceiling / np.maximum(heights, ceiling))
    half = round(_SLOPE_S * sample_rate / 2)
    # The mean of lowest gains is never above the lowest: the slope stays below what each peak needs.
    gains = _mean(_mean(_lowest(wanted, 2 * half), half), half)
    return (samples * gains).astype(np.float32)


def _lowest(values: NDArray[Any], reach: int) -> NDArray[Any]:
    """Return the lowest value within ``reach`` samples on either side of each."""
    padded = np.pad(values, reach, constant_values=1.0)
    window, low = 1, padded
    while window * 2 <= 2 * reach + 1:  # windows of twice the width from two of half
        low = np.minimum(low[:-window], low[window:])
        window *= 2
    rest = 2 * reach + 1 - window
    return np.minimum(low[: len(values)], low[rest : rest + len(values)])


def _mean(values: NDArray[Any], reach: int) -> NDArray[Any]:
    """Return the mean within ``reach`` samples on either side of each."""
    padded = np.pad(values.astype(np.float64), (reach + 1, reach), mode="edge")
    sums = np.cumsum(padded)
    width = 2 * reach + 1
    return (sums[width:] - sums[:-width]) / width


def _with_neighbours(pieces: Iterable[Samples], margin: int) -> Iterator[tuple[Samples, Samples, Samples]]:
    """Yield every piece with up to ``margin`` samples of what stands before and after it."""
    before = body = np.zeros(0, dtype=np.float32)
    for piece in pieces:
        if len(body) >= margin:
            yield before, body, piece[:margin]
            before, body = np.concatenate([before, body])[-margin:], piece
        else:  # too short to be a neighbour
            body = np.concatenate([body, piece])
    if len(body):
        yield before, body, np.zeros(0, dtype=np.float32)
