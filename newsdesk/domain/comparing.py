"""What changed between two texts, in words: paragraphs are aligned first, then the words inside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from newsdesk.domain.blocks import MARK, Block
from newsdesk.domain.readable_changes import Change, joined

_TOKEN = re.compile(r"\n|[^\W_]+(?:[-'’.,:/][^\W_]+)*|[^\w\s]|_")
"""A word ("ke-11", "2.65", "15.00"), a sign, or the end of a paragraph. Other spaces stand between them."""
_CELLS = 30_000_000
"""Words of one text times words of the other that are compared exactly, about 40 ms."""


class PartKind(Enum):
    """What became of a part of the texts."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Part(NamedTuple):
    """A part of both texts: ``[old_start, old_end)`` and ``[new_start, new_end)``, in code points.

    What is gone is empty in the new text and stands where it would be; what is new, in the old one.
    """

    kind: PartKind
    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts and the parts they are made of, in reading order; what replaces goes after what is gone."""

    old: str
    new: str
    parts: tuple[Part, ...]

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return all(part.kind is PartKind.SAME for part in self.parts)

    def old_text(self, part: Part) -> str:
        """Return the part's words in the old text."""
        return self.old[part.old_start : part.old_end]

    def new_text(self, part: Part) -> str:
        """Return the part's words in the new text."""
        return self.new[part.new_start : part.new_end]

    @property
    def changes(self) -> tuple[Change, ...]:
        """The places that differ, in order: what is gone and what stands there instead is one of them."""
        found: list[Change] = []
        for part in self.parts:
            if part.kind is PartKind.SAME:
                continue
            if found and found[-1].old_end == part.old_start and found[-1].new_end == part.new_start:
                found[-1] = found[-1]._replace(old_end=part.old_end, new_end=part.new_end)
            else:
                found.append(Change(*part[1:]))
        return tuple(found)

    def words(self, kind: PartKind) -> int:
        """Return how many words are of this kind; a block counts as one."""
        text = self.new_text if kind is PartKind.NEW else self.old_text
        found = (token for part in self.parts if part.kind is kind for token in _TOKEN.findall(text(part)))
        return sum(1 for token in found if token[0].isalnum() or token == MARK)


def compare(
    old: str, new: str, old_blocks: Sequence[Block] = (), new_blocks: Sequence[Block] = ()
) -> Compared:
    """Return what became of ``old`` in ``new``.

    A block is one word, the same where it is equal in both; the n-th mark of a text stands for the n-th of
    its blocks. Swapped texts give the same parts, swapped. Words are compared as long as that is cheap: in
    texts of megabytes that have nothing rare in common, whole paragraphs count as replaced.

    >>> found = compare("Harga cabai naik.", "Harga cabai rawit turun.")
    >>> [(part.kind.value, found.old_text(part) or found.new_text(part)) for part in found.parts]
    [('same', 'Harga cabai '), ('gone', 'naik'), ('new', 'rawit turun'), ('same', '.')]
    """
    ours, theirs = _Text(old, old_blocks), _Text(new, new_blocks)
    # Of two equally good answers the order of the texts would choose: so it is always the same order.
    if _order(old, old_blocks) > _order(new, new_blocks):
        changes = [change.swapped() for change in _changes(theirs, ours)]
    else:
        changes = _changes(ours, theirs)
    return Compared(old, new, tuple(_parts(changes, len(old), len(new))))


def _order(text: str, blocks: Sequence[Block]) -> tuple[int, str, str]:
    return len(text), text, repr(blocks)


class _Text:
    """A text as its words: ``keys`` tell them apart, ``starts`` and ``ends`` are code points."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text = text
        self.keys: list[Hashable] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        left = iter(blocks)
        for found in _TOKEN.finditer(text):
            word = found[0]
            self.keys.append(next(left, MARK) if word == MARK else word)
            self.starts.append(found.start())
            self.ends.append(found.end())

    def paragraphs(self) -> list[tuple[int, int]]:
        """Return the paragraphs as spans of words; the end of a paragraph belongs to it."""
        ends = [at + 1 for at, key in enumerate(self.keys) if key == "\n"]
        return list(zip([0, *ends], [*ends, len(self.keys)], strict=True))

    def before(self, word: int) -> int:
        """Return where the word before this one ends."""
        return self.ends[word - 1] if word else 0

    def start(self, word: int) -> int:
        """Return where this word starts, the text's end behind the last."""
        return self.starts[word] if word < len(self.starts) else len(self.text)


class _Gap(NamedTuple):
    """Words of both texts that are not matched yet: ``[a, b)`` of the old one, ``[c, d)`` of the new one."""

    a: int
    b: int
    c: int
    d: int


def _changes(old: _Text, new: _Text) -> list[Change]:
    pairs: list[tuple[int, int]] = []
    gap = _trimmed(old.keys, new.keys, _Gap(0, len(old.keys), 0, len(new.keys)), pairs)
    for left in _between_paragraphs(old, new, gap, pairs):
        _match(old.keys, new.keys, left, pairs)
    pairs.sort()
    return joined(old.text, new.text, _edits(old, new, pairs))


def _between_paragraphs(old: _Text, new: _Text, gap: _Gap, pairs: list[tuple[int, int]]) -> list[_Gap]:
    """Match the paragraphs that stand once in both texts; return what lies between them."""
    ours = [span for span in old.paragraphs() if gap.a <= span[0] and span[1] <= gap.b]
    theirs = [span for span in new.paragraphs() if gap.c <= span[0] and span[1] <= gap.d]
    our_keys = [tuple(old.keys[start:end]) for start, end in ours]
    their_keys = [tuple(new.keys[start:end]) for start, end in theirs]
    gaps: list[_Gap] = []
    a, c = gap.a, gap.c
    for i, j in _anchors(our_keys, their_keys):
        (start, end), (their_start, _end) = ours[i], theirs[j]
        gaps.append(_Gap(a, start, c, their_start))
        pairs += ((start + n, their_start + n) for n in range(end - start))
        a, c = end, _end
    gaps.append(_Gap(a, gap.b, c, gap.d))
    return gaps


def _match(old: list[Hashable], new: list[Hashable], whole: _Gap, pairs: list[tuple[int, int]]) -> None:
    """Match the words of a gap: by those that stand once in both, between them as many as can be."""
    left = [whole]
    while left:
        gap = _trimmed(old, new, left.pop(), pairs)
        a, b, c, d = gap
        if a == b or c == d:
            continue
        anchors = _anchors(old[a:b], new[c:d])
        for i, j in anchors:
            pairs.append((a + i, c + j))
        if anchors:
            edges = [(-1, -1), *anchors, (b - a, d - c)]
            left += (_Gap(a + i + 1, a + k, c + j + 1, c + m) for (i, j), (k, m) in pairwise(edges))
        elif (b - a) * (d - c) <= _CELLS:
            pairs += ((a + i, c + j) for i, j in _most_in_common(old[a:b], new[c:d]))


def _trimmed(old: list[Hashable], new: list[Hashable], gap: _Gap, pairs: list[tuple[int, int]]) -> _Gap:
    """Match what is equal at both ends of a gap; return the rest."""
    a, b, c, d = gap
    while a < b and c < d and old[a] == new[c]:
        pairs.append((a, c))
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
        pairs.append((b, d))
    return _Gap(a, b, c, d)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the longest row of pairs, rising in both, of what stands once in each (patience diff)."""
    once = Counter(new)
    there = {key: j for j, key in enumerate(new) if once[key] == 1}
    counted = Counter(old)
    met = [(i, there[key]) for i, key in enumerate(old) if counted[key] == 1 and key in there]
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (_i, j) in enumerate(met):
        pile = bisect_left(tops, j)
        before.append(last[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(j)
            last.append(n)
        else:
            tops[pile], last[pile] = j, n
    row: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        row.append(met[at])
        at = before[at]
    return row[::-1]


def _most_in_common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the pairs of a longest common subsequence.

    One bit a word of ``old``, one step a word of ``new`` (Hyyrö 2004, "Bit-parallel LCS-length
    computation revisited"): a row's zeros are the words by which it is longer than without them.
    """
    places: dict[Hashable, int] = {}
    for i, key in enumerate(old):
        places[key] = places.get(key, 0) | 1 << i
    every = (1 << len(old)) - 1
    row = every
    rows = [row]
    for key in new:
        met = row & places.get(key, 0)
        row = (row + met | row - met) & every
        rows.append(row)
    pairs: list[tuple[int, int]] = []
    i, j = len(old) - 1, len(new)
    while i >= 0 and j > 0:
        if rows[j] >> i & 1:
            i -= 1
        elif not rows[j - 1] >> i & 1:
            j -= 1
        else:
            pairs.append((i, j - 1))
            i, j = i - 1, j - 1
    return pairs


def _edits(old: _Text, new: _Text, pairs: list[tuple[int, int]]) -> list[Change]:
    """Return what lies between the matched words, without the spaces that are the same at its edges."""
    edits: list[Change] = []
    edges = [(-1, -1), *pairs, (len(old.keys), len(new.keys))]
    for (i, j), (k, m) in pairwise(edges):
        a, b, c, d = old.before(i + 1), old.start(k), new.before(j + 1), new.start(m)
        if (k, m) == (i + 1, j + 1) and old.text[a:b] == new.text[c:d]:
            continue
        while a < b and c < d and old.text[a] == new.text[c] and old.text[a].isspace():
            a, c = a + 1, c + 1
        while a < b and c < d and old.text[b - 1] == new.text[d - 1] and old.text[b - 1].isspace():
            b, d = b - 1, d - 1
        edits.append(Change(a, b, c, d))
    return edits


def _parts(changes: Sequence[Change], old_size: int, new_size: int) -> list[Part]:
    parts: list[Part] = []
    old_at = new_at = 0
    for a, b, c, d in (*changes, Change(old_size, old_size, new_size, new_size)):
        if a > old_at:
            parts.append(Part(PartKind.SAME, old_at, a, new_at, c))
        if b > a:
            parts.append(Part(PartKind.GONE, a, b, c, c))
        if d > c:
            parts.append(Part(PartKind.NEW, b, b, c, d))
        old_at, new_at = b, d
    return parts
