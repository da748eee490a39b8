"""What a written number says: shared by every rule that reads numbers.

A dot marks thousands only when every group after it has three digits (2.650), otherwise it is a decimal
point where Indonesian writes a comma (2.65); a comma is the decimal mark, except in English style
(1,250,000.50).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdesk.spoken import numbers
from newsdesk.spoken.written import joiner, word_before

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?>(?:\.\d{3})+)\Z")
_THOUSANDS_DECIMAL = re.compile(r"([1-9]\d{0,2}(?>(?:\.\d{3})+)),(\d++)\Z")
_ENGLISH = re.compile(r"([1-9]\d{0,2}(?>(?:,\d{3})+))\.(\d++)\Z|([1-9]\d{0,2}(?>(?:,\d{3}){2,}))\Z")
_DECIMAL = re.compile(r"(\d++),(\d++)\Z")
_POINT = re.compile(r"(\d++)\.(\d++)\Z")


class Amount(NamedTuple):
    """A number in words, how sure that is, and other ways to say it."""

    spoken: str
    sure: float = 1.0
    alternatives: tuple[str, ...] = ()


def amount(written: str) -> Amount:
    """Say a written number.

    >>> amount("10.815,82").spoken
    'sepuluh ribu delapan ratus lima belas koma delapan dua'
    >>> amount("2.65").spoken, amount("2.650").spoken
    ('dua koma enam lima', 'dua ribu enam ratus lima puluh')
    """
    if written.isdecimal():
        return Amount(numbers.whole(written))
    if _THOUSANDS.match(written):
        spoken = numbers.whole(written.replace(".", ""))
        if written.count(".") > 1:
            return Amount(spoken)
        return Amount(spoken, 0.95, (numbers.decimal(*written.split(".")),))
    if found := _DECIMAL.match(written):
        return Amount(numbers.decimal(found[1], found[2]))
    if found := _THOUSANDS_DECIMAL.match(written):
        return Amount(numbers.decimal(found[1].replace(".", ""), found[2]))
    if found := _POINT.match(written):
        # A group of thousands that lost its last zeros (2.65 for 2.650), or a dot too many.
        joined = numbers.whole(found[1] + found[2].ljust(3, "0"))
        # 0.25 and 105.6 can be nothing else.
        sure = 0.95 if found[1] == "0" or len(found[2]) == 1 else 0.7
        return Amount(numbers.decimal(found[1], found[2]), sure, (joined,))
    if found := _ENGLISH.match(written):
        whole = (found[1] or found[3]).replace(",", "")
        return Amount(numbers.decimal(whole, found[2]) if found[2] else numbers.whole(whole), 0.7)
    marks = {".": "titik", ",": "koma"}
    pieces = re.split(r"([.,])", written)
    return Amount(" ".join(marks.get(piece) or numbers.whole(piece) for piece in pieces), 0.4)


def between(low: str, high: str | None, middle: str = "sampai") -> Amount:
    """Say one number, or a range of two with ``middle`` between them."""
    first = amount(low)
    if not high:
        return first
    second = amount(high)
    return Amount(f"{first.spoken} {middle} {second.spoken}", min(first.sure, second.sure))


def between_word(written: str | None, text: str, at: int) -> str:
    """Say what joins the two ends of the range at ``at``: "dan" after "antara", else as it is written."""
    return "dan" if word_before(text, at).lower() == "antara" else joiner(written or "-")


def value(written: str) -> float:
    """Return a number to compare by: the order of two ends of a range. Never raises; 0.0 if it has none."""
    if len(written) > 40:
        return 0.0
    plain = (
        written.replace(".", "").replace(",", ".") if _THOUSANDS.match(written) or "," in written else written
    )
    try:
        return float(plain)
    except ValueError:
        return 0.0
