"""Part of a script on the clipboard or under the pointer, with its clips, notes and marked sentences."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData

from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.story import Script
from newsdesk.ui.stories.block_words import block_in_words

if TYPE_CHECKING:
    from newsdesk.domain.blocks import Block

SCRIPT = "application/x-newsdesk-script"
"""JSON: ``body`` with a mark for every block, ``blocks``, and ``cuttable``, the spans of sentences that may
be cut; only this program reads it."""
Span = tuple[int, int]


def script_mime(body: str, blocks: Sequence[Block], cuttable: Sequence[Span] = ()) -> QMimeData:
    """Return part of a script for this program, and for others its words, each block as a line of its own.

    ``cuttable`` are spans of ``body`` in code points.
    """
    rows = [{"kind": "clip" if isinstance(one, Clip) else "note", **asdict(one)} for one in blocks]
    mime = QMimeData()
    mime.setData(SCRIPT, json.dumps({"body": body, "blocks": rows, "cuttable": cuttable}).encode())
    words = body.split(MARK)
    told = [f"[{block_in_words(block)}]" for block in blocks]
    mime.setText("".join(part for pair in zip(words, [*told, ""], strict=True) for part in pair))
    return mime


def script_of(mime: QMimeData) -> tuple[str, tuple[Block, ...]] | None:
    """Return the body and blocks of what :func:`script_mime` made, cleaned; None for anything else."""
    script = _script(mime)
    return None if script is None else (script.body, script.blocks)


def cuttable_of(mime: QMimeData) -> tuple[Span, ...]:
    """Return the sentences of :func:`script_of`'s body that may be cut; none of anything else."""
    script = _script(mime)
    return () if script is None else script.cuttable


def _script(mime: QMimeData) -> Script | None:
    if not mime.hasFormat(SCRIPT):
        return None
    try:
        raw: Any = json.loads(bytes(mime.data(SCRIPT).data()))
        body, blocks = str(raw["body"]), tuple(_block(row) for row in raw["blocks"])
        spans = tuple((int(start), int(end)) for start, end in raw.get("cuttable", ()))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):  # whatever another program wrote
        return None
    return clean_script(Script(body=body, blocks=blocks, cuttable=spans))


def _block(row: Any) -> Block:
    if row["kind"] != "clip":
        return Note(str(row["text"]))
    texts = ("name", "path", "in_words", "out_words", "speaker", "paraphrase")
    return Clip(milliseconds=int(row["milliseconds"]), **{name: str(row[name]) for name in texts})
