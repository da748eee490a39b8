"""Finds the dateline: where the copy comes from and which outlet sent it."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdesk.copyedit.names import GIVEN_NAMES, NOT_NAMES
from newsdesk.copyedit.offices import begins_office, is_office_word
from newsdesk.copyedit.outlets import is_outlet, is_press_office
from newsdesk.copyedit.places import PLACE_WORDS, is_place

_FARTHEST_PARAGRAPH = 5
"""Paragraphs from the top in which a dateline may stand: headline, byline and date come before it."""

_WORD = r"(?:[A-Z0-9][\w.&’'-]*|[a-z]{1,12}(?:\.[a-z]{2,4}\b|[A-Z])[\w.]*)"
_PART = rf"{_WORD}(?: +(?:di +|dan +)?{_WORD}){{0,4}}"
_DASH = r"(?: *[–—]+ *| +-{1,3} *|-{2,3} *| *[|] *)"
_DATE = r"\d{1,2}(?:/\d{1,2}(?:/\d{2,4})?| +[A-Z][a-z]+ +\d{4})"
_SHAPE = re.compile(
    rf"[\[(]?(?P<first>{_PART})"
    rf"(?: *[,|] *(?P<second>{_PART}))?"
    rf"(?:, *(?:{_DATE})?(?= *\())?"
    rf"(?: *\( *(?P<inside>[^\W\d][^()\n]{{1,30}}?) *\))?"
    rf"(?:,? *\(?{_DATE}\)?)?[\])]?"
    rf"(?P<end>{_DASH}|(?P<colon> *: +))(?=[\w“”\"‘(#])"
)
_WITH_DATE = re.compile(rf"(?P<place>{_PART}), *{_DATE}\. +(?=[A-Z])")
"""As police and town halls write it: "Blitar, 12 Februari 2025. Unit Reskrim ..."."""
_TIGHT = re.compile(r"(?P<place>[A-Z]{4,}(?: [A-Z]{3,})?)-(?=[A-Z][a-z])")
"""As typed in a hurry: "BLITAR-Komisi Pemilihan Umum ..."."""
_IN_BRACKETS = re.compile(rf"\[(?P<place>{_PART})\] +(?=[A-Z“\"])")
_REGIONS = frozenset({"kota", "kabupaten", "kab", "provinsi"})
"""What the second of two places begins with: "Sutojayan, Kabupaten Blitar"."""
_SHORTEST_STORY_ROW = 100
"""Characters of a row that is a paragraph and no headline."""
_PLACE_AFTER_OUTLET = re.compile(rf"(?P<place>{_PART}){_DASH}(?=[\w“”\"‘(#])")


class FoundDateline(NamedTuple):
    """A dateline in a text: ``[start, end)`` covers it with its dash, in code points."""

    place: str
    outlet: str
    start: int
    end: int


def find_dateline(text: str) -> FoundDateline | None:
    """Return the dateline of ``text``, or None.

    >>> find_dateline("BOGOR, KOMPAS – Kota Bogor tercatat")
    FoundDateline(place='Bogor', outlet='KOMPAS', start=0, end=16)
    """
    seen = 0
    start = 0
    before = ""
    while seen < _FARTHEST_PARAGRAPH and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        row = text[start : min(end, start + 200)]
        if row.strip():
            seen += 1
            found = _in_row(row, start)
            if found is not None:
                outlet = before if not found.outlet and len(before.split()) <= 3 and is_outlet(before) else ""
                return found._replace(outlet=outlet) if outlet else found
            before = row.strip()
        start = end + 1
    return None


def _in_row(row: str, offset: int) -> FoundDateline | None:
    lead = len(row) - len(row.lstrip())
    bare = _WITH_DATE.match(row, lead) or _TIGHT.match(row, lead) or _IN_BRACKETS.match(row, lead)
    if bare is not None and is_place(bare["place"]):
        return FoundDateline(_place(bare["place"]), "", offset + lead, offset + bare.end())
    match = _SHAPE.match(row, lead)
    if match is None:
        return None
    first, second, inside = match["first"], match["second"], match["inside"]
    end = match.end()
    if match["colon"] and not (is_place(second or first) and (not second or is_outlet(first))):
        return None
    if second or inside:
        pair = _place_and_outlet(first, second or inside)
    else:
        pair = _alone(first, row[end:])
        behind = _PLACE_AFTER_OUTLET.match(row, end)
        if pair and pair[1] and not pair[0] and behind and is_place(behind["place"]):
            pair, end = (behind["place"], pair[1]), behind.end()
    if pair is None:
        return None
    return FoundDateline(_place(pair[0]), pair[1].strip(), offset + lead, offset + end)


def _place_and_outlet(first: str, second: str) -> tuple[str, str] | None:
    """Tell place and outlet of two parts apart; the place comes first when nothing says otherwise."""
    if is_outlet(second) and not is_outlet(first):
        return first, second
    if is_outlet(first) and not is_outlet(second):
        return second, first
    region = second.split()[0].casefold().rstrip(".") in _REGIONS and not is_outlet(first)
    if is_place(second) and (region or is_place(first)):
        return f"{first}, {second}", ""
    if is_place(second):
        return second, first
    if is_place(first) or first.isupper() or is_outlet(first):
        return first, second
    return None


def _alone(part: str, rest: str) -> tuple[str, str] | None:
    """Read a single part: place, outlet, or press office with its place ("Diskominfo Blitar").

    "Santoso - Walikota Blitar" is a person and an office, not a dateline.
    """
    if is_place(part):
        return part, ""
    if is_press_office(part):
        words = part.split()
        place = " ".join(words[1:])
        return (place, words[0]) if is_place(place) else ("", part)
    if is_outlet(part):
        words = part.split()
        if len(words) > 2 and words[-2].casefold() in {"fm", "tv"} and is_place(words[-1]):
            return words[-1], " ".join(words[:-1])
        return "", part
    if part.isupper() and len(part) > 3 and not begins_office(rest):
        return part, ""
    return (part, "") if _could_be_village(part, rest) else None


def _could_be_village(part: str, rest: str) -> bool:
    """Say whether one or two unknown words before a dash are a place: no table has every village.

    A paragraph must follow it, and the words be nobody's name and no common words.
    """
    words = part.split()
    if len(words) > 2 or begins_office(rest) or begins_office(part) or len(rest) < _SHORTEST_STORY_ROW:
        return False
    return not any(
        not word.isalpha()
        or word.casefold() in NOT_NAMES
        or word.casefold() in GIVEN_NAMES
        or (is_office_word(word) and word.casefold() not in PLACE_WORDS)
        for word in words
    )


def _place(words: str) -> str:
    """Write a place in capitals as a reader would: "BOGOR" is "Bogor"; short forms keep theirs."""
    return " ".join(word.capitalize() if word.isupper() and len(word) > 3 else word for word in words.split())
