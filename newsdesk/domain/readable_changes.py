"""Changes as a person would tell them: a replaced phrase is one change, not five with "yang" between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.domain.blocks import MARK

_HARDLY = 4
"""How many times the letters between two changes must fit into each of them to be swallowed by them."""
_SENTENCE_ENDS = ".?!…"
_FURTHEST = 400
"""Characters by which a change is moved at the most."""


class Change(NamedTuple):
    """``[old_start, old_end)`` of the old text was replaced by ``[new_start, new_end)`` of the new one.

    Code points; an empty old span is an insertion, an empty new one a deletion.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    def swapped(self) -> Change:
        """Return the same change seen from the new text."""
        return Change(self.new_start, self.new_end, self.old_start, self.old_end)


def joined(old: str, new: str, changes: Sequence[Change]) -> list[Change]:
    """Return ``changes``, in order, as they are read best; what lies between them stays equal in both texts.

    A few letters that were kept between two large replacements hide what happened: they are replaced as
    well (the idea of the semantic clean-up in Google's diff-match-patch). The end of a paragraph is never
    swallowed. What was put in or taken out whole begins where a sentence does, if it can be told so.
    """
    found: list[Change] = []
    for change in changes:
        found.append(change)
        while len(found) > 1 and _swallowed(old, *found[-2:]):
            after = found.pop()
            found[-1] = Change(found[-1].old_start, after.old_end, found[-1].new_start, after.new_end)
    return _moved_to_sentences(old, new, found)


def _swallowed(old: str, one: Change, other: Change) -> bool:
    between = old[one.old_end : other.old_start]
    if "\n" in between:
        return False
    kept = max(1, sum(1 for letter in between if letter.isalnum()))
    (gone, come), (gone_after, come_after) = _sizes(one), _sizes(other)
    if kept <= min(gone, come) and kept <= min(gone_after, come_after):
        return True
    if not (gone or gone_after) or not (come or come_after):  # only put in, or only taken out: reads well
        return False
    return kept * _HARDLY <= max(gone, come) and kept * _HARDLY <= max(gone_after, come_after)


def _sizes(change: Change) -> tuple[int, int]:
    return change.old_end - change.old_start, change.new_end - change.new_start


def _moved_to_sentences(old: str, new: str, changes: Sequence[Change]) -> list[Change]:
    found: list[Change] = []
    for n, change in enumerate(changes):
        a, b, c, d = change
        if (a == b) == (c == d):
            found.append(change)
            continue
        before = found[-1].old_end if found else 0
        after = changes[n + 1].old_start if n + 1 < len(changes) else len(old)
        text, start, end = (new, c, d) if a == b else (old, a, b)
        by = _best_move(text, start, end, max(-_FURTHEST, before - a), min(_FURTHEST, after - b))
        found.append(Change(a + by, b + by, c + by, d + by))
    return found


def _best_move(text: str, start: int, end: int, furthest_left: int, furthest_right: int) -> int:
    """Return by how much ``[start, end)`` is moved; what is left when it is taken out stays the same."""
    best, by = _beginning(text, start), 0
    if MARK in text[start:end]:  # one mark looks like the other, and stands for another block
        return by
    at = 0
    while at > furthest_left and text[start + at - 1] == text[end + at - 1]:
        at -= 1
        if _beginning(text, start + at) > best:
            best, by = _beginning(text, start + at), at
    at = 0
    while at < furthest_right and text[start + at] == text[end + at]:
        at += 1
        if _beginning(text, start + at) > best:
            best, by = _beginning(text, start + at), at
    return by


def _beginning(text: str, at: int) -> int:
    """Return how well a passage could begin here: 3 a paragraph, 2 its break, 1 a sentence, else 0."""
    if at == 0 or text[at - 1] == "\n":
        return 3
    if text[at : at + 1] == "\n":
        return 2
    before = text[max(0, at - 3) : at]
    return int(before[-1].isspace() and before.rstrip()[-1:] in _SENTENCE_ENDS and bool(before.strip()))
