"""Tags in every format, in every script, read by mutagen and by libsndfile."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import mutagen
import pytest
import soundfile

from newsdesk.audio.formats import SoundFormat, SoundSpec
from newsdesk.audio.label import Purpose, SoundLabel, Timer
from newsdesk.audio.tags import read_label
from newsdesk.errors import BadInput
from tests.audio.sounds import encode, speech

LABEL = SoundLabel(
    title="Harga “beras” – ꦗꦮ السلام 🙂",
    reporter="Nur’aini Ḥasan, بَدْر",
    programme="Warta Pagi ꦗꦮ",
    slug="HARGA/BERAS",
    cut_id="C-17",
    revision=12,
    words="0123456789abcdef",
    purpose=Purpose.PLAYOUT,
    signed_by="Dewi Lestari 🙂",
    notice="awal: Berita ini dibacakan suara sintetis.",
    comment="siaran, ditandatangani Dewi Lestari 🙂",
    made_at=datetime(2026, 11, 21, 6, 30, 0),
)


@pytest.fixture(scope="module", params=list(SoundFormat))
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tags") / f"a{request.param.suffix}"
    encode(path, speech(0.6), SoundSpec(request.param), LABEL)
    return path


def test_our_own_tags_come_back_letter_by_letter(file):
    assert read_label(file) == LABEL._replace(made_at=None)


def test_libsndfile_reads_title_reporter_programme_and_comment(file):
    with soundfile.SoundFile(file) as sound:
        assert sound.title == LABEL.title
        assert sound.artist == LABEL.reporter
        assert sound.album == LABEL.programme
        assert sound.comment == LABEL.comment
        assert sound.date.startswith("2026")


def test_mp3_and_wav_have_id3_of_the_version_that_everything_reads(file):
    tags = mutagen.File(file).tags
    if file.suffix in {".mp3", ".wav"}:
        raw = file.read_bytes()
        assert raw[raw.index(b"ID3") + 3] == 3  # ID3v2.3
        assert all(frame.encoding == 1 for frame in tags.getall("TIT2"))  # UTF-16 with a byte order mark
        assert "2026" in str(tags["TDRC"])  # mutagen shows TYER by its newer name
    else:
        assert tags["DATE"] == ["2026-11-21"]
        assert tags["DESCRIPTION"] == tags["COMMENT"]


def test_a_label_without_words_leaves_no_empty_tags(tmp_path):
    for format_ in (SoundFormat.MP3, SoundFormat.FLAC, SoundFormat.WAV):
        path = tmp_path / f"a{format_.suffix}"
        encode(path, speech(0.2), SoundSpec(format_), SoundLabel())
        assert read_label(path) == SoundLabel()


def test_halves_of_letters_and_zeros_break_no_tag(tmp_path):
    encode(tmp_path / "a.mp3", speech(0.2), SoundSpec(SoundFormat.MP3), SoundLabel(title="a\ud83d\0b"))
    assert read_label(tmp_path / "a.mp3").title == "a? b"


def test_what_is_no_sound_is_a_clear_error(tmp_path):
    (tmp_path / "a.mp3").write_bytes(b"bukan suara")
    for path in (tmp_path / "a.mp3", tmp_path / "tidak-ada.mp3", tmp_path):
        with pytest.raises(BadInput):
            read_label(path)


def test_a_label_survives_the_pipe():
    label = LABEL._replace(
        timers=(Timer("INTe", 1200),), aired_from=datetime(2026, 11, 21, 6), aired_until=None
    )
    assert SoundLabel.from_json(label.to_json()) == label
    assert label.to_json().isascii()
