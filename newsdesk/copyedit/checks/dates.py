"""The dates of a script as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from newsdesk.copyedit.checks.copy import Copy

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_MONTH = {month.casefold(): number for number, month in enumerate(MONTHS, 1)}
_NAMED = re.compile(
    rf"(?<![\d.,/-])(\d{{1,2}})[ \u00a0]({'|'.join(MONTHS)})(?!\w)(?:[ \u00a0]((?:1\d|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\((\d{1,2})/(\d{1,2})(?:/((?:19|20)?\d\d))?\)")


class WrittenDate(NamedTuple):
    """A date, ``[start, end)`` with its brackets; ``year`` is 0 where none is written."""

    start: int
    end: int
    day: int
    month: int
    year: int

    def in_year(self, year: int) -> date | None:
        """Return the date in ``year``, None where there is no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def near(self, day: date) -> date | None:
        """Return the date as written, or of the year in which it lies nearest to ``day``."""
        if self.year:
            return self.in_year(self.year)
        years = [year for year in (day.year - 1, day.year, day.year + 1) if 1 <= year <= 9999]
        dates = [one for year in years if (one := self.in_year(year)) is not None]
        return min(dates, key=lambda one: abs((one - day).days), default=None)


def dates(copy: Copy) -> Iterator[WrittenDate]:
    """Yield the dates of ``copy``: "17 Januari", "17 Januari 2025", "(5/9)", "(05/09/2024)"."""
    for match in _NAMED.finditer(copy.text):
        yield WrittenDate(*match.span(), int(match[1]), _MONTH[match[2].casefold()], int(match[3] or 0))
    for match in _IN_BRACKETS.finditer(copy.text):
        if 1 <= int(match[2]) <= 12:
            year = int(match[3] or 0)
            full = year + 2000 if 0 < year < 100 else year
            yield WrittenDate(*match.span(), int(match[1]), int(match[2]), full)
