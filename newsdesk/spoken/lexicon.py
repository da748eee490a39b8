"""The newsroom's own forms, which win over every rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_HEAD = re.compile(r"[^\W\d_]+|\d|\S")


class HouseForm(NamedTuple):
    """A form and how this newsroom says it: ("Tjutjuk", "Cucuk", True)."""

    form: str
    spoken: str
    case_sensitive: bool = True


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
            # "Menpan-RB" must be tried before "Menpan".
            found.sort(key=lambda form: len(form.form), reverse=True)

    def __bool__(self) -> bool:
        return bool(self._by_head)

    def find(self, text: str, at: int) -> HouseForm | None:
        """Return the longest form that stands at ``at`` as whole words."""
        head = _HEAD.match(text, at)
        if head is None:
            return None
        for form in self._by_head.get(head[0].casefold(), ()):
            end = at + len(form.form)
            written = text[at:end]
            same = written == form.form or (
                not form.case_sensitive and written.casefold() == form.form.casefold()
            )
            if same and not (text[end - 1].isalnum() and text[end : end + 1].isalnum()):
                return form
        return None
