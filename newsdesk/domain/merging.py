"""Single changes of one script taken over into another, the rest of it untouched."""

from __future__ import annotations

from dataclasses import replace

from newsdesk.domain.attribution import Attribution
from newsdesk.domain.blocks import MARK
from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.comparing_scripts import Particular
from newsdesk.domain.readable_changes import Change
from newsdesk.domain.story import Script


def take_change(mine: Script, theirs: Script, change: Change) -> Script:
    """Return ``mine`` with one change of ``compare_scripts(mine, theirs).body`` made in it.

    Clips and notes of the passage come along, and so do the sources it is tied to and how it is said. A
    reading of mine that the change cuts goes, and so does what may be cut; a passage of mine that it cuts
    keeps what is left of it.

    >>> take_change(Script(body="Harga naik."), Script(body="Harga turun."), Change(6, 10, 6, 11)).body
    'Harga turun.'
    """
    a, b, c, d = change
    body = mine.body[:a] + theirs.body[c:d] + mine.body[b:]
    first, last = mine.body.count(MARK, 0, a), mine.body.count(MARK, 0, b)
    their_first, their_last = theirs.body.count(MARK, 0, c), theirs.body.count(MARK, 0, d)
    by = (d - c) - (b - a)
    return clean_script(
        replace(
            mine,
            body=body,
            blocks=mine.blocks[:first] + theirs.blocks[their_first:their_last] + mine.blocks[last:],
            attributions=tuple(
                sorted(
                    [
                        *(moved for tie in mine.attributions for moved in _around(tie, a, b, by)),
                        *_inside_ties(theirs, c, d, a),
                    ],
                    key=lambda tie: (tie.start, tie.end),
                )
            ),
            said_here=tuple(
                sorted(
                    [
                        *(
                            replace(one, start=start, end=end)
                            for one in mine.said_here
                            for start, end in _untouched(one.start, one.end, a, b, by)
                        ),
                        *(
                            replace(one, start=one.start - c + a, end=one.end - c + a)
                            for one in theirs.said_here
                            if c <= one.start and one.end <= d
                        ),
                    ]
                )
            ),
            cuttable=tuple(
                sorted(
                    [
                        *(moved for span in mine.cuttable for moved in _untouched(*span, a, b, by)),
                        *(
                            (start - c + a, end - c + a)
                            for start, end in theirs.cuttable
                            if c <= start and end <= d
                        ),
                    ]
                )
            ),
        )
    )


def take_particular(mine: Script, theirs: Script, which: Particular) -> Script:
    """Return ``mine`` with that particular of ``theirs``."""
    match which:
        case Particular.SLUG:
            return replace(mine, slug=theirs.slug)
        case Particular.HEADLINE:
            return replace(mine, headline=theirs.headline)
        case Particular.DATELINE:
            return replace(mine, dateline=theirs.dateline)
        case Particular.BYLINES:
            return replace(mine, bylines=theirs.bylines)
        case Particular.TAGS:
            return replace(mine, tags=theirs.tags)


def _untouched(start: int, end: int, a: int, b: int, by: int) -> list[tuple[int, int]]:
    """Return where a span is when ``[a, b)`` is replaced by text that is ``by`` longer; nowhere if cut."""
    if end <= a:
        return [(start, end)]
    return [(start + by, end + by)] if start >= b else []


def _around(tie: Attribution, a: int, b: int, by: int) -> list[Attribution]:
    """Return what is left of a tie when ``[a, b)`` is replaced by text that is ``by`` longer."""
    if tie.end <= a:
        return [tie]
    if tie.start >= b:
        return [replace(tie, start=tie.start + by, end=tie.end + by)]
    if tie.start < a and tie.end > b:
        return [replace(tie, end=tie.end + by)]
    left = [replace(tie, end=a)] if tie.start < a else []
    right = [replace(tie, start=b + by, end=tie.end + by)] if tie.end > b else []
    return left + right


def _inside_ties(theirs: Script, c: int, d: int, a: int) -> list[Attribution]:
    return [
        replace(tie, start=max(tie.start, c) - c + a, end=min(tie.end, d) - c + a)
        for tie in theirs.attributions
        if max(tie.start, c) < min(tie.end, d)
    ]
