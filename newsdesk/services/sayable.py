"""What may be written as a way to say something, on the card, in the lexicon, in its files: words."""

from __future__ import annotations

import re

from newsdesk.i18n import _

_SIGN = re.compile(r"[^\w\s.,\-'’‘ʼ\u0300-\u036f]|_")
_VOWEL = re.compile(r"[aiueo]", re.IGNORECASE)
_CAPITALS = re.compile(r"\b[^\W\d_a-z]{2,}\b")


def fault(words: str) -> str:
    """Return what keeps ``words`` from being said as they stand, in a sentence; "" when nothing does.

    What is said is never read again by the rules: a digit, a sign or "KPU" would reach the voice as it is.
    A syllable in capitals is stress, as pronouncers write it: "pra-mu-SI-to".
    """
    if any(letter.isdigit() for letter in words):
        return _("Tulis angka dengan kata: “dua”, bukan “2”.")
    if not any(letter.isalpha() for letter in words):
        return _("Tulis cara membacanya dengan kata.")
    sign = _SIGN.search(words)
    if sign is not None:
        return _("“{sign}” tidak bisa diucapkan. Tulis dengan kata.").format(sign=sign[0])
    capitals = next(
        (
            found[0]
            for word in words.split()
            if not _stressed(word)
            for found in _CAPITALS.finditer(word)
            if found[0].isupper()
        ),
        "",
    )
    if capitals:
        return _("Tulis huruf satu per satu: “ka pe u”, bukan “{form}”.").format(form=capitals)
    return ""


def _stressed(word: str) -> bool:
    """Tell whether the capitals of ``word`` are one of its syllables: "CU-cuk" is, "e-KTP" is not."""
    syllables = word.split("-")
    small = [syllable for syllable in syllables if syllable.islower()]
    return 0 < len(small) < len(syllables) and all(map(_VOWEL.search, syllables))
