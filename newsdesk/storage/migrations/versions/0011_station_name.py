"""What the station is called: the newsroom's, where it has settled it.

A migration is history: it stands as it ran, and never imports the mapping, which moves on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the name; a newsroom without one is called what each computer calls it, as before."""
    op.add_column("station", sa.Column("name", sa.Text(), nullable=False, server_default=""))
