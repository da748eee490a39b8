"""Days on which a bulletin goes wrong elsewhere: late tables, other days and zones, colleagues in between."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.open_rundown import estimates, timed
from newsdesk.domain.readiness import problems
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.domain.trimming import TrimKind, TrimOption
from newsdesk.errors import NotReady
from newsdesk.services.bulletin_room import bulletin_room
from newsdesk.services.programmes import Programmes
from newsdesk.ui.zones import as_tzinfo, zone_named
from tests.newsrooms import Building, Desk, by_letters
from tests.services.bulletin_desk import AIRTIME, NOW, WARTA_SIANG, again, approve, bulletin, written

ON_FILE = pytest.mark.parametrize("where", ["Redaksi"])
PRAYERS = "kota;tanggal;subuh;zuhur;asar;magrib;isya\nBlitar;17/01/2025;04.10;11.48;15.13;17.57;19.10\n"
AZAN = tuple(
    RundownItem(n, ItemKind.PRAYER, f"AZAN-{name.upper()}", planned_ms=240_000, hit=name)
    for n, name in enumerate(("Subuh", "Zuhur", "Asar", "Magrib", "Isya"), 1)
)


@pytest.fixture(autouse=True)
def morning(desk: Desk) -> None:
    """Let it be 09.00 in Jakarta on the day of the bulletin."""
    desk.now = lambda: NOW


def _over(desk: Desk, bulletin_id: int) -> tuple[TrimOption, ...]:
    opened = desk.bulletins.open(bulletin_id)
    short = replace(opened, bulletin=replace(opened.bulletin, slot_ms=1000, tolerance_ms=0))
    return desk.trims.suggestions(short, estimates(short), timed(short).over_ms)


def _cuttable(desk: Desk) -> int:
    body = "Harga cabai naik di pasar. Pedagang mengeluh soal pasokan. Pembeli memilih menunggu."
    story = written(desk, "CABAI", body)
    opened = desk.drafting.open(story)
    desk.drafting.save(story, opened.version, replace(opened.script, cuttable=((27, 58),)))
    return approve(desk, story)


# ---------------------------------------------------------------- cuts


def test_taking_a_cut_back_leaves_what_a_colleague_did_to_the_row_since(
    building: Building, desk: Desk
) -> None:
    opened = bulletin(desk, _cuttable(desk), _cuttable(desk))
    cut = next(one for one in _over(desk, opened.bulletin.id) if one.kind is TrimKind.CUT_SENTENCE)
    other = next(item.id for item in opened.rundown.items if item.id != cut.item_id)
    gone = next(one for one in _over(desk, opened.bulletin.id) if one.item_id == other and not one.asks_again)
    trimmed = desk.trims.apply(opened.bulletin.id, opened.bulletin.version, [cut, gone])
    dewi = building.desk("dewi", "Dewi")
    dewi.now = desk.now
    me = dewi.people.me().id
    theirs = trimmed.opened.rundown.read_by({cut.item_id, other}, me).planned(cut.item_id, 7_000)
    theirs = theirs.moved({other}, None, 0)
    kept = dewi.bulletins.keep(opened.bulletin.id, trimmed.opened.bulletin.version, theirs)
    back = desk.trims.undo(trimmed.applied, kept.bulletin.version).rundown
    row = back.item(cut.item_id)
    assert row is not None
    assert (row.cut, row.planned_ms, row.reader_id) == ((), 7_000, me)
    assert row.approval_id == opened.rundown.items[opened.rundown.places[cut.item_id]].approval_id
    assert [(item.id, item.floated, item.reader_id) for item in back.items if item.id == other] == [
        (other, False, me)
    ]


@ON_FILE
def test_of_a_story_that_stands_twice_no_words_are_cut(desk: Desk) -> None:
    story = _cuttable(desk)
    opened = bulletin(desk, story)
    twice = replace(opened.rundown.items[0], id=desk.bulletins.new_id())
    rundown = replace(opened.rundown, items=(*opened.rundown.items, twice))
    opened = desk.bulletins.keep(opened.bulletin.id, opened.bulletin.version, rundown)
    options = _over(desk, opened.bulletin.id)
    assert {one.kind for one in options} == {TrimKind.FLOAT}
    trimmed = desk.trims.apply(opened.bulletin.id, opened.bulletin.version, options)
    assert trimmed.opened.rundown.counted == ()


# ---------------------------------------------------------------- prayers


def test_a_table_that_comes_late_gives_each_bulletin_its_own_prayer_and_no_other(desk: Desk) -> None:
    hourly = replace(
        WARTA_SIANG,
        rrule="FREQ=DAILY;BYHOUR=10,11,17;BYMINUTE=30",
        slot_ms=45 * 60_000,
        ahead_minutes=600,
        template=Rundown(items=AZAN),
    )
    desk.programmes.add(hourly)
    made = desk.bulletins.make_due()
    assert [len(desk.bulletins.open(one).rundown.counted) for one in made] == [5, 5, 5]  # to be seen
    desk.programmes.import_times(PRAYERS)
    opened = [desk.bulletins.open(one) for one in made]
    assert [[item.hit for item in one.rundown.counted] for one in opened] == [[], ["Zuhur"], ["Magrib"]]
    assert [one.rundown.floats for one in opened] == [(), (), ()]
    assert all(-hourly.slot_ms <= timed(one).over_ms <= 0 for one in opened)
    assert [one.kind for one in problems(opened[1])] == []
    # Moved to the evening, the noon prayer is kept and not counted; the row of another hour is not made up.
    noon = opened[1]
    moved = desk.bulletins.change(
        noon.bulletin.id, noon.bulletin.version, airtime=datetime(2025, 1, 17, 10, 30, tzinfo=UTC)
    )
    assert ([item.hit for item in moved.rundown.counted], len(moved.rundown.floats)) == ([], 1)
    again_noon = desk.bulletins.change(
        noon.bulletin.id, moved.bulletin.version, airtime=noon.bulletin.airtime
    )
    assert again_noon.rundown.counted == noon.rundown.counted


@pytest.mark.parametrize(("zone", "hour"), [("Asia/Jakarta", 4), ("Asia/Makassar", 3), ("Asia/Jayapura", 2)])
@ON_FILE
def test_a_day_is_the_stations_in_each_zone_over_midnight_and_on_a_leap_day(
    desk: Desk, zone: str, hour: int
) -> None:
    at = as_tzinfo(zone_named(zone))
    desk.now = lambda: datetime(2028, 2, 27, 18, tzinfo=UTC)
    programmes, bulletins, _trims = bulletin_room(
        desk.storage, desk.drafting, by_letters, at, lambda: desk.now()
    )
    assert isinstance(programmes, Programmes)
    late = Rundown(items=(RundownItem(1, ItemKind.NETWORK, "JARINGAN", hit="00.05"),))
    noon = replace(WARTA_SIANG, template=Rundown())
    programmes.add(replace(noon, name="Leap", rrule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", airtime=time(11)))
    programmes.add(replace(noon, name="Malam", airtime=time(23, 55), template=late))
    assert [len(bulletins.make_day(date(2028, 2, day))) for day in (28, 29)] == [1, 2]
    rows = bulletins.list(date(2028, 2, 29))
    assert [(row.name, row.airtime) for row in rows] == [
        ("Leap", datetime(2028, 2, 29, hour, tzinfo=UTC)),
        ("Malam", datetime(2028, 2, 29, hour + 12, 55, tzinfo=UTC)),
    ]
    (hit,) = bulletins.open(rows[1].id).rundown.items
    assert hit.fixed_at == datetime(2028, 2, 29, hour + 13, 5, tzinfo=UTC)  # 00.05 on the first of March
    assert bulletins.make_day(date(2028, 2, 29)) == []


# ---------------------------------------------------------------- other days


@ON_FILE
def test_a_hit_fixed_by_hand_keeps_its_clock_time_on_the_day_the_bulletin_moves_to(desk: Desk) -> None:
    opened = desk.bulletins.create(None, AIRTIME, "Khusus")
    fixed = AIRTIME + timedelta(minutes=9)
    row = RundownItem(desk.bulletins.new_id(), ItemKind.NETWORK, "JARINGAN", fixed_at=fixed)
    opened = desk.bulletins.keep(opened.bulletin.id, opened.bulletin.version, Rundown(items=(row,)))
    later = desk.bulletins.change(
        opened.bulletin.id, opened.bulletin.version, airtime=AIRTIME + timedelta(minutes=5)
    )
    assert later.rundown.items[0].fixed_at == fixed  # the network does not wait
    leap = datetime(2028, 2, 29, 4, tzinfo=UTC)
    moved = desk.bulletins.change(opened.bulletin.id, later.bulletin.version, airtime=leap)
    assert moved.rundown.items[0].fixed_at == leap + timedelta(minutes=9)


@ON_FILE
def test_an_airtime_in_the_past_and_a_bulletin_of_nothing_are_worked_with_all_the_same(desk: Desk) -> None:
    past = NOW - timedelta(days=400)
    opened = desk.bulletins.create(None, past, "Lewat")
    assert timed(opened).over_ms == -15 * 60_000
    assert _over(desk, opened.bulletin.id) == ()
    assert [one.kind for one in problems(opened)] == ["no_rows"]
    with pytest.raises(NotReady):
        desk.bulletins.make_ready(opened.bulletin.id, opened.bulletin.version)
    assert desk.bulletins.tray(opened.bulletin.id) == []
    story = approve(desk, written(desk, "SUSULAN"))
    state = desk.bulletins.state(story)
    assert state is not None
    row = desk.bulletins.row_of(state, opened)
    opened = desk.bulletins.keep(opened.bulletin.id, opened.bulletin.version, Rundown(items=(row,)))
    ready = desk.bulletins.make_ready(opened.bulletin.id, opened.bulletin.version)
    assert ready.bulletin.state is BulletinState.READY
    assert desk.bulletins.next() is None
    assert again(desk, opened).bulletin.airtime == past


@ON_FILE
def test_five_hundred_rows_too_long_are_brought_into_time_by_the_adviser(desk: Desk) -> None:
    stories = [_cuttable(desk) for _n in range(5)]
    opened = bulletin(desk, *stories)
    more = tuple(RundownItem(1000 + n, ItemKind.JINGLE, f"J-{n}", planned_ms=1000) for n in range(495))
    rundown = replace(opened.rundown, items=(*more, *opened.rundown.items))
    opened = desk.bulletins.keep(opened.bulletin.id, opened.bulletin.version, rundown)
    options = _over(desk, opened.bulletin.id)
    assert len(options) == 10
    cuts = [one for one in options if one.kind is TrimKind.CUT_SENTENCE]
    trimmed = desk.trims.apply(opened.bulletin.id, opened.bulletin.version, cuts)
    assert sum(item.approval_id is None for item in trimmed.opened.rundown.items if item.story_id) == 5
    assert desk.trims.undo(trimmed.applied, trimmed.opened.bulletin.version).rundown == opened.rundown
