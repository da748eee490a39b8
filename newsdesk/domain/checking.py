"""What the newsroom has settled about its checks, and what writers have let be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

BREATH_SYLLABLES = 60
"""Syllables of a sentence that one breath carries: ten seconds at 350 syllables a minute, 22 to 25 words.

No Indonesian figure is published; a newsreader's comfortable breath is eight to ten seconds.
"""
MOST_FIGURES = 3
"""Numbers that a listener keeps from one sentence."""
MONTHS_WITHOUT_YEAR = 2


class RuleText(NamedTuple):
    """A rule of law or ethics as a newsroom reads and edits it.

    A sentence touches it that has a word of ``topic``, one of ``together`` (when there are any), and none of
    ``unless``. ``checked`` is the day on which somebody last compared it with its source, ISO 8601. A rule
    without ``topic`` has its words elsewhere: only its sentence and citation are edited. ``off``: it does
    not apply in this newsroom.
    """

    id: str
    topic: tuple[str, ...]
    together: tuple[str, ...]
    unless: tuple[str, ...]
    says: str
    instrument: str
    article: str
    quote: str
    checked: str
    off: bool = False


class EditedRule(NamedTuple):
    """A rule as this newsroom has it; ``by`` edited it last, at ``at`` (UTC)."""

    text: RuleText
    by: str
    at: datetime


class HouseWord(NamedTuple):
    """A word that the newsroom spells so; ``by`` added it, at ``at`` (UTC)."""

    word: str
    by: str
    at: datetime


class HousePair(NamedTuple):
    """What the newsroom does not write, and what it writes instead; ``by`` added it, at ``at`` (UTC)."""

    wrong: str
    right: str
    by: str
    at: datetime


class LetBe(NamedTuple):
    """Why a finding may stand: ``by`` said so, at ``at`` (UTC)."""

    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """What the newsroom has chosen: which checks apply, where its limits lie, and what it has added.

    ``without`` holds names of checks ("brackets") that are off; everything else is on. ``words`` are its own,
    in small letters, ``pairs`` its own of wrong and right; ``rules`` stand in the place of the built-in rules
    of their ids.
    """

    without: frozenset[str] = frozenset()
    breath_syllables: int = BREATH_SYLLABLES
    most_figures: int = MOST_FIGURES
    months_without_year: int = MONTHS_WITHOUT_YEAR
    words: frozenset[str] = frozenset()
    pairs: tuple[tuple[str, str], ...] = ()
    rules: tuple[RuleText, ...] = ()


class Settled(NamedTuple):
    """Everything that a newsroom has settled about its checks, in the order of its words."""

    choice: Choice
    words: tuple[HouseWord, ...] = ()
    pairs: tuple[HousePair, ...] = ()
    rules: tuple[EditedRule, ...] = ()
