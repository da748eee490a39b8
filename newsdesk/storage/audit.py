"""The audit log in the database: written with the act, read as it stands."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, func, select, union_all
from sqlalchemy.exc import OperationalError

from newsdesk.domain.audit import AuditEntry, Deed, Head, canonical, linked, moment_as_text
from newsdesk.domain.people import Person
from newsdesk.domain.text import clean
from newsdesk.storage.tables import every as t

if TYPE_CHECKING:  # a first list is read without the mapper
    from sqlalchemy.orm import Session

_LOCK = 0x4E774175
"""Whose turn it is to add to the log on a server: an advisory lock of its own, "NwAu"."""
_AT_ONCE = 1_000
_FIRST = -(2**63)
_SOME_TIME = datetime(1970, 1, 1, tzinfo=UTC)
_EMPTY: Mapping[str, str] = {}
_C, _H = t.audit.c, t.audit_head.c
_ENTRIES = select(*t.audit.columns)


class AuditLog:
    """What one transaction adds to the log.

    It is written when everything else has been: on a server one transaction after the other may add to the
    chain, and waits for nothing else while it is its turn.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pending: list[tuple[datetime | None, AuditEntry]] = []

    def record(
        self,
        act: str,
        by: Person,
        kind: str,
        subject_id: int,
        subject: str,
        before: Mapping[str, str] | None = None,
        after: Mapping[str, str] | None = None,
        at: datetime | None = None,
    ) -> None:
        """Add an act to the log, if this transaction is kept.

        ``subject`` says in words what it was done to, ``before`` and ``after`` shortly what changed (see
        :class:`AuditEntry`). ``at`` is the moment the log is to say; None is the moment it is written, by
        the clock of this computer or of the server.

        >>> work.audit.record(Deed.SPIKE, me, "story", story.id, story.slug,
        ...                   before={"status": "draft"}, after={"status": "spiked"})  # doctest: +SKIP
        """
        entry = AuditEntry(
            number=0,
            at=_SOME_TIME,
            person_id=by.id,
            person=clean(by.name),
            act=str(act),
            kind=str(kind),
            subject_id=subject_id,
            subject=clean(subject),
            before=_cleaned(before),
            after=_cleaned(after),
        )
        self._pending.append((at, entry))

    @property
    def pending(self) -> int:
        """How many acts this transaction has to add so far."""
        return len(self._pending)

    def forget_from(self, pending: int) -> None:
        """Leave out what was recorded since :attr:`pending` was that: its part was undone."""
        del self._pending[pending:]

    def write(self) -> None:
        """Add to the chain what was recorded, after everything else in the transaction."""
        if not self._pending:
            return
        self._session.flush()
        connection = self._session.connection()
        now = self._turn(connection)
        head = AuditQueries(connection).chain_end()
        rows: list[dict[str, Any]] = []
        for at, entry in self._pending:
            entry = linked(replace(entry, at=at or now), head)
            head = Head(entry.number, entry.hash)
            rows.append(_as_row(entry))
        connection.execute(t.audit.insert(), rows)
        connection.execute(t.audit_head.update().values(number=head.number, hash=head.hash))
        self._pending.clear()

    def _turn(self, connection: Connection) -> datetime:
        """Wait for this transaction's turn to add to the chain, and return the moment."""
        if connection.dialect.name == "sqlite":  # whose writers wait for each other as it is
            return datetime.now(UTC)
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        # Not in one with the lock: while this one waited, another may have written a later moment.
        return connection.execute(select(func.clock_timestamp())).scalar_one()


class AuditQueries:
    """What is asked of the log."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hold_still(self) -> None:
        """See the log as it is now until the look ends, whatever is added; to be asked first of all."""
        if self._connection.dialect.name == "postgresql":  # SQLite's looks are so anyway
            self._connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    def hash_of(self, number: int) -> str:
        """Return the hash of an entry; "" where there is none."""
        return self._connection.scalar(select(_C.hash).where(_C.number == number)) or ""

    def head(self) -> Head:
        """Return the newest entry as the newsroom notes it apart from the log; number 0 where it does not."""
        row = self._connection.execute(select(_H.number, _H.hash)).one_or_none()
        return Head() if row is None else Head(*row)

    def chain_end(self) -> Head:
        """Return what the next entry follows: the noted head, or the newest entry where that is newer.

        In a whole log they are one. In a damaged one acts go on after whichever is newer: the entries that
        are missing stay noticed, and nobody's work waits for the log.
        """
        newest = select(_C.number, _C.hash).order_by(_C.number.desc()).limit(1).subquery()
        ends = union_all(select(_H.number, _H.hash), select(newest))
        found = [Head(*row) for row in self._connection.execute(ends) if isinstance(row[0], int)]
        return max(found, key=_number, default=Head())

    def entries(
        self, limit: int, kind: str | None = None, subject_id: int | None = None, below: int | None = None
    ) -> list[AuditEntry]:
        """Return the newest entries, newest first: of one kind of subject, or of one subject alone.

        ``below`` asks for those with smaller numbers only. What cannot be read is left out.
        """
        statement = _ENTRIES.order_by(_C.number.desc()).limit(limit)
        for column, wanted in ((_C.kind, kind), (_C.subject_id, subject_id)):
            if wanted is not None:
                statement = statement.where(column == wanted)
        if below is not None:
            statement = statement.where(_C.number < below)
        found = (_as_entry(row) for row in self._connection.execute(statement))
        return [entry for entry in found if isinstance(entry, AuditEntry)]

    def last_acts(
        self, kind: str, subject_ids: Collection[int], acts: Collection[str]
    ) -> dict[int, AuditEntry]:
        """Return the newest of these acts on each subject of a kind; what cannot be read is left out."""
        wanted = (_C.kind == kind, _C.subject_id.in_(subject_ids), _C.act.in_(acts))
        newest = select(func.max(_C.number)).where(*wanted).group_by(_C.subject_id)
        found = (_as_entry(row) for row in self._connection.execute(_ENTRIES.where(_C.number.in_(newest))))
        return {entry.subject_id: entry for entry in found if isinstance(entry, AuditEntry)}

    def names_of(self, person_id: int) -> set[str]:
        """Return what somebody was called at any time, as far as the log can be read."""
        acts = (str(Deed.ADD), str(Deed.CHANGE))
        about = (_C.kind == "person", _C.subject_id == person_id, _C.act.in_(acts))
        names: set[str] = set()
        # One by one: text that is not UTF-8 fails a whole answer, and a damaged log stops nobody's work.
        for number in self._connection.scalars(select(_C.number).where(*about)).all():
            entry = next((one for one in self._after(number - 1, 1) if one[0] == number), None)
            told = _as_entry(entry) if entry is not None else number
            if isinstance(told, AuditEntry):
                names |= {told.subject, told.before.get("name", "")}
        return names - {""}

    def everything(self) -> Iterator[AuditEntry | int]:
        """Yield every entry in its order, a thousand in memory at once; a number for an unreadable one."""
        last = _FIRST
        while rows := self._after(last, _AT_ONCE):
            for row in rows:
                yield _as_entry(row)
            last = rows[-1][0]

    def _after(self, last: int, limit: int) -> Sequence[Sequence[Any]]:
        following = _C.number > last
        try:
            return self._connection.execute(_ENTRIES.where(following).order_by(_C.number).limit(limit)).all()
        except OperationalError as error:
            # Text that is not UTF-8: SQLite keeps what it is given.
            if not str(error.orig).startswith("Could not decode"):
                raise
        if limit > 1:
            return self._after(last, limit // 10)
        number = select(_C.number).where(following).order_by(_C.number).limit(1)
        return [(self._connection.execute(number).scalar_one(),)]


def _number(head: Head) -> int:
    return head.number


def _cleaned(words: Mapping[str, str] | None) -> dict[str, str]:
    return {key: clean(value) for key, value in (words or {}).items()}


def _as_row(entry: AuditEntry) -> dict[str, Any]:
    return {
        **{column.name: getattr(entry, column.name) for column in t.audit.columns},
        "at": moment_as_text(entry.at),
        "before": canonical(dict(entry.before)),
        "after": canonical(dict(entry.after)),
    }


def _as_entry(row: Sequence[Any]) -> AuditEntry | int:
    """Return a row as the entry it was written from, or its number if nothing of ours can stand there so."""
    try:
        number, at, person_id, person, act, kind, subject_id, subject, before, after, previous, own = row
        words = (person, act, kind, subject, previous, own)
        moment, old, new = datetime.fromisoformat(at), _read(before), _read(after)
    except (ValueError, TypeError, RecursionError):
        return row[0]
    if moment_as_text(moment) != at or not all(isinstance(word, str) for word in words):
        return row[0]
    return AuditEntry(
        number, moment, person_id, person, act, kind, subject_id, subject, old, new, previous, own
    )


def _read(text: str) -> Mapping[str, str]:
    if text == "{}":
        return _EMPTY
    plain: object = json.loads(text)
    if not isinstance(plain, dict) or canonical(cast(object, plain)) != text:
        raise ValueError("not as it was written")
    return cast("dict[str, str]", plain)
