"""What holds over two thousand real news sentences; a file of every reading, to be looked through.

``python -m pytest tests/spoken/test_real_sentences.py`` writes build/spoken-readings.tsv: rule, sureness,
token, reading, alternatives, sentence and what stands around the token, unusual readings first; and
build/spoken-silent.tsv with every silent span and how often it occurs.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.spoken_text import SpokenText
from newsdesk.spoken.tables import Tables

BUILD = Path(__file__).resolve().parents[2] / "build"


@pytest.fixture(scope="module")
def real(shared: Path) -> list[tuple[str, str]]:
    lines = (shared / "spoken" / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
    return [(record["id"], record["text"]) for record in map(json.loads, lines)]


@pytest.fixture(scope="module")
def read(real: list[tuple[str, str]], tables: Tables) -> list[tuple[str, SpokenText]]:
    normaliser = Normaliser(tables)
    return [(name, normaliser.read(text)) for name, text in real]


def test_no_digit_and_no_sign_is_left_in_any_sentence(read: list[tuple[str, SpokenText]]) -> None:
    left = [
        (name, character)
        for name, spoken in read
        for character in spoken.line
        if unicodedata.category(character) in {"Nd", "Nl", "No", "Sc", "Sm", "So"} or character in "%&@#*/\\_"
    ]
    assert left == []


def test_every_character_of_every_sentence_is_spoken_or_declared_silent(
    read: list[tuple[str, SpokenText]],
) -> None:
    for name, spoken in read:
        covered = [False] * len(spoken.source)
        for start, end in [(word.start, word.end) for word in spoken.words] + list(spoken.silent):
            covered[start:end] = [True] * (end - start)
        lost = [c for c, ok in zip(spoken.source, covered, strict=True) if not ok and not c.isspace()]
        assert not lost, (name, lost)


def test_only_punctuation_is_silent(read: list[tuple[str, SpokenText]]) -> None:
    """A letter or a digit falls silent only inside a reading that says why: a scheme, a number said twice."""
    silent = [
        (name, spoken.source[span.start : span.end])
        for name, spoken in read
        for span in spoken.silent
        if re.search(r"[^\W_]", spoken.source[span.start : span.end])
    ]
    assert [
        one for one in silent if not re.fullmatch(r"\W*(?:https?|&?\s?[a-z]+\d?;)\W*|\(\d+\)", one[1])
    ] == []


def test_the_spoken_form_of_a_sentence_is_read_the_same_again(
    read: list[tuple[str, SpokenText]], normaliser: Normaliser
) -> None:
    changed = [
        (name, spoken.line) for name, spoken in read if normaliser.read(spoken.line).line != spoken.line
    ]
    assert changed == []


def _rows(read: list[tuple[str, SpokenText]]) -> Iterator[tuple[str, float, str, str, str, str, str]]:
    for name, spoken in read:
        text = spoken.source
        for reading in spoken.readings:
            before, after = text[max(0, reading.start - 24) : reading.start], text[reading.end :][:24]
            token = text[reading.start : reading.end]
            others = " | ".join(reading.alternatives)
            yield (
                reading.rule,
                reading.sure,
                token,
                reading.spoken,
                others,
                name,
                f"{before}[]{after}".replace("\n", " "),
            )


def test_the_readings_are_written_down_to_be_looked_through(read: list[tuple[str, SpokenText]]) -> None:
    rows = sorted(_rows(read), key=lambda row: (row[0], row[1], row[2]))
    assert len(rows) > 4000
    BUILD.mkdir(exist_ok=True)
    lines = ["\t".join(map(str, row)) for row in rows]
    (BUILD / "spoken-readings.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    counted = Counter(spoken.source[a:b] for _, spoken in read for a, b in spoken.silent)
    silent = [f"{count}\t{span}" for span, count in counted.most_common()]
    (BUILD / "spoken-silent.tsv").write_text("\n".join(silent) + "\n", encoding="utf-8")
    written = (BUILD / "spoken-silent.tsv").read_text(encoding="utf-8").split("\n")
    assert {line.partition("\t")[2]: int(line.partition("\t")[0]) for line in written if line} == counted
