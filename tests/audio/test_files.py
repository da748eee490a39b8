"""A sound file is there whole, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from newsdesk.audio.files import WavFile
from newsdesk.errors import CannotSave

INFO = {"INAM": "Harga beras – naik", "ICMT": "pratinjau"}
ROOT = Path(__file__).resolve().parents[2]


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_what_was_written_is_read_back_by_any_reader(tmp_path):
    path = tmp_path / "dengan spasi é ✓.wav"
    with WavFile(path, 22_050, INFO) as file:
        file.write(b"\1\0\2\0")
        file.write(b"\3\0")
    with wave.open(str(path)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 22_050)
        assert sound.readframes(10) == b"\1\0\2\0\3\0"


def test_info_texts_stand_in_a_list_chunk_in_utf8(tmp_path):
    path = tmp_path / "a.wav"
    with WavFile(path, 8000, INFO) as file:
        file.write(b"\0\0")
    raw = path.read_bytes()
    assert int.from_bytes(raw[4:8], "little") == len(raw) - 8
    chunks, at = {}, raw.index(b"LIST") + 12
    while at < len(raw):
        size = int.from_bytes(raw[at + 4 : at + 8], "little")
        chunks[raw[at : at + 4].decode()] = raw[at + 8 : at + 8 + size].rstrip(b"\0").decode()
        at += 8 + size + size % 2
    assert chunks == INFO


def test_a_failure_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), WavFile(path, 8000, INFO) as file:
        file.write(b"\0\0")
        raise ZeroDivisionError
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.wav"]


def test_discarded_means_no_file(tmp_path):
    with WavFile(tmp_path / "a.wav", 8000, {}) as file:
        file.write(b"\0\0")
        file.discard()
    assert names(tmp_path) == []


@pytest.mark.parametrize("place", ["tidak-ada/a.wav", "berkas.txt/a.wav", "folder", "n" * 300 + ".wav"])
def test_a_place_that_cannot_be_written_is_a_clear_error(tmp_path, place):
    (tmp_path / "berkas.txt").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotSave) as failure, WavFile(tmp_path / place, 8000, {}) as file:
        file.write(b"\0\0")
    assert failure.value.path == str(tmp_path / place)
    assert failure.value.reason
    assert names(tmp_path) == ["berkas.txt", "folder"]


def test_a_read_only_file_is_not_replaced(tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(b"old")
    path.chmod(0o400)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write everything")
    with pytest.raises(CannotSave), WavFile(path, 8000, {}) as file:
        file.write(b"\0\0")
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("limit", [20, 44, 60_000, 200_000])
def test_a_full_disk_is_a_clear_error_and_nothing_half_written_stays(tmp_path, limit):
    """A limit on the size of files stands for the disk: the write fails where the disk would fail it."""
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from newsdesk.audio.files import WavFile\n"
        "from newsdesk.errors import CannotSave\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "try:\n"
        "    with WavFile(Path(sys.argv[1]) / 'a.wav', 8000, {'ICMT': 'pratinjau'}) as file:\n"
        "        for _ in range(100):\n"
        "            file.write(bytes(2000))\n"
        "except CannotSave as error:\n"
        "    print(error.reason)\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "large" in answer.stdout.lower()
    assert names(tmp_path) == []
