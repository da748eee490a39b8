"""Who says what, who wrote it: sources, the passages tied to them, and bylines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Source:
    """A person or an organisation that gives words or facts to stories (aggregate of the register).

    ``office`` is the person's office ("Kepala BPS Kota Blitar"), ``organisation`` the body spoken for,
    ``contact`` free text (a number, an address). With an empty ``person`` the source is the organisation.
    ``id`` and ``version`` are 0 until stored.
    """

    person: str
    office: str = ""
    organisation: str = ""
    contact: str = ""
    on_record: bool = True
    id: int = 0
    version: int = 0

    @property
    def name(self) -> str:
        """What the newsroom calls this source: the person, or else the organisation."""
        return self.person or self.organisation


@dataclass(frozen=True, slots=True)
class Attribution:
    """Ties the passage ``[start, end)`` (code points of the body) to the source ``source_id``.

    ``quote`` is true when the passage is the source's own words.
    """

    source_id: int
    start: int
    end: int
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote the story and for which outlet: "Ipang Harwoko", "Mahardhika FM"."""

    name: str
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the story comes from: place "Blitar", outlet "Beritatrends" (NITF dateline)."""

    place: str
    outlet: str = ""
