"""How the house says a form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class HowSaid(StrEnum):
    """How a form is said: by its letters, as a word, or as what it stands for."""

    LETTERS = "letters"
    WORD = "word"
    EXPANDED = "expanded"


@dataclass
class Pronunciation:
    """One entry of the newsroom's lexicon (a pronouncer): ``form`` "Tjutjuk" is said ``spoken`` "Cucuk".

    ``respelling`` is shown over the word for the reader's eye; ``checked_by`` is empty until a person has
    vouched for it. ``id`` and ``version`` are 0 until stored.
    """

    form: str
    spoken: str
    how: HowSaid = HowSaid.WORD
    respelling: str = ""
    case_sensitive: bool = True
    checked_by: str = ""
    checked_at: datetime | None = None
    id: int = 0
    version: int = 0
