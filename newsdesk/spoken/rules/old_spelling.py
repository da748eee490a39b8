"""Names in the spelling of before 1972, said in today's letters; foreign names keep theirs.

Tjutjuk -> Cucuk
Boediono -> Budiono
Djatmiko -> Jatmiko
Wahju -> Wahyu
Sastroamidjojo -> Sastroamijoyo
Boeing -> Boeing
Djokovic -> Djokovic
Goethe -> Goethe
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import LETTER

_PATTERN = re.compile(rf"[A-Z][a-z]{{2,30}}(?!{LETTER})")
MARK = r"(?:oe|dj|tj|sj|^nj)"
# How Javanese and Sundanese names begin or end that carry oe for u.
_INDONESIAN_OE = re.compile(
    r"(?:Soe|Moe[a-z]{3}|Boed|Poer|Poed|Poes|Koes|Goen|Goel|Goer|Roes|Woel|Joes|Noer|Toer|Hoes|Loek|Noeg|Doel|Oet|Oen|Oem|Oes|Oeri|Oeda|Boen|Boes)"
    r"|[A-Z]?[a-z]*(?:[bdgjklmnprstwyBDGJKLMNPRSTWY]oe(?:di|no|mo|ko|jo|djo|tjo)\Z)"
    # and any that ends as those do: Koemolo, Soebroto, Noegroho, Boediwati
    r"|(?!C)[A-Z][a-z]{2,}oe[jklmnprstwy]o\Z"
    r"|(?!C)[A-Z][a-z]*?oe[bdgjklmnprstwy][a-z]*(?:[bdgjklmnrstwyh]o|adi|wati|yati|anto|yono)\Z"
)
_FOREIGN_SHAPE = re.compile(r"sch|ck|ph|gh|[qxv]|tz|oek\Z|oer\Z|oen\Z|oel\Z|ee|ij\Z|tjen\Z|^m[ae]sjid")
_MODERN = {"dj": "\0", "tj": "c", "sj": "sy", "nj": "ny", "oe": "u"}
_OLD = re.compile("dj|tj|sj|^nj|oe|j")


def modern(name: str) -> str:
    """Write an old name in today's spelling: Soedjono is "Sujono", Tjahjo "Cahyo"."""
    # A name with today's y has today's j too: Koentowijoyo.
    plain_j = "j" if "y" in name.lower() else "y"
    spelled = _OLD.sub(lambda found: plain_j if found[0] == "j" else _MODERN[found[0]], name.lower())
    return spelled.replace("\0", "j").capitalize()


def todays(name: str, tables: Tables) -> str:
    """Return a capitalised name as it is spelled today: itself where it is modern or foreign."""
    listed = tables.names.get(name)
    if listed:
        return listed
    lower = name.lower()
    if name in tables.foreign or not re.search(MARK, lower) or _FOREIGN_SHAPE.search(lower):
        return name
    dutch_consonant = any(mark in lower for mark in ("dj", "tj", "sj")) or lower.startswith("nj")
    return modern(name) if dutch_consonant or _INDONESIAN_OE.match(name) else name


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    name = found[0]
    spoken = todays(name, passage.tables)
    if spoken == name:
        return None
    if name in passage.tables.names:
        return Reading(found.start(), found.end(), spoken, "old_spelling", 1.0, (name,))
    return Reading(found.start(), found.end(), spoken, "old_spelling", 0.8, (name,))


def _words(tables: Tables) -> frozenset[str]:
    return frozenset(tables.names)


RULE = Rule("old_spelling", Starts.CAPITAL, _PATTERN, _read, _words)
