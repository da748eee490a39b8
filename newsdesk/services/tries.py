"""Trying a login and a password: who it is, and how long the next try waits when it is nobody."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NoReturn

from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Person
from newsdesk.errors import TooSoon, WrongPassword
from newsdesk.services.passwords import Passwords

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.accounts import Failed
    from newsdesk.storage.open import Storage

FREE_TRIES = 2
"""Wrong passwords after which the next may be tried at once."""
LONGEST_WAIT = 300
"""Seconds that the next try waits at most; they double with every wrong one, from two."""
_FORGOTTEN_AFTER = timedelta(days=1)
_NOBODY = Person("")


class Tries:
    """Wrong passwords are counted in the newsroom, so that neither a restart nor another computer helps.

    Nobody is made to wait here: what comes too soon is refused, and the database's lane goes on.
    """

    def __init__(self, storage: Storage, now: Callable[[], datetime], passwords: Passwords) -> None:
        self._storage = storage
        self._now = now
        self._passwords = passwords

    def checked(self, login: str, password: str) -> Person:
        """Return who signs in with this login and this password.

        Raises :class:`WrongPassword`, for an unknown login and for somebody who left as well, and
        :class:`TooSoon` when the last wrong one was too short a time ago, on whatever computer.
        """
        with self._storage.read() as queries:
            failed = queries.accounts.failed(login)
            found = queries.accounts.with_login(login)
        wait = _wait_left(failed, self._now())
        if wait:
            raise TooSoon(wait)
        kept = "" if found is None or not found.person.active else found.password
        # Looked at even where nobody has this login: it takes as long, and tells nothing.
        fits = self._passwords.fits(kept, password)
        if found is None or not fits:
            self._failed(login, None if found is None else found.person)
        if failed is not None or self._passwords.outdated(kept):
            with self._storage.write() as work:
                work.accounts.forget_failed(login)
                if self._passwords.outdated(kept):
                    work.accounts.put_password(found.person.id, self._passwords.kept(password), self._now())
        return found.person

    def checked_again(self, person: Person, password: str) -> None:
        """Look whether this is the password of somebody who is here, whatever their login is by now.

        Raises as :meth:`checked` does.
        """
        with self._storage.read() as queries:
            now = queries.accounts.person(person.id) or person
        self.checked(now.login, password)

    def _failed(self, login: str, person: Person | None) -> NoReturn:
        now = self._now()
        with self._storage.write() as work:
            times = work.accounts.failed_again(login, now, now - _FORGOTTEN_AFTER)
            # An unknown login is not written down: it may be a password typed into the wrong field.
            subject = (person.id, person.name) if person is not None else (0, "")
            work.audit.record(Deed.WRONG_PASSWORD, _NOBODY, "person", *subject, after={"times": str(times)})
        raise WrongPassword(_wait(times))


def _wait(times: int) -> int:
    """Return the seconds that the next try waits after so many wrong ones.

    >>> [_wait(times) for times in (0, 2, 3, 4, 10, 11, 1000)]
    [0, 0, 2, 4, 256, 300, 300]
    """
    return 0 if times <= FREE_TRIES else min(LONGEST_WAIT, 2 ** min(times - FREE_TRIES, 9))


def _wait_left(failed: Failed | None, now: datetime) -> int:
    if failed is None:
        return 0
    wait = _wait(failed.times)
    left = math.ceil((failed.at + timedelta(seconds=wait) - now).total_seconds())
    return min(wait, max(0, left))  # a clock that was set back lets nobody wait longer
