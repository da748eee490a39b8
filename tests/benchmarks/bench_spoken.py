"""How fast a script becomes its spoken form, against the most accurate peer, on real sentences."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

from newsdesk.paths import resources
from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.tables import load
from tests.benchmarks.harness import ROOT, Figure, cpu_seconds, in_turns

RUNS = 9
_DIGITS = "0123456789"


def _text_processor() -> ModuleType:
    """Return g2p-id-py's text_processor alone: its package would fetch data from the net when imported."""
    package = PathFinder.find_spec("g2p_id")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("g2p-id-py is not installed: pip install -r requirements-bench.lock")
    file = Path(package.submodule_search_locations[0]) / "text_processor.py"
    spec = importlib.util.spec_from_file_location("g2p_id_text_processor", file)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(str(file))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _num2words_over(sentences: list[str]) -> Callable[[], None]:
    """Say every run of digits by num2words and nothing else: the least that a number library does."""
    import re

    from num2words import num2words  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

    said: Any = num2words
    digits = re.compile(f"[{_DIGITS}]{{1,15}}")

    def work() -> None:
        for sentence in sentences:
            digits.sub(lambda found: said(int(found[0]), lang="id"), sentence)

    return work


def measure() -> list[Figure]:
    """Return characters a second of the whole pipeline, ours and theirs in turns, by CPU time."""
    lines = (ROOT.parent / "shared" / "spoken" / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
    sentences: list[str] = [json.loads(line)["text"] for line in lines]
    characters = sum(map(len, sentences))
    normaliser = Normaliser(load(resources() / "lexicon"))
    processor = _text_processor().TextProcessor()

    def ours() -> None:
        for sentence in sentences:
            _ = normaliser.read(sentence).line

    def theirs() -> None:
        for sentence in sentences:
            processor.normalize(sentence)

    number_library = _num2words_over(sentences)

    def speed_of(work: Callable[[], None]) -> Callable[[], float]:
        return lambda: characters / cpu_seconds(work)

    for work in (ours, theirs, number_library):
        work()
    name = "spoken form, characters a second"
    a, b, ratio = in_turns(speed_of(ours), speed_of(theirs), RUNS)
    c, d, beside = in_turns(speed_of(ours), speed_of(number_library), RUNS)
    return [
        Figure(f"{name} (g2p-id-py)", a, b, ratio, "ratio >= 1", "1/s", ratio >= 1),
        Figure(f"{name} (num2words, numbers only)", c, d, beside, "", "1/s", None),
    ]
