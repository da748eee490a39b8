"""Part of a script on the clipboard or under the pointer, with its clips and notes."""

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
"""JSON: ``body`` with a mark for every block, and ``blocks``; only this program reads it."""


def script_mime(body: str, blocks: Sequence[Block]) -> QMimeData:
    """Return part of a script for this program, and for others its words, each block as a line of its own."""
    rows = [{"kind": "clip" if isinstance(one, Clip) else "note", **asdict(one)} for one in blocks]
    mime = QMimeData()
    mime.setData(SCRIPT, json.dumps({"body": body, "blocks": rows}).encode())
    words = body.split(MARK)
    told = [f"[{block_in_words(block)}]" for block in blocks]
    mime.setText("".join(part for pair in zip(words, [*told, ""], strict=True) for part in pair))
    return mime


def script_of(mime: QMimeData) -> tuple[str, tuple[Block, ...]] | None:
    """Return the body and blocks of what :func:`script_mime` made, cleaned; None for anything else."""
    if not mime.hasFormat(SCRIPT):
        return None
    try:
        raw: Any = json.loads(bytes(mime.data(SCRIPT).data()))
        body, blocks = str(raw["body"]), tuple(_block(row) for row in raw["blocks"])
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):  # whatever another program wrote
        return None
    script = clean_script(Script(body=body, blocks=blocks))
    return script.body, script.blocks


def _block(row: Any) -> Block:
    if row["kind"] != "clip":
        return Note(str(row["text"]))
    texts = ("name", "path", "in_words", "out_words", "speaker", "paraphrase")
    return Clip(milliseconds=int(row["milliseconds"]), **{name: str(row[name]) for name in texts})
