"""How fast a script becomes its spoken form, against the most accurate peer, on real sentences."""

from __future__ import annotations

import importlib.util
import json
import statistics
import time
from collections.abc import Callable
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

from newsdesk.paths import resources
from newsdesk.services.reading import Reading
from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.tables import load
from tests.benchmarks.harness import ROOT, Figure, cpu_seconds, in_turns

RUNS = 9
SCRIPT_WORDS = 3000
TYPED = " Harga beras naik 2,65 persen menjadi Rp15.500 per kg, kata Kepala BPS, Senin (05/09)." * 3
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


def _script(sentences: list[str]) -> str:
    """Return a script of 3,000 words, three sentences to a paragraph."""
    paragraphs: list[str] = []
    words = 0
    for first in range(0, len(sentences), 3):
        paragraphs.append(" ".join(sentences[first : first + 3]).replace("\n", " "))
        words += len(paragraphs[-1].split())
        if words >= SCRIPT_WORDS:
            break
    return "\n".join(paragraphs)


def _after_a_key_press(sentences: list[str]) -> Figure:
    """Type into the middle of a long script; read and measure all of it after each letter, by CPU time."""
    reading = Reading(load(resources() / "lexicon"))
    script = _script(sentences)
    at = script.index(" ", len(script) // 2)
    reading.read(script)
    times: list[float] = []
    for letter in TYPED:
        script = script[:at] + letter + script[at:]
        at += 1
        start = time.thread_time()
        reading.read(script)
        reading.length(script)
        times.append((time.thread_time() - start) * 1000)
    median = statistics.median(times)
    return Figure(
        "re-reading after a key press, 3,000 words", median, None, None, "<= 4 ms", "ms", median <= 4
    )


def measure() -> list[Figure]:
    """Return characters a second of the whole pipeline, ours and theirs in turns, by CPU time.

    And the time that a key press costs in a long script.
    """
    file = ROOT.parent / "shared" / "spoken" / "sentences.jsonl"
    if not file.exists():
        print("spoken form: not measured, the real sentences are not beside the project")
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
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
        _after_a_key_press(sentences),
    ]
