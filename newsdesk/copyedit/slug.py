"""Suggests a slug for pasted copy."""

from __future__ import annotations

import re
from collections import Counter

from newsdesk.copyedit.tables import word_table

_LOOKED_AT = 20_000
"""Characters of the body in which words are counted."""

_WORD = re.compile(r"[^\W\d_][\w]*(?:-[^\W\d_]\w*)?")
_EMPTY = word_table("slug_stopwords")


def suggest_slug(headline: str, body: str, places: frozenset[str] = frozenset()) -> str:
    """Return two telling words of the headline (or of the first sentence) in capitals with a hyphen, or "".

    Told by how often the body says them, an earlier word before a later one; ``places`` (lower case) tell
    little and come last.

    >>> suggest_slug("Banjir Rendam Dua Desa", "Banjir merendam sawah. Air banjir surut.")
    'BANJIR-RENDAM'
    """
    lead = headline or re.split(r"[.!?\n]", body[:600], maxsplit=1)[0]
    said = Counter(word.casefold() for word in _WORD.findall(body[:_LOOKED_AT]))
    chosen: dict[str, int] = {}
    for index, word in enumerate(_WORD.findall(lead)):
        plain = word.casefold()
        if plain in _EMPTY or len(plain) < 3 or plain in chosen:
            continue
        chosen[plain] = said[plain] * (1 if plain in places else 100) - index
    best = sorted(sorted(chosen, key=lambda word: -chosen[word])[:2], key=lambda word: -said[word])
    return "-".join(word.upper().replace("-", "") for word in best)
