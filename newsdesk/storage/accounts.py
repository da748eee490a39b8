"""Who signs in with what: people by their login, password hashes, failed tries, and the newsroom's mode."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, func, select, update

from newsdesk.domain.audit import digest
from newsdesk.domain.people import Mode, Person, Role
from newsdesk.storage import tables as t
from newsdesk.storage.columns import Garbled
from newsdesk.storage.inserting import insert_into

_P, _C, _F, _S = t.people.c, t.credentials.c, t.failed_sign_ins.c, t.signing_in.c


class Credential(NamedTuple):
    """Somebody who could sign in: ``password`` is Argon2's text, "" for who has none."""

    person: Person
    password: str


class Failed(NamedTuple):
    """How often a login was tried with a wrong password since the last right one, and when last (UTC)."""

    times: int
    at: datetime


class AccountQueries:
    """What is asked about people and how they sign in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mode(self) -> Mode:
        """Return how the newsroom knows who works in it. A word that is none of ours fails closed."""
        found = self._connection.scalar(select(_S.mode))
        if found is None:
            return Mode.UNDECIDED
        if found not in set(Mode):
            raise Garbled("not a way of signing in")
        return Mode(found)

    def idle_minutes(self) -> int:
        """Return after how many idle minutes a desk is locked; 0 for never."""
        return self._connection.scalar(select(_S.idle_minutes)) or 0

    def person(self, person_id: int) -> Person | None:
        """Return the person with this number."""
        return self._person(select(t.people).where(_P.id == person_id))

    def people(self) -> list[Person]:
        """Return everybody, who left as well, by name."""
        rows = self._connection.execute(select(t.people).order_by(func.lower(_P.name), _P.id)).mappings()
        return [Person(**row) for row in rows]

    def with_login(self, login: str) -> Credential | None:
        """Return who signs in with ``login``, in whatever case."""
        person = self._person(select(t.people).where(func.lower(_P.login) == login.lower()))
        return None if person is None else Credential(person, self.password(person.id))

    def password(self, person_id: int) -> str:
        """Return what Argon2 keeps of somebody's password; "" where there is none."""
        return self._connection.scalar(select(_C.password).where(_C.person_id == person_id)) or ""

    def failed(self, login: str) -> Failed | None:
        """Return the failed tries with a login."""
        row = self._connection.execute(select(_F.times, _F.at).where(_F.login == _tried(login))).one_or_none()
        return None if row is None else Failed(*row)

    def who_can_sign_in(self) -> set[int]:
        """Return the numbers of the active people who have a password."""
        active = select(_P.id).join(t.credentials, _C.person_id == _P.id).where(_P.active)
        return set(self._connection.scalars(active))

    def administrators(self) -> set[int]:
        """Return the numbers of the administrators who can sign in."""
        able = self.who_can_sign_in()
        return {one.id for one in self.people() if one.id in able and Role.ADMINISTRATOR in one.roles}

    def _person(self, statement: Select[*tuple[Any, ...]]) -> Person | None:
        row = self._connection.execute(statement.limit(1)).mappings().one_or_none()
        return None if row is None else Person(**row)


class AccountRows:
    """Writes what :class:`AccountQueries` reads, but for the people themselves."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take_turn(self) -> None:
        """Let nobody else change who may sign in as what until the transaction ends."""
        self._connection.execute(select(_S.id).with_for_update())

    def settle(self, mode: Mode, before: Mode) -> bool:
        """Settle how one signs in; return whether it still was ``before``."""
        if before is Mode.UNDECIDED:
            row = {"id": 1, "mode": mode.value, "idle_minutes": 0}
            statement = insert_into(t.signing_in, self._connection.dialect).values(**row)
            made = statement.on_conflict_do_nothing().returning(_S.id)
            return self._connection.execute(made).first() is not None
        settled = update(t.signing_in).where(_S.mode == before.value).values(mode=mode.value)
        return self._connection.execute(settled).rowcount == 1

    def put_idle_minutes(self, minutes: int) -> None:
        """Set after how many idle minutes a desk is locked."""
        self._connection.execute(update(t.signing_in).values(idle_minutes=minutes))

    def put_password(self, person_id: int, password: str, at: datetime) -> None:
        """Keep what Argon2 made of somebody's password (UTC when)."""
        row = {"password": password, "set_at": at}
        statement = insert_into(t.credentials, self._connection.dialect).values(person_id=person_id, **row)
        self._connection.execute(statement.on_conflict_do_update(index_elements=[_C.person_id], set_=row))

    def failed_again(self, login: str, at: datetime, forget_before: datetime) -> int:
        """Count one more failed try with a login, and return how many there are by now.

        Tries with any login before ``forget_before`` are forgotten: the table does not grow for ever.
        """
        self._connection.execute(delete(t.failed_sign_ins).where(_F.at < forget_before))
        statement = insert_into(t.failed_sign_ins, self._connection.dialect)
        counted = statement.values(login=_tried(login), times=1, at=at).on_conflict_do_update(
            index_elements=[_F.login], set_={"times": _F.times + 1, "at": at}
        )
        return self._connection.execute(counted.returning(_F.times)).scalar_one()

    def forget_failed(self, login: str) -> None:
        """Forget the failed tries with a login."""
        self._connection.execute(delete(t.failed_sign_ins).where(_F.login == _tried(login)))


def _tried(login: str) -> str:
    # Not as it was typed: it may be a password in the wrong field, or a book from the clipboard.
    return digest(login.lower())
