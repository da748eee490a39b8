"""The days of a programme are those that its rule says, by the station's clock, in any zone and year."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from newsdesk.errors import BadRecurrence
from newsdesk.services.recurrence import check_rule, local_times, moments

WIB, WITA, WIT = (timezone(timedelta(hours=hours)) for hours in (7, 8, 9))
FEBRUARY = datetime(2028, 2, 27)


def days(rule: str, since: datetime = FEBRUARY, length: int = 4, at: time = time(11)) -> list[str]:
    """Return the moments of so many days as "28 11.00"."""
    found = local_times(rule, at, since, since + timedelta(days=length))
    return [moment.strftime("%d %H.%M") for moment in found]


def test_a_daily_programme_is_on_a_leap_day_too() -> None:
    assert days("FREQ=DAILY") == ["27 11.00", "28 11.00", "29 11.00", "01 11.00"]
    assert days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29") == ["29 11.00"]
    assert days("FREQ=MONTHLY;BYMONTHDAY=-1") == ["29 11.00"]


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,WE", ["28 11.00", "01 11.00"]),
        ("FREQ=WEEKLY", ["28 11.00"]),
        ("FREQ=DAILY;BYHOUR=6,18;BYMINUTE=30;BYDAY=SU", ["27 06.30", "27 18.30"]),
        ("FREQ=DAILY;INTERVAL=2", ["27 11.00", "29 11.00"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["29 11.00"]),
        ("FREQ=DAILY;UNTIL=20280228T235959", ["27 11.00", "28 11.00"]),
        ("freq=weekly; byday=tu", ["29 11.00"]),
        ("RRULE:FREQ=WEEKLY;BYDAY=TU;", ["29 11.00"]),
    ],
)
def test_rules_of_the_internet_calendar_are_understood(rule: str, wanted: list[str]) -> None:
    assert days(rule) == wanted


def test_news_on_the_hour_is_one_rule() -> None:
    assert days("FREQ=HOURLY;BYHOUR=5,6,7", length=1, at=time(0)) == ["27 05.00", "27 06.00", "27 07.00"]


def test_every_other_week_is_the_same_weeks_whenever_it_is_asked() -> None:
    year = days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", datetime(2026, 1, 1), 365)
    parts = [
        moment
        for start in range(0, 365, 5)
        for moment in days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", datetime(2026, 1, 1) + timedelta(days=start), 5)
    ]
    assert parts == year
    assert len(year) == 26


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "setiap hari",
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=DAILY;COUNT=3",
        "FREQ=DAILY;DTSTART=20250101",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=99999",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;BYHOUR=",
        "FREQ=WEEKLY;BYDAY=SENIN",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=DAILY;UNTIL=besok",
        "FREQ=DAILY;BYMONTH=13",
        # Never comes: dateutil would look for it until the year 9999.
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=HOURLY;INTERVAL=24;BYHOUR=7",
        "FREQ=DAILY;BYMONTHDAY=0",
        # Thousands of bulletins a day.
        f"FREQ=HOURLY;BYMINUTE={','.join(str(minute) for minute in range(60))}",
    ],
)
def test_a_rule_that_means_nothing_here_is_refused(rule: str) -> None:
    with pytest.raises(BadRecurrence):
        check_rule(rule)
    with pytest.raises(BadRecurrence):
        days(rule)


def test_what_is_wrong_in_a_rule_is_named() -> None:
    with pytest.raises(BadRecurrence) as failure:
        check_rule("FREQ=WEEKLY;BYDAY=SENIN")
    assert failure.value.part == "BYDAY=SENIN"


@pytest.mark.parametrize(("zone", "hour"), [(WIB, 23), (WITA, 22), (WIT, 21)])
def test_the_clock_is_the_stations_and_the_day_its_own(zone: timezone, hour: int) -> None:
    since = datetime(2028, 2, 28, 12, tzinfo=UTC)
    found = list(moments("FREQ=DAILY", time(6), since, since + timedelta(days=2), zone))
    assert found[0] == (datetime(2028, 2, 29, 6), datetime(2028, 2, 28, hour, tzinfo=UTC))
    assert found[1] == (datetime(2028, 3, 1, 6), datetime(2028, 2, 29, hour, tzinfo=UTC))
    assert len(found) == 2


def test_a_programme_at_midnight_belongs_to_the_day_that_begins() -> None:
    since = datetime(2025, 1, 17, 16, tzinfo=UTC)
    found = list(moments("FREQ=WEEKLY;BYDAY=SA", time(0), since, since + timedelta(hours=2), WIB))
    assert found == [(datetime(2025, 1, 18), datetime(2025, 1, 17, 17, tzinfo=UTC))]


def test_a_zone_with_summer_time_leaves_no_day_out_and_doubles_none() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    for change in (datetime(2025, 3, 29, tzinfo=UTC), datetime(2025, 10, 25, tzinfo=UTC)):
        found = list(moments("FREQ=DAILY", time(2, 30), change, change + timedelta(days=3), berlin))
        assert [local.day for local, _ in found] == [change.day + n for n in range(3)]
        assert all(a < b for (_, a), (_, b) in pairwise(found))
