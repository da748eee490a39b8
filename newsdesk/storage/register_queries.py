"""What is asked of the registers: sources and their use, tags, desks, the sign-off, decided offers."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Table,
    and_,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from newsdesk.domain.attribution import Attribution, Source
from newsdesk.domain.registers import Entry, SourceUse, UsedIn
from newsdesk.domain.sign_off import FIRST_PATTERN, SigningOff
from newsdesk.storage import tables as t

_A, _R, _S = t.attributions.c, t.revisions.c, t.stories.c
_TIED = t.sources.alias("tied")


def kept(table: FromClause) -> ColumnElement[int]:
    """Give the number that an entry of ``table`` stands for: its own unless it was merged."""
    # The nought in words: PostgreSQL knows a GROUP BY again by its letters.
    return case((table.c.merged_into == literal_column("0"), table.c.id), else_=table.c.merged_into)


class RegisterQueries:
    """Questions about entries; what was merged answers as what it was merged into."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # ------------------------------------------------------------ sources

    def sources(self, needle: str = "") -> list[Source]:
        """Return the sources with these letters in person, organisation or any office, by name."""
        c = t.sources.c
        by_name = func.lower(func.coalesce(func.nullif(c.person, ""), c.organisation))
        statement = select(*_COLUMNS).where(c.merged_into == 0).order_by(by_name, c.id)
        if needle:
            shown: tuple[ColumnElement[Any], ...] = (c.person, c.office, c.organisation)
            # Former offices stand in one text, as JSON has them.
            offices = func.lower(c.offices, type_=t.sources.c.person.type)
            found = [text.icontains(needle, autoescape=True) for text in shown]
            statement = statement.where(or_(*found, offices.contains(needle.lower(), autoescape=True)))
        return [Source(*row) for part in self._parts(statement) for row in part]

    def sources_by_id(self, ids: Collection[int]) -> dict[int, Source]:
        """Return the sources that these numbers stand for; unknown numbers are left out."""
        statement = (
            select(_TIED.c.id, *_COLUMNS)
            .join_from(_TIED, t.sources, t.sources.c.id == kept(_TIED))
            .where(_TIED.c.id.in_(ids))
        )
        return {number: Source(*row) for number, *row in self._connection.execute(statement)}

    def merged_sources(self) -> dict[int, int]:
        """Return for every source that was merged the one that it stands for."""
        c = t.sources.c
        rows = self._connection.execute(select(c.id, c.merged_into).where(c.merged_into != 0))
        return {row.id: row.merged_into for row in rows}

    def attributions(self, story_id: int, number: int) -> tuple[Attribution, ...]:
        """Return the ties of a revision, to the sources as they stand now."""
        statement = (
            select(kept(t.sources), _A.start, _A.end, _A.quote)
            .join(t.sources, t.sources.c.id == _A.source_id)
            .where(_A.story_id == story_id, _A.number == number)
            .order_by(_A.position)
        )
        return tuple(Attribution(*row) for row in self._connection.execute(statement))

    def told_apart(self) -> set[tuple[int, int]]:
        """Return the pairs of sources that are known not to be one, the smaller number first."""
        rows = self._connection.execute(select(t.told_apart.c.one, t.told_apart.c.other))
        return {(one, other) for one, other in rows}

    def use_of(self, source_id: int, most: int) -> SourceUse:
        """Return what a source was used for, with at most so many stories, the latest first."""
        mine = or_(t.sources.c.id == source_id, t.sources.c.merged_into == source_id)
        of_it = _A.source_id.in_(select(t.sources.c.id).where(mine))
        span = (
            select(func.min(_R.at), func.max(_R.at))
            .select_from(t.attributions)
            .join(t.revisions, and_(_R.story_id == _A.story_id, _R.number == _A.number))
            .where(of_it)
        )
        first, last = self._connection.execute(span).one()
        now = and_(
            _S.trashed_at.is_(None),
            exists().where(_A.story_id == _S.id, _A.number == _S.revision, of_it),
        )
        stories = select(_S.id, _S.slug, _S.headline, _S.updated_at).where(now)
        latest = stories.order_by(_S.updated_at.desc(), _S.id.desc()).limit(most)
        rows = tuple(UsedIn(*row) for row in self._connection.execute(latest))
        count = len(rows)
        if count == most:
            count = self._connection.scalar(select(func.count()).select_from(t.stories).where(now)) or 0
        return SourceUse(first, last, rows, count)

    # ------------------------------------------------------------ tags and desks

    def tags_of(self, story_id: int, number: int) -> tuple[str, ...]:
        """Return the tags of a revision in order, by the names they have now."""
        used, stands = t.tags.alias("used"), t.tags
        c = t.revision_tags.c
        statement = (
            select(stands.c.name)
            .select_from(t.revision_tags)
            .join(used, used.c.id == c.tag_id)
            .join(stands, stands.c.id == kept(used))
            .where(c.story_id == story_id, c.number == number)
            .order_by(c.position)
        )
        return tuple(dict.fromkeys(self._connection.scalars(statement)))

    def tags(self) -> list[Entry]:
        """Return the tags by name, each with how many stories have it now."""
        c = t.revision_tags.c
        uses = (
            select(kept(t.tags).label("tag"), func.count(_S.id.distinct()).label("stories"))
            .select_from(t.revision_tags)
            .join(t.tags, t.tags.c.id == c.tag_id)
            .join(t.stories, and_(_S.id == c.story_id, _S.revision == c.number))
            .where(_S.trashed_at.is_(None))
            .group_by(kept(t.tags))
            .subquery()
        )
        statement = (
            select(t.tags.c.id, t.tags.c.name, func.coalesce(uses.c.stories, 0))
            .outerjoin(uses, uses.c.tag == t.tags.c.id)
            .where(t.tags.c.merged_into == 0)
        )
        return sorted((Entry(*row) for row in self._connection.execute(statement)), key=_by_name)

    def desks(self) -> list[Entry]:
        """Return the desks by name, each with how many stories are for it; those in use first."""
        taken = t.desks.alias("taken")
        uses = (
            select(kept(taken).label("desk"), func.count(_S.id).label("stories"))
            .select_from(t.stories)
            .join(taken, taken.c.id == _S.desk_id)
            .where(_S.trashed_at.is_(None))
            .group_by(kept(taken))
            .subquery()
        )
        c = t.desks.c
        statement = (
            select(c.id, c.name, func.coalesce(uses.c.stories, 0), c.archived)
            .outerjoin(uses, uses.c.desk == c.id)
            .where(c.merged_into == 0)
        )
        rows = [Entry(*row) for row in self._connection.execute(statement)]
        return sorted(rows, key=lambda desk: (desk.archived, _by_name(desk)))

    def desk_of(self, story_id: int) -> tuple[int, str] | None:
        """Return number and name of the desk that a story is for; None for no desk."""
        taken = t.desks.alias("taken")
        statement = (
            select(t.desks.c.id, t.desks.c.name)
            .select_from(t.stories)
            .join(taken, taken.c.id == _S.desk_id)
            .join(t.desks, t.desks.c.id == kept(taken))
            .where(_S.id == story_id)
        )
        row = self._connection.execute(statement).one_or_none()
        return None if row is None else (row[0], row[1])

    # ------------------------------------------------------------ the rest

    def sign_off(self) -> str | None:
        """Return the pattern of the sign-off; None when the newsroom has settled none."""
        return self._connection.scalar(select(t.station.c.sign_off))

    def station_name(self) -> str:
        """Return what the station is called, "" when the newsroom has settled no name."""
        return self._connection.scalar(select(t.station.c.name)) or ""

    def signing_off(self) -> SigningOff:
        """Return how reports end from now on, by the first pattern where the newsroom has settled none."""
        return SigningOff(self.sign_off() or FIRST_PATTERN, self.station_name())

    def own_approval(self) -> bool:
        """Return whether somebody may approve a story of their own, where people sign in."""
        return bool(self._connection.scalar(select(t.station.c.own_approval)))

    def decided_offers(self, story_id: int) -> set[str]:
        """Return the offers of a story that were accepted or rejected."""
        c = t.decided_offers.c
        return set(self._connection.scalars(select(c.offer).where(c.story_id == story_id)))

    def _parts(self, statement: Any) -> Any:
        # As the list of stories: thousands of the driver's rows at once wake the garbage collector.
        return self._connection.execute(statement).partitions(500)


def _columns(table: Table) -> tuple[ColumnElement[Any], ...]:
    c = table.c
    return (
        c.person,
        c.office,
        c.organisation,
        c.contacts,
        c.on_record,
        c.offices,
        c.merged_into,
        c.id,
        c.version,
    )


_COLUMNS = _columns(t.sources)
"""The fields of a source, in their order."""


def _by_name(entry: Entry) -> str:
    return entry.name.casefold()
