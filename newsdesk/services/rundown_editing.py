"""One change of one bulletin, in one transaction: nothing of two people's is lost, everything is logged."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.bulletin import Bulletin, BulletinState
from newsdesk.domain.open_rundown import OpenRundown
from newsdesk.domain.people import Act, Person
from newsdesk.domain.readiness import problems
from newsdesk.domain.rundown import Rundown
from newsdesk.errors import NoSuchBulletin, StaleRundown, WrongBulletinState
from newsdesk.services.opening_bulletins import BulletinOpener
from newsdesk.services.rundown_keeping import (
    fit_to_keep,
    no_more_signed,
    pinned_where_approved,
    told,
)

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries
    from newsdesk.storage.unit_of_work import UnitOfWork

Edit = Callable[["UnitOfWork", OpenRundown], Rundown]
"""Makes another rundown of the one that stands now; what it writes besides is kept or undone with it."""
_NO_FILES: frozenset[str] = frozenset()


_AT_THE_MICROPHONE = (BulletinState.ON_AIR, BulletinState.AIRED)


class _Overtaken(Exception):
    """Somebody changed the bulletin since; what this transaction did is undone."""


class RundownEditing:
    """Keeps what was changed in a bulletin, on top of what everybody else has kept."""

    def __init__(self, storage: Storage, people: People, opener: BulletinOpener) -> None:
        self._storage = storage
        self._people = people
        self._opener = opener

    def edit(
        self,
        bulletin_id: int,
        base: int | None,
        edit: Edit,
        *,
        act: Act = Act.BUILD_RUNDOWN,
        deed: Deed = Deed.RUNDOWN,
    ) -> OpenRundown:
        """Keep what ``edit`` makes of the rundown as it stands now, and return the bulletin.

        ``base`` is the version that the edit was made on; None for an edit that holds on any. Raises
        :class:`StaleRundown`, :class:`NotAllowed`, :class:`NoSuchBulletin`, :class:`NoSuchStory`, and
        :class:`WrongBulletinState` for a bulletin that was read.
        """
        me = self._people.me()
        with self._overtaken_told(bulletin_id), self._storage.write() as work:
            self._people.demand(act, work.queries)
            rows = self._opener.rows(work.queries, bulletin_id)
            if rows.bulletin.state is BulletinState.AIRED or work.queries.bulletins.removed(bulletin_id):
                raise WrongBulletinState(bulletin_id, rows.bulletin.state)
            if base not in (None, rows.bulletin.version):
                raise _Overtaken
            before = self._opener.opened(rows, _NO_FILES)
            rundown = fit_to_keep(work.queries, edit(work, before))
            self._keep(work, me, before, rundown, deed)
            rows = self._opener.rows(work.queries, bulletin_id)
        return self._opener.opened(rows)

    def settle(
        self, bulletin_id: int, base: int, change: Callable[[Queries, OpenRundown], OpenRundown], deed: Deed
    ) -> OpenRundown:
        """Change a bulletin itself and its rows, before it goes on air. Raises as :meth:`edit` does."""
        me = self._people.me()
        with self._overtaken_told(bulletin_id), self._storage.write() as work:
            self._people.demand(Act.BUILD_RUNDOWN, work.queries)
            rows = self._opener.rows(work.queries, bulletin_id)
            old = rows.bulletin
            if old.state in _AT_THE_MICROPHONE or work.queries.bulletins.removed(bulletin_id):
                raise WrongBulletinState(bulletin_id, old.state)
            changed = change(work.queries, self._opener.opened(rows, _NO_FILES))
            new = changed.bulletin
            if base != old.version or not work.bulletins.keep(new, changed.rundown):
                raise _Overtaken
            if deed is Deed.SIGN_READY and not new.ready_why:
                deed = Deed.READY  # meanwhile nothing was missing any more
            was, now = _settings(old), _settings(new)
            differ = [key for key in was if was[key] != now[key]]
            _record(work, deed, me, new, {key: was[key] for key in differ}, {key: now[key] for key in differ})
            rows = self._opener.rows(work.queries, bulletin_id)
        return self._opener.opened(rows)

    def put_away(self, bulletin_id: int, base: int, *, removed: bool) -> None:
        """Take a bulletin out of sight, or bring it back. Raises as :meth:`settle` does."""
        me = self._people.me()
        with self._overtaken_told(bulletin_id), self._storage.write() as work:
            self._people.demand(Act.BUILD_RUNDOWN, work.queries)
            old = work.queries.bulletins.bulletin(bulletin_id)
            if old is None:
                raise NoSuchBulletin(bulletin_id)
            if old.state in _AT_THE_MICROPHONE:
                raise WrongBulletinState(bulletin_id, old.state)
            if not work.bulletins.remove(bulletin_id, base, removed):
                raise _Overtaken
            deed = Deed.REMOVE if removed else Deed.UNDO
            _record(work, deed, me, old, {}, {"airtime": old.airtime.isoformat()})

    @contextmanager
    def _overtaken_told(self, bulletin_id: int) -> Generator[None]:
        """Raise :class:`StaleRundown` with the newest for what came second; its transaction is undone."""
        try:
            yield
        except _Overtaken:
            with self._storage.read() as queries:
                rows = self._opener.rows(queries, bulletin_id)
            raise StaleRundown(bulletin_id, self._opener.opened(rows)) from None

    def _keep(self, work: UnitOfWork, me: Person, before: OpenRundown, rundown: Rundown, deed: Deed) -> None:
        bulletin = before.bulletin
        after = self._opener.opened(self._opener.rows(work.queries, bulletin.id, rundown), _NO_FILES)
        rundown = pinned_where_approved(rundown, after.states)
        if rundown == before.rundown and deed is Deed.RUNDOWN:
            return
        if bulletin.state is BulletinState.READY and _worse(before, after.with_rundown(rundown)):
            bulletin = not_ready(bulletin)
            rundown = pinned_where_approved(no_more_signed(rundown), after.states)
        was, now = told(before.rundown, rundown)
        if bulletin is not before.bulletin:
            was["state"], now["state"] = before.bulletin.state, bulletin.state
        if not work.bulletins.keep(bulletin, rundown):
            raise _Overtaken
        _record(work, deed, me, bulletin, was, now)


def not_ready(bulletin: Bulletin) -> Bulletin:
    """Return a bulletin as it is while nobody has called it ready."""
    return replace(bulletin, state=BulletinState.PLANNED, ready_by="", ready_at=None, ready_why="")


def _worse(before: OpenRundown, after: OpenRundown) -> bool:
    """Return whether an edit brought a problem that nobody has signed for."""
    had = {(one.item_id, one.kind) for one in problems(before)}
    return any((one.item_id, one.kind) not in had for one in problems(after))


def _settings(bulletin: Bulletin) -> dict[str, str]:
    return {
        "name": bulletin.name,
        "airtime": bulletin.airtime.isoformat(),
        "slot_ms": str(bulletin.slot_ms),
        "announcers": ", ".join(str(number) for number in bulletin.announcers),
        "state": bulletin.state,
        "why": bulletin.ready_why,
    }


def _record(
    work: UnitOfWork, deed: Deed, me: Person, bulletin: Bulletin, was: dict[str, str], now: dict[str, str]
) -> None:
    work.audit.record(deed, me, "bulletin", bulletin.id, bulletin.name, was, now)
