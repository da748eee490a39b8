"""Codes of letters and figures, and numbers of documents.

varian XBB.1.5 -> varian eks be be satu titik lima
lulusan D-III -> lulusan de tiga
U-19 -> u sembilan belas
A320 -> a tiga dua puluh
B1A4 -> be satu a empat
COVID-19 -> Covid sembilan belas
G20 -> ge dua puluh
4G -> empat ge
G-30-S -> ge tiga puluh es
H-7 -> ha min tujuh
H+8 -> ha plus delapan
SE/15/M/2023 -> es e garis miring lima belas garis miring em garis miring dua ribu dua puluh tiga
800/18/436 -> delapan ratus garis miring delapan belas garis miring empat ratus tiga puluh enam
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.letters import spell
from newsdesk.spoken.rules.acronym import say_capitals
from newsdesk.spoken.rules.roman import roman_value
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.rules.url import say_piece
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import word_before, words, words_near

_LETTERS_FIRST = re.compile(
    r"([A-Z]{1,10})-?(\d{1,6})((?:-?[A-Z]{1,3}(?:-?\d{1,4})?){1,4}|[a-z])?(?![^\W_])(?![.,]\d)"
)
_PIECE = re.compile(r"[A-Za-z]+|\d+")
# Lineages of a virus by the Pango rules: at most three letters (A, BA, XBB), then figures after dots.
_LINEAGE = re.compile(r"([A-Z]{1,3})((?:\.\d{1,3}){1,4})(?![^\W_]|[.,]\d)")
_VIRUSES = words(
    "varian subvarian covid omicron omikron delta galur mutasi virus strain kraken corona korona"
)
_LEVEL = re.compile(r"([DS])(?:-?(I{2,3}|IV|(?<=-)I)|\.([1-4]))(?![^\W_]|[.,]\d)")
_DAY_H = re.compile(r"H ?([-–+]) ?(\d{1,3})(?![\w/]|[.,]\d)")
_FIGURES_FIRST = re.compile(r"(\d{1,4})-?([A-Z]{1,3})(\d{1,3})?(?![^\W_])")
_PART = r"(?:\d{1,6}|[A-Za-z]{1,10})"
# not what a market bids and asks, 9.215/9.225
_DOCUMENT = re.compile(
    rf"(?!\d{{1,3}}\.\d{{3}}/\d{{1,3}}\.\d{{3}}(?![\d./-]))\d{{1,6}}(?:[/.-]{_PART}){{0,6}}/{_PART}(?:[/.-]{_PART}){{1,8}}(?![^\W_])"
)
# "SE/15/M/2023", "LP/B/123/V/2024/SPKT": capitals and figures, with a year at or near the end.
_LETTERED_DOCUMENT = re.compile(
    r"(?:PER-|KEP-)?[A-Z]{1,8}(?:[.-]\d{1,6}){0,3}(?:[/.-](?:[A-Z]{1,10}|\d{1,6})){0,6}"
    r"/(?:19|20)\d\d(?:/[A-Z][A-Za-z]{0,9}){0,4}(?![^\W_]|[/.,-]\d)"
)
# "No. 188.44-123-2008"
_DASHED = re.compile(r"\d{1,6}\.\d{1,6}(?:[.-]\d{1,6}){1,8}(?![\w/]|[.,-]\d)")
_FIGURES = re.compile(r"\d+")
_DOCUMENT_PART = re.compile(r"\d+|[A-Za-z]+|[/.-]")
_MARKS = {"/": "garis miring", ".": "titik", "-": "strip"}


def _figures(written: str, aircraft: bool = False) -> str:
    if len(written) > 4:
        return numbers.digits(written)
    if aircraft and len(written) == 3 and written[0] != "0" and written[1] != "0" and written[2] == "0":
        # A320, A-380: a type of aircraft is said in two pieces.
        return f"{numbers.whole(written[0])} {numbers.whole(written[1:])}"
    return numbers.whole(written)


def _read_letters_first(found: re.Match[str], passage: Passage) -> Reading | None:
    letters, figures = found[1], found[2]
    head = say_capitals(letters, passage).spoken
    tail = "".join(
        f" {_figures(piece) if piece.isdecimal() else spell(piece)}"
        for piece in _PIECE.findall(found[3] or "")
    )
    spoken = f"{head} {_figures(figures, len(letters) == 1)}{tail}"
    ways = dict.fromkeys((numbers.digits(figures), numbers.whole(figures)))
    others = tuple(other for way in ways if (other := f"{head} {way}{tail}") != spoken)
    return Reading(found.start(), found.end(), spoken, "code", 0.9, others)


def _read_lineage(found: re.Match[str], passage: Passage) -> Reading | None:
    if _VIRUSES.isdisjoint(words_near(passage.text, found.start(), found.end())):
        return None
    letters, figures = spell(found[1]), found[2][1:].split(".")
    spoken = f"{letters} {' titik '.join(map(numbers.whole, figures))}"
    other = f"{letters} titik {' titik '.join(map(numbers.whole, figures))}"
    return Reading(found.start(), found.end(), spoken, "code", 0.9, (other,))


def _read_level(found: re.Match[str], _: Passage) -> Reading | None:
    spoken = f"{spell(found[1])} {numbers.cardinal(roman_value(found[2]) if found[2] else int(found[3]))}"
    return Reading(found.start(), found.end(), spoken, "code", 0.9)


def _read_day_h(found: re.Match[str], _: Passage) -> Reading | None:
    sign = "plus" if found[1] == "+" else "min"
    return Reading(found.start(), found.end(), f"ha {sign} {numbers.whole(found[2])}", "code")


def _read_figures_first(found: re.Match[str], _: Passage) -> Reading | None:
    tail = f" {_figures(found[3])}" if found[3] else ""
    spoken = f"{_figures(found[1])} {spell(found[2])}{tail}"
    return Reading(found.start(), found.end(), spoken, "code", 0.85)


def _read_document(found: re.Match[str], passage: Passage) -> Reading | None:
    said: list[str] = []
    for part in _DOCUMENT_PART.findall(found[0]):
        if part in _MARKS:
            said.append(_MARKS[part])
        elif part.isdecimal():
            said.append(numbers.digits(part) if len(part) > 4 else numbers.whole(part))
        elif roman_value(part) and set(part) <= set("IVX"):
            # The month of a letter's number.
            said.append(numbers.cardinal(roman_value(part)))
        else:
            said.append(
                say_capitals(part, passage).spoken if part.isupper() else say_piece(part, passage.tables)
            )
    return Reading(found.start(), found.end(), " ".join(said), "code", 0.8)


def _read_lettered_document(found: re.Match[str], passage: Passage) -> Reading | None:
    # "PON XX/2021", "APBD/APBN/2024": a year alone is no number of a document.
    numbered = found[0].count("/") > 1 and len(_FIGURES.findall(found[0])) > 1
    return _read_document(found, passage) if numbered else None


def _read_dashed(found: re.Match[str], passage: Passage) -> Reading | None:
    if "-" not in found[0] or word_before(passage.text, found.start()).lower() not in {"no", "nomor"}:
        return None
    return _read_document(found, passage)


DASHED_DOCUMENT = Rule("code", Starts.DIGIT, _DASHED, _read_dashed)
LETTERED_DOCUMENT = Rule("code", Starts.CAPITAL, _LETTERED_DOCUMENT, _read_lettered_document)
DOCUMENT = Rule("code", Starts.DIGIT, _DOCUMENT, _read_document)
LEVEL = Rule("code", Starts.CAPITAL, _LEVEL, _read_level)
DAY_H = Rule("code", Starts.CAPITAL, _DAY_H, _read_day_h)
LINEAGE = Rule("code", Starts.CAPITAL, _LINEAGE, _read_lineage)
LETTERS_FIRST = Rule("code", Starts.CAPITAL, _LETTERS_FIRST, _read_letters_first)
FIGURES_FIRST = Rule("code", Starts.DIGIT, _FIGURES_FIRST, _read_figures_first)
