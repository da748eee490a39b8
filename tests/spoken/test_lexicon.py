"""The newsroom's own forms win over every rule."""

from __future__ import annotations

import pytest

from newsdesk.spoken.lexicon import HouseForm
from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.tables import Tables


def _line(tables: Tables, text: str, *forms: HouseForm) -> str:
    return Normaliser(tables, forms).read(text).line


@pytest.mark.parametrize(
    ("form", "written", "line"),
    [
        (HouseForm("KPU", "komisi pemilihan umum"), "KPU Blitar", "komisi pemilihan umum Blitar"),
        (HouseForm("santoso", "santosa"), "santoso dan Santoso", "santosa dan Santoso"),
        (HouseForm("santoso", "santosa", False), "SANTOSO, Santoso", "santosa, santosa"),
        (HouseForm("Satpol PP", "satpol pepe"), "Satpol PP dan Satpol", "satpol pepe dan Satpol"),
        (HouseForm("100.2 FM", "seratus titik dua ef em"), "di 100.2 FM", "di seratus titik dua ef em"),
        (HouseForm("&", "en"), "H&M", "ha en em"),
        (HouseForm("Budi", "Budhi"), "Budiono Budi", "Budiono Budhi"),
        (HouseForm("Budi", "  "), "Budi", "Budi"),
        (HouseForm("", "kosong"), "Budi", "Budi"),
        (HouseForm("Tjokro", "Tjokro"), "Tjokro", "Tjokro"),
    ],
)
def test_a_house_form_is_said_as_the_house_says(
    tables: Tables, form: HouseForm, written: str, line: str
) -> None:
    assert _line(tables, written, form) == line


def test_the_longest_form_wins(tables: Tables) -> None:
    forms = (HouseForm("Menpan", "menpan"), HouseForm("Menpan-RB", "menpan er be"))
    assert _line(tables, "Menpan-RB", *forms) == "menpan er be"


def test_a_house_reading_says_that_the_house_made_it(tables: Tables) -> None:
    (reading,) = Normaliser(tables, [HouseForm("OPD", "opede")]).read("OPD").readings
    assert (reading.rule, reading.sure) == ("house", 1.0)


@pytest.mark.parametrize(
    ("form", "written", "line"),
    [
        (
            HouseForm("PMK", "penyakit mulut dan kuku", words_before=("wabah", "virus")),
            "wabah PMK, aturan PMK",
            "wabah penyakit mulut dan kuku, aturan pe em ka",
        ),
        (
            HouseForm("apel", "apél", words_after=("pagi", "siaga")),
            "apel pagi, apel merah",
            "apél pagi, apel merah",
        ),
        (
            HouseForm("MA", "em a", words_before=("Ketua",), words_after=("RI",)),
            "KETUA MA RI",
            "Ketua em a er i",
        ),
        (HouseForm("teras", "téras", words_after=("berita",)), "teras (berita)", "téras (berita)"),
    ],
)
def test_a_form_with_conditions_holds_only_beside_its_words(
    tables: Tables, form: HouseForm, written: str, line: str
) -> None:
    assert _line(tables, written, form) == line


def test_a_form_with_conditions_wins_over_the_same_form_without(tables: Tables) -> None:
    forms = (HouseForm("PMK", "pe em ka"), HouseForm("PMK", "penyakit", words_before=("wabah",)))
    assert _line(tables, "PMK dan wabah PMK", *forms) == "pe em ka dan wabah penyakit"


def test_a_respelling_is_kept_with_its_reading(tables: Tables) -> None:
    forms = [HouseForm("Goeltom", "Gultom", respelling="GUL-tom")]
    (reading,) = Normaliser(tables, forms).read("Goeltom").readings
    assert reading.respelling == "GUL-tom"
