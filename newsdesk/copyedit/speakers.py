"""Finds who stands beside a verb of saying in one sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from newsdesk.copyedit.cast import Character
from newsdesk.copyedit.mentions import Mention
from newsdesk.copyedit.names import can_be_name, is_given, is_place_word, is_title
from newsdesk.copyedit.narrative import SAID_AFTER, Line, is_said_after
from newsdesk.copyedit.offices import head_length, is_acronym
from newsdesk.copyedit.tables import word_table
from newsdesk.copyedit.tokens import Token

_SAYING = word_table("saying")
_SAID_BY = word_table("said_by")
_BESIDE = word_table("beside")
_NOT_SAYING = word_table("not_saying")
_ACCORDING = frozenset({"menurut"})
_HERSELF = frozenset({"menurutnya", "baginya", "lanjutnya"})
_PRONOUNS = frozenset({"ia", "dia", "beliau"})
_THAT = frozenset({"itu", "ini", "tersebut"})
_PEOPLE = frozenset(
    {
        "pria",
        "perempuan",
        "wanita",
        "lelaki",
        "laki-laki",
        "bapak",
        "ibu",
        "pemuda",
        "gadis",
        "remaja",
        "kakek",
    }
    | {"nenek", "janda", "duda", "mantan", "alumnus", "kader"}
)
_SKIPPED = frozenset(
    {"oleh", "langsung", "kembali", "juga", "lagi", "pula", "lanjut", "salah", "satu", "seorang", "sang"}
    | {"keterangan", "pengakuan", "penuturan", "informasi"}
)
"""Words that may stand between a verb of saying and its speaker."""
_SUBJECT_AHEAD = frozenset(
    {"saat", "ketika", "setelah", "usai", "sebelum", "sejak", "jika", "meski", "karena", "bahwa"}
)
"""Words that begin a clause whose subject is not the sentence's."""
_BEFORE_KATA = frozenset({"masih", "seperti"})
_VERB = re.compile(r"(?:di|me[mn]?|meng|meny)(?!nurut|lalui)[a-z]{3,}")
"""A verb before a name makes it the one it is done to or by: "mengajak Santoso", "diusulkan Santoso"."""
_LONGEST_DESCRIPTION = 9


class Told(NamedTuple):
    """One sentence with its people: ``people[i]`` is whom ``found[i]`` names, None if nobody known."""

    row: Sequence[Token]
    found: Sequence[Mention]
    people: Sequence[Character | None]


class Speaker(NamedTuple):
    """Who is given words by the verb at token ``verb``; None is somebody without a name."""

    verb: int
    person: Character | None


def speakers(told: Told, focus: Character | None) -> list[Speaker]:
    """Return who is given words in a sentence, in its order; ``focus`` is whom pronouns mean."""
    given: list[Speaker] = []
    for index, token in enumerate(told.row):
        speaker = _at(told, index, token, focus, first=not given)
        if speaker is not None:
            given.append(speaker)
    return given


def subject(told: Told, before: int, adjoining: bool = False) -> Character | None:
    """Return who does what is told at token ``before``: the nearest person if adjoining, else the first."""
    able = [
        (mention, person)
        for mention, person in zip(told.found, told.people, strict=True)
        if person is not None and mention.last <= before and not _aside(told.row, mention)
    ]
    if not able:
        return None
    nearest, person = able[-1]
    if before < len(told.row) and before - nearest.last <= 1:
        return person
    if adjoining:
        return None
    leading = [pair for pair in able if not _leads_clause(told.row, pair[0])]
    return (leading or able)[0][1]


def short_names(every: Sequence[Line]) -> Set[str]:
    """Return the words, in lower case, that stand alone beside a verb of saying: "kata Yani"."""
    found: set[str] = set()
    behind_names = _behind_names(every)
    for line in every:
        row = line.tokens
        for index, token in enumerate(row):
            if is_said_after(token) or token.plain in _ACCORDING or token.plain in _SAID_BY:
                beside = index + 1
                while beside < len(row) and (is_title(row[beside]) or row[beside].plain in _SKIPPED):
                    beside += 1
                ends = beside + 1 >= len(row) or not row[beside + 1].capital
                if (
                    beside < len(row)
                    and ends
                    and (can_be_name(row[beside]) or row[beside].plain in behind_names)
                ):
                    found.add(row[beside].plain)
            elif token.plain in _SAYING and _stands_alone(row, index - 1):
                found.add(row[index - 1].plain)
    return found


def _behind_names(every: Sequence[Line]) -> Set[str]:
    """Return the places, in lower case, that somebody of the text is called by: "Ahmad Riyadh"."""
    return {
        behind.plain
        for line in every
        for name, behind in itertools.pairwise(line.tokens)
        if behind.capital and is_place_word(behind) and is_given(name) and not is_acronym(behind.text)
    }


def _at(told: Told, index: int, token: Token, focus: Character | None, first: bool) -> Speaker | None:
    """Return whom the verb at ``index`` gives words, None if it is no verb of saying or nobody is there."""
    plain = token.plain
    if plain in _SAYING:
        return _before_verb(told, index, focus, first)
    if plain in _HERSELF:
        return Speaker(index, focus)
    if plain in _ACCORDING or plain in _SAID_BY:
        return _named_at(told, index, focus)
    behind_quote = any(told.row[before].quote >= 0 for before in range(max(0, index - 2), index))
    behind_comma = index > 0 and told.row[index - 1].text == ","
    if plain not in SAID_AFTER:  # "katanya", and behind a quote any such word: "singkatnya"
        if not plain.endswith("nya") or not (behind_quote or (behind_comma and is_said_after(token))):
            return None
        named = _named_at(told, index, focus)
        return named or Speaker(index, subject(told, index) or focus)
    if not behind_quote and not behind_comma and index and told.row[index - 1].plain not in _BEFORE_KATA:
        return None
    named = _named_at(told, index, focus)
    if named is None and _told_before(told.row, index + 1):
        return Speaker(index, focus)
    return named or (Speaker(index, None) if behind_quote else None)


def _before_verb(told: Told, index: int, focus: Character | None, first: bool) -> Speaker | None:
    """Read "Santoso mengatakan"; a second such verb needs its own speaker right before it."""
    before = told.row[index - 1].plain if index else ""
    if before in _NOT_SAYING:
        return None
    if before in _PRONOUNS:
        return Speaker(index, focus)
    person = subject(told, index, adjoining=not first)
    if person is None and before in _THAT and _is_somebody(told.row, 0):
        person = focus
    return None if person is None else Speaker(index, person)


def _named_at(told: Told, verb: int, focus: Character | None) -> Speaker | None:
    """Return who is named behind ``verb``, past a few small words."""
    for beside in range(verb + 1, min(verb + 5, len(told.row))):
        for mention, person in zip(told.found, told.people, strict=True):
            if mention.first == beside:
                return None if person is None else Speaker(verb, person)
        token = told.row[beside]
        if token.plain in _PRONOUNS:
            return Speaker(verb, focus)
        if token.plain not in _SKIPPED and not is_title(token):
            break
    return None


def _aside(row: Sequence[Token], mention: Mention) -> bool:
    """Say whether the person stands beside the subject: "didampingi Kadiskominfo ...", "(... )"."""
    if not mention.first:
        return False
    before = row[mention.first - 1]
    if before.plain in _BESIDE:
        return True
    return not before.capital and (before.text == "(" or _VERB.fullmatch(before.text) is not None)


def _leads_clause(row: Sequence[Token], mention: Mention) -> bool:
    return mention.first > 0 and row[mention.first - 1].plain in _SUBJECT_AHEAD


def _is_somebody(row: Sequence[Token], index: int) -> bool:
    """Say whether a person without a name begins at ``index``: "Mantan wali kota", "pria"."""
    return row[index].plain in _PEOPLE or head_length([token.text for token in row[index : index + 4]]) > 0


def _told_before(row: Sequence[Token], index: int) -> bool:
    """Say whether "pria 45 tahun itu", somebody of whom was told before, begins at ``index``."""
    if index >= len(row) or not _is_somebody(row, index):
        return False
    for token in row[index : index + _LONGEST_DESCRIPTION]:
        if token.plain in _THAT:
            return True
        if not token.text[0].isalnum():
            return False
    return False


def _stands_alone(row: Sequence[Token], index: int) -> bool:
    """Say whether the token at ``index`` can be a name and no name or office runs into it."""
    if index < 0 or not can_be_name(row[index]):
        return False
    return not index or not row[index - 1].capital or is_title(row[index - 1])
