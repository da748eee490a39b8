"""What kind of saying a person's own words are: letters, a word, or what a form stands for."""

from __future__ import annotations

from newsdesk.domain.lexicon import HowSaid

_LONGEST_LETTER = 3


def how_said(form: str, spoken: str) -> HowSaid:
    """Return how ``form`` is said when it is said ``spoken``.

    >>> how_said("BPS", "be pe es"), how_said("BPS", "Badan Pusat Statistik"), how_said("Tjutjuk", "Cucuk")
    (<HowSaid.LETTERS: 'letters'>, <HowSaid.EXPANDED: 'expanded'>, <HowSaid.WORD: 'word'>)
    """
    words = spoken.split()
    letters = [letter for letter in form if letter.isalnum()]
    if len(words) > 1 and len(words) == len(letters) and all(len(word) <= _LONGEST_LETTER for word in words):
        return HowSaid.LETTERS
    return HowSaid.WORD if len(words) <= len(form.split()) else HowSaid.EXPANDED
