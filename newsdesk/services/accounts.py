"""Signing in: how a newsroom knows who works in it, who may come in, and what they may do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Act, Mode, Person, Role
from newsdesk.domain.text import clean
from newsdesk.errors import (
    AlreadyDecided,
    LastAdministrator,
    LoginTaken,
    NoLogin,
    NoName,
    StaleEntry,
)
from newsdesk.services.clock import utc_now
from newsdesk.services.passwords import Passwords, refuse_weak
from newsdesk.services.people import EVERY_ROLE
from newsdesk.services.told import person_told
from newsdesk.services.tries import Tries

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.unit_of_work import UnitOfWork


class Accounts:
    """The use cases of who works here. Each runs on the database's lane: Argon2 takes a tenth of a second.

    ``arrived`` is called when somebody has come to this desk, for what waits for them there.
    """

    def __init__(
        self,
        storage: Storage,
        people: People,
        arrived: Callable[[], object] = lambda: None,
        now: Callable[[], datetime] = utc_now,
        passwords: Passwords | None = None,
    ) -> None:
        self._storage = storage
        self._people = people
        self._arrived = arrived
        self._now = now
        self._passwords = passwords or Passwords()
        self._tries = Tries(storage, now, self._passwords)
        self._locked = False

    @property
    def locked(self) -> bool:
        """Whether this desk was locked and not unlocked since."""
        return self._locked

    def mode(self) -> Mode:
        """Return how the newsroom knows who works in it, as it stands now in the database."""
        with self._storage.read() as queries:
            return queries.accounts.mode()

    def idle_minutes(self) -> int:
        """Return after how many minutes without a key a desk is to be locked; 0 for never."""
        with self._storage.read() as queries:
            return queries.accounts.idle_minutes()

    # ------------------------------------------------------------ the first run

    def begin_alone(self, name: str) -> Person:
        """Settle that one person works here without signing in, and return that person.

        Raises :class:`NoName`, and :class:`AlreadyDecided` when it was settled before.
        """
        me, name = self._people.me(), _named(name)
        with self._storage.write() as work:
            self._settle(work, Mode.ALONE, me, {Mode.UNDECIDED})
            stored = work.queries.accounts.person(me.id) or me
            alone = work.people.change(replace(stored, name=name, roles=EVERY_ROLE, active=True))
        self._people.arrive(alone, Mode.ALONE)
        return replace(alone)

    def begin_with(self, name: str, login: str, password: str) -> Person:
        """Settle that everybody signs in; who is at this desk becomes the first administrator, signed in.

        Has every role to begin with, and may be given fewer. Works for a newsroom of one as well, whose
        stories stay that person's. Raises :class:`AlreadyDecided`, and what :meth:`add` raises.
        """
        me, name, login = self._people.me(), _named(name), _login(login)
        refuse_weak(password, (name, login))
        kept = self._passwords.kept(password)
        with self._storage.write() as work:
            self._settle(work, Mode.SIGN_IN, me, {Mode.UNDECIDED, Mode.ALONE})
            _refuse_taken(work, login, me.id)
            stored = work.queries.accounts.person(me.id) or me
            first = work.people.change(replace(stored, name=name, login=login, roles=EVERY_ROLE, active=True))
            work.accounts.put_password(first.id, kept, self._now())
            work.audit.record(Deed.SIGN_IN, first, "person", first.id, first.name)
        self._people.arrive(first, Mode.SIGN_IN)
        return replace(first)

    # ------------------------------------------------------------ coming and going

    def sign_in(self, login: str, password: str) -> Person:
        """Let somebody come to this desk, in place of who was there, and return them.

        Raises :class:`WrongPassword` (for an unknown login and for somebody who left as well), and
        :class:`TooSoon` when the last wrong one was too short a time ago, on whatever computer.
        """
        login = clean(login).strip()
        found = self._tries.checked(login, password)
        with self._storage.write() as work:
            work.audit.record(Deed.SIGN_IN, found, "person", found.id, found.name)
        self._locked = False
        self._people.arrive(found, Mode.SIGN_IN)
        self._arrived()
        return replace(found)

    def sign_out(self) -> None:
        """Leave this desk to whoever signs in next. Their words are kept by the window before this."""
        me = self._people.me()
        with self._storage.write() as work:
            work.audit.record(Deed.SIGN_OUT, me, "person", me.id, me.name)
        self._people.leave()
        self._locked = False

    def lock(self) -> None:
        """Lock this desk until its person unlocks it or another signs in; only where one signs in."""
        self._locked = self._people.mode() is Mode.SIGN_IN

    def unlock(self, password: str) -> None:
        """Unlock this desk for who is at it. Raises as :meth:`sign_in` does."""
        self._tries.checked_again(self._people.me(), password)
        self._locked = False

    # ------------------------------------------------------------ people

    def add(self, name: str, login: str, password: str, roles: Iterable[Role]) -> Person:
        """Add somebody and return them; without a password (""), they cannot sign in until they get one.

        Raises :class:`NotAllowed`, :class:`NoName`, :class:`NoLogin`, :class:`LoginTaken`,
        :class:`PasswordTooShort` and :class:`PasswordTooPlain`.
        """
        me, name, login = self._people.me(), _named(name), _login(login)
        self._people.demand(Act.PEOPLE)
        kept = ""
        if password:
            refuse_weak(password, (name, login))
            kept = self._passwords.kept(password)
        with self._storage.write() as work:
            work.accounts.take_turn()
            self._people.demand(Act.PEOPLE, work.queries)
            _refuse_taken(work, login, 0)
            added = work.people.add(Person(name, login=login, roles=frozenset(roles)))
            if kept:
                work.accounts.put_password(added.id, kept, self._now())
            work.audit.record(Deed.ADD, me, "person", added.id, added.name, after=person_told(added))
        return added

    def change(
        self,
        person_id: int,
        name: str | None = None,
        roles: Iterable[Role] | None = None,
        active: bool | None = None,
        login: str | None = None,
    ) -> Person:
        """Change what is given about somebody and return them. The last change holds.

        Raises :class:`LastAdministrator` when nobody would be left who may change people, and what
        :meth:`add` raises.
        """
        me = self._people.me()
        with self._storage.write() as work:
            work.accounts.take_turn()
            self._people.demand(Act.PEOPLE, work.queries)
            before = work.queries.accounts.person(person_id)
            if before is None:
                raise StaleEntry(person_id)
            after = replace(
                before,
                name=before.name if name is None else _named(name),
                login=before.login if login is None else _login(login),
                roles=before.roles if roles is None else frozenset(roles),
                active=before.active if active is None else active,
            )
            _refuse_taken(work, after.login, person_id)
            stays = after.active and Role.ADMINISTRATOR in after.roles
            if not stays and work.queries.accounts.administrators() == {person_id}:
                raise LastAdministrator
            changed = work.people.change(after)
            if person_told(before) != person_told(changed):
                work.audit.record(
                    Deed.CHANGE,
                    me,
                    "person",
                    person_id,
                    changed.name,
                    person_told(before),
                    person_told(changed),
                )
            mode = work.queries.accounts.mode()
        if person_id == me.id:
            self._people.arrive(changed, mode)
        return replace(changed)

    def set_password(self, person_id: int, new: str) -> None:
        """Give somebody a new password, as an administrator. Raises as :meth:`add` does."""
        self._people.demand(Act.PEOPLE)
        self._set_password(person_id, new, self._people.me(), Act.PEOPLE)

    def change_password(self, old: str, new: str) -> None:
        """Give myself a new password. Raises as :meth:`sign_in` and :meth:`add` do."""
        me = self._people.me()
        self._tries.checked_again(me, old)
        self._set_password(me.id, new, me)

    def set_idle_minutes(self, minutes: int) -> None:
        """Set after how many minutes without a key every desk is to be locked; 0 for never.

        Raises :class:`NotAllowed`.
        """
        me, minutes = self._people.me(), max(0, minutes)
        with self._storage.write() as work:
            self._people.demand(Act.PEOPLE, work.queries)
            before = work.queries.accounts.idle_minutes()
            work.accounts.put_idle_minutes(minutes)
            work.audit.record(
                Deed.CHANGE,
                me,
                "signing-in",
                0,
                "",
                {"idle_minutes": str(before)},
                {"idle_minutes": str(minutes)},
            )

    def can_sign_in(self) -> set[int]:
        """Return the numbers of the people who have a password and have not left."""
        with self._storage.read() as queries:
            return queries.accounts.who_can_sign_in()

    def _set_password(self, person_id: int, new: str, me: Person, act: Act | None = None) -> None:
        with self._storage.read() as queries:
            person = queries.accounts.person(person_id)
        if person is None:
            raise StaleEntry(person_id)
        refuse_weak(new, (person.name, person.login))
        kept = self._passwords.kept(new)
        with self._storage.write() as work:
            if act is not None:
                self._people.demand(act, work.queries)
            work.accounts.put_password(person_id, kept, self._now())
            work.accounts.forget_failed(person.login)
            work.audit.record(Deed.SET_PASSWORD, me, "person", person_id, person.name)

    def _settle(self, work: UnitOfWork, mode: Mode, me: Person, allowed: set[Mode]) -> None:
        before = work.queries.accounts.mode()
        if before not in allowed or not work.accounts.settle(mode, before):
            raise AlreadyDecided
        work.audit.record(Deed.MODE, me, "signing-in", 0, "", {"mode": before.value}, {"mode": mode.value})


def _named(name: str) -> str:
    name = " ".join(clean(name).split())
    if not name:
        raise NoName
    return name


def _login(login: str) -> str:
    login = clean(login).strip()
    if not login:
        raise NoLogin
    return login


def _refuse_taken(work: UnitOfWork, login: str, person_id: int) -> None:
    found = work.queries.accounts.with_login(login)
    if found is not None and found.person.id != person_id:
        raise LoginTaken(login)
