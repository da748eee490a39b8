"""The names of the letters, as an Indonesian announcer spells."""

from __future__ import annotations

import unicodedata

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SPOKEN = "a be ce de e ef ge ha i je ka el em en o pe ki er es te u ve we eks ye zet"
NAMES = dict(zip(_ALPHABET, _SPOKEN.split(" "), strict=True))


def spell(word: str) -> str:
    """Name every Latin letter of ``word``; an accent is dropped and any other character skipped.

    >>> spell("EPSS"), spell("TVRI")
    ('e pe es es', 'te ve er i')
    """
    plain = word.lower() if word.isascii() else unicodedata.normalize("NFD", word).lower()
    return " ".join(NAMES[letter] for letter in plain if letter in NAMES)
