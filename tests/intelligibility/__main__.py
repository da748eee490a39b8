"""Speaks the hard sentences raw and normalised, has them written down, prints the error rates.

``python -m tests.intelligibility [--set first|heldout|figures] [--engine ID]... [--piper FOLDER]``; 1 when
the goal for espeak is missed. Engines that are found are all measured, Piper when a folder with its voices is
given.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from newsdesk.speech.engine import Voicing
from newsdesk.speech.engines import ENGINES
from tests.intelligibility import scoring
from tests.intelligibility.recogniser import THREADS, Recogniser
from tests.intelligibility.scoring import Score
from tests.intelligibility.sentences import HardSentence, read
from tests.intelligibility.speaking import (
    FOLDER,
    PIPER,
    RATES,
    added_voices,
    command,
    name,
    normalised,
    raw,
    say,
)

GOAL_POINTS = 17.0
"""By how many points espeak has to be better understood by our spoken form than by the written text."""


class Measured(NamedTuple):
    """One voice on one set: the scores of the written text and of our spoken form, sentence by sentence."""

    voicing: Voicing
    sentences: list[HardSentence]
    raw: list[Score]
    normalised: list[Score]


def voicings(engines: list[str] | None, piper: Path | None) -> list[Voicing]:
    """Return the voices to measure: the Indonesian one of each engine, and every Piper voice of a folder."""
    found = engines or [info.id for info in ENGINES if info.offered]
    own = [Voicing(engine) for engine in found if engine != PIPER]
    return own + [Voicing(PIPER, voice) for voice in added_voices(piper)] if piper and PIPER in found else own


def measure(
    voicing: Voicing, sentences: list[HardSentence], recogniser: Recogniser, piper: Path | None
) -> Measured:
    """Speak every sentence both ways and score what the recogniser writes down."""
    ways = [
        (voicing._replace(rate_spm=rate), way(one.written))
        for one in sentences
        for way in (raw, normalised)
        for rate in RATES
    ]
    with ThreadPoolExecutor(THREADS) as pool:
        sounds = list(pool.map(lambda way: say(*way, command(piper)), ways))
    answers = recogniser.write_down(sounds)
    times = len(RATES)
    said = [one.said for one in sentences for _ in range(2 * times)]
    each = list(map(scoring.score, said, answers))
    scores = [scoring.together(each[at : at + times]) for at in range(0, len(each), times)]
    with (FOLDER / f"{name(voicing).replace(' ', '-')}-{len(sentences)}.tsv").open(
        "w", encoding="utf-8"
    ) as out:
        out.write("kind\tway\trate\tedits\twords\twritten\tsaid\tanswer\theard\n")
        for at, (answer, got) in enumerate(zip(answers, each, strict=True)):
            one = sentences[at // (2 * times)]
            way = "normalised" if at // times % 2 else "raw"
            row = (one.kind, way, RATES[at % times], got.edits, got.words)
            out.write("\t".join(map(str, (*row, one.written, one.said, answer, got.heard))) + "\n")
    return Measured(voicing, sentences, scores[::2], scores[1::2])


def show(found: Measured) -> float:
    """Print one voice's table; return the points won over the whole set."""
    print(f"\n{name(found.voicing)}: {len(found.sentences)} sentences, word error rate in percent")
    print(f"{'kind':12} {'sentences':>9} {'raw':>8} {'normalised':>11} {'points won':>11}")
    for kind in dict.fromkeys(one.kind for one in found.sentences):
        of_kind = [one.kind == kind for one in found.sentences]
        before, after = (
            [got for got, wanted in zip(way, of_kind, strict=True) if wanted]
            for way in (found.raw, found.normalised)
        )
        _line(kind, len(before), scoring.word_errors(before), scoring.word_errors(after))
    count = len(found.sentences)
    won = 0.0
    for measured, rate in (
        ("letters", scoring.letter_errors),
        ("bounded", scoring.bounded_word_errors),
        ("all", scoring.word_errors),
    ):
        won = _line(measured, count, rate(found.raw), rate(found.normalised))
        low, high = scoring.gain_interval(found.raw, found.normalised, rate)
        print(f"{'':42} 95 % interval {low:.1f} to {high:.1f}")
    return won


def _line(name: str, sentences: int, before: float, after: float) -> float:
    print(f"{name:12} {sentences:9} {before:8.1f} {after:11.1f} {before - after:11.1f}")
    return before - after


def main(arguments: list[str]) -> int:
    """Measure and print; see the module's words."""
    parser = argparse.ArgumentParser(prog="python -m tests.intelligibility")
    parser.add_argument("--set", choices=("first", "heldout", "figures"), default="first")
    parser.add_argument("--engine", action="append", choices=[info.id for info in ENGINES if info.offered])
    parser.add_argument("--piper", type=Path, help="a folder of Piper voices")
    chosen = parser.parse_args(arguments)
    began = time.monotonic()
    FOLDER.mkdir(parents=True, exist_ok=True)
    recogniser = Recogniser(FOLDER)
    sentences = read(chosen.set)
    summary: dict[str, dict[str, float]] = {}
    missed = False
    for voicing in voicings(chosen.engine, chosen.piper):
        found = measure(voicing, sentences, recogniser, chosen.piper)
        won = show(found)
        summary[name(voicing)] = {
            "raw": scoring.word_errors(found.raw),
            "normalised": scoring.word_errors(found.normalised),
            "points_won": won,
        }
        if voicing.engine == "espeak":
            missed = won < GOAL_POINTS
            print(f"goal: at least {GOAL_POINTS:g} points: {'MISSED' if missed else 'met'}")
    (FOLDER / f"{chosen.set}.json").write_text(json.dumps(summary, indent=1), encoding="utf-8")
    print(f"\n{time.monotonic() - began:.0f} s; every sentence is in {FOLDER.relative_to(Path.cwd())}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
