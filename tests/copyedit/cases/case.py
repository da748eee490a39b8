"""One case: a text with its credits."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """A text; its sources as name: office; its quotes as first words: speaker ("" when nobody is named)."""

    habit: str
    text: str
    sources: dict[str, str]
    quotes: dict[str, str] = {}  # noqa: RUF012 - never changed
