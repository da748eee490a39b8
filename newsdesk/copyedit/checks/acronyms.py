"""The acronyms of a script, and which of them it explains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.copyedit.checks.copy import Copy

_ACRONYM = re.compile(r"(?<![\w.@/#-])[A-Z]{2,7}(?![\w@/$])(?!\.\w)(?!-[A-Z\d])")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_CAPITALS_IN_LINE = re.compile(r"[^\W\d_]{2,}")
_EXPANDED_BEHIND = re.compile(r"\s*(?:\(|atau\s|,?\s*singkatan dari\s|,?\s*kependekan dari\s)\s*(\w+)")
_BEFORE = re.compile(r"[^\W\d_]+")
_REACH = 160
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \u00a0]\Z")
_INITIALS = 2


class Acronym(NamedTuple):
    """A form in capitals, ``[start, end)`` in its copy; ``in_name`` where capitals stand right beside it."""

    form: str
    start: int
    end: int
    in_name: bool


def acronyms(copy: Copy) -> list[Acronym]:
    """Return every form in capitals in order; Roman numerals and lines that are all capitals have none."""
    found: list[Acronym] = []
    loud: dict[int, bool] = {}
    for match in _ACRONYM.finditer(copy.text):
        start, end = match.span()
        if _ROMAN.match(match[0]):
            continue
        line = copy.text.rfind("\n", 0, start) + 1
        if line not in loud:
            stop = copy.text.find("\n", start)
            words = _CAPITALS_IN_LINE.findall(copy.text[line : len(copy.text) if stop < 0 else stop])
            loud[line] = len(words) > 1 and sum(word.isupper() for word in words) * 2 > len(words)
        if not loud[line]:
            found.append(Acronym(match[0], start, end, _in_name(copy, match)))
    return found


def _in_name(copy: Copy, match: re.Match[str]) -> bool:
    """Say whether capitals belong to a name: "A320-X", "SMK 2", the initials of "Bambang HS"."""
    form, (start, end) = match[0], match.span()
    if copy.text[end : end + 1] == "-" or copy.text[end : end + 2].strip()[:1].isdigit():
        return True
    before = _LAST_WORD.search(copy.text[max(0, start - 24) : start])
    initials = len(form) == _INITIALS and form not in copy.known.acronyms
    return initials and before is not None and before[1][0].isupper() and not before[1].isupper()


def explained(copy: Copy, seen: Sequence[Acronym]) -> frozenset[str]:
    """Return the forms that are explained: "Indeks Pembangunan Statistik (IPS)", "IPS atau Indeks ..."."""
    text = copy.text
    known: set[str] = set()
    for form, start, end, _in_name in seen:
        if form in known:
            continue
        left = text[max(0, start - _REACH) : start].rpartition("\n")[2]
        behind = _EXPANDED_BEHIND.match(text[end : end + 60])
        bracketed = left.rstrip().endswith(("(", "atau", "disingkat", "disebut"))
        if (bracketed and stands_for(form, _BEFORE.findall(left))) or (
            behind and behind[1][0].casefold() == form[0].casefold()
        ):
            known.add(form)
    return frozenset(known)


def stands_for(form: str, words: Sequence[str]) -> bool:
    """Say whether the last ``words`` have the letters of ``form`` in order, the first one at a start.

    >>> stands_for("Dinkes", ["Dinas", "Kesehatan"]), stands_for("Uzbekistan", ["Jakhogir", "Jalalov"])
    (True, False)
    """
    words = [word for word in words if word not in {"atau", "disingkat", "disebut", "biasa"}]
    letters = form.casefold()
    for count in range(1, min(len(words), len(form) + 4) + 1):
        phrase = [word.casefold() for word in words[-count:]]
        if phrase[0][0] == letters[0] and (count > 1 or len(phrase[0]) > len(form)):
            rest = iter("".join(phrase))
            if all(letter in rest for letter in letters):
                return True
    return False
