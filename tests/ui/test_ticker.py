"""All figures move together, with the second."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newsdesk.ui.ticker import Ticker, until_next_ms

SECOND = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


def test_ticks_fall_on_the_second_wherever_it_is_started() -> None:
    for ms in (0, 1, 137, 199, 200, 999):
        at = SECOND + timedelta(milliseconds=ms)
        after = at + timedelta(milliseconds=until_next_ms(at))
        assert at < after <= at + timedelta(milliseconds=200)
        assert after.microsecond % 200_000 == 0


def test_everybody_gets_the_same_time_and_a_stopped_clock_is_still(qtbot) -> None:
    given = iter(SECOND + timedelta(milliseconds=200 * i) for i in range(100))
    ticker = Ticker(lambda: next(given))
    one: list[datetime] = []
    other: list[datetime] = []
    ticker.tick.connect(one.append)
    ticker.tick.connect(other.append)
    ticker.start()
    ticker.start()
    assert one == [SECOND]
    qtbot.waitUntil(lambda: len(one) >= 3)
    ticker.stop()
    assert one == other
    told = len(one)
    qtbot.wait(250)
    assert len(one) == told
