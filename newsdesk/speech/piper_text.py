"""What a Piper voice is given to say: an utterance in clauses, and a clause's phonemes as numbers.

Order of the numbers, as Piper's own ``phonemize.cpp`` has it: ^ _ p _ p _ ... $.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newsdesk.speech.engine import Utterance, has_sound

MOST_CLAUSE = 20
"""Words; a clause of these takes about 8 s to say and must be made in less than 5 s."""
_SPOKEN_PAUSES = {"—": ",", "–": ",", "…": ".", "(": ",", ")": ","}


class Clause(NamedTuple):
    """Words ``[start, end)`` of an utterance, said in one go, with the sign that stands after the last."""

    start: int
    end: int
    sign: str


def phoneme_numbers(phonemes: str, sign: str, ids: dict[str, list[int]]) -> list[int]:
    """Return the numbers a model is given for a clause; none when it knows none of the phonemes.

    >>> phoneme_numbers("du", ".", {"_": [0], "^": [1], "$": [2], "d": [5], "u": [6], ".": [9]})
    [1, 0, 5, 0, 6, 0, 9, 0, 2]
    """
    # Their training took accents as letters of their own.
    said = [ids[letter] for letter in unicodedata.normalize("NFD", phonemes) if letter in ids]
    if not said:
        return []
    pad = ids["_"]
    numbers = [*ids["^"], *pad]
    for one in [*said, *([ids[sign]] if sign in ids else [])]:
        numbers += [*one, *pad]
    return [*numbers, *ids["$"]]


def clauses(utterance: Utterance) -> Iterator[Clause]:
    """Cut after every punctuation, and in even parts where there is none for MOST_CLAUSE words.

    >>> [clause.end for clause in clauses(Utterance(("Hujan", "turun", "deras"), ("", ",", "."), "", 350))]
    [2, 3]
    """
    start, count = 0, len(utterance.words)
    for at in range(count):
        if not utterance.pauses[at] and at + 1 < count:
            continue
        end, sign = at + 1, _SPOKEN_PAUSES.get(utterance.pauses[at], utterance.pauses[at])
        parts = -(-(end - start) // MOST_CLAUSE)
        cuts = [start + (end - start) * part // parts for part in range(parts + 1)]
        for first, last in pairwise(cuts):
            yield Clause(first, last, sign if last == end else "")
        start = end


def clean(word: str) -> str:
    """Return a word that espeak-ng takes for words only: no control characters, no phoneme brackets."""
    if not has_sound(word):
        return ""
    letters = "".join(letter if letter.isprintable() and letter not in "[]<>" else " " for letter in word)
    return " ".join(letters.split())
