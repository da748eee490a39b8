"""Names and offices as they are compared: without titles and degrees, in one spelling, written out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsdesk.domain.name_words import (
    DEGREES,
    HEADS,
    MANY_HOLD_IT,
    MUHAMMAD,
    MUHAMMAD_TOO,
    PASSING,
    TITLES,
    WRITTEN_OUT,
)

Words = tuple[str, ...]

_TODAY = (("oe", "u"), ("dj", "j"), ("sj", "sy"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("v", "f"))
_REMEMBERED = 16_384
"""Names that are not read again: a register is compared anew with every source that is added."""
_TOKEN = re.compile(r"[^\s,;()/]+")


class Called(NamedTuple):
    """A way to read what stands as a person: the name's words, and the office written before or behind it."""

    name: Words
    office: Words


@lru_cache(maxsize=_REMEMBERED)
def readings(person: str) -> tuple[Called, ...]:
    """Return the ways to read a person's name, the longest name first.

    Where the name ends and an office begins is told by nothing but the other source: all ways are given.

    >>> readings("Drs. H. Santoso, M.Si.")
    (Called(name=('santoso',), office=()),)
    >>> [(one.name, one.office) for one in readings("Walikota Blitar Santoso")]
    [(('blitar', 'santoso'), ('wali', 'kota')), (('santoso',), ('wali', 'kota', 'blitar'))]
    """
    before, comma, behind = person.replace("(", ",").partition(",")
    words = _words(before)
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in DEGREES:
        words = words[:-1]
    office = written_out(behind) if comma else ()
    if not office or office[0] not in HEADS:
        office = ()
    plain = _spelled_out(words)
    while len(plain) > 1 and plain[0] in PASSING:
        plain = plain[1:]
    if not plain or plain[0] not in HEADS or len(plain) == 1:
        return (Called(tuple(_one_spelling(word) for word in words), office),)
    head = 2 if plain[:2] == ("wali", "kota") else 3 if plain[:3] == ("wakil", "wali", "kota") else 1
    ways = [Called(_spelled(plain[at:]), plain[:at]) for at in range(head, len(plain))]
    return tuple(ways) or (Called(_spelled(plain), ()),)


@lru_cache(maxsize=_REMEMBERED)
def written_out(office: str) -> Words:
    """Return an office or an organisation in words, with nothing before it that passes.

    >>> written_out("Plt. Walikota Blitar")
    ('wali', 'kota', 'blitar')
    """
    words = _spelled_out(_words(office))
    while words and words[0] in PASSING:
        words = words[1:]
    return words


def many_hold(office: Words) -> bool:
    """Return whether such an office says little about who holds it ("warga", "anggota DPRD")."""
    return bool(office) and office[0] in MANY_HOLD_IT


def meet(one: Words, other: Words) -> bool:
    """Return whether one office is the other, said shorter: it begins so.

    >>> meet(written_out("Kepala BPS"), written_out("Kepala BPS Kota Blitar"))
    True
    >>> meet(written_out("Wakil Wali Kota"), written_out("Wali Kota"))
    False
    """
    shorter = min(len(one), len(other))
    return shorter > 0 and one[:shorter] == other[:shorter]


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two names are the same, where an initial stands for its word."""
    return (
        len(one) == len(other)
        and all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(one, other, strict=True))
        and any(a == b and len(a) > 1 for a, b in zip(one, other, strict=True))
    )


def one_slip(one: str, other: str) -> bool:
    """Return whether two words differ in one letter: another, one more, one less, or two changed about."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    changed_about = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or changed_about


def _words(text: str) -> Words:
    plain = (token.replace(".", "").casefold() for token in _TOKEN.findall(_spaced_titles(text)))
    return tuple(word for word in plain if word)


def _spaced_titles(text: str) -> str:
    """Divide "Dr.Ir.Santoso", but neither "M.Si" nor "S.H."."""
    return re.sub(r"(?<=[a-z])\.(?=[A-Z][a-z]{2})", ". ", text)


def _spelled_out(words: Words) -> Words:
    return tuple(part for word in words for part in WRITTEN_OUT.get(word, (word,)))


def _spelled(words: Words) -> Words:
    return tuple(_one_spelling(word) for word in words)


def _one_spelling(word: str) -> str:
    """Return a word of a name as today's spelling has it: "Tjutjuk" and "Cucuk" are one."""
    word = re.sub("[^a-z]", "", word) or word
    first, rest = word[:1], word[1:]
    if word.startswith("ch"):
        first, rest = "c", word[2:]
    word = first + rest.replace("tj", "c").replace("ch", "h").replace("kh", "h")
    if word.startswith("tj"):
        word = "c" + word[2:]
    for old, new in _TODAY:
        word = word.replace(old, new)
    word = re.sub(r"(.)\1", r"\1", word)
    return MUHAMMAD if word in MUHAMMAD_TOO else word
