"""What is read, what comes next and what the desk changed: the announcer decides, and the log has it all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from newsdesk.domain.air_bulletin import AirChange, AirChangeKind, AirStatus, numbered
from newsdesk.domain.air_changes import Told, changes
from newsdesk.domain.as_run import AirEvent
from newsdesk.domain.rundown import ItemKind
from newsdesk.ui.onair.microphone import Microphone
from newsdesk.ui.onair.timers import ClockTarget, Interval, Stopwatch
from tests.airing import AIRTIME, air_bulletin, air_item
from tests.ui.onair.scripts import CLIP, statistik_item


def _change(item_id: int, kind: AirChangeKind = AirChangeKind.WORDS, **given) -> AirChange:
    item = given.pop("item", air_item(item_id, "Kata-kata yang baru."))
    return AirChange(item_id, kind, AIRTIME + timedelta(minutes=1), "Rani", item, **given)


def test_a_bulletin_is_read_from_first_to_last(studio) -> None:
    microphone = studio.microphone(3)
    assert microphone.current.item_id == 1
    assert microphone.began is None
    microphone.start()
    for seconds in (50, 61, 70):
        studio.clock.pass_by(seconds)
        microphone.take_next()
    assert microphone.over
    microphone.leave()
    lines = studio.session.log().lines
    assert [(line.actual_ms, line.outcome.value) for line in lines] == [
        (50_000, "read"),
        (61_000, "read"),
        (70_000, "read"),
    ]
    assert studio.session.finished


def test_of_an_empty_place_nothing_is_logged_as_read(studio) -> None:
    empty = replace(air_item(2), story_id=None, text=None, revision=None)
    microphone = studio.microphone(air_bulletin([air_item(1), empty]))
    microphone.start()
    for seconds in (50, 11):
        studio.clock.pass_by(seconds)
        microphone.take_next()
    assert [line.outcome.value for line in studio.session.log().lines] == ["read", "skipped"]


def test_leaving_in_the_middle_can_be_gone_on_with(studio) -> None:
    microphone = studio.microphone(3)
    microphone.start()
    studio.clock.pass_by(60)
    microphone.take_next()
    studio.clock.pass_by(10)
    microphone.leave()
    assert not studio.session.finished
    again = Microphone(studio.session, lambda work: work())
    assert again.current.item_id == 2
    assert again.elapsed_ms(again.moment()) == 10_000
    assert [item.item_id for item in again.ahead] == [3]
    again.take_next()
    between = Microphone(studio.session, lambda work: work())
    assert between.current.item_id == 3


def test_breaking_news_of_what_was_read_already_is_read_again(studio) -> None:
    microphone = studio.microphone(3)
    microphone.start()
    microphone.take_next()
    microphone.told([_change(1, AirChangeKind.FLASH, flash_id=7)])
    assert [item.item_id for item in microphone.ahead] == [1, 3]
    microphone.take_next()
    assert microphone.current.text.body == "Kata-kata yang baru."


def test_breaking_news_of_what_is_being_read_waits_for_the_key(studio) -> None:
    microphone = studio.microphone(3)
    microphone.start()
    before, flash = microphone.current, _change(1, AirChangeKind.FLASH, flash_id=7)
    microphone.told([flash])
    microphone.told([flash])
    assert microphone.current == before  # no word under the eye changes by itself
    assert [item.item_id for item in microphone.order] == [1, 2, 3]
    assert not microphone.flashes
    microphone.load(microphone.next_change())
    assert microphone.current.text.body == "Kata-kata yang baru."
    assert studio.session.log().acknowledged == {7}


def test_a_loaded_change_survives_the_program(studio) -> None:
    microphone = studio.microphone(3)
    microphone.start()
    microphone.told([_change(2)])
    microphone.load(microphone.next_change())
    again = Microphone(studio.session, lambda work: work())
    assert again.air.item(2).text.body == "Kata-kata yang baru."


def test_a_jump_breaks_off_what_was_not_read_to_its_end(studio) -> None:
    microphone = studio.microphone(4)
    microphone.start()
    assert microphone.jump(3, finished=False)
    assert not microphone.jump(3, finished=False)
    assert not microphone.jump(9, finished=False)
    assert microphone.jump(2, finished=True)
    microphone.take_next()  # 3 was read, so 4 comes
    assert microphone.current.item_id == 4
    outcomes = [
        (line.item.item_id, line.outcome and line.outcome.value) for line in studio.session.log().lines
    ]
    assert outcomes == [(1, "stopped"), (3, "read"), (2, "read"), (4, None)]


def test_changes_wait_until_they_are_loaded_and_the_nearest_comes_first(studio) -> None:
    microphone = studio.microphone(4)
    microphone.start()
    before = microphone.air
    microphone.told([_change(3), _change(1), _change(2, AirChangeKind.UNAPPROVED, item=None)])
    assert microphone.air == before
    assert microphone.next_change().item_id == 1
    loaded: list[int] = []
    microphone.loaded.connect(loaded.append)
    microphone.load(microphone.next_change())
    assert microphone.current.text.body == "Kata-kata yang baru."
    assert microphone.next_change().item_id == 3
    microphone.load(microphone.next_change())
    assert microphone.next_change() is None
    assert loaded == [1, 3]
    told = [line for line in studio.session.lines if line.what is AirEvent.LOADED]
    assert [line.data["item"] for line in told] == [1, 3]


def test_all_changes_of_the_order_are_loaded_as_one(studio) -> None:
    microphone = studio.microphone(4)
    moved = [
        _change(4, AirChangeKind.ORDER, item=None, after=1),
        _change(3, AirChangeKind.ORDER, item=None, after=4),
    ]
    microphone.told(moved)
    microphone.load(microphone.next_change())
    assert [item.item_id for item in microphone.order] == [1, 4, 3, 2]
    assert not microphone.changes


def test_what_was_killed_is_passed_over_and_the_log_says_so(studio) -> None:
    microphone = studio.microphone(3)
    microphone.start()
    killed = replace(air_item(2), status=AirStatus.KILLED)
    microphone.told([_change(2, AirChangeKind.KILLED, item=killed)])
    assert [item.item_id for item in microphone.ahead] == [3]
    microphone.take_next()
    assert microphone.current.item_id == 3
    assert studio.log == [("NASKAH-1", "read"), ("NASKAH-2", "skipped"), ("NASKAH-3", "")]


def test_breaking_news_is_next_at_once_and_is_acknowledged_by_a_key_or_by_reading_it(studio) -> None:
    microphone = studio.microphone(3)
    microphone.start()
    microphone.take_next()
    first = _change(21, AirChangeKind.FLASH, after=0, flash_id=7)
    second = _change(22, AirChangeKind.FLASH, after=0, flash_id=8)
    microphone.told([first, second])
    assert [item.item_id for item in microphone.ahead] == [21, 22, 3]
    assert microphone.acknowledge()
    microphone.take_next()
    assert microphone.current.item_id == 21
    microphone.take_next()
    assert not microphone.flashes
    assert not microphone.acknowledge()
    assert studio.session.log().acknowledged == {7, 8}


def test_expected_end_counts_what_is_left_and_waits_for_a_fixed_time(studio) -> None:
    network = air_item(
        9, kind=ItemKind.NETWORK, text=None, slug="JARINGAN", fixed_at=AIRTIME + timedelta(minutes=9)
    )
    floated = replace(air_item(10), floated=True)
    microphone = studio.microphone(air_bulletin([air_item(1), air_item(2), network, floated]))
    microphone.start()
    studio.clock.pass_by(40)
    times = microphone.times(microphone.moment())
    assert (times.left_ms, times.of_ms) == (20_000, 60_000)
    assert times.fixed.item_id == 9
    assert times.fixed_over_ms == -7 * 60_000
    assert times.over_ms == -5 * 60_000
    studio.clock.pass_by(30)
    assert microphone.times(microphone.moment()).left_ms == -10_000
    studio.clock.pass_by(8 * 60)
    late = microphone.times(microphone.moment())
    assert late.fixed_over_ms == 70_000
    assert late.over_ms == late.fixed_over_ms + 10 * 60_000 - 15 * 60_000


def test_practice_is_timed_as_if_its_airtime_were_when_it_begins(studio) -> None:
    studio.clock.pass_by(-26 * 3600)
    microphone = studio.microphone(3, practice=True)
    assert microphone.times(microphone.moment()).over_ms == (3 - 15) * 60_000
    studio.clock.pass_by(100)
    microphone.start()
    studio.clock.pass_by(90)
    assert microphone.times(microphone.moment()).over_ms == (3 - 15) * 60_000 + 30_000
    again = Microphone(studio.session, lambda work: work(), practice=True)
    assert again.shift(again.moment()) == microphone.shift(microphone.moment())


def test_a_paraphrase_is_timed_in_the_place_of_its_clip(studio) -> None:
    item = statistik_item()
    microphone = studio.microphone(air_bulletin([item]))
    microphone.start()
    before = microphone.times(microphone.moment()).of_ms
    microphone.paraphrase(0, CLIP.name, CLIP.paraphrase)
    shorter = microphone.times(microphone.moment()).of_ms
    assert before - CLIP.milliseconds < shorter < before
    microphone.paraphrase(0, CLIP.name, CLIP.paraphrase)
    assert microphone.times(microphone.moment()).of_ms == before
    told = [line for line in studio.session.lines if line.what is AirEvent.PARAPHRASED]
    assert [line.data["words"] for line in told] == [CLIP.paraphrase]


def test_three_timers() -> None:
    watch = Stopwatch()
    watch.restart(1000)
    watch.turn(3000)
    assert (watch.passed_ms(9000), watch.runs) == (2000, False)
    watch.turn(10_000)
    assert watch.passed_ms(11_000) == 3000
    interval = Interval()
    interval.change(-30_000)
    interval.turn(0)
    assert interval.left_ms(300_000) == -30_000
    interval.turn(300_000)
    assert interval.left_ms(400_000) == 270_000
    network, close = AIRTIME + timedelta(minutes=9), AIRTIME + timedelta(minutes=15)
    target, targets = ClockTarget(), (network, close)
    assert target.target(targets, AIRTIME) == network
    target.turn(targets, AIRTIME)
    assert target.target(targets, AIRTIME) == close
    target.turn(targets, AIRTIME)
    assert target.target(targets, AIRTIME) == network
    assert target.target(targets, AIRTIME + timedelta(minutes=10)) == close
    assert target.target(targets, AIRTIME + timedelta(minutes=16)) is None


def _desk_has(microphone: Microphone, *ids: int) -> None:
    """The newsroom tells its order; every item in it is as she has it."""
    air = microphone.air
    items = [replace(air.item(item_id) or air_item(item_id)) for item_id in ids]
    newest = replace(air, items=numbered(items))
    microphone.told(changes(air, newest, Told("Rani", AIRTIME), {}, {}))


def test_a_flash_stays_next_wherever_the_desk_thinks_that_reading_is(studio) -> None:
    microphone = studio.microphone(5)
    for _item in range(3):
        microphone.take_next()
    assert microphone.current.item_id == 4
    microphone.jump(3, finished=True)
    microphone.told([_change(21, AirChangeKind.FLASH, after=1, flash_id=7)])
    assert [item.item_id for item in microphone.order] == [1, 2, 3, 21, 4, 5]
    for desk in ((1, 2, 21, 3, 4, 5), (1, 21, 2, 3, 4, 5), (21, 1, 2, 3, 4, 5)):
        _desk_has(microphone, *desk)
        assert microphone.changes == {}
    microphone.take_next()
    assert microphone.current.item_id == 21
    _desk_has(microphone, 1, 2, 21, 3, 4, 5)
    assert microphone.changes == {}


def test_no_loaded_order_moves_what_is_read_nor_brings_anything_before_it(studio) -> None:
    microphone = studio.microphone(6)
    microphone.take_next()
    microphone.start()
    microphone.jump(3, finished=True)
    for desk in ((1, 2, 4, 5, 6, 3), (3, 1, 2, 4, 5, 6), (1, 2, 4, 3, 5, 6)):
        _desk_has(microphone, *desk)
        assert microphone.next_change() is None
    _desk_has(microphone, 1, 6, 5, 2, 3, 4)
    microphone.load(microphone.next_change())
    ahead = [item.item_id for item in microphone.ahead]
    assert sorted(ahead) == [4, 5, 6]
    assert ahead.index(6) < ahead.index(4)
    assert microphone.current.item_id == 3
    # A change told of while another item was read is held against what is read when it is loaded.
    _desk_has(microphone, *[item.item_id for item in microphone.order if item.item_id != 4], 4)
    late = microphone.next_change()
    microphone.jump(microphone.air.item(4).number, finished=True)
    before = microphone.order
    if late is not None:
        microphone.load(late)
    assert microphone.order == before
    assert microphone.changes == {}
