"""Syllables and length: what read time is made of."""

from __future__ import annotations

import pytest

from newsdesk.spoken.length import measure
from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.syllables import syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("kota", 2),
        ("pulau", 2),
        ("pantai", 2),
        ("amboi", 2),
        ("laut", 2),
        ("kain", 2),
        ("air", 2),
        ("mulai", 2),
        ("kata-kata", 4),
        ("seribu", 3),
        ("kesebelas", 4),
        ("es", 1),
        ("Jum'at", 2),
        ("pers", 1),
        ("km", 1),
        ("au", 1),
        ("Indonesia", 5),
        ("日本", 1),
    ],
)
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


def test_length_counts_what_is_said_not_what_is_written(normaliser: Normaliser) -> None:
    # dua koma enam lima: 2 + 2 + 2 + 2
    assert measure(normaliser.read("2.65")) == (8, 1, 1)


def test_length_counts_sentences_and_paragraphs(normaliser: Normaliser) -> None:
    assert measure(normaliser.read("Ada. Dua.\nTiga.")) == (6, 3, 2)


def test_nothing_said_has_no_length(normaliser: Normaliser) -> None:
    assert measure(normaliser.read(" \n…\n")) == (0, 0, 0)
