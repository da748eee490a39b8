"""Spelling: a dictionary is read as hunspell reads it; common forms that it lacks are known all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.copyedit.hunspell import HunspellDictionary
from newsdesk.copyedit.indonesian import IndonesianSpeller
from newsdesk.copyedit.speller import Speller
from newsdesk.services.checking import indonesian_speller

AFFIXES = """\
SET ISO8859-1
FLAG long
CIRCUMFIX A1
NEEDAFFIX A2
PFX D0 Y 1
PFX D0 0 di .
PFX D1 Y 1
PFX D1 0 di/A1 .
PFX M1 Y 2
PFX M1 t men/A1 t
PFX M1 0 me/A1 l
SFX Dk Y 1
SFX Dk 0 kan/D1M1nlA1 .
SFX nl Y 1
SFX nl 0 nya .
"""


@pytest.fixture
def small(tmp_path: Path) -> HunspellDictionary:
    (tmp_path / "x.aff").write_text(AFFIXES, encoding="iso-8859-1")
    (tmp_path / "x.dic").write_text("4\ntunjuk/D0Dk\nrumah/nl\nacu/A2D0\nBlitar\n", encoding="iso-8859-1")
    return HunspellDictionary(tmp_path / "x.aff", tmp_path / "x.dic")


@pytest.fixture(scope="module")
def speller() -> Speller:
    found = indonesian_speller()
    if found is None:
        pytest.skip("this computer has no Indonesian hunspell dictionary")
    return found


@pytest.mark.parametrize(
    "word", ["tunjuk", "ditunjuk", "ditunjukkan", "menunjukkan", "rumahnya", "diacu", "Rumah"]
)
def test_roots_and_what_their_flags_allow_are_known(small: HunspellDictionary, word: str) -> None:
    assert small.known(word)


@pytest.mark.parametrize("word", ["menunjuk", "tunjukkan", "acu", "dirumah", "blitar", "", "x" * 10_000])
def test_what_no_flag_allows_is_unknown(small: HunspellDictionary, word: str) -> None:
    assert not small.known(word)


def test_half_a_circumfix_is_no_word(small: HunspellDictionary) -> None:
    assert not small.known("tunjukkannya")
    assert small.known("ditunjukkannya")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (tmp_path / "x.dic").write_text("0\n", encoding="utf-8")
    with pytest.raises(ValueError, match="affix"):
        HunspellDictionary(tmp_path / "x.aff", tmp_path / "x.dic")


def test_a_computer_without_a_dictionary_has_no_speller(tmp_path: Path) -> None:
    assert indonesian_speller(folders=[str(tmp_path)]) is None


@pytest.mark.parametrize(
    "word",
    ["menunjukkan", "pembinaan", "dirilis", "timnya", "antikorupsi", "kata-katanya", "kota-kota", "Jumat"],
)
def test_everyday_words_and_forms_are_known(speller: Speller, word: str) -> None:
    assert speller.known(word)


@pytest.mark.parametrize("word", ["menunjukan", "pembinaaan", "menetukan", "selanjutya"])
def test_slips_are_not_known(speller: Speller, word: str) -> None:
    assert not speller.known(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("menunjukan", "menunjukkan"),
        ("menetukan", "menentukan"),
        ("pembinaaan", "pembinaan"),
        ("Alhamdulilah", "alhamdulillah"),
        ("perbuatanya", "perbuatannya"),
        ("eskpor", "ekspor"),
    ],
)
def test_what_was_meant_is_suggested_first(speller: Speller, word: str, meant: str) -> None:
    assert speller.suggest(word)[0] == meant


def test_the_newsroom_adds_words(small: HunspellDictionary) -> None:
    speller = IndonesianSpeller(small, ["Mahardhika", "rilis"])

    assert speller.known("mahardhika")
    assert speller.known("dirilis")
    assert not speller.known("dirilisi" * 3)


@pytest.mark.parametrize("word", ["", "a", "ẞẞẞẞ", "\ud800", "-", "--", "x" * 100_000, "çok-güzel", "\x00"])
def test_any_string_may_be_asked_for(speller: Speller, word: str) -> None:
    assert isinstance(speller.known(word), bool)
    assert isinstance(speller.suggest(word), tuple)
