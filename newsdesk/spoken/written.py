"""Pieces of patterns that several rules share, and looks at a token's neighbours."""

from __future__ import annotations

import re

# Numbers that Unicode counts among the letters: fractions, Roman figures, figures in circles.
FIGURES = (
    "²³¹¼½¾\u2070-\u2089\u2150-\u2189\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3007\u3021-\u3029"
    "\u3192-\u3195\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3280-\u3289\u32b1-\u32bf"
)
LETTER = rf"[^\W\d_{FIGURES}]"
"""A letter of any script; without the underscore, digits and figures."""
PUNCTUATION = r".,;:?!\"'()\[\]“”‘’`´«»…–—-"
"""What stays in the spoken line as it stands, for the inside of a pattern's brackets."""
NUMBER = r"\d++(?>(?:[.,]\d++)*)"
"""Digits with dots and commas between them."""
TO = r"(?:[ \u00a0]?[-–—\x96\x97][ \u00a0]?|[ \u00a0](?:s/d|s\.d\.?)[ \u00a0])"
"""What stands between the two ends of a range; :func:`joiner` says it."""


def words(listed: str) -> frozenset[str]:
    """Return the words of a list written in one string: trigger words of the rules."""
    return frozenset(listed.split())


def joiner(written: str) -> str:
    """Say what stands between two ends: a dash is "sampai", s/d "sampai dengan".

    >>> joiner("-"), joiner(" s.d. "), joiner(" hingga ")
    ('sampai', 'sampai dengan', 'hingga')
    """
    if "hingga" in written:
        return "hingga"
    return "sampai dengan" if "d" in written else "sampai"


DAYS = words("senin selasa rabu kamis jumat jum'at sabtu minggu ahad")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_LOOK_BACK = 40
_SKIPPED = re.compile(rf"\A(?:[ \u00a0_]|[^\w\s{PUNCTUATION}])*")
_OPENING = " \u00a0([\"“'‘"


def word_before(text: str, at: int) -> str:
    """Return the word before ``at`` on the same line as written, brackets and quotes skipped; "" if none."""
    before = text[max(0, at - _LOOK_BACK) : at].rpartition("\n")[2].rstrip(_OPENING).rstrip(".,").split()
    if not before or not before[-1][-1:].isalnum():
        return ""
    return before[-1].rpartition("/")[2].lstrip(_OPENING)


def words_near(text: str, start: int, end: int, reach: int = 60) -> set[str]:
    """Return the lower-case words within ``reach`` characters of a token, on its own line."""
    left = text[max(0, start - reach) : start].rpartition("\n")[2]
    right = text[end : end + reach // 2].partition("\n")[0]
    return set(re.findall(r"[^\W\d_]+", f"{left} {right}".lower()))


def after(text: str, at: int, reach: int = 16) -> str:
    """Return up to ``reach`` characters that follow, on the same line, without leading spaces and signs."""
    follows = text[at : at + reach].partition("\n")[0]
    return _SKIPPED.sub("", follows, count=1)
