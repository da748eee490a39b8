"""What is asked of bulletins and of the stories in them."""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, ColumnElement, Connection, Select, Text, cast, func, select

from newsdesk.domain.blocks import Clip
from newsdesk.domain.bulletin import Bulletin, BulletinRow, BulletinState
from newsdesk.domain.open_rundown import Reader
from newsdesk.domain.rundown import Block, ItemKind, Rundown, RundownItem, in_order
from newsdesk.domain.rundown_json import cut_from_json
from newsdesk.domain.story import StoryStatus
from newsdesk.storage.columns import Garbled
from newsdesk.storage.tables import every as t

_log = logging.getLogger(__name__)
_B, _I, _S, _P = t.bulletins.c, t.bulletin_items.c, t.stories.c, t.people.c
_ITEM = (
    *(_I.id, _I.kind, _I.slug, _I.block_id, _I.story_id, _I.revision, _I.approval_id, _I.reader_id),
    *(_I.planned_ms, _I.words, _I.path, _I.fixed_at, _I.floated, _I.paraphrase, _I.cut, _I.hit),
)
_BULLETIN = (
    *(_B.id, _B.programme_id, _B.name, _B.airtime, _B.slot_ms, _B.announcers, _B.state, _B.version),
    *(_B.ready_by, _B.ready_at, _B.ready_why, _B.tolerance_ms),
)


class PlacedStory(NamedTuple):
    """A story's own row, as far as a bulletin asks; the lengths are of its newest revision.

    ``by`` (a name) worked on it last, at ``updated_at``.
    """

    id: int
    status: StoryStatus
    slug: str
    headline: str
    lead: str
    by: str
    revision: int
    syllables: int
    sentences: int
    paragraphs: int
    clip_ms: int
    embargo: datetime | None
    trashed: bool
    updated_at: datetime


class PlacedIn(NamedTuple):
    """A bulletin that a story stands in; ``airtime`` is UTC."""

    bulletin_id: int
    name: str
    airtime: datetime
    state: BulletinState
    floated: bool


class Flash(NamedTuple):
    """A story that was put next at once ("Kilat"), by whom and when; None and "" until it is acknowledged."""

    id: int
    item_id: int
    story_id: int
    by: str
    at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str


class BulletinQueries:
    """Bulletins, their rundowns, and what is known of the stories in them, on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def bulletin(self, bulletin_id: int) -> Bulletin | None:
        """Return one bulletin, also one that was removed."""
        row = self._connection.execute(select(*_BULLETIN).where(_B.id == bulletin_id)).one_or_none()
        return None if row is None else _bulletin(row)

    def is_aired(self, bulletin_id: int) -> bool | None:
        """Return whether a bulletin was read, None for none such; whatever else of it cannot be read."""
        state = self._connection.scalar(
            select(func.coalesce(cast(_B.state, Text), "")).where(_B.id == bulletin_id)
        )
        return None if state is None else state == BulletinState.AIRED.value

    def removed(self, bulletin_id: int) -> bool:
        """Return whether a bulletin was taken out of sight."""
        return bool(self._connection.scalar(select(_B.removed).where(_B.id == bulletin_id)))

    def listed(self, since: datetime, until: datetime) -> list[BulletinRow]:
        """Return the bulletins with an airtime from ``since`` to before ``until``, the earliest first.

        One that cannot be read is left out, and logged.
        """
        wanted = (_B.airtime >= since, _B.airtime < until, ~_B.removed)
        try:
            return self._listed(*wanted)
        except (Garbled, ValueError, TypeError) as error:
            _log.warning("a bulletin cannot be read: %s", error)
        readable: list[BulletinRow] = []
        for number in self._connection.scalars(select(_B.id).where(*wanted).order_by(_B.airtime)).all():
            with suppress(Garbled, ValueError, TypeError):
                readable += self._listed(_B.id == number)
        return readable

    def _listed(self, *wanted: ColumnElement[bool]) -> list[BulletinRow]:
        counted = (
            select(
                _I.bulletin_id,
                func.count().label("rows"),
                # PostgreSQL sums whole numbers to a decimal one.
                cast(func.coalesce(func.sum(_I.planned_ms), 0), BigInteger).label("planned_ms"),
            )
            .where(~_I.floated)
            .group_by(_I.bulletin_id)
            .subquery()
        )
        statement = (
            select(
                *(_B.id, _B.programme_id, _B.name, _B.airtime, _B.slot_ms, _B.state, _B.ready_by),
                func.coalesce(counted.c.rows, 0),
                func.coalesce(counted.c.planned_ms, 0),
            )
            .outerjoin(counted, counted.c.bulletin_id == _B.id)
            .where(*wanted)
            .order_by(_B.airtime, _B.id)
        )
        rows = (BulletinRow(*row) for row in self._connection.execute(statement))
        # SQLite keeps text where a number belongs.
        return [row._replace(slot_ms=int(row.slot_ms)) for row in rows]

    def rundown(self, bulletin_id: int) -> Rundown:
        """Return the rundown of a bulletin. A row that cannot be read stands there empty, to be seen."""
        c = t.bulletin_blocks.c
        blocks = select(c.id, c.name, c.budget_ms).where(c.bulletin_id == bulletin_id).order_by(c.position)
        return in_order(
            [Block(*row) for row in self._connection.execute(blocks)], list(self._items(bulletin_id))
        )

    def _items(self, bulletin_id: int) -> Iterator[RundownItem]:
        mine = _I.bulletin_id == bulletin_id
        try:
            rows = self._connection.execute(select(*_ITEM).where(mine).order_by(_I.position, _I.id)).all()
            items = [_item(row) for row in rows]
        except (Garbled, ValueError, TypeError) as error:
            _log.warning("bulletin %d has a row that cannot be read: %s", bulletin_id, error)
            yield from self._readable(bulletin_id)
            return
        yield from items

    def _readable(self, bulletin_id: int) -> Iterator[RundownItem]:
        mine = _I.bulletin_id == bulletin_id
        for item_id in self._connection.scalars(select(_I.id).where(mine).order_by(_I.position)).all():
            try:
                yield _item(self._connection.execute(select(*_ITEM).where(mine, _I.id == item_id)).one())
            except (Garbled, ValueError, TypeError):
                yield RundownItem(item_id, ItemKind.WORDS)

    def stories(self, story_ids: Collection[int]) -> dict[int, PlacedStory]:
        """Return the rows of stories, by their ids."""
        rows = self._connection.execute(_stories().where(_S.id.in_(story_ids)))
        return {row[0]: PlacedStory(*row) for row in rows}

    def approved(self, since: datetime, limit: int) -> list[PlacedStory]:
        """Return stories that are approved and were not read yet, worked on since then, the latest first."""
        wanted = (
            *(_S.status == StoryStatus.APPROVED, _S.approved_revision > 0),
            *(_S.updated_at >= since, _S.trashed_at.is_(None)),
        )
        statement = _stories().where(*wanted).order_by(_S.updated_at.desc(), _S.id.desc()).limit(limit)
        return [PlacedStory(*row) for row in self._connection.execute(statement)]

    def clips(self, story_ids: Collection[int]) -> dict[int, list[Clip]]:
        """Return the clips of the newest revision of stories, in order; who has none is left out."""
        c = t.blocks.c
        statement = (
            select(c.story_id, c.name, c.path, c.milliseconds, c.paraphrase)
            .join(t.stories, (_S.id == c.story_id) & (_S.revision == c.number))
            .where(c.story_id.in_(story_ids), c.kind == "clip")
            .order_by(c.story_id, c.position)
        )
        found: dict[int, list[Clip]] = defaultdict(list)
        for story_id, name, path, milliseconds, paraphrase in self._connection.execute(statement):
            found[story_id].append(Clip(name, path, milliseconds=milliseconds, paraphrase=paraphrase))
        return found

    def cuttable(self, story_ids: Collection[int]) -> set[int]:
        """Return the stories whose newest revision has sentences that may be cut."""
        c = t.cuttable.c
        newest = (_S.id == c.story_id) & (_S.revision == c.number)
        statement = select(c.story_id).join(t.stories, newest).where(c.story_id.in_(story_ids)).distinct()
        return set(self._connection.scalars(statement))

    def placed(self, story_ids: Collection[int]) -> dict[int, list[PlacedIn]]:
        """Return in which bulletins stories stand, the latest first; those in none are left out."""
        statement = (
            select(_I.story_id, _B.id, _B.name, _B.airtime, _B.state, _I.floated)
            .join(t.bulletins, _B.id == _I.bulletin_id)
            .where(_I.story_id.in_(story_ids), ~_B.removed)
            .order_by(_B.airtime.desc(), _B.id)
        )
        found: dict[int, list[PlacedIn]] = defaultdict(list)
        for story_id, *bulletin in self._connection.execute(statement):
            found[story_id].append(PlacedIn(*bulletin))
        return found

    def stories_approved(self, approval_ids: Collection[int]) -> dict[int, int]:
        """Return of which story each of these approvals is; what is none is left out."""
        c = t.approvals.c
        rows = self._connection.execute(select(c.id, c.story_id).where(c.id.in_(approval_ids)))
        return {row[0]: row[1] for row in rows}

    def flashes(self, bulletin_id: int) -> list[Flash]:
        """Return what was put next at once in a bulletin, oldest first."""
        c = t.flashes.c
        statement = (
            select(c.id, c.item_id, c.story_id, _P.name, c.at, c.acknowledged_at, c.acknowledged_by)
            .join(t.people, _P.id == c.person_id)
            .where(c.bulletin_id == bulletin_id)
            .order_by(c.at, c.id)
        )
        return [Flash(*row) for row in self._connection.execute(statement)]

    def readers(self) -> dict[int, Reader]:
        """Return everybody in the newsroom as a reader, those first who work here still."""
        statement = select(_P.id, _P.name, _P.rate, _P.rate_spread).order_by(_P.active.desc(), _P.name, _P.id)
        return {row[0]: Reader(*row) for row in self._connection.execute(statement)}

    def coming_with_hits(self, since: datetime) -> list[int]:
        """Return the bulletins after ``since``, not on air yet, with a row whose hit has a name."""
        states = (BulletinState.PLANNED, BulletinState.READY)
        wanted = (_B.airtime >= since, ~_B.removed, _B.state.in_(states), _I.hit != "")
        return list(
            self._connection.scalars(
                select(_B.id).join(t.bulletin_items, _I.bulletin_id == _B.id).where(*wanted).distinct()
            )
        )


def numbers_from_json(text: str) -> tuple[int, ...]:
    """Read a list of people's numbers; what is none is empty, and logged."""
    try:
        return tuple(int(number) for number in json.loads(text))
    except (ValueError, TypeError, RecursionError, OverflowError):
        _log.warning("a list of announcers cannot be read")
        return ()


def _stories() -> Select[*tuple[Any, ...]]:
    return select(
        *(_S.id, _S.status, _S.slug, _S.headline, _S.lead, _P.name, _S.revision, _S.syllables),
        *(_S.sentences, _S.paragraphs, _S.clip_ms, _S.embargo, _S.trashed_at.is_not(None), _S.updated_at),
    ).join(t.people, _P.id == _S.updated_by)


def _bulletin(row: Any) -> Bulletin:
    whole = Bulletin(*row)
    try:
        slot_ms, version = int(whole.slot_ms), int(whole.version)
    except (ValueError, TypeError) as error:
        raise Garbled("a bulletin's length is no number") from error
    return replace(whole, announcers=numbers_from_json(row.announcers), slot_ms=slot_ms, version=version)


def _item(row: Any) -> RundownItem:
    item = RundownItem(*row)
    try:
        item = replace(item, cut=cut_from_json(row.cut))
    except ValueError:
        item = replace(item, cut=())
    if item.story_id is not None:  # whatever is said of its kind
        item = replace(item, kind=ItemKind.STORY)
    # SQLite keeps text where a number belongs.
    return replace(item, planned_ms=int(item.planned_ms), block_id=int(item.block_id))
