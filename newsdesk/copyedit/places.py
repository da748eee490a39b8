"""Places that datelines and offices name; smaller ones than the table's are recognised by their shape."""

from __future__ import annotations

from newsdesk.copyedit.tables import word_table

PLACES = word_table("places")
"""Every place of the table, in lower case."""

PLACE_WORDS: frozenset[str] = frozenset(word for place in PLACES for word in place.split())
"""Every word of :data:`PLACES`."""

_REGION_WORDS = frozenset({"kota", "kabupaten", "kab", "kab.", "provinsi", "kecamatan", "desa", "kelurahan"})
_QUARTERS = frozenset({"kota", "kabupaten", "pusat", "barat", "timur", "selatan", "utara", "tengah"})


def is_place(words: str) -> bool:
    """Say whether ``words`` are a known place, with or without "Kota" or "Kabupaten" at either end.

    >>> is_place("SEMARANG KOTA"), is_place("Kota Blitar"), is_place("Prolite")
    (True, True, False)
    """
    parts = words.casefold().split()
    if " ".join(parts) in PLACES:
        return True
    if len(parts) > 1 and parts[0] in _REGION_WORDS:
        parts = parts[1:]
    if len(parts) > 1 and parts[-1] in _QUARTERS:
        parts = parts[:-1]
    return " ".join(parts) in PLACES
