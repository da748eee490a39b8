"""Days as they are written in a field."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"(?:(?:(\d{1,2})[/.\- ])?(\d{1,2})[/.\- ])?(\d{4})")


def written(day: date | None) -> str:
    """Write a day: "20/2/2025"; "" for none."""
    return "" if day is None else f"{day.day}/{day.month}/{day.year}"


def read(text: str, *, last: bool = False) -> date | None:
    """Read a day, a month ("2/2025") or a year: its first day, or with ``last`` its last one.

    "" is None. Raises ValueError for anything else.

    >>> read("20/2/2025"), read("2024", last=True)
    (datetime.date(2025, 2, 20), datetime.date(2024, 12, 31))
    """
    text = text.strip()
    if not text:
        return None
    parts = _DAY.fullmatch(text)
    if parts is None:
        raise ValueError(text)
    day, month, year = (int(part) if part else 0 for part in parts.groups())
    if day:
        return date(year, month, day)
    first = date(year, month or 1, 1)
    if not last:
        return first
    after = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    return date.fromordinal(after.toordinal() - 1)
