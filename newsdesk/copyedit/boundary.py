"""Finds where an office ends and a name begins when no comma says so."""

from __future__ import annotations

from collections.abc import Sequence, Set

from newsdesk.copyedit.names import (
    LONGEST_NAME,
    can_be_name,
    is_degree,
    is_given,
    is_initial,
    is_place_word,
    is_title,
)
from newsdesk.copyedit.offices import head_length, is_acronym, is_office_word
from newsdesk.copyedit.tables import word_table
from newsdesk.copyedit.tokens import Token

_NEEDS_PLACE = word_table("place_follows")


def name_start(sentence: Sequence[Token], low: int, high: int, known: Set[str]) -> int | None:
    """Return the token at which the name begins inside ``[low, high)``, or None if it is all office."""
    for index in range(low, high):
        if is_title(sentence[index]) and index + 1 < len(sentence) and not _acronym_office(sentence, index):
            following = index + 1
            while following < len(sentence) and (
                is_title(sentence[following]) or sentence[following].text in "()"
            ):
                following += 1
            if following < len(sentence) and can_be_name(sentence[following]):
                return following
    best: tuple[float, int] | None = None
    for start in range(max(low, high - LONGEST_NAME + 1), high):
        tail = sentence[start:high]
        if not all(_name_token(token) for token in tail) or (len(tail) > 1 and is_acronym(tail[0].text)):
            continue
        score = _name_score(tail, known) + _office_score(sentence, low, start, known)
        if start > low - 1 and sentence[start - 1].plain in _NEEDS_PLACE:
            score -= 1.5 if is_given(sentence[start]) else 2.5
        if start > low and low > 0 and sentence[max(start - 2, 0)].plain in _NEEDS_PLACE and len(tail) > 2:
            score += 1.7  # "Kepala Desa Pageraji Tarsun Hadi Wibowo": the office has its place already
        if score > 0 and (best is None or score > best[0]):
            best = (score, start)
    return None if best is None else best[1]


def _acronym_office(sentence: Sequence[Token], index: int) -> bool:
    """Tell the rank "TNI", "Inspektur" or "Komisaris" inside an office from one before a name."""
    plain = sentence[index].plain
    return plain in {"tni", "inspektur", "komisaris", "ajun", "haji", "ibu"} and not is_title(
        sentence[index + 1]
    )


def _name_token(token: Token) -> bool:
    return token.capital and token.text[0].isalpha() and not is_degree(token)


def _name_score(tail: Sequence[Token], known: Set[str]) -> float:
    score = (-0.3, 0.5, 0.4, 0.1, -0.3, -0.6)[min(len(tail), 6) - 1]
    if len(tail) > 2 and is_given(tail[1]) and not (is_given(tail[0]) or is_initial(tail[0])):
        score -= 1.7  # an unknown word before a frequent name ends the office as often as it begins the name
    settled = next((index for index, token in enumerate(tail) if token.plain in known), -1)
    for index, token in enumerate(tail):
        if token.plain in known:
            score += 3
        elif index < settled and not (is_given(token) or is_initial(token)):
            score -= 2  # people are called by their first name more often than not
        elif is_given(token):
            score += 2
        elif is_initial(token):
            score += 0.5
        elif is_place_word(token):
            score -= 1.6
        elif is_acronym(token.text):
            score -= 3
        elif is_office_word(token.text) or head_length([token.text]):
            score -= 2.6
        else:
            score += 1
    return score


def _office_score(sentence: Sequence[Token], low: int, high: int, known: Set[str]) -> float:
    score = 0.0
    needs_place = low > 0 and sentence[low - 1].plain in _NEEDS_PLACE
    for token in sentence[low:high]:
        if token.plain in known and token.capital:
            score -= 3
        elif needs_place:
            score += 1.2
        elif is_given(token) and not is_office_word(token.text):
            score -= 2
        elif token.capital and not is_office_word(token.text) and not head_length([token.text]):
            score -= 0.7
        needs_place = token.plain in _NEEDS_PLACE
    return score


def is_sure(tail: Sequence[Token], known: Set[str]) -> bool:
    """Say whether ``tail`` holds a word that is surely a person's: a frequent or a known short name."""
    return any(token.plain in known or is_given(token) for token in tail)
