"""Bulletins are made by themselves from their programmes, each once, however many desks there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
import sqlalchemy as sa

from newsdesk.domain.bulletin import BulletinState, Programme
from newsdesk.domain.prayer import PrayerTime
from newsdesk.domain.readiness import problems
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.errors import BadPrayerTable, BadRecurrence, NoName, StaleProgramme
from newsdesk.services.bulletin_room import bulletin_room
from newsdesk.services.making_bulletins import BulletinMaker
from tests.newsrooms import JAKARTA, Building, Desk, by_letters
from tests.services.bulletin_desk import AIRTIME, NOW, WARTA_SIANG, again, approved, bulletin

FRIDAY = date(2025, 1, 17)
ON_FILE = pytest.mark.parametrize("where", ["Redaksi"])
"""One kind of database will do where only Python decides."""
PRAYERS = "tempat,tanggal,nama,waktu\n" + "".join(
    f"Blitar,2025-01-{day},Magrib,17:5{day % 10}\n" for day in range(16, 20)
)


@pytest.fixture(autouse=True)
def morning(desk: Desk) -> None:
    """Let it be 09.00 on the day of the bulletin."""
    desk.now = lambda: NOW


def airtimes(desk: Desk, day: date = FRIDAY, days: int = 3) -> list[str]:
    """Return when bulletins are, as "17 11.00" by the station's clock."""
    return [f"{row.airtime + timedelta(hours=7):%d %H.%M}" for row in desk.bulletins.list(day, days)]


def test_two_desks_at_once_make_one_bulletin(building: Building, desk: Desk) -> None:
    other = building.desk("dewi", "Dewi")
    other.now, dewi = desk.now, other.people.me()
    maker = BulletinMaker(JAKARTA, other.bulletins.new_id)
    desk.programmes.add(WARTA_SIANG)
    with other.storage.read() as queries:
        theirs = maker.due(queries, NOW)
    assert len(theirs) == len(desk.bulletins.make_due()) == 1
    with other.storage.write() as work:  # they found it due before, and come second
        made = maker.make(work, theirs, dewi)
    assert made == other.bulletins.make_due() == desk.bulletins.make_due() == []
    assert airtimes(desk) == ["17 11.00"]


def test_each_is_made_when_it_is_due_with_what_its_template_has(desk: Desk) -> None:
    desk.programmes.add(replace(WARTA_SIANG, ahead_minutes=90, announcers=(desk.people.me().id,)))
    assert desk.bulletins.make_due() == []  # 120 minutes ahead
    desk.now = lambda: NOW + timedelta(minutes=31)
    (made,) = desk.bulletins.make_due()
    opened = desk.bulletins.open(made)
    assert [item.slug for item in opened.rundown.items] == ["PEMBUKA", "SALAM", "", "JARINGAN"]
    assert [block.budget_ms for block in opened.rundown.blocks] == [None, 300_000]
    assert opened.rundown.items[3].fixed_at == AIRTIME + timedelta(minutes=9)
    assert (opened.bulletin.announcers, opened.words.keys()) == (
        (desk.people.me().id,),
        {opened.rundown.items[1].id},
    )
    (entry, *_) = desk.audit.entries(1, kind="bulletin")
    assert (entry.act, entry.subject_id) == ("add", made)
    # Begun and not over yet it is made still; over, no more.
    desk.bulletins.remove(made, opened.bulletin.version)
    desk.programmes.add(replace(WARTA_SIANG, name="Ulang"))
    desk.now = lambda: AIRTIME + timedelta(minutes=14)
    assert len(desk.bulletins.make_due()) == 2  # this one and tomorrow's; the removed one stays removed
    desk.now = lambda: AIRTIME + timedelta(minutes=15)
    assert desk.bulletins.make_due() == []


@ON_FILE
def test_tomorrows_bulletins_are_made_at_once_on_request(desk: Desk) -> None:
    desk.programmes.add(replace(WARTA_SIANG, rrule="FREQ=DAILY;BYHOUR=6,12,18"))
    desk.programmes.add(replace(WARTA_SIANG, name="Jumat", rrule="FREQ=WEEKLY;BYDAY=FR"))
    desk.programmes.add(replace(WARTA_SIANG, name="Usai", active=False))
    assert len(desk.bulletins.make_day(date(2025, 1, 18))) == 3
    assert desk.bulletins.make_day(date(2025, 1, 18)) == []
    assert airtimes(desk) == ["18 06.00", "18 12.00", "18 18.00"]


@ON_FILE
def test_one_programme_that_cannot_be_read_does_not_stop_the_others(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("Rusak", "Bolong", "Utuh"):
        desk.programmes.add(replace(WARTA_SIANG, name=name))
    with desk.storage.database.engine.begin() as connection:
        for column, value, name in (
            ("rrule", "FREQ=KADANG", "Rusak"),
            ("template", "{", "Bolong"),
            ("announcers", "x", "Utuh"),
        ):
            connection.execute(
                sa.text(f"UPDATE programmes SET {column} = :value WHERE name = :name"),
                {"value": value, "name": name},
            )
    (made,) = desk.bulletins.make_due()
    assert desk.bulletins.open(made).bulletin.name == "Utuh"
    in_use = {programme.name: programme.active for programme in desk.programmes.all()}
    assert in_use == {"Bolong": False, "Rusak": True, "Utuh": True}
    caplog.clear()


@ON_FILE
def test_a_programme_is_changed_by_who_has_read_it_last(desk: Desk) -> None:
    made = desk.programmes.add(replace(WARTA_SIANG, name="  Warta   Siang ", slot_ms=-1))
    assert (made.name, made.slot_ms, made.version) == ("Warta Siang", 1, 1)
    assert desk.programmes.all() == [made]
    changed = desk.programmes.change(replace(made, name="Warta Petang"))
    with pytest.raises(StaleProgramme):
        desk.programmes.change(replace(made, name="Lain"))
    with pytest.raises(NoName):
        desk.programmes.add(replace(WARTA_SIANG, name=" "))
    with pytest.raises(BadRecurrence):
        desk.programmes.change(replace(changed, rrule="FREQ=DAILY;COUNT=1"))
    assert desk.programmes.archive(changed).active is False
    (newest, *_) = desk.audit.entries(1, kind="programme")
    assert (newest.before, newest.after) == ({"active": "True"}, {"active": "False"})


@ON_FILE
def test_a_template_keeps_nothing_of_one_day(desk: Desk) -> None:
    story = approved(desk, "A")
    day = bulletin(desk, story).rundown.fixed(0, AIRTIME)
    rows = (*day.items, RundownItem(7, ItemKind.NETWORK, "J", fixed_at=AIRTIME, hit="12.00"))
    made = desk.programmes.add(replace(WARTA_SIANG, template=Rundown(items=rows)))
    place, network = made.template.items
    assert (place.slug, place.story_id, place.approval_id) == ("A", None, None)
    assert (network.fixed_at, network.hit) == (None, "12.00")


def test_what_is_planned_moves_with_its_programme_and_what_is_ready_does_not(desk: Desk) -> None:
    programme = desk.programmes.add(replace(WARTA_SIANG, template=Rundown(), ahead_minutes=3 * 24 * 60))
    story = approved(desk, "A")
    first, *_rest = desk.bulletins.make_due()
    opened = desk.bulletins.open(first)
    state = desk.bulletins.state(story)
    assert state is not None
    row = desk.bulletins.row_of(state, opened)
    kept = desk.bulletins.keep(first, opened.bulletin.version, Rundown(items=(row,)))
    desk.bulletins.make_ready(first, kept.bulletin.version)
    assert airtimes(desk) == ["17 11.00", "18 11.00", "19 11.00"]
    desk.programmes.change(replace(programme, airtime=time(12, 30)))
    assert airtimes(desk) == ["17 11.00", "18 12.30", "19 12.30"]
    desk.bulletins.make_due()
    # Today's stands at 11.00 because it was ready; the new time of today is another bulletin's.
    assert airtimes(desk) == ["17 11.00", "17 12.30", "18 12.30", "19 12.30"]


@ON_FILE
def test_of_a_day_each_bulletin_moves_to_an_hour_that_is_free(desk: Desk) -> None:
    hours = replace(WARTA_SIANG, template=Rundown(), rrule="FREQ=DAILY;BYHOUR=12,15")
    programme = desk.programmes.add(hours)
    desk.bulletins.make_due()
    programme = desk.programmes.change(replace(programme, rrule="FREQ=DAILY;BYHOUR=13,15"))
    assert airtimes(desk) == ["17 13.00", "17 15.00"]
    programme = desk.programmes.change(replace(programme, rrule="FREQ=DAILY;BYHOUR=14"))
    assert airtimes(desk) == ["17 14.00", "17 15.00"]  # one of two moves: there is one hour
    # Nor is an hour free whose bulletin was removed: it is not made again.
    gone = desk.bulletins.list(FRIDAY)[0].id
    desk.bulletins.remove(gone, desk.bulletins.open(gone).bulletin.version)
    desk.programmes.change(replace(programme, rrule="FREQ=DAILY;BYHOUR=14;BYMINUTE=0"))
    assert airtimes(desk) == ["17 15.00"]


@ON_FILE
def test_occurrences_are_told_in_utc(desk: Desk) -> None:
    since = datetime(2028, 2, 28, 17, tzinfo=UTC)
    assert desk.programmes.occurrences(WARTA_SIANG, since, since + timedelta(days=2)) == [
        datetime(2028, 2, 29, 4, tzinfo=UTC),
        datetime(2028, 3, 1, 4, tzinfo=UTC),
    ]


@ON_FILE
def test_another_zone_makes_nothing_twice_and_the_next_by_its_own_clock(desk: Desk) -> None:
    desk.programmes.add(replace(WARTA_SIANG, ahead_minutes=36 * 60))
    assert airtimes(desk) == []
    desk.bulletins.make_due()
    wita = timezone(timedelta(hours=8))
    moved = bulletin_room(desk.storage, desk.drafting, by_letters, wita, lambda: NOW)
    assert moved.bulletins.make_due() == []
    later = bulletin_room(desk.storage, desk.drafting, by_letters, wita, lambda: NOW + timedelta(days=2))
    later.bulletins.make_due()
    # What was made keeps its moment; the station is heard at its own eleven o'clock from then on.
    assert airtimes(desk, days=4) == ["17 11.00", "18 11.00", "19 10.00", "20 10.00"]


# ---------------------------------------------------------------- prayer times


def with_magrib(airtime: time, slot_minutes: int) -> Programme:
    """A programme whose template has the call to prayer."""
    azan = RundownItem(1, ItemKind.PRAYER, "AZAN", planned_ms=240_000, hit="Maghrib")
    return replace(
        WARTA_SIANG, airtime=airtime, slot_ms=slot_minutes * 60_000, template=Rundown(items=(azan,))
    )


def test_prayer_times_are_hard_hits_of_the_bulletins_they_fall_into(desk: Desk) -> None:
    assert desk.programmes.import_times(PRAYERS) == 4
    assert desk.programmes.times(FRIDAY, FRIDAY) == [PrayerTime("Blitar", FRIDAY, "Magrib", time(17, 57))]
    assert desk.programmes.places() == ["Blitar"]
    desk.programmes.add(with_magrib(time(17, 30), 60))
    desk.programmes.add(with_magrib(time(19), 60))
    made = desk.bulletins.make_due()

    def moments() -> list[list[datetime | None]]:
        rundowns = (desk.bulletins.open(one).rundown for one in made)
        return [[item.fixed_at for item in rundown.items] for rundown in rundowns]

    assert moments() == [[datetime(2025, 1, 17, 10, 57, tzinfo=UTC)], []]
    # A better table replaces the day, also in what is made already.
    desk.programmes.import_times("tempat,tanggal,nama,waktu\nBlitar,2025-01-17,magrib,17:59")
    assert desk.programmes.times(FRIDAY, FRIDAY)[0].at == time(17, 59)
    assert moments() == [[datetime(2025, 1, 17, 10, 59, tzinfo=UTC)], []]
    # But what an editor fixed by hand stays as it was fixed.
    opened = desk.bulletins.open(made[0])
    by_hand = opened.rundown.fixed(opened.rundown.items[0].id, AIRTIME)
    desk.bulletins.keep(made[0], opened.bulletin.version, by_hand)
    desk.programmes.import_times(PRAYERS)
    assert moments() == [[AIRTIME], []]


def test_a_prayer_without_a_time_is_told_and_gets_it_from_the_next_table(desk: Desk) -> None:
    desk.programmes.add(with_magrib(time(17, 30), 60))
    (made,) = desk.bulletins.make_due()
    opened = desk.bulletins.open(made)
    assert [problem.kind for problem in problems(opened)] == ["no_moment"]
    with pytest.raises(BadPrayerTable):
        desk.programmes.import_times(PRAYERS + "Blitar,kapan,Magrib,17:00")
    assert desk.programmes.places() == []
    desk.programmes.import_times(PRAYERS)
    now = again(desk, opened)
    assert now.rundown.items[0].fixed_at == datetime(2025, 1, 17, 10, 57, tzinfo=UTC)
    assert problems(now) == ()
    assert now.bulletin.state is BulletinState.PLANNED
