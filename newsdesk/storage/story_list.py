"""The statements of the list of stories: what stands in a saved view, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
    true,
)

from newsdesk.domain.rows import Wanted
from newsdesk.domain.story import RevisionKind, StoryStatus
from newsdesk.storage import tables as t
from newsdesk.storage.register_queries import kept as kept_entry

_S, _A, _P = t.stories.c, t.autosaves.c, t.people.c
_WAITING = tuple(status for status in StoryStatus if status.waits)
_DECIDING = (literal(""), literal(False), _S.revision, _S.waiting_since, _S.approved_revision, _S.embargo)
"""What a row tells beyond the rest where editors decide. Ten thousand rows would pay for it by a seventh."""
_RETURN, _RETURNER = t.revisions.alias("return_of"), t.people.alias("returner")
_PASSED = (
    *(RevisionKind.SUBMITTED, RevisionKind.CORRECTED),
    *(RevisionKind.WITHDRAWN, RevisionKind.RETURNED),
)
"""What passes a story between a writer and an editor."""
_WAITS_SINCE = func.coalesce(_S.waiting_since, _S.updated_at)


class Filed(NamedTuple):
    """Desks and tags, by number, that a filter found."""

    desks: tuple[int, ...]
    tags: tuple[int, ...]


NOWHERE = Filed((), ())


def kept(me: int, wanted: Wanted, filed: Filed) -> Select[*tuple[Any, ...]]:
    """Select the stories in which ``me`` has no unsaved text: nearly all, in the order of an index."""
    shown = (_S.slug, _S.headline, _S.lead, _P.name)
    statement = (
        select(
            *(_S.id, *shown[:3], _S.status, _P.name, _S.updated_at),
            *(_S.syllables, _S.sentences, _S.paragraphs, _S.clip_ms, literal(False), *_deciding(wanted)),
        )
        .select_from(_with_return(t.stories, wanted))
        .join(t.people, _P.id == _S.created_by)
        .where(_S.id.not_in(select(_A.story_id).where(_A.person_id == me)))
        .order_by(*_order(wanted, _S.updated_at))
    )
    if wanted.mine:
        statement = statement.where(_S.created_by == me)
    return statement.where(*_narrowed(wanted, _S.updated_at), _has(wanted.needle, shown, filed))


def unsaved(me: int, wanted: Wanted, filed: Filed) -> Select[*tuple[Any, ...]]:
    """Select the stories in which ``me`` has unsaved text, as that text makes them look."""
    shown = (_A.slug, _A.headline, _A.lead, _P.name)
    statement = (
        select(
            *(_S.id, *shown[:3], _S.status, _P.name, _A.at),
            *(_A.syllables, _A.sentences, _A.paragraphs, _A.clip_ms, literal(True), *_deciding(wanted)),
        )
        .select_from(_with_return(t.autosaves.join(t.stories, _S.id == _A.story_id), wanted))
        .join(t.people, _P.id == _A.person_id)
        .where(_A.person_id == me, newest())
        .order_by(*_order(wanted, _A.at))
    )
    return statement.where(*_narrowed(wanted, _A.at), _has(wanted.needle, shown, filed))


def _deciding(wanted: Wanted) -> tuple[ColumnElement[Any], ...]:
    if wanted.today is not None:
        by, why = func.coalesce(_RETURNER.c.name, ""), func.coalesce(_RETURN.c.reason, "")
        return (*_DECIDING, by, why)
    narrow = wanted.waiting or wanted.status is StoryStatus.APPROVED
    return _DECIDING if narrow else ()


def returns(me: int) -> Select[int, str, str]:
    """Select the drafts of ``me`` that came back: the story, who sent it, and the note.

    Asked beside the drafts, which may be ten thousand: few of them came back.
    """
    return (
        select(_S.id, _RETURNER.c.name, _RETURN.c.reason)
        .select_from(t.stories)
        .join(_RETURN, _came_back())
        .join(_RETURNER, _RETURNER.c.id == _RETURN.c.person_id)
        # Handed in and sent back: the two revisions that makes are looked for in no younger story.
        .where(_S.created_by == me, in_no_trash(), _S.revision > 1)
    )


def _with_return(stories: FromClause, wanted: Wanted) -> FromClause:
    """Join to each draft that lies with its writer again who sent it back, where rows tell of that."""
    if wanted.today is None:
        return stories
    of_it = stories.outerjoin(_RETURN, _came_back())
    return of_it.outerjoin(_RETURNER, _RETURNER.c.id == _RETURN.c.person_id)


def _came_back() -> ColumnElement[bool]:
    """Ask whether a story is a draft, and a revision the one with which it came back to its writer last."""
    passed = t.revisions.alias("passed")
    last = (
        select(func.max(passed.c.number))
        .where(passed.c.story_id == _S.id, passed.c.kind.in_(_PASSED))
        .correlate(t.stories)
        .scalar_subquery()
    )
    returned = and_(_S.status == StoryStatus.DRAFT, _RETURN.c.kind == RevisionKind.RETURNED)
    return and_(_RETURN.c.story_id == _S.id, _RETURN.c.number == last, returned)


def _order(wanted: Wanted, worked_on: ColumnElement[datetime]) -> tuple[ColumnElement[Any], ...]:
    if wanted.waiting:
        return (_WAITS_SINCE, _S.id)
    return (worked_on.desc(), _S.id.desc())


def _narrowed(wanted: Wanted, worked_on: ColumnElement[datetime]) -> list[ColumnElement[bool]]:
    narrowed = [_S.trashed_at.is_not(None) if wanted.trash else in_no_trash()]
    status = StoryStatus.DRAFT if wanted.mine else wanted.status
    if status is not None:
        narrowed.append(_S.status == status)
    if wanted.waiting:
        narrowed.append(_S.status.in_(_WAITING))
    if wanted.today is not None:
        narrowed += [_S.status != StoryStatus.SPIKED, _planned_or(worked_on, wanted.today)]
    return narrowed


def newest() -> ColumnElement[bool]:
    """Ask of an autosave whether the same person typed nothing newer in the story, in another window."""
    other = t.autosaves.alias()
    newer = or_(other.c.at > _A.at, and_(other.c.at == _A.at, other.c.editor > _A.editor))
    same = and_(other.c.story_id == _A.story_id, other.c.person_id == _A.person_id)
    return ~exists().where(same, newer).correlate(t.autosaves)


def _has(needle: str, shown: Iterable[ColumnElement[str]], filed: Filed) -> ColumnElement[bool]:
    if not needle:
        return true()
    return or_(*(text.icontains(needle, autoescape=True) for text in shown), *_is_filed(filed))


def filed_under(connection: Connection, needle: str) -> Filed:
    """Return the desks and tags that have these letters in the name they have now; few needles find any."""
    if not needle:
        return NOWHERE

    def named(table: Table) -> tuple[int, ...]:
        entry = table.alias()
        found = select(entry.c.id).join_from(entry, table, table.c.id == kept_entry(entry))
        return tuple(connection.scalars(found.where(table.c.name.icontains(needle, autoescape=True))))

    return Filed(named(t.desks), named(t.tags))


def _is_filed(filed: Filed) -> Iterator[ColumnElement[bool]]:
    """Ask of a story whether it is for one of these desks, or its newest revision has one of these tags."""
    if filed.desks:
        yield _S.desk_id.in_(filed.desks)
    if filed.tags:
        uses, newest_of = t.revision_tags.c, t.stories.alias("newest_of")
        tagged = (
            select(uses.story_id)
            .select_from(t.revision_tags)
            .join(newest_of, and_(newest_of.c.id == uses.story_id, newest_of.c.revision == uses.number))
        )
        yield _S.id.in_(tagged.where(uses.tag_id.in_(filed.tags)))


def mine(me: int) -> ColumnElement[bool]:
    """Ask of a story, with its autosave if any, whether it is a draft of mine."""
    draft = and_(_S.status == StoryStatus.DRAFT, in_no_trash())
    return and_(draft, or_(_S.created_by == me, _A.story_id.is_not(None)))


def stands(status: StoryStatus) -> ColumnElement[bool]:
    """Ask of a story whether it stands there, outside the trash."""
    return and_(_S.status == status, in_no_trash())


def waits() -> ColumnElement[bool]:
    """Ask of a story whether an editor has to decide on it."""
    return and_(_S.status.in_(_WAITING), in_no_trash())


def in_no_trash() -> ColumnElement[bool]:
    """Ask of a story whether it is not in the trash."""
    return _S.trashed_at.is_(None)


def today(day: tuple[datetime, datetime]) -> ColumnElement[bool]:
    """Ask of a story, with its autosave if any, whether it is for that span and not put away."""
    alive = and_(_S.status != StoryStatus.SPIKED, in_no_trash())
    return and_(alive, _planned_or(func.coalesce(_A.at, _S.updated_at), day))


def _planned_or(worked_on: ColumnElement[datetime], day: tuple[datetime, datetime]) -> ColumnElement[bool]:
    """Planned for that day, or without a plan worked on in it."""
    start, end = day
    return or_(
        and_(_S.airtime >= start, _S.airtime < end),
        and_(_S.airtime.is_(None), worked_on >= start, worked_on < end),
    )
