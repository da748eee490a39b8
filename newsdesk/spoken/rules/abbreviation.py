"""Abbreviations of ordinary words, with or without their dot.

Jl. Pemuda -> Jalan Pemuda
Kec. Sananwetan -> Kecamatan Sananwetan
yg -> yang
Jend. Sudirman -> Jenderal Sudirman
a.n. Wali Kota -> atas nama Wali Kota
gol. III -> golongan tiga
tgl 17 -> tanggal tujuh belas
inflasi y-on-y -> inflasi year on year
dan lain-lain, dll. -> dan lain-lain, dan lain-lain.
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.roman import balinese_i
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import LETTER, after

_DOTTED = re.compile(rf"[A-Za-z]{{1,2}}[./][A-Za-z]{{1,2}}\.?(?!{LETTER})")
# What statistics compare: y-on-y, m-to-m, YoY.
_COMPARED = re.compile(r"([YyMmQqCc])(-?)([Oo]n?|[Tt]o?)\2([YyMmQqCc])(?![^\W_])")
_PERIODS = {"y": "year", "m": "month", "q": "quarter", "c": "cumulative"}
_PATTERN = re.compile(rf"([A-Za-z]{{1,9}})(?!{LETTER})(\.?)")


# A name, and no word that a sentence begins with.
_NAME = re.compile(r"(?!(?:Ia|Dia|Ini|Itu|Di|Dan|Namun|Pada|Dalam|Saat|Kini|Mereka|Menurut|Hal|Tapi)\b)[A-Z]")
_BEHIND = {"dot": re.compile(r"[ \u00a0]*[^\s]"), "company": re.compile(r"[ \u00a0]*\(")}
# a number, or the number of a document: "No. KEP-45/MBU"
_COUNTED = re.compile(
    r"(?::[ ]?)?(?:Rp\.?[ ]?)?\d|[IVXLC]{2,}(?![^\W_])|[A-Z]{1,4}(?:[-/.][A-Z]{1,4}){0,2}[-/.]\d"
)
_DOUBLED = re.compile(r"2(?:nya)?(?![^\W_])")
_NUMERAL = re.compile(r"[IVX]{1,6}(?![^\W_])")


def _capitalised(spoken: str, form: str) -> str:
    return spoken[0].upper() + spoken[1:] if form[0].isupper() else spoken


def _read_dotted(found: re.Match[str], passage: Passage) -> Reading | None:
    form = found[0].rstrip(".")
    entry = passage.tables.abbreviations.get(form.lower())
    if entry is None:
        return None
    return Reading(found.start(), found.end(), _capitalised(entry[0], form), "abbreviation", 0.95)


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    form, dot = found[1], found[2]
    entry = passage.tables.abbreviations.get(form.lower())
    if entry is None:
        return None
    if passage.text.endswith("titik ", 0, found.start()):
        # "pakar titik org": an address that is spoken already.
        return None
    if _DOUBLED.match(passage.text, found.end()):
        # "org2", "bpk2": reduplication doubles what they stand for.
        return None
    spoken, place = entry
    if form not in (form.lower(), form.capitalize()) and not (dot and place == "name" and len(form) > 1):
        return None
    follows = after(passage.text, found.end())
    bracketed = passage.text[found.start() - 1 : found.start()] == "(" and follows[:1] == ")"
    if place == "rank" and not (
        form[0].isupper() and (bracketed or (dot and (_NAME.match(follows) or follows.startswith("(Purn"))))
    ):
        return None
    if place in _BEHIND and not (dot and _BEHIND[place].match(passage.text, found.end())):
        return None
    # "kab/kota"
    stroke = passage.text[found.end() : found.end() + 1] == "/" and follows[:1].isalpha()
    if place == "name" and not (dot or stroke or follows[:1].isupper()):
        return None
    if place == "number" and not _COUNTED.match(follows):
        return None
    if place == "numeral" and not (_NUMERAL.match(follows) and not balinese_i(follows, 0)):
        return None
    # "dll. Mereka": the dot also ends the sentence.
    full_stop = dot and place == "any" and (not follows or follows[0].isupper() or follows[0] in "\"”’'")
    end = found.end() - int(bool(full_stop))
    return Reading(found.start(), end, _capitalised(spoken, form), "abbreviation", 0.95)


def _read_compared(found: re.Match[str], _: Passage) -> Reading | None:
    first, dash, joining, second = (part.lower() for part in found.groups())
    if first != second or (joining in {"on", "to"} and not dash):
        return None
    if found[0] in {"MOM", "COC"}:
        return None
    word = "on" if joining.startswith("o") else "to"
    spoken = f"{_PERIODS[first]} {word} {_PERIODS[second]}"
    return Reading(found.start(), found.end(), spoken, "abbreviation", 0.9)


def _compared_words(_: Tables) -> frozenset[str]:
    letters = "".join(_PERIODS)
    return frozenset({*letters, *letters.upper(), "ctc", "Yoy", "Ctc"})


def _words(tables: Tables) -> frozenset[str]:
    heads = {re.split(r"[./]", form)[0] for form in tables.abbreviations}
    return frozenset(heads | {head.capitalize() for head in heads})


DOTTED = Rule("abbreviation", Starts.LETTER, _DOTTED, _read_dotted)
COMPARED = Rule("abbreviation", Starts.LETTER, _COMPARED, _read_compared, _compared_words)
RULE = Rule("abbreviation", Starts.LETTER, _PATTERN, _read, _words)
