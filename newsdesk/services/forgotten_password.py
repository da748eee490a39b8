"""A forgotten password of the only administrator: given anew by who may write the newsroom's file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Mode, Person, Role
from newsdesk.domain.text import clean
from newsdesk.errors import BadInput
from newsdesk.i18n import _
from newsdesk.services.clock import utc_now
from newsdesk.services.passwords import Passwords, refuse_weak
from newsdesk.services.told import person_told

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage

_WHAT = "recover-admin"


class ForgottenPassword:
    """Nobody is kept out by this who could not read and change the file with any other program as well.

    That it was done, by which user of the computer and when, stands in the log.
    """

    def __init__(
        self, storage: Storage, now: Callable[[], datetime] = utc_now, passwords: Passwords | None = None
    ) -> None:
        self._storage = storage
        self._now = now
        self._passwords = passwords or Passwords()

    def whose(self, login: str = "") -> Person:
        """Return who would get a new password: who signs in with ``login``, or the only administrator.

        Raises :class:`BadInput` at a server, where nobody signs in, for a login that nobody has, and without
        one where there are several administrators.
        """
        if self._storage.database.file is None:
            raise BadInput(_WHAT, _("redaksi di server dipulihkan oleh pengelola servernya"))
        login = clean(login).strip()
        with self._storage.read() as queries:
            if queries.accounts.mode() is not Mode.SIGN_IN:
                raise BadInput(_WHAT, _("redaksi ini dibuka tanpa kata sandi"))
            found = queries.accounts.with_login(login) if login else None
            everybody = queries.accounts.people()
        if login:
            if found is None:
                raise BadInput(login, _("tidak ada yang memakai nama masuk ini"))
            return found.person
        administrators = [one for one in everybody if one.active and Role.ADMINISTRATOR in one.roles]
        if len(administrators) != 1:
            names = ", ".join(one.login for one in administrators)
            raise BadInput("--login", _("sebut nama masuk yang dimaksud ({names})").format(names=names))
        return administrators[0]

    def give(self, person: Person, password: str, by: str) -> Person:
        """Give somebody a new password and let them sign in as an administrator; return them.

        ``by`` is what the computer calls its user. Raises :class:`PasswordTooShort` and
        :class:`PasswordTooPlain`.
        """
        refuse_weak(password, (person.name, person.login))
        kept = self._passwords.kept(password)
        with self._storage.write() as work:
            before = work.queries.accounts.person(person.id) or person
            roles = before.roles | {Role.ADMINISTRATOR}
            after = work.people.change(replace(before, roles=roles, active=True))
            work.accounts.put_password(after.id, kept, self._now())
            work.accounts.forget_failed(after.login)
            told = person_told(before), person_told(after)
            work.audit.record(Deed.RECOVER, Person(by), "person", after.id, after.name, *told)
        return after
