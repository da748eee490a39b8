"""Indirect speech is suggested for a quotation: office before name, nothing invented, what is unsure told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.copyedit.doubt import Doubt
from newsdesk.copyedit.indirect import LONGEST_QUOTE, Known, indirect_at
from newsdesk.copyedit.retelling import PARTICLES, SPOKEN_WORDS, words_of
from newsdesk.copyedit.speech_acts import OWN_ACTS, active

_ROWS = (Path(__file__).parent / "cases" / "indirect.tsv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(row.split("\t")) for row in _ROWS if not row.startswith("#")]


def suggested(text: str, at: int | None = None, known: Known | None = None) -> str:
    place = at if at is not None else min(text.find(mark) for mark in '"“' if mark in text) + 2
    found = indirect_at(text, place, place, known)
    assert found is not None
    return found.text


@pytest.mark.parametrize(("text", "told", "doubted"), CASES, ids=[case[0][:40] for case in CASES])
def test_a_quotation_is_told_as_a_reporter_would(text: str, told: str, doubted: str) -> None:
    place = min(text.find(mark) for mark in '"“' if mark in text) + 2
    found = indirect_at(text, place, place)
    assert found is not None
    assert found.text == told
    said = [f"{found.text[start:end]}={doubt.value}" for start, end, doubt in found.doubts]
    assert "; ".join(said) == doubted


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 60


def test_a_place_without_a_quotation_has_no_suggestion_and_selected_words_have_one() -> None:
    text = "Harga naik. Kami bingung, kata warga."
    assert indirect_at(text, 3, 3) is None
    found = indirect_at(text, 12, 24)
    assert found is not None
    assert (found.start, found.end, found.text) == (12, 24, "Ia mengatakan, pihaknya bingung.")
    assert [doubt for _start, _end, doubt in found.doubts] == [Doubt.SPEAKER, Doubt.GROUP]


def test_no_clip_among_the_words_is_taken_out() -> None:
    text = "Kami siap.\n\ufffc\nKami berangkat.\n“Ini rusak\n\ufffc\nsekali,” kata Santoso."
    assert indirect_at(text, 0, text.index("“")) is None
    for place in range(len(text)):
        found = indirect_at(text, place, place)
        assert found is None or "\ufffc" not in text[found.start : found.end]


@pytest.mark.parametrize(
    ("bid", "told"),
    [
        ("Periksa kembali data itu", "memeriksa kembali data itu"),
        ("Syukuri hasil ini", "mensyukuri hasil ini"),
        ("Khususkan untuk warga", "mengkhususkan untuk warga"),
        ("Perbaiki jalan itu", "memperbaiki jalan itu"),
    ],
)
def test_what_is_bidden_stands_in_the_form_of_the_dictionary(bid: str, told: str) -> None:
    assert suggested(f'"Tolong {bid.lower()}," kata Santoso.').endswith(f"agar {told}.")


def test_the_speaker_is_found_in_the_sentences_before() -> None:
    text = "Wali Kota Blitar, Santoso, meninjau pasar. “Kami turunkan harga,” katanya."
    assert suggested(text) == "Wali Kota Blitar Santoso mengatakan, pihaknya turunkan harga."


def test_the_register_gives_the_office_that_the_words_do_not() -> None:
    known = Known("Santoso Purnomo", "Wali Kota Blitar")
    assert suggested("“Kami siap,” katanya.", known=known) == (
        "Wali Kota Blitar Santoso Purnomo mengatakan, pihaknya siap."
    )
    assert suggested("“Kami siap,” kata Santoso.", known=known) == (
        "Wali Kota Blitar Santoso mengatakan, pihaknya siap."
    )
    assert suggested("“Kami siap,” kata Rini.", known=known) == "Rini mengatakan, pihaknya siap."


def test_the_original_introduces_whom_the_script_names_for_the_first_time() -> None:
    original = "Kepala BPS Kota Blitar, Hanung Pramusito, datang.\n“Kami siap,” kata Hanung."
    text = "Pasar ramai. “Kami siap,” kata Hanung."
    found = indirect_at(text, 16, 16, original=original)
    assert found is not None
    assert found.text == "Kepala BPS Kota Blitar Hanung Pramusito mengatakan, pihaknya siap."
    named = "Hanung datang. " + text
    again = indirect_at(named, 31, 31, original=original)
    assert again is not None
    assert again.text == "Hanung mengatakan, pihaknya siap."


def test_a_speech_is_not_turned_in_one_go() -> None:
    assert indirect_at("“" + "Kami siap. " * LONGEST_QUOTE + "” kata Santoso.", 5, 5) is None


def test_only_the_sentence_with_the_quotation_is_replaced() -> None:
    text = "🎙 Pasar ramai. “Kami siap,” kata Santoso. Warga senang."
    found = indirect_at(text, text.index("siap"), text.index("siap"))
    assert found is not None
    assert text[found.start : found.end] == "“Kami siap,” kata Santoso."


SAID = """jalan harga naik rumah saya kami kita nggak Blitar besok ya sih 2.65 persen tolong jangan buang anak
yang kepada membantu Santoso rusak , ini dia kok semoga berharap mohon laporkan apakah kapan mari segera aku
rumahku DPRD sudah ? ! mendengar petugas"""
LED_INTO = "jangan tolong semoga mohon apakah mari kok kapan saya kami aku kita segera harap"
WORDS = st.sampled_from(SAID.split())
_LED_INTO = {*LED_INTO.split(), *PARTICLES, *OWN_ACTS, *SPOKEN_WORDS}


@given(st.lists(WORDS, min_size=1, max_size=14).map(" ".join))
def test_every_word_that_carries_meaning_is_kept(said: str) -> None:
    text = f"“{said},” kata Bupati Blitar, Rini."
    found = indirect_at(text, 1, 1)
    if found is None:
        assert not words_of(said)
        return
    told = {part.word.casefold() for part in words_of(found.text)}
    for part in words_of(said):
        word = part.word.casefold()
        forms = {word, word + "nya", active(word), word.removesuffix("ku") + "nya"}
        assert word in _LED_INTO or forms & told, (word, found.text)


@given(st.lists(WORDS, min_size=1, max_size=14).map(" ".join))
def test_doubts_stand_in_order_on_words_of_the_suggestion(said: str) -> None:
    found = indirect_at(f"“{said},” kata Rini.", 1, 1)
    edges = [edge for start, end, _doubt in found.doubts for edge in (start, end)] if found else []
    assert edges == sorted(edges)
    assert found is None or all(found.text[start:end].strip() for start, end, _doubt in found.doubts)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\"“”',.?! \n")), max_size=120), st.data())
def test_any_text_at_any_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = indirect_at(text, start, end)
    assert found is None or 0 <= found.start <= found.end <= len(text)


def test_hostile_length_is_bounded() -> None:
    text = "“Kami siap,” kata Santoso. " * 40_000
    found = indirect_at(text, len(text) // 2, len(text) // 2)
    assert found is not None
    assert found.text == "Santoso mengatakan, pihaknya siap."
