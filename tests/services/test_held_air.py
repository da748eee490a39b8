"""Reading at the microphone with nothing but this computer: no database is there in any of these tests."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk.domain.air_bulletin import AirChange, AirChangeKind
from newsdesk.domain.as_run import AirEvent, ClipAct, Outcome
from newsdesk.domain.people import Mode, Person, Role
from newsdesk.errors import DiskFull, NotAllowed, NotSignedReady, ReadingElsewhere, ReadingLost
from newsdesk.services.air_session import Session
from newsdesk.services.held_air import HeldAir
from newsdesk.storage.air_files import AirFolder
from tests.airing import AIRTIME, TwoClocks, air_bulletin, air_item

ROOT = Path(__file__).parents[2]


class _Microphone:
    """One window at one computer."""

    def __init__(self, folder: Path) -> None:
        self.clock = TwoClocks()
        self.files = AirFolder(folder)
        self.air = HeldAir(self.files, None, self.clock.now, self.clock.ticks)

    def read(self, session: Session, item_id: int, seconds: float) -> None:
        session.started(item_id, session.moment())
        self.clock.pass_by(seconds)
        session.ended(item_id, session.moment())


@pytest.fixture
def microphone(tmp_path: Path) -> Iterator[_Microphone]:
    microphone = _Microphone(tmp_path)
    yield microphone
    microphone.air.close()


def test_a_whole_bulletin_is_read_from_files(microphone: _Microphone) -> None:
    microphone.files.keep(air_bulletin(3))
    (held,) = microphone.air.held().bulletins
    session = microphone.air.begin(held, practice=False)
    microphone.read(session, 1, 61.25)
    session.jumped(3, session.moment())
    session.ended(2, session.moment(), Outcome.SKIPPED)
    microphone.read(session, 3, 30)
    session.finish(session.moment())
    session.finish(session.moment())
    log = session.log()
    assert [(line.item.item_id, line.outcome, line.actual_ms) for line in log.lines] == [
        (1, Outcome.READ, 61_250),
        (2, Outcome.SKIPPED, None),
        (3, Outcome.READ, 30_000),
    ]
    assert log.finished_at is not None
    assert log.broken is None
    assert microphone.air.unfinished() == []
    # The text that was read is in the log itself, to the letter.
    assert log.lines[0].item.text == held.items[0].text


def test_a_bulletin_nobody_called_ready_is_read_only_with_a_reason_that_stays(
    microphone: _Microphone,
) -> None:
    unready = replace(air_bulletin(1), ready=False)
    with pytest.raises(NotSignedReady):
        microphone.air.begin(unready, practice=False, unready_why="  ")
    assert microphone.air.begin(unready, practice=True).log().practice
    session = microphone.air.begin(unready, practice=False, unready_why="redaktur tidak terhubung")
    assert session.log().unready_why == "redaktur tidak terhubung"


def test_killed_in_mid_item_it_is_resumed_where_it_was(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path\n"
        "from tests.services.test_held_air import _Microphone; from tests.airing import air_bulletin\n"
        f"m = _Microphone(Path({str(tmp_path)!r})); s = m.air.begin(air_bulletin(3), practice=False)\n"
        "m.read(s, 1, 50); s.started(2, s.moment()); os.kill(os.getpid(), 9)"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    again = _Microphone(tmp_path)
    (unfinished,) = again.air.unfinished()
    assert (unfinished.name, unfinished.reading, unfinished.elsewhere) == ("Warta Siang", 2, False)
    session = again.air.resume(unfinished.session_id)
    assert session.air == air_bulletin(3)
    log = session.log()
    assert [(line.item.item_id, line.outcome) for line in log.lines[:1]] == [(1, Outcome.READ)]
    assert log.reading is not None
    assert log.reading.item.item_id == 2
    again.clock.pass_by(100)
    session.ended(2, session.moment())
    assert not session.log().lines[1].steady
    assert session.log().broken is None
    again.air.close()


class _Signed:
    """Somebody who has signed in, with no database to ask."""

    def __init__(self, person: Person) -> None:
        self._person = person

    def me(self) -> Person:
        return self._person

    def mode(self) -> Mode:
        return Mode.SIGN_IN


def test_only_who_may_read_on_air_goes_on_with_a_reading_and_the_log_names_her(tmp_path: Path) -> None:
    begun = _Microphone(tmp_path)
    aired = begun.air.begin(air_bulletin(2), practice=False).session_id
    practised = begun.air.begin(air_bulletin(2), practice=True).session_id
    begun.air.close()

    def at(person: Person) -> HeldAir:
        return HeldAir(AirFolder(tmp_path), _Signed(person), begun.clock.now, begun.clock.ticks)

    reporter = at(Person("Rani", id=7, roles=frozenset({Role.REPORTER})))
    with pytest.raises(NotAllowed):
        reporter.resume(aired)
    reporter.leave(reporter.resume(practised))
    announcer = at(Person("Gita", id=8, roles=frozenset({Role.ANNOUNCER})))
    session = announcer.resume(aired)  # nothing of the refusal holds it
    (happened,) = session.log().happenings
    assert (happened.what, happened.by) == (AirEvent.RESUMED, "Gita")
    announcer.close()
    # To say that it is over puts nothing on air.
    reporter.end(aired)
    assert [one.session_id for one in reporter.unfinished()] == [practised]


def test_a_torn_last_line_is_mended_and_the_log_says_so(microphone: _Microphone, tmp_path: Path) -> None:
    session = microphone.air.begin(air_bulletin(2), practice=False)
    microphone.read(session, 1, 50)
    microphone.air.close()
    (file,) = microphone.files.sessions()
    os.truncate(file.path, file.path.stat().st_size - 20)
    again = _Microphone(tmp_path)
    resumed = again.air.resume(session.session_id)
    assert [line.what for line in resumed.lines] == [
        AirEvent.BEGUN,
        AirEvent.STARTED,
        AirEvent.RESUMED,
        AirEvent.MENDED,
    ]
    assert resumed.log().broken is None
    again.air.close()


@pytest.mark.logs_warnings
def test_with_a_damaged_first_line_the_held_snapshot_says_what_was_read(
    microphone: _Microphone, tmp_path: Path
) -> None:
    air = air_bulletin(2)
    microphone.files.keep(air)
    session = microphone.air.begin(air, practice=False)
    microphone.read(session, 1, 50)
    microphone.air.close()
    (file,) = microphone.files.sessions()
    file.path.write_bytes(b"x" + file.path.read_bytes())
    again = _Microphone(tmp_path)
    resumed = again.air.resume(session.session_id)
    assert resumed.log().lines[0].item == air.items[0]
    broken = resumed.log().broken
    assert broken is not None
    assert (broken.number, broken.why) == (1, "missing")
    again.air.close()


@pytest.mark.logs_warnings
def test_what_nothing_can_be_read_of_is_lost_and_stands_in_nobodys_way(
    microphone: _Microphone, tmp_path: Path
) -> None:
    session = microphone.air.begin(air_bulletin(2), practice=False)
    microphone.air.close()
    (file,) = microphone.files.sessions()
    file.path.write_bytes(b"\xff\n")
    again = _Microphone(tmp_path)
    assert again.air.unfinished() == []
    with pytest.raises(ReadingLost):
        again.air.resume(session.session_id)
    again.air.begin(air_bulletin(2), practice=False)
    again.air.close()


def test_two_windows_do_not_go_on_with_one_reading(microphone: _Microphone, tmp_path: Path) -> None:
    session = microphone.air.begin(air_bulletin(2), practice=False)
    other = _Microphone(tmp_path)
    (unfinished,) = other.air.unfinished()
    assert unfinished.elsewhere
    with pytest.raises(ReadingElsewhere):
        other.air.resume(session.session_id)
    microphone.air.close()
    other.air.end(session.session_id)
    assert other.air.unfinished() == []
    other.air.close()


@pytest.mark.logs_warnings
def test_on_a_full_disk_reading_goes_on_and_nothing_is_lost(
    microphone: _Microphone, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def full(_descriptor: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", full)
    session = microphone.air.begin(air_bulletin(2), practice=False)
    microphone.read(session, 1, 40)
    assert isinstance(session.trouble, DiskFull)
    assert session.waiting == 3
    assert session.log().lines[0].actual_ms == 40_000
    monkeypatch.setattr(os, "fsync", fsync)
    assert session.settle()
    assert (session.trouble, session.waiting) == (None, 0)
    (file,) = microphone.files.sessions()
    assert microphone.files.read(file).lines == session.lines


def test_changes_loaded_are_there_again_after_a_crash(microphone: _Microphone, tmp_path: Path) -> None:
    session = microphone.air.begin(air_bulletin(3), practice=False)
    flash = AirChange(9, AirChangeKind.FLASH, AIRTIME, "Dewi", air_item(9, flash_id=77), 1, 77)
    now = session.loaded(flash, session.moment())
    session.acknowledged(77, 9, session.moment())
    session.loaded(AirChange(2, AirChangeKind.GONE, AIRTIME), session.moment())
    session.clip(1, "HANUNG", ClipAct.FAILED, session.moment())
    session.paraphrased(1, "HANUNG", "Hanung bersyukur.", session.moment())
    assert [item.item_id for item in now.items] == [1, 9, 2, 3]
    microphone.air.close()
    again = _Microphone(tmp_path)
    resumed = again.air.resume(session.session_id)
    assert [item.item_id for item in resumed.air.items] == [1, 9, 3]
    assert resumed.log().acknowledged == {77}
    again.air.close()


@pytest.mark.parametrize("items", [0, 500])
def test_a_bulletin_of_any_length_is_begun(microphone: _Microphone, items: int) -> None:
    session = microphone.air.begin(air_bulletin(items), practice=False)
    session.finish(session.moment())
    assert len(session.log().unread) == items
