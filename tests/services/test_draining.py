"""The log comes into the newsroom once however it is brought, and what follows from it follows once."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from newsdesk.app import build_held_air
from newsdesk.domain.as_run import ClipAct, Outcome
from newsdesk.domain.as_run_log import AsRunLog
from newsdesk.domain.audit import Deed
from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.story import StoryStatus
from newsdesk.errors import DatabaseDamaged, DatabaseUnreachable, LogKept, NoSuchReading, TooShortRetention
from newsdesk.services.air_session import Session
from newsdesk.services.proof_check import check_proof
from tests.airing import AIRTIME
from tests.newsrooms import Building, Desk
from tests.postgres import PostgresServer
from tests.services.air_desk import BODIES, AirDesk


@pytest.fixture
def air(tmp_path: Path) -> Iterator[AirDesk]:
    desk = Desk("Redaksi", tmp_path / "profile")
    made = AirDesk(desk)
    yield made
    made.on_air.close()
    desk.close()


@pytest.fixture
def on_both(building: Building) -> Iterator[AirDesk]:
    """Give a desk in a file and one at a server in turn."""
    made = AirDesk(building.desk())
    yield made
    made.on_air.close()


def _acts(air: AirDesk, kind: str, subject: int) -> list[str]:
    return [entry.act for entry in air.desk.audit.entries(kind=kind, subject_id=subject)][::-1]


def _only(logs: list[AsRunLog]) -> AsRunLog:
    (log,) = logs
    return log


def test_a_bulletin_that_was_read_is_aired_with_its_stories_and_its_log_says_the_same(
    on_both: AirDesk,
) -> None:
    air = on_both
    stories = [air.approved(body, f"SATU-{n}") for n, body in enumerate(BODIES)]
    bulletin = air.bulletin(stories)
    held = air.on_air.take(bulletin)
    session = air.on_air.begin(held, practice=False)
    air.on_air.drain()
    assert air.state_of(bulletin) is BulletinState.ON_AIR
    for item, outcome in zip(held.items, (Outcome.READ, Outcome.READ, Outcome.STOPPED), strict=True):
        air.read(session, item.item_id, 31.5, outcome)
    session.finish(session.moment())
    drained = air.on_air.drain()
    assert (drained.away, drained.waiting) == (None, 0)
    assert air.state_of(bulletin) is BulletinState.AIRED
    stands = [air.desk.drafting.open(story).status for story in stories]
    assert stands == [StoryStatus.AIRED, StoryStatus.AIRED, StoryStatus.APPROVED]
    log = _only(air.as_run.of(bulletin))
    assert log == session.log()
    for line, story in zip(log.lines, stories, strict=True):
        approval = air.desk.reviewing.open(story).last_approval
        assert approval is not None
        assert line.item.text == approval.text
    (run,) = air.as_run.bulletins(AIRTIME - timedelta(days=1), AIRTIME + timedelta(days=1))
    assert (run.person, run.lines) == ("Ipang Harwoko", len(session.lines))
    assert run.finished_at == log.finished_at
    assert _acts(air, "bulletin", bulletin)[-2:] == [Deed.BEGIN_AIR, Deed.END_AIR]
    assert air.desk.audit.verify() is None


def test_brought_twice_by_two_windows_and_line_by_line_it_is_there_once(building: Building) -> None:
    air = AirDesk(building.desk())
    other = AirDesk(building.desk())  # another window at the same computer, for the same folder
    bulletin = air.bulletin([air.approved(body) for body in BODIES[:2]])
    held = air.on_air.take(bulletin)
    session = air.on_air.begin(held, practice=False)
    brought = air.on_air.drain().lines
    for item in held.items:
        air.read(session, item.item_id, 20)
        brought += air.on_air.drain().lines + other.on_air.drain().lines
    session.finish(session.moment())
    air.on_air.leave(session)
    brought += other.on_air.drain().lines + air.on_air.drain().lines + air.on_air.drain().lines
    assert brought == len(session.lines)
    assert len(air.as_run.of(bulletin)) == 1
    acts = _acts(air, "bulletin", bulletin)
    assert (acts.count(Deed.BEGIN_AIR), acts.count(Deed.END_AIR)) == (1, 1)
    assert air.on_air.unfinished() == []
    assert [file.sent for file in air.desk.storage.air.sessions()] == [True]


def test_killed_half_way_nothing_is_brought_and_then_everything(
    air: AirDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bulletin = air.bulletin([air.approved(body) for body in BODIES[:2]])
    session = air.read_all(air.on_air.take(bulletin))

    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("newsdesk.services.rates.Rates.learn", killed)
        with pytest.raises(KeyboardInterrupt):
            air.on_air.drain()
    assert air.as_run.of(bulletin) == []
    assert air.state_of(bulletin) is BulletinState.READY
    assert air.on_air.drain().lines == len(session.lines)
    assert _only(air.as_run.of(bulletin)) == session.log()


@pytest.mark.parametrize("where", ["postgresql"], indirect=True)  # two computers share no file
def test_two_computers_that_read_one_bulletin_have_a_log_each(building: Building, tmp_path: Path) -> None:
    one, other = AirDesk(building.desk()), AirDesk(building.desk("sinta", "Sinta Ayu"))
    bulletin = one.bulletin([one.approved(BODIES[0])])
    held = one.on_air.take(bulletin)
    for air in (one, other):
        air.read_all(held, seconds=20)
        air.on_air.drain()
    assert [log.person for log in one.as_run.of(bulletin)] == ["Ipang Harwoko", "Sinta Ayu"]
    one.as_run.export(bulletin, tmp_path / "bukti.zip")
    report = check_proof(tmp_path / "bukti.zip")
    assert (report.faults, report.readings) == ((), 2)


def test_a_bulletin_without_a_row_is_read_and_logged(air: AirDesk) -> None:
    bulletin = air.bulletin([], ready=False)
    session = air.on_air.begin(air.on_air.take(bulletin), practice=False, unready_why="Hanya musik")
    session.finish(session.moment())
    air.on_air.drain()
    assert air.state_of(bulletin) is BulletinState.AIRED
    assert _only(air.as_run.of(bulletin)).unready_why == "Hanya musik"
    assert air.desk.audit.entries(2)[1].after["why"] == "Hanya musik"


def test_practice_airs_nothing(air: AirDesk) -> None:
    story = air.approved(BODIES[0])
    bulletin = air.bulletin([story], ready=False)
    air.read_all(air.on_air.take(bulletin), practice=True)
    air.on_air.drain()
    assert air.state_of(bulletin) is BulletinState.PLANNED
    assert air.desk.drafting.open(story).status is StoryStatus.APPROVED
    assert _only(air.as_run.of(bulletin)).practice
    assert air.as_run.bulletins(AIRTIME - timedelta(days=1), AIRTIME + timedelta(days=1)) == []
    assert Deed.BEGIN_AIR not in _acts(air, "bulletin", bulletin)


# ---------------------------------------------------------------- kept


def test_what_was_aired_is_not_deleted_before_a_year_is_over(on_both: AirDesk) -> None:
    air = on_both
    air.clock.at = now = datetime.now(UTC)  # the database asks its own clock
    bulletin = air.bulletin([air.approved(BODIES[0])])
    air.read_all(air.on_air.take(bulletin))
    air.on_air.drain()
    (run,) = air.as_run.bulletins(now, now + timedelta(hours=1))
    air.clock.pass_by(100 * 86_400)
    assert air.as_run.days_left(run) == 266
    with pytest.raises(LogKept) as kept:
        air.as_run.delete(run.session_id)
    assert kept.value.days == 266
    with pytest.raises(TooShortRetention):
        air.as_run.set_retention(365)
    assert air.as_run.set_retention(500) == air.as_run.retention() == 500
    assert air.as_run.days_left(run) == 400
    # Nor by a hand at the database.
    for statement in (
        "DELETE FROM as_run_lines",
        "DELETE FROM as_runs",
        "UPDATE as_run_lines SET line = ''",
        "UPDATE as_runs SET practice = (1 = 1)",
        "DELETE FROM as_run_retention",
        *(
            []
            if air.desk.storage.database.file
            else ["TRUNCATE as_runs CASCADE", "TRUNCATE as_run_retention"]
        ),
    ):
        with pytest.raises(DatabaseError, match=r"kept|good"), air.desk.storage.database.writing() as session:
            session.execute(text("UPDATE people SET name = name"))
            session.execute(text(statement))
    assert _only(air.as_run.of(bulletin)).lines
    with pytest.raises(NoSuchReading):
        air.as_run.delete(1)
    # Nor by a computer whose clock is years ahead of the database's.
    air.clock.pass_by(2000 * 86_400)
    assert air.as_run.days_left(run) == 0
    with pytest.raises(LogKept):
        air.as_run.delete(run.session_id)
    assert _only(air.as_run.of(bulletin)).lines


def test_practice_and_what_is_older_than_the_law_asks_may_be_deleted(on_both: AirDesk) -> None:
    air = on_both
    bulletin = air.bulletin([air.approved(BODIES[0])])
    held = air.on_air.take(bulletin)
    air.read_all(held, practice=True)
    air.clock.at = AIRTIME - timedelta(days=2000)  # long before the day of any computer that runs this
    air.read_all(held)
    air.on_air.drain()
    air.clock.at = AIRTIME
    runs = air.as_run.bulletins(AIRTIME - timedelta(days=2001), AIRTIME + timedelta(days=1), practice=True)
    assert [air.as_run.days_left(run) for run in runs] == [0, 0]
    months = [(month.first, month.readings) for month in air.as_run.months(UTC, practice=True)]
    assert months == [(date(2025, 1, 1), 1), (date(2019, 7, 1), 1)]
    assert [month.first for month in air.as_run.months(UTC)] == [date(2019, 7, 1)]
    for log in air.as_run.of(bulletin):
        air.as_run.delete(log.session_id)
    assert air.as_run.of(bulletin) == []
    assert air.desk.audit.entries(1)[0].act == Deed.REMOVE


def test_what_was_deleted_for_good_is_not_brought_back_by_the_journal_of_a_computer(on_both: AirDesk) -> None:
    air = on_both
    held = air.on_air.take(air.bulletin([air.approved(BODIES[0])]))
    session = air.on_air.begin(held, practice=True)
    air.read(session, held.items[0].item_id, 20)
    air.on_air.drain()
    air.on_air.leave(session)  # broken off: it has no end, and nobody goes on
    air.clock.pass_by(2 * 86_400)
    (log,) = air.as_run.of(held.bulletin_id)
    air.as_run.delete(log.session_id)
    started_anew = AirDesk(air.desk)
    started_anew.clock.at = air.clock.at
    assert started_anew.on_air.drain().lines == 0
    assert started_anew.as_run.of(held.bulletin_id) == []
    assert started_anew.on_air.unfinished() == []
    assert [one.sent for one in air.desk.storage.air.sessions()] == [True]


# ---------------------------------------------------------------- the database goes


def _read_while_away(air: AirDesk, away: Callable[[], None], back: Callable[[], None]) -> Session:
    """Read a bulletin from which the database vanishes after the first item; return the session."""
    bulletin = air.bulletin([air.approved(body, f"SATU-{n}") for n, body in enumerate(BODIES)])
    held = air.on_air.take(bulletin)
    session = air.on_air.begin(held, practice=False)
    air.on_air.drain()
    first, second, third = held.items
    air.read(session, first.item_id, 25)
    away()
    try:
        assert isinstance(air.on_air.drain().away, DatabaseUnreachable)
        air.read(session, second.item_id, 26)
        session.clip(second.item_id, "HANUNG", ClipAct.FAILED, session.moment())
        session.paraphrased(second.item_id, "HANUNG", "Hanung bersyukur.", session.moment())
        air.read(session, third.item_id, 27)
        session.finish(session.moment())
        assert session.trouble is None
        assert air.on_air.drain().waiting == 1
    finally:
        back()
    drained = air.on_air.drain()
    assert drained.away is None
    log = _only(air.as_run.of(bulletin))
    assert log == session.log()
    assert [line.actual_ms for line in log.lines] == [25_000, 26_000, 27_000]
    assert log.broken is None
    assert air.state_of(bulletin) is BulletinState.AIRED
    return session


def test_reading_goes_on_while_another_program_holds_the_file(tmp_path: Path) -> None:
    desk = Desk("Redaksi", tmp_path)
    air = AirDesk(desk)
    assert desk.storage.database.file is not None
    with closing(sqlite3.connect(desk.storage.database.file, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        _read_while_away(air, lambda: _run(other, "BEGIN IMMEDIATE"), lambda: _run(other, "ROLLBACK"))
    air.on_air.close()
    desk.close()


def _run(connection: sqlite3.Connection, statement: str) -> None:
    connection.execute(statement)


def test_reading_goes_on_while_the_server_is_stopped(
    postgres_server: PostgresServer, postgres_address: str, tmp_path: Path
) -> None:
    desk = Desk(postgres_address, tmp_path)
    air = AirDesk(desk)

    def stop() -> None:
        postgres_server.stop()
        # Nor is it needed to find what is held, in a window that was opened only now.
        (held,) = build_held_air(desk.paths, postgres_address).held().bulletins
        assert isinstance(air.on_air.changes(held).away, DatabaseUnreachable)

    try:
        session = _read_while_away(air, stop, postgres_server.start)
    finally:
        if postgres_server._server is None:  # whatever went wrong, the next test needs it
            postgres_server.start()
    assert len(session.lines) == 10
    air.on_air.close()
    desk.close()


@pytest.mark.logs_warnings
def test_lines_that_the_disk_does_not_take_reach_the_newsroom_all_the_same(
    air: AirDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bulletin = air.bulletin([air.approved(BODIES[0])])
    held = air.on_air.take(bulletin)
    session = air.on_air.begin(held, practice=False)

    def full(_descriptor: int) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        air.read(session, held.items[0].item_id, 20)
        assert session.waiting == 2
        assert air.on_air.drain().lines == 3
    assert _only(air.as_run.of(bulletin)) == session.log()


def test_no_line_is_lost_of_a_reading_that_went_on_without_lines_the_newsroom_has(air: AirDesk) -> None:
    bulletin = air.bulletin([air.approved(body, f"N-{n}") for n, body in enumerate(BODIES)])
    held = air.on_air.take(bulletin)
    first, second, third = (item.item_id for item in held.items)
    session = air.on_air.begin(held, practice=False)
    air.on_air.drain()
    (file,) = air.desk.storage.air.sessions()
    on_disk = file.path.read_bytes()
    air.read(session, first, 20)
    air.on_air.drain()  # the newsroom has what the disk, as it turns out, never took
    air.on_air.leave(session)
    file.path.write_bytes(on_disk)
    again = AirDesk(air.desk)
    resumed = again.on_air.resume(session.session_id)
    again.read(resumed, second, 21)
    assert again.on_air.drain().lines == 3
    again.read(resumed, third, 22)
    resumed.finish(resumed.moment())
    again.on_air.leave(resumed)
    assert (again.on_air.drain().lines, again.on_air.drain().lines) == (3, 0)
    log = _only(again.as_run.of(bulletin))
    assert [(line.item.item_id, line.actual_ms) for line in log.lines] == [
        (first, 20_000),
        (second, 21_000),
        (third, 22_000),
    ]
    assert log.broken is not None  # and that it went on so is not hidden
    assert again.state_of(bulletin) is BulletinState.AIRED


def test_a_journal_of_as_many_lines_that_are_others_is_brought_before_it_is_put_away(air: AirDesk) -> None:
    bulletin = air.bulletin([air.approved(BODIES[0])])
    held = air.on_air.take(bulletin)
    session = air.on_air.begin(held, practice=False)
    (file,) = air.desk.storage.air.sessions()
    on_disk = file.path.read_bytes()
    air.read(session, held.items[0].item_id, 20)
    assert air.on_air.drain().lines == 3
    air.on_air.leave(session)
    file.path.write_bytes(on_disk)  # the disk had taken the first only
    another_window = AirDesk(air.desk)
    another_window.on_air.end(session.session_id)
    assert len(air.desk.storage.air.read(file).lines) == 3
    assert air.on_air.drain().lines == 2
    assert air.state_of(bulletin) is BulletinState.AIRED
    assert [one.sent for one in air.desk.storage.air.sessions()] == [True]


def test_a_damaged_bulletin_keeps_no_log_from_the_newsroom(air: AirDesk) -> None:
    bulletin = air.bulletin([air.approved(BODIES[0])])
    air.read_all(air.on_air.take(bulletin))
    with air.desk.storage.database.writing() as session:
        session.execute(text("UPDATE people SET name = name"))
        session.execute(text("UPDATE bulletins SET airtime = 'rusak', slot_ms = 'x'"))
    drained = air.on_air.drain()
    assert (drained.away, drained.waiting) == (None, 0)
    assert _only(air.as_run.of(bulletin)).finished_at is not None
    with pytest.raises(DatabaseDamaged):
        air.desk.bulletins.open(bulletin)


def test_a_file_that_only_looks_like_a_journal_stands_in_no_journals_way(air: AirDesk) -> None:
    bulletin = air.bulletin([air.approved(BODIES[0])])
    air.read_all(air.on_air.take(bulletin))
    (file,) = air.desk.storage.air.sessions()
    for name in (f"{'9' * 30}-5.journal", f"1-{'9' * 30}.journal", "\u0663-\u0664.journal"):
        (file.path.parent / name).write_bytes(file.path.read_bytes())
    assert air.desk.storage.air.sessions() == [file]
    assert air.on_air.drain().away is None
    assert _only(air.as_run.of(bulletin)).finished_at is not None


@pytest.mark.logs_warnings
def test_a_damaged_line_is_named_and_the_others_arrive(air: AirDesk) -> None:
    bulletin = air.bulletin([air.approved(body) for body in BODIES[:2]])
    air.read_all(air.on_air.take(bulletin))
    (file,) = air.desk.storage.air.sessions()
    rows = file.path.read_bytes().splitlines(keepends=True)
    file.path.write_bytes(b"".join([*rows[:2], b"rusak\n", *rows[3:]]))
    air.on_air.drain()
    log = _only(air.as_run.of(bulletin))
    assert log.broken is not None
    assert (log.broken.number, log.broken.why) == (3, "missing")
    assert [line.outcome for line in log.lines] == [Outcome.STOPPED, Outcome.READ]


def _age(air: AirDesk, days: int) -> None:
    """Let so many days go by since anything was written here."""
    at = (air.clock.at - timedelta(days=days)).timestamp()
    for file in air.desk.storage.air.sessions():
        os.utime(file.path, (at, at))


def _next_day(air: AirDesk) -> list[int]:
    """Return which readings have a journal here after another day."""
    air.clock.pass_by(86_400)
    air.on_air.drain()
    return [file.session_id for file in air.desk.storage.air.sessions()]


def test_a_journal_goes_a_month_after_the_newsroom_has_it_line_by_line_and_never_before(
    on_both: AirDesk,
) -> None:
    air = on_both
    held = air.on_air.take(air.bulletin([air.approved(BODIES[0])]))
    first = air.read_all(held).session_id
    assert _next_day(air) == [first]
    _age(air, 28)
    assert _next_day(air) == [first]
    waits = air.read_all(held).session_id
    _age(air, 31)
    # What came this minute is a month old by its file only; it was compared all the same.
    assert _next_day(air) == []
    assert waits in [log.session_id for log in air.as_run.of(held.bulletin_id)]
    assert len(air.as_run.of(held.bulletin_id)) == 2


def test_a_journal_is_brought_again_to_a_newsroom_that_has_lost_it(air: AirDesk) -> None:
    held = air.on_air.take(air.bulletin([air.approved(BODIES[0])]))
    lost, practice = air.read_all(held), air.read_all(held, practice=True)
    assert len(_next_day(air)) == 2
    file = air.desk.storage.database.file
    with closing(sqlite3.connect(file)) as restored:  # as from a copy of last week
        for table in ("as_run_lines", "as_runs"):
            restored.execute(f"DROP TRIGGER {table}_kept")
            restored.execute(f"DELETE FROM {table}")
        restored.commit()
    _age(air, 31)
    # Practice may be deleted at any time and does not come back; what was aired cannot have been.
    assert _next_day(air) == [lost.session_id]
    air.on_air.drain()
    log = _only(air.as_run.of(held.bulletin_id))
    assert log == lost.log()
    _age(air, 400)
    assert practice.session_id not in _next_day(air)


def test_of_a_newsroom_that_is_away_no_journal_goes_unseen(
    air: AirDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = air.read_all(air.on_air.take(air.bulletin([air.approved(BODIES[0])])))
    _next_day(air)
    _age(air, 90)
    with monkeypatch.context() as gone:

        def away() -> None:
            raise DatabaseUnreachable("redaksi", "hilang")

        gone.setattr(air.desk.storage, "read", away)
        assert _next_day(air) == [session.session_id]
    assert _next_day(air) == []
