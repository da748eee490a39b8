"""Lengths and clock times as they are typed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_LENGTH = re.compile(r"(?:(\d{1,3})[:.,])?(\d{1,4})")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?")
_HALF_A_DAY = timedelta(hours=12)


def typed_length(text: str) -> int:
    """Return the milliseconds of a length as typed: "1:14", "1.14" or "74" (seconds); "" is 0.

    Raises :class:`ValueError` for what is none.

    >>> typed_length("1:14"), typed_length("74"), typed_length(" 2.00 ")
    (74000, 74000, 120000)
    """
    text = text.strip()
    if not text:
        return 0
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise ValueError(text)
    minutes, seconds = found.groups()
    if minutes is not None and (len(seconds) != 2 or int(seconds) > 59):
        raise ValueError(text)
    return (int(minutes or 0) * 60 + int(seconds)) * 1000


def typed_clock(text: str) -> tuple[int, int, int]:
    """Return hour, minute and second of a clock time as typed: "11.09" or "11.09.00".

    Raises :class:`ValueError` for what is none.
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    hour, minute, second = (int(part or 0) for part in found.groups())
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(text)
    return hour, minute, second


def moment_near(text: str, airtime: datetime) -> datetime | None:
    """Return the moment of a clock time as typed, the one nearest to ``airtime`` and in its zone; "" is none.

    So a bulletin that begins at 23.55 may have a hard hit at 00.05. Raises :class:`ValueError`.
    """
    if not text.strip():
        return None
    hour, minute, second = typed_clock(text)
    at = airtime.replace(hour=hour, minute=minute, second=second, microsecond=0)
    if at - airtime > _HALF_A_DAY:
        return at - timedelta(days=1)
    return at + timedelta(days=1) if airtime - at > _HALF_A_DAY else at
