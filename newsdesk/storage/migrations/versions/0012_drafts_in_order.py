"""A writer's drafts come in the order of the list: sorting ten thousand was a seventh of asking for them.

A migration is history: it stands as it ran, and never imports the mapping, which moves on.
"""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Give the index of whose drafts there are the moment that the list is ordered by."""
    op.drop_index("ix_stories_status_created_by", table_name="stories")
    op.create_index(
        "ix_stories_status_created_by_updated_at_id",
        "stories",
        ["status", "created_by", "updated_at", "id"],
    )
