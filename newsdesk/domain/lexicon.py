"""How the house says a form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

LONGEST_FORM = 200
"""Characters of a form. PostgreSQL's index takes 2,700 bytes at the most, and no name is longer."""


class HowSaid(StrEnum):
    """How a form is said: by its letters, as a word, or as what it stands for."""

    LETTERS = "letters"
    WORD = "word"
    EXPANDED = "expanded"


class NameOf(StrEnum):
    """Whose name a form is."""

    NOTHING = ""
    PERSON = "person"
    PLACE = "place"


@dataclass
class Pronunciation:
    """One entry of the newsroom's lexicon (a pronouncer): ``form`` "Tjutjuk" is said ``spoken`` "Cucuk".

    ``respelling`` is shown over the word for the reader's eye. Where ``words_before`` or ``words_after`` are
    given, one of those words must stand directly before or after the form. ``checked_by`` is empty until a
    person has vouched for it, at ``checked_at``; until then the form is read by guess. ``found_in`` is the
    story, 0 for none, in whose ``found_sentence`` the form was first met, ``found_by`` who wrote it and
    ``found_at`` when. Times are UTC. ``id`` and ``version`` are 0 until stored.
    """

    form: str
    spoken: str
    how: HowSaid = HowSaid.WORD
    respelling: str = ""
    case_sensitive: bool = True
    name_of: NameOf = NameOf.NOTHING
    words_before: tuple[str, ...] = ()
    words_after: tuple[str, ...] = ()
    checked_by: str = ""
    checked_at: datetime | None = None
    found_in: int = 0
    found_sentence: str = ""
    found_by: str = ""
    found_at: datetime | None = None
    id: int = 0
    version: int = 0

    @property
    def place(self) -> tuple[str, bool, frozenset[str], frozenset[str]]:
        """Where it holds: the form with its case and its conditions. A lexicon has one entry for a place."""
        return (
            self.form if self.case_sensitive else self.form.casefold(),
            self.case_sensitive,
            frozenset(word.casefold() for word in self.words_before),
            frozenset(word.casefold() for word in self.words_after),
        )


class LexiconChange(NamedTuple):
    """What an act did to the lexicon: entries as they stood ``before`` and stand ``after`` it.

    An entry that is only in ``before`` was removed, one that is only in ``after`` was added.
    """

    before: tuple[Pronunciation, ...]
    after: tuple[Pronunciation, ...]


class FormSeen(NamedTuple):
    """A form that stands in a script and that the lexicon could hold: "EPSS", read "e pe es es" by guess.

    ``sentence`` is the one it first stands in; ``unsure`` says that nobody has settled how it is said.
    """

    form: str
    spoken: str
    how: HowSaid
    sentence: str
    unsure: bool
