"""Two versions of a script as one text in reading order: what stayed, what is gone, what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.blocks import MARK, Block
from newsdesk.domain.comparing import Compared, PartKind
from newsdesk.domain.comparing_scripts import ComparedScripts, compare_scripts
from newsdesk.ui.stories.versions_rows import block_words, particular_words

if TYPE_CHECKING:
    from newsdesk.domain.story import Script

_LONGEST = 20_000
"""Characters that are shown of a single change: of more than that nobody compares the words."""
_BREAK = "¶"
"""Stands for the end of a paragraph that was put in or taken out: an empty line would say neither."""


class Piece(NamedTuple):
    """Words of one kind.

    ``change`` is the number of their change among all, -1 where nothing changed; ``at`` is where they stand
    in the new body (code points), -1 for what does not. ``label`` begins a line that is no part of the body.
    """

    words: str
    kind: PartKind
    change: int = -1
    at: int = -1
    is_block: bool = False
    label: str = ""


class Changes(NamedTuple):
    """What a review shows of two versions: ``places`` of them differ, by so many words."""

    pieces: Sequence[Piece]
    places: int
    new_words: int
    gone_words: int


def changes_between(old: Script, new: Script) -> Changes:
    """Compare two versions. It takes longer for longer scripts, and belongs on a lane."""
    found = compare_scripts(old, new)
    return Changes(list(_pieces(found)), found.count, found.words(PartKind.NEW), found.words(PartKind.GONE))


def clean_pieces(script: Script) -> Sequence[Piece]:
    """Return a script as it stands, with nothing marked."""
    return list(_with_blocks(script.body, PartKind.SAME, -1, 0, iter(script.blocks)))


def _pieces(found: ComparedScripts) -> Iterator[Piece]:
    for number, (which, compared) in enumerate(found.particulars):
        label = particular_words(which)
        for part in compared.parts:
            same = part.kind is PartKind.SAME
            gone = part.kind is PartKind.GONE
            words = compared.old_text(part) if gone else compared.new_text(part)
            yield Piece(words, part.kind, -1 if same else number, label=label)
            label = ""
        yield Piece("\n", PartKind.SAME)
    yield from _body(found.body, len(found.particulars), found.old.blocks, found.new.blocks)


def _body(
    compared: Compared, first: int, old_blocks: Sequence[Block], new_blocks: Sequence[Block]
) -> Iterator[Piece]:
    old_left, new_left = iter(old_blocks), iter(new_blocks)
    number, old_end, new_end = first - 1, -1, -1
    for part in compared.parts:
        if part.kind is PartKind.SAME:
            same = compared.new_text(part)
            for _ in range(same.count(MARK)):
                next(old_left, None)
            yield from _with_blocks(same, part.kind, -1, part.new_start, new_left)
            continue
        if (part.old_start, part.new_start) != (old_end, new_end):
            number += 1  # what is gone and what stands there instead are one change
        old_end, new_end = part.old_end, part.new_end
        if part.kind is PartKind.GONE:
            yield from _with_blocks(compared.old_text(part), part.kind, number, -1, old_left)
        else:
            yield from _with_blocks(compared.new_text(part), part.kind, number, part.new_start, new_left)


def _with_blocks(
    words: str, kind: PartKind, change: int, at: int, blocks: Iterator[Block]
) -> Iterator[Piece]:
    """Yield words with what stands for each clip and note as a piece of its own."""
    for number, piece in enumerate(words.split(MARK)):
        if number:
            block = next(blocks, None)
            told = block_words(block) if block is not None else MARK
            yield Piece(told, kind, change, at, is_block=True)
            at += at >= 0
        if piece:
            yield from _seen(piece, kind, change, at)
            at += len(piece) if at >= 0 else 0


def _seen(words: str, kind: PartKind, change: int, at: int) -> Iterator[Piece]:
    if change >= 0 and len(words) > _LONGEST:
        yield Piece(f"{words[:_LONGEST]} …", kind, change, at)
    elif change >= 0 and not words.strip() and "\n" in words:
        yield Piece(_BREAK, kind, change)
        if kind is PartKind.NEW:
            yield Piece(words, PartKind.SAME, -1, at)
    else:
        yield Piece(words, kind, change, at)
