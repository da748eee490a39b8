"""Triggers that keep what was approved: an approval may end, and neither goes nor becomes another.

As :mod:`newsdesk.storage.guards`: they hold against a fault and a careless hand, not against the owner of the
database, whom the hash in the audit log finds.
"""

from __future__ import annotations

from sqlalchemy import Connection

_APPROVED = ("id", "story_id", "revision", "person_id", "at", "own", "note", "digest", "text")


def guard_approvals(connection: Connection) -> None:
    """Make every trigger that is missing. The table of approvals must be there."""
    columns = ", ".join(_APPROVED)
    if connection.dialect.name == "sqlite":
        refusal = "BEGIN SELECT RAISE(ABORT, 'approvals is kept'); END"
        for name, happening in (
            ("kept", "DELETE ON approvals"),
            ("same", f"UPDATE OF {columns} ON approvals"),
            # INSERT OR REPLACE deletes without waking the first.
            ("no_replace", "INSERT ON approvals WHEN EXISTS (SELECT 1 FROM approvals WHERE id = NEW.id)"),
        ):
            connection.exec_driver_sql(
                f"CREATE TRIGGER IF NOT EXISTS approvals_{name} BEFORE {happening} {refusal}"
            )
        return
    for name, happening in (
        ("kept", "DELETE ON approvals FOR EACH ROW"),
        ("same", f"UPDATE OF {columns} ON approvals FOR EACH ROW"),
        ("no_truncate", "TRUNCATE ON approvals FOR EACH STATEMENT"),
    ):
        trigger = f"CREATE OR REPLACE TRIGGER approvals_{name} BEFORE {happening}"
        connection.exec_driver_sql(f"{trigger} EXECUTE FUNCTION newsdesk_refuse()")
