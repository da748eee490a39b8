"""The rules of law and ethics: dated, cited, and only from rows that the newsroom's legal notes vouch for."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from newsdesk.copyedit.checks.law_rules import law, read_law
from newsdesk.errors import BadInput
from newsdesk.paths import resources

_AMOUNT = re.compile(r"\b(?:Rp\s?\d|\d+ tahun penjara|pidana penjara|denda|kurungan)", re.IGNORECASE)


def test_every_rule_is_dated_and_shows_where_it_stands() -> None:
    for citation in [rule.citation for rule in law().rules] + [law().stage_citation]:
        assert citation.instrument
        assert citation.article
        assert citation.quote
        assert date.fromisoformat(citation.checked) >= date(2026, 11, 21)


def test_no_rule_tells_penalties_or_amounts() -> None:
    assert not _AMOUNT.search((resources() / "checks" / "law.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text", ["", "checked = 1", "[[rule", "checked = 2026-11-21\n[[rule]]\nid = 'x'", "\x00"]
)
def test_a_file_that_was_edited_wrongly_is_told_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "law.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"law\.toml"):
        read_law(tmp_path / "law.toml")


def test_only_rows_that_may_be_cited_are_cited(shared: Path) -> None:
    notes = (shared / "LAW.md").read_text(encoding="utf-8")
    unconfirmed = notes.partition("## U. UNCONFIRMED")[2].partition("## Ship list")[0]
    rows = {
        cells[1].strip(): cells
        for line in notes.splitlines()
        if line.startswith("| ") and len(cells := line.split("|")) > 6
    }
    cited = [(rule.source, rule.citation) for rule in law().rules] + [
        (law().stage_source, law().stage_citation)
    ]
    for source, citation in cited:
        row = rows[source]
        confidence = row[-3]
        assert re.search(r"\*\*[VS]\*\*", confidence), source
        assert "**N**" not in confidence
        assert citation.article not in unconfirmed
        number = re.search(r"\d+", citation.article)
        assert number is not None
        assert re.search(rf"\b{number[0]}\b", row[3] + row[5]), source


def test_what_is_quoted_stands_in_the_notes(shared: Path) -> None:
    notes = " ".join((shared / "LAW.md").read_text(encoding="utf-8").split())
    for citation in [rule.citation for rule in law().rules] + [law().stage_citation]:
        for piece in citation.quote.split(" ... "):
            assert piece in notes.replace("[hal] ", ""), citation.quote
