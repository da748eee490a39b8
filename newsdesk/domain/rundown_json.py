"""A rundown as JSON: what a programme begins its bulletins with is kept so, and what the log says of one."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from newsdesk.domain.rundown import Block, ItemKind, Rundown, RundownItem, in_order


def to_json(rundown: Rundown) -> str:
    """Write a rundown as one line of JSON."""
    blocks = [asdict(block) for block in rundown.blocks]
    items: list[dict[str, Any]] = []
    for item in rundown.items:
        plain = asdict(item)
        plain["fixed_at"] = item.fixed_at and item.fixed_at.isoformat()
        items.append(plain)
    return json.dumps({"blocks": blocks, "items": items}, ensure_ascii=False)


def from_json(text: str) -> Rundown:
    """Read what :func:`to_json` wrote. Raises ValueError when ``text`` is anything else."""
    try:
        raw: Any = json.loads(text)
        blocks = [Block(int(one["id"]), str(one["name"]), _number(one["budget_ms"])) for one in raw["blocks"]]
        return in_order(blocks, [_item(one) for one in raw["items"]])
    except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError("not a rundown") from error


def cut_to_json(cut: tuple[tuple[int, int], ...]) -> str:
    """Write spans as JSON: "[]" as a rule."""
    return json.dumps(cut)


def cut_from_json(text: str) -> tuple[tuple[int, int], ...]:
    """Read what :func:`cut_to_json` wrote; raises ValueError for anything else."""
    if text == "[]":
        return ()
    try:
        return tuple((int(start), int(end)) for start, end in json.loads(text))
    except (TypeError, RecursionError, OverflowError) as error:
        raise ValueError("not spans") from error


def _item(raw: Any) -> RundownItem:
    fixed_at = raw["fixed_at"]
    return RundownItem(
        id=int(raw["id"]),
        kind=ItemKind(raw["kind"]),
        slug=str(raw["slug"]),
        block_id=int(raw["block_id"]),
        story_id=_number(raw["story_id"]),
        revision=_number(raw["revision"]),
        approval_id=_number(raw["approval_id"]),
        reader_id=_number(raw["reader_id"]),
        planned_ms=int(raw["planned_ms"]),
        words=str(raw["words"]),
        path=str(raw["path"]),
        fixed_at=fixed_at and datetime.fromisoformat(fixed_at),
        floated=bool(raw["floated"]),
        paraphrase=bool(raw["paraphrase"]),
        cut=tuple((int(start), int(end)) for start, end in raw["cut"]),
        hit=str(raw["hit"]),
    )


def _number(value: Any) -> int | None:
    return None if value is None else int(value)
