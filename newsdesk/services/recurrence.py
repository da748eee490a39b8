"""The days a programme is on: recurrence rules of RFC 5545, in the station's own time.

The one file that knows dateutil.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, tzinfo

from dateutil.rrule import rrule, rrulestr

from newsdesk.errors import BadRecurrence

_ANCHOR = datetime(2024, 1, 1)
"""A Monday, in a leap year: where every other week, or the day of a month, is counted from."""
_FREQUENCIES = ("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_RANGES = {
    "INTERVAL": (1, 1000),
    "BYMONTH": (1, 12),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 59),
}
MOST_A_DAY = 96
"""Times a day that a programme may be on: every quarter of an hour."""
_WEEKDAY = re.compile(r"(?:([+-]?\d{1,2}))?(?:MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_PARTS = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYHOUR", "BYMINUTE", "BYSECOND"})
_MORE = frozenset({"BYSETPOS", "UNTIL", "WKST"})


def check_rule(rule: str) -> str:
    """Return a rule as it is kept: capitals, without spaces.

    Raises :class:`BadRecurrence` for one that is none, that never comes, or that has parts with no meaning
    here: a programme has no first day, so nothing counts from one (COUNT, DTSTART).

    >>> check_rule("freq=weekly; byday=MO,FR")
    'FREQ=WEEKLY;BYDAY=MO,FR'
    """
    plain = "".join(rule.split()).upper().removeprefix("RRULE:").strip(";")
    parts = _parts(rule, plain)
    _check_parts(rule, parts)
    try:
        first = next(iter(_rule(plain, time(), _ANCHOR)), None)
    except (ValueError, TypeError, OverflowError) as error:
        raise BadRecurrence(rule, str(error)) from error
    if first is None and "UNTIL" not in parts:
        raise BadRecurrence(rule, "")
    return plain


def local_times(rule: str, airtime: time, since: datetime, until: datetime) -> Iterator[datetime]:
    """Yield when a programme is on, from ``since`` to before ``until``; all are the station's clock, naive.

    ``airtime`` fills in what the rule leaves open. A moment that a clock set forward leaves out is the same
    distance behind. Raises :class:`BadRecurrence`.
    """
    plain = check_rule(rule)
    try:
        for moment in _rule(plain, airtime, since).xafter(since, inc=True):
            if moment >= until:
                return
            yield moment
    except (ValueError, TypeError, OverflowError) as error:
        raise BadRecurrence(rule, str(error)) from error


def moments(
    rule: str, airtime: time, since: datetime, until: datetime, zone: tzinfo
) -> Iterator[tuple[datetime, datetime]]:
    """Yield when it is on, from ``since`` to before ``until`` (aware): the station's clock, and in UTC."""
    margin = timedelta(days=1)  # a clock set back or forward in between
    first = since.astimezone(zone).replace(tzinfo=None) - margin
    last = until.astimezone(zone).replace(tzinfo=None) + margin
    for local in local_times(rule, airtime, first, last):
        moment = in_utc(local, zone)
        if since <= moment < until:
            yield local, moment


def in_utc(local: datetime, zone: tzinfo) -> datetime:
    """Return the moment at which the station's clock shows ``local``; of two, the first."""
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)


def _rule(plain: str, airtime: time, since: datetime) -> rrule:
    rule = rrulestr(plain, dtstart=_start(plain, airtime, since))
    if not isinstance(rule, rrule):
        raise ValueError("more than one rule")
    return rule


def _start(plain: str, airtime: time, since: datetime) -> datetime:
    """Return where to count from: near ``since``, and what the rule gives is the same as from the anchor."""
    start = datetime.combine(_ANCHOR.date(), airtime.replace(tzinfo=None, microsecond=0))
    parts = _parts(plain, plain)
    if parts["FREQ"] in {"MONTHLY", "YEARLY"}:
        return start
    every = int(parts.get("INTERVAL", "1"))
    weeks = max(0, (since - start).days // 7 - 1)
    return start + timedelta(weeks=weeks - weeks % every)


def _parts(rule: str, plain: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in plain.split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value or name in parts or name not in _PARTS | _MORE:
            raise BadRecurrence(rule, part)
        parts[name] = value
    return parts


def _check_parts(rule: str, parts: dict[str, str]) -> None:
    """Raise for what dateutil would look for in vain until the year 9999."""
    if parts.get("FREQ") not in _FREQUENCIES:
        raise BadRecurrence(rule, f"FREQ={parts.get('FREQ', '')}")
    for name, (least, most) in _RANGES.items():
        if name in parts:
            _numbers(rule, name, parts[name], least, most)
    in_a_day = 24 if parts["FREQ"] == "HOURLY" and "BYHOUR" not in parts else 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        in_a_day *= parts.get(name, "").count(",") + 1
        if in_a_day > MOST_A_DAY:
            raise BadRecurrence(rule, f"{name}={parts[name]}")
    days = _numbers(rule, "BYMONTHDAY", parts.get("BYMONTHDAY", "1"), -31, 31)
    months = _numbers(rule, "BYMONTH", parts.get("BYMONTH", ",".join(map(str, range(1, 13)))), 1, 12)
    if not any(abs(day) <= monthrange(_ANCHOR.year, month)[1] for day in days for month in months):
        raise BadRecurrence(rule, f"BYMONTHDAY={parts['BYMONTHDAY']}")
    for weekday in parts.get("BYDAY", "MO").split(","):
        match = _WEEKDAY.fullmatch(weekday)
        nth = int(match[1]) if match and match[1] else 0
        most = {"MONTHLY": 5, "YEARLY": 5 if "BYMONTH" in parts else 53}.get(parts["FREQ"], 0)
        if match is None or abs(nth) > most:
            raise BadRecurrence(rule, f"BYDAY={parts['BYDAY']}")
    if "BYSETPOS" in parts and parts["FREQ"] not in {"MONTHLY", "YEARLY"}:
        raise BadRecurrence(rule, f"BYSETPOS={parts['BYSETPOS']}")


def _numbers(rule: str, name: str, value: str, least: int, most: int) -> list[int]:
    numbers: list[int] = []
    for one in value.split(","):
        number = int(one) if re.fullmatch(r"[+-]?\d{1,4}", one, re.ASCII) else None
        if number is None or not least <= number <= most or (least < 0 and not number):
            raise BadRecurrence(rule, f"{name}={value}")
        numbers.append(number)
    return numbers
