"""What changed between two scripts: their words with clips and notes, and their particulars."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsdesk.domain.comparing import Compared, PartKind, compare
from newsdesk.domain.story import Script


class Particular(StrEnum):
    """What a script has beside its body."""

    SLUG = "slug"
    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINES = "bylines"
    TAGS = "tags"


@dataclass(frozen=True, slots=True)
class ComparedScripts:
    """Two scripts; ``particulars`` are those that differ.

    ``ties_differ`` says that passages are tied to sources, words said or sentences cut in another way.
    """

    old: Script
    new: Script
    particulars: tuple[tuple[Particular, Compared], ...]
    body: Compared
    ties_differ: bool

    @property
    def same(self) -> bool:
        """Whether both are the same in everything."""
        return not self.count and not self.ties_differ

    @property
    def count(self) -> int:
        """The number of changes: each particular that differs is one."""
        return len(self.particulars) + len(self.body.changes)

    def words(self, kind: PartKind) -> int:
        """Return how many words were put in (NEW) or taken out (GONE), in all of the script."""
        return self.body.words(kind) + sum(found.words(kind) for _which, found in self.particulars)


def compare_scripts(old: Script, new: Script) -> ComparedScripts:
    """Return what became of ``old`` in ``new``; the desk, airtime and status are no part of a script."""
    found = ((which, compare(written(old, which), written(new, which))) for which in Particular)
    return ComparedScripts(
        old,
        new,
        tuple((which, compared) for which, compared in found if not compared.same),
        compare(old.body, new.body, old.blocks, new.blocks),
        (old.attributions, old.said_here, old.cuttable) != (new.attributions, new.said_here, new.cuttable),
    )


def written(script: Script, which: Particular) -> str:
    """Return a particular as one line.

    >>> from newsdesk.domain.attribution import Byline
    >>> written(Script(bylines=(Byline("Rani", "Mahardhika FM"), Byline("Bagas"))), Particular.BYLINES)
    'Rani (Mahardhika FM), Bagas'
    """
    match which:
        case Particular.SLUG:
            return script.slug
        case Particular.HEADLINE:
            return script.headline
        case Particular.DATELINE:
            place = script.dateline
            return "" if place is None else _with_outlet(place.place, place.outlet)
        case Particular.BYLINES:
            return ", ".join(_with_outlet(one.name, one.outlet) for one in script.bylines)
        case Particular.TAGS:
            return ", ".join(script.tags)


def _with_outlet(name: str, outlet: str) -> str:
    return f"{name} ({outlet})" if outlet else name
