"""Settings, paths, words and files: what everything stands on."""

from __future__ import annotations

import json
import logging
import os
import tempfile
import threading
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk import files, i18n, logs, settings
from newsdesk.errors import CannotSave, ProfileUnusable
from newsdesk.paths import Paths, resources
from newsdesk.settings import Settings


def test_a_profile_that_cannot_be_made_says_where_and_why(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    with pytest.raises(ProfileUnusable) as caught:
        Paths(tmp_path / "berkas").make()
    assert caught.value.folder == str(tmp_path / "berkas")
    assert caught.value.reason


def test_many_programs_may_make_one_profile_at_once(tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def make() -> None:
        try:
            for _ in range(50):
                Paths(tmp_path / "profil").make()
        except BaseException as error:  # noqa: BLE001 - carried out of the thread
            failures.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert not list((tmp_path / "profil").glob(".writable*"))


def test_settings_come_back_as_they_were_chosen(tmp_path: Path) -> None:
    chosen = Settings(theme="dark", station="Radio “Penataran”", spoken_line=False)
    settings.save(chosen, tmp_path / "settings.json")
    assert settings.load(tmp_path / "settings.json") == chosen


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"\xff\xfe", b'{"theme": 7, "unknown": 1}'])
def test_damaged_settings_never_keep_the_program_from_starting(damaged: bytes, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(damaged)
    assert settings.load(tmp_path / "settings.json") == Settings()


@given(st.dictionaries(st.text(max_size=12), st.none() | st.booleans() | st.integers() | st.text(max_size=9)))
def test_only_values_of_the_right_kind_are_taken(raw: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.json"
        file.write_text(json.dumps({**raw, "theme": "light", "spoken_line": "ya"}))
        loaded = settings.load(file)
    assert loaded.theme == "light"
    assert loaded.spoken_line is True


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "a.json"
    with pytest.raises(CannotSave):
        files.write_whole(file, b"baru")
    (tmp_path / "b.json").mkdir()
    with pytest.raises(CannotSave):
        files.write_whole(tmp_path / "b.json", b"baru")
    assert [f.name for f in tmp_path.iterdir()] == ["b.json"]


def test_a_long_log_is_put_aside_at_the_next_start(tmp_path: Path) -> None:
    (tmp_path / "newsdesk.log").write_bytes(b"x" * (logs.LARGEST + 1))
    root = logging.getLogger("newsdesk")
    before = list(root.handlers)
    level = root.level
    logs.start(tmp_path)
    added = [handler for handler in root.handlers if handler not in before]
    try:
        root.info("mulai")
        assert (tmp_path / "newsdesk.old.log").stat().st_size > logs.LARGEST
        assert "mulai" in (tmp_path / "newsdesk.log").read_text(encoding="utf-8")
    finally:
        for handler in added:
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)


def test_numbers_and_times_are_written_as_the_language_does() -> None:
    at = datetime(2025, 1, 17, 10, 4, 32)
    try:
        i18n.use("id", resources() / "locale")
        assert i18n.number(12480) == "12.480"
        assert i18n.decimal(350 / 60) == "5,8"
        assert i18n.clock(at) == "10.04"
        assert i18n.clock(at, seconds=True) == "10.04.32"
        assert i18n.long_date(at) == "Jumat, 17 Januari 2025"
        assert i18n._("Naskah baru") == i18n.pgettext("button", "Naskah baru") == "Naskah baru"
        i18n.use("en", resources() / "locale")
        assert i18n.number(12480) == "12,480"
        assert i18n.decimal(350 / 60) == "5.8"
        assert i18n.long_date(at).startswith("Friday")
        assert i18n._("Naskah baru") == "New story"
        assert [i18n.pgettext(where, "Naskah") for where in ("page", "story")] == ["Stories", "Story"]
        assert i18n.pgettext("nowhere", "Naskah") == "Naskah"
        i18n.use("xx", resources() / "locale")
        assert i18n.language() == "id"
    finally:
        i18n.use("id", resources() / "locale")


def test_settings_are_for_the_users_eyes_only(tmp_path: Path) -> None:
    settings.save(Settings(newsroom="postgresql://ani:rahasia@radio.lan/redaksi"), tmp_path / "settings.json")
    if os.name == "posix":
        assert (tmp_path / "settings.json").stat().st_mode & 0o077 == 0
