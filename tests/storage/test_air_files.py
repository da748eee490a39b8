"""What the microphone needs is kept on this computer, and damage of one file takes no other along."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsdesk.domain.air_bulletin import AirClip, ClipFault
from newsdesk.domain.blocks import Clip
from newsdesk.domain.rundown import ItemKind
from newsdesk.errors import CannotSave
from newsdesk.storage.air_files import AirFolder
from tests.airing import AIRTIME, air_bulletin, air_item


def test_a_bulletin_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    clip = AirClip(0, Clip("HANUNG", "/share/a.wav", milliseconds=18_000), "/share/a.wav", "", ClipFault.GONE)
    words = replace(air_item(2), kind=ItemKind.WORDS, text=None, words="Selamat siang\ud800.", floated=True)
    air = air_bulletin([air_item(1, clips=(clip,), start=AIRTIME, flash_id=8, approved_at=AIRTIME), words])
    AirFolder(tmp_path).keep(air)
    held = AirFolder(tmp_path).held()
    assert held.bulletins == (air,)
    assert not held.damaged
    assert AirFolder(tmp_path).bulletin(air.bulletin_id) == air


@pytest.mark.parametrize("items", [0, 500])
def test_a_bulletin_of_any_length_is_held(tmp_path: Path, items: int) -> None:
    folder = AirFolder(tmp_path)
    folder.keep(air_bulletin(items))
    assert folder.held().bulletins == (air_bulletin(items),)


@pytest.mark.logs_warnings
@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff", b'{"bulletin": 5}\n'])
def test_a_damaged_snapshot_is_named_and_the_others_are_read(tmp_path: Path, damage: bytes) -> None:
    folder = AirFolder(tmp_path)
    folder.keep(air_bulletin(1, bulletin_id=5))
    folder.keep(air_bulletin(2, bulletin_id=6))
    (tmp_path / "bulletins" / "5.json").write_bytes(damage)
    held = folder.held()
    assert [air.bulletin_id for air in held.bulletins] == [6]
    assert held.damaged == ("5.json",)


@pytest.mark.logs_warnings
def test_a_snapshot_that_somebody_altered_is_damaged(tmp_path: Path) -> None:
    folder = AirFolder(tmp_path)
    folder.keep(air_bulletin(1))
    file = tmp_path / "bulletins" / "5.json"
    file.write_bytes(file.read_bytes().replace(b"upacara", b"pesta!!"))
    assert folder.held().damaged == ("5.json",)


def test_where_no_folder_can_be_made_a_bulletin_is_not_kept_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "air").write_bytes(b"")
    with pytest.raises(CannotSave):
        AirFolder(tmp_path / "air").keep(air_bulletin(1))


def test_a_clip_is_copied_once_and_again_only_when_it_has_changed(tmp_path: Path) -> None:
    source = tmp_path / "KLIP.WAV"
    source.write_bytes(b"suara")
    folder = AirFolder(tmp_path / "air")
    copy = folder.copy_clip(source)
    assert copy.read_bytes() == b"suara"
    assert folder.copy_clip(source) == copy
    source.write_bytes(b"suara lain")
    assert folder.copy_clip(source) != copy
    with pytest.raises(FileNotFoundError):
        folder.copy_clip(tmp_path / "tidak-ada.wav")


def test_a_reading_belongs_to_one_window_at_a_time(tmp_path: Path) -> None:
    one, other = AirFolder(tmp_path), AirFolder(tmp_path)
    held = one.hold(1, 5)
    assert held is not None
    assert other.hold(1, 5) is None
    held.close()
    again = other.hold(1, 5)
    assert again is not None
    again.close()


def test_old_snapshots_and_their_clips_go(tmp_path: Path) -> None:
    folder = AirFolder(tmp_path)
    copies: list[Path] = []
    for name in ("lama", "baru"):
        (tmp_path / name).write_bytes(name.encode())
        copies.append(folder.copy_clip(tmp_path / name))
    for copy in copies:
        os.utime(copy, (0, 0))
    (tmp_path / "dimuat").write_bytes(b"loaded into a reading, so in no snapshot")
    loaded = folder.copy_clip(tmp_path / "dimuat")
    os.utime(loaded, (0, 0))
    assert folder.copy_clip(tmp_path / "dimuat") == loaded
    clips = [AirClip(0, Clip("K"), str(tmp_path), str(copy)) for copy in copies]
    old, new = (air_bulletin([air_item(1, clips=(clip,))], bulletin_id=n) for n, clip in enumerate(clips))
    folder.keep(replace(old, close=AIRTIME - timedelta(days=9)))
    folder.keep(new)
    folder.tidy(AIRTIME - timedelta(days=7))
    assert [air.bulletin_id for air in folder.held().bulletins] == [1]
    assert [copy.exists() for copy in (*copies, loaded)] == [False, True, True]
