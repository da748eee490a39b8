"""What stands in a script between its paragraphs: clips, and notes to the announcer.

In the body each block is a paragraph of its own that holds nothing but :data:`MARK`; the n-th of these
marks stands for the n-th of the script's ``blocks``. So offsets, undo and moving words know of no second
kind of text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate
from typing import Any

MARK = "\ufffc"
"""Unicode's object replacement character: the place of a block in a body."""

LONGEST_MS = 24 * 60 * 60 * 1000
"""Milliseconds of the longest clip: a whole day. Any more was never measured, and no database keeps it."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A recorded insert (actuality), played in the place where it stands.

    ``path`` is its sound file, "" while it is still to come; ``in_words`` and ``out_words`` are the first and
    the last that are heard (MOS in-words, out-words); ``milliseconds`` its length; ``speaker`` who is heard;
    ``paraphrase`` the one sentence that the announcer reads when the clip fails.
    """

    name: str = ""
    path: str = ""
    in_words: str = ""
    out_words: str = ""
    milliseconds: int = 0
    speaker: str = ""
    paraphrase: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What the announcer is told and nobody hears: neither read nor timed."""

    text: str = ""


Block = Clip | Note


def clip_milliseconds(blocks: Sequence[Block]) -> int:
    """Return how long all clips of a script take together."""
    return sum(block.milliseconds for block in blocks if isinstance(block, Clip))


def without_marks(body: str) -> str:
    r"""Return the paragraphs of ``body`` that are words.

    >>> without_marks("Satu.\n\ufffc\nDua.")
    'Satu.\nDua.'
    """
    if MARK not in body:
        return body
    return "\n".join(line for line in body.split("\n") if line != MARK)


def stray_marks(body: str, blocks: int) -> list[int]:
    r"""Return, in order, the offsets of the marks of ``body`` that no one of so many blocks stands behind.

    A mark counts when it is a paragraph of its own; pasted text brings others.

    >>> stray_marks("a\ufffc\n\ufffc\n\ufffc", 1)
    [1, 5]
    """
    if MARK not in body:
        return []
    lines = body.split("\n")
    stray: list[int] = []
    left = blocks
    for start, line in zip(accumulate((len(line) + 1 for line in lines), initial=0), lines, strict=False):
        if line == MARK and left:
            left -= 1
        else:
            stray += (start + at for at, letter in enumerate(line) if letter == MARK)
    return stray


def places(body: str) -> list[int]:
    r"""Return the offsets of the blocks of a cleaned ``body``, in order.

    >>> places("Satu.\n\ufffc\nDua.")
    [6]
    """
    return [at for at, letter in enumerate(body) if letter == MARK] if MARK in body else []


def as_plain(block: Block) -> dict[str, Any]:
    """Return a block as JSON has it."""
    return {"kind": "clip" if isinstance(block, Clip) else "note", **asdict(block)}


def from_plain(raw: Any) -> Block:
    """Read what :func:`as_plain` gave. Raises KeyError, TypeError or ValueError for anything else."""
    if raw["kind"] != "clip":
        return Note(_text(raw["text"]))
    return Clip(
        name=_text(raw["name"]),
        path=_text(raw["path"]),
        in_words=_text(raw["in_words"]),
        out_words=_text(raw["out_words"]),
        milliseconds=int(raw["milliseconds"]),
        speaker=_text(raw["speaker"]),
        paraphrase=_text(raw["paraphrase"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
