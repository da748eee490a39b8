"""What the names of newspapers, stations, sites and press offices look like."""

from __future__ import annotations

import re

from newsdesk.copyedit.tables import word_table

_MEDIA_WORDS = word_table("media_words")

_PRESS_OFFICE = re.compile(
    r"(?:dis|kadis)?kominfo\w*|humas\w*|prokopim|mc|media center|setda|pemkab|pemkot|bagian humas", re.I
)
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|id|net|org|co|tv|info|news|online|press|my)", re.I)
_INNER_CAPITAL = re.compile(r"[A-Z]*[a-z]+[A-Z]|[A-Z]{2,}[a-z]|[A-Za-z]+\d$")


def is_outlet(words: str) -> bool:
    """Say whether ``words`` look like an outlet: a site's address, a media word, a name with inner capitals.

    >>> is_outlet("Mahardhika FM"), is_outlet("JPNews.id"), is_outlet("Kuala Pembuang")
    (True, True, False)
    """
    parts = words.split()
    return any(
        part.casefold().strip(".") in _MEDIA_WORDS or _SITE.fullmatch(part) or _INNER_CAPITAL.match(part)
        for part in parts
    ) or is_press_office(words)


def is_press_office(words: str) -> bool:
    """Say whether ``words`` begin with the press office of a government ("Diskominfo", "Humas")."""
    return bool(words) and _PRESS_OFFICE.fullmatch(words.split()[0]) is not None
