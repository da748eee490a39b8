"""Journals of readings brought into the newsroom, with what follows from them; as often as one likes."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.air_bulletin import AirBulletin
from newsdesk.domain.as_run import AirEvent, AsRunRow, JournalLine, Outcome
from newsdesk.domain.as_run_log import AsRunLog
from newsdesk.domain.as_run_telling import unchecked_log
from newsdesk.domain.audit import Deed
from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.people import Person
from newsdesk.domain.rate_learning import Learnt, TimedReading, readings_of
from newsdesk.errors import NewsdeskError, StorageError

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.rates import Rates
    from newsdesk.storage.air_files import AirFolder, SessionFile
    from newsdesk.storage.open import Storage
    from newsdesk.storage.unit_of_work import UnitOfWork

_log = logging.getLogger(__name__)

MarkAired = Callable[["UnitOfWork", int, int, Person, str], bool]
"""Takes note in a transaction that a story's revision was read, by whom, in which bulletin."""


@dataclass(frozen=True, slots=True)
class Drained:
    """What was brought into the newsroom: lines that were new there, and learnt rates of people by their ids.

    ``away`` is why the newsroom could not be asked; then lines wait where they are. ``waiting`` are the
    readings of which the newsroom does not have every line.
    """

    lines: int = 0
    rates: Mapping[int, Learnt] = field(default_factory=dict[int, Learnt])
    waiting: int = 0
    away: NewsdeskError | None = None


class AirDraining:
    """Brings lines into the newsroom: twice, from two computers or killed half-way, each arrives once.

    A reading whose log was deleted there for good does not come back.
    """

    def __init__(self, storage: Storage, files: AirFolder, rates: Rates, mark_aired: MarkAired) -> None:
        self._storage = storage
        self._files = files
        self._rates = rates
        self._mark_aired = mark_aired
        self._done: dict[int, str] = {}
        """Of each reading that still goes on, the seal of the last line that the newsroom has."""

    def drain(
        self,
        live: Mapping[int, Sequence[JournalLine]],
        begun_with: Callable[[SessionFile, Sequence[JournalLine]], AirBulletin | None],
        arrived_at: datetime,
    ) -> Drained:
        """Bring in everything that is on this computer.

        ``live`` are the lines of readings under way by their numbers, those that the disk has not taken too;
        ``begun_with`` gives what a reading began with.
        """
        lines_new, learnt, waiting = 0, dict[int, Learnt](), 0
        away: NewsdeskError | None = None
        for file in self._files.sessions():
            if file.sent:
                self._done.pop(file.session_id, None)  # it may have to be brought again
                continue
            try:
                lines = live.get(file.session_id) or self._files.read(file).lines
                if not lines:
                    continue
                if self._done.get(file.session_id) != lines[-1].hash:
                    air = begun_with(file, lines)
                    if air is None:
                        continue  # named where it is listed: nothing can be told of it
                    brought = self._bring(file, lines, air, arrived_at)
                    if brought is None:
                        if file.session_id not in live:
                            self._files.sent(file)
                        continue
                    lines_new, learnt = lines_new + brought[0], learnt | brought[1]
                    self._done[file.session_id] = lines[-1].hash
                if lines[-1].what is AirEvent.FINISHED and file.session_id not in live:
                    self._files.sent(file)
            except StorageError as error:
                away, waiting = error, waiting + 1
                break  # the others would wait for the same database
            except OSError as error:
                _log.warning("journal of reading %d cannot be read: %s", file.session_id, error)
                waiting += 1
        return Drained(lines_new, learnt, waiting, away)

    def _bring(
        self, file: SessionFile, lines: Sequence[JournalLine], air: AirBulletin, arrived_at: datetime
    ) -> tuple[int, dict[int, Learnt]] | None:
        """Return how many lines were new there, and whose rate was learnt; None where it was deleted."""
        log = unchecked_log(air, lines)
        with self._storage.write() as work:
            work.as_runs.take_turn(file.session_id)
            known = work.queries.as_runs.numbers(file.session_id)
            last = next((line for line in reversed(lines) if line.number in known), None)
            if last is None or work.queries.as_runs.line(file.session_id, last.number) == last.as_text():
                new = [line for line in lines if line.number not in known]
                at = 0
            else:
                # A disk that took nothing, and a program killed then: it went on from what was on the disk.
                there = set(work.queries.as_runs.lines(file.session_id))
                new = [line for line in lines if line.as_text() not in there]
                at = max(known)
                _log.info("reading %d went on without lines that the newsroom has", file.session_id)
            if not new:
                return 0, {}
            if work.queries.as_runs.session(file.session_id) is None:
                if work.queries.audit.last_acts("reading", {file.session_id}, {Deed.REMOVE}):
                    return None
                work.as_runs.add(_row(file, log, lines, arrived_at))
            work.as_runs.add_lines(file.session_id, new, after=at)
            by = work.queries.accounts.person(log.person_id) or Person(log.person, id=log.person_id)
            self._acknowledge(work, new, by)
            if not log.practice:
                self._aired(work, log, {line.number for line in new}, new, by)
            learnt = self._learn(work, log, file.session_id, by)
        self._rates.took(learnt)
        return len(new), learnt

    def _acknowledge(self, work: UnitOfWork, new: Sequence[JournalLine], by: Person) -> None:
        for line in new:
            if line.what is AirEvent.ACKNOWLEDGED:
                work.as_runs.acknowledge(int(line.data.get("flash", 0)), by.name, line.at)

    def _aired(
        self, work: UnitOfWork, log: AsRunLog, numbers: set[int], new: Sequence[JournalLine], by: Person
    ) -> None:
        bulletin_id, name = log.air.bulletin_id, log.air.name
        aired = work.queries.bulletins.is_aired(bulletin_id)
        events = {line.what for line in new}
        if AirEvent.BEGUN in events:
            after = {"reading": str(log.session_id), "computer": log.computer}
            if log.unready_why:
                after["why"] = log.unready_why
            work.audit.record(Deed.BEGIN_AIR, by, "bulletin", bulletin_id, name, after=after)
            if aired is False:
                work.bulletins.stands(bulletin_id, BulletinState.ON_AIR)
        for line in log.lines:
            story, revision = line.item.story_id, line.item.revision
            if line.number in numbers and line.outcome is Outcome.READ and story and revision:
                self._mark_aired(work, story, revision, by, name)
        if AirEvent.FINISHED in events:
            number, seal = log.head
            after = {"reading": str(log.session_id), "lines": str(number), "hash": seal}
            work.audit.record(Deed.END_AIR, by, "bulletin", bulletin_id, name, after=after)
            if aired is not None:
                work.bulletins.stands(bulletin_id, BulletinState.AIRED)

    def _learn(self, work: UnitOfWork, log: AsRunLog, session_id: int, by: Person) -> dict[int, Learnt]:
        of_person: dict[int, list[tuple[int, TimedReading]]] = defaultdict(list)
        for number, person_id, reading in readings_of(log):
            of_person[person_id].append((number, reading))
        learnt: dict[int, Learnt] = {}
        for person_id, readings in of_person.items():
            added = work.as_runs.add_readings(session_id, person_id, readings)
            taught = self._rates.learn(work, person_id, added, by) if added else None
            if taught is not None:
                learnt[person_id] = taught
        return learnt


def _row(file: SessionFile, log: AsRunLog, lines: Sequence[JournalLine], arrived_at: datetime) -> AsRunRow:
    return AsRunRow(
        session_id=file.session_id,
        bulletin_id=file.bulletin_id,
        name=log.air.name,
        airtime=log.air.airtime,
        practice=log.practice,
        person_id=log.person_id,
        person=log.person,
        computer=log.computer,
        begun_at=log.begun_at or lines[0].at,
        arrived_at=arrived_at,
    )
