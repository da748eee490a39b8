"""Syllables of a spoken Indonesian word.

Every vowel makes a syllable. The diphthongs ai, au, oi and ei (KBBI: pantai, pulau, amboi, survei) make
one, but only where they close the word; inside it the two vowels are said apart (air is a-ir, laut
la-ut, kain ka-in). A word without a vowel is said by its letters: one syllable each, at least one.
"""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = frozenset("aiueoáàâäãåéèêëíìîïóòôöõúùûü")
_DIPHTHONG = re.compile(r"(?:ai|au|oi|ei)\Z")


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Count the syllables of a word; a hyphen divides it.

    >>> syllables("pulau"), syllables("laut"), syllables("kata-kata"), syllables("kesebelas")
    (2, 2, 4, 4)
    """
    return sum(_of_part(part) for part in word.lower().split("-") if part) or 1


def _of_part(part: str) -> int:
    vowels = sum(letter in _VOWELS for letter in part)
    if not vowels:
        return 1
    return vowels - (vowels > 1 and _DIPHTHONG.search(part) is not None)
