"""What runs beside the script: the clock, what is left, over and under, what comes next, the timers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.bulletin import TOLERANCE_MS
from newsdesk.i18n import _
from newsdesk.ui.onair.air_rows import fixed_words, next_rows

if TYPE_CHECKING:
    from newsdesk.ui.onair.air_column import AirColumn
    from newsdesk.ui.onair.microphone import Microphone
    from newsdesk.ui.onair.timer_keys import TimerKeys
    from newsdesk.ui.onair.top_line import TopLine


class RunningFigures:
    """Shows them in the column, or the few that matter most in the line that stands for it.

    ``local`` turns UTC into the station's own time. Rows are shown once a second, figures at every call.
    """

    def __init__(
        self,
        microphone: Microphone,
        column: AirColumn,
        top: TopLine,
        timers: TimerKeys,
        local: Callable[[datetime], datetime],
    ) -> None:
        self._microphone = microphone
        self._column = column
        self._top = top
        self._timers = timers
        self._local = local
        self._second = -1

    def all_anew(self) -> None:
        """Show the rows too at the next call, whatever second it is."""
        self._second = -1

    def show(self) -> None:
        """Show the figures of this moment."""
        microphone, column = self._microphone, self._column
        moment = microphone.moment()
        times = microphone.times(moment)
        local = self._local(moment.at)
        over_ms = times.over_ms
        shift = microphone.shift(moment)

        def planned(at: datetime) -> datetime:
            return self._local(at + shift)

        if not column.isVisible():
            self._top.tell(local, times.left_ms, over_ms, TOLERANCE_MS)
            return
        column.clock.tell(local)
        column.left.tell(times.left_ms, times.of_ms)
        column.over.tell(over_ms, TOLERANCE_MS, planned(microphone.air.close))
        self.show_timers()
        if local.second != self._second:
            self._second = local.second
            column.head.set_words(_("Berikutnya"), fixed_words(times, planned))
            column.next.show_rows(next_rows(microphone, times, TOLERANCE_MS, self._local, planned))

    def show_timers(self) -> None:
        """Show the three timers."""
        moment = self._microphone.moment()
        self._timers.show(moment, self._microphone.shift(moment))
