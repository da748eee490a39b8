"""Readings for one place and lexicon entries are cleaned on their way in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.blocks import MARK, Note
from newsdesk.domain.cleaning import clean_entry, clean_script
from newsdesk.domain.lexicon import Pronunciation
from newsdesk.domain.story import SaidHere, Script
from newsdesk.domain.text import clean

nasty = st.text(st.sampled_from("ab\x00\x1f\t\n\r\ud83d\ude00\udfff😀é\u202b\u2028\x7f\x85\ufeff"))
places = st.lists(
    st.builds(SaidHere, st.integers(-5, 30), st.integers(-5, 30), st.sampled_from(["", "dua", " dua\x00 "])),
    max_size=8,
).map(tuple)


@given(nasty, nasty, nasty)
def test_a_reading_stays_on_its_token(before: str, token: str, after: str) -> None:
    # The token is set apart so that no pair or line end is made across its edges.
    body = f"{before}|«{token}»|{after}"
    start = len(before) + 1
    script = clean_script(Script(body=body, said_here=(SaidHere(start, start + len(token) + 2, "dua"),)))
    (place,) = script.said_here
    assert script.body[place.start : place.end] == f"«{clean(token)}»"


@given(nasty, places)
def test_readings_are_in_order_apart_and_inside_the_body_for_good(
    body: str, said: tuple[SaidHere, ...]
) -> None:
    spans = tuple((one.start, one.end) for one in said)
    script = clean_script(Script(body=body, said_here=said, cuttable=spans))
    # What may be cut follows by the same rules.
    assert script.cuttable == tuple((one.start, one.end) for one in script.said_here)
    edges = [edge for one in script.said_here for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= one.start < one.end <= len(script.body) for one in script.said_here)
    assert {one.spoken for one in script.said_here} <= {"", "dua"}
    assert clean_script(script) == script


def test_a_reading_holds_for_its_whole_token_or_not_at_all() -> None:
    script = Script(
        body="Naik\x00\x00 2.65",
        said_here=(
            SaidHere(7, 11, "dua koma  enam lima\n"),
            SaidHere(8, 11, "enam lima"),  # into the one before
            SaidHere(4, 6, "tidak ada"),  # nothing but characters that go
            SaidHere(-2, 4, "di luar"),
            SaidHere(7, 99, "di luar"),
            SaidHere(3, 3, "kosong"),
            SaidHere(0, 4, ""),  # said not at all: that is a reading
        ),
    )
    assert clean_script(script).said_here == (SaidHere(0, 4, ""), SaidHere(5, 9, "dua koma enam lima"))


def test_what_may_be_cut_is_words_and_never_a_clip() -> None:
    body = f"Satu.\x00 Dua.\n{MARK}\nTiga."
    script = Script(body=body, blocks=(Note("jeda"),), cuttable=((14, 19), (7, 11), (8, 13), (0, 5)))
    cleaned = clean_script(script)
    assert [cleaned.body[start:end] for start, end in cleaned.cuttable] == ["Satu.", "Dua.", "Tiga."]
    with_clip = clean_script(replace(script, cuttable=((7, 19),)))
    assert with_clip.cuttable == ()


def test_an_entry_has_single_spaces_and_one_word_conditions() -> None:
    entry = Pronunciation(
        " e\tKTP\x00",
        "e ka te\npe",
        respelling="  ",
        words_before=("kartu  bukti", "kartu"),
        checked_by=" Dewi ",
    )
    cleaned = clean_entry(entry)
    assert (cleaned.form, cleaned.spoken, cleaned.respelling) == ("e KTP", "e ka te pe", "")
    assert (cleaned.words_before, cleaned.checked_by) == (("kartu", "bukti"), "Dewi")
    assert clean_entry(cleaned) == cleaned
