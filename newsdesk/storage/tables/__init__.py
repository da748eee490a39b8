"""The tables of a newsroom, a file for each room.

Here are those that a first list asks about; every column of another would be paid for at each start. All of
them are in :mod:`newsdesk.storage.tables.every`.
"""

from __future__ import annotations

from newsdesk.storage.tables.accounts import credentials, failed_sign_ins, people, signing_in
from newsdesk.storage.tables.base import metadata
from newsdesk.storage.tables.lexicon import house_style, pronunciations, story_forms
from newsdesk.storage.tables.registers import decided_offers, desks, sources, station, tags, told_apart
from newsdesk.storage.tables.scripts import (
    attributions,
    autosaves,
    blocks,
    bylines,
    cuttable,
    locks,
    originals,
    revision_tags,
    revisions,
    said_here,
    stories,
)

__all__ = [
    "attributions",
    "autosaves",
    "blocks",
    "bylines",
    "credentials",
    "cuttable",
    "decided_offers",
    "desks",
    "failed_sign_ins",
    "house_style",
    "locks",
    "metadata",
    "originals",
    "people",
    "pronunciations",
    "revision_tags",
    "revisions",
    "said_here",
    "signing_in",
    "sources",
    "station",
    "stories",
    "story_forms",
    "tags",
    "told_apart",
]
