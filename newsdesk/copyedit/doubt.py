"""Why a word of a suggestion wants to be looked at before it is taken."""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    """Why a word of the suggestion wants to be looked at."""

    WE = "we"
    """"kita": on air the listener would be one of them."""
    YOU = "you"
    """Who is spoken to is not told."""
    NOW = "now"
    """"kemarin", "ini": from the speaker's day and place."""
    OWNER = "owner"
    """Whose it is, or who does it, cannot be told from the words alone."""
    GROUP = "group"
    """"kami": an office, or a number of people?"""
    THIRD = "third"
    """Another person is called as the speaker is."""
    FORM = "form"
    """The word has another form than in the quote."""
    ADDRESSED = "addressed"
    """Who is asked or told to do it is not said."""
    SPEAKER = "speaker"
    """The script does not say who speaks."""
