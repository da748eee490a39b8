"""The register of sources: who gives the newsroom its words and facts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.attribution import Contact, Office, Source, as_of, in_step, with_offices
from newsdesk.domain.audit import Deed
from newsdesk.domain.likeness import Duplicate, Why, judge, likely_duplicates
from newsdesk.domain.names import meet, readings, written_out
from newsdesk.domain.people import Act
from newsdesk.domain.registers import SourceChange, SourceUse
from newsdesk.domain.text import clean
from newsdesk.errors import StaleEntry
from newsdesk.services.clock import utc_now
from newsdesk.services.told import differing, yes_or_no

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.unit_of_work import UnitOfWork

_THE_SAME = (Why.SAME_NAME, Why.SAME_BODY)
_MOST_STORIES = 50
"""Stories that :meth:`SourceRegister.use_of` lists; a mayor speaks in thousands."""


class Meant(NamedTuple):
    """Whom a name in copy may mean: ``same`` by name and office; ``perhaps`` are to be asked about."""

    same: Source | None
    perhaps: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """The register at one moment, and the pairs in it that were told apart by hand."""

    sources: tuple[Source, ...]
    apart: frozenset[tuple[int, int]]

    def duplicates(self, of: Collection[int] = ()) -> list[Duplicate]:
        """Return the pairs that may be one source, the surest first; without those told apart.

        ``of`` asks for the pairs of these sources only. Pure; most of a second for 5,000 sources the first
        time, so not for the window's thread.
        """
        return [
            pair
            for pair in likely_duplicates(self.sources, tuple(of))
            if (min(pair.keep.id, pair.gone.id), max(pair.keep.id, pair.gone.id)) not in self.apart
        ]


class SourceRegister:
    """Adds, changes, finds and merges sources. What is handed out is a copy: change it, then ``update``.

    ``office`` and ``organisation`` of what is handed out are those of ``today`` (asked at every call).
    Whatever changes the register raises :class:`NotAllowed` for who may not.
    """

    def __init__(
        self,
        storage: Storage,
        people: People,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._storage = storage
        self._people = people
        self._today = today
        self._now = now

    def add(self, source: Source) -> Source:
        """Add a source and return it as stored, with its number."""
        with self._changing() as work:
            added = work.sources.add(self._cleaned(source))
            self._record(work, Deed.ADD, added, after=_told(added))
            return added

    def update(self, source: Source) -> Source:
        """Store a changed source and return it as stored.

        An ``office`` that its ``offices`` do not give mends the one held today (:func:`in_step`). Raises
        :class:`StaleEntry` when someone changed or merged it since it was read.
        """
        with self._changing() as work:
            before = work.queries.registers.sources_by_id([source.id]).get(source.id)
            changed = work.sources.change(self._cleaned(source))
            self._record(work, Deed.CHANGE, changed, _told(before) if before else {}, _told(changed))
            return changed

    def list(self, needle: str = "") -> list[Source]:
        """Return the sources with these letters in person, organisation or any office, by name."""
        today = self._today()
        with self._storage.read() as queries:
            found = queries.registers.sources(clean(needle).strip())
        return [as_of(source, today) for source in found]

    def get_many(self, ids: Collection[int]) -> list[Source]:
        """Return the sources with these numbers, in the order of ``ids``; unknown numbers are left out.

        For one that was merged comes the one that it was merged into; each comes once.
        """
        found = self.standing_for(ids)
        return list({found[number].id: found[number] for number in ids if number in found}.values())

    def standing_for(self, ids: Collection[int]) -> dict[int, Source]:
        """Return for each of these numbers the source that it stands for: its own, unless it was merged."""
        today = self._today()
        with self._storage.read() as queries:
            found = queries.registers.sources_by_id(ids)
        return {number: as_of(source, today) for number, source in found.items()}

    def use_of(self, source_id: int) -> SourceUse:
        """Return when a source was first and last used, and in which stories it speaks now."""
        with self._storage.read() as queries:
            return queries.registers.use_of(source_id, _MOST_STORIES)

    def meant_by(self, found: Source) -> Meant:
        """Return whom a source found in copy may mean: nobody is taken for a namesake in another office."""
        words = {word for called in readings(found.person) for word in called.name} or {found.organisation}
        near = {one.id: one for word in words for one in self.list(word)}
        alike = [(one, likeness) for one in near.values() if (likeness := judge(one, found)) is not None]
        same = [one for one, likeness in alike if likeness.sure and likeness.why in _THE_SAME]
        return Meant(
            same[0] if len(same) == 1 else None,
            tuple(one for one, likeness in alike if likeness.why is not Why.SPELLING),
        )

    def namesakes(self, source: Source) -> list[Source]:
        """Return the other sources of exactly this name, in whatever case."""
        name = source.name.casefold()
        return [one for one in self.list(source.name) if one.id != source.id and one.name.casefold() == name]

    # ------------------------------------------------------------ one person, written twice

    def compared(self) -> Compared:
        """Return what is needed to look for duplicates, which takes too long for the database's lane."""
        today = self._today()
        with self._storage.read() as queries:
            sources = queries.registers.sources()
            apart = queries.registers.told_apart()
        return Compared(tuple(as_of(source, today) for source in sources), frozenset(apart))

    def tell_apart(self, one: int, other: int) -> None:
        """Remember that these are two sources: they are not offered for merging any more."""
        me = self._people.me()
        with self._changing() as work:
            work.source_merges.tell_apart(one, other, me.id, self._now())
            told = {"from": str(other)}
            work.audit.record(Deed.TELL_APART, me, "source", one, "", after=told)

    def forget_apart(self, one: int, other: int) -> None:
        """Take :meth:`tell_apart` back."""
        me = self._people.me()
        with self._changing() as work:
            work.source_merges.forget(one, other)
            told = {"what": Deed.TELL_APART.value, "from": str(other)}
            work.audit.record(Deed.UNDO, me, "source", one, "", after=told)

    def merge(self, keep: Source, gone: Source) -> SourceChange:
        """Make two sources one: ``gone`` stands for ``keep`` from now on, in every revision that names it.

        The kept one gets the offices and contacts of the other as well, and is off the record when one of
        them was; its name stays. Nothing is deleted. Raises :class:`StaleEntry` when one of the two was
        changed since it was read.
        """
        if keep.id == gone.id:
            raise StaleEntry(gone.id)
        with self._changing() as work:
            work.source_merges.take_turn()
            work.sources.change(replace(gone, merged_into=keep.id))
            others = work.source_merges.move(gone.id, keep.id)
            kept = work.sources.change(self._cleaned(self._together(keep, gone)))
            self._record(work, Deed.MERGE, kept, _told(keep), _told(kept) | {"gone": gone.name})
        return SourceChange(kept, keep, gone, others)

    def undo(self, change: SourceChange) -> Source:
        """Take a merge back and return the kept source as it was.

        Ties made to it since then stay with it. Raises :class:`StaleEntry` when it was changed since.
        """
        with self._changing() as work:
            work.source_merges.take_turn()
            before = work.sources.change(replace(change.before, version=change.kept.version))
            gone = replace(change.gone, version=change.gone.version + 1)
            work.sources.change(gone)
            work.source_merges.put(change.others, change.gone.id)
            told = _told(before) | {"what": Deed.MERGE.value, "back": change.gone.name}
            self._record(work, Deed.UNDO, before, _told(change.kept), told)
        return before

    @contextmanager
    def _changing(self) -> Generator[UnitOfWork]:
        self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.SOURCES, work.queries)
            yield work

    def _record(
        self,
        work: UnitOfWork,
        deed: Deed,
        source: Source,
        before: dict[str, str] | None = None,
        after: dict[str, str] | None = None,
    ) -> None:
        told = differing(before or {}, after or {})
        work.audit.record(deed, self._people.me(), "source", source.id, source.name, *told)

    def _together(self, keep: Source, gone: Source) -> Source:
        both = replace(
            keep,
            contacts=_one_of_each((*keep.contacts, *gone.contacts)),
            on_record=keep.on_record and gone.on_record,
        )
        offices = _without_the_same((*keep.offices, *gone.offices))
        return with_offices(both, offices, self._today()) if keep.person and offices else both

    def _cleaned(self, source: Source) -> Source:
        plain = replace(
            source,
            person=_spaced(source.person),
            office=_spaced(source.office),
            organisation=_spaced(source.organisation),
            contacts=tuple(
                Contact(_spaced(one.value), one.private, _spaced(one.note))
                for one in source.contacts
                if one.value.strip()
            ),
            offices=tuple(
                replace(one, title=_spaced(one.title), organisation=_spaced(one.organisation))
                for one in source.offices
                if one.title.strip() or one.organisation.strip()
            ),
        )
        return in_step(plain, self._today())


def _without_the_same(offices: tuple[Office, ...]) -> tuple[Office, ...]:
    """Return the offices, each once: one without days goes where another says the same, longer or shorter."""
    each: list[Office] = []
    for one in sorted(offices, key=lambda office: not (office.since or office.until)):
        words = written_out(f"{one.title} {one.organisation}")
        known = [other for other in each if meet(words, written_out(f"{other.title} {other.organisation}"))]
        days = (one.since, one.until)
        if any(days in ((None, None), (other.since, other.until)) for other in known):
            continue
        each.append(one)
    return tuple(sorted(each, key=offices.index))


def _one_of_each(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Return the contacts, each once: private when it was so anywhere, with the first note."""
    each: dict[str, Contact] = {}
    for one in contacts:
        known = each.get(one.value)
        each[one.value] = (
            one if known is None else Contact(one.value, known.private or one.private, known.note or one.note)
        )
    return tuple(each.values())


def _spaced(text: str) -> str:
    return " ".join(clean(text).split())


def _told(source: Source) -> dict[str, str]:
    """Return what the log says about a source: how to reach somebody is nobody's business there."""
    return {
        "name": source.name,
        "office": source.office,
        "organisation": source.organisation,
        "contacts": str(len(source.contacts)),
        "on_record": yes_or_no(source.on_record),
    }
