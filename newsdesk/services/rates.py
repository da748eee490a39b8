"""How fast each announcer reads, as their readings on air and for practice teach it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Act, Person
from newsdesk.domain.rate_learning import Estimate, Learnt, TimedReading, estimate, learn
from newsdesk.domain.timing import SpokenLength
from newsdesk.services.clock import GrowingClock

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.unit_of_work import UnitOfWork

_FROM_THE_FIRST = datetime(2000, 1, 1, tzinfo=UTC)


class Rates:
    """Learns rates from readings with a stopwatch. A rate set by hand holds until the next reading."""

    def __init__(self, storage: Storage, people: People, clock: GrowingClock | None = None) -> None:
        self._storage = storage
        self._people = people
        self._clock = clock or GrowingClock()

    def estimate(self, person: Person, length: SpokenLength, clip_ms: int = 0) -> Estimate:
        """Return how long somebody takes for a text, give or take their spread; asks no database."""
        return estimate(length, clip_ms, person.rate, person.rate_spread)

    def learnt(self, person_id: int) -> Learnt | None:
        """Return what a person's readings teach now, and from how many; None where nothing was learnt."""
        with self._storage.read() as queries:
            person = queries.accounts.person(person_id)
            noted = queries.as_runs.learning(person_id)
            if person is None or noted is None:
                return None
            return learn(queries.as_runs.readings(person_id, noted.since), noted.own_rate)

    def readings(self, person_id: int) -> list[TimedReading]:
        """Return everything that somebody was timed at, the oldest first; what was forgotten too."""
        with self._storage.read() as queries:
            return queries.as_runs.readings(person_id)

    def learn(
        self, work: UnitOfWork, person_id: int, new: Sequence[TimedReading], by: Person
    ) -> Learnt | None:
        """Learn a person's rate anew, in a transaction that has just added ``new`` readings of theirs.

        Somebody who is no person here teaches nothing, and neither do readings that cannot be believed.
        """
        from newsdesk.storage.as_run import Learning

        person = work.queries.accounts.person(person_id)
        first = min((one.at for one in new), default=None)
        if person is None or first is None:
            return None
        noted = work.queries.as_runs.learning(person_id)
        if noted is None:
            noted = Learning(_FROM_THE_FIRST, person.rate, person.rate)
        elif noted.learnt_rate != person.rate:
            # Set by hand since: what was read before that no longer counts.
            earlier = [one.at for one in work.queries.as_runs.readings(person_id) if one.at < first]
            noted = Learning(max(earlier, default=noted.since), person.rate, person.rate)
        learnt = learn(work.queries.as_runs.readings(person_id, noted.since), noted.own_rate)
        if learnt is None:
            return None
        work.as_runs.note_learning(person_id, noted._replace(learnt_rate=learnt.rate))
        self._set(work, person, learnt.rate, learnt.spread, by, Deed.LEARN_RATE, str(learnt.readings))
        return learnt

    def took(self, learnt: Mapping[int, Learnt]) -> None:
        """Let the desk know of rates that were learnt, when their transaction is kept."""
        for person_id, one in learnt.items():
            self._people.learnt(person_id, one.rate, one.spread)

    def reset(self, person_id: int) -> Person | None:
        """Forget what a person's readings taught: the rate that was set before holds again.

        The readings stay in the log; only those from now on teach. Raises :class:`NotAllowed` for somebody
        else's, unless one may change people. None where there is no such person.
        """
        from newsdesk.storage.as_run import Learning

        me = self._people.me()
        with self._storage.write() as work:
            if person_id != me.id:
                self._people.demand(Act.PEOPLE, work.queries)
            person, noted = work.queries.accounts.person(person_id), work.queries.as_runs.learning(person_id)
            if person is None or noted is None:
                return person
            last = max((one.at for one in work.queries.as_runs.readings(person_id)), default=noted.since)
            since = max(last, self._clock.next())
            work.as_runs.note_learning(person_id, Learning(since, noted.own_rate, noted.own_rate))
            self._set(work, person, noted.own_rate, 0, me, Deed.RESET_RATE)
        self._people.learnt(person_id, noted.own_rate, 0)
        return replace(person, rate=noted.own_rate, rate_spread=0)

    def _set(
        self,
        work: UnitOfWork,
        person: Person,
        rate: int,
        spread: int,
        by: Person,
        deed: Deed,
        readings: str = "",
    ) -> None:
        if (person.rate, person.rate_spread) == (rate, spread):
            return
        work.as_runs.set_rate(person.id, rate, spread)
        work.audit.record(
            deed,
            by,
            "person",
            person.id,
            person.name,
            before={"rate": str(person.rate), "spread": str(person.rate_spread)},
            after={"rate": str(rate), "spread": str(spread)} | ({"readings": readings} if readings else {}),
        )
