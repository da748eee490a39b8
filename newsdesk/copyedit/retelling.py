"""Turns words that somebody said into words about what was said: persons, little words, words of talk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.copyedit.doubt import Doubt
from newsdesk.copyedit.names import GIVEN_NAMES
from newsdesk.copyedit.places import PLACE_WORDS
from newsdesk.copyedit.tables import pair_table, word_table

_WORD = re.compile(r"\w+(?:[-'’.,:/]\w+)*%?")
PARTICLES = word_table("particles")
SPOKEN_WORDS = pair_table("spoken_words")
OWNED = word_table("owned")
BIDS = word_table("bids")
"""Verbs in their bare form."""
_OWNED_FORM = re.compile(r"(?:ke|pe)\w{4,}an")
I_WORDS = frozenset({"saya", "aku", "gue", "gua", "ane"})
WE_WORDS = frozenset({"kami"})
_YOU = frozenset({"anda", "kamu", "kau", "engkau", "kalian", "lu", "elu", "njenengan", "panjenengan"})
_THEY = frozenset({"dia", "ia", "beliau"})
_NOW_AND_HERE = frozenset(
    {"ini", "sini", "kemarin", "besok", "lusa", "tadi", "nanti", "sekarang", "barusan", "esok"}
)
_NEXT_TO = frozenset({"depan", "lalu", "kemarin"})
_TIMES = frozenset({"minggu", "pekan", "bulan", "tahun", "hari"})
_TOWARDS = {
    "kepada": "kepadanya",
    "untuk": "untuknya",
    "bagi": "baginya",
    "oleh": "olehnya",
    "dengan": "dengannya",
    "dari": "darinya",
    "pada": "padanya",
    "terhadap": "terhadapnya",
    "menurut": "menurutnya",
    "tentang": "tentangnya",
}
"""Prepositions, and how they take up the person."""
_SUBJECT_AFTER = word_table("subject_after")
"""Words behind which "saya" and "kami" begin what is told, and own nothing."""
_NOT_KU = word_table("not_ku")
_GROUP_BEHIND = frozenset({"para", "warga", "dari", "selaku", "sebagai", "semua", "berdua", "sekeluarga"})
_KEEPS_CAPITAL = word_table("keeps_capital")
_TAKES_NO_CAPITAL = word_table("takes_no_capital")


class Part(NamedTuple):
    """A piece of the suggestion: a word with what stands before it."""

    before: str
    word: str
    doubt: Doubt | None = None


class Voice(NamedTuple):
    """How the speaker is taken up: ``one`` for "saya", ``group`` for "kami"; ``sure`` of the latter."""

    one: str = "ia"
    group: str = "pihaknya"
    sure: bool = True


def words_of(text: str) -> list[Part]:
    """Return the words of ``text``, each with what stands before it; signs at the end are left out.

    >>> words_of("Ya, 2.65 persen!")
    [Part(before='', word='Ya', doubt=None), Part(before=', ', word='2.65', doubt=None), \
Part(before=' ', word='persen', doubt=None)]
    """
    found: list[Part] = []
    end = 0
    for match in _WORD.finditer(text):
        found.append(Part(text[end : match.start()] if found else "", match.group()))
        end = match.end()
    return found


def retold(words: Sequence[Part], voice: Voice) -> list[Part]:
    """Return the words of one sentence as they are told of a third person, without particles of talk.

    >>> told = retold(words_of("Ya, kami sudah cek rumah saya kok"), Voice())
    >>> "".join(part.before + part.word for part in told)
    'pihaknya sudah cek rumahnya'
    """
    kept = _without_particles(words)
    own = any(part.word.casefold() in I_WORDS | WE_WORDS for part in kept)
    told: list[Part] = []
    for index, part in enumerate(kept):
        told += _told(part, index, kept, told, voice)
        if own and part.word.casefold() in _THEY:
            told[-1] = told[-1]._replace(doubt=Doubt.THIRD)
    return told


def _without_particles(words: Sequence[Part]) -> list[Part]:
    kept: list[Part] = []
    gap = ""
    """What stood before a particle that was left out."""
    for index, part in enumerate(words):
        before_god = index + 1 < len(words) and calls_god(words[index + 1])
        if part.word.casefold() in PARTICLES and part.word != part.word.upper() and not before_god:
            gap = gap if gap.strip() else part.before
            continue
        if gap.strip():
            # "Ini, ya, penting": two commas round the little word go with it; one stays.
            part = part._replace(before=" " if part.before.strip() else gap)
        gap = ""
        kept.append(part if kept else part._replace(before=""))
    return kept or list(words)


def calls_god(behind: Part) -> bool:
    """Say whether a "ya" before this word calls rather than nods: "Ya Allah"."""
    return behind.word.casefold() in {"allah", "tuhan", "rabb"}


def _told(part: Part, index: int, kept: Sequence[Part], told: list[Part], voice: Voice) -> list[Part]:
    plain = part.word.casefold()
    before = told[-1].word.casefold() if told and not part.before.strip() else ""
    if plain in I_WORDS:
        return _person(part, voice.one, before, told, behind="dirinya", sure=True)
    if plain in WE_WORDS:
        following = kept[index + 1].word.casefold() if index + 1 < len(kept) else ""
        sure = voice.sure and following not in _GROUP_BEHIND
        behind = voice.group if voice.group != "ia" else "dirinya"
        return _person(part, voice.group, before, told, behind=behind, sure=sure)
    if plain == "kita":
        return [part._replace(doubt=Doubt.WE)]
    if plain in _YOU or (plain.endswith("mu") and plain.removesuffix("mu") in OWNED):
        return [part._replace(doubt=Doubt.YOU)]
    if plain.endswith("ku") and len(plain) > 4 and plain not in _NOT_KU:
        stem = part.word[:-2]
        if plain.removesuffix("ku") in OWNED:
            return [part._replace(word=stem + "nya")]
        return [part._replace(doubt=Doubt.OWNER)]
    if plain in SPOKEN_WORDS:
        part = part._replace(word=_as(part.word, SPOKEN_WORDS[plain]))
    if plain in _NOW_AND_HERE or (plain in _NEXT_TO and before in _TIMES):
        return [part._replace(doubt=Doubt.NOW)]
    return [part]


def _person(
    part: Part, subject: str, before: str, told: list[Part], *, behind: str, sure: bool
) -> list[Part]:
    """Return what stands for "saya" or "kami" behind the word ``before`` ("" at a beginning)."""
    doubt = None if sure else Doubt.GROUP
    single = behind == "dirinya"
    if not before or before in _SUBJECT_AFTER:
        return [part._replace(word=_as(part.word, subject), doubt=doubt)]
    if before in _TOWARDS:
        if single:
            told[-1] = told[-1]._replace(word=_as(told[-1].word, _TOWARDS[before]))
            return []
        return [part._replace(word=behind, doubt=doubt)]
    if before in OWNED or _OWNED_FORM.fullmatch(before):
        if single or behind == "pihaknya":
            told[-1] = told[-1]._replace(word=told[-1].word + "nya", doubt=told[-1].doubt or doubt)
            return []
        return [part._replace(word=behind, doubt=doubt)]
    if before in BIDS or (before.startswith(("me", "di", "ter")) and len(before) > 4):
        return [part._replace(word=behind, doubt=doubt)]
    return [part._replace(word=subject, doubt=Doubt.OWNER)]


def lowered(words: Sequence[Part]) -> list[Part]:
    """Return ``words`` with a small letter at their beginning, unless it begins a name.

    >>> [lowered(words_of(text))[0].word for text in ("Jalan rusak", "Dinas Sosial tahu", "BPS tahu")]
    ['jalan', 'Dinas', 'BPS']
    """
    if not words:
        return []
    first = words[0]
    word, plain = first.word, first.word.casefold()
    following = words[1] if len(words) > 1 else Part("", "")
    runs_on = following.word[:1].isupper() and not following.before.strip()
    name = (
        (len(word) > 1 and not word[1:].islower() and not word[1:].replace("-", "").islower())
        or plain in _KEEPS_CAPITAL
        or any(part.word == word for part in words[1:])
        or (plain not in _TAKES_NO_CAPITAL and (runs_on or plain in PLACE_WORDS or plain in GIVEN_NAMES))
    )
    return list(words) if name else [first._replace(word=word[:1].lower() + word[1:]), *words[1:]]


def _as(word: str, replacement: str) -> str:
    return replacement[:1].upper() + replacement[1:] if word[:1].isupper() else replacement
