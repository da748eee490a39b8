"""What is said about a story between those who work on it, tied to a passage or to the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class NoteKind(StrEnum):
    """What a note that is being written is for. The value is part of a file's name."""

    DECISION = "decision"
    """Goes with what an editor decides."""
    COMMENT = "comment"


class HalfSaid(NamedTuple):
    """A note as far as it is written: ``quote`` stood at ``start`` (code points) where it was begun.

    Without a passage it is on the whole story.
    """

    words: str
    start: int | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment on revision ``revision`` of a story.

    ``[start, end)`` is its passage there (code points of the body) and ``quote`` what stood in it; both None
    and "" for a comment on the whole. ``by`` is a person's id; ``done_at`` and ``done_by_name`` say who took
    it for settled, None and "" while nobody did. Times are UTC.
    """

    id: int
    story_id: int
    revision: int
    start: int | None
    end: int | None
    quote: str
    text: str
    by: int
    by_name: str
    at: datetime
    done_at: datetime | None = None
    done_by_name: str = ""

    @property
    def done(self) -> bool:
        """Whether somebody took it for settled."""
        return self.done_at is not None


def place_in(comment: Comment, body: str) -> tuple[int, int] | None:
    """Return where a comment's passage stands in another text of its story; None where it does no more.

    Of several places with its very words the one nearest to where it stood is meant.

    >>> from datetime import UTC
    >>> one = Comment(1, 1, 1, 0, 5, "Harga", "Sumber?", 1, "Dewi", datetime(2025, 1, 17, tzinfo=UTC))
    >>> place_in(one, "Kemarin Harga naik.")
    (8, 13)
    """
    if comment.start is None or not comment.quote:
        return None
    before = body.rfind(comment.quote, 0, comment.start + len(comment.quote))
    after = body.find(comment.quote, comment.start)
    found = [at for at in (before, after) if at >= 0]
    if not found:
        return None
    start = min(found, key=lambda at: abs(at - comment.start) if comment.start is not None else 0)
    return start, start + len(comment.quote)
