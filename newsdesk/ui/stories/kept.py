"""How safe the words of the story on the desk are."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import NamedTuple

from newsdesk.errors import NewsdeskError


class Kept(Enum):
    """Where the words are."""

    UNTOUCHED = "untouched"
    """As the newest revision has them."""
    TYPING = "typing"
    SAVED = "saved"
    """In the database (and on this computer)."""
    LOCAL = "local"
    """On this computer only; the database is tried again."""
    NOWHERE = "nowhere"
    """Only in the window: this computer could not write, nor the database take it."""


class State(NamedTuple):
    """What the foot of the page says; ``retry_s`` counts down to the next try, ``error`` is the reason."""

    kept: Kept
    at: datetime | None = None
    retry_s: int = 0
    error: NewsdeskError | None = None
