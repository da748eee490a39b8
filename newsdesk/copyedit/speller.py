"""What the spelling check asks of a dictionary."""

from __future__ import annotations

from typing import Protocol


class Speller(Protocol):
    """A dictionary of one language. Any string may be asked for; nothing is raised."""

    def known(self, word: str) -> bool:
        """Say whether ``word`` is spelled as the dictionary has it; capitals at its start do not matter."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words that are known and one slip away from ``word``, likeliest first."""
        ...
