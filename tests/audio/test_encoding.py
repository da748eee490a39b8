"""The encoder process: what comes out, and what is left when something goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import soundfile

from newsdesk.audio.encoding import Encoding, encoder_command
from newsdesk.audio.formats import LoudnessTarget, Measured, SoundFormat, SoundSpec, format_of
from newsdesk.audio.label import SoundLabel
from newsdesk.errors import CannotSave, DiskFull
from tests.audio.sounds import VOICE_RATE, decoded, encode, heard, names, speech, wrapped

ROOT = Path(__file__).resolve().parents[2]
LABEL = SoundLabel(title="Uji")
CODECS = {"wav": "PCM_16", "flac": "PCM_16", "mp3": "MPEG_LAYER_III", "ogg": "VORBIS", "opus": "OPUS"}


@pytest.mark.parametrize("target", list(LoudnessTarget))
@pytest.mark.parametrize("rate", [44_100, 48_000])
@pytest.mark.parametrize("format_", list(SoundFormat))
def test_every_format_is_as_loud_as_asked_when_it_is_decoded(tmp_path, format_, rate, target):
    path = tmp_path / f"pratinjau siang é ꦗ{format_.suffix}"
    measured = encode(path, speech(2.5), SoundSpec(format_, rate, target))
    with soundfile.SoundFile(path) as sound:
        assert sound.channels == 1
        assert sound.samplerate == (48_000 if format_ is SoundFormat.OPUS else rate)
        assert sound.subtype == CODECS[format_]
    there = heard(path)
    assert there.integrated == pytest.approx(target, abs=0.5)
    assert there.true_peak is not None
    assert there.true_peak <= -1.0
    # What the encoder says is what a listener's decoder gives.
    assert measured.loudness == pytest.approx(there.integrated, abs=0.01)
    assert measured.true_peak == pytest.approx(there.true_peak, abs=0.05)
    sound, rate = decoded(path)
    assert len(sound) / rate == pytest.approx(2.5, abs=0.03)
    assert measured.seconds == pytest.approx(2.5, abs=0.001)
    assert names(tmp_path) == [path.name]


@pytest.mark.parametrize("format_", list(SoundFormat))
def test_silence_stays_silent(tmp_path, format_):
    path = tmp_path / f"a{format_.suffix}"
    measured = encode(path, bytes(VOICE_RATE), SoundSpec(format_))
    assert measured == Measured(None, None, 0.5)
    sound, _ = decoded(path)
    assert abs(sound).max() < 1e-4


@pytest.mark.parametrize("format_", list(SoundFormat))
def test_a_single_sample_is_a_file_too(tmp_path, format_):
    path = tmp_path / f"a{format_.suffix}"
    encode(path, speech(1.0)[2000:2002], SoundSpec(format_))
    sound, _ = decoded(path)
    assert len(sound) <= 5


def test_a_whisper_is_not_raised_to_a_roar(tmp_path):
    measured = encode(tmp_path / "a.wav", speech(1.0, dbfs=-55), SoundSpec())
    assert measured.loudness is not None
    assert -45 < measured.loudness < -25  # 30 dB up and no further


def test_the_ending_names_the_format():
    assert [format_of(Path(f"a.b.{ending}")) for ending in ("WAV", "mp3", "Ogg", "flac", "opus")] == list(
        SoundFormat
    )
    assert [format_of(Path(name)) for name in ("a", "a.", ".wav", "a.aac", "wav")] == [None] * 5


def test_progress_goes_up_to_the_end(tmp_path):
    with Encoding(tmp_path / "a.mp3") as encoding:
        encoding.write(speech(25.0))
        answers = list(encoding.finish(SoundSpec(SoundFormat.MP3), VOICE_RATE, LABEL))
    steps = [answer for answer in answers if isinstance(answer, float)]
    assert len(steps) > 3
    assert steps == sorted(steps)
    assert all(0 <= step <= 1 for step in steps)
    assert steps[-1] > 0.9


# ---------------------------------------------------------------- what goes wrong


@pytest.mark.parametrize(
    "place", ["tidak-ada/a.wav", "berkas.txt/a.wav", "folder", "n" * 300 + ".wav", "a\0b.wav"]
)
def test_a_place_that_cannot_be_written_is_a_clear_error(tmp_path, place):
    (tmp_path / "berkas.txt").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotSave) as failure:
        encode(tmp_path / place, speech(0.1), SoundSpec())
    assert failure.value.path == str(tmp_path / place)
    assert failure.value.reason
    assert names(tmp_path) == ["berkas.txt", "folder"]


def test_a_bad_place_is_told_before_all_is_said(tmp_path):
    with pytest.raises(CannotSave), Encoding(tmp_path / "tidak-ada" / "a.wav") as encoding:
        for _ in range(200):
            encoding.write(speech(1.0))
            time.sleep(0.05)
        pytest.fail("it took ten seconds of saying to be told")


def test_a_read_only_file_is_not_replaced(tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(b"old")
    path.chmod(0o400)
    refused = "os.access = lambda *_: False" if os.access(path, os.W_OK) else ""
    with pytest.raises(CannotSave) as failure, Encoding(path, lambda: wrapped(refused)) as encoding:
        encoding.write(speech(0.1))
        list(encoding.finish(SoundSpec(), VOICE_RATE, LABEL))
    assert failure.value.reason == os.strerror(13)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("format_", [SoundFormat.WAV, SoundFormat.MP3])
@pytest.mark.parametrize("step", ["fsync", "write"])
def test_a_full_disk_is_told_and_nothing_half_written_stays(tmp_path, format_, step):
    path = tmp_path / f"a{format_.suffix}"
    path.write_bytes(b"old")
    full = "def full(*_): raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))\n"
    if step == "fsync":
        full += "os.fsync = full"
    else:
        full += "import newsdesk.audio.encoder as e, io\nclass Full(io.FileIO):\n    write = full\n"
        full += "e.Path.open = lambda path, mode: Full(path, mode)"
    with pytest.raises(DiskFull) as failure, Encoding(path, lambda: wrapped(full)) as encoding:
        encoding.write(speech(0.5))
        list(encoding.finish(SoundSpec(format_), VOICE_RATE, LABEL))
    assert failure.value.where == str(path)
    assert failure.value.reason == os.strerror(28)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == [path.name]


@pytest.mark.skipif(os.name != "posix", reason="limits of a process are a thing of POSIX")
@pytest.mark.parametrize("limit", [20, 4000, 60_000])
def test_a_file_that_may_not_grow_is_told(tmp_path, limit):
    held = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    with (
        pytest.raises(CannotSave) as failure,
        Encoding(tmp_path / "a.wav", lambda: wrapped(held)) as encoding,
    ):
        encoding.write(speech(3.0))
        list(encoding.finish(SoundSpec(), VOICE_RATE, LABEL))
    assert "large" in failure.value.reason.lower()
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="signals are a thing of POSIX")
@pytest.mark.parametrize("when", ["saying", "encoding"])
def test_a_killed_encoder_is_a_clear_error_and_leaves_nothing(tmp_path, when):
    path = tmp_path / "a.mp3"
    path.write_bytes(b"old")
    with pytest.raises(CannotSave) as failure, Encoding(path) as encoding:
        encoding.write(speech(30.0))
        if when == "saying":
            os.kill(encoding.pid, signal.SIGKILL)
        for _ in encoding.finish(SoundSpec(SoundFormat.MP3), VOICE_RATE, LABEL):
            os.kill(encoding.pid, signal.SIGKILL)
    assert failure.value.reason
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.mp3"]


def test_a_crash_in_the_encoder_is_told_in_its_own_words(tmp_path):
    crash = (
        "import newsdesk.audio.encoder as encoder\n"
        "def make(*_): raise RuntimeError('kodek meledak')\n"
        "encoder._make = make"
    )
    with (
        pytest.raises(CannotSave, match="kodek meledak"),
        Encoding(tmp_path / "a.wav", lambda: wrapped(crash)) as e,
    ):
        e.write(speech(0.1))
        list(e.finish(SoundSpec(), VOICE_RATE, LABEL))
    assert names(tmp_path) == []


@pytest.mark.parametrize("stuck", ["it takes nothing", "it makes nothing"])
def test_a_stuck_encoder_is_killed_and_told(tmp_path, stuck):
    reads = "import sys; sys.stdin.buffer.readline()" if stuck == "it makes nothing" else "0"
    command = [sys.executable, "-c", f"{reads}\nimport time; time.sleep(60)"]
    begun = time.monotonic()
    with (
        pytest.raises(CannotSave, match="macet"),
        Encoding(tmp_path / "a.wav", lambda: command, patience_s=0.6) as encoding,
    ):
        encoding.write(bytes(40_000 if stuck == "it makes nothing" else 400_000))
        list(encoding.finish(SoundSpec(), VOICE_RATE, LABEL))
    assert time.monotonic() - begun < 10
    assert names(tmp_path) == []


def test_an_encoder_that_takes_its_time_between_signs_is_not_stuck(tmp_path):
    command = wrapped(
        "import time\nfrom newsdesk.audio import encoder\ntell = encoder._tell\n"
        "encoder._tell = lambda *a, **k: (time.sleep(0.05), tell(*a, **k))"
    )
    with Encoding(tmp_path / "a.wav", lambda: command, patience_s=2) as encoding:
        encoding.write(speech(2.5))
        answers = list(encoding.finish(SoundSpec(), VOICE_RATE, LABEL))
    assert isinstance(answers[-1], Measured)
    assert names(tmp_path) == ["a.wav"]


def test_an_encoder_that_cannot_be_started_is_told(tmp_path):
    with pytest.raises(CannotSave):
        Encoding(tmp_path / "a.wav", lambda: [str(tmp_path / "tidak-ada")])


# ---------------------------------------------------------------- cancelling, and what is left


@pytest.mark.parametrize("when", ["at once", "saying", "encoding"])
def test_leaving_early_leaves_the_old_file_and_nothing_else(tmp_path, when):
    path = tmp_path / "a.ogg"
    path.write_bytes(b"old")
    with Encoding(path) as encoding:
        pid = encoding.pid
        if when != "at once":
            encoding.write(speech(20.0))
        if when == "encoding":
            next(encoding.finish(SoundSpec(SoundFormat.OGG), VOICE_RATE, LABEL))
            assert any(name.startswith(".newsdesk-") and name.endswith(".part") for name in names(tmp_path))
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.ogg"]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="descriptors are counted in /proc")
def test_files_and_failures_leave_no_descriptor_and_no_process(tmp_path):
    def held() -> tuple[int, set[str]]:
        children = set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())
        return len(list(Path("/proc/self/fd").iterdir())), children

    encode(tmp_path / "a.wav", speech(0.1), SoundSpec())
    before = held()
    for turn in range(4):
        encode(tmp_path / f"{turn}.wav", speech(0.1), SoundSpec())
        with pytest.raises(CannotSave):
            encode(tmp_path / "tidak" / "ada.wav", speech(0.1), SoundSpec())
    descriptors, children = held()
    # Another test's may be closed meanwhile; more of them would be ours.
    assert descriptors <= before[0]
    assert children <= before[1]


@pytest.mark.skipif(os.name != "posix", reason="signals are a thing of POSIX")
def test_when_the_program_is_killed_the_encoder_takes_its_part_away(tmp_path):
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from newsdesk.audio.encoding import Encoding\n"
        "from newsdesk.audio.formats import SoundFormat, SoundSpec\n"
        "from newsdesk.audio.label import SoundLabel\n"
        "with Encoding(Path(sys.argv[1])) as encoding:\n"
        "    encoding.write(bytes(44100 * 60 * 5))\n"
        "    for _ in encoding.finish(SoundSpec(SoundFormat.MP3), 22050, SoundLabel()):\n"
        "        os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.mp3")], cwd=ROOT, check=False)
    until = time.monotonic() + 10
    while names(tmp_path) and time.monotonic() < until:
        time.sleep(0.02)
    assert names(tmp_path) == []


def test_who_watches_the_folder_never_sees_half_a_file(tmp_path):
    path = tmp_path / "siang.wav"
    encode(path, speech(1.0), SoundSpec())
    old, seen, done = path.read_bytes(), set[bytes](), threading.Event()

    def watch() -> None:
        while not done.is_set():
            seen.update(file.read_bytes() for file in tmp_path.glob("[!.]*"))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        encode(path, speech(8.0), SoundSpec())
    finally:
        done.set()
        watcher.join()
    assert seen <= {old, path.read_bytes()}
    assert old in seen


def test_the_program_itself_loads_no_codec_and_no_numpy():
    code = (
        "import sys, newsdesk.services.sound_files, newsdesk.audio.encoding\n"
        "print([name for name in ('numpy', 'soundfile', 'soxr', 'mutagen') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_encoder_is_this_python():
    assert encoder_command()[0] == sys.executable
