"""The reading service: paragraphs are read once, offsets are those of the whole script."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from newsdesk.domain.lexicon import Pronunciation
from newsdesk.domain.timing import SpokenLength
from newsdesk.paths import resources
from newsdesk.services.reading import LONGEST_PART, Reading
from newsdesk.spoken.corrections import Correction
from newsdesk.spoken.length import measure
from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.policy import Policy, YearsSaid
from newsdesk.spoken.sentences import sentences
from newsdesk.spoken.spoken_text import SpokenText
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

    def noting(normaliser: Normaliser, text: str, corrections: tuple[Correction, ...]) -> object:
        read.append(text)
        return really(normaliser, text, corrections)

    monkeypatch.setattr(Normaliser, "read", noting)
    edited = SCRIPT.replace("2.65", "2.66")
    assert "dua koma enam enam" in reading.read(edited).line
    reading.length(edited)
    reading.sentences(edited)
    assert read == ["Indeks 2.66."]


def test_a_correction_holds_for_its_place_and_its_paragraph_only(reading: Reading) -> None:
    script = "Indeks 2.65.\nIndeks 2.65."
    at = script.rindex("2.65")
    here = [Correction(at, at + 4, "dua ribu")]
    assert reading.read(script, here).line == "Indeks dua koma enam lima.\nIndeks dua ribu."
    assert reading.read(script).line == "Indeks dua koma enam lima.\nIndeks dua koma enam lima."
    assert reading.length(script, here).syllables < reading.length(script).syllables
    last = reading.sentences(script, at, at + 4, here)[-1]
    assert [word.text for word in last.words] == ["Indeks", "dua", "ribu"]


def test_a_change_of_policy_is_heard_at_once(reading: Reading) -> None:
    assert reading.read("tahun 1972").line == "tahun seribu sembilan ratus tujuh puluh dua"
    reading.use([], Policy(years=YearsSaid.HALVES))
    assert reading.read("tahun 1972").line == "tahun sembilan belas tujuh puluh dua"
    reading.use([])
    assert reading.read("tahun 1972").line == "tahun sembilan belas tujuh puluh dua"


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
    reading.use([Pronunciation("Hanung", "Hanung Pra")])
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

    def counted(self: Normaliser, text: str, corrections: tuple[Correction, ...] = ()) -> SpokenText:
        read.append(text)
        return original(self, text, corrections)

    monkeypatch.setattr(Normaliser, "read", counted)
    reading.read(LONG[:20_000] + "kemarin " + LONG[20_000:])
    assert 1 <= len(read) <= 2
