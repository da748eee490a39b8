"""Readings teach an announcer's rate and its spread; what says nothing about the reader teaches nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.air_bulletin import AirChange, AirChangeKind, AirClip
from newsdesk.domain.as_run import ClipAct, Outcome
from newsdesk.domain.blocks import Clip
from newsdesk.domain.rate_learning import TimedReading, estimate, learn, readings_of
from newsdesk.domain.timing import SpokenLength, read_time_ms
from newsdesk.services.held_air import HeldAir
from newsdesk.storage.air_files import AirFolder
from tests.airing import AIRTIME, TwoClocks, air_bulletin, air_item
from tests.newsrooms import Desk
from tests.services.air_desk import AirDesk

BODY = "Warga menunggu bantuan di halaman kantor wali kota sejak pagi hari.\n" * 4


def _reading(rate: float, syllables: int = 300, day: int = 0, taken_ms: int | None = None) -> TimedReading:
    length = SpokenLength(syllables, max(1, syllables // 40), max(1, syllables // 80))
    at = AIRTIME + timedelta(days=day)
    return TimedReading(length, taken_ms or read_time_ms(length, round(rate)), at)


@settings(max_examples=40, deadline=None)
@given(st.integers(200, 500), st.integers(3, 30), st.integers(0, 2**20))
def test_the_rate_is_found_whatever_else_happened_in_a_fifth_of_the_readings(
    rate: int, readings: int, seed: int
) -> None:
    dice = random.Random(seed)
    said = [_reading(rate * dice.uniform(0.97, 1.03), dice.randint(60, 700), day) for day in range(readings)]
    for place in dice.sample(range(readings), readings // 5):
        # A stopwatch left running, a text broken off, a visitor in the studio.
        taken = round(said[place].taken_ms * dice.choice([0.01, 0.4, 1.6, 3.0, 40.0]))
        said[place] = said[place]._replace(taken_ms=taken)
    learnt = learn(said, 350)
    assert learnt is not None
    assert abs(learnt.rate - rate) <= 0.04 * rate
    assert learnt.spread <= 0.05 * rate


def test_the_spread_says_how_far_readings_lie_apart() -> None:
    steady = learn([_reading(300, day=day) for day in range(6)], 350)
    uneven = learn([_reading(300 + (-1) ** day * 24, day=day) for day in range(6)], 350)
    assert steady is not None
    assert uneven is not None
    assert steady.spread <= 1
    assert uneven.spread == pytest.approx(26, abs=2)
    assert estimate(SpokenLength(190, 1, 1), 0, 300, 24) == (38_000, 3_040)


def test_with_one_reading_what_cannot_be_hers_is_passed_over() -> None:
    assert learn([_reading(120)], 350) is None
    assert learn([_reading(365)], 350) == (365, 0, 1, 1)
    assert learn([_reading(350, syllables=6)], 350) is None
    assert learn([], 350) is None


def test_how_she_reads_today_counts_not_how_she_read_long_ago() -> None:
    learnt = learn([_reading(300, day=day) for day in range(80)] + [_reading(330, day=99)] * 60, 350)
    assert learnt is not None
    assert learnt.rate == 330


# ---------------------------------------------------------------- from the log


def test_only_what_was_read_at_one_go_teaches(tmp_path: Path) -> None:
    clip = AirClip(0, Clip("HANUNG"), "a.wav", "a.wav")
    rows = [air_item(n, clips=(clip,) if n in (3, 4, 5) else ()) for n in range(1, 11)]
    clock = TwoClocks()
    air = HeldAir(AirFolder(tmp_path), None, clock.now, clock.ticks)
    session = air.begin(air_bulletin(rows), practice=True)

    def read(item: int, seconds: float, outcome: Outcome = Outcome.READ) -> None:
        clock.pass_by(seconds)
        session.ended(item, session.moment(), outcome)

    for item in range(1, 11):
        session.started(item, session.moment())
        match item:
            case 2:  # broken off
                read(item, 20, Outcome.STOPPED)
            case 3:  # its clip was played from here: it is taken off
                session.clip(item, "HANUNG", ClipAct.STARTED, session.moment())
                clock.pass_by(15)
                session.clip(item, "HANUNG", ClipAct.ENDED, session.moment())
                read(item, 61)
            case 4:  # its clip was played from somewhere else
                read(item, 75)
            case 5:
                session.clip(item, "HANUNG", ClipAct.FAILED, session.moment())
                session.paraphrased(item, "HANUNG", "Hanung bersyukur.", session.moment())
                read(item, 66)
            case 6:
                session.paused(item, session.moment())
                read(item, 80)
            case 7:  # the computer slept
                clock.at += timedelta(minutes=5)
                read(item, 60)
            case 8:
                newer = air_item(8, "Kata lain.", number=8)
                news = AirChange(8, AirChangeKind.WORDS, AIRTIME, "Rani", newer)
                session.loaded(news, session.moment())
                read(item, 60)
            case _:
                read(item, 60)
    items = {line.number: line.item.item_id for line in session.log().lines}
    told = readings_of(session.log())
    taken = [(items[number], reading.taken_ms) for number, _reader, reading in told]
    assert taken == [(1, 60_000), (3, 61_000), (9, 60_000), (10, 60_000)]
    assert all(reading.practice for _number, _reader, reading in told)
    air.close()


@pytest.fixture
def air(tmp_path: Path) -> Iterator[AirDesk]:
    desk = Desk("Redaksi", tmp_path / "profile")
    made = AirDesk(desk)
    yield made
    made.on_air.close()
    desk.close()


def _practise(air: AirDesk, bulletin: int, rate: float) -> None:
    """Read a bulletin for practice at exactly this rate."""
    session = air.on_air.begin(air.on_air.look(bulletin), practice=True)
    for item in session.air.items:
        air.read(session, item.item_id, read_time_ms(item.length, round(rate)) / 1000)
    session.finish(session.moment())
    air.on_air.leave(session)
    air.on_air.drain()


def test_each_reading_refines_the_rate_and_a_reset_brings_the_one_set_by_hand_back(air: AirDesk) -> None:
    me = air.desk.people.me()
    air.desk.people.set_rate(me, 340)
    bulletin = air.bulletin([air.approved(BODY), air.approved(BODY)], ready=False)
    assert air.rates.learnt(me.id) is None
    _practise(air, bulletin, 300)
    learnt = air.rates.learnt(me.id)
    assert learnt is not None
    assert (learnt.rate, learnt.readings) == (300, 2)
    person = next(one for one in air.desk.people.listed() if one.id == me.id)
    assert (person.rate, person.rate_spread) == (300, learnt.spread)
    assert air.desk.people.me().rate == 300
    # The next bulletin is estimated with it.
    assert air.on_air.look(bulletin).items[0].rate == 300
    _practise(air, bulletin, 310)
    again = air.rates.learnt(me.id)
    assert again is not None
    assert (again.rate, again.readings) == (305, 4)
    assert again.spread > 0
    reset = air.rates.reset(me.id)
    assert reset is not None
    assert (reset.rate, reset.rate_spread) == (340, 0)
    assert air.desk.people.me().rate == 340
    assert air.rates.learnt(me.id) is None
    assert len(air.rates.readings(me.id)) == 4
    acts = [entry.act for entry in air.desk.audit.entries(kind="person", subject_id=me.id)]
    assert acts[:3] == ["reset-rate", "learn-rate", "learn-rate"]


def test_a_rate_set_by_hand_is_where_learning_begins_anew(air: AirDesk) -> None:
    bulletin = air.bulletin([air.approved(BODY), air.approved(BODY)], ready=False)
    _practise(air, bulletin, 300)
    me = air.desk.people.me()
    air.desk.people.set_rate(me, 400)
    _practise(air, bulletin, 390)
    learnt = air.rates.learnt(me.id)
    assert learnt is not None
    assert (learnt.rate, learnt.readings) == (390, 2)
    reset = air.rates.reset(me.id)
    assert reset is not None
    assert reset.rate == 400
