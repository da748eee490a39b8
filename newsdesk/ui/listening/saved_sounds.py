"""The sound files saved last, and whether the script has moved on since: kept with the user's settings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 40
"""Files remembered; the oldest is forgotten first."""


class SavedSound(NamedTuple):
    """A file, the story it was made from, and what it says.

    ``words`` is the fingerprint of its spoken words (:func:`newsdesk.services.sound_files.fingerprint`),
    ``at`` the clock time it was saved at ("10.04"), ``playout`` whether it was signed for air.
    """

    newsroom: str
    story: int
    path: str
    words: str
    at: str
    revision: int
    playout: bool


def read(kept: str) -> list[SavedSound]:
    """Read what :func:`write` wrote, the last one first; anything else is none."""
    try:
        rows: Any = json.loads(kept)
        return [SavedSound(*row) for row in cast("list[list[Any]]", rows)]
    except (ValueError, TypeError):
        return []


def write(sounds: Sequence[SavedSound]) -> str:
    """Write them as one line for the settings."""
    return json.dumps(list(sounds)[:_MOST], ensure_ascii=False)


def with_new(kept: str, sound: SavedSound) -> str:
    """Add a file; one of the same path takes the place of the former.

    >>> read(with_new("", SavedSound("Redaksi", 7, "/a.wav", "0f", "10.04", 2, False)))[0].at
    '10.04'
    """
    return write([sound, *(one for one in read(kept) if one.path != sound.path)])


def of_story(kept: str, newsroom: str, story: int) -> list[SavedSound]:
    """Return the files saved from a story, the last one first."""
    return [one for one in read(kept) if (one.newsroom, one.story) == (newsroom, story)]
