"""Dates: day, month, year; always in that order, whatever divides them.

17 Januari 2025 -> tujuh belas Januari dua ribu dua puluh lima
8-24 Agustus -> delapan sampai dua puluh empat Agustus
1 Juli - 30 Juni -> satu Juli sampai tiga puluh Juni
Kamis (05/09) -> Kamis (lima September)
Jumat (18/12/2020) -> Jumat (delapan belas Desember dua ribu dua puluh)
Rabu (15/4 -16/4) -> Rabu (lima belas April sampai enam belas April)
tanggal 17-08-1945 -> tanggal tujuh belas Agustus seribu sembilan ratus empat puluh lima
Jan-Mar 2025 -> Januari-Maret dua ribu dua puluh lima
27-29/8 -> dua puluh tujuh sampai dua puluh sembilan Agustus
Sabtu (7-8/2/2026) -> Sabtu (tujuh sampai delapan Februari dua ribu dua puluh enam)
2025-01-17 -> tujuh belas Januari dua ribu dua puluh lima
1 Ramadan 1446 H -> satu Ramadan seribu empat ratus empat puluh enam Hijriah
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, timedelta
from itertools import pairwise

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.fraction import said_stroke
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading, SpokenWord
from newsdesk.spoken.written import DAYS, MONTHS, TO, joiner, word_before, words, words_near

_OLD_NAMES = {"nopember": "November", "pebruari": "Februari"}
_SHORT_NAMES = {
    "agt": "Agustus",
    "agst": "Agustus",
    "ags": "Agustus",
    "sept": "September",
    "nop": "November",
    "peb": "Februari",
}
_NAMES = (
    {name: month for month in MONTHS for name in (month.lower(), month[:3].lower())}
    | _SHORT_NAMES
    | _OLD_NAMES
)
_HIJRI = (
    "muharam|muharram|safar|rabiulawal|rabiulakhir|jumadilawal|jumadilakhir|rajab|syakban|sya'ban|ramadan|"
    "ramadhan|syawal|zulkaidah|zulhijah|dzulhijjah"
)
_CALLED = _NAMES | _SHORT_NAMES | _OLD_NAMES
_MONTH = "|".join(sorted([*_CALLED, *_HIJRI.split("|")], key=len, reverse=True))
_NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})(?:(?P<until>{TO})(?P<last>\d{{1,2}}))?[ \u00a0-](?P<month>{_MONTH})(?![^\W\d_])"
    r"(?:\.(?=[ \u00a0]\d{4}))?"
    r"(?:[ \u00a0-](?P<year>\d{4})(?!\d|[.,]\d)(?:[ \u00a0](?P<era>[HM])(?!\.?\w))?)?"
    rf"(?P<to>{TO}(?=\d{{1,2}} (?:{_MONTH})))?",
    re.IGNORECASE,
)
_FIRST = rf"(?:(?P<first>\d{{1,2}})(?P<until>{TO}))?"
_FIGURES = re.compile(
    _FIRST + r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)"
    r"(?![\d/]|[.,]\d|-\d(?!\d?/))"
    rf"(?P<to>{TO}(?=\d{{1,2}}/\d{{1,2}}))?"
)
_SHORT = re.compile(
    _FIRST + rf"(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?![\d/]|[.,-]\d)(?P<to>{TO}(?=\d{{1,2}}/\d{{1,2}}))?"
)
_ISO = re.compile(r"(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?![\d/-]|[.,]\d)")
_TRIGGERS = DAYS | words(
    """
    tanggal tgl tertanggal kemarin lalu besok tadi hari malam pagi siang sore
    """
)
# "Blitar, 5/2 (ANTARA)"
_DATELINE = re.compile(r"[A-Z][a-z]+, \Z")
_NUMBERED = words(
    "no nomor rt rw blok jalan jl gang gg skor tensi td darah uu pp perda perbup perwali pergub pasal set"
)
# "pada 5, 6, dan 7/11"
_DAYS_LISTED = re.compile(r"(?:pada|tanggal|tgl\.?) (?:\d{1,2}(?:, dan |, | dan | & )){1,6}\Z")
_SHORT_MONTH = r"(?:Jan|Feb|Peb|Mar|Apr|Jun|Jul|Agt|Agst|Ags|Sept|Sep|Okt|Nov|Nop|Des)"
# "Jan-Mar 2025", "Okt '25"
_MONTH_ALONE = re.compile(
    rf"(?P<month>{_SHORT_MONTH})(?![^\W_])\.?"
    rf"(?=(?:[ ]?[-–][ ]?{_SHORT_MONTH}\.?)?[ ](?:(?:1[89]|20)\d\d(?!\d|\.\d)|['’]\d\d(?!\d)))"
)
_DATED = words("tanggal tgl bertanggal tertanggal lahir per peringatan baru malam pagi siang sore")
_FEASTS = words("hut peringatan proklamasi kemerdekaan harlah milad ulang")
_ENDS_RANGE = re.compile(rf"[^\W_]{TO}\Z")
_ERAS = {"H": "Hijriah", "M": "Masehi"}


def _number(found: re.Match[str], group: str) -> SpokenWord:
    return SpokenWord(numbers.cardinal(int(found[group])), *found.span(group))


def _beside_bulletin(found: re.Match[str], passage: Passage, day: int, month: int) -> Reading | None:
    """Say a date "kemarin", "hari ini" or "besok" where the house has its dates relative to the bulletin."""
    bulletin = passage.policy.bulletin
    groups = found.groupdict()
    if bulletin is None or groups.get("last") or groups.get("first") or groups.get("to") or groups.get("era"):
        return None
    text, at = passage.text, found.start()
    before = word_before(text, at)
    name = before[:1].isupper() and before.lower() not in DAYS and before.lower() not in _TRIGGERS
    # A street, a university or a feast has its date for a name; the end of a range goes with its beginning.
    if (
        name
        or _ENDS_RANGE.search(text, max(0, at - 8), at)
        or not _FEASTS.isdisjoint(words_near(text, at, at, 20))
    ):
        return None
    before = before.lower()
    for days, word in ((-1, "kemarin"), (0, "hari ini"), (1, "besok")):
        if days and not MINYEAR < bulletin.year < MAXYEAR:
            # The calendar ends at both ends of what a date can hold; no bulletin is there.
            continue
        beside = bulletin + timedelta(days)
        year = int(groups.get("year") or beside.year)
        if (beside.day, beside.month) == (day, month) and year in (beside.year, beside.year % 100):
            if before in _DATED or (days and before == "pada"):
                return None
            said = text[max(0, at - 16) : at].rstrip(" (,").lower()
            # "Senin kemarin (16/8)" has said it.
            return Reading(found.start(), found.end(), "" if said.endswith(word) else word, "date", 0.9)
    return None


def _joined(found: re.Match[str], parts: list[SpokenWord], sure: float) -> Reading:
    if found.groupdict().get("to"):
        parts.append(SpokenWord(joiner(found["to"]), *found.span("to")))
    # Parts stand in the order they are said; an ISO date is written the other way round.
    ordered = tuple(parts) if all(a.start <= b.start for a, b in pairwise(parts)) else ()
    return Reading(
        found.start(), found.end(), " ".join(part.text for part in parts), "date", sure, (), ordered
    )


def _read_named(found: re.Match[str], passage: Passage) -> Reading | None:
    if not 1 <= int(found["day"]) <= 31:
        return None
    parts = [_number(found, "day")]
    if found["last"]:
        parts.append(SpokenWord(joiner(found["until"]), *found.span("until")))
        parts.append(_number(found, "last"))
    written = found["month"]
    parts.append(SpokenWord(_CALLED.get(written.lower(), written.capitalize()), *found.span("month")))
    if found["year"]:
        parts.append(SpokenWord(passage.policy.year(int(found["year"])), *found.span("year")))
        if found["era"]:
            parts.append(SpokenWord(_ERAS[found["era"].upper()], *found.span("era")))
    reading = _joined(found, parts, 1.0)
    name = _CALLED.get(written.lower())
    beside = name and _beside_bulletin(found, passage, int(found["day"]), MONTHS.index(name) + 1)
    return beside._replace(alternatives=(reading.spoken,)) if beside else reading


def _in_figures(found: re.Match[str], passage: Passage, sure: float) -> Reading | None:
    day, month = int(found["day"]), int(found["month"])
    if month > 12 and day <= 12:
        # 5/18/2017 can only be month first.
        day, month, sure = month, day, 0.6
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    swapped = day != int(found["day"])
    first = found.groupdict().get("first")
    if first and (swapped or not 0 < int(first) < day):
        return None
    between = SpokenWord(joiner(found["until"]), *found.span("until")) if first else None
    parts = [_number(found, "first"), between] if between else []
    parts += [
        SpokenWord(numbers.cardinal(day), *found.span("month" if swapped else "day")),
        SpokenWord(MONTHS[month - 1], *found.span("day" if swapped else "month")),
    ]
    if "year" in found.re.groupindex:
        year = found["year"]
        parts.append(SpokenWord(passage.policy.year(int(year)), *found.span("year")))
    reading = _joined(found, parts, sure)
    beside = _beside_bulletin(found, passage, day, month)
    return beside._replace(alternatives=(reading.spoken,)) if beside else reading


def _read_figures(found: re.Match[str], passage: Passage) -> Reading | None:
    if len(found["year"]) == 4 or word_before(passage.text, found.start()).lower() in _TRIGGERS:
        return _in_figures(found, passage, 0.95)
    # 06/02/26: only a date is written so; "1-2-3" and "1.2.34" are not.
    return _in_figures(found, passage, 0.75) if found["mark"] == "/" and len(found["month"]) == 2 else None


def _read_short(found: re.Match[str], passage: Passage) -> Reading | None:
    text, at = passage.text, found.start()
    before = word_before(text, at).lower()
    bracketed = text[at - 1 : at] == "(" and text[found.end() : found.end() + 1] in {")", ",", " ", ";"}
    after_range = before == "" and text[max(0, at - 3) : at].strip(" ").endswith(("-", "–"))
    if before in _TRIGGERS:
        return _in_figures(found, passage, 0.98)
    dateline = _DATELINE.search(text, max(0, at - 24), at) and text[found.end() : found.end() + 2] in {
        " (",
        " -",
    }
    # 27-29/8: only days have a range before the month.
    sure = 0.85 if bracketed else 0.8 if after_range or dateline or found["first"] else 0.0
    if not sure and _DAYS_LISTED.search(text, max(0, at - 40), at):
        sure = 0.8
    if not sure and int(found["day"]) > 12 and before not in _NUMBERED:
        # 30/11 is too large for a fraction, and no month comes first.
        sure = 0.6
    reading = _in_figures(found, passage, sure) if sure else None
    return reading and reading._replace(
        alternatives=(
            *reading.alternatives,
            said_stroke(found["day"], found["month"]),
        )
    )


def _read_iso(found: re.Match[str], passage: Passage) -> Reading | None:
    return _in_figures(found, passage, 0.95)


NAMED = Rule("date", Starts.DIGIT, _NAMED, _read_named)
FIGURES = Rule("date", Starts.DIGIT, _FIGURES, _read_figures)
ISO = Rule("date", Starts.DIGIT, _ISO, _read_iso)


def _read_month(found: re.Match[str], _: Passage) -> Reading | None:
    return Reading(found.start(), found.end(), _CALLED[found["month"].lower()], "date", 0.95)


def _month_words(_: Tables) -> frozenset[str]:
    return frozenset(name.capitalize() for name in _CALLED if len(name) < 5)


MONTH = Rule("date", Starts.CAPITAL, _MONTH_ALONE, _read_month, _month_words)
SHORT = Rule("date", Starts.DIGIT, _SHORT, _read_short)
