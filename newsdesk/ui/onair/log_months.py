"""Which part of the as-run log is listed: the newest weeks, or one month of all that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal

from newsdesk.i18n import _, month_and_year, ngettext, number
from newsdesk.ui.components.choice import ChoiceBox

if TYPE_CHECKING:
    from newsdesk.services.as_run import LogMonth
    from newsdesk.ui.look import Look

_NEWEST = timedelta(days=62)
_ROW = 28


class LogMonths(ChoiceBox):
    """The newest first, then every month in which something was read. :attr:`chosen` comes with another."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, icon="calendar")
        self.setAccessibleName(_("Bulan di Log siar"))
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentIndexChanged.connect(self._changed)
        self.offer(())

    @property
    def month(self) -> date | None:
        """The first day of the month that is chosen, None for the newest."""
        value: object = self.currentData()
        return date.fromisoformat(value) if isinstance(value, str) and value else None

    @property
    def offers_months(self) -> bool:
        """Whether anything was ever read."""
        return self.count() > 1

    def offer(self, months: Sequence[LogMonth]) -> None:
        """Offer these months; the one that is chosen stays so, or the newest where it is gone."""
        kept: object = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            self.addItem(_("Dua bulan terakhir"), "")
            for month in months:
                first = datetime.combine(month.first, time())
                words = ngettext("{month}, {n} siaran", "{month}, {n} siaran", month.readings)
                words = words.format(month=month_and_year(first), n=number(month.readings))
                self.addItem(words, month.first.isoformat())
            for place in range(self.count()):
                self.setItemData(place, QSize(0, _ROW), Qt.ItemDataRole.SizeHintRole)
            self.setCurrentIndex(max(0, self.findData(kept)))

    def span(self, now: datetime) -> tuple[datetime, datetime]:
        """Return from when to before when is listed, by the clock of ``now``."""
        first = self.month
        if first is None:
            return now - _NEWEST, now + timedelta(days=1)
        until = (first + timedelta(days=31)).replace(day=1)
        return (
            datetime.combine(first, time(), now.tzinfo),
            datetime.combine(until, time(), now.tzinfo),
        )

    def choose_newest(self) -> None:
        """Choose the newest, without telling."""
        with QSignalBlocker(self):
            self.setCurrentIndex(0)

    def step(self, *, older: bool) -> None:
        """Choose the next older or newer one; at either end it stays."""
        self.setCurrentIndex(min(max(0, self.currentIndex() + (1 if older else -1)), self.count() - 1))

    def _changed(self, _index: int) -> None:
        self.chosen.emit()
