"""What stands around and inside people's names: titles, ranks, degrees, given names."""

from __future__ import annotations

import re

from newsdesk.copyedit.offices import head_length, is_office_word
from newsdesk.copyedit.places import PLACE_WORDS
from newsdesk.copyedit.tables import word_table
from newsdesk.copyedit.tokens import Token

GIVEN_NAMES = word_table("given_names")
"""Frequent Indonesian names, lower case: they tell where an office ends and a name begins."""

_SAID_AFTER = word_table("said_after")

NOT_NAMES = word_table("not_names")
"""Words that begin sentences, days and months: never a name by themselves, lower case."""

_TITLES = word_table("titles")
_WRITTEN_SMALL = frozenset(
    {"dr", "drg", "drh", "pak", "bu", "bapak", "ibu", "mas", "mbak", "ustaz", "bang", "cak"}
)

_DEGREE = re.compile(
    r"(?:S|M|A|Sp|Ph|Dipl)\.\s?[A-Z]\w{0,4}(?:\.\w{1,4})*\.?|S(?:H|E|T|Pd|Sos|IP|Kom|Ag|Si|Psi|TP|Kep|KM|IK|STP|Hut|Pt|Pi|Farm)"
    r"|M(?:H|M|T|Si|Pd|Hum|Kes|AP|BA|Kom|Sc|Ag|Par|IK|Th|Ak|Eng)|DrPH|MPH|MKM|AMd|Amd|MPd\w?|PhD|SIK|CPA|Ak|Lc|MA|MBA|MPA|Keb|Kep|Par"
)
LONGEST_NAME = 6
"""Words of the longest name that is looked for."""
_SHORTEST_WITH_NYA = 7
"""Letters of a word in -nya that is no name: "Kanya" and "Sonya" are shorter."""
_INNER_CAPITAL = re.compile(r"(?!Mc|Mac|De|Di|Al)[A-Z]?[a-z]+[A-Z]")
"""Brands and bodies: "GameSpot", "iNews"; names of that form begin with "Mc" or "De"."""
_SITE = re.compile(r"\.[a-z]{2,}")
_PARTICLES = frozenset(
    {"bin", "binti", "binte", "al", "van", "de", "el", "der", "den", "la", "da", "dos", "von", "ul", "ben"}
    | {"br", "boru"}
)


def is_title(token: Token) -> bool:
    """Say whether ``token`` is a title or rank before a name ("Hj", "AKBP", "dr.")."""
    return token.plain in _TITLES and (token.capital or token.plain in _WRITTEN_SMALL)


def is_degree(token: Token) -> bool:
    """Say whether ``token`` is a degree behind a name ("S.Sos", "AMd")."""
    return _DEGREE.fullmatch(token.text) is not None


def is_particle(token: Token) -> bool:
    """Say whether ``token`` joins parts of a name ("bin")."""
    return token.text in _PARTICLES


def is_initial(token: Token) -> bool:
    """Say whether ``token`` is a shortened part of a name ("M.", "CH.", "A")."""
    return token.capital and (len(token.text) == 1 or (token.text.endswith(".") and len(token.text) <= 5))


def is_given(token: Token) -> bool:
    """Say whether ``token`` is a frequent given name."""
    return token.capital and token.plain in GIVEN_NAMES


def can_be_name(token: Token) -> bool:
    """Say whether ``token`` can be part of a person's name as far as its own form tells."""
    if not token.capital or not token.text[0].isalpha() or token.plain in NOT_NAMES or is_degree(token):
        return False
    if any(letter.isdigit() for letter in token.text) or _SITE.search(token.text):
        return False
    if _INNER_CAPITAL.match(token.text):
        return False
    if "-" in token.text and any(is_office_word(part) for part in token.text.split("-") if part):
        return False
    if is_initial(token) or is_given(token):
        return True
    if token.plain.endswith("nya") and len(token.plain) >= _SHORTEST_WITH_NYA:
        return False  # "Sebaliknya", "Rencananya"
    if token.plain in _SAID_AFTER or token.plain.removesuffix("nya") in _SAID_AFTER:
        return False
    if token.text.isupper() and len(token.text) <= 4:
        return False
    return not is_office_word(token.text) and not head_length([token.text])


def is_place_word(token: Token) -> bool:
    """Say whether ``token`` is part of a known place's name."""
    return token.plain in PLACE_WORDS
