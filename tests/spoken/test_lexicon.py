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
        (HouseForm("2", "loro"), "naik 2,5 jadi 2 orang", "naik dua koma lima jadi loro orang"),
        (HouseForm("2", "loro"), "2.650 dan skor 2-0", "dua ribu enam ratus lima puluh dan skor dua kosong"),
        (HouseForm("Liga 1", "liga siji"), "Liga 1.", "liga siji."),
        (HouseForm("Liga 1", "liga siji"), "Liga 1.000", "Liga seribu"),
        (HouseForm("U-19", "u sembilan belas"), "U-19-nya U-19.", "u sembilan belas-nya u sembilan belas."),
    ],
)
def test_a_house_form_is_said_as_the_house_says(
    tables: Tables, form: HouseForm, written: str, line: str
) -> None:
    assert _line(tables, written, form) == line


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘"])
@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_apostrophes_and_spaces_of_every_shape_are_the_same_form(
    tables: Tables, apostrophe: str, space: str
) -> None:
    written = f"Ma{apostrophe}ruf{space}Amin"
    for form in ("Ma'ruf Amin", "Ma’ruf\u00a0Amin", "ma'ruf amin"):
        house = HouseForm(form, "makruf amin", case_sensitive=form[0] == "M")
        (reading,) = Normaliser(tables, [house]).read(f"kata {written}.").readings
        assert (reading.start, reading.end, reading.spoken) == (5, 5 + len(written), "makruf amin")


def test_the_longest_form_wins(tables: Tables) -> None:
    forms = (HouseForm("Menpan", "menpan"), HouseForm("Menpan-RB", "menpan er be"))
    assert _line(tables, "Menpan-RB", *forms) == "menpan er be"


def test_thousands_of_forms_that_begin_alike_are_read_as_each_of_them(tables: Tables) -> None:
    house = Normaliser(tables, [HouseForm(f"PT Karya {n:04}", f"karya {n % 7}") for n in range(4_000)])
    readings = house.read(" ".join(f"PT Karya {n:04}," for n in range(4_000))).readings
    assert [reading.spoken for reading in readings] == [f"karya {n % 7}" for n in range(4_000)]


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


def test_a_form_in_its_own_case_wins_over_the_same_in_any_case(tables: Tables) -> None:
    any_case, exact = HouseForm("Pam", "pam air", case_sensitive=False), HouseForm("PAM", "pe a em")
    for forms in ((any_case, exact), (exact, any_case)):
        assert _line(tables, "PAM, Pam, pam", *forms) == "pe a em, pam air, pam air"


def test_a_respelling_is_kept_with_its_reading(tables: Tables) -> None:
    forms = [HouseForm("Goeltom", "Gultom", respelling="GUL-tom")]
    (reading,) = Normaliser(tables, forms).read("Goeltom").readings
    assert reading.respelling == "GUL-tom"
