"""Indonesian words: a dictionary's, the newsroom's, and what affixes make of them.

A dictionary never has every form ("dirilis", "timnya", "antikorupsi"): a checker that flags them all is soon
switched off. So a word also counts as known where common affixes are all that it adds to a known root.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from newsdesk.copyedit.speller import Speller

_SHORTEST_ROOT = 3
_LONGEST_WORD = 40
_LETTERS = "nmakirghtelsudpbyjcowfvzqx"
"""Those that Indonesian hands leave out most often come first."""
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _beside(keys: tuple[str, ...]) -> dict[str, str]:
    """Return for each key those that a finger hits by mistake: at its sides, and above and below."""
    near: dict[str, set[str]] = {key: set() for row in keys for key in row}
    for row, letters in enumerate(keys):
        for at, letter in enumerate(letters):
            near[letter] |= set(letters[max(0, at - 1) : at + 2])
            for other in keys[row - 1 : row] + keys[row + 1 : row + 2]:
                near[letter] |= set(other[max(0, at - 1) : at + 1])
    return {letter: "".join(sorted(keys - {letter})) for letter, keys in near.items()}


_BESIDE = _beside(_KEYS)
_ENDINGS = ("", "nya", "lah", "kah", "pun", "ku", "mu", "nyalah", "nyakah")
# Which ending goes with which beginning. "me-" has "-kan" and "-i" (below), never "-an".
_FORMS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("",), ("", "kan", "an", "i")),
    (("di", "ter"), ("", "kan", "i")),
    (("ke", "pe", "per"), ("", "an")),
    (("ber", "be"), ("", "an", "kan")),
    (("se",), ("", "an")),
    (("diper", "memper"), ("", "kan", "i")),
    (("berke", "keter", "keber"), ("an",)),
    (
        (
            *(
                "anti",
                "non",
                "pra",
                "pasca",
                "antar",
                "multi",
                "sub",
                "super",
                "semi",
                "pro",
                "ultra",
                "mikro",
            ),
            *(
                "makro",
                "inter",
                "intra",
                "bio",
                "eko",
                "agro",
                "dwi",
                "tri",
                "maha",
                "nir",
                "swa",
                "tuna",
                "re",
            ),
            *(
                "de",
                "ko",
                "hiper",
                "infra",
                "mini",
                "mono",
                "neo",
                "para",
                "poli",
                "purna",
                "trans",
                "ekstra",
            ),
            *("kontra", "meta"),
        ),
        ("", "an"),
    ),
)
# What a nasal prefix makes of a root's first letter: "meny" stands for "s", "mem" for "p" or nothing.
_NASAL = (
    ("nge", ""),
    ("ny", "s"),
    ("ng", "k"),
    ("ng", ""),
    ("m", "p"),
    ("m", ""),
    ("n", "t"),
    ("n", ""),
    ("", ""),
)


class Roots(Protocol):
    """A dictionary that also knows which of its words are roots."""

    def known(self, word: str) -> bool:
        """Say whether the dictionary has the word."""
        ...

    def root(self, word: str) -> bool:
        """Say whether the word has no affix."""
        ...


class IndonesianSpeller(Speller):
    """Knows the words of ``dictionary`` and ``words``, with their common forms; suggests words one slip away.

    Looking up is cached: a script's words are asked for again with every key.
    """

    def __init__(self, dictionary: Roots, words: Iterable[str] = ()) -> None:
        self._dictionary = dictionary
        self._words = frozenset(word.casefold() for word in words)
        self.known = lru_cache(maxsize=65_536)(self.known)
        self.suggest = lru_cache(maxsize=4_096)(self.suggest)

    def known(self, word: str) -> bool:
        """Say whether ``word`` is a word, or words joined by hyphens.

        What no Indonesian dictionary could hold counts as known: letters beyond a to z, or forty of them.
        """
        small = word.lower().replace("’", "'")
        if len(small) > _LONGEST_WORD or not small.isascii():
            return True
        return all(self._known(part) for part in re.split(r"[-']", small) if part)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return known words one slip away, likeliest first: pairs of letters, one too few, one too many.

        >>> from newsdesk.copyedit.indonesian import IndonesianSpeller
        >>> class Two:
        ...     known = root = staticmethod(lambda word: word in {"menunjukkan", "menujukan"})
        >>> IndonesianSpeller(Two()).suggest("menunjukan")
        ('menunjukkan', 'menujukan')
        """
        small = word.lower()
        if not 2 < len(small) <= _LONGEST_WORD or not small.isascii() or not small.isalpha():
            return ()
        return tuple(
            dict.fromkeys(other for other in _slips(small) if other != small and self._listed(other))
        )

    def _listed(self, word: str) -> bool:
        return word in self._words or self._dictionary.known(word)

    def _known(self, word: str) -> bool:
        if len(word) < _SHORTEST_ROOT or self._listed(word):
            return True
        return any(self._root(root) for root in _roots(word))

    def _root(self, root: str) -> bool:
        return root in self._words or (len(root) > _SHORTEST_ROOT and self._dictionary.root(root))


def _roots(word: str) -> Iterator[str]:
    """Yield what could be the root of ``word``: what is left without one beginning and its ending."""
    for last in _ENDINGS:
        if not word.endswith(last):
            continue
        bare = word[: len(word) - len(last)]
        for begins, ends in _FORMS:
            for begin in begins:
                if bare.startswith(begin):
                    yield from _without(bare[len(begin) :], ends)
        for begin in ("me", "pe"):
            if bare.startswith(begin):
                for nasal, letter in _NASAL:
                    if bare.startswith(nasal, 2):
                        ends = ("", "kan", "i") if begin == "me" else ("", "an")
                        yield from _without(letter + bare[2 + len(nasal) :], ends)


def _without(word: str, ends: tuple[str, ...]) -> Iterator[str]:
    for end in ends:
        if word.endswith(end) and len(word) - len(end) >= _SHORTEST_ROOT:
            yield word[: len(word) - len(end)]


def _slips(word: str) -> Iterator[str]:
    """Yield what ``word`` may have been meant as, the slips that hands make most often first."""
    size = len(word)
    for at in range(size):  # one of a pair is missing, or a pair is one too many
        yield word[: at + 1] + word[at:]
    for at in range(1, size):
        if word[at] == word[at - 1]:
            yield word[:at] + word[at + 1 :]
    for at in range(1, size):
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    for letter in _LETTERS:
        for at in range(1, size + 1):
            yield word[:at] + letter + word[at:]
    for at in range(1, size):
        yield word[:at] + word[at + 1 :]
    for at in range(1, size):
        for letter in _BESIDE.get(word[at], ""):
            yield word[:at] + letter + word[at + 1 :]
