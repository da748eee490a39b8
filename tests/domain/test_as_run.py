"""What the lines of a log mean, and that an altered line is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.air_bulletin import AirChange, AirChangeKind
from newsdesk.domain.air_json import change_to_plain
from newsdesk.domain.as_run import (
    FIRST,
    AirEvent,
    BrokenLine,
    ClipAct,
    JournalLine,
    Outcome,
    first_broken_line,
    line_from_text,
    sealed,
)
from newsdesk.domain.as_run_json import as_read
from newsdesk.domain.as_run_log import AsRunLog
from newsdesk.domain.as_run_telling import log_of
from newsdesk.domain.blocks import MARK, Clip
from tests.airing import AIRTIME, TwoClocks, air_bulletin, air_item

AIR = air_bulletin(3)


class _Reading:
    """Writes lines as a session does."""

    def __init__(self) -> None:
        self.clock = TwoClocks()
        self.lines: list[JournalLine] = []
        self.add(AirEvent.BEGUN, session=4, person=7, name="Sinta Ayu")

    def add(self, what: AirEvent, after_s: float = 0, **data: object) -> None:
        self.clock.pass_by(after_s)
        previous = self.lines[-1].hash if self.lines else FIRST
        self.lines.append(sealed(len(self.lines) + 1, self.clock.moment(), what, data, previous))

    def log(self) -> AsRunLog:
        return log_of(AIR, self.lines)


def test_each_item_is_told_with_its_time_and_outcome() -> None:
    reading = _Reading()
    reading.add(AirEvent.STARTED, item=1)
    reading.add(AirEvent.ENDED, 58.5, item=1, outcome="read")
    reading.add(AirEvent.ENDED, item=2, outcome="skipped")
    reading.add(AirEvent.STARTED, 2, item=3)
    log = reading.log()
    assert log.reading is not None
    assert log.reading.item.item_id == 3
    reading.add(AirEvent.FINISHED, 10)
    log = reading.log()
    told = [(line.item.item_id, line.outcome, line.actual_ms) for line in log.lines]
    assert told == [(1, Outcome.READ, 58_500), (2, Outcome.SKIPPED, None), (3, Outcome.STOPPED, 10_000)]
    assert log.lines[0].over_ms == -1500
    assert log.finished_at == AIRTIME + timedelta(seconds=70.5)
    assert [item.item_id for item in log.unread] == [2]
    assert log.head == (6, reading.lines[-1].hash)
    assert log.broken is None


@pytest.mark.parametrize("set_s", [-3600, 3600, 86_400])
def test_a_clock_that_is_set_changes_no_length_and_puts_it_in_doubt(set_s: int) -> None:
    reading = _Reading()
    reading.add(AirEvent.STARTED, item=1)
    reading.clock.at += timedelta(seconds=set_s)
    reading.add(AirEvent.ENDED, 60, item=1, outcome="read")
    (line,) = reading.log().lines
    assert line.actual_ms == 60_000
    assert not line.steady


def test_an_item_over_midnight_is_as_long_as_it_was() -> None:
    reading = _Reading()
    reading.clock.at = AIRTIME.replace(hour=16, minute=59, second=40)  # 23.59.40 at the station
    reading.add(AirEvent.STARTED, item=1)
    reading.add(AirEvent.ENDED, 45, item=1, outcome="read")
    (line,) = reading.log().lines
    assert (line.actual_ms, line.steady) == (45_000, True)


def test_after_a_crash_the_item_goes_on_by_the_wall_clock() -> None:
    reading = _Reading()
    reading.add(AirEvent.STARTED, item=1)
    reading.clock.pass_by(20)
    reading.clock.ms = 11  # another run of the program
    reading.add(AirEvent.RESUMED)
    reading.add(AirEvent.ENDED, 30, item=1, outcome="read")
    (line,) = reading.log().lines
    assert (line.actual_ms, line.steady) == (50_000, False)


def test_what_was_loaded_in_mid_item_is_told_with_who_changed_it() -> None:
    reading = _Reading()
    newer = replace(air_item(1, "Pemkot menunda upacara."), revision=2, number=1)
    change = AirChange(1, AirChangeKind.WORDS, AIRTIME, "Rani", newer)
    reading.add(AirEvent.STARTED, item=1)
    reading.add(AirEvent.LOADED, 5, item=1, change=change_to_plain(change))
    reading.add(AirEvent.ENDED, 50, item=1, outcome="read")
    log = reading.log()
    (line,) = log.lines
    assert (line.item, line.begun_with) == (newer, AIR.items[0])
    (loaded,) = line.happenings
    assert (loaded.by, loaded.before, loaded.after) == ("Rani", AIR.items[0].digest, newer.digest)
    assert log.now.items[0] == newer
    assert log.air == AIR


def test_a_flash_seen_while_reading_is_of_the_bulletin_and_stands_next() -> None:
    reading = _Reading()
    flash = AirChange(9, AirChangeKind.FLASH, AIRTIME, "Dewi", air_item(9, flash_id=77), 1, 77)
    reading.add(AirEvent.STARTED, item=1)
    reading.add(AirEvent.LOADED, item=9, change=change_to_plain(flash))
    reading.add(AirEvent.ACKNOWLEDGED, item=9, flash=77)
    log = reading.log()
    assert [item.item_id for item in log.now.items] == [1, 9, 2, 3]
    assert [item.number for item in log.now.items] == [1, 2, 3, 4]
    assert log.acknowledged == {77}
    assert log.reading is not None
    assert not log.reading.happenings


def test_a_clip_that_was_played_after_all_is_not_told_as_paraphrased() -> None:
    item = air_item(1, f"Satu.\n{MARK}")
    assert item.text is not None
    text = replace(item.text, blocks=(Clip("HANUNG", milliseconds=5000, paraphrase="Hanung lega."),))
    reading = _Reading()
    reading.add(AirEvent.STARTED, item=1)
    reading.add(AirEvent.PARAPHRASED, item=1, clip="HANUNG", words="Hanung lega.")
    air = air_bulletin([replace(item, text=text)])
    assert as_read(log_of(air, reading.lines).lines[0])[-1].said == "Hanung lega."
    for act in (ClipAct.STARTED, ClipAct.ENDED):
        reading.add(AirEvent.CLIP, item=1, clip="HANUNG", act=act)
    assert as_read(log_of(air, reading.lines).lines[0])[-1].said == ""


def test_time_that_clips_played_is_told_apart() -> None:
    reading = _Reading()
    reading.add(AirEvent.STARTED, item=1)
    reading.add(AirEvent.CLIP, 10, item=1, clip="HANUNG", act="started")
    reading.add(AirEvent.CLIP, 18, item=1, clip="HANUNG", act="ended")
    reading.add(AirEvent.CLIP, 5, item=1, clip="LAIN", act="started")
    reading.add(AirEvent.ENDED, 4, item=1, outcome="read")
    (line,) = reading.log().lines
    assert (line.actual_ms, line.clips_ms) == (37_000, 22_000)
    assert [one.name for one in line.happenings] == ["HANUNG", "HANUNG", "LAIN"]


@pytest.mark.parametrize(
    ("what", "data"),
    [
        (AirEvent.ENDED, {"item": 1, "outcome": "sung"}),
        (AirEvent.LOADED, {"item": 1}),
        (AirEvent.LOADED, {"item": 1, "change": {"item_id": "x"}}),
        (AirEvent.CLIP, {"item": 1, "clip": "K", "act": 7}),
    ],
)
def test_a_line_that_says_what_nobody_writes_is_named_and_takes_no_other_along(
    what: AirEvent, data: dict[str, object]
) -> None:
    reading = _Reading()
    reading.add(AirEvent.STARTED, item=1)
    reading.add(what, **data)
    reading.add(AirEvent.ENDED, 50, item=1, outcome="read")
    log = reading.log()
    assert log.broken == BrokenLine(3, "strange")
    assert log.lines[-1].outcome is Outcome.READ


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_whatever_is_altered_left_out_or_swapped_is_found(data: st.DataObject) -> None:
    reading = _Reading()
    for item in (1, 2, 3):
        reading.add(AirEvent.STARTED, 1, item=item)
        reading.add(AirEvent.ENDED, 30, item=item, outcome="read")
    lines = list(reading.lines)
    assert [line_from_text(line.as_text()) for line in lines] == lines
    at = data.draw(st.integers(0, len(lines) - 2))
    match data.draw(st.sampled_from(["alter", "leave out", "swap", "made anew"])):
        case "alter":
            lines[at] = replace(lines[at], ms=lines[at].ms + 1)
            assert first_broken_line(lines) == BrokenLine(at + 1, "altered")
            with pytest.raises(ValueError, match="sealed"):
                line_from_text(lines[at].as_text())
        case "leave out":
            del lines[at]
            assert first_broken_line(lines) == BrokenLine(at + 1, "missing")
        case "swap":
            lines[at], lines[at + 1] = lines[at + 1], lines[at]
            assert first_broken_line(lines) == BrokenLine(at + 1, "missing")
        case _:
            old = lines[at]
            moment = TwoClocks().moment()
            lines[at] = sealed(old.number, moment, old.what, {"item": 99}, old.previous)
            assert first_broken_line(lines) == BrokenLine(at + 2, "unlinked")
