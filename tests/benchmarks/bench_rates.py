"""A voice reads ten bulletins: planned against actual, after learning its rate from three."""

from __future__ import annotations

import json
import statistics
import tempfile
from pathlib import Path

from newsdesk.services.previewing import Previewing
from newsdesk.speech.synthesiser import Synthesiser
from tests.benchmarks.harness import ROOT, Figure
from tests.services.test_read_time import OWN
from tests.services.voice_readings import LEARNT_FROM, VoiceReader, bulletins_of

BULLETINS = 10
STORIES = 6
GOAL = 0.02


def measure() -> list[Figure]:
    """Read at three rates; every figure is the worst of ten bulletins, and their mean."""
    shared = ROOT.parent / "shared" / "spoken" / "sentences.jsonl"
    sentences = _real(shared) if shared.exists() else OWN
    figures: list[Figure] = []
    previewing = Previewing(Synthesiser())
    try:
        for rate in (290, 350, 420):
            with tempfile.TemporaryDirectory() as folder:
                reader = VoiceReader(Path(folder), previewing, rate)
                missed = reader.planned_against_actual(
                    bulletins_of(sentences, LEARNT_FROM + BULLETINS, STORIES)
                )
                reader.close()
            worst, mean = max(missed), statistics.mean(missed)
            name = f"bulletins read by a voice at {rate}, planned to actual"
            goal = f"<= {GOAL:.0%}"
            figures += [
                Figure(f"{name}, worst of {len(missed)}", 100 * worst, None, None, goal, "%", worst <= GOAL),
                Figure(f"{name}, mean", 100 * mean, None, None, "", "%", None),
            ]
    finally:
        previewing.close()
    return figures


def _real(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    texts = [" ".join(json.loads(line)["text"].split()) for line in lines[::5]]
    return [text if text.endswith((".", "?", "!")) else f"{text}." for text in texts]
