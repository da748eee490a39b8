"""What of a script is heard, and what a player does with it: the words that pages and player share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.ui.listening.recording import Moved

if TYPE_CHECKING:
    from newsdesk.spoken.sentences import Sentence


class Passage(Enum):
    """What of the script is to be heard."""

    PARAGRAPH = "paragraph"
    """The one at the cursor; where it has no words, the next that has."""
    STORY = "story"
    CURSOR = "cursor"
    """From the cursor to the end."""
    SELECTION = "selection"


class Playing(Enum):
    """What the player is doing."""

    SILENT = "silent"
    WAITING = "waiting"
    """Asked for, no sound yet."""
    SAYING = "saying"
    PAUSED = "paused"


class Again(NamedTuple):
    """The passage being heard as the script has it now, and where spans of it as it was stand now."""

    sentences: Sequence[Sentence]
    moved: Moved


SentencesOf = Callable[[Passage], "Sequence[Sentence]"]
"""Gives the sentences of a passage, offsets in the script: the page that shows the script has it."""
AgainOf = Callable[[], "Again | None"]
"""Gives the passage asked for last as it stands now; spans given before it are of no use after it."""
