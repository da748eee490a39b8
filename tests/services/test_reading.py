"""The reading service: paragraphs are read once, offsets are those of the whole script."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from newsdesk.domain.house_style import HourStyle, HouseStyle, YearStyle
from newsdesk.domain.lexicon import FormSeen, HowSaid, Pronunciation
from newsdesk.domain.story import SaidHere
from newsdesk.domain.timing import SpokenLength
from newsdesk.paths import resources
from newsdesk.services.reading import LONGEST_PART, Reading
from newsdesk.spoken.length import measure
from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.sentences import sentences
from newsdesk.spoken.tables import load
from tests.spoken.hostile import texts

TABLES = load(resources() / "lexicon")
NORMALISER = Normaliser(TABLES)
SCRIPT = "Upacara 17-an. OPD hadir.\n\nIndeks 2.65.\nWarga pulang."


@pytest.fixture
def reading() -> Reading:
    return Reading(TABLES)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(texts, texts)
def test_paragraph_by_paragraph_reads_as_the_whole_does(one: str, other: str) -> None:
    text = f"{one}\n{other}\n\n{one}"
    reading = Reading(TABLES)
    whole = NORMALISER.read(text)
    assert reading.read(text).words == whole.words
    assert reading.read(text).line == whole.line
    assert reading.sentences(text) == sentences(whole)


def test_editing_one_paragraph_reads_that_one_only(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    reading.read(SCRIPT)
    read: list[str] = []
    really = Normaliser.read

    def noting(normaliser: Normaliser, text: str, *rest: Any) -> object:
        read.append(text)
        return really(normaliser, text, *rest)

    monkeypatch.setattr(Normaliser, "read", noting)
    edited = SCRIPT.replace("2.65", "2.66")
    assert "dua koma enam enam" in reading.read(edited).line
    reading.length(edited)
    reading.sentences(edited)
    assert read == ["Indeks 2.66."]


def test_a_correction_holds_for_its_place_and_its_paragraph_only(reading: Reading) -> None:
    script = "Indeks 2.65.\nIndeks 2.65."
    at = script.rindex("2.65")
    here = [SaidHere(at, at + 4, "dua ribu")]
    assert reading.read(script, here).line == "Indeks dua koma enam lima.\nIndeks dua ribu."
    assert reading.read(script).line == "Indeks dua koma enam lima.\nIndeks dua koma enam lima."
    assert reading.length(script, here).syllables < reading.length(script).syllables
    last = reading.sentences(script, at, at + 4, here)[-1]
    assert [word.text for word in last.words] == ["Indeks", "dua", "ribu"]


def test_a_change_of_style_is_heard_at_once_and_stays(reading: Reading) -> None:
    assert reading.read("tahun 1972").line == "tahun seribu sembilan ratus tujuh puluh dua"
    reading.use([], HouseStyle(years=YearStyle.HALVES))
    assert reading.read("tahun 1972").line == "tahun sembilan belas tujuh puluh dua"
    reading.use([])
    assert reading.read("tahun 1972").line == "tahun sembilan belas tujuh puluh dua"


@pytest.mark.parametrize(
    ("style", "text", "line"),
    [
        (HouseStyle(hours=HourStyle.SPOKEN), "pukul 15.00", "pukul tiga sore"),
        (HouseStyle(phone_zero="kosong"), "hubungi 110", "hubungi satu satu kosong"),
        (HouseStyle(score_zero="nol"), "menang 2-0", "menang dua nol"),
        (HouseStyle(bracketed_acronyms=False), "Komisi Pemilihan Umum (KPU)", "Komisi Pemilihan Umum "),
    ],
)
def test_every_choice_of_the_house_style_is_heard(
    reading: Reading, style: HouseStyle, text: str, line: str
) -> None:
    reading.use([], style)
    assert reading.read(text).line == line


FIFTH = date(2024, 9, 5)


def test_dates_follow_the_day_of_the_bulletin_only_where_the_house_says_so(reading: Reading) -> None:
    script = "Rapat Kamis (5/9).\nWarga pulang."
    plain = "Rapat Kamis (lima September).\nWarga pulang."
    assert reading.read(script, day=FIFTH).line == plain
    reading.use([], HouseStyle(relative_dates=True))
    assert reading.read(script, day=FIFTH).line == "Rapat Kamis (hari ini).\nWarga pulang."
    assert reading.read(script, day=date(2024, 9, 6)).line == "Rapat Kamis (kemarin).\nWarga pulang."
    assert reading.read(script).line == plain
    assert reading.length(script, day=FIFTH).syllables < reading.length(script).syllables
    assert [word.text for word in reading.sentences(script, day=FIFTH)[0].words] == [
        "Rapat", "Kamis", "hari", "ini",
    ]  # fmt: skip


def test_a_day_reads_again_what_has_a_date_and_nothing_else(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.use([], HouseStyle(relative_dates=True))
    script = "Rapat Kamis (5/9).\nWarga pulang.\nTahun 1972."
    read: list[str] = []
    really = Normaliser.read

    def noting(normaliser: Normaliser, text: str, *rest: Any) -> object:
        read.append(text)
        return really(normaliser, text, *rest)

    monkeypatch.setattr(Normaliser, "read", noting)
    for day in (None, FIFTH, date(2024, 9, 6), FIFTH, None):
        reading.read(script, day=day)
        reading.length(script, day=day)
    assert Counter(read) == {"Rapat Kamis (5/9).": 3, "Warga pulang.": 1, "Tahun 1972.": 1}


def test_a_place_corrected_here_is_sure_and_says_so_above_the_lexicon(reading: Reading) -> None:
    reading.use([Pronunciation("BPS", "biro pusat", checked_by="Dewi")])
    house, here = reading.read("BPS dan BPS", [SaidHere(8, 11, "be pe es")]).readings
    assert (house.rule, house.spoken) == ("house", "biro pusat")
    assert (here.rule, here.spoken, here.sure, here.unsure) == ("here", "be pe es", 1.0, False)


def test_a_form_that_nobody_checked_is_read_by_guess(reading: Reading) -> None:
    reading.use([Pronunciation("EPSS", "epes")])
    assert reading.read("EPSS").line == "e pe es es"
    reading.use([Pronunciation("EPSS", "epes", checked_by="Dewi")])
    assert reading.read("EPSS").line == "epes"


def test_conditions_and_respellings_of_the_lexicon_are_heeded(reading: Reading) -> None:
    entry = Pronunciation(
        "PMK",
        "penyakit mulut dan kuku",
        HowSaid.EXPANDED,
        "pe-em-KA",
        words_before=("wabah",),
        checked_by="D",
    )
    reading.use([entry])
    first, second = reading.read("wabah PMK dan aturan PMK").readings
    assert (first.spoken, first.respelling) == ("penyakit mulut dan kuku", "pe-em-KA")
    assert second.spoken == "pe em ka"


def test_the_forms_of_a_script_are_those_that_a_lexicon_could_hold(reading: Reading) -> None:
    reading.use(
        [Pronunciation("GoPay", "gopei", HowSaid.WORD, case_sensitive=False, checked_by="Dewi")],
        HouseStyle(bracketed_acronyms=False),
    )
    script = (
        "Komisi Pemilihan Umum (KPU) memakai gopay. KPU dan BAKOR naik 2,65 persen.\n"
        "Pak Tjutjuk dan Sosroatmodjo punya BBMnya, WIB."
    )
    first, second = script.split("\n")
    opening, closing = first[:42], first[43:]
    assert reading.forms(script) == (
        FormSeen("KPU", "ka pe u", HowSaid.LETTERS, opening, False),
        FormSeen("GoPay", "gopei", HowSaid.WORD, opening, False),
        FormSeen("BAKOR", "Bakor", HowSaid.WORD, closing, True),
        FormSeen("Tjutjuk", "Cucuk", HowSaid.WORD, second, False),
        FormSeen("Sosroatmodjo", "Sosroatmojo", HowSaid.WORD, second, True),
        FormSeen("BBM", "be be em", HowSaid.LETTERS, second, False),
        FormSeen("WIB", "waktu Indonesia barat", HowSaid.EXPANDED, second, False),
    )


def test_a_form_corrected_here_is_seen_and_is_no_question(reading: Reading) -> None:
    seen = reading.forms("BAKOR naik 2.65", [SaidHere(0, 5, "ba kor"), SaidHere(11, 15, "dua")])
    assert seen == (FormSeen("BAKOR", "ba kor", HowSaid.EXPANDED, "BAKOR naik 2.65", False),)


def test_a_form_corrected_in_one_place_is_still_asked_about_in_another(reading: Reading) -> None:
    text = "Hasil BAKOR keluar.\nMenurut BAKOR, naik."
    for here, asked in (
        (SaidHere(6, 11, "ba kor"), "Menurut BAKOR, naik."),
        (SaidHere(28, 33, "ba kor"), "Hasil BAKOR keluar."),
    ):
        (form,) = reading.forms(text, [here])
        assert (form.spoken, form.sentence, form.unsure) == ("Bakor", asked, True)


def test_ordinary_words_of_a_headline_are_no_forms(reading: Reading) -> None:
    seen = reading.forms("PEMERINTAH KOTA BLITAR DUKUNG KPU GELAR PEMILU")
    assert [form.form for form in seen] == ["KPU"]


def test_the_built_in_tables_are_listed_by_form(reading: Reading) -> None:
    rows = reading.builtin()
    held = {row.form: (row.spoken, row.how) for row in rows}
    assert len(held) == len(rows) > 700
    assert [row.form for row in rows] == sorted(held, key=lambda form: (form.casefold(), form))
    assert held["KPU"] == ("ka pe u", HowSaid.LETTERS)
    assert held["BPOM"] == ("be pom", HowSaid.LETTERS)
    assert held["NATO"] == ("Nato", HowSaid.WORD)
    assert held["QRIS"] == ("kris", HowSaid.WORD)
    assert held["UU"] == ("undang-undang", HowSaid.EXPANDED)
    assert held["Tjutjuk"] == ("Cucuk", HowSaid.WORD)
    assert held["Goethe"] == ("Goethe", HowSaid.WORD)
    assert held["MSi"] == ("magister sains", HowSaid.EXPANDED)
    assert held["jl"] == ("jalan", HowSaid.EXPANDED)


def test_sentences_of_a_selection_are_those_it_touches(reading: Reading) -> None:
    at = SCRIPT.index("2.65")
    (sentence,) = reading.sentences(SCRIPT, at, at + 4)
    assert SCRIPT[sentence.start : sentence.end] == "Indeks 2.65."
    first = sentence.words[0]
    assert SCRIPT[first.start : first.end] == "Indeks"


def test_a_cursor_without_selection_touches_its_sentence(reading: Reading) -> None:
    at = SCRIPT.index("hadir")
    (sentence,) = reading.sentences(SCRIPT, at, at)
    assert SCRIPT[sentence.start : sentence.end] == "OPD hadir."


def test_from_a_place_on_all_later_sentences_come(reading: Reading) -> None:
    assert len(reading.sentences(SCRIPT, SCRIPT.index("Indeks"))) == 2
    assert len(reading.sentences(SCRIPT)) == 4


def test_length_adds_up_over_paragraphs(reading: Reading) -> None:
    assert reading.length("2.65\n\n2.65") == SpokenLength(syllables=16, sentences=2, paragraphs=2)
    assert reading.length("") == SpokenLength()


def test_house_forms_are_used_at_once_when_the_lexicon_changed(reading: Reading) -> None:
    assert reading.read("Hanung").line == "Hanung"
    reading.use([Pronunciation("Hanung", "Hanung Pra", checked_by="Dewi")])
    assert reading.read("Hanung").line == "Hanung Pra"
    reading.use([])
    assert reading.read("Hanung").line == "Hanung"


LONG = "".join(f"Harga naik {i % 90},{i % 9} persen pada 17 Januari 2025, kata BPS. " for i in range(600))
"""A paragraph that is read in several parts."""


def test_a_very_long_paragraph_read_in_parts_is_the_paragraph_read_whole(reading: Reading) -> None:
    whole = Normaliser(load(resources() / "lexicon")).read(LONG)
    assert len(list(reading.parts(LONG))) > 4
    assert "".join(reading.parts(LONG)) == LONG
    assert reading.read(LONG).line == whole.line
    assert reading.read(LONG).readings == whole.readings
    assert [(one.start, one.end) for one in reading.sentences(LONG)] == [
        (one.start, one.end) for one in sentences(whole)
    ]
    assert reading.length(LONG) == SpokenLength(*measure(whole))


@pytest.mark.parametrize("text", ["a" * 20_000, "kata " * 4_000, "Dr. " * 5_000, " " * 20_000])
def test_parts_of_odd_paragraphs_are_short_and_all_of_it(reading: Reading, text: str) -> None:
    parts = list(reading.parts(text))
    assert "".join(parts) == text
    assert max(len(part) for part in parts) <= LONGEST_PART


def test_typing_in_a_very_long_paragraph_reads_few_parts_again(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.read(LONG)
    read: list[str] = []
    original = Normaliser.read

    def counted(self: Normaliser, text: str, *rest: Any) -> object:
        read.append(text)
        return original(self, text, *rest)

    monkeypatch.setattr(Normaliser, "read", counted)
    reading.read(LONG[:20_000] + "kemarin " + LONG[20_000:])
    assert 1 <= len(read) <= 2
