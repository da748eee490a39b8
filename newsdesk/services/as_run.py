"""The as-run log of the newsroom: what went out, for how long it is kept, and its proof as one file."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.air_bulletin import AirBulletin
from newsdesk.domain.air_json import bulletin_from_plain
from newsdesk.domain.as_run import LAW_DAYS, AirEvent, AsRunRow, BrokenLine, JournalLine, line_from_text
from newsdesk.domain.as_run_log import AsRunLog
from newsdesk.domain.as_run_telling import log_of
from newsdesk.domain.audit import AuditEntry, Deed
from newsdesk.domain.people import Act, may
from newsdesk.errors import LogKept, NoSuchReading, TooShortRetention
from newsdesk.services.clock import utc_now
from newsdesk.services.proof import Proof, ProofPart, write_proof

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries

_MOST_ENTRIES = 10_000
_LONGEST_READING = timedelta(days=1)
"""A reading without an end that began before that was broken off, and nobody went on with it."""


class LogMonth(NamedTuple):
    """A month by its first day, and how many readings of the log began in it."""

    first: date
    readings: int


class AsRun:
    """The use cases of the log: what was read, whatever became of the stories since."""

    def __init__(
        self,
        storage: Storage,
        people: People,
        zone: Callable[[], str],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._storage = storage
        self._people = people
        self._zone = zone
        self._now = now

    # ------------------------------------------------------------ shown

    def bulletins(self, start: datetime, end: datetime, *, practice: bool = False) -> list[AsRunRow]:
        """Return the readings that began in that span, the oldest first; practice only when asked for."""
        with self._storage.read() as queries:
            return queries.as_runs.begun(start, end, practice=practice)

    def months(self, zone: tzinfo, *, practice: bool = False) -> list[LogMonth]:
        """Return the months in which anything was read, by the clock of ``zone``, the newest first."""
        with self._storage.read() as queries:
            begun = queries.as_runs.beginnings(practice=practice)
        counted = Counter(at.astimezone(zone).date().replace(day=1) for at in begun)
        return [LogMonth(first, counted[first]) for first in sorted(counted, reverse=True)]

    def of(self, bulletin_id: int) -> list[AsRunLog]:
        """Return every reading of a bulletin, the oldest first: one at each computer, and practice."""
        with self._storage.read() as queries:
            runs = queries.as_runs.of_bulletin(bulletin_id)
            texts = [queries.as_runs.lines(run.session_id) for run in runs]
        return [read_log(run, lines) for run, lines in zip(runs, texts, strict=True)]

    def log(self, session_id: int) -> AsRunLog:
        """Return one reading. Raises :class:`NoSuchReading`."""
        with self._storage.read() as queries:
            run, lines = _run(queries, session_id), queries.as_runs.lines(session_id)
        return read_log(run, lines)

    # ------------------------------------------------------------ kept

    def retention(self) -> int:
        """Return for how many days what was aired is kept."""
        with self._storage.read() as queries:
            return queries.as_runs.retention()

    def set_retention(self, days: int) -> int:
        """Keep what was aired for so many days, and return it.

        Raises :class:`TooShortRetention` for fewer than the law asks, and :class:`NotAllowed`.
        """
        if days < LAW_DAYS:
            raise TooShortRetention(LAW_DAYS)
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.STATION, work.queries)
            before = work.queries.as_runs.retention()
            work.as_runs.keep_for(days)
            if before != days:
                work.audit.record(
                    *(Deed.CHANGE, me, "retention", 0, ""),
                    before={"days": str(before)},
                    after={"days": str(days)},
                )
        return days

    def days_left(self, run: AsRunRow) -> int:
        """Return for how many more days a reading is kept; 0 when it may be deleted. Practice is not kept."""
        return self.all_days_left([run])[0]

    def all_days_left(self, runs: Sequence[AsRunRow]) -> list[int]:
        """Return :meth:`days_left` of each of these readings."""
        days = self.retention()
        return [self._left(run, days) for run in runs]

    def may_delete(self, run: AsRunRow) -> bool:
        """Return whether I may delete a reading: one that need not be kept, and that nobody is reading."""
        over = run.finished_at is not None or self._now() - run.begun_at > _LONGEST_READING
        return over and not self.days_left(run) and may(self._people.me(), Act.STATION)

    def delete(self, session_id: int) -> None:
        """Delete a reading from the log for good.

        Raises :class:`LogKept` while it has to be kept, :class:`NoSuchReading` and :class:`NotAllowed`.
        """
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.STATION, work.queries)
            run = _run(work.queries, session_id)
            left = self._left(run, work.queries.as_runs.retention())
            if left:
                raise LogKept(left)
            work.as_runs.remove(session_id)
            work.audit.record(
                *(Deed.REMOVE, me, "reading", session_id, run.name),
                before={"begun": run.begun_at.isoformat(), "lines": str(run.lines)},
            )

    def _left(self, run: AsRunRow, days: int) -> int:
        if run.practice:
            return 0
        until = max(run.begun_at, run.arrived_at) + timedelta(days=days)
        return max(0, math.ceil((until - self._now()) / timedelta(days=1)))

    # ------------------------------------------------------------ proved

    def export(self, bulletin_id: int, path: Path) -> Proof:
        """Write everything about one bulletin on air into one file that proves itself; return what is in it.

        A zip of a page to read, the log as data, its sealed lines, the entries of the audit log about the
        bulletin and its stories, and the newest entry's hash; ``newsdesk verify proof FILE`` checks it on any
        computer. Raises :class:`NoSuchReading` for a bulletin that nobody has read on air,
        :class:`CannotSave`, and :class:`NotAllowed`.
        """
        me = self._people.me()
        with self._storage.read() as queries:
            self._people.demand(Act.EXPORT_LOG, queries)
            runs = [run for run in queries.as_runs.of_bulletin(bulletin_id) if not run.practice]
            if not runs:
                raise NoSuchReading(bulletin_id)
            parts = [ProofPart(run, tuple(queries.as_runs.lines(run.session_id))) for run in runs]
            logs = [read_log(part.run, part.lines) for part in parts]
            stories = {line.item.story_id for log in logs for line in log.lines if line.item.story_id}
            entries = queries.audit.entries(_MOST_ENTRIES, "bulletin", bulletin_id)
            for story_id in sorted(stories):
                entries += queries.audit.entries(_MOST_ENTRIES, "story", story_id)
            head = queries.audit.head()
        entries.sort(key=_number)
        proof = Proof(
            self._storage.name, self._zone(), self._now(), me.name, tuple(parts), tuple(entries), head
        )
        seal = write_proof(path, proof)
        with self._storage.write() as work:
            work.audit.record(
                *(Deed.EXPORT_PROOF, me, "bulletin", bulletin_id, runs[0].name),
                after={"head": head.hash, "file": seal},
            )
        return proof


def _number(entry: AuditEntry) -> int:
    return entry.number


def read_log(run: AsRunRow, lines: list[str] | tuple[str, ...]) -> AsRunLog:
    """Return what the lines of a reading tell; those that are damaged are left out, and the log says so."""
    good: list[JournalLine] = []
    for text in lines:
        try:
            good.append(line_from_text(text))
        except ValueError:
            continue
    air = AirBulletin(run.bulletin_id, run.name, run.airtime, run.airtime, (), (), run.begun_at, "")
    if good and good[0].what is AirEvent.BEGUN:
        try:
            air = bulletin_from_plain(good[0].data["air"])
        except (KeyError, ValueError, TypeError):
            # Sealed, but no bulletin: nobody's Newsdesk wrote it, and no item can be told of.
            return replace(log_of(air, good), broken=BrokenLine(1, "strange"))
    return log_of(air, good)


def _run(queries: Queries, session_id: int) -> AsRunRow:
    run = queries.as_runs.session(session_id)
    if run is None:
        raise NoSuchReading(session_id)
    return run
