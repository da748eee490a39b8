"""A story before who is to decide on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsdesk.domain.approval import Approval, WhyNot
from newsdesk.domain.comments import Comment
from newsdesk.domain.sign_off import SigningOff
from newsdesk.domain.story import Script
from newsdesk.services.open_story import OpenStory


@dataclass(frozen=True, slots=True)
class Since:
    """What somebody looked at last: that revision, when (UTC), and its script."""

    revision: int
    at: datetime
    script: Script


@dataclass(frozen=True, slots=True)
class Review:
    """A story before who is to decide on it: at its newest revision, without what anybody has unsaved.

    ``since`` is what I looked at last, None for never; ``approval`` the one in force; ``last_approval`` the
    newest one, in force or ended: what changed since stands between its revision and the newest. ``damaged``
    is one that would be in force, but has not the text that was approved: the story waits again.
    ``why_not`` says why I may not approve it now; ``waiting_since`` (UTC) since when it waits. ``locked_by``
    is the name of who is writing in it elsewhere, "" for nobody: a newer revision may come. ``own`` says that
    it is my own story, whether or not I may approve such; ``writer`` is the name of who began it;
    ``signing`` is how reports end now. How its words are said :meth:`Reviewing.as_said` tells.
    """

    story: OpenStory
    since: Since | None
    approval: Approval | None
    last_approval: Approval | None
    damaged: Approval | None
    why_not: WhyNot | None
    comments: tuple[Comment, ...]
    waiting_since: datetime | None
    signing: SigningOff
    locked_by: str = ""
    own: bool = False
    writer: str = ""

    @property
    def may_approve(self) -> bool:
        """Whether I may approve it now."""
        return self.why_not is None
