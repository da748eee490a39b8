"""Copy that no rule was written for, with gold: see docs/credits-heldout.md for what was reached at first."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from newsdesk.copyedit.credits import find_credits

GOALS = {
    "quote_text": 0.95,
    "dateline_place": 0.95,
    "byline_name": 0.95,
    "source_name": 0.82,
    "source_role": 0.78,
    "quote_speaker": 0.78,
}
"""What is asked of copy that nobody has seen."""
SETS = sorted(Path(__file__).parent.glob("credits-*.jsonl"))


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("attribution_score", shared / "attribution" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("file", SETS, ids=[file.stem for file in SETS])
def test_copy_in_the_ways_of_many_newsrooms_is_credited(shared: Path, file: Path) -> None:
    gold: list[dict[str, Any]] = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    predicted = {row["id"]: find_credits(row["text"]).as_json() for row in gold}
    scores, errors = _scorer(shared).score(gold, predicted)
    missed = {kind: scores[kind]["f1"] for kind, goal in GOALS.items() if scores[kind]["f1"] < goal}
    assert not missed, errors
