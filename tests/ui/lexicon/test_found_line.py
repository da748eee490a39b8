"""The sentence that a form was met in: its form in bold, never cut away, never taken for markup."""

from __future__ import annotations

import pytest

from newsdesk.ui.lexicon.found_line import Around, FoundLine, around

LONG = "Wali Kota Blitar menyampaikan hasil evaluasi " * 8


def test_a_sentence_is_parted_at_its_form() -> None:
    assert around("sektoral (EPSS).", "EPSS") == Around("sektoral (", "EPSS", ").")
    assert around("Di Wlingi, wlingi.", "wlingi") == Around("Di Wlingi, ", "wlingi", ".")
    assert around("DI WLINGI.", "Wlingi") == Around("DI ", "WLINGI", ".")
    assert around("Tidak ada.", "EPSS") == Around("Tidak ada.", "", "")
    assert around("", "EPSS") == Around("", "", "")


@pytest.fixture
def line(qtbot, look):
    line = FoundLine(look)
    qtbot.addWidget(line)
    line.resize(420, 16)
    line.show()
    return line


def drawn(line, sentence: str, form: str):
    line.show_found("STATISTIK-OPD", sentence, form)
    return line.grab().toImage()


def test_the_form_is_seen_however_long_the_sentence_is(line) -> None:
    for before, after in (("", LONG), (LONG, ""), (LONG, LONG)):
        one = drawn(line, f"{before}EPSS {after}", "EPSS")
        other = drawn(line, f"{before}BSSN {after}", "BSSN")
        assert one != other, (len(before), len(after))


@pytest.mark.parametrize("form", ["A" * 5000, "<b>KPU</b>", "\u202egnirts", "كوفيد"])
def test_a_hostile_form_is_shown_as_letters(line, form: str) -> None:
    drawn(line, f"Kata {form} ada di sini.", form)
    assert line.accessibleName().startswith("STATISTIK-OPD: Kata ")
    assert "<b>" not in line.toolTip()


def test_a_fault_takes_the_place_until_it_is_mended(line) -> None:
    before = drawn(line, "sektoral (EPSS).", "EPSS")
    line.set_wrong("Tulis cara membacanya, misalnya e pe es es.")
    assert line.accessibleName().startswith("Tulis")
    assert line.grab().toImage() != before
    line.set_wrong("")
    assert line.grab().toImage() == before
