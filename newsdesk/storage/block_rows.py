"""Clips and notes as the rows of a revision: what their kind does not have is empty."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, select

from newsdesk.domain.blocks import Block, Clip, Note
from newsdesk.storage import tables as t

_WORDS = ("name", "path", "in_words", "out_words", "speaker", "paraphrase", "text")


def as_row(block: Block) -> dict[str, Any]:
    """Return a block as its row, without the key of its revision."""
    kind = "clip" if isinstance(block, Clip) else "note"
    return {"kind": kind, **dict.fromkeys(_WORDS, ""), "milliseconds": 0, **asdict(block)}


def blocks_of(connection: Connection, story_id: int, number: int) -> tuple[Block, ...]:
    """Return the blocks of a revision in their order.

    SQLite keeps what it is given: a length that was garbled is none, and what is no clip is a note.
    """
    c = t.blocks.c
    clip = (c.name, c.path, c.in_words, c.out_words, c.milliseconds, c.speaker, c.paraphrase)
    statement = select(c.kind, c.text, *clip).where(c.story_id == story_id, c.number == number)
    blocks: list[Block] = []
    for kind, text, name, path, first, last, length, speaker, paraphrase in connection.execute(
        statement.order_by(c.position)
    ):
        if kind == "clip":
            milliseconds = length if isinstance(length, int) else 0
            blocks.append(Clip(name, path, first, last, milliseconds, speaker, paraphrase))
        else:
            blocks.append(Note(text))
    return tuple(blocks)
