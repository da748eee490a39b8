"""A script's findings: where they stand, what stays while one types, and what real copy gets."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.attribution import Source
from newsdesk.paths import resources
from newsdesk.services.checking import LONGEST_CHECKED, Checking, check_names, indonesian_speller
from newsdesk.services.findings import Kind
from newsdesk.services.reading import Reading
from newsdesk.spoken.tables import load

DAY = date(2025, 1, 18)
STORY = (
    "Upacara diikuti ASN dilingkup Pemkot Blitar.\n"
    "\n"
    "Indeks Pembangunan Statistik (IPS) naik menjadi 2.65. IPS lebih tinggi daripada PS tahun lalu.\n"
    "Warga kumpul di di alun-alun."
)
ERRORS = {
    "Kopri": "Korpri",
    "Capain": "Capaian",
    "suport": "dukungan",
    "menetukan": "menentukan",
    "menunjukan": "menunjukkan",
    "Alhamdulilah": "Alhamdulillah",
    "disepanjang": "di sepanjang",
    "dilingkup": "di lingkup",
    "dibidang": "di bidang",
    "pembinaaan": "pembinaan",
    "terimakasihnya": "terima kasihnya",
    "prestasi prestasi": "prestasi-prestasi",
}


@pytest.fixture(scope="module")
def checking() -> Checking:
    speller = indonesian_speller()
    if speller is None:
        pytest.skip("this computer has no Indonesian hunspell dictionary")
    return Checking(Reading(load(resources() / "lexicon")), speller)


def rules(checking: Checking, text: str) -> list[str]:
    return [finding.rule for finding in checking.findings(text, DAY)]


def test_findings_stand_in_the_order_of_the_text(checking: Checking) -> None:
    found = checking.findings(STORY, DAY)

    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(STORY[one.start : one.end] == one.words for one in found)
    assert [one.words for one in found if one.kind is Kind.SPELLING] == ["dilingkup", "2.65", "PS", "di di"]


def test_a_finding_keeps_its_key_while_text_grows_before_it(checking: Checking) -> None:
    before = {one.key for one in checking.findings(STORY, DAY)}
    after = {one.key for one in checking.findings("Selamat pagi, pendengar.\n" + STORY, DAY)}

    assert before <= after


def test_the_same_words_written_before_leave_a_finding_its_key(checking: Checking) -> None:
    """What a writer lets be stays so; the new one is told."""
    title = "Buku berjudul menunjukan terbit."
    (key,) = (one.key for one in checking.findings(title, DAY) if one.words == "menunjukan")
    first, second = (
        one.key
        for one in checking.findings(f"Panitia menunjukan jadwal. {title}", DAY)
        if one.words == "menunjukan"
    )

    assert first != key == second


def test_a_finding_keeps_its_key_while_one_writes_on_behind_it(checking: Checking) -> None:
    begun, written = (
        [one.key for one in checking.findings(text, DAY) if one.words == "menunjukan"]
        for text in ("Buku berjudul menunjukan", "Buku berjudul menunjukan terbit di kota. Panitia hadir.")
    )

    assert begun == written


def test_same_words_twice_have_two_keys(checking: Checking) -> None:
    found = checking.findings("Rapat di di kota.\nWarga di di desa.", DAY)
    keys = [one.key for one in found if one.rule == "spelling.doubled"]

    assert len(keys) == len(set(keys)) == 2


def test_paragraphs_said_before_give_the_same_findings_again(checking: Checking) -> None:
    first = checking.findings(STORY, DAY)
    changed = checking.findings(STORY.replace("Warga kumpul", "Warga berkumpul"), DAY)

    assert checking.findings(STORY, DAY) == first
    assert [one.rule for one in changed] == [one.rule for one in first]


def test_the_day_of_the_bulletin_decides_what_yesterday_is(checking: Checking) -> None:
    text = "Rapat digelar besok."

    assert "ear.day" not in [one.rule for one in checking.findings(text, DAY)]
    assert "ear.day" in [one.rule for one in checking.findings(text, DAY, date(2025, 1, 19))]


def test_the_register_is_asked_for_offices(checking: Checking) -> None:
    text = "Bupati Santoso mengatakan upacara itu rutin."
    register = [Source("Santoso", "Wali Kota Blitar"), Source("", organisation="BPS")]

    assert "attribution.office" in [one.rule for one in checking.findings(text, DAY, sources=register)]
    assert "attribution.office" not in rules(checking, text)


def test_without_a_dictionary_every_other_check_still_speaks() -> None:
    without = Checking(Reading(load(resources() / "lexicon")))
    found = rules(without, STORY + " Mereka mengunnjungi pasar.")

    assert "spelling.run-on" in found
    assert "spelling.word" not in found


def test_what_the_lexicon_holds_is_no_unknown_acronym() -> None:
    known = Checking(Reading(load(resources() / "lexicon")), None, ["PS"])

    assert "spelling.acronym" not in rules(known, STORY)


def test_every_check_can_be_named_for_the_settings() -> None:
    names = [name for name, _ in check_names()]

    assert len(names) == len(set(names)) == 22


def test_a_script_of_megabytes_is_looked_at_in_its_first_part(checking: Checking) -> None:
    text = "kata,\n" * (LONGEST_CHECKED // 6 + 1) + "di di " * 100

    assert "spelling.doubled" not in rules(checking, text)


@given(
    st.text(st.characters(codec=None), max_size=200) | st.text("di ke(\"'.,0123456789\nABan", max_size=200)
)
@settings(max_examples=60, deadline=None)
def test_any_text_gives_findings_inside_it(text: str) -> None:
    for finding in _BARE.findings(text, DAY):
        assert text[finding.start : finding.end] == finding.words != ""


_BARE = Checking(Reading(load(resources() / "lexicon")))


# ---------------------------------------------------------------- real copy


def test_true_errors_of_a_real_article_are_found_with_the_right_fix_first(
    checking: Checking, shared: Path
) -> None:
    text = next((shared / "seeds").glob("000_*.txt")).read_text(encoding="utf-8")
    found = {one.words: one.fixes[0] for one in checking.findings(text, DAY) if one.kind is Kind.SPELLING}

    assert found.items() >= ERRORS.items()
    assert found.keys() - ERRORS.keys() == {"2.65", "2.52", "PS", "tiap tiap", "Walikota"}
    assert found["Walikota"] == "Wali Kota"


def test_a_clean_article_gets_no_mark_for_spelling(checking: Checking, shared: Path) -> None:
    text = next((shared / "seeds").glob("001_*.txt")).read_text(encoding="utf-8")

    assert not [one for one in checking.findings(text, date(2024, 9, 6)) if one.kind is Kind.SPELLING]


def test_real_sentences_are_seldom_marked(checking: Checking, shared: Path) -> None:
    lines = (shared / "spoken" / "sentences.jsonl").read_text(encoding="utf-8").splitlines()[:300]
    texts = [json.loads(line)["text"] for line in lines]
    words = sum(len(text.split()) for text in texts)
    found = [one for text in texts for one in checking.findings(text, DAY)]

    spelling = [one for one in found if one.kind is Kind.SPELLING]
    grave = [one for one in found if one.kind in {Kind.ATTRIBUTION, Kind.LAW}]
    assert len(spelling) <= words / 100
    assert len(grave) <= len(texts) / 100
