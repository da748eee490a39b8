"""What is seen to before a rundown is kept, and what the log says of it afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.domain.audit import digest
from newsdesk.domain.blocks import LONGEST_MS
from newsdesk.domain.open_rundown import StoryState
from newsdesk.domain.readiness import is_approved
from newsdesk.domain.rundown import Block, Rundown, RundownItem, in_order
from newsdesk.domain.rundown_json import to_json
from newsdesk.domain.text import clean
from newsdesk.errors import NoSuchStory

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.queries import Queries

_MOST_WORDS = 200
"""Characters of a list of slugs in the log."""


def fit_to_keep(queries: Queries, rundown: Rundown) -> Rundown:
    """Return a rundown that both databases can keep, in order; what it names of others is there.

    Text is cleaned, lengths lie between nothing and a day, an announcer or approval that there is not is
    left out. Raises :class:`NoSuchStory`.
    """
    placed = {item.story_id for item in rundown.items if item.story_id is not None}
    for story_id in queries.missing(placed):
        raise NoSuchStory(story_id)
    readers = set[int | None](queries.bulletins.readers())
    approvals = queries.bulletins.stories_approved({item.approval_id or 0 for item in rundown.items})
    return in_order(
        [_fit_block(block) for block in rundown.blocks],
        [_fit_item(item, readers, approvals) for item in rundown.items],
    )


def fit_template(queries: Queries, template: Rundown) -> Rundown:
    """Return a programme's template as it can be kept: as :func:`fit_to_keep`, and with nothing of one day.

    Places for stories are empty, hits have their name and no moment.
    """
    items = tuple(
        replace(item, story_id=None, revision=None, approval_id=None, fixed_at=None, cut=(), paraphrase=False)
        for item in template.items
    )
    return fit_to_keep(queries, replace(template, items=items))


def _fit_block(block: Block) -> Block:
    budget = None if block.budget_ms is None else _fit_ms(block.budget_ms)
    return Block(block.id, clean(block.name).strip(), budget)


def _fit_item(
    item: RundownItem, readers: Collection[int | None], approvals: Mapping[int, int]
) -> RundownItem:
    item = replace(
        item,
        slug=clean(item.slug),
        words=clean(item.words),
        path=clean(item.path),
        hit=clean(item.hit).strip(),
        planned_ms=_fit_ms(item.planned_ms),
        reader_id=item.reader_id if item.reader_id in readers else None,
    )
    if item.approval_id is not None and approvals.get(item.approval_id) != item.story_id:
        return replace(item, approval_id=None, revision=None)
    return item


def _fit_ms(ms: int) -> int:
    return min(max(0, ms), LONGEST_MS)


def pinned_where_approved(rundown: Rundown, states: Mapping[int, StoryState]) -> Rundown:
    """Return a rundown whose rows that had pinned nothing have pinned what is approved of their story by now.

    That swaps nothing: until then such a row had no words that might be aired.
    """
    items = tuple(_pinned(item, states) for item in rundown.items)
    return rundown if items == rundown.items else replace(rundown, items=items)


def _pinned(item: RundownItem, states: Mapping[int, StoryState]) -> RundownItem:
    state = states.get(item.story_id or 0)
    if state is None or item.approval_id is not None or not is_approved(state, item):
        return item
    revision, approval_id = state.to_pin
    return replace(item, revision=revision, approval_id=approval_id)


def pinned_as_signed(rundown: Rundown, states: Mapping[int, StoryState]) -> Rundown:
    """Return a rundown in which what nobody has approved is pinned at the revision that an editor signs for.

    What its writer changes after that is another text, for which nobody has signed.
    """
    items = tuple(
        replace(item, revision=state.revision)
        if item.revision is None and (state := states.get(item.story_id or 0)) is not None
        else item
        for item in rundown.items
    )
    return replace(rundown, items=items)


def no_more_signed(rundown: Rundown) -> Rundown:
    """Return a rundown whose rows have pinned nothing that nobody has approved, as before the signature."""
    items = tuple(
        replace(item, revision=None) if item.approval_id is None else item for item in rundown.items
    )
    return rundown if items == rundown.items else replace(rundown, items=items)


def told(before: Rundown, after: Rundown) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the log says of a rundown that was changed: before, and after.

    Its rows, those that went and came by their slugs, and the hash of all of it.
    """
    gone = [item for item in before.items if item.id not in after.places]
    new = [item for item in after.items if item.id not in before.places]
    was, now = _summed(before), _summed(after)
    if gone:
        was["gone"] = _slugs(gone)
    if new:
        now["new"] = _slugs(new)
    return was, now


def _summed(rundown: Rundown) -> dict[str, str]:
    return {"rows": str(len(rundown.items)), "rundown": digest(to_json(rundown))}


def _slugs(items: Iterable[RundownItem]) -> str:
    words = ", ".join(item.slug or item.kind.value for item in items)
    return words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + "…"
