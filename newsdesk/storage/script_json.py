"""A script as JSON, and what it goes on from: what autosave rows and recovery files hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from newsdesk.domain import blocks
from newsdesk.domain.attribution import Attribution, Byline, Dateline
from newsdesk.domain.story import SaidHere, Script


def as_json(script: Script) -> str:
    """Write ``script`` as one line of JSON."""
    return json.dumps(as_plain(script), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Script:
    """Read what :func:`as_json` wrote. Raises ValueError when ``text`` is anything else."""
    return from_plain(json.loads(text))


def as_plain(script: Script) -> dict[str, Any]:
    """Return ``script`` as the dictionaries, lists, texts and numbers that JSON has."""
    return {**asdict(script), "blocks": [blocks.as_plain(block) for block in script.blocks]}


def from_plain(raw: Any) -> Script:
    """Read what :func:`as_plain` gave. Raises ValueError when ``raw`` is anything else."""
    try:
        return Script(
            slug=_text(raw["slug"]),
            headline=_text(raw["headline"]),
            dateline=raw["dateline"]
            and Dateline(_text(raw["dateline"]["place"]), _text(raw["dateline"]["outlet"])),
            bylines=tuple(Byline(_text(one["name"]), _text(one["outlet"])) for one in raw["bylines"]),
            tags=tuple(_text(tag) for tag in raw["tags"]),
            body=_text(raw["body"]),
            attributions=tuple(
                Attribution(int(one["source_id"]), int(one["start"]), int(one["end"]), bool(one["quote"]))
                for one in raw["attributions"]
            ),
            # What an older Newsdesk kept has no such list, nor blocks, nor what may be cut.
            said_here=tuple(
                SaidHere(int(one["start"]), int(one["end"]), _text(one["spoken"]))
                for one in raw.get("said_here", ())
            ),
            blocks=tuple(blocks.from_plain(one) for one in raw.get("blocks", ())),
            cuttable=tuple((int(start), int(end)) for start, end in raw.get("cuttable", ())),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("not a script") from error


def took_as_plain(took: Iterable[tuple[int, datetime]]) -> list[list[int | str]]:
    """Return the texts a text goes on from (:class:`UnsavedText`) as JSON has it."""
    return [[editor, until.isoformat()] for editor, until in took]


def took_from_plain(raw: Any) -> tuple[tuple[int, datetime], ...]:
    """Read what :func:`took_as_plain` gave. Raises ValueError when ``raw`` is anything else."""
    try:
        return tuple((int(editor), datetime.fromisoformat(until)) for editor, until in raw)
    except TypeError as error:
        raise ValueError("not the texts a text goes on from") from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
