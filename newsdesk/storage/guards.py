"""Triggers that keep what was logged from being changed or deleted by mistake.

They hold against a fault of the program and a careless hand at the database, not against its owner: who may
drop a trigger is stopped by none, and is found by the chain of :mod:`newsdesk.domain.audit`.
"""

from __future__ import annotations

from sqlalchemy import Connection, inspect

from newsdesk.storage.air_guards import guard_log
from newsdesk.storage.approval_guards import guard_approvals

FOREVER = {"audit": "number"}
"""Tables to whose rows nothing may happen any more, with their key."""
_SAYS = "is written for good"


def guard(connection: Connection) -> None:
    """Make every trigger that is missing; none where its table is not there yet.

    To be called after every migration: Alembic makes SQLite's tables anew, and their triggers go with them.
    """
    tables = set(inspect(connection).get_table_names())
    on_sqlite = connection.dialect.name == "sqlite"
    if not on_sqlite:
        _postgresql_refusal(connection)
    for table in FOREVER.keys() & tables:
        (_sqlite_forever if on_sqlite else _postgresql_forever)(connection, table)
    if "audit_head" in tables:
        (_sqlite_head if on_sqlite else _postgresql_head)(connection)
    if "approvals" in tables:
        guard_approvals(connection)
    if "as_runs" in tables:
        guard_log(connection)


def _sqlite_forever(connection: Connection, table: str) -> None:
    refusal, key = f"BEGIN SELECT RAISE(ABORT, '{table} {_SAYS}'); END", FOREVER[table]
    for happening in ("UPDATE", "DELETE"):
        name = f"{table}_no_{happening.lower()}"
        connection.exec_driver_sql(
            f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {happening} ON {table} {refusal}"
        )
    # INSERT OR REPLACE deletes without waking the trigger above.
    connection.exec_driver_sql(
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) {refusal}"
    )


def _sqlite_head(connection: Connection) -> None:
    refusal = f"BEGIN SELECT RAISE(ABORT, 'audit_head {_SAYS}'); END"
    connection.exec_driver_sql(
        f"CREATE TRIGGER IF NOT EXISTS audit_head_no_delete BEFORE DELETE ON audit_head {refusal}"
    )
    connection.exec_driver_sql(
        "CREATE TRIGGER IF NOT EXISTS audit_head_only_on BEFORE UPDATE ON audit_head "
        f"WHEN NEW.number <= OLD.number {refusal}"
    )


def _postgresql_forever(connection: Connection, table: str) -> None:
    connection.exec_driver_sql(
        f"CREATE OR REPLACE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION newsdesk_refuse()"
    )
    connection.exec_driver_sql(
        f"CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_refuse()"
    )


def _postgresql_head(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE OR REPLACE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head "
        "FOR EACH ROW EXECUTE FUNCTION newsdesk_refuse()"
    )
    connection.exec_driver_sql(
        "CREATE OR REPLACE TRIGGER audit_head_only_on BEFORE UPDATE ON audit_head "
        "FOR EACH ROW WHEN (NEW.number <= OLD.number) EXECUTE FUNCTION newsdesk_refuse()"
    )
    connection.exec_driver_sql(
        "CREATE OR REPLACE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head "
        "FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_refuse()"
    )


def _postgresql_refusal(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE OR REPLACE FUNCTION newsdesk_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' {_SAYS}'; END $$"
    )
