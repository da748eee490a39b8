"""The people of the newsroom: today the one at this computer, by the name that the computer knows."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.people import Person
from newsdesk.domain.text import clean

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage


class People:
    """Who works here: ``login`` is how the person at this computer signs in, ``name`` what to call them."""

    def __init__(self, storage: Storage, login: str, name: str) -> None:
        self._storage = storage
        self._login = clean(login)
        self._name = clean(name)
        self._me: Person | None = None

    def me(self) -> Person:
        """Return the person at this computer, made on the first call in a newsroom."""
        if self._me is None:
            with self._storage.read() as queries:
                found = queries.person(self._login)
            if found is None:
                with self._storage.write() as work:
                    found = work.queries.person(self._login)
                    found = found or work.people.add(Person(name=self._name, login=self._login))
            self._me = found
        return replace(self._me)

    def rename(self, person: Person, name: str) -> Person:
        """Give a person another name; it stands on every revision. The last one given holds."""
        return self._change(person, lambda now: replace(now, name=clean(name).strip() or now.name))

    def set_rate(self, person: Person, rate: int) -> Person:
        """Set a person's reading rate in syllables a minute, at least 1. The last one set holds."""
        return self._change(person, lambda now: replace(now, rate=max(1, rate)))

    def _change(self, person: Person, change: Callable[[Person], Person]) -> Person:
        with self._storage.write() as work:
            # As the person stands now: the rate may have been changed in the bar, the name in Atur.
            changed = work.people.change(change(work.queries.person(person.login) or person))
        if changed.login == self._login:
            self._me = changed
        return replace(changed)


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
