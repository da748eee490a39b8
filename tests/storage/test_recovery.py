"""Local copies of what is being typed: whole or absent, never lost, never mixed up."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdesk.domain.attribution import Attribution, Byline, Dateline
from newsdesk.domain.rows import UnsavedText
from newsdesk.domain.story import SaidHere, Script
from newsdesk.errors import CannotSave
from newsdesk.storage.recovery import RecoveryFolder

AT = datetime(2025, 1, 17, 3, 4, 5, 678901, tzinfo=UTC)
SCRIPT = Script(
    slug="STATISTIK-OPD",
    headline="Judul “naik” 😀",
    dateline=Dateline("Blitar", "Beritatrends"),
    bylines=(Byline("Ipang", "Mahardhika FM"),),
    tags=("kota",),
    body="Satu.\nDua.",
    attributions=(Attribution(5, 0, 4, quote=True),),
    said_here=(SaidHere(0, 4, "suatu"), SaidHere(6, 9, "")),
)
TEXT = UnsavedText(3, AT, SCRIPT, 5)


@pytest.fixture
def folder(tmp_path: Path) -> RecoveryFolder:
    """Give an empty recovery folder, not made yet."""
    return RecoveryFolder(tmp_path / "recovery" / "Redaksi Pagi")


def _files(tmp_path: Path) -> list[Path]:
    return sorted(path for path in (tmp_path / "recovery").rglob("*") if path.is_file())


def test_a_text_comes_back_as_it_was(folder: RecoveryFolder, tmp_path: Path) -> None:
    assert folder.load(1, 2) == []
    folder.keep(1, 2, TEXT)
    assert RecoveryFolder(tmp_path / "recovery" / "Redaksi Pagi").load(1, 2) == [TEXT]
    assert [file.name for file in _files(tmp_path)] == ["1-2-5.json"]


def test_a_text_that_the_first_release_kept_comes_back(folder: RecoveryFolder, tmp_path: Path) -> None:
    folder.keep(1, 2, TEXT)
    (file,) = _files(tmp_path)
    content = json.loads(file.read_text(encoding="utf-8"))
    del content["script"]["said_here"]
    file.write_text(json.dumps(content), encoding="utf-8")
    assert folder.load(1, 2) == [TEXT._replace(script=replace(SCRIPT, said_here=()))]


def test_every_story_person_and_window_has_a_copy_of_its_own(folder: RecoveryFolder) -> None:
    other, window = TEXT._replace(base=9), TEXT._replace(editor=6)
    folder.keep(1, 2, TEXT)
    folder.keep(1, 2, window)
    folder.keep(1, 3, other)
    assert folder.kept() == {(1, 2), (1, 3)}
    assert folder.load(1, 2) == [TEXT, window]
    folder.clear(2, 2, 5, AT)
    folder.clear(1, 2, 5, AT)
    assert (folder.load(1, 2), folder.load(1, 3)) == ([window], [other])


def test_an_older_text_never_replaces_a_newer_one(folder: RecoveryFolder) -> None:
    folder.keep(1, 2, TEXT)
    folder.keep(1, 2, TEXT._replace(at=AT - timedelta(seconds=1), script=Script(body="Lama.")))
    assert folder.load(1, 2) == [TEXT]


def test_clearing_what_was_saved_leaves_what_was_typed_since(folder: RecoveryFolder) -> None:
    folder.keep(1, 2, TEXT)
    folder.clear(1, 2, 5, AT - timedelta(microseconds=1))
    assert folder.load(1, 2) == [TEXT]
    folder.clear(1, 2, 5, AT)
    assert folder.load(1, 2) == []


def test_a_copy_that_comes_after_its_words_were_saved_is_not_written(folder: RecoveryFolder) -> None:
    folder.clear(1, 2, 5, AT)
    folder.keep(1, 2, TEXT)
    assert folder.load(1, 2) == []
    folder.keep(1, 2, TEXT._replace(at=AT + timedelta(microseconds=1)))
    assert len(folder.load(1, 2)) == 1


@pytest.mark.logs_warnings
@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole[: len(whole) // 2],
        lambda whole: b"",
        lambda whole: b"\xff" * len(whole),
        lambda whole: whole.replace(b'"body"', b'"bodi"'),
        lambda whole: whole.replace(b'"story": 1', b'"story": 7'),
        lambda whole: whole.replace(b"+00:00", b""),
        lambda whole: b"[1]",
    ],
    ids=["half", "empty", "ff", "keys", "other story", "no zone", "list"],
)
def test_a_damaged_copy_is_set_aside_not_lost(folder: RecoveryFolder, tmp_path: Path, damage: object) -> None:
    for _ in range(2):
        folder.keep(1, 2, TEXT)
        (file,) = tmp_path.rglob("1-2-5.json")
        damaged = damage(file.read_bytes())  # type: ignore[operator]
        file.write_bytes(damaged)
        assert folder.load(1, 2) == []
        assert folder.load(1, 2) == []
    aside = _files(tmp_path)
    assert len(aside) == 2
    assert all(file.read_bytes() == damaged for file in aside)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "recovery").write_text("a file stands here")
    with pytest.raises(CannotSave) as failure:
        RecoveryFolder(tmp_path / "recovery" / "Redaksi").keep(1, 2, TEXT)
    assert failure.value.path.endswith("1-2-5.json")


_WITH_A_LIMIT = """
import sys
from pathlib import Path
from datetime import UTC, datetime
from newsdesk.domain.rows import UnsavedText
from newsdesk.domain.story import SaidHere, Script
from newsdesk.errors import DiskFull
from newsdesk.storage.recovery import RecoveryFolder

folder = RecoveryFolder(Path(sys.argv[1]))
small = UnsavedText(1, datetime(2025, 1, 17, 3, tzinfo=UTC), Script(body="Muat."))
folder.keep(1, 2, small)
try:
    folder.keep(1, 2, UnsavedText(1, datetime(2025, 1, 17, 4, tzinfo=UTC), Script(body="besar " * 10_000)))
except DiskFull:
    print("full")
assert folder.load(1, 2) == [small]
folder.keep(1, 2, small)
"""


def test_where_there_is_no_room_the_earlier_copy_stands_and_no_half_one(tmp_path: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-W", "error", "-B", "-c", _WITH_A_LIMIT, str(tmp_path / "recovery")],
        cwd=Path(__file__).parents[2],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)),
        capture_output=True,
        text=True,
    )
    assert child.stdout == "full\n", child.stderr
    (file,) = _files(tmp_path)
    assert json.loads(file.read_text(encoding="utf-8"))["script"]["body"] == "Muat."
