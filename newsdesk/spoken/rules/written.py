"""Pieces of patterns that several rules share, and looks at a token's neighbours."""

from __future__ import annotations

import re

NUMBER = r"\d++(?:[.,]\d++)*+"
"""Digits with dots and commas between them."""
TO = r"(?:[ \u00a0]?[-–—][ \u00a0]?|[ \u00a0](?:s/d|s\.d\.?)[ \u00a0])"
"""What stands between the two ends of a range."""
WORD_ENDS = r"(?![^\W\d_])"
DAYS = frozenset(["senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad"])
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_LAST_WORD = re.compile(r"([^\W_]+(?:['-][^\W_]+)*)[.,]?[ \u00a0(\"“'‘]*$")
_LOOK_BACK = 40


def word_before(text: str, at: int) -> str:
    """Return the word before ``at`` on the same line as written, brackets and quotes skipped; "" if none."""
    found = _LAST_WORD.search(text[max(0, at - _LOOK_BACK) : at])
    return found[1] if found else ""


def words_near(text: str, start: int, end: int, reach: int = 60) -> set[str]:
    """Return the lower-case words within ``reach`` characters of a token, on its own line."""
    left = text[max(0, start - reach) : start].rpartition("\n")[2]
    right = text[end : end + reach // 2].partition("\n")[0]
    return set(re.findall(r"[^\W\d_]+", f"{left} {right}".lower()))


def after(text: str, at: int, reach: int = 16) -> str:
    """Return up to ``reach`` characters that follow, on the same line, without leading spaces."""
    return text[at : at + reach].partition("\n")[0].lstrip(" \u00a0")
