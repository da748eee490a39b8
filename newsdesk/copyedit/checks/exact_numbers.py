"""A number more exact than an ear can hold, with the round one offered: "16.569 jiwa" is "sekitar 16.600"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_NUMBER = re.compile(
    r"(?<![\w.,/:-])((?:[Rr]p\.?|US\$|USD)[ \u00a0]?)?([1-9]\d{0,2}(?>(?:\.\d{3}){1,5}))"
    r"(?:,(\d{1,2}|-))?(?![\w/-])(?![.,]\d)"
)
_PERCENT = re.compile(r"(?<![\w.,/:-])(\d{2,3}),(\d)(\d{1,3})(?=[ \u00a0]?(?:%|persen\b))")
_ABOUT = re.compile(
    r"\b(?:sekitar|kurang lebih|kira-kira|lebih dari|hampir|kurang dari|nyaris|nomor|no\.?"
    r"|rekening|hotline|telepon)\s*\Z",
    re.IGNORECASE,
)
_SMALLEST = 10_000
_LARGE = (("triliun", 10**12), ("miliar", 10**9), ("juta", 10**6))
_WORDS_BEHIND = re.compile(r"[ \u00a0]?(?:ribu|juta|miliar|triliun)\b")


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for match in _NUMBER.finditer(copy.text):
        money, digits = match[1] or "", match[2].replace(".", "")
        if (
            int(digits) < _SMALLEST
            or len(digits.rstrip("0")) < 4
            or _WORDS_BEHIND.match(copy.text, match.end())
        ):
            continue
        round_one = money + _rounded(int(digits))
        if _ABOUT.search(copy.text[max(0, match.start() - 24) : match.start()]):
            about = round_one
        else:
            about = f"sekitar {round_one}"
        yield found(copy, *match.span(), Kind.EAR, "ear.exact", about, number=match[0])
    for match in _PERCENT.finditer(copy.text):
        tenths = round(float(f"{match[1]}.{match[2]}{match[3]}") * 10)
        whole, tenth = divmod(tenths, 10)
        round_one = f"{whole},{tenth}" if tenth else str(whole)
        about = "" if _ABOUT.search(copy.text[max(0, match.start() - 24) : match.start()]) else "sekitar "
        yield found(copy, *match.span(), Kind.EAR, "ear.exact", about + round_one, number=match[0])


def _rounded(number: int) -> str:
    """Round to what is said: tens of thousands to hundreds, above a million to tenths of the large word.

    >>> _rounded(16_569), _rounded(123_456), _rounded(1_234_567), _rounded(1_999_999)
    ('16.600', '123.000', '1,2 juta', '2 juta')
    """
    for name, size in _LARGE:
        if number >= size:
            # Hundreds of millions have no use for tenths.
            tenths = round(number * 10 / size)
            whole, tenth = divmod(tenths, 10)
            return (
                f"{round(number / size)} {name}" if whole >= 100 or not tenth else f"{whole},{tenth} {name}"
            )
    step = 100 if number < 100_000 else 1_000
    return f"{round(number / step) * step:,}".replace(",", ".")


CHECK = Check("exact_numbers", Kind.EAR, Scope.PARAGRAPH, _find)
