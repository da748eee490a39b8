"""The alignment of spoken words with what is written."""

from __future__ import annotations

import pytest

from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.text import Span, SpokenWord


def test_words_of_a_date_stand_over_day_month_and_year(normaliser: Normaliser) -> None:
    spoken = normaliser.read("(05/09)")
    assert spoken.words == (SpokenWord("lima", 1, 3), SpokenWord("September", 4, 6))
    assert spoken.silent == (Span(0, 1), Span(3, 4), Span(6, 7))


def test_words_of_a_number_share_its_span(normaliser: Normaliser) -> None:
    assert [(word.text, word.start, word.end) for word in normaliser.read("ke 2.65").words] == [
        ("ke", 0, 2),
        ("dua", 3, 7),
        ("koma", 3, 7),
        ("enam", 3, 7),
        ("lima", 3, 7),
    ]


def test_offsets_are_code_points_after_an_emoji(normaliser: Normaliser) -> None:
    (reading,) = [reading for reading in normaliser.read("🙂🙂 KPU").readings if reading.spoken]
    assert (reading.start, reading.end) == (3, 6)


def test_plain_words_keep_hyphens_and_apostrophes(normaliser: Normaliser) -> None:
    assert [word.text for word in normaliser.read("rata-rata Jum'at, é").words] == [
        "rata-rata",
        "Jum'at",
        "é",
    ]


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("(IPS),", "(i pe es),"),
        ("TNI/Polri", "te en i Polri"),
        ("5yg", "lima yang"),
        ("ke.5", "ke. lima"),
        ("A*B", "a be"),
        ("5.id", "lima titik i de"),
        ("%.id", "persen .id"),
        ("a\n\n  b", "a\n\n  b"),
        ("", ""),
    ],
)
def test_the_line_keeps_punctuation_and_parts_words(normaliser: Normaliser, written: str, line: str) -> None:
    assert normaliser.read(written).line == line


def test_spoken_texts_compare_by_what_they_say(normaliser: Normaliser) -> None:
    assert normaliser.read("2.65") == normaliser.read("2.65")
    assert normaliser.read("2.65") != normaliser.read("2.66")
