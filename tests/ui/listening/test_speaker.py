"""The outputs of a real sound server: chosen, unplugged in play, and one that takes another format."""

from __future__ import annotations

import array
import json
import os
import subprocess
import tempfile
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QAudioFormat

from newsdesk.ui.listening.converter import Converter
from tests.ui.listening.sound_server import available, null_sound_server
from tests.ui.listening.test_player import in_child

CHOSEN = """
import json, os, subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
from newsdesk.services.previewing import Previewing, Voicing
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.ui.listening.passage import Passage, Playing
from newsdesk.ui.listening.player import Player
from newsdesk.ui.listening.speaker import QtSpeaker, outputs
from newsdesk.ui.tasks import Tasks
from tests.speech.copy import story

app = QCoreApplication([])
tasks, previewing, speaker = Tasks(), Previewing(Synthesiser()), QtSpeaker()
out = {"outputs": [one.id for one in outputs()], "words": 0}
speaker.choose("second")
speaker.set_volume(50)
out["chosen"] = speaker.name()
player = Player(tasks, lambda: Voicing("espeak"), speaker)

def word(start, end):
    out["words"] += start >= 0
    if out["words"] == 2:
        subprocess.run(["pactl", "unload-module", os.environ["SECOND"]], check=True)

def ended(state):
    if state is Playing.SILENT:
        app.quit()

player.word_said.connect(word)
player.rerouted.connect(lambda name: out.update(rerouted=name))
player.failed.connect(lambda error: out.update(failed=repr(error)))
player.opened(previewing)
player.follow(lambda passage: story("Wali kota hadir di balai kota pagi ini."))
QTimer.singleShot(300, lambda: (player.listen(Passage.STORY), player.state_changed.connect(ended)))
QTimer.singleShot(15000, app.quit)
app.exec()
previewing.close()
tasks.close()
print(json.dumps(out))
"""


@pytest.mark.skipif(not available(), reason="no pulseaudio with pacat to play into")
def test_a_chosen_output_that_is_unplugged_in_play_gives_way_to_the_systems():
    with tempfile.TemporaryDirectory(dir="/tmp") as folder, null_sound_server(Path(folder)) as reach:
        loaded = subprocess.run(
            [
                "pactl",
                "load-module",
                "module-null-sink",
                "sink_name=second",
                "sink_properties=device.description=Kedua",
            ],
            env={**os.environ, **reach},
            capture_output=True,
            text=True,
            check=True,
        )
        out = json.loads(in_child(CHOSEN, {**reach, "SECOND": loaded.stdout.strip()}))
    assert set(out["outputs"]) == {"newsdesk_test", "second"}
    assert out["chosen"] == "Kedua"
    assert "failed" not in out
    assert out["words"] >= 8, "it went on to the end"


def form(rate: int, channels: int, kind: QAudioFormat.SampleFormat) -> QAudioFormat:
    wanted = QAudioFormat()
    wanted.setSampleRate(rate)
    wanted.setChannelCount(channels)
    wanted.setSampleFormat(kind)
    return wanted


@pytest.mark.parametrize(
    ("kind", "code", "full"),
    [
        (QAudioFormat.SampleFormat.Float, "f", 1.0),
        (QAudioFormat.SampleFormat.Int16, "h", 32767),
        (QAudioFormat.SampleFormat.Int32, "i", 2147483647),
    ],
)
def test_an_output_that_takes_no_mono_at_22050_hz_gets_its_own_format(kind, code, full):
    converter = Converter(22_050, form(48_000, 2, kind))
    half = array.array("h", [16384] * 22_050).tobytes()
    samples = array.array(code, converter.convert(half[:30_000]) + converter.convert(half[30_000:]))
    assert samples[0::2] == samples[1::2], "the same on both channels"
    assert len(samples) / 2 == pytest.approx(48_000, rel=0.01)
    assert samples[len(samples) // 2] == pytest.approx(full / 2, rel=0.01)
