"""The people of the newsroom, and who of them works at this desk."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Act, Mode, Person, Role, may
from newsdesk.domain.text import clean
from newsdesk.errors import NotAllowed, NotSignedIn

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries

EVERY_ROLE = frozenset(Role)


class People:
    """Who works here: ``login`` is how this computer knows its user, ``name`` what to call them.

    Where nobody signs in, the computer's user is at the desk and has every role; otherwise who signed in
    (:class:`newsdesk.services.accounts.Accounts`).
    """

    def __init__(self, storage: Storage, login: str, name: str) -> None:
        self._storage = storage
        self._login = clean(login)
        self._name = clean(name)
        self._me: Person | None = None
        self._mode: Mode | None = None

    def me(self) -> Person:
        """Return the person at this desk; raises :class:`NotSignedIn` while that has to be said first.

        Where nobody signs in, the computer's user is made on the first call in a newsroom. Asked again it
        asks no database: what is being typed is kept while that is away.
        """
        if self._me is None:
            if self.mode() is Mode.SIGN_IN:
                raise NotSignedIn
            self._me = self._with_every_role(self._computers_user())
        return replace(self._me)

    def mode(self) -> Mode:
        """Return how the newsroom knows who works in it, as it was when this desk last asked."""
        if self._mode is None:
            with self._storage.read() as queries:
                self._mode = queries.accounts.mode()
        return self._mode

    def demand(self, act: Act, queries: Queries | None = None) -> None:
        """Raise :class:`NotAllowed` unless the roles of who is at this desk allow an act.

        Asks the newsroom as it is now: a role that was taken away a minute ago allows nothing. ``queries``
        are those of a transaction that is open already. Raises :class:`NotSignedIn` when meanwhile one has
        to sign in.
        """
        if queries is None:
            with self._storage.read() as queries:
                return self.demand(act, queries)
        if queries.accounts.mode() is not Mode.SIGN_IN:
            return
        if self._me is None or self._mode is not Mode.SIGN_IN:
            raise NotSignedIn
        now = queries.accounts.person(self._me.id)
        if now is None or not may(now, act):
            raise NotAllowed(act)
        self._me = now

    def listed(self) -> list[Person]:
        """Return everybody by name; who left is not active."""
        with self._storage.read() as queries:
            return queries.accounts.people()

    def arrive(self, person: Person, mode: Mode) -> None:
        """Let somebody be at this desk from now on (for :class:`Accounts` alone)."""
        self._mode = mode
        self._me = self._with_every_role(person)

    def leave(self) -> None:
        """Let nobody be at this desk, and ask the newsroom anew how it knows people."""
        self._me = self._mode = None

    def rename(self, person: Person, name: str) -> Person:
        """Give a person another name; it stands on every revision. The last one given holds.

        Raises :class:`NotAllowed` for somebody else's, unless one may change people, and for who has left.
        """
        return self._change(person, lambda now: replace(now, name=clean(name).strip() or now.name))

    def set_rate(self, person: Person, rate: int) -> Person:
        """Set a person's reading rate in syllables a minute, at least 1. The last one set holds.

        Raises as :meth:`rename` does.
        """
        return self._change(person, lambda now: replace(now, rate=max(1, rate)))

    def learnt(self, person_id: int, rate: int, spread: int) -> None:
        """Take note of a rate that was stored for somebody, if they are at this desk; asks no database."""
        if self._me is not None and self._me.id == person_id:
            self._me = replace(self._me, rate=rate, rate_spread=spread)

    def _change(self, person: Person, change: Callable[[Person], Person]) -> Person:
        me = self.me()
        with self._storage.write() as work:
            # As the person stands now: the rate may have been changed in the bar, the name in Atur.
            before = work.queries.accounts.person(person.id) or person
            if person.id != me.id or not before.active:
                self.demand(Act.PEOPLE, work.queries)
            changed = work.people.change(change(before))
            if (before.name, before.rate) != (changed.name, changed.rate):
                work.audit.record(
                    Deed.CHANGE,
                    me,
                    "person",
                    changed.id,
                    changed.name,
                    {"name": before.name, "rate": str(before.rate)},
                    {"name": changed.name, "rate": str(changed.rate)},
                )
        if changed.id == me.id:
            self._me = changed = self._with_every_role(changed)
        return replace(changed)

    def _computers_user(self) -> Person:
        with self._storage.read() as queries:
            found = queries.person(self._login)
        if found is not None:
            return found
        with self._storage.write() as work:
            found = work.queries.person(self._login)
            return found or work.people.add(Person(name=self._name, login=self._login))

    def _with_every_role(self, person: Person) -> Person:
        return person if self.mode() is Mode.SIGN_IN else replace(person, roles=EVERY_ROLE)


def computer_user() -> tuple[str, str]:
    """Return the login and the full name of the computer's user; the login stands in for a missing name."""
    try:
        login = getpass.getuser()
    except (KeyError, OSError, ImportError):
        # A user without a name in the system (in a container): one name for all such.
        login = "redaksi"
    return login, _full_name(login) or login


def _full_name(login: str) -> str:
    if sys.platform == "win32":
        return ""
    import pwd  # not on Windows

    try:
        return pwd.getpwnam(login).pw_gecos.partition(",")[0].strip()
    except KeyError:
        return ""
