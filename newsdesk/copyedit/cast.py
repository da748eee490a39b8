"""The people of one text: every mention is settled to a person, short names and bare offices too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_SPOKEN_OUT = (
    ("walikota", "wali kota"),
    ("wapres", "wakil presiden"),
    ("wagub", "wakil gubernur"),
    ("wabup", "wakil bupati"),
    ("wawali", "wakil wali kota"),
    ("sekda", "sekretaris daerah"),
    ("sekjen", "sekretaris jenderal"),
    ("kades", "kepala desa"),
    ("kadis", "kepala dinas"),
    ("kabid", "kepala bidang"),
    ("kabag", "kepala bagian"),
    ("ketum", "ketua umum"),
    ("waketum", "wakil ketua umum"),
    ("dirut", "direktur utama"),
    ("dirjen", "direktur jenderal"),
    ("jubir", "juru bicara"),
    ("plt", "pelaksana tugas"),
)
_OFFICE_WORD = re.compile(r"\w+")
_SHORTEST_NICKNAME = 3


@dataclass(eq=False, slots=True)
class Character:
    """A person of the text: the fullest name, the office, and where the name stands in full."""

    name: str
    role: str
    start: int
    end: int
    words: set[str] = field(default_factory=set[str])
    office: tuple[str, ...] = ()


class Cast:
    """Settles mentions to people; ask :meth:`meet` in the order of the text."""

    def __init__(self) -> None:
        self.people: list[Character] = []
        self._by_word: dict[str, list[Character]] = {}

    def meet(self, name: str, role: str, start: int, end: int, also: Iterable[str] = ()) -> Character:
        """Return the person called ``name``, a new one if nobody fits; keep the fuller name and office."""
        words = name_words(name)
        person = self._called(words)
        if (
            person is not None
            and not words <= person.words
            and person.role
            and not self._may_hold(person, role)
        ):
            person = None  # "Ny Herawati Boediono" is not the "Wakil Presiden Boediono" of before
        if person is None:
            person = Character(name, "", start, end, set(words))
            self.people.append(person)
        elif len(words) > len(name_words(person.name)) and person.words >= name_words(person.name):
            person.name, person.start, person.end = name, start, end
            person.words |= words
        person.words.update(also)
        for word in (*words, *also):
            known = self._by_word.setdefault(word, [])
            if not known or known[-1] is not person:
                known.append(person)
        if role and (not person.role or _fuller(role, person.role)):
            person.role, person.office = role, office_words(role)
        return person

    def also_called(self, person: Character, name: str) -> None:
        """Remember that ``name`` means ``person``, too."""
        for word in name_words(name):
            person.words.add(word)
            self._by_word.setdefault(word, []).append(person)

    def named(self, name: str) -> Character | None:
        """Return the person whom ``name`` means: a full or short name, or one cut from it ("Ibin")."""
        words = name_words(name)
        person = self._called(words)
        if person is None and len(words) == 1:
            person = self._nicknamed(next(iter(words)))
        return person

    def in_office(self, role: str, latest: Character | None) -> Character | None:
        """Return who holds ``role``, in short or in full ("Wapres"); ``latest`` before others."""
        asked = office_words(role)
        order = [*([latest] if latest else []), *reversed(self.people[-40:])]
        return next(
            (person for person in order if person.office and _same_office(asked, person.office)), None
        )

    def _may_hold(self, person: Character, role: str) -> bool:
        asked = office_words(role)
        return _same_office(asked, person.office) or _same_office(person.office, asked)

    def _called(self, words: set[str]) -> Character | None:
        candidates: list[Character] | None = None
        for word in words:
            known = self._by_word.get(word)
            if known is not None and (candidates is None or len(known) < len(candidates)):
                candidates = known
        for person in reversed((candidates or [])[-20:]):
            if words <= person.words or person.words <= words:
                return person
        return None

    def _nicknamed(self, word: str) -> Character | None:
        short = _single_letters(word)
        if len(short) < _SHORTEST_NICKNAME:
            return None
        for person in reversed(self.people[-20:]):
            for part in person.words:
                whole = _single_letters(part)
                if len(whole) > len(short) and (whole.endswith(short) or whole.startswith(short)):
                    return person
        return None


def name_words(name: str) -> set[str]:
    """Return the words of a name for comparing: lower case, no stops."""
    return {word for word in re.findall(r"[\w’'-]+", name.casefold()) if len(word) > 1}


def office_words(role: str) -> tuple[str, ...]:
    """Return the words of an office for comparing: lower case, common short forms spoken out.

    >>> office_words("Wapres RI")
    ('wakil', 'presiden', 'ri')
    """
    text = " ".join(_OFFICE_WORD.findall(role.casefold()))
    for short, out in _SPOKEN_OUT:
        text = re.sub(rf"\b{short}(?=\b|\w)", out if short in ("walikota",) else f"{out} ", text)
    return tuple(text.split())


def _same_office(asked: tuple[str, ...], held: tuple[str, ...]) -> bool:
    return bool(asked and held) and asked[0] == held[0] and set(asked) <= set(held)


def _fuller(role: str, known: str) -> bool:
    new, old = office_words(role), office_words(known)
    return len(new) > len(old) and new[: len(old)] == old


def _single_letters(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)
