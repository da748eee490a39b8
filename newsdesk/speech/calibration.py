"""The rate of a voice in real syllables a minute.

An engine's own rate number is not what is heard (espeak's "words a minute" gave 0.72 of it), so each voice is
timed once on a known text, at a few of the engine's rates, and everything between is read off that curve.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

KNOWN_TEXT: tuple[str, ...] = (
    "pemerintah kota menggelar upacara bendera di halaman kantor wali kota, jumat pagi.",
    "wali kota mengatakan, upacara ini diadakan untuk meningkatkan disiplin dan tanggung jawab pegawai.",
    "jumlah penerima bantuan naik menjadi dua ribu lima ratus tiga puluh orang, lebih dari tahun lalu.",
    "warga berharap perbaikan jalan selesai sebelum musim hujan.",
)
"""Plain news copy, with as many commas as news copy has."""
KNOWN_SYLLABLES = 122
"""The syllables of KNOWN_TEXT (a test counts them)."""


class Calibration:
    """The curve of one voice: ``points`` are (the engine's rate, syllables a minute), rising."""

    def __init__(self, points: tuple[tuple[float, float], ...]) -> None:
        self.points = points

    def engine_rate(self, syllables_a_minute: float) -> int:
        """Return the engine's rate number; beyond the measured ends, the end.

        >>> Calibration(((100, 200), (200, 400))).engine_rate(300)
        150
        """
        points = self.points
        if syllables_a_minute <= points[0][1]:
            return round(points[0][0])
        if syllables_a_minute >= points[-1][1]:
            return round(points[-1][0])
        at = bisect_left(points, syllables_a_minute, key=lambda point: point[1])
        (low, slow), (high, fast) = points[at - 1], points[at]
        return round(low + (high - low) * (syllables_a_minute - slow) / (fast - slow))


def calibrate(length_ms: Callable[[int], float], engine_rates: tuple[int, ...]) -> Calibration:
    """Time KNOWN_TEXT at each of ``engine_rates``; ``length_ms`` says it and returns how long the sound is.

    A rate that is not faster than the one before it (an engine at its limit) is left out.
    """
    timed = [(rate, KNOWN_SYLLABLES * 60_000 / max(1.0, length_ms(rate))) for rate in engine_rates]
    rising = [timed[0], *(later for earlier, later in pairwise(timed) if later[1] > earlier[1])]
    return Calibration(tuple(rising))
