"""Offices over time and contacts of sources; desks; the sign-off; what was decided about offers.

A migration is history: it stands as it ran, and never imports the mapping, which moves on.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add to the tables; a source's contact becomes a private one, its office the first of its offices."""
    # Added in place, not in a batch: making the tables anew would copy every row for nothing.
    op.add_column("sources", sa.Column("contacts", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("sources", sa.Column("offices", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("sources", sa.Column("merged_into", NUMBER, nullable=False, server_default="0"))
    op.add_column("tags", sa.Column("merged_into", NUMBER, nullable=False, server_default="0"))
    _contacts_and_offices()
    op.drop_column("sources", "contact")
    op.create_table(
        "desks",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("merged_into", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_desks"),
        sa.UniqueConstraint("name", name="uq_desks_name"),
    )
    number = NUMBER.compile(dialect=op.get_bind().dialect)
    # In words: SQLite takes a reference along with its column, and Alembic would add it afterwards.
    op.execute(
        f"ALTER TABLE stories ADD COLUMN desk_id {number} CONSTRAINT fk_stories_desk_id REFERENCES desks (id)"
    )
    op.create_index("ix_stories_desk_id", "stories", ["desk_id"])
    op.create_table(
        "station",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sign_off", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_station"),
    )
    op.create_table(
        "decided_offers",
        sa.Column("story_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("offer", sa.Text(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_decided_offers_person_id"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_decided_offers_story_id"),
        sa.PrimaryKeyConstraint("story_id", "offer", name="pk_decided_offers"),
    )
    op.create_table(
        "told_apart",
        sa.Column("one", NUMBER, autoincrement=False, nullable=False),
        sa.Column("other", NUMBER, autoincrement=False, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["one"], ["sources.id"], name="fk_told_apart_one"),
        sa.ForeignKeyConstraint(["other"], ["sources.id"], name="fk_told_apart_other"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_told_apart_person_id"),
        sa.PrimaryKeyConstraint("one", "other", name="pk_told_apart"),
    )


def _contacts_and_offices() -> None:
    rows = op.get_bind().execute(sa.text("SELECT id, person, office, organisation, contact FROM sources"))
    for number, person, office, organisation, contact in rows.fetchall():
        offices = [[office, organisation, None, None]] if person and (office or organisation) else []
        contacts = [[contact, True, ""]] if contact else []
        op.get_bind().execute(
            sa.text("UPDATE sources SET contacts = :contacts, offices = :offices WHERE id = :id"),
            {
                "contacts": json.dumps(contacts, ensure_ascii=False),
                "offices": json.dumps(offices, ensure_ascii=False),
                "id": number,
            },
        )
