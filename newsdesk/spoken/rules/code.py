"""Codes of letters and figures, and numbers of documents.

U-19 -> u sembilan belas
COVID-19 -> Covid sembilan belas
G20 -> ge dua puluh
4G -> empat ge
G-30-S -> ge tiga puluh es
H-7 -> ha min tujuh
H+8 -> ha plus delapan
800/18/436 -> delapan ratus garis miring delapan belas garis miring empat ratus tiga puluh enam
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.letters import spell
from newsdesk.spoken.rules.acronym import say_capitals
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.rules.url import say_piece
from newsdesk.spoken.text import Reading

_LETTERS_FIRST = re.compile(r"([A-Z]{1,10})-?(\d{1,6})(?:-?([A-Z]{1,3})|([a-z]))?(?![^\W_])(?![.,]\d)")
_DAY_H = re.compile(r"H ?([-–+]) ?(\d{1,3})(?![\w/]|[.,]\d)")
_FIGURES_FIRST = re.compile(r"(\d{1,4})-?([A-Z]{1,3})(\d{1,3})?(?![^\W_])")
_PART = r"(?:\d{1,6}|[A-Za-z]{1,10})"
_DOCUMENT = re.compile(rf"\d{{1,6}}(?:[/.-]{_PART}){{0,6}}/{_PART}(?:[/.-]{_PART}){{1,8}}(?![^\W_])")
_DOCUMENT_PART = re.compile(r"\d+|[A-Za-z]+|[/.-]")
_MARKS = {"/": "garis miring", ".": "titik", "-": "strip"}


def _figures(written: str) -> str:
    return numbers.digits(written) if len(written) > 4 else numbers.whole(written)


def _read_letters_first(found: re.Match[str], passage: Passage) -> Reading | None:
    letters, figures = found[1], found[2]
    head = say_capitals(letters, passage).spoken
    tail = spell(found[3] or found[4] or "")
    spoken = f"{head} {_figures(figures)} {tail}".strip()
    others = (f"{head} {numbers.digits(figures)} {tail}".strip(),) if len(figures) > 1 else ()
    return Reading(found.start(), found.end(), spoken, "code", 0.9, others)


def _read_day_h(found: re.Match[str], _: Passage) -> Reading | None:
    sign = "plus" if found[1] == "+" else "min"
    return Reading(found.start(), found.end(), f"ha {sign} {numbers.whole(found[2])}", "code")


def _read_figures_first(found: re.Match[str], _: Passage) -> Reading | None:
    tail = f" {_figures(found[3])}" if found[3] else ""
    spoken = f"{_figures(found[1])} {spell(found[2])}{tail}"
    return Reading(found.start(), found.end(), spoken, "code", 0.85)


def _read_document(found: re.Match[str], passage: Passage) -> Reading | None:
    words: list[str] = []
    for part in _DOCUMENT_PART.findall(found[0]):
        if part in _MARKS:
            words.append(_MARKS[part])
        elif part.isdecimal():
            words.append(_figures(part))
        else:
            words.append(
                say_capitals(part, passage).spoken if part.isupper() else say_piece(part, passage.tables)
            )
    return Reading(found.start(), found.end(), " ".join(words), "code", 0.8)


DOCUMENT = Rule("code", Starts.DIGIT, _DOCUMENT, _read_document)
DAY_H = Rule("code", Starts.LETTER, _DAY_H, _read_day_h)
LETTERS_FIRST = Rule("code", Starts.LETTER, _LETTERS_FIRST, _read_letters_first)
FIGURES_FIRST = Rule("code", Starts.DIGIT, _FIGURES_FIRST, _read_figures_first)
