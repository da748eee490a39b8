"""Finds who said it and who wrote it in pasted Indonesian copy: dateline, byline, sources and quotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.copyedit.byline import FoundByline, find_byline
from newsdesk.copyedit.dateline import FoundDateline, find_dateline
from newsdesk.copyedit.marks import quoted
from newsdesk.copyedit.narrative import Line, lines
from newsdesk.copyedit.sayings import Saying, sayings


class FoundSource(NamedTuple):
    """A person who is given words: full name, office, and the sentences of indirect speech.

    ``[start, end)`` is the name where the copy gives it in full; spans are code points of the text.
    """

    name: str
    role: str
    start: int
    end: int
    passages: tuple[tuple[int, int], ...]


class FoundQuote(NamedTuple):
    """Words in quotation marks, ``[start, end)`` inside them; ``speaker`` is a source's name, or empty."""

    text: str
    speaker: str
    start: int
    end: int


class Credits(NamedTuple):
    """Everything found in one text; sources and quotes in the order of the text."""

    dateline: FoundDateline | None
    byline: FoundByline | None
    sources: tuple[FoundSource, ...]
    quotes: tuple[FoundQuote, ...]

    def as_json(self) -> dict[str, object]:
        """Return what the command ``credits`` prints, without spans: only what JSON can hold."""
        dateline, byline = self.dateline, self.byline
        return {
            "sources": [{"name": source.name, "role": source.role} for source in self.sources],
            "quotes": [{"text": quote.text, "speaker": quote.speaker} for quote in self.quotes],
            "dateline": dateline and {"place": dateline.place, "outlet": dateline.outlet},
            "byline": byline and {"name": byline.name, "outlet": byline.outlet},
        }


LONGEST_STORY = 200_000
"""Code points in which people and quotes are looked for: some thirty thousand words, more than any story."""


def find_credits(text: str) -> Credits:
    """Return the credits of ``text``: any text, never raises, linear in its length.

    People and quotes are looked for in the first ``LONGEST_STORY`` code points.

    >>> find_credits('"Sudah siap," kata Ketua RT 02 Sugeng.').sources[0][:2]
    ('Sugeng', 'Ketua RT 02')
    """
    dateline, byline = find_dateline(text), find_byline(text)
    story = text[:LONGEST_STORY]
    quotes = quoted(story)
    told = lines(story, quotes, dateline.end if dateline else 0)
    said = sayings(story, quotes, tuple(line for line in told if not _signs(line, byline)))
    return Credits(dateline, byline, _sources(said), _quotes(story, said))


def _signs(line: Line, byline: FoundByline | None) -> bool:
    """Say whether a sentence is the byline: "Rani Puspita melaporkan untuk Radio Patria" is no source."""
    if byline is None:
        return False
    shared = min(line.end, byline.end) - max(line.start, byline.start)
    return 2 * shared >= line.end - line.start


def _sources(said: Sequence[Saying]) -> tuple[FoundSource, ...]:
    passages: dict[int, list[tuple[int, int]]] = {}
    people = {id(saying.speaker): saying.speaker for saying in said if saying.speaker is not None}
    for saying in said:
        spans = passages.setdefault(id(saying.speaker), [])
        if saying.quote < 0:
            spans.append((saying.start, saying.end))
    found = (
        FoundSource(person.name, person.role, person.start, person.end, tuple(passages[key]))
        for key, person in people.items()
    )
    return tuple(sorted(found, key=lambda source: source.start))


def _quotes(text: str, said: Sequence[Saying]) -> tuple[FoundQuote, ...]:
    return tuple(
        FoundQuote(
            text[saying.start : saying.end],
            saying.speaker.name if saying.speaker else "",
            saying.start,
            saying.end,
        )
        for saying in said
        if saying.quote >= 0
    )
