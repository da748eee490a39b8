"""An editor's word for one revision, what may end it, and who may give it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from newsdesk.domain.attribution import Byline

if TYPE_CHECKING:  # the tables know what ends an approval, and are loaded at every start
    from newsdesk.domain.air_text import AirText


class ApprovalEnd(StrEnum):
    """What ended an approval. The value is stored; the ui has its words."""

    CHANGED = "changed"
    """Somebody changed the words afterwards."""
    RETURNED = "returned"
    """It was sent back to its writer."""
    SPIKED = "spiked"
    CORRECTED = "corrected"
    """It was corrected, with a reason."""
    KILLED = "killed"
    """It was killed, with a reason."""
    SAID_ANEW = "said_anew"
    """An editor approved the same words as the lexicon has them said by now: the next approval."""
    DAMAGED = "damaged"
    """Its text was not the one that was approved any more: an editor approved the words again."""


class WhyNot(StrEnum):
    """Why somebody may not approve a story now. The ui has its words."""

    NOT_ALLOWED = "not_allowed"
    """No role of theirs lets them."""
    OWN_STORY = "own_story"
    OWN_WORDS = "own_words"
    """Somebody else's story, with words of their own since it was last approved."""
    NOT_WAITING = "not_waiting"
    """It waits for no editor."""


@dataclass(frozen=True, slots=True)
class Approval:
    """One approval: ``text`` is what was approved and what airs, ``digest`` the hash it was stored with.

    ``by`` is a person's id and ``by_name`` the name; ``own`` says that it was the editor's own story, at a
    station that allows it. While ``ended_at`` is None it is in force. Times are UTC.
    """

    id: int
    story_id: int
    revision: int
    text: AirText
    digest: str
    by: int
    by_name: str
    at: datetime
    own: bool = False
    note: str = ""
    ended_at: datetime | None = None
    ended_by: int | None = None
    ended_by_name: str = ""
    ended_why: ApprovalEnd | None = None

    @property
    def in_force(self) -> bool:
        """Whether it stands."""
        return self.ended_at is None

    @property
    def whole(self) -> bool:
        """Whether the text is the one it was stored with, as far as a hash beside it can say."""
        return self.text.digest() == self.digest


def is_own(name: str, begun_by_me: bool, i_wrote: bool, bylines: Iterable[Byline]) -> bool:
    """Return whether a story is one's own: begun by oneself, signed with one's name, or in one's words.

    ``i_wrote`` says that one made a revision with other words since an editor last approved it (decision 17).

    >>> is_own("Rani Puspita", False, False, [Byline("rani  puspita", "Mahardhika FM")])
    True
    """
    me = _folded(name)
    return begun_by_me or i_wrote or any(_folded(byline.name) == me for byline in bylines)


def _folded(name: str) -> str:
    # Pasted names bring letters in two halves, and marks that nobody sees.
    seen = (letter for letter in unicodedata.normalize("NFKC", name) if unicodedata.category(letter) != "Cf")
    return " ".join("".join(seen).casefold().split())
