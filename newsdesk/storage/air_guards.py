"""Triggers that keep the as-run log: no line is ever changed, and none is deleted before its time.

As :mod:`newsdesk.storage.guards`: they hold against a fault and a careless hand, not against the owner of the
database. Practice is no broadcast and may go at any time.
"""

from __future__ import annotations

from sqlalchemy import Connection

from newsdesk.domain.as_run import LAW_DAYS

KEPT = ("as_runs is kept", "as_run_lines is kept")
"""How a database begins to say that a part of the log may not be deleted yet."""
_KEYS = {"as_runs": ("session_id",), "as_run_lines": ("session_id", "number")}
_DAYS = f"coalesce((SELECT max(days) FROM as_run_retention), {LAW_DAYS})"


def guard_log(connection: Connection) -> None:
    """Make every trigger that is missing. The tables of the log must be there."""
    if connection.dialect.name == "sqlite":
        _sqlite(connection)
    else:
        _postgresql(connection)


def _sqlite(connection: Connection) -> None:
    for table, keys in _KEYS.items():
        refusal = f"BEGIN SELECT RAISE(ABORT, '{table} is kept'); END"
        same = " AND ".join(f"{key} = NEW.{key}" for key in keys)
        kept = (
            "EXISTS (SELECT 1 FROM as_runs AS run WHERE run.session_id = OLD.session_id AND NOT run.practice "
            "AND julianday(max(run.begun_at, run.arrived_at)) > julianday('now') - " + _DAYS + ")"
        )
        for name, happening in (
            ("no_update", f"UPDATE ON {table}"),
            ("kept", f"DELETE ON {table} WHEN {kept}"),
            # INSERT OR REPLACE deletes without waking the trigger above.
            ("no_replace", f"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"),
        ):
            connection.exec_driver_sql(
                f"CREATE TRIGGER IF NOT EXISTS {table}_{name} BEFORE {happening} {refusal}"
            )
    refusal = "BEGIN SELECT RAISE(ABORT, 'as_run_retention is kept'); END"
    connection.exec_driver_sql(
        f"CREATE TRIGGER IF NOT EXISTS as_run_retention_stays BEFORE DELETE ON as_run_retention {refusal}"
    )


def _postgresql(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE OR REPLACE FUNCTION newsdesk_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF EXISTS (SELECT 1 FROM as_runs AS run WHERE run.session_id = OLD.session_id AND NOT run.practice "
        f"AND greatest(run.begun_at, run.arrived_at) > now() - {_DAYS} * interval '1 day') "
        "THEN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is kept'; END IF; RETURN OLD; END $$"
    )
    for table in _KEYS:
        for name, happening in (
            ("no_update", f"UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION newsdesk_refuse()"),
            ("kept", f"DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION newsdesk_kept()"),
            ("no_truncate", f"TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_refuse()"),
        ):
            connection.exec_driver_sql(f"CREATE OR REPLACE TRIGGER {table}_{name} BEFORE {happening}")
    for name, happening in (
        ("stays", "DELETE ON as_run_retention FOR EACH ROW"),
        ("no_truncate", "TRUNCATE ON as_run_retention FOR EACH STATEMENT"),
    ):
        connection.exec_driver_sql(
            f"CREATE OR REPLACE TRIGGER as_run_retention_{name} BEFORE {happening} "
            "EXECUTE FUNCTION newsdesk_refuse()"
        )
