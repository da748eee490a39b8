"""Every check: what it finds, with its first fix, and what it leaves alone; hostile text; its sentence."""

from __future__ import annotations

import pytest

from newsdesk.copyedit.checks import CHECKS
from newsdesk.services.checking import indonesian_speller
from newsdesk.services.findings import Choice, Kind
from newsdesk.ui.reasons import reason, where_it_stands
from tests.copyedit.checks.cases import AIRS, FOLDER, SOURCES, WRITTEN, cases, checking, found_by

NAMES = [check.name for check in CHECKS]
FEWEST = 12

HOSTILE = [
    "\x00\ud800\udfff",
    "(((((" * 2_000,
    "\"“'" * 3_000,
    "di di di " * 3_000,
    "A" * 20_000,
    "AB " * 8_000,
    "1.2.3.4,5,6" * 2_000,
    "(1/2) " * 4_000,
    "Korban bernama " * 2_000,
    "sumber yang " * 3_000,
    "tidak " * 8_000,
    "kemarin " * 4_000,
    "pelaku polisi bunuh diri anak korban " * 1_000,
    "\u202e\u200bמשה 中文 ١٢٣ 𝟙𝟚 " * 500,
    "12.345.678.901.234.567.890 " * 500,
    "99/99 32 Januari (45/13) 30 Februari 0000",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_check_finds_what_its_cases_mark_and_nothing_else(name: str) -> None:
    if name == "unknown_words" and indonesian_speller() is None:
        pytest.skip("this computer has no Indonesian hunspell dictionary")
    wrong: list[str] = []
    for case in cases(name):
        found = found_by(name, case.text)
        spans = tuple((one.start, one.end) for one in found)
        fix = found[0].fixes[0] if found and found[0].fixes else ""
        if spans != case.spans or (case.fix and fix != case.fix):
            wrong.append(f"{case.text!r}: {[(one.words, one.fixes) for one in found]}")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", NAMES)
def test_every_check_has_cases_of_both_kinds(name: str) -> None:
    found = [bool(case.spans) for case in cases(name)]

    assert found.count(True) >= FEWEST
    assert found.count(False) >= FEWEST


def test_there_are_no_cases_of_a_check_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(NAMES)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_makes_a_check_fail_or_point_outside_of_it(text: str) -> None:
    for finding in checking().findings(text, WRITTEN, AIRS, SOURCES):
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.words
        assert reason(finding)


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_has_one_sentence_of_its_own_words(name: str) -> None:
    for case in cases(name):
        for finding in found_by(name, case.text):
            told = reason(finding)
            assert told.endswith((".", "?"))
            assert "{" not in told
            assert (finding.kind is Kind.LAW) == (finding.citation is not None)
            if finding.citation:
                assert finding.citation.article in where_it_stands(finding.citation)


def test_a_fix_is_never_the_words_themselves() -> None:
    for name in NAMES:
        for case in cases(name):
            for finding in found_by(name, case.text):
                assert finding.words not in finding.fixes


def test_a_check_that_is_off_says_nothing() -> None:
    text = "Rapat di di balai kota."
    everything = {one.rule for one in checking().findings(text, WRITTEN)}
    without = checking().findings(text, WRITTEN, choice=Choice(frozenset({"doubled_words"})))

    assert "spelling.doubled" in everything
    assert "spelling.doubled" not in {one.rule for one in without}
