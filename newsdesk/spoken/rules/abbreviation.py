"""Abbreviations of ordinary words, with or without their dot.

Jl. Pemuda -> Jalan Pemuda
Kec. Sananwetan -> Kecamatan Sananwetan
yg -> yang
a.n. Wali Kota -> atas nama Wali Kota
tgl 17 -> tanggal tujuh belas
dan lain-lain, dll. -> dan lain-lain, dan lain-lain.
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.rules.written import after
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading

_PATTERN = re.compile(
    r"([A-Za-z]{1,8}(?:[./][a-zA-Z]{1,3}){0,2})(\.?)(?![^\W_])|([A-Za-z]{2,8})(\.)(?=[^\W_])"
)


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    form, dot = (found[1], found[2]) if found[1] else (found[3], found[4])
    entry = passage.tables.abbreviations.get(form.lower())
    if entry is None or (form.isupper() and len(form) > 1):
        return None
    spoken, place = entry
    follows = after(passage.text, found.end())
    if place == "name" and not (dot or follows[:1].isupper()):
        return None
    if place == "number" and not (dot or follows[:1].isdecimal()):
        return None
    if form[0].isupper():
        spoken = spoken[0].upper() + spoken[1:]
    full_stop = (
        dot
        and "." not in form
        and place == "any"
        and (not follows or follows[0].isupper() or follows[0] in "\"”’'")
    )
    return Reading(found.start(), found.end() - int(bool(full_stop)), spoken, "abbreviation", 0.95)


def _words(tables: Tables) -> frozenset[str]:
    heads = {re.split(r"[./]", form)[0] for form in tables.abbreviations}
    return frozenset(heads | {head.capitalize() for head in heads})


RULE = Rule("abbreviation", Starts.LETTER, _PATTERN, _read, _words)
