"""The story's side of every row: who reads it, how it stands, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

from newsdesk.domain.open_rundown import readers_of, text_of
from newsdesk.domain.rate_learning import estimate
from newsdesk.domain.readiness import Standing, newer, problems, standing
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _
from newsdesk.ui.bulletins.problem_words import problem_words
from newsdesk.ui.rundown.row_status import RowFacts, row_status

if TYPE_CHECKING:
    from newsdesk.domain.open_rundown import OpenRundown, Reader
    from newsdesk.domain.readiness import Problem
    from newsdesk.domain.rundown import RundownItem
    from newsdesk.domain.rundown_timing import TimedRundown


def facts_of(
    opened: OpenRundown, times: TimedRundown, zone: tzinfo, found: Sequence[Problem] | None = None
) -> Callable[[RundownItem], RowFacts]:
    """Return what tells of each row of an opened bulletin what does not stand in the rundown itself.

    ``found`` are the bulletin's problems, where they are known already.
    """
    readers = readers_of(opened.bulletin, opened.rundown)
    missing: dict[int, list[str]] = {}
    for problem in problems(opened, times) if found is None else found:
        if problem.item_id is not None:
            missing.setdefault(problem.item_id, []).append(problem_words(problem, zone))

    looks = {one: row_status(one) for one in Standing}

    def facts(item: RundownItem) -> RowFacts:
        state = opened.state_of(item)
        stands = standing(opened, item, times)
        why = missing.get(item.id)
        reader = opened.readers.get(readers.get(item.id, 0))
        return RowFacts(
            slug=state.slug if state else item.slug,
            status=looks[stands]._replace(why=", ".join(why)) if why else looks[stands],
            reader=first_name(reader.name) if reader else "",
            has_clip=bool(state and state.text.clips),
            locked_by=first_name(state.locked_by) if state else "",
            newer=(newer(state, item) or 0) if state else 0,
            changed=stands is Standing.CHANGED,
            spread_ms=_spread_ms(opened, item, reader) if reader else 0,
        )

    return facts


def _spread_ms(opened: OpenRundown, item: RundownItem, reader: Reader) -> int:
    text = text_of(opened, item)
    return 0 if text is None else estimate(text.length, text.clip_ms, reader.rate, reader.spread).spread_ms


def for_reader(reader: Reader, ms: int) -> str:
    """Return how long a row takes its reader, and how far off that may be: "untuk Dewi 0:38 ±3 dtk".

    "" for an announcer whose readings nobody has learnt from yet.
    """
    if not reader.spread:
        return ""
    off = max(1, round(ms * reader.spread / reader.rate / 1000))
    return _("untuk {name} {length} ±{n} dtk").format(
        name=first_name(reader.name), length=clock_length(ms), n=off
    )


def first_name(name: str) -> str:
    """Return the first word of a name: what a newsroom calls somebody.

    >>> first_name("Sinta Ayu")
    'Sinta'
    """
    return name.split(" ", 1)[0] if name else ""
