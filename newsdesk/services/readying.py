"""A bulletin called ready, by name if something is missing; and a story put next at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.open_rundown import OpenRundown, StoryState, estimates
from newsdesk.domain.people import Act
from newsdesk.domain.readiness import problems, signed_words
from newsdesk.domain.rundown import NO_BLOCK, ItemKind, Rundown, RundownItem
from newsdesk.domain.text import clean
from newsdesk.errors import NotReady, WrongStatus
from newsdesk.services.opening_bulletins import BulletinOpener, paths_of
from newsdesk.services.rundown_editing import RundownEditing, not_ready
from newsdesk.services.rundown_keeping import no_more_signed, pinned_as_signed, pinned_where_approved

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries
    from newsdesk.storage.unit_of_work import UnitOfWork

_HEARD_WITHIN = timedelta(minutes=20)
"""A reading of which nothing came for longer was broken off: the clock knows better."""
_STEP_MS = 5_000
"""In such steps a story is planned when it is placed."""


class Readying:
    """What is done to a bulletin on its way to the microphone; each is one transaction."""

    def __init__(
        self, storage: Storage, people: People, opener: BulletinOpener, now: Callable[[], datetime]
    ) -> None:
        self._storage = storage
        self._people = people
        self._now = now
        self.opener = opener
        self.editing = RundownEditing(storage, people, opener)

    def new_id(self) -> int:
        """Return a number for a new row; asks no database."""
        return self._storage.new_id()

    def state(self, story_id: int) -> StoryState | None:
        """Return how a story stands that is to be placed and is not in the tray; None for none such."""
        with self._storage.read() as queries:
            rows = self.opener.stories(queries, {story_id})
        return self.opener.states(rows, None, self.opener.sound.missing(paths_of(rows))).get(story_id)

    def row_of(self, state: StoryState, opened: OpenRundown) -> RundownItem:
        """Return a story as a row to be placed, its words pinned if they are approved; asks no database.

        It is planned at what it takes, in steps of five seconds.
        """
        revision, approval_id = state.to_pin
        row = RundownItem(
            self.new_id(), ItemKind.STORY, state.slug, NO_BLOCK, state.story_id, revision, approval_id
        )
        alone = opened.with_state(state).with_rundown(Rundown(items=(row,)))
        return replace(row, planned_ms=round(estimates(alone)[row.id] / _STEP_MS) * _STEP_MS)

    def make_ready(self, bulletin_id: int, base: int, signed_why: str = "") -> OpenRundown:
        """Call a bulletin ready: everything in it may go on air. What is approved is pinned, and so is the
        newest revision of what is not.

        Raises :class:`NotReady` while something is missing (:func:`problems`), unless ``signed_why`` says
        why it goes on air all the same: an editor answers for that by name. Else raises as :meth:`change`.
        """
        why = clean(signed_why).strip()
        if why:
            self._people.demand(Act.SIGN_READY)
        with self._storage.read() as queries:
            paths = self.opener.rows(queries, bulletin_id).paths
        missing = self.opener.sound.missing(paths)
        me, now = self._people.me(), self._now()

        def ready(queries: Queries, opened: OpenRundown) -> OpenRundown:
            opened = self.opener.opened(self.opener.rows(queries, bulletin_id), missing)
            found = problems(opened)
            if found and not why:
                raise NotReady(bulletin_id, len(found))
            bulletin = replace(
                opened.bulletin,
                state=BulletinState.READY,
                ready_by=me.name,
                ready_at=now,
                ready_why=signed_words(why, found) if found else "",
            )
            pinned = pinned_where_approved(opened.rundown, opened.states)
            return replace(opened, bulletin=bulletin, rundown=pinned_as_signed(pinned, opened.states))

        return self.editing.settle(bulletin_id, base, ready, Deed.SIGN_READY if why else Deed.READY)

    def take_back_ready(self, bulletin_id: int, base: int) -> OpenRundown:
        """Go on building a bulletin that was called ready. Raises as :meth:`change` does."""

        def planned(_queries: Queries, opened: OpenRundown) -> OpenRundown:
            return replace(
                opened, bulletin=not_ready(opened.bulletin), rundown=no_more_signed(opened.rundown)
            )

        return self.editing.settle(bulletin_id, base, planned, Deed.NOT_READY)

    def flash(self, bulletin_id: int, story_id: int, after_item_id: int | None) -> OpenRundown:
        """Put an approved story next, under the row that is being read ("Kilat"); it must be acknowledged.

        ``after_item_id`` is that row by the clock; where the announcer's log has come here, the row is the
        one that the log names. A story that stands further down is moved up. Raises :class:`WrongStatus` for
        one that is not approved, else as :meth:`keep` does, but is never stale.
        """
        state = self.state(story_id)
        if state is None or state.approval_id is None or state.trashed:
            raise WrongStatus(story_id, state.status if state else "", trashed=bool(state and state.trashed))
        me, now = self._people.me(), self._now()

        def put_next(work: UnitOfWork, opened: OpenRundown) -> Rundown:
            rundown = opened.rundown
            read = work.queries.as_runs.reading(bulletin_id, now - _HEARD_WITHIN)
            after = read if any(one.id == read for one in rundown.counted) else after_item_id
            stands = next((one for one in rundown.items if one.story_id == story_id), None)
            row = self.row_of(state, opened)
            if stands is not None:
                row = replace(row, id=stands.id, reader_id=stands.reader_id)
            work.bulletins.add_flash(bulletin_id, row.id, story_id, me.id, now)
            if stands is not None and stands.id == after:
                return rundown.with_item(row)  # it is being read: its place is where it is
            if after is None and rundown.counted:
                first = rundown.counted[0]
                return rundown.placed(row, first.id).moved({row.id}, first.id, first.block_id)
            return rundown.placed(row, after)

        return self.editing.edit(bulletin_id, None, put_next, act=Act.FLASH, deed=Deed.FLASH)
