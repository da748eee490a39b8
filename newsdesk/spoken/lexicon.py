"""The newsroom's own forms, which win over every rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsdesk.spoken.written import after, word_before

_HEAD = re.compile(r"[^\W\d_]+|\d|\S")
_FIRST = re.compile(r"[^\W_]+")
_AFTER_REACH = 40


class HouseForm(NamedTuple):
    """A form and how this newsroom says it: ("Tjutjuk", "Cucuk", True).

    ``words_before`` and ``words_after`` are conditions: where they are given, one of those words must stand
    directly before or after the form, in whatever case; ("PMK", "pe em ka", True, ("wabah", "virus")) is
    the disease and not the ministry's regulation. ``respelling`` is shown over the word, for the eye.
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
        self._by_head: dict[str, list[HouseForm]] = {}
        self.words: set[str] = set()
        """Every spelling of a first word at which a form may begin."""
        for form in forms:
            head = _HEAD.match(form.form)
            if head is None or not form.spoken.strip():
                continue
            self._by_head.setdefault(head[0].casefold(), []).append(form)
            self.words.add(head[0])
            if not form.case_sensitive:
                self.words |= {head[0].lower(), head[0].capitalize(), head[0].upper()}
        for found in self._by_head.values():
            # "Menpan-RB" must be tried before "Menpan", and a form with conditions before one without.
            found.sort(key=lambda form: (len(form.form), _conditions(form)), reverse=True)

    def __bool__(self) -> bool:
        return bool(self._by_head)

    def find(self, text: str, at: int) -> HouseForm | None:
        """Return the longest form that stands at ``at`` as whole words, where its conditions hold."""
        head = _HEAD.match(text, at)
        if head is None:
            return None
        for form in self._by_head.get(head[0].casefold(), ()):
            end = at + len(form.form)
            written = text[at:end]
            same = written == form.form or (
                not form.case_sensitive and written.casefold() == form.form.casefold()
            )
            whole = same and not (text[end - 1].isalnum() and text[end : end + 1].isalnum())
            if whole and _fits(form, text, at, end):
                return form
        return None


def _conditions(form: HouseForm) -> int:
    return bool(form.words_before) + bool(form.words_after)


def _fits(form: HouseForm, text: str, start: int, end: int) -> bool:
    if form.words_before and not _among(word_before(text, start), form.words_before):
        return False
    if not form.words_after:
        return True
    following = _FIRST.search(after(text, end, _AFTER_REACH))
    return following is not None and _among(following[0], form.words_after)


def _among(word: str, listed: tuple[str, ...]) -> bool:
    return word.casefold() in {one.casefold() for one in listed}
