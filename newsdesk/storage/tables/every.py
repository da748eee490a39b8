"""All tables of a newsroom: for migrations, and for the rooms that a first list does not ask about."""

from __future__ import annotations

from newsdesk.storage.tables.accounts import credentials, failed_sign_ins, people, signing_in
from newsdesk.storage.tables.as_run import as_run_lines, as_run_retention, as_runs, learning, readings
from newsdesk.storage.tables.audit_log import audit, audit_head
from newsdesk.storage.tables.base import metadata
from newsdesk.storage.tables.checks import check_choice, edited_rules, house_pairs, house_words, let_be
from newsdesk.storage.tables.lexicon import house_style, pronunciations, story_forms
from newsdesk.storage.tables.registers import decided_offers, desks, sources, station, tags, told_apart
from newsdesk.storage.tables.reviews import approvals, comments, looks
from newsdesk.storage.tables.rundowns import (
    bulletin_blocks,
    bulletin_items,
    bulletins,
    flashes,
    prayer_times,
    programmes,
)
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
    "approvals",
    "as_run_lines",
    "as_run_retention",
    "as_runs",
    "attributions",
    "audit",
    "audit_head",
    "autosaves",
    "blocks",
    "bulletin_blocks",
    "bulletin_items",
    "bulletins",
    "bylines",
    "check_choice",
    "comments",
    "credentials",
    "cuttable",
    "decided_offers",
    "desks",
    "edited_rules",
    "failed_sign_ins",
    "flashes",
    "house_pairs",
    "house_style",
    "house_words",
    "learning",
    "let_be",
    "locks",
    "looks",
    "metadata",
    "originals",
    "people",
    "prayer_times",
    "programmes",
    "pronunciations",
    "readings",
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
