"""Numbers in Indonesian words.

Usage of KBBI and EYD: seratus and seribu are always contracted, "satu juta" never; 10^15 is "seribu
triliun". All functions are pure.
"""

from __future__ import annotations

from functools import lru_cache

DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
LARGEST = 10**18 - 1
"""The largest number said as a number; beyond it nobody follows, and digits are said one by one."""
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


@lru_cache(maxsize=4096)
def cardinal(number: int) -> str:
    """Return ``number`` in words, or digit by digit beyond :data:`LARGEST`.

    >>> cardinal(2025), cardinal(1_001_000), cardinal(-5), cardinal(10**15)
    ('dua ribu dua puluh lima', 'satu juta seribu', 'minus lima', 'seribu triliun')
    """
    if number < 0:
        return f"minus {cardinal(-number)}"
    if number > LARGEST:
        return " ".join(DIGITS[int(digit)] for digit in _decimal_digits(number))
    words = _up_to_millions(number)
    return " ".join(words) if words else DIGITS[0]


def _decimal_digits(number: int) -> list[str]:
    # str() refuses integers of more than 4,300 digits; blocks of 4,000 stay below that.
    blocks: list[str] = []
    block = 10**4000
    while number >= block:
        number, rest = divmod(number, block)
        blocks.append(str(rest).zfill(4000))
    blocks.append(str(number))
    return list("".join(reversed(blocks)))


def _up_to_millions(number: int) -> list[str]:
    words: list[str] = []
    for size, name in _SCALES:
        if number >= size:
            # Only "triliun" can count a thousand and more of itself: seribu triliun.
            words += [*_below_million(number // size), name]
            number %= size
    return words + _below_million(number)


def _below_million(number: int) -> list[str]:
    words: list[str] = []
    if number >= 2000:
        words += [*_below_thousand(number // 1000), "ribu"]
    elif number >= 1000:
        words.append("seribu")
    return words + _below_thousand(number % 1000)


def _below_thousand(number: int) -> list[str]:
    words: list[str] = []
    if number >= 200:
        words += [DIGITS[number // 100], "ratus"]
    elif number >= 100:
        words.append("seratus")
    number %= 100
    if number >= 20:
        words += [DIGITS[number // 10], "puluh"]
        number %= 10
    if number >= 12:
        return [*words, DIGITS[number - 10], "belas"]
    if number >= 10:
        return [*words, "sepuluh" if number == 10 else "sebelas"]
    return [*words, DIGITS[number]] if number else words


def ordinal(number: int) -> str:
    """Return the ordinal: ke and the cardinal, joined to its first word; the first is "pertama".

    >>> ordinal(11), ordinal(261), ordinal(1)
    ('kesebelas', 'kedua ratus enam puluh satu', 'pertama')
    """
    return "pertama" if number == 1 else f"ke{cardinal(number)}"


def digits(written: str) -> str:
    """Say every digit of ``written`` (of any script) by itself and skip all else.

    >>> digits("0812-34")
    'nol delapan satu dua tiga empat'
    """
    return " ".join(DIGITS[int(character)] for character in written if character.isdecimal())


def whole(written: str) -> str:
    """Say a run of digits: as a number, or digit by digit when it begins with 0 or is beyond counting.

    >>> whole("548"), whole("03")
    ('lima ratus empat puluh delapan', 'nol tiga')
    """
    if len(written) > 18 or (len(written) > 1 and int(written[0]) == 0):
        return digits(written)
    return cardinal(int(written))


def decimal(whole_part: str, fraction: str) -> str:
    """Say a decimal: the whole part as a number, "koma", then digit by digit.

    >>> decimal("10815", "82")
    'sepuluh ribu delapan ratus lima belas koma delapan dua'
    """
    return f"{whole(whole_part)} koma {digits(fraction)}"
