"""Findings as they are told: equal ones once, with what is wrong, what is right, and of what kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.i18n import _, ngettext
from newsdesk.ui.reasons import kind_name, reason

if TYPE_CHECKING:
    from newsdesk.services.findings import Finding
    from newsdesk.ui.stories.script_findings import Place

_ICONS = {"spelling": "spell-check", "ear": "ear", "attribution": "quote", "law": "scale"}
_AGAINST_OTHERS = ("spelling.acronym", "attribution.office", "attribution.name")
"""Rules that compare words with others: of the script, or of the register."""
_MOST_LETTERS = 60


class Group(NamedTuple):
    """Findings that say the same of the same words, in the order of the script; at least one."""

    places: tuple[Place, ...]

    @property
    def finding(self) -> Finding:
        """The first of them."""
        return self.places[0].finding

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of all of them."""
        return tuple(place.finding.key for place in self.places)

    @property
    def told(self) -> tuple[Finding, int]:
        """Return what is seen of it: the same wherever its words move to."""
        return self.finding._replace(start=0, end=0, nth=0, after=""), len(self.places)

    @property
    def wrong(self) -> str:
        """The words that it is about, shortened; of a whole sentence what is to be said of it."""
        return self._of_sentence()[0] or shortened(self.finding.words)

    @property
    def second(self) -> str:
        """The line under it: its kind, and why where nothing can be put instead."""
        if self.finding.fixes:
            return self.kind
        rest = self._of_sentence()[1] or reason(self.finding)
        return f"{self.kind}: {rest}"

    def _of_sentence(self) -> tuple[str, str]:
        """Return the reason of a finding on a whole sentence in two halves: what is so, and what to do."""
        if self.finding.fixes or self.places[0].is_short:
            return "", ""
        halves = re.split(r"[;:.] ", reason(self.finding), maxsplit=1)
        return halves[0].rstrip("."), halves[1] if len(halves) > 1 else ""

    @property
    def right(self) -> str:
        """What is to stand there instead; "" where nothing can be offered, or the words go."""
        return self.finding.fixes[0].strip() if self.finding.fixes else ""

    @property
    def kind(self) -> str:
        """What the newsroom calls its kind, as the first word of a line."""
        if self.finding.rule in _AGAINST_OTHERS:
            return _("Konsistensi")
        name = kind_name(self.finding.kind)
        return name[:1].upper() + name[1:]

    @property
    def icon(self) -> str:
        """The icon of its kind."""
        return "equal-not" if self.finding.rule in _AGAINST_OTHERS else _ICONS[self.finding.kind.value]

    @property
    def token(self) -> str:
        """The colour of its icon: something to mend, or something to think about."""
        return "temuan" if self.finding.kind.value in ("spelling", "law") else "text_2"

    @property
    def why(self) -> str:
        """The sentence of it, with its kind before it."""
        return f"{self.kind}: {reason(self.finding)}"

    @property
    def times(self) -> str:
        """Return "2 kali"; "" for one."""
        count = len(self.places)
        return ngettext("{n} kali", "{n} kali", count).format(n=count) if count > 1 else ""


def grouped(places: Iterable[Place]) -> list[Group]:
    """Put equal findings together, each group where its first one stands."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[Place]] = {}
    for place in places:
        finding = place.finding
        groups.setdefault((finding.rule, finding.words, finding.fixes), []).append(place)
    return [Group(tuple(group)) for group in groups.values()]


def shortened(words: str) -> str:
    """Return words as a line holds them: without line ends, cut with "…".

    >>> shortened("satu  dua")
    'satu dua'
    """
    words = " ".join(words.split())
    return words if len(words) <= _MOST_LETTERS else words[: _MOST_LETTERS - 2].rstrip() + " …"
