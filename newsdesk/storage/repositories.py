"""The write side: stories with their revisions and autosaves, and the entries of the registers."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import Table, delete, exists, select, update
from sqlalchemy.orm import Session

from newsdesk.domain.attribution import Attribution, Source
from newsdesk.domain.blocks import clip_milliseconds, without_marks
from newsdesk.domain.ids import TimeOrderedIds
from newsdesk.domain.people import Person
from newsdesk.domain.rows import UnsavedText
from newsdesk.domain.story import Revision, Story
from newsdesk.domain.text import lead
from newsdesk.domain.timing import SpokenLength
from newsdesk.errors import NoSuchStory, StaleEntry
from newsdesk.storage import mapping as m
from newsdesk.storage import tables as t
from newsdesk.storage.block_rows import as_row
from newsdesk.storage.inserting import insert_into
from newsdesk.storage.script_json import as_json, took_as_plain

_log = logging.getLogger(__name__)
ENTRY = TypeVar("ENTRY", Source, Person)


class StoryRepository:
    """Stories, each loaded alone: its revisions stay where they are."""

    def __init__(self, session: Session, ids: TimeOrderedIds) -> None:
        self._session = session
        self._ids = ids

    def add(self, story: Story) -> Story:
        """Store a new story, under its own number when it has one already; return it with its number."""
        stored = m.StoredStory(**_fields(story))
        stored.id = story.id or self._ids.new()
        self._session.add(stored)
        self._session.flush()
        return stored

    def keep_original(self, story_id: int, text: str) -> None:
        """Store the pasted text that a story was made from; one that is there already stands."""
        statement = insert_into(t.originals, self._session.get_bind().dialect).values(
            story_id=story_id, text=text
        )
        self._session.execute(statement.on_conflict_do_nothing(index_elements=[t.originals.c.story_id]))

    def find(self, story_id: int) -> Story | None:
        """Return a story that nobody else can change until the transaction ends, or None."""
        return self._session.get(m.StoredStory, story_id, with_for_update=True)

    def keep_revision(self, story: Story, revision: Revision) -> None:
        """Store the revision that ``story.revise`` made, and with it the story's moved version.

        A tie to a source that the register does not have (the file is an older copy of itself) is left out.
        """
        self._session.flush()
        key = {"story_id": story.id, "number": revision.number}
        script = revision.script
        dateline = script.dateline
        self._session.execute(
            t.revisions.insert().values(
                **key,
                person_id=revision.by,
                at=revision.at,
                reason=revision.reason,
                kind=revision.kind,
                story_version=story.version,
                slug=script.slug,
                headline=script.headline,
                dateline_place=dateline and dateline.place,
                dateline_outlet=dateline and dateline.outlet,
                body=script.body,
            )
        )
        lists: dict[Table, list[dict[str, Any]]] = {
            t.bylines: [{"name": one.name, "outlet": one.outlet} for one in script.bylines],
            t.revision_tags: [{"tag_id": self._tag(name)} for name in script.tags],
            t.attributions: [
                {"source_id": one.source_id, "start": one.start, "end": one.end, "quote": one.quote}
                for one in self._to_known_sources(story.id, script.attributions)
            ],
            t.said_here: [
                {"start": one.start, "end": one.end, "spoken": one.spoken} for one in script.said_here
            ],
            t.blocks: [as_row(one) for one in script.blocks],
            t.cuttable: [{"start": start, "end": end} for start, end in script.cuttable],
        }
        for table, rows in lists.items():
            if rows:
                rows = [{**key, "position": position, **row} for position, row in enumerate(rows)]
                self._session.execute(table.insert(), rows)

    def _to_known_sources(self, story_id: int, ties: Sequence[Attribution]) -> list[Attribution]:
        if not ties:
            return []
        wanted = {tie.source_id for tie in ties}
        known = set(self._session.scalars(select(t.sources.c.id).where(t.sources.c.id.in_(wanted))))
        if wanted - known:
            # Words must never wait for a source that no longer is.
            _log.warning(
                "story %d names %d sources that are not in the register", story_id, len(wanted - known)
            )
        return [tie for tie in ties if tie.source_id in known]

    def _tag(self, name: str) -> int:
        # Held until the story is kept: a name that only stands for another may be taken out at any moment.
        known = select(t.tags.c.id).where(t.tags.c.name == name).with_for_update(read=True, key_share=True)
        found = self._session.scalar(known)
        if found is None:
            # Another newsroom member may make the same tag in this very moment.
            statement = insert_into(t.tags, self._session.get_bind().dialect).values(
                id=self._ids.new(), name=name
            )
            self._session.execute(statement.on_conflict_do_nothing(index_elements=[t.tags.c.name]))
            found = self._session.execute(known).scalar_one()
        return found


class AutosaveRepository:
    """Texts that are no revision yet: one per story, person and editor, the newest only."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, story_id: int, person_id: int, text: UnsavedText, length: SpokenLength) -> None:
        """Keep ``text`` in place of what this person had in its editor in this story, unless that is newer.

        Raises :class:`NoSuchStory`.
        """
        if not self._session.scalar(select(exists().where(t.stories.c.id == story_id))):
            raise NoSuchStory(story_id)
        row = {
            "base_version": text.base,
            "at": text.at,
            "slug": text.script.slug,
            "headline": text.script.headline,
            "lead": lead(without_marks(text.script.body)),
            **asdict(length),
            "clip_ms": clip_milliseconds(text.script.blocks),
            "script": as_json(text.script),
            "took": json.dumps(took_as_plain(text.took)),
        }
        statement = insert_into(t.autosaves, self._session.get_bind().dialect).values(
            story_id=story_id, person_id=person_id, editor=text.editor, **row
        )
        c = t.autosaves.c
        self._session.execute(
            statement.on_conflict_do_update(
                index_elements=[c.story_id, c.person_id, c.editor],
                set_=row,
                where=c.at <= statement.excluded.at,
            )
        )

    def measured(self, story_id: int, person_id: int, text: UnsavedText, length: SpokenLength) -> None:
        """Take note of the length of ``text``, if it is what this person still has in its editor."""
        c = t.autosaves.c
        this = (c.story_id == story_id, c.person_id == person_id, c.editor == text.editor, c.at == text.at)
        self._session.execute(update(t.autosaves).where(*this).values(**asdict(length)))

    def clear(self, story_id: int, person_id: int, editor: int, kept_until: datetime) -> None:
        """Forget this person's text in this story if it was taken no later than that; none is as good."""
        c = t.autosaves.c
        mine = (c.story_id == story_id, c.person_id == person_id, c.editor == editor)
        self._session.execute(delete(t.autosaves).where(*mine, c.at <= kept_until))


class Register(Generic[ENTRY]):
    """Entries of one kind: ``plain`` is the domain's class, ``stored`` its mapped one."""

    def __init__(
        self, session: Session, ids: TimeOrderedIds, plain: type[ENTRY], stored: type[ENTRY]
    ) -> None:
        self._session = session
        self._ids = ids
        self._plain = plain
        self._stored = stored

    def add(self, entry: ENTRY) -> ENTRY:
        """Store a new entry and return it as stored, with its number and version."""
        stored = self._stored(**_fields(entry))
        stored.id = self._ids.new()
        self._session.add(stored)
        self._session.flush()
        return self._plain(**_fields(stored))

    def change(self, entry: ENTRY) -> ENTRY:
        """Store a changed entry and return it as stored.

        Raises :class:`StaleEntry` when someone changed or removed it since ``entry`` was read.
        """
        stored = self._current(entry)
        for name, value in _fields(entry).items():
            if name not in ("id", "version"):
                setattr(stored, name, value)
        self._session.flush()
        return self._plain(**_fields(stored))

    def remove(self, entry: ENTRY) -> None:
        """Take an entry out. Raises :class:`StaleEntry` as :meth:`change` does."""
        self._session.delete(self._current(entry))
        self._session.flush()

    def _current(self, entry: ENTRY) -> ENTRY:
        stored = self._session.get(self._stored, entry.id, with_for_update=True)
        if stored is None or stored.version != entry.version:
            raise StaleEntry(entry.id)
        return stored


def _fields(entry: Story | Source | Person) -> dict[str, Any]:
    return {field.name: getattr(entry, field.name) for field in fields(entry)}
