"""The newsroom's own forms, which win over every rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsdesk.spoken.written import after, word_before

_HEAD = re.compile(r"[^\W\d_]+|\d|\S")
_FIRST = re.compile(r"[^\W_]+")
_AFTER_REACH = 40
# Signs and spaces that only a typewriter tells apart, each one character for one.
_ALIKE = str.maketrans("’‘\u2011\u00a0\u202f", "''-  ")
_NUMBER_GOES_ON = re.compile(r"[.,:/]\d")
_FIGURE_GOES_ON = re.compile(r"[.,:/–-]\d")


class HouseForm(NamedTuple):
    """A form and how this newsroom says it: ("Tjutjuk", "Cucuk", True).

    ``words_before`` and ``words_after`` are conditions: where they are given, one of those words must stand
    directly before or after the form, in whatever case; ("PMK", "pe em ka", True, ("wabah", "virus")) is
    the disease and not the ministry's regulation. ``respelling`` is shown over the word, for the eye.
    Apostrophes of every shape are one, and so are spaces that break a line and those that do not.
    """

    form: str
    spoken: str
    case_sensitive: bool = True
    words_before: tuple[str, ...] = ()
    words_after: tuple[str, ...] = ()
    respelling: str = ""


class HouseLexicon:
    """The newsroom's forms, found by the word that they begin with."""

    def __init__(self, forms: Iterable[HouseForm] = ()) -> None:
        # By first word, length and folded spelling: thousands of names may begin with "PT".
        self._by_head: dict[str, dict[int, dict[str, list[HouseForm]]]] = {}
        self.words: set[str] = set()
        """Every spelling of a first word at which a form may begin."""
        for form in sorted(forms, key=_precedence, reverse=True):
            head = _HEAD.match(form.form)
            if head is None or not form.spoken.strip():
                continue
            by_length = self._by_head.setdefault(head[0].casefold(), {})
            spelled = by_length.setdefault(len(form.form), {})
            spelled.setdefault(alike(form.form).casefold(), []).append(form)
            self.words.add(head[0])
            if not form.case_sensitive:
                self.words |= {head[0].lower(), head[0].capitalize(), head[0].upper()}

    def __bool__(self) -> bool:
        return bool(self._by_head)

    def find(self, text: str, at: int) -> HouseForm | None:
        """Return the longest form that stands at ``at`` as whole words, where its conditions hold."""
        head = _HEAD.match(text, at)
        if head is None:
            return None
        for length, spelled in self._by_head.get(head[0].casefold(), {}).items():
            end = at + length
            written = alike(text[at:end])
            for form in spelled.get(written.casefold(), ()):
                same = not form.case_sensitive or written == alike(form.form)
                if same and _ends_whole(form.form, text, end) and _fits(form, text, at, end):
                    return form
        return None


def alike(text: str) -> str:
    """Return ``text`` with one kind of apostrophe, hyphen and space; every character stays in its place.

    >>> alike("Ma’ruf\u202fAmin")
    "Ma'ruf Amin"
    """
    return text.translate(_ALIKE)


def _ends_whole(form: str, text: str, end: int) -> bool:
    """Tell whether a word or a number ends where ``form`` does: "2" stands in "2 orang", not in "2,5"."""
    if text[end - 1].isalnum() and text[end : end + 1].isalnum():
        return False
    if not form[-1].isdigit():
        return True
    goes_on = _NUMBER_GOES_ON if any(letter.isalpha() for letter in form) else _FIGURE_GOES_ON
    return goes_on.match(text, end) is None


def _precedence(form: HouseForm) -> tuple[int, int, bool]:
    """Return what comes first: the longer form, then conditions before none, its own case before any."""
    return len(form.form), bool(form.words_before) + bool(form.words_after), form.case_sensitive


def _fits(form: HouseForm, text: str, start: int, end: int) -> bool:
    if form.words_before and not _among(word_before(text, start), form.words_before):
        return False
    if not form.words_after:
        return True
    following = _FIRST.search(after(text, end, _AFTER_REACH))
    return following is not None and _among(following[0], form.words_after)


def _among(word: str, listed: tuple[str, ...]) -> bool:
    return word.casefold() in {one.casefold() for one in listed}
