"""A decimal point where Indonesian writes a comma: "2.65" reads as a time or as a thousand.

PUEBI III.B: the comma stands before decimals, the full stop divides thousands and hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_POINT = re.compile(r"(?<![\w.,/:-])(?:[Rr]p\.?\s?)?((?!0\d)\d{1,4}\.\d{1,2})(?![\d/:-])(?![.,]\d)(?!\w)")
_UNIT = re.compile(
    r"[ \u00a0]?(?:%|persen|juta|miliar|milyar|triliun|ribu|derajat|hektare?|ha|km|kilometer|m|meter|cm"
    r"|ton|kg"
    r"|kilogram|kwintal|kuintal|liter|poin|SR|skala|magnitudo|dolar|detik|kali|inci|mdpl|MW)\b|[ \u00a0]?%",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"(?:sebesar|senilai|indeks|skor|nilai|angka|rata-rata|magnitudo|berkekuatan|ipk|rasio|dari|menjadi)\s*\Z",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:pukul|jam|sampai|hingga|pkl\.?|[-–—]|dan|versi|pasal|ayat|bab|nomor|no\.?|butir|menit|skor)\s*\Z",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s*(?:WIB|WITA|WIT|[-–—]|s/d|sampai|hingga)\b|\s*[-–—]\s*\d", re.IGNORECASE)
_LAST_MINUTE = 59
_LAST_HOUR = 24


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for match in _POINT.finditer(copy.text):
        start, end = match.span(1)
        if _is_decimal(copy.text[max(0, start - 24) : start], match[1], copy.text[end : end + 16]):
            yield found(
                copy,
                start,
                end,
                Kind.SPELLING,
                "spelling.decimal",
                match[1].replace(".", ","),
                figure=match[1],
            )


def _is_decimal(before: str, figure: str, behind: str) -> bool:
    if _UNIT.match(behind):
        return True
    if _CLOCK.search(before) or _ZONE.match(behind):
        return False
    whole, _, decimals = figure.partition(".")
    if len(decimals) == 2 and int(decimals) <= _LAST_MINUTE and int(whole) <= _LAST_HOUR:
        return _VALUE.search(before) is not None
    return _VALUE.search(before) is not None or (len(decimals) == 2 and int(whole) < 10)


CHECK = Check("decimal_points", Kind.SPELLING, Scope.PARAGRAPH, _find)
