"""Whose story a story is, and whether its own writer may approve it (decision 17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.domain.approval import is_own
from newsdesk.domain.people import Mode, Person
from newsdesk.domain.story import Script
from newsdesk.services.standing import read_alike

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.queries import Queries


def is_own_story(queries: Queries, story_id: int, newest: Script, person: Person) -> bool:
    """Return whether a story is somebody's own: begun or signed by them, or in words of theirs.

    Words count since an editor whose story it was not last approved it; ``newest`` is its newest script.
    """
    if is_writer(queries, story_id, newest, person):
        return True
    approved = queries.approvals.approved_by_another(story_id)
    return any(
        not read_alike(queries, queries.script(story_id, number), queries.script(story_id, number - 1))
        for number in queries.approvals.made_by(story_id, person.id, approved)
    )


def is_writer(queries: Queries, story_id: int, newest: Script, person: Person) -> bool:
    """Return whether somebody began a story or signed its newest script, whoever changed words of it.

    A byline is theirs in every name that the log has them under.
    """
    begun = queries.approvals.begun_by(story_id) == person.id
    # As the newsroom has it now: an administrator may have mended the name meanwhile.
    name = (queries.accounts.person(person.id) or person).name
    if is_own(name, begun, False, newest.bylines):
        return True
    # A byline is words: who took another name since is still who signed it.
    return bool(newest.bylines) and any(
        is_own(earlier, False, False, newest.bylines) for earlier in queries.audit.names_of(person.id)
    )


def own_is_allowed(queries: Queries) -> bool:
    """Return whether one's own story may be approved: where nobody signs in, or the station settled so."""
    return queries.accounts.mode() is not Mode.SIGN_IN or queries.registers.own_approval()
