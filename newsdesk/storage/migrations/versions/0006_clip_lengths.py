"""How long the clips of a story's newest text take, beside its syllables.

A migration is history: it stands as it ran, and never imports the mapping, which moves on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the lengths; those of revisions are in their blocks, those of autosaves come with the next one."""
    for table in ("stories", "autosaves"):
        op.add_column(table, sa.Column("clip_ms", NUMBER, nullable=False, server_default="0"))
    of_newest = "blocks.story_id = stories.id AND blocks.number = stories.revision AND blocks.kind = 'clip'"
    op.execute(
        f"UPDATE stories SET clip_ms = (SELECT sum(milliseconds) FROM blocks WHERE {of_newest}) "
        f"WHERE EXISTS (SELECT 1 FROM blocks WHERE {of_newest})"
    )
