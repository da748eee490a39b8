"""What is on the page now that could go on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsdesk.domain.story import Script


class AboutStory(NamedTuple):
    """A story; ``typed`` are the words on the screen, ``approved`` says that an approval is in force."""

    story_id: int
    slug: str
    typed: Script
    approved: bool


class AboutBulletin(NamedTuple):
    """A bulletin."""

    bulletin_id: int
    name: str


About = AboutStory | AboutBulletin
