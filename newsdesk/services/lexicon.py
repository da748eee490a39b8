"""The house lexicon: how this newsroom says a form, and who has vouched for it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.audit import Deed
from newsdesk.domain.cleaning import clean_entry
from newsdesk.domain.lexicon import LONGEST_FORM, LexiconChange, Pronunciation
from newsdesk.domain.people import Act
from newsdesk.domain.rows import LexiconRow
from newsdesk.errors import BadInput, FormExists, StaleEntry
from newsdesk.files import write_whole
from newsdesk.i18n import _
from newsdesk.services.clock import utc_now
from newsdesk.services.sayable import fault
from newsdesk.services.told import differing, short, yes_or_no

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.unit_of_work import UnitOfWork


class CsvRead(NamedTuple):
    """What a file brought: the change it made, how many entries it added, changed and left as they were.

    ``refused`` are the rows that could not be taken, each by its line in the file (from 1) and why.
    """

    change: LexiconChange
    added: int
    changed: int
    same: int
    refused: tuple[tuple[int, str], ...]


class HouseLexicon:
    """Lists and changes the entries. What is handed out is a copy: change it, then ``update``.

    Whatever changes them raises :class:`NotAllowed` for who may not.

    For undo, put what stood before an act and what stands after it into a :class:`LexiconChange`: an added
    entry ``((), (added,))``, a changed one ``((old,), (new,))``, a removed one ``((old,), ())``.
    """

    def __init__(self, storage: Storage, people: People, now: Callable[[], datetime] = utc_now) -> None:
        self._storage = storage
        self._people = people
        self._now = now

    def forms(self) -> list[Pronunciation]:
        """Return every entry, by form."""
        with self._storage.read() as queries:
            return queries.lexicon.entries()

    def stamp(self) -> tuple[int, ...]:
        """Return figures to compare: they are others when what scripts are read by has changed since."""
        with self._storage.read() as queries:
            return queries.lexicon.stamp()

    def rows(self) -> list[LexiconRow]:
        """Return every entry with the slug of the story it was found in and how many stories have it."""
        with self._storage.read() as queries:
            return queries.lexicon.rows()

    def add(self, entry: Pronunciation) -> Pronunciation:
        """Add an entry, checked by me and now, and return it as stored.

        Raises :class:`FormExists` when the form is listed with the same case and conditions, and
        :class:`BadInput` for one that nobody could see or that is longer than any name, and for a reading
        that is no words (:mod:`newsdesk.services.sayable`).
        """
        entry = self._vouched(_whole(replace(entry, id=0)))
        with self._changing() as work:
            _alone(work, [entry])
            added = work.lexicon.add([entry])
            _look_for(work, added)
            self._record(work, Deed.ADD, added[0], after=_told(added[0]))
            return added[0]

    def update(self, entry: Pronunciation) -> Pronunciation:
        """Store a changed entry, checked by me and now, and return it as stored.

        Raises :class:`StaleEntry` when someone changed or removed it since it was read, and what :meth:`add`
        raises.
        """
        entry = self._vouched(_whole(entry))
        with self._changing() as work:
            _alone(work, [entry])
            before = work.queries.lexicon.by_id({entry.id}).get(entry.id)
            changed = work.lexicon.change([entry])
            _look_for(work, changed)
            told = differing(_told(before) if before else {}, _told(changed[0]))
            self._record(work, Deed.CHANGE, changed[0], *told)
            return changed[0]

    def check(self, entry: Pronunciation) -> Pronunciation:
        """Vouch for an entry as it stands, and return it as stored. Raises :class:`StaleEntry`."""
        entry = self._vouched(entry)
        with self._changing() as work:
            checked = work.lexicon.change([entry])[0]
            self._record(work, Deed.CHECK, checked, after=_told(checked))
            return checked

    def remove(self, entry: Pronunciation) -> None:
        """Take an entry out. Raises :class:`StaleEntry` when someone changed it since it was read."""
        with self._changing() as work:
            work.lexicon.remove([entry])
            self._record(work, Deed.REMOVE, entry, _told(entry))

    def undo(self, change: LexiconChange) -> LexiconChange:
        """Take a change back, and return what that changed: undoing this makes the change again.

        Entries get their old numbers, checkers and moments. Raises :class:`StaleEntry` when someone changed
        one of them since, :class:`FormExists` when a removed form has been listed anew; then nothing is.
        """
        before, after = _by_id(change.before), _by_id(change.after)
        with self._changing() as work:
            stored = work.queries.lexicon.by_id({*before, *after})
            for number in {*before, *after}:
                # By what it says and not by its version: an entry taken out and put back begins a new count.
                if not _same(stored.get(number), after.get(number)):
                    raise StaleEntry(number)
            work.lexicon.remove(stored[number] for number in after if number not in before)
            _alone(work, list(before.values()))
            changed = [
                replace(one, version=stored[number].version)
                for number, one in before.items()
                if number in after
            ]
            back = [one for number, one in before.items() if number not in after]
            again = (*work.lexicon.change(changed), *work.lexicon.add(back))
            _look_for(work, again)
            self._record_many(work, Deed.UNDO, [*before.values(), *after.values()])
            return LexiconChange(change.after, again)

    def write_csv(self, path: Path) -> int:
        """Write every entry to a CSV file (:mod:`newsdesk.services.lexicon_csv`); return how many.

        Raises :class:`CannotSave`.
        """
        from newsdesk.services import lexicon_csv  # only who exports or imports needs it

        entries = self.forms()
        write_whole(path, lexicon_csv.written(entries))
        return len(entries)

    def read_csv(self, path: Path) -> CsvRead:
        """Take the rows of a CSV file in: all that can be, in one transaction, the others told.

        A row changes the entry of the same form, case and conditions, or adds one. A row that names no
        checker makes an unchecked entry; one that says what the lexicon says changes nothing. Raises
        :class:`BadInput` for a file that is no such table.
        """
        from newsdesk.services import lexicon_csv  # only who exports or imports needs it

        table = lexicon_csv.read(path)
        rows = _usable(table.rows, table.refused)
        added: list[Pronunciation] = []
        changed: list[tuple[Pronunciation, Pronunciation]] = []
        with self._changing() as work:
            listed = {entry.place: entry for entry in reversed(work.queries.lexicon.entries())}
            for row in rows:
                entry = listed.get(row.place)
                if entry is None:
                    added.append(self._dated(row))
                elif not _says_the_same(row := _taken_over(entry, row, table.keeps), entry):
                    changed.append((entry, self._dated(row)))
            after = work.lexicon.change(new for _old, new in changed) + work.lexicon.add(added)
            _look_for(work, after)
            if after:
                self._record_many(work, Deed.IMPORT, after)
        return CsvRead(
            LexiconChange(tuple(old for old, _new in changed), tuple(after)),
            added=len(added),
            changed=len(changed),
            same=len(rows) - len(added) - len(changed),
            refused=tuple(sorted(table.refused)),
        )

    @contextmanager
    def _changing(self) -> Generator[UnitOfWork]:
        self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.LEXICON, work.queries)
            work.lexicon.take_turn()
            yield work

    def _record(
        self,
        work: UnitOfWork,
        deed: Deed,
        entry: Pronunciation,
        before: dict[str, str] | None = None,
        after: dict[str, str] | None = None,
    ) -> None:
        work.audit.record(deed, self._people.me(), "pronunciation", entry.id, entry.form, before, after)

    def _record_many(self, work: UnitOfWork, deed: Deed, entries: Sequence[Pronunciation]) -> None:
        """Record what was done to many at once as one act, under the entry if it was a single one."""
        numbers = {entry.id for entry in entries}
        one = entries[0] if len(numbers) == 1 else Pronunciation("", "")
        self._record(work, deed, one, after={"entries": str(len(numbers))})

    def _vouched(self, entry: Pronunciation) -> Pronunciation:
        return replace(entry, checked_by=self._people.me().name, checked_at=self._now())

    def _dated(self, row: Pronunciation) -> Pronunciation:
        """Give a checked row a moment: that of the import, when its file names none."""
        return replace(row, checked_at=self._now()) if row.checked_by and row.checked_at is None else row


def _whole(entry: Pronunciation) -> Pronunciation:
    entry = clean_entry(entry)
    if reason := _unusable(entry):
        raise BadInput(_("Bentuk “{form}”").format(form=entry.form[:40]), reason)
    return entry


def _unusable(entry: Pronunciation) -> str:
    """Return why no lexicon could hold an entry that is clean, "" for one that it could."""
    if not any(letter.isprintable() and not letter.isspace() for letter in entry.form):
        return _("bentuk tertulisnya kosong")
    if len(entry.form) > LONGEST_FORM:
        return _("bentuk tertulisnya terlalu panjang")
    return fault(entry.spoken).rstrip(".") if entry.spoken else _("cara membacanya kosong")


def _usable(rows: Iterable[tuple[int, Pronunciation]], refused: list[tuple[int, str]]) -> list[Pronunciation]:
    """Return the entries of a file that can be taken, one for each place; the others join ``refused``."""
    lines: dict[object, int] = {}
    usable: list[Pronunciation] = []
    for line, entry in rows:
        first = lines.setdefault(entry.place, line)
        if reason := _unusable(entry):
            refused.append((line, reason))
        elif first != line:
            refused.append((line, _("bentuk ini sudah ada di baris {line}").format(line=first)))
        else:
            usable.append(entry)
    return usable


def _alone(work: UnitOfWork, entries: Sequence[Pronunciation]) -> None:
    """Raise :class:`FormExists` when one of these would move to the place of another entry.

    Twins that the first release let in are left in peace until they move.
    """
    stored = work.queries.lexicon.by_id(entry.id for entry in entries)
    moved = [entry for entry in entries if entry.id not in stored or stored[entry.id].place != entry.place]
    places = {entry.place: entry.id for entry in moved}
    for other in work.queries.lexicon.namesakes({entry.form for entry in moved}):
        if places.get(other.place, other.id) != other.id:
            raise FormExists(other.form)


def _look_for(work: UnitOfWork, entries: Sequence[Pronunciation]) -> None:
    """Note which stories have the forms of these entries: they were saved before anybody listed them."""
    with work.by_the_way("looking for forms in stories"):
        work.story_forms.find(entries)


def _by_id(entries: Iterable[Pronunciation]) -> dict[int, Pronunciation]:
    return {entry.id: entry for entry in entries}


def _same(one: Pronunciation | None, other: Pronunciation | None) -> bool:
    if one is None or other is None:
        return one is other
    return replace(one, version=0) == replace(other, version=0)


def _taken_over(entry: Pronunciation, row: Pronunciation, keeps: Iterable[str]) -> Pronunciation:
    """Return ``entry`` saying what ``row`` says; what no row can say (and ``keeps``) stays as it is."""
    kept = ("form", "id", "version", "found_in", "found_sentence", "found_by", "found_at", *keeps)
    return replace(row, **{field: getattr(entry, field) for field in kept})


def _says_the_same(row: Pronunciation, entry: Pronunciation) -> bool:
    """Whether a row has nothing new: it need not repeat who checked, nor when."""
    same_words = replace(row, checked_by=entry.checked_by, checked_at=entry.checked_at) == entry
    same_checker = row.checked_by in ("", entry.checked_by)
    return same_words and same_checker and row.checked_at in (None, entry.checked_at)


def _told(entry: Pronunciation) -> dict[str, str]:
    """Return what the log says about an entry."""
    return {
        "form": short(entry.form),
        "spoken": short(entry.spoken),
        "how": entry.how.value,
        "case_sensitive": yes_or_no(entry.case_sensitive),
        "checked_by": entry.checked_by,
    }
