""" "Kemarin", "hari ini", "besok": right on the day of writing, wrong when the bulletin airs on another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.dates import MONTHS, WrittenDate, dates
from newsdesk.copyedit.checks.tables import as_written
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_WORD = re.compile(
    r"(?<![\w-])(kemarin lusa|kemarin|hari ini|besok|lusa|pagi ini|siang ini|sore ini|malam ini"
    r"|tadi pagi|tadi siang|tadi malam|semalam|nanti malam|nanti sore|nanti siang)(?![\w-])",
    re.IGNORECASE,
)
_DAYS_ON = {"kemarin lusa": -2, "kemarin": -1, "tadi malam": -1, "semalam": -1, "besok": 1, "lusa": 2}
_CALLED = {-2: "dua hari lalu", -1: "kemarin", 0: "hari ini", 1: "besok", 2: "lusa"}
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_DATE_REACH = 20
_NOT_A_DAY = re.compile(r"\s+(?:dan besok|atau besok|lalu)\b|\s+tahun\b", re.IGNORECASE)
_NEXT_YEAR = 60


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    known = copy.known
    written_dates = list(dates(copy)) if copy.text else []
    for match in _WORD.finditer(copy.text):
        word = " ".join(match[1].casefold().split())
        if copy.quote_at(match.start()) or _NOT_A_DAY.match(copy.text, match.end()):
            continue
        beside = _date_behind(copy, match.end(), written_dates, known.written)
        meant = beside or _plus(known.written, _DAYS_ON.get(word, 0))
        said = _plus(known.airs, _DAYS_ON.get(word, 0))
        if meant is None or said is None or meant == said or (word == "semalam" and meant == known.airs):
            continue
        apart = (meant - known.airs).days
        if beside is not None and abs(apart) > _NEXT_YEAR:
            continue  # an old story: its date says so itself, and undated.py asks for the year
        fixes = tuple(
            as_written(match[1], fix) for fix in (_CALLED.get(apart, ""), _dated(meant, known.airs)) if fix
        )
        if beside is not None:
            fixes = fixes[:1] if apart in _CALLED else ()
        yield found(copy, *match.span(1), Kind.EAR, "ear.day", *fixes, word=match[1], meant=meant.isoformat())


def _date_behind(copy: Copy, end: int, written: list[WrittenDate], near: date) -> date | None:
    """Return the date that stands right behind a word: "hari ini, Kamis (5/9)"."""
    for one in written:
        if 0 <= one.start - end <= _DATE_REACH and "." not in copy.text[end : one.start]:
            return one.near(near)
    return None


def _plus(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _dated(day: date, airs: date) -> str:
    shown = f"{_WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]}"
    return shown if day.year == airs.year else f"{shown} {day.year}"


CHECK = Check("relative_days", Kind.EAR, Scope.PARAGRAPH, _find)
