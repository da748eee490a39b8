"""The chain of the audit log: whatever is changed, taken out or put in afterwards is found, and named."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.audit import (
    AuditEntry,
    Broken,
    Fault,
    Head,
    digest,
    first_broken,
    link,
    linked,
)

AT = datetime(2026, 11, 22, 5, 0, 0, 123456, tzinfo=UTC)
FIELDS = [field.name for field in fields(AuditEntry)]
_WORDS = st.text(max_size=12)
_TOLD = st.dictionaries(_WORDS, _WORDS, max_size=3)
_ACTS = st.lists(
    st.builds(
        AuditEntry,
        number=st.just(0),
        at=st.datetimes(timezones=st.just(UTC)),
        person_id=st.integers(0, 2**62),
        person=_WORDS,
        act=_WORDS,
        kind=_WORDS,
        subject_id=st.integers(0, 2**62),
        subject=_WORDS,
        before=_TOLD,
        after=_TOLD,
    ),
    min_size=1,
    max_size=6,
)


def chain(acts: list[AuditEntry]) -> list[AuditEntry]:
    head, entries = Head(), list[AuditEntry]()
    for act in acts:
        entry = linked(act, head)
        head = Head(entry.number, entry.hash)
        entries.append(entry)
    return entries


def some(count: int) -> list[AuditEntry]:
    return chain([AuditEntry(0, AT, 7, "Dewi", "save", "story", 1, f"SLUG-{n}") for n in range(count)])


def other(value: Any) -> Any:
    match value:
        case datetime():
            return (
                value + timedelta(microseconds=1) if value.year < 9999 else value - timedelta(microseconds=1)
            )
        case int():
            return value + 1
        case str():
            return value + "x"
        case _:
            return {**value, "ditambah": "x"}


@settings(max_examples=40, deadline=None, derandomize=True)
@given(_ACTS, st.data())
def test_any_single_changed_field_of_any_entry_is_found_and_its_entry_named(
    acts: list[AuditEntry], data: st.DataObject
) -> None:
    entries = chain(acts)
    head = Head(entries[-1].number, entries[-1].hash)
    assert first_broken(entries, head) is None
    at = data.draw(st.integers(0, len(entries) - 1))
    for name in FIELDS:
        changed = [*entries]
        changed[at] = replace(entries[at], **{name: other(getattr(entries[at], name))})
        broken = first_broken(changed, head)
        assert broken is not None
        assert broken.number == entries[at].number


def test_an_entry_that_was_changed_and_sealed_anew_does_not_fit_the_next() -> None:
    entries = some(4)
    forged = replace(entries[1], subject="LAIN")
    entries[1] = replace(forged, hash=link(forged))
    assert first_broken(entries) == Broken(3, Fault.UNLINKED, entries[2])


def test_entries_taken_out_put_in_or_in_another_order_are_found() -> None:
    entries = some(5)
    head = Head(5, entries[-1].hash)
    assert first_broken([*entries[:1], *entries[2:]], head) == Broken(2, Fault.MISSING, entries[2])
    assert first_broken(entries[1:], head) == Broken(1, Fault.MISSING, entries[1])
    assert first_broken([entries[0], *entries[:]], head) == Broken(2, Fault.MISSING, entries[0])
    assert first_broken([entries[1], entries[0], *entries[2:]]) == Broken(1, Fault.MISSING, entries[1])


def test_the_last_entries_missing_show_in_the_head_noted_elsewhere() -> None:
    entries = some(5)
    head = Head(5, entries[-1].hash)
    assert first_broken(entries[:3], head) == Broken(4, Fault.MISSING)
    assert first_broken([], head) == Broken(1, Fault.MISSING)
    assert first_broken(entries[:3]) is None
    assert first_broken(entries, Head(3, entries[2].hash)) == Broken(5, Fault.HEAD)
    assert first_broken(entries, Head(5, "lain")) == Broken(5, Fault.HEAD)


def test_an_entry_that_cannot_be_read_is_named_by_its_number() -> None:
    entries = some(3)
    assert first_broken([entries[0], 2, entries[2]]) == Broken(2, Fault.UNREADABLE)


def test_a_log_made_anew_from_an_entry_on_is_whole_and_has_another_head() -> None:
    """The honest limit: only a head that was written down elsewhere shows it."""
    entries = some(4)
    again = chain([*entries[:2], replace(entries[2], subject="LAIN"), entries[3]])
    assert first_broken(again, Head(4, again[-1].hash)) is None
    assert again[-1].hash != entries[-1].hash


def test_a_hash_is_the_same_wherever_it_is_made() -> None:
    entry = AuditEntry(
        1, AT.astimezone(), 7, "Dewi “é”", "save", "story", 1, "SLUG", {"b": "2", "a": "1"}, {}, "", ""
    )
    assert link(entry) == "e7554527a2f6690a6a524c55582c9e89e03f2b2f93cd7b5edd73aa9741cdc260"
    assert link(replace(entry, before={"a": "1", "b": "2"}, hash="apa saja")) == link(entry)


def test_a_digest_stands_for_a_text_and_shows_none_of_it() -> None:
    assert digest("Pemkot menggelar upacara.") == digest("Pemkot menggelar upacara.")
    assert digest("Pemkot menggelar upacara.") != digest("Pemkot menggelar upacara")
    assert len(digest("")) == 16
