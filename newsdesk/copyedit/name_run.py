"""Finds where a name ends, and what belongs to it: degrees and age."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.copyedit.names import (
    LONGEST_NAME,
    can_be_name,
    is_degree,
    is_given,
    is_initial,
    is_particle,
    is_place_word,
    is_title,
)
from newsdesk.copyedit.offices import is_acronym
from newsdesk.copyedit.tokens import Token

_CALLED_LEAD = frozenset({",", "yang", "akrab", "biasa", "kerap", "sering", "lebih", "populer"})
_CALLED = frozenset({"disapa", "dipanggil", "dikenal"})
_CALLED_LINK = frozenset({"dengan", "sebagai"})
_ALIASES = frozenset({"atau", "alias"})


def name_end(sentence: Sequence[Token], start: int) -> int:
    """Return where the name that begins at ``start`` ends; ``start`` if none does."""
    index = start
    while index < len(sentence) and index - start < LONGEST_NAME:
        token = sentence[index]
        inside = index > start and (
            (is_particle(token) and _goes_on(sentence, index + 1)) or _only_looks_common(sentence, index)
        )
        if can_be_name(token) or inside:
            index += 1
        elif index > start and is_place_word(token) and token.capital and not is_acronym(token.text):
            index += 1  # "Surya Batu", "Rahmat Kediri": rare, but a place cannot follow a bare name
        else:
            break
    while index > start and is_initial(sentence[index - 1]) and sentence[index - 1].text.endswith("."):
        index -= 1
    return index


def _only_looks_common(sentence: Sequence[Token], index: int) -> bool:
    """Say whether a common word is a part of the name here: "Stefanus Hari Wahyudi", not "Hari Raya"."""
    if not is_given(sentence[index]):
        return False
    following = sentence[index + 1] if index + 1 < len(sentence) else None
    return following is None or not following.capital or can_be_name(following)


def _goes_on(sentence: Sequence[Token], index: int) -> bool:
    """Say whether behind a particle the name goes on: "Fernandez de la Vega"."""
    while index < len(sentence) and is_particle(sentence[index]):
        index += 1
    return index < len(sentence) and sentence[index].capital


def past_degrees(sentence: Sequence[Token], index: int) -> int:
    """Step over degrees behind a name: ", S.Sos, M.Si"."""
    while index < len(sentence):
        if is_degree(sentence[index]):
            index += 1
        elif (
            sentence[index].text in {",", "."}
            and index + 1 < len(sentence)
            and is_degree(sentence[index + 1])
        ):
            index += 2
        else:
            break
    return index


def past_age(sentence: Sequence[Token], index: int) -> int:
    """Step over an age: "(31)", "(31 tahun)"."""
    if index + 2 < len(sentence) and sentence[index].text == "(" and sentence[index + 1].text.isdigit():
        for close in range(index + 2, min(index + 4, len(sentence))):
            if sentence[close].text == ")":
                return close + 1
    return index


def past_other_name(sentence: Sequence[Token], index: int) -> tuple[int, tuple[str, ...]]:
    """Step over another name and return it, too, in lower case.

    It comes as "atau Mas Ibin", as "(Jokowi)" or as ", yang akrab disapa Mas Ibin".
    """
    other = index
    bracket = other < len(sentence) and sentence[other].text == "("
    if bracket or (other < len(sentence) and sentence[other].plain in _ALIASES):
        other += 1
    else:
        while other < len(sentence) and sentence[other].plain in _CALLED_LEAD:
            other += 1
        if other >= len(sentence) or sentence[other].plain not in _CALLED:
            return index, ()
        other += 1
    while other < len(sentence) and (is_title(sentence[other]) or sentence[other].plain in _CALLED_LINK):
        other += 1
    end = name_end(sentence, other)
    if bracket and end == other and other < len(sentence) and sentence[other].capital:
        end = other + 1  # "(AHY)", "(Pak Yes)"
    if end == other or (bracket and (end >= len(sentence) or sentence[end].text != ")")):
        return index, ()
    return end + 1 if bracket else end, (sentence[end - 1].plain,)
