from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.ui.stories.airtime import shown, typed

WIB = timezone(timedelta(hours=7))
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1), timezones=st.just(WIB))


def at(*parts):
    return datetime(*parts, tzinfo=WIB)


@pytest.mark.parametrize(
    ("words", "now", "airtime"),
    [
        ("11.00", at(2025, 1, 17, 10), at(2025, 1, 17, 11)),
        ("05:30", at(2025, 1, 17, 22), at(2025, 1, 18, 5, 30)),
        ("18/1 06.00", at(2025, 1, 17, 10), at(2025, 1, 18, 6)),
        ("2/1 06.00", at(2025, 12, 30, 10), at(2026, 1, 2, 6)),
        ("30/12 06.00", at(2026, 1, 2, 10), at(2025, 12, 30, 6)),
        ("2/1/2025 06.00", at(2025, 12, 30, 10), at(2025, 1, 2, 6)),
        ("29/2 06.00", at(2024, 1, 17, 10), at(2024, 2, 29, 6)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_one(words, now, airtime):
    assert typed(words, now) == airtime


@pytest.mark.parametrize(
    "words",
    [
        *("besok", "25.00", "11.60", "29/2 06.00", "31/4 06.00", "0/1 06.00", "1/13 06.00"),
        *("1/1/0001 00.00", "31/12/9999 23.59", "1/1/0000 06.00"),
    ],
)
def test_what_is_no_time_of_these_days_is_refused(words):
    with pytest.raises(ValueError, match=r".*"):
        typed(words, at(2025, 6, 17, 10))


@given(MOMENTS, st.timedeltas(timedelta(days=-800), timedelta(days=800)))
def test_what_is_shown_means_itself_when_it_is_typed_again(now, ahead):
    airtime = (now + ahead).replace(second=0, microsecond=0)
    words = shown(airtime, now)
    if "/" in words:
        assert typed(words, now) == airtime
    else:
        assert airtime.date() == now.date()


def test_an_airtime_is_shown_in_the_zone_of_the_newsroom():
    assert shown(datetime(2025, 1, 17, 4, tzinfo=UTC), at(2025, 1, 17, 10)) == "11.00"
    assert shown(None, at(2025, 1, 17, 10)) == ""
