"""How a newsroom's aggregates are mapped onto its tables.

What is mapped are subclasses that only this room sees. Mapping changes a class for good: an object of the
domain's own class that was made before (the window opens first, the database later) would fail ever after.
"""

from __future__ import annotations

from sqlalchemy.orm import registry

from newsdesk.domain.attribution import Source
from newsdesk.domain.people import Person
from newsdesk.domain.story import Story
from newsdesk.storage import tables as t


class StoredPerson(Person):
    """A person with a row."""


class StoredStory(Story):
    """A story with a row."""


class StoredSource(Source):
    """A source with a row."""


_registry = registry(metadata=t.metadata)
for _aggregate, _table in (
    (StoredPerson, t.people),
    (StoredStory, t.stories),
    (StoredSource, t.sources),
):
    _registry.map_imperatively(_aggregate, _table, version_id_col=_table.c.version)
