"""Who says what, who wrote it: sources, the passages tied to them, and bylines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Office:
    """A post that a person holds, held or will hold: title "Kepala", organisation "BPS Kota Blitar".

    ``since`` and ``until`` are its first and its last day; None where the newsroom does not know.
    """

    title: str
    organisation: str = ""
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Return whether the post is held on that day, as far as is known."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Contact:
    """A number or an address: only for the newsroom while ``private``; ``note`` says how to use it."""

    value: str
    private: bool = True
    note: str = ""


@dataclass
class Source:
    """A person or an organisation that gives words or facts to stories (aggregate of the register).

    ``office`` and ``organisation`` are those of today ("Kepala BPS Kota Blitar"), ``offices`` all that the
    person held or will hold. With an empty ``person`` the source is the organisation and has no offices.
    ``merged_into`` is the number of the source that this one turned out to be, 0 as a rule. ``id`` and
    ``version`` are 0 until stored.
    """

    person: str
    office: str = ""
    organisation: str = ""
    contacts: tuple[Contact, ...] = ()
    on_record: bool = True
    offices: tuple[Office, ...] = ()
    merged_into: int = 0
    id: int = 0
    version: int = 0

    @property
    def name(self) -> str:
        """What the newsroom calls this source: the person, or else the organisation."""
        return self.person or self.organisation


def office_on(offices: Iterable[Office], day: date) -> Office | None:
    """Return the office held on that day; of several the one begun last, of such the first listed."""
    held = [office for office in offices if office.holds_on(day)]
    return max(held, key=lambda office: office.since or date.min, default=None)


def with_offices(source: Source, offices: tuple[Office, ...], day: date) -> Source:
    """Return ``source`` with these offices, and with the one that is held on that day as its own."""
    held = office_on(offices, day)
    title, organisation = (held.title, held.organisation) if held else ("", "")
    return replace(source, office=title, organisation=organisation, offices=offices)


def as_of(source: Source, day: date) -> Source:
    """Return ``source`` with the office that its offices give it on that day."""
    if not source.person or not source.offices:
        return source
    only = source.offices[0]
    if len(source.offices) == 1 and only.since is None and only.until is None:
        return source  # nearly all: what stands there holds on every day
    return with_offices(source, source.offices, day)


def in_step(source: Source, day: date) -> Source:
    """Return ``source`` with its offices as its own ``office`` and ``organisation`` say.

    Words that differ from what the offices give on that day were changed by hand: they mend that office, or
    are a new one when none is held. Where nothing is said the offices speak.
    """
    if not source.person:
        return replace(source, offices=())
    if not source.office and not source.organisation:
        return as_of(source, day)
    held = office_on(source.offices, day)
    said = replace(held or Office(""), title=source.office, organisation=source.organisation)
    if held is None:
        return replace(source, offices=(said, *source.offices))
    return replace(source, offices=tuple(said if one is held else one for one in source.offices))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Ties the passage ``[start, end)`` (code points of the body) to the source ``source_id``.

    ``quote`` is true when the passage is the source's own words.
    """

    source_id: int
    start: int
    end: int
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote the story and for which outlet: "Ipang Harwoko", "Mahardhika FM"."""

    name: str
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the story comes from: place "Blitar", outlet "Beritatrends" (NITF dateline)."""

    place: str
    outlet: str = ""
