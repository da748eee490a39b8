"""What the palette finds: entries, how letters match, and in which order they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from newsdesk.ui.commands import Command
from newsdesk.ui.shortcuts import keys_of

MOST_ROWS = 9
"""Rows the palette shows at most, over all groups."""


class Entry(NamedTuple):
    """One row: what Enter runs, and what is read about it. ``keys`` in portable form."""

    words: str
    icon: str
    run: Callable[[], None]
    detail: str = ""
    keys: str = ""


class Group(NamedTuple):
    """A heading and the entries under it."""

    words: str
    entries: list[Entry]


class Asked(NamedTuple):
    """What was typed: ``only`` is ">" (commands), "@" (people), "#" (slugs) or "" for everything."""

    only: str
    needle: str


def asked(text: str) -> Asked:
    """Part the prefix from the needle.

    >>> asked("> tema"), asked("sia")
    (Asked(only='>', needle='tema'), Asked(only='', needle='sia'))
    """
    text = text.strip()
    if text[:1] in (">", "@", "#"):
        return Asked(text[0], text[1:].strip())
    return Asked("", text)


def matched(needle: str, words: str) -> tuple[tuple[int, int], ...] | None:
    """Return the spans of ``words`` that ``needle`` matches, or None when one of its words is not found.

    Case does not count, and every word of the needle must occur somewhere.

    >>> matched("sia", "Kusno Basiar")
    ((8, 11),)
    """
    folded = words.lower()  # casefold() could change the length, and spans are of the words as written
    spans: list[tuple[int, int]] = []
    for part in needle.lower().split():
        at = _best_start(folded, part)
        if at < 0:
            return None
        spans.append((at, at + len(part)))
    return tuple(sorted(spans))


def best(needle: str, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that match, those with a match at a word's start first; order stays otherwise."""
    found = [(entry, matched(needle, entry.words)) for entry in entries]
    ranked = [(_rank(entry.words, spans), entry) for entry, spans in found if spans is not None]
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]


def shortened(groups: Iterable[Group], most: int = MOST_ROWS) -> list[Group]:
    """Leave ``most`` entries in all, at least two of every group that has them, and no empty group."""
    full = [group for group in groups if group.entries]
    given = [min(2, len(group.entries)) for group in full]
    for i, group in enumerate(full):
        given[i] += max(0, min(len(group.entries) - given[i], most - sum(given)))
    return [Group(group.words, group.entries[:n]) for group, n in zip(full, given, strict=True)]


def of_command(command: Command) -> Entry:
    """Return the row of a command."""
    keys = keys_of(command.shortcut) if command.shortcut else ""
    return Entry(command.words, command.icon, command.run, command.detail, keys)


def _best_start(words: str, part: str) -> int:
    at = words.find(part)
    first = at
    while at >= 0:
        if _at_word_start(words, at):
            return at
        at = words.find(part, at + 1)
    return first


def _at_word_start(words: str, at: int) -> bool:
    return at == 0 or not words[at - 1].isalnum()


def _rank(words: str, spans: tuple[tuple[int, int], ...]) -> int:
    if not spans:
        return 0
    return 0 if spans[0][0] == 0 else 1 if all(_at_word_start(words, start) for start, _ in spans) else 2
