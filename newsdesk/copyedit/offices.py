"""The words of offices: what an office begins with ("Kepala", "Kapolres") and what stands in its name.

Compiled from the offices of Indonesian government, police, army, parties, firms and everyday copy; a word
that no table holds is judged by its form ("Kependudukan", "Informatika").
"""

from __future__ import annotations

import re

from newsdesk.copyedit.places import PLACE_WORDS
from newsdesk.copyedit.tables import word_table

HEADS = word_table("office_heads")
"""What an office begins with, in lower case."""

LONGEST_HEAD = max(len(head.split()) for head in HEADS)
"""Words of the longest entry of :data:`HEADS`."""

_GLUED_HEAD = re.compile(
    r"(?:wa)?ka(?:dis|dinas|bid|bag|biro|sub?bag|satres|satpol|satlantas|polres|polsek|polda|kanwil|puskesmas)\w+"
    r"|men(?:ko|kes|ag|dagri|hub|keu|sos|pora|lu|han|kum|perin|dag|tan|aker|lh|esdm|parekraf|kominfo)\w*"
    r"|dirut\w*|dirres\w+|dirjen\w*",
    re.IGNORECASE,
)
"""Offices written as one word: "Kadiskominfo", "Kasatreskrim", "Menparekraf"."""

BODY_WORDS = word_table("office_words")
"""What stands inside the names of offices and bodies, in lower case."""

_OFFICE_FORM = re.compile(
    r"(?:pe|ke)\w{4,}an|\w{3,}(?:[aeiou]si|itas|istik|matika|nomi|logi|grafi|ional|isme|tif|istem)"
)
"""How words of offices are formed: "Kependudukan", "Administrasi", "Informatika"."""
_NAMES_OF_THAT_FORM = frozenset(
    {"kurniasi", "pegiran", "pertiwian", "sutrasi", "larasi", "sumarsi", "susilasi"}
)
_ACRONYM = re.compile(r"[A-Z]{2,}\d*(?:-[A-Z\d]+)?|[A-Z]\d+")


def head_length(words: list[str]) -> int:
    """Return how many of ``words`` (their first ones) are what an office begins with; 0 if none.

    >>> head_length(["Wakil", "Wali", "Kota", "Sorong"]), head_length(["Sorong"])
    (3, 0)
    """
    for count in range(min(LONGEST_HEAD, len(words)), 0, -1):
        if " ".join(words[:count]).casefold() in HEADS:
            return count
    return 1 if words and _GLUED_HEAD.fullmatch(words[0]) else 0


def begins_office(text: str) -> bool:
    """Say whether ``text`` begins with an office."""
    return head_length([word.strip(".,:;()") for word in text[:80].split()[:LONGEST_HEAD]]) > 0


def is_acronym(word: str) -> bool:
    """Say whether ``word`` is written in capitals: "DPRD", "Covid-19" not."""
    return _ACRONYM.fullmatch(word) is not None


def is_office_word(word: str) -> bool:
    """Say whether ``word`` belongs into the name of an office rather than into a person's name.

    >>> is_office_word("Persandian"), is_office_word("Kota"), is_office_word("Haryono")
    (True, True, False)
    """
    plain = word.casefold().strip(".")
    if plain in BODY_WORDS or plain in PLACE_WORDS or is_acronym(word):
        return True
    return plain not in _NAMES_OF_THAT_FORM and _OFFICE_FORM.fullmatch(plain) is not None
