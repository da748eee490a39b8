"""A source without a name, and no reason given why it has none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.tables import any_of
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_NAMELESS = re.compile(
    r"\b(?:(?:nara)?sumber|saksi|warga|pejabat|pegawai|karyawan|petugas|seseorang|orang)\b[^.\n]{0,60}?"
    r"\b(?:enggan|tidak mau|tak mau|tidak ingin|tak ingin|menolak|meminta(?: agar)?|minta)\s+"
    r"(?:untuk\s+)?(?:di\s?sebut(?:kan)?|disebut(?:kan)?|identitasnya|namanya|nama|diungkap|dipublikasikan|ditulis)"
    r"(?:\s+(?:namanya|nama|identitasnya|identitas|tidak disebut(?:kan)?|dirahasiakan))?"
    r"|\b(?:nara)?sumber\s+(?:yang\s+)?(?:terpercaya|tepercaya|dipercaya|layak dipercaya|anonim)\b"
    r"|\bseorang\s+(?:nara)?sumber\b"
    r"|\bsebut saja\s+(?:namanya\s+)?[A-Z]\w+",
    re.IGNORECASE,
)
_REASON = any_of(
    [
        *("karena", "demi", "alasan", "beralasan", "sebab", "lantaran", "takut", "khawatir", "keselamatan"),
        *(
            "keamanan",
            "tidak berwenang",
            "bukan kewenangan",
            "untuk melindungi",
            "nama samaran",
            "bukan nama sebenarnya",
        ),
    ]
)


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for match in _NAMELESS.finditer(copy.text):
        sentence = copy.sentence_at(match.start())
        if sentence is None:
            continue
        behind = copy.sentence_at(sentence.end + 2)
        end = max(sentence.end, behind.end if behind else 0)
        if not _REASON.search(copy.text, sentence.start, end):
            yield found(copy, *match.span(), Kind.ATTRIBUTION, "attribution.anonymous")


CHECK = Check("anonymous", Kind.ATTRIBUTION, Scope.PARAGRAPH, _find)
