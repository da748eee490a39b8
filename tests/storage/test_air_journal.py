"""The journal of a reading: durable line by line, mended after a crash, in memory while a disk is full."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk.domain.as_run import AirEvent, JournalLine, first_broken_line
from newsdesk.errors import CannotSave, DiskFull
from newsdesk.storage.air_journal import Journal, read_journal
from tests.airing import TwoClocks

CLOCK = TwoClocks()


def _add(journal: Journal, *items: int) -> list[JournalLine]:
    return [journal.append(CLOCK.moment(), AirEvent.STARTED, {"item": item}) for item in items]


def test_every_line_is_on_the_disk_before_the_call_returns(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "new" / "one.journal")
    for number in range(1, 4):
        _add(journal, number)
        assert read_journal(tmp_path / "new" / "one.journal").lines == journal.lines
    assert first_broken_line(journal.lines) is None
    journal.close()


def test_a_program_killed_between_lines_leaves_every_line_and_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "one.journal"
    code = (
        "import os, sys; from pathlib import Path\n"
        "from tests.storage.test_air_journal import _add; from newsdesk.storage.air_journal import Journal\n"
        f"_add(Journal(Path({str(file)!r})), 1, 2, 3); os.kill(os.getpid(), 9)"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False)
    assert ended.returncode == -9
    journal = Journal(file)
    assert [line.data["item"] for line in journal.lines] == [1, 2, 3]
    _add(journal, 4)
    journal.close()
    assert first_broken_line(read_journal(file).lines) is None


@pytest.mark.parametrize("lost", [1, 40])
def test_half_a_line_at_the_end_is_cut_off_and_kept_beside(tmp_path: Path, lost: int) -> None:
    file = tmp_path / "one.journal"
    journal = Journal(file)
    _add(journal, 1, 2, 3)
    journal.close()
    os.truncate(file, file.stat().st_size - lost)
    mended = Journal(file)
    assert mended.was_cut
    assert [line.data["item"] for line in mended.lines] == [1, 2]
    _add(mended, 4)
    mended.close()
    assert [line.data["item"] for line in read_journal(file).lines] == [1, 2, 4]
    assert first_broken_line(read_journal(file).lines) is None
    assert len(list(tmp_path.glob("*.cut-*"))) == 1


@pytest.mark.logs_warnings
@pytest.mark.parametrize("rubbish", [b"\xff\xfe\n", b"{}\n", b"\n", b"[" * 60_000 + b"\n"])
def test_a_damaged_line_in_the_middle_is_named_and_the_others_stay(tmp_path: Path, rubbish: bytes) -> None:
    file = tmp_path / "one.journal"
    journal = Journal(file)
    _add(journal, 1, 2, 3)
    journal.close()
    rows = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(rows[0] + rubbish + rows[2])
    mended = Journal(file)
    assert mended.damaged == (2,)
    assert [line.data["item"] for line in mended.lines] == [1, 3]
    broken = first_broken_line(mended.lines)
    assert broken is not None
    assert (broken.number, broken.why) == (2, "missing")
    _add(mended, 4)
    mended.close()
    assert [line.data["item"] for line in read_journal(file).lines] == [1, 3, 4]


def test_a_line_that_was_altered_is_damage(tmp_path: Path) -> None:
    file = tmp_path / "one.journal"
    journal = Journal(file)
    _add(journal, 1, 2)
    journal.close()
    file.write_bytes(file.read_bytes().replace(b'"item":2', b'"item":9'))
    assert read_journal(file).damaged == (2,)


@pytest.mark.logs_warnings
def test_a_full_disk_is_told_and_lines_wait_in_memory_until_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "one.journal"
    journal = Journal(file)
    _add(journal, 1)
    write, room = os.write, 10

    def full(descriptor: int, data: bytes) -> int:
        nonlocal room
        if room:
            room -= 10
            return write(descriptor, bytes(data)[:10])  # half a line still fits
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "write", full)
    _add(journal, 2, 3)
    assert isinstance(journal.trouble, DiskFull)
    assert journal.waiting == 2
    assert [line.data["item"] for line in journal.lines] == [1, 2, 3]
    assert [line.data["item"] for line in read_journal(file).lines] == [1]
    monkeypatch.setattr(os, "write", write)
    _add(journal, 4)
    assert journal.trouble is None
    assert [line.data["item"] for line in read_journal(file).lines] == [1, 2, 3, 4]
    journal.close()


@pytest.mark.logs_warnings
def test_a_folder_that_cannot_be_made_keeps_nobody_from_reading(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_bytes(b"")
    journal = Journal(tmp_path / "in-the-way" / "one.journal")
    _add(journal, 1)
    assert isinstance(journal.trouble, CannotSave)
    (tmp_path / "in-the-way").unlink()
    assert journal.settle()
    assert journal.trouble is None
    journal.close()
