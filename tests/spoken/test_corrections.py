"""Corrections for one place: they win, and they keep the alignment."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.paths import resources
from newsdesk.spoken.corrections import Correction, heeded
from newsdesk.spoken.lexicon import HouseForm
from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.tables import load

from .hostile import texts

NORMALISER = Normaliser(load(resources() / "lexicon"), [HouseForm("KPU", "komisi pemilihan umum")])


def _line(text: str, *corrections: Correction) -> str:
    return NORMALISER.read(text, corrections).line


@pytest.mark.parametrize(
    ("text", "correction", "line"),
    [
        ("naik 2.65 persen", Correction(5, 9, "dua ribu enam ratus"), "naik dua ribu enam ratus persen"),
        ("KPU dan KPU", Correction(8, 11, "ka pe u"), "komisi pemilihan umum dan ka pe u"),
        ("kata biasa", Correction(0, 4, "kate"), "kate biasa"),
        ("17 Agustus 1945", Correction(11, 15, "empat lima"), "tujuh belas Agustus empat lima"),
        ("17 Agustus 2008", Correction(0, 2, "pitulas"), "pitulas Agustus dua ribu delapan"),
        ("(catatan) ia pergi", Correction(0, 9, ""), " ia pergi"),
        ("12.65", Correction(1, 5, "dua"), "dua belas koma enam lima"),
        ("pendek", Correction(3, 40, "x"), "pendek"),
    ],
)
def test_a_correction_wins_over_rules_and_lexicon(text: str, correction: Correction, line: str) -> None:
    assert _line(text, correction) == line


def test_a_corrected_reading_says_that_it_holds_here() -> None:
    (reading,) = NORMALISER.read("naik 2.65", [Correction(5, 9, "dua")]).readings
    assert (reading.rule, reading.sure) == ("here", 1.0)


@settings(deadline=None, derandomize=True)
@given(
    texts, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["", "dua", "es i"])))
)
def test_corrections_keep_the_readings_in_order_and_leave_no_digit(
    text: str, places: list[tuple[int, int, str]]
) -> None:
    corrections = [Correction(*place) for place in places]
    spoken = NORMALISER.read(text, corrections)
    position = 0
    for reading in spoken.readings:
        assert position <= reading.start < reading.end <= len(text)
        position = reading.end
    here = [(r.start, r.end, r.spoken) for r in spoken.readings if r.rule == "here"]
    assert here == [tuple(one) for one in heeded(corrections, text)]
    assert not any(character.isdecimal() for character in spoken.line)
