"""Files not ours, too new, read-only, damaged, locked or on a full disk: a typed failure, nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from newsdesk.domain.attribution import Contact, Office, Source
from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.story import RevisionKind, Script, StoryStatus
from newsdesk.errors import (
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseTooNew,
    DatabaseUnreachable,
    DiskFull,
    NotOurDatabase,
    ProfileUnusable,
)
from newsdesk.paths import Paths
from newsdesk.services.browsing import View
from newsdesk.storage.open import open_storage
from tests.newsrooms import Building, Desk

NOBODY = 65534
TEXT = Script(slug="STATISTIK-OPD", body="Pemkot Blitar menggelar upacara. " * 40)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Give the folder of a profile."""
    return tmp_path / "profile"


@pytest.fixture
def building(profile: Path) -> Iterator[Building]:
    """Give a newsroom in a file."""
    building = Building("Redaksi", profile)
    yield building
    building.close()


@pytest.fixture
def file(building: Building) -> Path:
    """Give the file of a newsroom with 60 stories, closed."""
    desk = building.desk()
    for _ in range(60):
        desk.drafting.new(TEXT)
    desk.close()
    assert desk.storage.database.file is not None
    return desk.storage.database.file


def _use_all_of(profile: Path) -> None:
    """Open the newsroom and everything in it."""
    desk = Desk("Redaksi", profile)
    try:
        for row in desk.browsing.stories(View.ALL):
            desk.drafting.open(row.id)
    finally:
        desk.close()


@contextmanager
def _as_somebody_without_rights() -> Iterator[None]:
    """Give up root's right to write every file; others have none to give up."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_database_of_another_program_is_refused_and_not_changed(profile: Path) -> None:
    file = profile / "newsrooms" / "Redaksi.newsdesk"
    file.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.commit()
    before = file.read_bytes()
    with pytest.raises(NotOurDatabase) as failure:
        open_storage("Redaksi", Paths(profile))
    assert failure.value.where == str(file)
    assert file.read_bytes() == before


def test_an_empty_file_becomes_a_newsroom(profile: Path) -> None:
    file = profile / "newsrooms" / "Redaksi.newsdesk"
    file.parent.mkdir(parents=True)
    file.touch()
    _use_all_of(profile)
    assert file.stat().st_size > 0


def test_a_newer_newsroom_is_refused_and_not_changed(file: Path, profile: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    with pytest.raises(DatabaseTooNew):
        open_storage("Redaksi", Paths(profile))
    assert file.read_bytes() == before


def test_a_read_only_newsroom_is_said_to_be_so(file: Path) -> None:
    # pytest's folders are closed to others, so the profile moves to one that is open to all.
    with tempfile.TemporaryDirectory() as open_folder:
        profile = Path(open_folder) / "profile"
        shutil.copytree(file.parents[1], profile)
        for path in (Path(open_folder), profile, *profile.rglob("*")):
            path.chmod(0o777)
        (profile / "newsrooms" / file.name).chmod(0o444)
        with _as_somebody_without_rights(), pytest.raises(DatabaseReadOnly):
            open_storage("Redaksi", Paths(profile))
        (profile / "newsrooms" / file.name).chmod(0o666)
        (profile / "newsrooms").chmod(0o555)
        with _as_somebody_without_rights(), pytest.raises(DatabaseReadOnly):
            open_storage("Redaksi", Paths(profile))
        (profile / "newsrooms").chmod(0o777)


def test_a_newsroom_that_becomes_read_only_is_said_to_be_so(building: Building) -> None:
    desk = building.desk()
    made = desk.drafting.new(TEXT)
    with desk.storage.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(DatabaseReadOnly):
        desk.drafting.keep(made.id, made.version, Script(body="Baru."))
    assert desk.drafting.open(made.id).script == TEXT


def test_a_file_with_a_damaged_header_is_refused_and_not_changed(file: Path, profile: Path) -> None:
    content = bytearray(file.read_bytes())
    content[:100] = os.urandom(100)
    file.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        open_storage("Redaksi", Paths(profile))
    assert file.read_bytes() == content


@pytest.mark.parametrize("junk", [b"\xff", b"\x00", b"Newsdesk"], ids=["ff", "00", "text"])
def test_a_file_damaged_in_the_middle_is_said_to_be_so_and_not_changed(
    file: Path, profile: Path, junk: bytes
) -> None:
    content = bytearray(file.read_bytes())
    start, end = len(content) // 10, len(content) * 9 // 10
    content[start:end] = (junk * len(content))[: end - start]
    file.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        _use_all_of(profile)
    assert file.read_bytes() == content


def test_a_truncated_file_is_said_to_be_damaged(file: Path, profile: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(DatabaseDamaged):
        _use_all_of(profile)


def test_text_that_is_not_utf8_is_said_to_be_damage(file: Path, profile: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE revisions SET body = CAST(x'ff00fe' AS TEXT)")
        connection.commit()
    with pytest.raises(DatabaseDamaged):
        _use_all_of(profile)


@pytest.mark.logs_warnings
def test_a_damaged_autosave_does_not_bar_its_story(building: Building) -> None:
    desk = building.desk()
    made = desk.drafting.new(TEXT)
    desk.drafting.keep(made.id, made.version, Script(body="Baru."))
    with desk.storage.database.writing() as session:
        session.connection().exec_driver_sql("UPDATE autosaves SET script = '{'")
    assert desk.drafting.open(made.id).script == TEXT
    desk.drafting.keep_local(made.id, made.version, Script(body="Lebih baru."))
    assert desk.drafting.open(made.id).script.body == "Lebih baru."


def test_a_newsroom_held_by_another_program_is_said_to_be_out_of_reach(file: Path, profile: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseUnreachable):
            open_storage("Redaksi", Paths(profile), busy_ms=50)


def test_while_another_program_writes_lists_answer_and_typing_is_kept(building: Building) -> None:
    desk = building.desk()
    made = desk.drafting.new(TEXT)
    assert desk.storage.database.file is not None
    newer = Script(body="Baru.")
    with closing(sqlite3.connect(desk.storage.database.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseUnreachable):
            desk.drafting.keep(made.id, made.version, newer)
        desk.drafting.keep_local(made.id, made.version, newer)
        assert len(desk.browsing.stories(View.ALL)) == 1
        assert desk.drafting.open(made.id).script == newer
        other.execute("ROLLBACK")
    assert desk.drafting.save(made.id, made.version, newer).script == newer


def test_a_database_without_room_says_so_and_keeps_what_it_had(building: Building) -> None:
    desk = building.desk()
    made = desk.drafting.new(TEXT)
    desk.drafting.keep(made.id, made.version, Script(body="Sebelum penuh."))

    def allow(pages: int) -> None:
        with desk.storage.database.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    allow(1)  # SQLite takes the size that the file has now
    big = Script(body="penuh " * 100_000)
    for use in (desk.drafting.keep, desk.drafting.save):
        with pytest.raises(DiskFull):
            use(made.id, made.version, big)
    with pytest.raises(DiskFull):
        desk.drafting.new(big)
    # save() put the text beside the database before it tried.
    assert desk.drafting.open(made.id).script == big
    allow(1_000_000)
    assert desk.drafting.save(made.id, made.version, big).script == big


_ON_A_FULL_DISK = """
import sys
from pathlib import Path
from newsdesk.domain.story import Script
from newsdesk.errors import DiskFull
from tests.newsrooms import Desk

disk = Path(sys.argv[1])
desk = Desk("Redaksi", disk / "profile")
made = desk.drafting.new(Script(body="Sebelum penuh."))
kept = Script(body="Masih muat.")
desk.drafting.keep(made.id, made.version, kept)
desk.drafting.keep_local(made.id, made.version, kept)
filler = disk / "filler"
with filler.open("wb", buffering=0) as out:
    try:
        while True:
            out.write(b"x" * 4096)
    except OSError:
        pass
big = Script(body="penuh " * 20_000)
for use in (desk.drafting.keep, desk.drafting.keep_local, desk.drafting.save):
    try:
        use(made.id, made.version, big)
    except DiskFull:
        print(use.__name__, "full")
assert desk.drafting.open(made.id).script == kept
filler.unlink()
assert desk.drafting.save(made.id, made.version, big).script == big
desk.close()
print("saved")
"""


def test_on_a_disk_that_is_really_full_nothing_is_lost_and_work_goes_on_after() -> None:
    # A private name space lets an ordinary user mount a disk of 2 MB.
    unshare = shutil.which("unshare")
    with tempfile.TemporaryDirectory() as disk:
        mount = f"mount -t tmpfs -o size=2m none {disk}"
        private = [unshare or "", "--user", "--map-root-user", "--mount", "sh", "-c"]
        if unshare is None or subprocess.run([*private, mount], capture_output=True).returncode:
            pytest.skip("this system lets the tests mount no small disk")
        child = subprocess.run(
            [*private, f'{mount} && exec "$0" -W error -c "$1" {disk}', sys.executable, _ON_A_FULL_DISK],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
        )
    assert child.stdout.splitlines() == ["keep full", "keep_local full", "save full", "saved"], child.stderr


def test_a_profile_that_cannot_be_made_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file stands here")
    with pytest.raises(ProfileUnusable):
        open_storage("Redaksi", Paths(tmp_path / "taken" / "profile"))


def test_a_file_cut_off_by_a_crash_is_checked_whole(building: Building, profile: Path) -> None:
    desk = building.desk()
    desk.drafting.new(TEXT)
    file = desk.storage.database.file
    assert file is not None
    # The write-ahead log is still there: that is how a killed program leaves its file.
    shutil.copytree(profile, profile.with_name("killed"))
    _use_all_of(profile.with_name("killed"))
    copy = profile.with_name("again") / "newsrooms" / file.name
    shutil.copytree(profile, copy.parents[1])
    content = bytearray(copy.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    copy.write_bytes(content)
    log = copy.with_name(copy.name + "-wal")
    log.write_bytes(log.read_bytes()[: 32 + 24 + 4096])
    with pytest.raises(DatabaseDamaged):
        open_storage("Redaksi", Paths(copy.parents[1]))


# ---------------------------------------------------------------- rows that hold what we never write


def _garble(file: Path, *changes: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for change in changes:
            connection.execute(change)


@pytest.fixture
def with_history(building: Building) -> tuple[Desk, int, Path]:
    """Give a desk, and a story of two revisions with a clip, in a file that can be garbled."""
    desk = building.desk()
    script = Script(slug="KLIP", body=f"Satu.\n{MARK}\n{MARK}", blocks=(Clip("A", milliseconds=9), Note("B")))
    made = desk.drafting.new(script)
    desk.handing_in.submit(made.id, made.version, script)
    assert desk.storage.database.file is not None
    return desk, made.id, desk.storage.database.file


def test_a_status_or_kind_that_is_none_is_read_as_the_plainest(with_history: tuple[Desk, int, Path]) -> None:
    desk, story_id, file = with_history
    _garble(file, "UPDATE stories SET status = 'xx'", "UPDATE revisions SET kind = 7")
    assert [row.status for row in desk.browsing.stories(View.ALL)] == [StoryStatus.DRAFT]
    assert [row.kind for row in desk.versions.revisions(story_id)] == [RevisionKind.SAVED] * 2
    assert desk.drafting.open(story_id).status is StoryStatus.DRAFT


@pytest.mark.parametrize("garbled", ["'kemarin sore'", "20250117", "x'00ff'"])
def test_a_time_that_is_none_is_told_as_damage(with_history: tuple[Desk, int, Path], garbled: str) -> None:
    desk, story_id, file = with_history
    _garble(file, f"UPDATE revisions SET at = {garbled}", f"UPDATE stories SET updated_at = {garbled}")
    for ask in (
        lambda: desk.versions.revisions(story_id),
        lambda: desk.versions.revision(story_id, 1),
        lambda: desk.browsing.stories(View.ALL),
        lambda: desk.drafting.open(story_id),
    ):
        with pytest.raises(DatabaseDamaged):
            ask()


def test_garbled_or_lost_blocks_leave_the_words_as_they_are(with_history: tuple[Desk, int, Path]) -> None:
    desk, story_id, file = with_history
    _garble(file, "UPDATE blocks SET milliseconds = 'lama', kind = kind || '?' WHERE position = 0")
    first, second = desk.drafting.open(story_id).script.blocks
    assert (first, second) == (Note(""), Note("B"))
    _garble(
        file, "UPDATE blocks SET kind = 'clip' WHERE position = 0", "DELETE FROM blocks WHERE position = 1"
    )
    script = desk.drafting.open(story_id).script
    assert (script.body, script.blocks) == (f"Satu.\n{MARK}\n", (Clip("A"),))


@pytest.mark.logs_warnings
@pytest.mark.parametrize(
    "garbled", ["'x'", "'7'", "'[[1]]'", "'[[5, true, 6]]'", '\'[["a","b","2026-13-01",null]]\'']
)
def test_a_garbled_list_of_a_source_leaves_the_register_open(building: Building, garbled: str) -> None:
    desk = building.desk()
    santoso = desk.sources.add(Source("Santoso", "Wali Kota", "Kota Blitar", (Contact("0812"),)))
    desk.sources.add(Source("Dharma"))
    assert desk.storage.database.file is not None
    _garble(
        desk.storage.database.file,
        f"UPDATE sources SET offices = {garbled}, contacts = {garbled} WHERE id = {santoso.id}",
    )
    dharma, found = desk.sources.list()
    assert (dharma.name, found.name, found.office) == ("Dharma", "Santoso", "Wali Kota")
    assert [contact.private for contact in found.contacts] == [True]
    assert desk.sources.update(found).offices == (Office("Wali Kota", "Kota Blitar"),)


@pytest.mark.logs_warnings
def test_an_autosave_whose_base_is_none_leaves_the_story_open(with_history: tuple[Desk, int, Path]) -> None:
    desk, story_id, file = with_history
    desk.drafting.keep(story_id, 1, Script(body="Lain."))
    _garble(file, "UPDATE autosaves SET base_version = 'dua'")
    assert desk.drafting.open(story_id).script.slug == "KLIP"


@pytest.mark.parametrize("garbled", ["body = x'fffe'", "story_version = 'dua'"])
def test_a_garbled_revision_is_told_as_damage(with_history: tuple[Desk, int, Path], garbled: str) -> None:
    desk, story_id, file = with_history
    _garble(file, f"UPDATE revisions SET {garbled}")
    with pytest.raises(DatabaseDamaged):
        desk.drafting.open(story_id)
