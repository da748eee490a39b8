"""What may stand in a newsroom's text, and what cleaning must leave alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.attribution import Attribution
from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.story import Script
from newsdesk.domain.text import clean, lead

anything = st.text(st.characters())
nasty = st.text(st.sampled_from("ab\x00\x1f\t\n\r\ud83d\ude00\udfff😀é\u202b\u2028\x7f\x85\ufeff"))
storable = st.text(st.characters(exclude_categories=("Cs",)).filter(lambda c: c >= " " or c in "\n\t"))


@given(storable)
def test_cleaning_leaves_every_storable_text_alone(text: str) -> None:
    assert clean(text) is text


@given(anything | nasty)
def test_cleaned_text_can_be_stored_and_is_clean_for_good(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert not any(c < " " and c not in "\n\t" for c in cleaned)
    assert clean(cleaned) == cleaned


def test_line_ends_become_one_newline_and_pairs_one_character() -> None:
    assert clean("a\r\nb\rc\nd \ud83d\ude00 \ud83d") == "a\nb\nc\nd 😀 \ufffd"


@given(nasty, nasty, nasty)
def test_an_attribution_stays_on_its_words(before: str, passage: str, after: str) -> None:
    # The words are set apart so that no pair or line end is made across their edges.
    body = f"{before}|«{passage}»|{after}"
    start = len(before) + 1
    script = clean_script(Script(body=body, attributions=(Attribution(1, start, start + len(passage) + 2),)))
    (moved,) = script.attributions
    assert script.body[moved.start : moved.end] == f"«{clean(passage)}»"


def test_attributions_are_put_in_order_cut_to_the_body_and_dropped_when_empty() -> None:
    script = Script(
        body="Halo\x00\x00 dunia",
        attributions=(
            Attribution(3, 7, 99),
            Attribution(1, -2, 4),
            Attribution(2, 4, 6),
            Attribution(2, 40, 50),
        ),
    )
    assert clean_script(script).attributions == (Attribution(1, 0, 4), Attribution(3, 5, 10))


def test_the_lead_is_the_first_sentence() -> None:
    assert lead("\n\n Pemkot Blitar rutin. Lalu lain.\nBaris dua.") == "Pemkot Blitar rutin."
    assert lead("Wakil H. Tjutjuk Sunario dan Drs. Santoso hadir. Acara rutin.") == (
        "Wakil H. Tjutjuk Sunario dan Drs. Santoso hadir."
    )
    assert lead("Indeks naik menjadi 2.65 dari 2.52. Bagus.") == "Indeks naik menjadi 2.65 dari 2.52."
    assert lead("“Alhamdulillah kami menang.” Ia berterima kasih.") == "“Alhamdulillah kami menang.”"
    assert lead("Tanpa titik\nParagraf dua") == "Tanpa titik"
    assert lead("") == ""


def test_a_lead_without_an_end_is_cut_at_200_characters() -> None:
    assert lead("panjang " * 1_000_000) == ("panjang " * 25)[:199].rstrip() + "…"
