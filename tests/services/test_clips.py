"""A clip's file is measured and heard, and every way it can fail is told apart."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from newsdesk.errors import ClipGone, ClipNotPlayable, ClipNotSound, ClipUnreadable
from newsdesk.services.clips import Clips

RATE = 24_000


def tone(path: Path, seconds: float, channels: int = 1, **how: str) -> Path:
    wave = 0.4 * np.sin(np.arange(round(seconds * RATE)) * 2 * np.pi * 440 / RATE)
    soundfile.write(path, np.column_stack([wave] * channels), RATE, **how)
    return path


@pytest.fixture
def clips():
    return Clips()


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("a.wav", {}),
        ("a.flac", {}),
        ("a.mp3", {}),
        ("a.ogg", {}),
        ("a.opus", {"format": "OGG", "subtype": "OPUS"}),
        ("tanpa akhiran", {"format": "WAV"}),
    ],
)
def test_the_length_of_what_newsrooms_record(clips, tmp_path, name, how):
    path = str(tone(tmp_path / name, 1.8, channels=2, **how))
    assert clips.probe(path).milliseconds == pytest.approx(1800, abs=60)
    pieces = clips.sound(path)
    heard = sum(len(piece.pcm) for piece in pieces) / 2 / pieces[0].sample_rate
    assert heard == pytest.approx(1.8, abs=0.06)


def test_stereo_is_heard_as_the_mean_of_its_sides(clips, tmp_path):
    wave = np.full(RATE, 0.5)
    soundfile.write(tmp_path / "a.wav", np.column_stack([wave, wave * 0]), RATE)
    (piece,) = clips.sound(str(tmp_path / "a.wav"))
    assert np.frombuffer(piece.pcm, "<i2") == pytest.approx(0.25 * 32767, abs=2)


def m4a() -> bytes:
    """A file of 1.5 s as a telephone records it, as far as its length is told: no sound is in it."""

    def box(name: bytes, data: bytes) -> bytes:
        return (len(data) + 8).to_bytes(4, "big") + name + data

    def number(*values: int) -> bytes:
        return b"".join(value.to_bytes(4, "big") for value in values)

    head = number(0, 0, 0, 8000, 12000) + bytes(80)
    media_head = number(0, 0, 0, 8000, 12000, 0)
    handler = number(0, 0) + b"soun" + bytes(13)
    track = box(b"trak", box(b"mdia", box(b"mdhd", media_head) + box(b"hdlr", handler)))
    return box(b"ftyp", b"M4A \0\0\0\0M4A mp42") + box(b"moov", box(b"mvhd", head) + track)


def test_a_recording_that_cannot_be_decoded_still_has_its_length(clips, tmp_path):
    path = tmp_path / "ponsel.m4a"
    path.write_bytes(m4a())
    assert clips.probe(str(path)).milliseconds == 1500
    with pytest.raises(ClipNotPlayable):
        clips.sound(str(path))


def test_a_path_that_vanished_is_told(clips, tmp_path):
    file = tone(tmp_path / "a.wav", 0.1)
    path = str(file)
    file.unlink()
    for use in (clips.probe, clips.sound):
        with pytest.raises(ClipGone) as told:
            use(path)
        assert told.value.path == path


def test_what_is_no_sound_is_told(clips, tmp_path):
    (tmp_path / "surat.mp3").write_text("Dengan hormat, kami sampaikan siaran pers berikut.")
    (tmp_path / "kosong.wav").write_bytes(b"")
    tone(tmp_path / "diam.wav", 0)
    os.mkfifo(tmp_path / "pipa.wav")
    for name in ("surat.mp3", "kosong.wav", "diam.wav", "pipa.wav", "."):
        with pytest.raises(ClipNotSound):
            clips.probe(str(tmp_path / name))
    with pytest.raises(ClipUnreadable):
        clips.probe("a\0.wav")
