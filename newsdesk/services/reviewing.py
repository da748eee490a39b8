"""An editor's part: what changed, approving exactly what will be said, holding it, putting it right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.air_text import AirText, SaidChange, said_changes
from newsdesk.domain.approval import Approval, ApprovalEnd, WhyNot
from newsdesk.domain.audit import Deed
from newsdesk.domain.people import Act, Person
from newsdesk.domain.sign_off import SigningOff
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.domain.text import clean
from newsdesk.errors import AlreadyApproved, NotAllowed, NotApproved, OwnStory, ReadingChanged, WrongStatus
from newsdesk.services.holding import Holding, found_story
from newsdesk.services.locking import LAPSES_AFTER
from newsdesk.services.open_story import OpenStory, opened
from newsdesk.services.own_story import is_own_story, is_writer, own_is_allowed
from newsdesk.services.review import Review, Since
from newsdesk.services.standing import end_approval

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.drafting import Drafting
    from newsdesk.storage.open import Storage
    from newsdesk.storage.queries import Queries
    from newsdesk.storage.unit_of_work import UnitOfWork

AirTextOf = Callable[[Script, datetime | None, SigningOff], AirText]
"""Makes what is said on air of a script, a moment (UTC) and how its writers sign off."""


class Reviewing(Holding):
    """The use cases of an editor; each is one transaction, and each is in the log.

    ``air_text`` makes what is said on air; it reads no database and is asked outside transactions.
    ``catch_up`` lets it read by lexicon and house style as the newsroom has them by now, whoever changed
    them; it asks the database.
    """

    def __init__(
        self, storage: Storage, drafting: Drafting, air_text: AirTextOf, catch_up: Callable[[], object]
    ) -> None:
        super().__init__(storage, drafting.revising)
        self._air_text = air_text
        self._catch_up = catch_up

    # ------------------------------------------------------------ looking

    def open(self, story_id: int) -> Review:
        """Return a story as who is to decide on it sees it. Raises :class:`NoSuchStory`."""
        me = self._people.me()
        with self._storage.read() as queries:
            story = opened(queries, story_id)
            look = queries.approvals.look(story_id, me.id)
            since = look and Since(look.revision, look.at, queries.script(story_id, look.revision))
            last = queries.approvals.last(story_id)
            stands = last if last and last.in_force else None
            damaged = stands if stands and not stands.whole else None
            if damaged and story.status is StoryStatus.APPROVED:
                story = replace(story, status=StoryStatus.WAITING)
            lock = queries.locks.of(story_id)
            own = is_own_story(queries, story_id, story.script, me)
            writer = queries.accounts.person(queries.approvals.begun_by(story_id))
            return Review(
                story=story,
                since=since,
                approval=None if damaged else stands,
                last_approval=None if damaged else last,
                damaged=damaged,
                why_not=self._why_not(queries, story, own=own),
                comments=tuple(queries.comments.of(story_id)),
                waiting_since=story.waiting_since,
                signing=queries.registers.signing_off(),
                locked_by=lock.person if lock and self._elsewhere(queries, story_id) else "",
                own=own,
                writer=writer.name if writer is not None else story.revised_by,
            )

    def as_said(self, review: Review, shown: Script | None = None) -> AirText:
        """Return how what is shown is said, by the reading in use: what :meth:`approve` is told of.

        ``shown`` is what stands before the editor, None for the newest revision. It asks no database, and
        takes seconds for megabytes.
        """
        return self._air_text(shown or review.story.script, review.story.airtime, review.signing)

    def looked(self, story_id: int, revision: int) -> None:
        """Remember which revision of a story I looked at last; of one that is not stored there is nothing."""
        with self._storage.write() as work:
            if work.queries.missing({story_id}):
                return
            work.approvals.looked(story_id, self._people.me().id, revision, self._clock.next())

    # ------------------------------------------------------------ approving

    def approve(self, story_id: int, base: int, revision: int, note: str = "", *, seen: str) -> Approval:
        """Approve a revision: its words, as they are said now, are what airs.

        ``base`` is the version of the story that was looked at, ``seen`` the digest of :meth:`as_said` that
        was shown: nobody approves a reading that she has not seen. Raises :class:`NotAllowed`,
        :class:`NewerRevision` unless ``revision`` is the newest, :class:`AlreadyApproved` when a colleague
        was quicker, :class:`OwnStory`, :class:`WrongStatus`, :class:`NoSuchStory`, and
        :class:`ReadingChanged` when lexicon, style of the house, sign-off or day say it otherwise by now.
        """
        me = self._people.me()
        self._catch_up()
        with self._storage.read() as queries:
            script, airtime, signing = _said_from(queries, story_id, revision)
        text = self._air_text(script, airtime, signing)
        with self._storage.write() as work:
            self._people.demand(Act.APPROVE, work.queries)
            story = found_story(work, story_id)
            self.still_newest(work.queries, story, base, revision)
            standing = work.queries.approvals.in_force(story_id)
            damaged = standing is not None and not standing.whole
            if story.status is StoryStatus.APPROVED and standing and not damaged:
                raise AlreadyApproved(story_id, standing.revision, standing.by_name)
            again = damaged and story.status is StoryStatus.APPROVED
            if story.trashed_at is not None or not (again or story.status.may_become(StoryStatus.APPROVED)):
                raise WrongStatus(story_id, story.status, trashed=story.trashed_at is not None)
            own = self._own(work.queries, story_id, script, me)
            settled = story.airtime, work.queries.registers.signing_off()
            if settled != (airtime, signing):  # by a colleague in this very moment
                text = self._air_text(script, *settled)
            if text.digest() != seen:
                raise ReadingChanged(story_id)
            before, at = story.status, self._clock.next()
            if damaged:
                end_approval(work, story, me, at, ApprovalEnd.DAMAGED)
            approval_id = work.approvals.add(
                story_id, revision, text, me.id, at, own=own, note=clean(note).strip()
            )
            story.approved_revision = revision
            story.stand(StoryStatus.APPROVED, at)
            work.audit.record(
                *(Deed.APPROVE_OWN if own else Deed.APPROVE, me, "story", story_id, story.slug),
                before={"status": before.value},
                after={"status": "approved", "revision": str(revision), "text": text.digest()},
            )
            return _approval(work, approval_id)

    def said_otherwise(self, story_id: int) -> tuple[SaidChange, ...]:
        """Return where the lexicon or the program says the approved words otherwise by now.

        What was approved is what airs until :meth:`approve_sayings`. Nothing for a story without an approval,
        or with a damaged one.
        """
        self._catch_up()
        with self._storage.read() as queries:
            approval = queries.approvals.in_force(story_id)
            if approval is None or not approval.whole:
                return ()
            said_from = _said_from(queries, story_id, approval.revision)
        return said_changes(approval.text, self._anew(approval, *said_from))

    def approve_sayings(self, story_id: int, approval_id: int, seen: Sequence[SaidChange]) -> Approval:
        """Approve the same words as they are said by now, in place of the approval that was looked at.

        ``seen`` are the changes that were shown (:meth:`said_otherwise`). Raises :class:`ReadingChanged` when
        there are others by now, :class:`NotApproved` when that approval stands no more, and else as
        :meth:`approve` does.
        """
        me = self._people.me()
        self._catch_up()
        with self._storage.read() as queries:
            standing = queries.approvals.in_force(story_id)
            if standing is None or standing.id != approval_id or not standing.whole:
                raise NotApproved(story_id)
            script, airtime, signing = _said_from(queries, story_id, standing.revision)
        text = self._anew(standing, script, airtime, signing)
        with self._storage.write() as work:
            self._people.demand(Act.APPROVE, work.queries)
            story = found_story(work, story_id)
            now = work.queries.approvals.in_force(story_id)
            if now is None or now.id != approval_id:
                raise NotApproved(story_id)
            if story.trashed_at is not None:
                raise WrongStatus(story_id, story.status, trashed=True)
            own = self._own(work.queries, story_id, script, me)
            settled = story.airtime, work.queries.registers.signing_off()
            if settled != (airtime, signing):  # by a colleague in this very moment
                text = self._anew(standing, script, *settled)
            if said_changes(standing.text, text) != tuple(seen):
                raise ReadingChanged(story_id)
            at = self._clock.next()
            work.approvals.end(story_id, at, me.id, ApprovalEnd.SAID_ANEW)
            anew = work.approvals.add(story_id, now.revision, text, me.id, at, own=own, note=now.note)
            # The story's version moves: whoever holds the text of the old approval is to look again.
            story.updated_at = at
            work.audit.record(
                *(Deed.APPROVE_SAYINGS, me, "story", story_id, story.slug),
                before={"revision": str(now.revision), "text": now.digest},
                after={"revision": str(now.revision), "text": text.digest(), "own": str(own).lower()},
            )
            return _approval(work, anew)

    def _anew(
        self, standing: Approval, script: Script, airtime: datetime | None, signing: SigningOff
    ) -> AirText:
        """Return how the words of a standing approval are said by now."""
        now = self._air_text(script, airtime, signing)
        if not signing.station:  # each computer signs off by a name of its own: that is no change
            now = replace(now, sign_off=standing.text.sign_off)
        return now

    # ------------------------------------------------------------ who may

    def own_approval(self) -> bool:
        """Return whether the station lets editors approve stories of their own.

        Where nobody signs in there is no second pair of eyes, and everybody may; the log says so each time.
        """
        with self._storage.read() as queries:
            return queries.registers.own_approval()

    def set_own_approval(self, allowed: bool) -> bool:
        """Settle that, and return it; the last one set holds.

        Raises :class:`NotAllowed` for who may not settle what others may: no editor lets herself.
        """
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(Act.PEOPLE, work.queries)
            before = work.queries.registers.own_approval()
            work.station.put_own_approval(allowed)
            if before != allowed:
                work.audit.record(
                    *(Deed.CHANGE, me, "station", 1, ""),
                    before={"own approval": str(before).lower()},
                    after={"own approval": str(allowed).lower()},
                )
        return allowed

    def _why_not(self, queries: Queries, story: OpenStory, *, own: bool) -> WhyNot | None:
        try:
            self._people.demand(Act.APPROVE, queries)
        except NotAllowed:
            return WhyNot.NOT_ALLOWED
        if story.trashed or not story.status.waits:
            return WhyNot.NOT_WAITING
        if own and not own_is_allowed(queries):
            writer = is_writer(queries, story.id, story.script, self._people.me())
            return WhyNot.OWN_STORY if writer else WhyNot.OWN_WORDS
        return None

    def _own(self, queries: Queries, story_id: int, script: Script, me: Person) -> bool:
        own = is_own_story(queries, story_id, script, me)
        if own and not own_is_allowed(queries):
            raise OwnStory(story_id)
        if own:
            self._people.demand(Act.APPROVE_OWN, queries)
        return own

    def _elsewhere(self, queries: Queries, story_id: int) -> bool:
        return any(
            lock.story_id == story_id for lock in queries.locks.alive(LAPSES_AFTER, self._storage.editor)
        )


def _approval(work: UnitOfWork, approval_id: int) -> Approval:
    approval = work.queries.approvals.get(approval_id)
    assert approval is not None  # stored in this transaction
    return approval


def _said_from(queries: Queries, story_id: int, revision: int) -> tuple[Script, datetime | None, SigningOff]:
    """Return what a text on air is made from: script, planned airtime (UTC), how it is signed off."""
    return queries.script(story_id, revision), queries.airtime(story_id), queries.registers.signing_off()
