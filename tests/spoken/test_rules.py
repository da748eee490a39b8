"""Every rule: its cases, its docstring's examples, and the contract that all of them keep."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import newsdesk
from newsdesk.spoken.lexicon import HouseForm
from newsdesk.spoken.normaliser import RULE_NAMES, RULES, Normaliser
from newsdesk.spoken.tables import Tables

CASES = Path(__file__).parent / "cases"
KINDS = sorted({rule.name for rule in RULES})
HOUSE = [
    HouseForm("Tjutjuk", "Cucuk"),
    HouseForm("Mahardhika", "Mahardika"),
    HouseForm("go-pay", "gopei", case_sensitive=False),
    HouseForm("GOPAYku", "Gopayku"),
]


def _cases(kind: str) -> list[tuple[str, str]]:
    lines = (CASES / f"{kind}.tsv").read_text(encoding="utf-8").splitlines()
    return [(written, spoken) for written, spoken in (line.split("\t") for line in lines)]


def _docstring(kind: str) -> str:
    return sys.modules[f"newsdesk.spoken.rules.{kind}"].__doc__ or ""


def _normaliser(kind: str, tables: Tables) -> Normaliser:
    return Normaliser(tables, HOUSE if kind == "house" else ())


def test_the_names_of_rules_are_what_the_editor_has_words_for() -> None:
    """The page says each of these in words: a name that changes here changes there."""
    assert RULE_NAMES == (
        "here", "house", "url", "plate", "score", "date", "code", "phone", "clock", "money", "year",
        "times", "measure", "range", "decade", "fraction", "number", "ordinal", "nomor", "title", "roman",
        "acronym", "abbreviation", "initial", "old_spelling", "reduplication", "entity", "symbol",
    )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_file_its_cases_and_examples_in_its_docstring(kind: str) -> None:
    assert len(_cases(kind)) >= 4
    assert " -> " in _docstring(kind)


def test_no_cases_belong_to_a_rule_that_is_gone() -> None:
    assert sorted(file.stem for file in CASES.glob("*.tsv")) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_the_cases_are_read_as_written_down(kind: str, tables: Tables) -> None:
    normaliser = _normaliser(kind, tables)
    wrong = [
        f"{written!r}: {line!r}, not {spoken!r}"
        for written, spoken in _cases(kind)
        if (line := normaliser.read(written).line) != spoken
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_reads_at_least_three_of_its_own_cases(kind: str, tables: Tables) -> None:
    normaliser = _normaliser(kind, tables)
    read = [w for w, _ in _cases(kind) if kind in {r.rule for r in normaliser.read(w).readings}]
    assert len(read) >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_in_the_docstrings_are_true(kind: str, tables: Tables) -> None:
    normaliser = _normaliser(kind, tables)
    examples = re.findall(r"^ *(\S.*?) -> (.+)$", _docstring(kind), re.MULTILINE)
    assert examples
    for written, spoken in examples:
        assert normaliser.read(written).line == spoken, written


# What RULES.md calls the ten hardest ambiguities: unsure, and the other way is offered.
UNSURE = [
    ("hasilnya 2.65", "2.65", "dua koma enam lima", "dua ribu enam ratus lima puluh"),
    ("dicatat 08.30", "08.30", "nol delapan koma tiga nol", "pukul delapan lewat tiga puluh menit"),
    ("ada 1.500 orang", "1.500", "seribu lima ratus", "satu koma lima nol nol"),
    ("laporan (05/09)", "05/09", "lima September", "nol lima garis miring nol sembilan"),
    ("bagian 1/3", "1/3", "sepertiga", "satu Maret"),
    ("hasil 2-4 itu", "2-4", "dua sampai empat", "dua empat"),
    ("satelit LAPSATRI", "LAPSATRI", "Lapsatri", "el a pe es a te er i"),
    ("anggota XIV", "XIV", "empat belas", "keempat belas"),
    ("M. Nuh", "M.", "em", "Muhammad"),
    ("Dr. Budi", "Dr.", "Doktor", "dokter"),
    ("Sosroatmodjo", "Sosroatmodjo", "Sosroatmojo", "Sosroatmodjo"),
    ("pesawat A320", "A320", "a tiga dua puluh", "a tiga ratus dua puluh"),
]


@pytest.mark.parametrize(("text", "written", "spoken", "other"), UNSURE)
def test_what_could_be_said_otherwise_is_unsure_and_offers_it(
    normaliser: Normaliser, text: str, written: str, spoken: str, other: str
) -> None:
    (reading,) = [r for r in normaliser.read(text).readings if text[r.start : r.end] == written]
    assert reading.spoken == spoken
    assert reading.sure < 1
    assert other in reading.alternatives


@pytest.mark.parametrize(
    "text", ["hasilnya 2.65", "satelit LAPSATRI", "anggota XIV", "Dr. Budi", "bagian 1/3"]
)
def test_what_an_editor_should_choose_is_marked_unsure(normaliser: Normaliser, text: str) -> None:
    assert any(reading.unsure for reading in normaliser.read(text).readings)


@pytest.mark.parametrize(
    "text", ["indeks 2.65", "1.500 orang", "KPU", "Komisi XIV", "pukul 08.30", "Kamis (05/09)"]
)
def test_what_the_context_decides_is_not_unsure(normaliser: Normaliser, text: str) -> None:
    assert not any(reading.unsure for reading in normaliser.read(text).readings)


def test_a_word_that_forces_the_decimal_makes_it_sure(normaliser: Normaliser) -> None:
    (reading,) = normaliser.read("indeks 2.65").readings
    assert (reading.sure, reading.alternatives) == (1.0, ("dua ribu enam ratus lima puluh",))


def test_a_form_of_the_table_offers_its_other_way(normaliser: Normaliser) -> None:
    sim, ham = normaliser.read("SIM dan PPPK").readings
    assert (sim.alternatives, ham.alternatives) == (("es i em",), ("pe pe pe ka",))


def test_what_cannot_be_known_is_less_sure_than_what_the_table_knows(normaliser: Normaliser) -> None:
    listed, guessed = normaliser.read("OPD dan BAKOR").readings
    assert listed.sure == 1
    assert guessed.sure < 0.7
    assert guessed.alternatives == ("be a ka o er",)


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python before 3.11.5, Debian 12 has one, matches too much there (gh-106052); ``(?>...)`` is right."""
    possessive = re.compile(r"\)(?:[*+?]|\{[0-9,]*\})\+")
    folder = Path(newsdesk.__file__).parent
    assert [str(file) for file in folder.rglob("*.py") if possessive.search(file.read_text("utf-8"))] == []
