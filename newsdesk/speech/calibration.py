"""The rate of a voice in real syllables a minute.

An engine's own rate number is not what is heard (espeak's "words a minute" gave 0.72 of it), so each voice is
timed once on a known text, at a few of the engine's rates, and everything between is read off that curve.
"""

from __future__ import annotations

import contextlib
import json
from bisect import bisect_left
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from newsdesk.files import write_durably

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

    @property
    def slowest(self) -> int:
        """The slowest measured rate in syllables a minute."""
        return round(self.points[0][1])

    @property
    def fastest(self) -> int:
        """The fastest one."""
        return round(self.points[-1][1])

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


def calibrate(
    length_ms: Callable[[int], float], engine_rates: tuple[int, ...], said: int = KNOWN_SYLLABLES
) -> Calibration:
    """Time KNOWN_TEXT at each of ``engine_rates``; ``length_ms`` says it and returns how long the sound is.

    ``said`` are the syllables of what it says, for an engine that says only a part of the text.

    A rate that is not faster than the one before it (an engine at its limit) is left out.
    """
    timed = [(rate, said * 60_000 / max(1.0, length_ms(rate))) for rate in engine_rates]
    rising = [timed[0], *(later for earlier, later in pairwise(timed) if later[1] > earlier[1])]
    return Calibration(tuple(rising))


class Calibrations:
    """The curves of one engine's voices: each is measured once, and kept in ``file`` where there is one.

    What another version of the engine measured is measured again. Only the worker of the engine has one.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._version = ""
        self._curves: dict[str, Calibration] = {}

    def use(self, version: str, known: Mapping[str, Calibration] | None = None) -> None:
        """Read what was kept for this ``version``, and take ``known`` curves as measured."""
        self._version = version
        self._curves = {**self._kept(), **(known or {})}

    def known(self, voice: str) -> Calibration | None:
        """Return a voice's curve if it was measured before."""
        return self._curves.get(voice)

    def of(self, voice: str, measure: Callable[[], Calibration]) -> Calibration:
        """Return a voice's curve; it is measured, and kept, the first time."""
        curve = self._curves.get(voice)
        if curve is None:
            curve = self._curves[voice] = measure()
            self._keep()
        return curve

    def _kept(self) -> dict[str, Calibration]:
        if self._file is None:
            return {}
        try:
            raw: Any = json.loads(self._file.read_text("utf-8"))
            if raw["version"] != self._version:
                return {}
            return {
                str(voice): Calibration(tuple((float(rate), float(heard)) for rate, heard in points))
                for voice, points in raw["voices"].items()
                if points
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}  # missing or damaged: measuring again costs a few seconds

    def _keep(self) -> None:
        if self._file is None:
            return
        voices = {voice: curve.points for voice, curve in self._curves.items()}
        with contextlib.suppress(OSError):  # a full disk: measured again next time
            write_durably(self._file, json.dumps({"version": self._version, "voices": voices}).encode())
