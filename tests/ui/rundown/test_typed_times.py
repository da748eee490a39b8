"""Lengths and clock times as people type them, and what is none."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from newsdesk.ui.rundown.typed_times import moment_near, typed_clock, typed_length

WIB = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("text", "ms"), [("1:14", 74_000), ("1.14", 74_000), ("74", 74_000), (" 2,00 ", 120_000), ("", 0)]
)
def test_a_length_is_typed_with_any_mark_or_as_seconds(text: str, ms: int) -> None:
    assert typed_length(text) == ms


@pytest.mark.parametrize("text", ["satu", "1:4", "1:60", "-1", "1:1:1", "1e3"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        typed_length(text)


@pytest.mark.parametrize("text", ["24.00", "11.60", "11", "11.00.60", "siang"])
def test_what_is_no_clock_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        typed_clock(text)


def test_a_hit_after_midnight_belongs_to_the_bulletin_that_begins_before_it() -> None:
    airtime = datetime(2024, 2, 28, 23, 55, tzinfo=WIB)
    assert moment_near("00.05", airtime) == datetime(2024, 2, 29, 0, 5, tzinfo=WIB)
    assert moment_near("23.50.30", airtime + timedelta(minutes=6)) == datetime(
        2024, 2, 28, 23, 50, 30, tzinfo=WIB
    )
    assert moment_near("", airtime) is None
