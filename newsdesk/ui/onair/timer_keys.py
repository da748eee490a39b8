"""The three timers, their keys, and their figures in the column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsdesk.i18n import _, clock
from newsdesk.ui.onair.timers import STEP_MS, ClockTarget, Interval, Stopwatch, left_to

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirBulletin
    from newsdesk.domain.as_run import Moment
    from newsdesk.ui.onair.timers_part import TimersPart


class TimerKeys:
    """A stopwatch that begins anew with each item, an interval, and the next clock time that counts."""

    def __init__(self, part: TimersPart, local: Callable[[datetime], datetime]) -> None:
        self._part = part
        self._local = local
        self.watch, self.interval, self.target = Stopwatch(), Interval(), ClockTarget()
        self._targets: tuple[datetime, ...] = ()
        self._shift = timedelta(0)

    def take(self, ms: int, air: AirBulletin, *, running: bool) -> None:
        """Another item is read."""
        self._targets = tuple(sorted({item.fixed_at for item in air.items if item.fixed_at} | {air.close}))
        if running:
            self.watch.restart(ms)

    def acts(self, now: Callable[[], Moment], after: Callable[[], None]) -> dict[str, Callable[[], None]]:
        """Return what the timers' keys do; ``after`` shows it."""

        def then(act: Callable[[], None]) -> Callable[[], None]:
            def run() -> None:
                act()
                after()

            return run

        return {
            "air.stopwatch": then(lambda: self.watch.turn(now().ms)),
            "air.stopwatch_zero": then(lambda: self.watch.restart(now().ms)),
            "air.interval": then(lambda: self.interval.turn(now().ms)),
            "air.interval_longer": then(lambda: self.interval.change(STEP_MS)),
            "air.interval_shorter": then(lambda: self.interval.change(-STEP_MS)),
            "air.clock_target": then(lambda: self.target.turn(self._targets, now().at - self._shift)),
        }

    def show(self, at: Moment, shift: timedelta) -> None:
        """Show all three as they are at this moment; what was planned counts by ``shift`` later."""
        self._part.tell(0, _("Stopwatch"), self.watch.passed_ms(at.ms), runs=self.watch.runs)
        self._part.tell(1, _("Hitung mundur"), self.interval.left_ms(at.ms))
        self._shift = shift
        target = self.target.target(self._targets, at.at - shift)
        when = self._local(target + shift) if target else None
        name = _("Ke {time}").format(time=clock(when, seconds=True)) if when else _("Ke jam")
        self._part.tell(2, name, left_to(target + shift, at.at) if target else None)
