"""What readings with a stopwatch teach about how fast somebody reads."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from newsdesk.domain.as_run import AirEvent, ClipAct, Outcome
from newsdesk.domain.as_run_log import AsRunLine, AsRunLog
from newsdesk.domain.timing import FASTEST_RATE, SLOWEST_RATE, SpokenLength, fit_rate, pauses_ms, read_time_ms

NEWEST = 60
"""How many readings teach, the newest: nobody reads today as three years ago."""
FEWEST_SYLLABLES = 25
"""Of a shorter text the finger on the key takes more than the reading."""
FARTHEST = 0.25
"""By which share of the usual rate one reading may differ and still be one: else something else happened."""
_CENTRE_FROM = 3


class TimedReading(NamedTuple):
    """One text read: what it costs in the mouth, how many milliseconds it took, and when (aware)."""

    length: SpokenLength
    taken_ms: int
    at: datetime
    practice: bool = False

    @property
    def rate(self) -> float:
        """Syllables a minute of this reading alone; 0 where nothing can be told."""
        speaking = self.taken_ms - pauses_ms(self.length)
        return self.length.syllables * 60_000 / speaking if speaking > 0 else 0.0


class Learnt(NamedTuple):
    """A rate and its spread, both in syllables a minute, from ``readings`` of the ``offered`` ones."""

    rate: int
    spread: int
    readings: int
    offered: int


class Estimate(NamedTuple):
    """How long somebody takes for a text: ``ms``, give or take ``spread_ms`` (0: not learnt yet)."""

    ms: int
    spread_ms: int


def learn(readings: Sequence[TimedReading], usual: int) -> Learnt | None:
    """Return the rate that ``readings`` teach of somebody who is taken to read at ``usual``; None for none.

    Readings too short to tell, and those that differ from the middle one (from ``usual``, while there are
    fewer than three) by more than a quarter, were broken off or held up, and are passed over. The rate is the
    least-squares one of :func:`fit_rate`; the spread is the standard deviation, in which a long reading
    weighs more than a short one.
    """
    newest = sorted(readings, key=lambda one: one.at)[-NEWEST:]
    told = [one for one in newest if _tells(one)]
    if not told:
        return None
    centre = statistics.median(one.rate for one in told) if len(told) >= _CENTRE_FROM else usual
    kept = [one for one in told if abs(one.rate - centre) <= FARTHEST * centre]
    rate = fit_rate((one.length, one.taken_ms) for one in kept)
    if rate is None:
        return None
    return Learnt(rate, _spread(kept, rate), len(kept), len(readings))


def readings_of(log: AsRunLog) -> list[tuple[int, int, TimedReading]]:
    """Return what a reading of a bulletin teaches: the line of its journal, the reader's id, and the reading.

    Only of items that were read through, at one go, with the words that stood there from the beginning, and
    whose clips were played from here: everything else took a time that says nothing about the reader.
    """
    found: list[tuple[int, int, TimedReading]] = []
    for line in log.lines:
        if line.reader_id is None or line.start is None or line.actual_ms is None or not _at_one_go(line):
            continue
        taken_ms = line.actual_ms - line.clips_ms
        reading = TimedReading(line.item.length, taken_ms, line.start, log.practice)
        found.append((line.number, line.reader_id, reading))
    return found


def _at_one_go(line: AsRunLine) -> bool:
    if line.outcome is not Outcome.READ or not line.steady or line.begun_with is not None:
        return False
    if any(one.what in {AirEvent.PARAPHRASED, AirEvent.PAUSED} for one in line.happenings):
        return False
    acts = [one.act for one in line.happenings if one.what is AirEvent.CLIP]
    clips = 0 if line.item.paraphrase else len(line.item.clips)
    return acts.count(ClipAct.STARTED) == clips and ClipAct.FAILED not in acts


def estimate(length: SpokenLength, clip_ms: int, rate: int, spread: int) -> Estimate:
    """Return how long a text takes at ``rate``, and by how much the reader's own ``spread`` moves it.

    >>> estimate(SpokenLength(350, 1, 1), 0, 350, 20)
    Estimate(ms=60000, spread_ms=3429)
    """
    ms = read_time_ms(length, rate) + clip_ms
    return Estimate(ms, round(length.syllables * 60_000 / rate * spread / rate) if rate else 0)


def _tells(reading: TimedReading) -> bool:
    return reading.length.syllables >= FEWEST_SYLLABLES and SLOWEST_RATE <= reading.rate <= FASTEST_RATE


def _spread(readings: Sequence[TimedReading], rate: int) -> int:
    if len(readings) < 2:
        return 0
    weights = sum(one.length.syllables for one in readings)
    squares = sum(one.length.syllables * (one.rate - rate) ** 2 for one in readings)
    # One of the readings is used up by the rate itself.
    return round((squares / weights * len(readings) / (len(readings) - 1)) ** 0.5)
