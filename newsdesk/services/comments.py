"""Comments on stories: said, settled, and taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.domain.audit import Deed
from newsdesk.domain.audit import digest as log_digest
from newsdesk.domain.people import Act
from newsdesk.domain.text import clean
from newsdesk.errors import CommentEmpty, NoSuchComment
from newsdesk.services.clock import GrowingClock

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.domain.comments import Comment
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage


class Comments:
    """What is said about a story between those who work on it. Nothing said is ever reworded or removed."""

    def __init__(self, storage: Storage, people: People, clock: GrowingClock | None = None) -> None:
        self._storage = storage
        self._people = people
        self._clock = clock or GrowingClock()

    def of(self, story_id: int) -> list[Comment]:
        """Return the comments on a story, the first made first."""
        with self._storage.read() as queries:
            return queries.comments.of(story_id)

    def add(
        self, story_id: int, revision: int, text: str, passage: tuple[int, int] | None = None
    ) -> list[Comment]:
        """Say something about a revision, or about a passage of its body (code points); return all comments.

        A passage that is empty or reaches outside the body is none. Raises :class:`CommentEmpty`,
        :class:`NoSuchStory` for a revision that there is not, and :class:`NotAllowed`.
        """
        text = clean(text).strip()
        if not any(letter.isalnum() for letter in text):
            raise CommentEmpty(story_id)
        me, at = self._people.me(), self._clock.next()
        with self._storage.write() as work:
            self._people.demand(Act.COMMENT, work.queries)
            said_of = work.queries.revision(story_id, revision)
            body, slug = said_of.script.body, said_of.script.slug
            if passage is not None and not 0 <= passage[0] < passage[1] <= len(body):
                passage = None
            quote = body[slice(*passage)] if passage else ""
            work.comments.add(story_id, revision, passage, quote, text, me.id, at)
            after = {"revision": str(revision), "text": log_digest(text)}
            work.audit.record(Deed.COMMENT, me, "story", story_id, slug, after=after)
            return work.queries.comments.of(story_id)

    def done(self, comment_id: int) -> list[Comment]:
        """Take a comment for settled; return all of its story. Raises :class:`NoSuchComment`."""
        return self._settle(comment_id, done=True)

    def reopen(self, comment_id: int) -> list[Comment]:
        """Take a comment up again; return all of its story. Raises :class:`NoSuchComment`."""
        return self._settle(comment_id, done=False)

    def _settle(self, comment_id: int, *, done: bool) -> list[Comment]:
        me, at = self._people.me(), self._clock.next()
        with self._storage.write() as work:
            self._people.demand(Act.COMMENT, work.queries)
            on = work.queries.comments.story_of(comment_id)
            if on is None:
                raise NoSuchComment(comment_id)
            story_id, slug = on
            if work.comments.settle(comment_id, me.id if done else None, at if done else None):
                deed = Deed.SETTLE_COMMENT if done else Deed.REOPEN_COMMENT
                work.audit.record(deed, me, "story", story_id, slug, after={"comment": str(comment_id)})
            return work.queries.comments.of(story_id)
