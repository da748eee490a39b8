"""Reads a hunspell dictionary: which words there are, by its .dic of roots and its .aff of affixes.

Only what the Indonesian dictionary uses is read: two-letter flags, prefixes and suffixes with conditions,
suffixes behind suffixes, prefixes that only a suffix allows, CIRCUMFIX and NEEDAFFIX (hunspell(5)). A word is
looked up by taking its affixes off, so loading costs a tenth of a second and a look-up microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_LONGEST_WORD = 64
_ENCODING = "iso-8859-1"


class _Affix(NamedTuple):
    flag: str
    strip: str
    add: str
    condition: re.Pattern[str] | None
    goes_on: frozenset[str]


class HunspellDictionary:
    """The words of a dictionary.

    Raises OSError where a file cannot be read, ValueError where it is no dictionary of that kind.
    """

    def __init__(self, affixes: Path, roots: Path) -> None:
        self._prefixes: dict[str, list[_Affix]] = {}
        self._suffixes: dict[str, list[_Affix]] = {}
        self._circumfix = self._needs_affix = ""
        self._read_affixes(affixes.read_text(encoding=_ENCODING))
        self._roots: dict[str, str] = {}
        for line in roots.read_text(encoding=_ENCODING).splitlines()[1:]:
            root, _, flags = line.partition("/")
            self._roots[root] = self._roots.get(root, "") + flags.split("\t")[0].strip()
        self._longest_prefix = max(map(len, self._prefixes), default=0)
        self._longest_suffix = max(map(len, self._suffixes), default=0)

    def known(self, word: str) -> bool:
        """Say whether the dictionary has ``word``, as written or without its capitals."""
        if not word or len(word) > _LONGEST_WORD:
            return False
        small = word.lower()
        return self._has(small) or (word != small and self._has(word[0] + small[1:]))

    def root(self, word: str) -> bool:
        """Say whether ``word`` stands in the dictionary without an affix."""
        return word in self._roots

    def _has(self, word: str) -> bool:
        flags = self._roots.get(word)
        if flags is not None and self._needs_affix not in _flags(flags):
            return True
        return any(self._allowed(stem, outer, inner) for stem, outer, inner in self._without_suffixes(word))

    def _without_suffixes(self, word: str) -> Iterator[tuple[str, _Affix | None, _Affix | None]]:
        """Yield the word without 0, 1 and 2 suffixes: what is left, and its innermost suffix."""
        yield word, None, None
        for outer, stem in self._cut(word):
            yield stem, outer, outer
            for inner, deeper in self._cut(stem):
                if outer.flag in inner.goes_on:
                    yield deeper, outer, inner

    def _cut(self, word: str) -> Iterator[tuple[_Affix, str]]:
        for size in range(min(self._longest_suffix, len(word) - 1) + 1):
            ending = word[len(word) - size :]
            for suffix in self._suffixes.get(ending, ()):
                stem = word[: len(word) - size] + suffix.strip
                if suffix.condition is None or suffix.condition.search(stem):
                    yield suffix, stem

    def _allowed(self, stem: str, outer: _Affix | None, inner: _Affix | None) -> bool:
        bound = inner is not None and self._circumfix in inner.goes_on
        flags = self._roots.get(stem)
        if flags is not None and inner is not None and not bound and inner.flag in _flags(flags):
            return True
        for size in range(1, min(self._longest_prefix, len(stem) - 1) + 1):
            for prefix in self._prefixes.get(stem[:size], ()):
                root = prefix.strip + stem[size:]
                flags = self._roots.get(root)
                if flags is None or (prefix.condition and not prefix.condition.match(root)):
                    continue
                allowed = _flags(flags)
                half = self._circumfix in prefix.goes_on
                if inner is None:
                    if prefix.flag in allowed and not half:
                        return True
                elif inner.flag in allowed and half == bound:
                    if prefix.flag in allowed or prefix.flag in inner.goes_on:
                        return True
                elif not half and not bound and prefix.flag in allowed and inner.flag in prefix.goes_on:
                    return True
        return False

    def _read_affixes(self, text: str) -> None:
        for line in text.splitlines():
            fields = line.split()
            if len(fields) < 2:
                continue
            match fields[0]:
                case "CIRCUMFIX":
                    self._circumfix = fields[1]
                case "NEEDAFFIX":
                    self._needs_affix = fields[1]
                case "PFX" | "SFX" if len(fields) >= 4 and not (fields[2] in "YN" and fields[3].isdigit()):
                    self._add_affix(fields)
                case _:
                    pass
        if not self._circumfix or not self._needs_affix:
            raise ValueError("no affix file of the Indonesian kind")

    def _add_affix(self, fields: list[str]) -> None:
        before = fields[0] == "PFX"
        add, _, goes_on = fields[3].partition("/")
        add = "" if add == "0" else add
        condition = fields[4] if len(fields) > 4 and not fields[4].startswith("#") else "."
        pattern = None
        if condition != ".":
            # Their authors write "not l and not r" as [^l^r]; hunspell itself reads it as not l, ^ or r.
            pattern = re.compile(condition if before else condition + r"\Z")
        affix = _Affix(fields[1], "" if fields[2] == "0" else fields[2], add, pattern, _flags(goes_on))
        (self._prefixes if before else self._suffixes).setdefault(add, []).append(affix)


@cache  # a few thousand rows of flags are all there are
def _flags(flags: str) -> frozenset[str]:
    return frozenset(flags[at : at + 2] for at in range(0, len(flags), 2))
