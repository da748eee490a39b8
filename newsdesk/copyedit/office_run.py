"""Finds where the words of an office end."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.copyedit.boundary import is_sure, name_start
from newsdesk.copyedit.names import is_degree, is_given, is_place_word
from newsdesk.copyedit.offices import BODY_WORDS, head_length, is_office_word
from newsdesk.copyedit.tokens import Token

_LONGEST_OFFICE = 24
_JOINS = frozenset(
    {
        "dan",
        "di",
        "bidang",
        "untuk",
        "of",
        "the",
        "and",
        "for",
        "urusan",
        "dari",
        "asal",
        "pada",
        "bagian",
        "&",
        "/",
    }
)
_DAYS = frozenset({"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad"})


def office_end(sentence: Sequence[Token], start: int, index: int) -> int:
    """Return where the words of the office that starts at ``start`` end, at the latest."""
    limit = min(len(sentence), start + _LONGEST_OFFICE)
    low = index
    index = _past_small_words(sentence, index, limit)
    while index < limit:
        token = sentence[index]
        if token.text == "(":
            close = next(
                (i for i in range(index + 1, min(limit, index + 5)) if sentence[i].text == ")"), None
            )
            if close is None or close + 1 >= len(sentence) or sentence[index + 1].text[0].isdigit():
                return index
            behind = sentence[close + 1]
            if not (behind.capital or behind.plain in _JOINS or behind.text in {",", "-", "–", "—"}):
                return index
            index = close + 1
        elif token.plain in _JOINS:
            following = sentence[index + 1] if index + 1 < limit else None
            if following is None or not following.capital or following.quote >= 0 or is_day(following):
                return index
            if token.plain == "dan" and not _joins_one_office(sentence, low, index):
                return index
            if token.plain in {"di", "dari", "asal", "pada"} and (
                is_place_word(following) or not is_office_word(following.text)
            ):
                return index
            index += 2
        elif token.text == ",":
            if not _list_goes_on(sentence, index, limit):
                return index
            index += 2
        elif (token.capital and token.text[0].isalpha() and not is_day(token) and not is_degree(token)) or (
            token.text[0].isdigit() and len(token.text) <= 4 and sentence[index - 1].capital
        ):
            index += 1
        elif token.plain == "sekaligus" and index + 1 < limit and head_length([sentence[index + 1].text]):
            index += 2
        else:
            return index
    return index


def _joins_one_office(sentence: Sequence[Token], low: int, join: int) -> bool:
    """Say whether the "dan" at ``join`` is inside one office and not between two people.

    "Komunikasi dan Informatika", "Hubungan Investor dan Sekretaris Perusahaan", but not
    "Andi Amran Sulaiman dan Bupati Blitar"; ``low`` is where a name could begin.
    """
    following = sentence[join + 1]
    if head_length([following.text]):
        boundary = name_start(sentence, low, join, frozenset())
        return boundary is None or not is_sure(sentence[boundary:join], frozenset())
    behind = sentence[join + 2] if join + 2 < len(sentence) else None
    goes_on = behind is not None and behind.capital and is_office_word(behind.text)
    return is_office_word(following.text) or (goes_on and not is_given(following))


def _past_small_words(sentence: Sequence[Token], index: int, limit: int) -> int:
    """Step over what an office is of, in small letters: "pengamat politik", "ahli hukum tata negara"."""
    while index < limit and sentence[index].text.islower():
        word = sentence[index].text
        if (
            not is_office_word(word)
            or is_place_word(sentence[index])
            or (word.endswith("kan") and word not in BODY_WORDS)
            or len(word) < 4
        ):
            break
        index += 1
    return index


def _list_goes_on(sentence: Sequence[Token], comma: int, limit: int) -> bool:
    """Say whether the comma divides words of one office: "Dinas Komunikasi, Informatika dan Statistik"."""
    for index in range(comma + 1, min(limit, comma + 6)):
        token = sentence[index]
        if token.plain in {"dan", "serta", "and"}:
            return (
                index > comma + 1 and index + 1 < len(sentence) and is_office_word(sentence[index + 1].text)
            )
        if token.text != "," and not (
            token.capital and is_office_word(token.text) and not head_length([token.text])
        ):
            return False
    return False


def is_day(token: Token) -> bool:
    """Say whether ``token`` is a day of the week."""
    return token.plain in _DAYS
