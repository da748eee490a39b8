"""What stands between a bulletin and the air, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.open_rundown import OpenRundown, StoryState, timed
from newsdesk.domain.rundown import ItemKind, RundownItem
from newsdesk.domain.rundown_timing import TimedRundown
from newsdesk.domain.story import StoryStatus


class ProblemKind(StrEnum):
    """What is the matter with a row. The ui has the sentence."""

    NO_ROWS = "no_rows"
    """Nothing in the bulletin would be heard."""
    EMPTY = "empty"
    """A place kept for a story, and no story in it."""
    NOT_APPROVED = "not_approved"
    CHANGED = "changed"
    """Its words were changed after they were approved."""
    NEWER_APPROVED = "newer_approved"
    """Other words of it are approved by now: they are to be taken, by somebody."""
    KILLED = "killed"
    SET_ASIDE = "set_aside"
    """It was spiked or thrown away since."""
    LOCKED = "locked"
    """Somebody is writing in it."""
    MISSING_CLIP = "missing_clip"
    EMBARGO = "embargo"
    """It may not be said yet when the row begins."""
    TWICE = "twice"
    """The story stands in another row above as well."""
    NO_WORDS = "no_words"
    """Fixed words, and none are written."""
    NO_SOUND = "no_sound"
    """The row's own sound file is not there."""
    NO_MOMENT = "no_moment"
    """A call to prayer without its time: no table says it."""


class Problem(NamedTuple):
    """One thing that is missing: in which row (None: in none), and a word about it.

    ``detail`` is who writes in it, what the clip is called, or the end of the embargo (ISO 8601, UTC).
    """

    item_id: int | None
    kind: ProblemKind
    slug: str = ""
    detail: str = ""


class Standing(StrEnum):
    """How a row stands: as its story does, or READY where nothing is missing for the air."""

    EMPTY = "empty"
    DRAFT = "draft"
    WAITING = "waiting"
    CHANGED = "changed"
    APPROVED = "approved"
    """Approved, and something else is the matter with it."""
    MISSING = "missing"
    """A sound file, a time or the words of a row are missing."""
    READY = "ready"
    AIRED = "aired"
    """It was read, and so was the bulletin."""
    SPIKED = "spiked"
    KILLED = "killed"


_MISSING = {ProblemKind.MISSING_CLIP, ProblemKind.NO_WORDS, ProblemKind.NO_SOUND, ProblemKind.NO_MOMENT}
_BY_STATUS = {
    StoryStatus.DRAFT: Standing.DRAFT,
    StoryStatus.WAITING: Standing.WAITING,
    StoryStatus.SPIKED: Standing.SPIKED,
    StoryStatus.KILLED: Standing.KILLED,
}


def is_approved(state: StoryState, item: RundownItem) -> bool:
    """Return whether the approval in force is of the very words that the row has pinned.

    A row that has pinned nothing yet takes whatever is approved.
    """
    if state.approval_id is None:
        return False
    if item.approval_id is not None:
        return item.approval_id == state.approval_id
    return item.revision is None or item.revision == state.approved_revision


def newer(state: StoryState, item: RundownItem) -> int | None:
    """Return the revision that a row is offered in place of its own, None when it has the newest.

    An approved one goes before one that is only newer. A row that has pinned nothing is offered nothing, and
    none whose approval stands: later revisions have the same words, or it would not.
    """
    if item.revision is None or is_approved(state, item):
        return None
    if state.approved_revision is not None:
        return state.approved_revision
    return state.revision if state.revision > item.revision else None


def problems(opened: OpenRundown, times: TimedRundown | None = None) -> tuple[Problem, ...]:
    """Return everything that stands between a bulletin and the air, in the order of its rows.

    Floated rows are not asked. ``times`` are those of the rundown, where they are known already.
    """
    times = times or timed(opened)
    seen: set[int] = set()
    found = [] if opened.rundown.counted else [Problem(None, ProblemKind.NO_ROWS)]
    for item in opened.rundown.items:
        if item.floated:
            continue
        found += row_problems(opened, item, times)
        if item.story_id is not None:
            if item.story_id in seen:
                found.append(Problem(item.id, ProblemKind.TWICE, _slug(opened, item)))
            seen.add(item.story_id)
    return tuple(found)


def signed_words(why: str, signed: Iterable[Problem]) -> str:
    """Return what stands for a signature: why, and for which problem of which row an editor answers."""
    return f"{why} ({'; '.join(f'{one.slug}: {one.kind}' for one in signed)})"


def signed_why(words: str) -> str:
    """Return why an editor signed, without what stands for the problems.

    >>> signed_why(signed_words("Di jalan (macet)", [Problem(1, ProblemKind.LOCKED, "BANJIR")]))
    'Di jalan (macet)'
    """
    why, _bracket, listed = words.removesuffix(")").rpartition(" (")
    kinds = {str(kind) for kind in ProblemKind}
    parts = listed.split("; ")
    return why if why and all(part.rpartition(": ")[2] in kinds for part in parts) else words


def is_signed_for(words: str, slug: str, kinds: Iterable[ProblemKind]) -> bool:
    """Return whether a signature answers for one of these problems of a row.

    >>> words = signed_words("Di jalan", [Problem(1, ProblemKind.LOCKED, "BANJIR")])
    >>> is_signed_for(words, "BANJIR", [ProblemKind.LOCKED]), is_signed_for(words, "JIR", list(ProblemKind))
    (True, False)
    """
    parts = words.removesuffix(")").split("; ")
    wanted = [f"{slug}: {kind}" for kind in kinds]
    return any(part == one or part.endswith(f" ({one}") for part in parts for one in wanted)


def row_problems(opened: OpenRundown, item: RundownItem, times: TimedRundown) -> list[Problem]:
    """Return what is the matter with one row by itself."""
    slug = _slug(opened, item)
    return [Problem(item.id, kind, slug, detail) for kind, detail in _found(opened, item, times)]


def standing(opened: OpenRundown, item: RundownItem, times: TimedRundown) -> Standing:
    """Return how a row stands."""
    state = opened.state_of(item)
    if item.kind is ItemKind.STORY:
        if item.story_id is None:
            return Standing.EMPTY
        if state is None or state.trashed:
            return Standing.SPIKED
        if state.status is StoryStatus.AIRED and opened.bulletin.state is BulletinState.AIRED:
            return Standing.AIRED
        if state.status in _BY_STATUS:
            return _BY_STATUS[state.status]
        if not is_approved(state, item):
            return Standing.CHANGED
    wrong = {problem.kind for problem in row_problems(opened, item, times)}
    if wrong & _MISSING:
        return Standing.MISSING
    return Standing.APPROVED if wrong else Standing.READY


def _found(opened: OpenRundown, item: RundownItem, times: TimedRundown) -> Iterator[tuple[ProblemKind, str]]:
    if item.kind is ItemKind.WORDS and not item.words.strip():
        yield ProblemKind.NO_WORDS, ""
    if item.kind is ItemKind.PRAYER and item.fixed_at is None:
        yield ProblemKind.NO_MOMENT, item.hit
    if item.id in opened.missing:
        yield ProblemKind.NO_SOUND, item.path
    if item.kind is not ItemKind.STORY:
        return
    if item.story_id is None:
        yield ProblemKind.EMPTY, ""
        return
    state = opened.states.get(item.story_id)
    if state is None or state.trashed or state.status is StoryStatus.SPIKED:
        yield ProblemKind.SET_ASIDE, ""
        return
    yield from _of_story(state, item, times)


def _of_story(state: StoryState, item: RundownItem, times: TimedRundown) -> Iterator[tuple[ProblemKind, str]]:
    if state.status is StoryStatus.KILLED:
        yield ProblemKind.KILLED, ""
        return
    if not is_approved(state, item):
        if state.approval_id is not None:
            yield ProblemKind.NEWER_APPROVED, str(state.approved_revision)
        elif state.status is StoryStatus.CHANGED:
            yield ProblemKind.CHANGED, ""
        else:
            yield ProblemKind.NOT_APPROVED, ""
    if state.locked_by:
        yield ProblemKind.LOCKED, state.locked_by
    if not item.paraphrase:
        for clip in state.missing_clips:
            yield ProblemKind.MISSING_CLIP, clip
    row = times.rows.get(item.id)
    if state.embargo is not None and row is not None and row.start is not None and row.start < state.embargo:
        yield ProblemKind.EMBARGO, state.embargo.isoformat()


def _slug(opened: OpenRundown, item: RundownItem) -> str:
    state = opened.state_of(item)
    return state.slug if state else item.slug
