"""Finds what stands beside a name or an office: its beginning, the name behind it, the office behind."""

from __future__ import annotations

from collections.abc import Sequence, Set

from newsdesk.copyedit.boundary import is_sure, name_start
from newsdesk.copyedit.name_run import name_end
from newsdesk.copyedit.names import can_be_name, is_degree, is_given, is_place_word, is_title
from newsdesk.copyedit.office_run import is_day, office_end
from newsdesk.copyedit.offices import head_length
from newsdesk.copyedit.tokens import Token

_LINKS = (
    ("selaku",),
    ("sebagai",),
    ("yang", "juga"),
    ("yang", "merupakan"),
    ("yang", "menjabat"),
    ("yang", "adalah"),
)
_ONE_OF = (("salah", "satu"), ("salah", "seorang"))
_SMALL_ENDS = frozenset({"yang", "saat", "ketika", "usai", "asal", "dari", "di", "pada", "kepada", "dalam"})
"""Words before which an office in small letters has ended."""
_FORMER = frozenset({"mantan", "eks", "calon"})
_FROM = frozenset({"asal", "dari"})
DASHES = frozenset({"-", "–", "—"})
"""What divides an office and a name like a comma."""


def head_of(sentence: Sequence[Token], start: int) -> int:
    """Return how many tokens from ``start`` on an office begins with, "salah satu" and all; 0 if none."""
    one_of = tuple(token.plain for token in sentence[start : start + 2]) in _ONE_OF
    first = start + 2 if one_of else start
    if first < len(sentence) and sentence[first].plain in _FORMER:
        first += 1
    head = head_length([token.text.strip(".") for token in sentence[first : first + 4]])
    return head + first - start if head else 0


def name_behind(sentence: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Return the range of a name that stands behind the office and a comma or dash."""
    if index >= len(sentence):
        return None
    divided = sentence[index].text in {",", *DASHES}
    if not divided and not is_title(sentence[index]):
        return None
    start = index + 1 if divided else index
    while start < len(sentence) and is_title(sentence[start]):
        start += 1
    common = (
        start + 1 < len(sentence) and can_be_name(sentence[start + 1]) and _could_begin_name(sentence[start])
    )
    end = name_end(sentence, start + 1 if common else start)
    if end == start or any(is_day(token) for token in sentence[start:end]):
        return None
    if all(is_place_word(token) and not is_given(token) for token in sentence[start:end]):
        return None
    following = sentence[end] if end < len(sentence) else None
    if (
        following is not None
        and following.capital
        and following.text[0].isalpha()
        and not is_degree(following)
    ):
        return None
    return start, end


def _could_begin_name(token: Token) -> bool:
    """Say whether a town or a common word may be a first name: "Roma Hudi", "Ramadhan Nur Rahman"."""
    return is_place_word(token) or is_given(token)


def past_origin(sentence: Sequence[Token], index: int) -> int:
    """Step over where somebody is from, before a comma and the name: "wisatawan asal Bandung, Rina"."""
    if index + 1 >= len(sentence) or sentence[index].plain not in _FROM or not sentence[index + 1].capital:
        return index
    end = index + 1
    while end < min(len(sentence), index + 6) and sentence[end].capital and sentence[end].text[0].isalpha():
        end += 1
    return end if name_behind(sentence, end) is not None else index


def office_behind(sentence: Sequence[Token], index: int, known: Set[str]) -> tuple[int, int] | None:
    """Return the range of the office behind a name, after a comma, a dash, "selaku" or nothing."""
    if index >= len(sentence):
        return None
    start = index
    if sentence[index].text == "," or sentence[index].text in DASHES:
        start += 1
    for link in _LINKS:
        if tuple(token.plain for token in sentence[start : start + len(link)]) == link:
            start += len(link)
            break
    one = start < len(sentence) and sentence[start].plain == "seorang"
    if one or (start < len(sentence) and sentence[start].plain == "sebagai"):
        start += 1
    head = head_of(sentence, start)
    if one and not head and start < len(sentence) and sentence[start].text.islower():
        head = 1  # "seorang" says that a part in the news follows, whatever it is
    if not head or start >= len(sentence):
        return None
    if sentence[start].capital:
        end = office_end(sentence, start, start + head)
        boundary = name_start(sentence, start + head, end, known)
        comma = sentence[index].text == ","
        sure = boundary is not None and is_sure(sentence[boundary:end], known)
        several = boundary is not None and end - boundary > 1
        if (several and (comma or sure)) or (comma and sure):
            return None  # "Santoso, Wakil Wali Kota Blitar Tjutjuk Sunario": another person
        if name_behind(sentence, end) is not None and sentence[index].text == ",":
            return None
        return start, end
    return start, _small_office_end(sentence, start + head)


def _small_office_end(sentence: Sequence[Token], index: int) -> int:
    """Return where an office in small letters ends: "pekerja swasta" before "yang", a comma, a verb."""
    limit = min(len(sentence), index + 8)
    while index < limit:
        token = sentence[index]
        if not token.text[0].isalnum() or token.plain in _SMALL_ENDS:
            return index
        if token.plain.startswith(("meng", "men", "mem", "ber", "me")) and len(token.plain) > 5:
            return index
        if is_day(token):
            return index
        index += 1
    return index
