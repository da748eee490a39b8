"""The as-run log in the newsroom: readings of bulletins with their lines, and what they teach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, select, update
from sqlalchemy.exc import DBAPIError

from newsdesk.domain.as_run import LAW_DAYS, AirEvent, AsRunRow, JournalLine, line_from_text
from newsdesk.domain.rate_learning import TimedReading
from newsdesk.domain.timing import SpokenLength
from newsdesk.errors import LogKept
from newsdesk.storage.air_guards import KEPT
from newsdesk.storage.inserting import insert_into
from newsdesk.storage.tables import every as t

_R, _L, _T = t.as_runs.c, t.as_run_lines.c, t.readings.c


class Learning(NamedTuple):
    """How a person's rate came about: since when readings teach it, which rate was set by hand before that,
    and which was learnt last; a person who has another by now set it by hand since.
    """

    since: datetime
    own_rate: int
    learnt_rate: int


class AsRunQueries:
    """What is asked of the log."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begun(self, start: datetime, end: datetime, *, practice: bool = False) -> list[AsRunRow]:
        """Return the readings that began in that span, the oldest first; practice only when asked for."""
        wanted = [_R.begun_at >= start, _R.begun_at < end]
        if not practice:
            wanted.append(_R.practice.is_(False))
        return self._rows(*wanted)

    def beginnings(self, *, practice: bool = False) -> list[datetime]:
        """Return when every reading began, the oldest first; practice only when asked for."""
        statement = select(_R.begun_at).order_by(_R.begun_at)
        return list(self._connection.scalars(statement if practice else statement.where(~_R.practice)))

    def of_bulletin(self, bulletin_id: int) -> list[AsRunRow]:
        """Return every reading of a bulletin, practice too, the oldest first."""
        return self._rows(_R.bulletin_id == bulletin_id)

    def session(self, session_id: int) -> AsRunRow | None:
        """Return one reading."""
        rows = self._rows(_R.session_id == session_id)
        return rows[0] if rows else None

    def lines(self, session_id: int) -> list[str]:
        """Return the lines of a reading, in order, as they stand in the journal."""
        statement = select(_L.line).where(_L.session_id == session_id).order_by(_L.number)
        return list(self._connection.scalars(statement))

    def line(self, session_id: int, number: int) -> str | None:
        """Return one line of a reading as it stands in the journal."""
        return self._connection.scalar(
            select(_L.line).where(_L.session_id == session_id, _L.number == number)
        )

    def numbers(self, session_id: int) -> set[int]:
        """Return the numbers of the lines of a reading that are here."""
        return set(self._connection.scalars(select(_L.number).where(_L.session_id == session_id)))

    def reading(self, bulletin_id: int, since: datetime) -> int | None:
        """Return the item of a bulletin that is read on air now, as far as its log has come here.

        None where nothing came of it since that moment (UTC), and where its reading is over.
        """
        of_it = (_R.bulletin_id == bulletin_id, _R.practice.is_(False))
        session = select(_R.session_id).where(*of_it).order_by(_R.begun_at.desc()).limit(1).scalar_subquery()
        telling = (AirEvent.STARTED.value, AirEvent.FINISHED.value)
        last = select(_L.line).where(_L.session_id == session, _L.what.in_(telling))
        text = self._connection.scalar(last.order_by(_L.number.desc()).limit(1))
        heard = self._connection.scalar(select(func.max(_L.at)).where(_L.session_id == session))
        if text is None or heard is None or heard < since:
            return None
        try:
            line = line_from_text(text)
        except ValueError:
            return None
        item = line.data.get("item") if line.what is AirEvent.STARTED else None
        return item if isinstance(item, int) else None

    def retention(self) -> int:
        """Return for how many days the log is kept."""
        return self._connection.scalar(select(func.max(t.as_run_retention.c.days))) or LAW_DAYS

    def pulse(self, bulletin_id: int) -> tuple[object, ...]:
        """Return what differs as soon as anything differs for the microphone; cheap, for every second."""
        b, i, story, flash = t.bulletins.c, t.bulletin_items.c, t.stories.c, t.flashes.c
        statement = select(
            select(b.version).where(b.id == bulletin_id).scalar_subquery(),
            select(func.count(flash.id)).where(flash.bulletin_id == bulletin_id).scalar_subquery(),
            select(func.sum(story.version))
            .join(t.bulletin_items, i.story_id == story.id)
            .where(i.bulletin_id == bulletin_id)
            .scalar_subquery(),
            select(func.max(t.approvals.c.id)).scalar_subquery(),
        )
        return tuple(self._connection.execute(statement).one())

    def readings(self, person_id: int, since: datetime | None = None) -> list[TimedReading]:
        """Return what somebody read since then, the oldest first."""
        wanted = [_T.person_id == person_id] + ([] if since is None else [_T.at > since])
        columns = (_T.syllables, _T.sentences, _T.paragraphs, _T.taken_ms, _T.at, _T.practice)
        rows = self._connection.execute(select(*columns).where(*wanted).order_by(_T.at, _T.number))
        return [TimedReading(SpokenLength(*row[:3]), row.taken_ms, row.at, row.practice) for row in rows]

    def learning(self, person_id: int) -> Learning | None:
        """Return what is noted about how a person's rate was learnt."""
        c = t.learning.c
        columns = (c.since, c.own_rate, c.learnt_rate)
        row = self._connection.execute(select(*columns).where(c.person_id == person_id)).one_or_none()
        return None if row is None else Learning(*row)

    def _rows(self, *wanted: ColumnElement[bool]) -> list[AsRunRow]:
        finished = func.max(_L.at).filter(_L.what == AirEvent.FINISHED.value)
        statement = (
            select(*t.as_runs.columns, finished.label("finished_at"), func.count(_L.number))
            .outerjoin(t.as_run_lines, _L.session_id == _R.session_id)
            .where(*wanted)
            .group_by(*t.as_runs.columns)
            .order_by(_R.begun_at, _R.session_id)
        )
        return [AsRunRow(*row) for row in self._connection.execute(statement)]


class AsRunRepository:
    """Adds to the log, and removes what need not be kept any more."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, run: AsRunRow) -> None:
        """Add a reading that is not here yet."""
        row = {column.name: getattr(run, column.name) for column in t.as_runs.columns}
        self._connection.execute(t.as_runs.insert().values(**row))

    def add_lines(self, session_id: int, lines: Iterable[JournalLine], after: int = 0) -> None:
        """Add lines of a reading that are not here yet.

        With ``after`` they come behind the line of that number whatever they say, and what they say shows
        that the journal went on from an earlier one.
        """
        rows = [
            {
                "session_id": session_id,
                "number": after + place if after else line.number,
                "at": line.at,
                "what": line.what.value,
                "line": line.as_text(),
            }
            for place, line in enumerate(lines, 1)
        ]
        if rows:
            self._connection.execute(t.as_run_lines.insert(), rows)

    def remove(self, session_id: int) -> None:
        """Remove a reading with its lines.

        Raises :class:`LogKept` where the database refuses it: before its time by the clock over there, which
        may be behind ours.
        """
        try:
            self._connection.execute(delete(t.as_run_lines).where(_L.session_id == session_id))
            self._connection.execute(delete(t.as_runs).where(_R.session_id == session_id))
        except DBAPIError as error:
            if not str(error.orig).startswith(KEPT):
                raise
            raise LogKept(1) from error

    def keep_for(self, days: int) -> None:
        """Keep the log for so many days; fewer than the law asks are refused by the database."""
        statement = insert_into(t.as_run_retention, self._connection.dialect).values(id=1, days=days)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=[t.as_run_retention.c.id], set_={"days": days})
        )

    def add_readings(
        self, session_id: int, person_id: int, readings: Sequence[tuple[int, TimedReading]]
    ) -> list[TimedReading]:
        """Add readings by the number of their line; return those that were not here yet.

        To be called when it is one's turn (:meth:`take_turn`).
        """
        known = set(self._connection.scalars(select(_T.number).where(_T.session_id == session_id)))
        new = [(number, reading) for number, reading in readings if number not in known]
        rows = [
            {
                "session_id": session_id,
                "number": number,
                "person_id": person_id,
                "at": reading.at,
                "syllables": reading.length.syllables,
                "sentences": reading.length.sentences,
                "paragraphs": reading.length.paragraphs,
                "taken_ms": reading.taken_ms,
                "practice": reading.practice,
            }
            for number, reading in new
        ]
        if rows:
            self._connection.execute(t.readings.insert(), rows)
        return [reading for _number, reading in new]

    def set_rate(self, person_id: int, rate: int, spread: int) -> None:
        """Give a person a rate that was learnt, and its spread; nobody's version moves by it."""
        people = t.people
        self._connection.execute(
            update(people).where(people.c.id == person_id).values(rate=rate, rate_spread=spread)
        )

    def note_learning(self, person_id: int, learning: Learning) -> None:
        """Take note of how a person's rate was learnt."""
        row = learning._asdict()
        statement = insert_into(t.learning, self._connection.dialect).values(person_id=person_id, **row)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=[t.learning.c.person_id], set_=row)
        )

    def acknowledge(self, flash_id: int, by: str, at: datetime) -> None:
        """Take note of who saw a flash at the microphone (a name), and when; the first time holds."""
        f = t.flashes.c
        self._connection.execute(
            update(t.flashes)
            .where(f.id == flash_id, f.acknowledged_at.is_(None))
            .values(acknowledged_at=at, acknowledged_by=by)
        )

    def take_turn(self, session_id: int) -> None:
        """Wait until nobody else adds to this reading, until the end of the transaction."""
        if self._connection.dialect.name == "postgresql":  # SQLite's writers wait for each other as it is
            self._connection.execute(select(func.pg_advisory_xact_lock(session_id)))
