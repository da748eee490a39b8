"""The word tables: every entry stands as it is meant, whatever row it is wrapped to."""

from __future__ import annotations

import pytest

from newsdesk.copyedit.tables import word_table
from newsdesk.paths import resources

TABLES = sorted(path.stem for path in (resources() / "copyedit").glob("*.txt"))


@pytest.mark.parametrize("name", TABLES)
def test_entries_are_lower_case_words_and_no_leftovers(name: str) -> None:
    entries = word_table(name)

    assert entries
    assert all(
        entry == entry.casefold() and "#" not in entry and len(entry.split()) <= 5 for entry in entries
    )


def test_an_entry_that_is_wrapped_to_the_next_row_stays_one() -> None:
    heads = word_table("office_heads")

    assert "penjabat sementara" in heads
    assert "sementara" not in heads
