"""The player: what it says is being said, and that it is silent when told."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from newsdesk.errors import NoSoundCard, NothingToSay, NothingToSayHere, SpeechFailed
from newsdesk.services.previewing import Hush, Previewing, Voicing
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.ui.listening.passage import Passage, Playing
from newsdesk.ui.listening.player import Player
from newsdesk.ui.tasks import Lane, Tasks
from tests.speech.copy import LONG, story
from tests.ui.listening.sound_server import available, null_sound_server

COPY = story("Wali kota, Santoso, hadir.", "Upacara diadakan setiap tanggal tujuh belas.", "Warga menunggu.")


def script(passage: Passage):
    return COPY[:1] if passage is Passage.PARAGRAPH else [] if passage is Passage.SELECTION else COPY


def play_through(player: Player, speaker, step_ms: int = 20) -> None:
    """Turn the clock until the player has come to its end by itself."""
    for _ in range(20_000 // step_ms):
        if player.state is Playing.SILENT:
            return
        speaker.clock_ms += step_ms
        player.transport.tick()
    raise AssertionError("it does not end")


@pytest.fixture(autouse=True)
def _no_own_clock(player):
    """The test turns the clock."""
    player.transport.timer.setInterval(1_000_000)


@pytest.fixture
def heard(player):
    """Collect the words and sentences that were said to be said."""
    said = {"words": [], "sentences": [], "failures": []}
    player.word_said.connect(lambda *span: said["words"].append(span))
    player.sentence_said.connect(lambda *span: said["sentences"].append(span))
    player.failed.connect(said["failures"].append)
    return said


def test_every_word_and_sentence_is_said_once_in_order_and_then_nothing(player, speaker, heard):
    player.follow(script)
    player.listen(Passage.STORY)
    assert player.state is Playing.SAYING
    play_through(player, speaker)
    assert heard["words"] == [*((word.start, word.end) for one in COPY for word in one.words), (-1, -1)]
    assert heard["sentences"] == [*((one.start, one.end) for one in COPY), (-1, -1)]
    assert heard["failures"] == []


def test_a_paragraph_is_heard_alone(player, speaker, heard):
    player.follow(script)
    player.listen(Passage.PARAGRAPH)
    play_through(player, speaker)
    assert heard["sentences"] == [(COPY[0].start, COPY[0].end), (-1, -1)]


def test_stop_is_silent_at_once_and_takes_the_highlight_away(player, speaker, heard):
    player.follow(script)
    player.listen(Passage.STORY)
    speaker.clock_ms = 300
    player.transport.tick()
    player.stop()
    assert not speaker.open
    assert player.state is Playing.SILENT
    assert heard["words"][-1] == heard["sentences"][-1] == (-1, -1)
    assert player.position_ms == 0


def test_pause_holds_the_word_and_goes_on_from_it(player, speaker, heard):
    player.follow(script)
    player.pause_or_go_on()
    speaker.clock_ms = 500
    player.transport.tick()
    player.pause_or_go_on()
    assert (player.state, speaker.paused) == (Playing.PAUSED, True)
    held = player.position_ms
    player.pause_or_go_on()
    assert (player.state, speaker.paused) == (Playing.SAYING, False)
    assert player.position_ms == held > 0
    play_through(player, speaker)
    assert heard["words"][-2] == (COPY[-1].words[-1].start, COPY[-1].words[-1].end)


def test_seeking_goes_to_a_sentence_and_the_sound_with_it(player, speaker, heard):
    player.follow(script)
    player.listen(Passage.STORY)
    target = player.ticks[2]
    player.seek(target + 5)
    assert player.position_ms == pytest.approx(target + 5, abs=2)
    assert heard["sentences"][-1] == (COPY[2].start, COPY[2].end)
    play_through(player, speaker)
    assert heard["words"][-2] == (COPY[2].words[-1].start, COPY[2].words[-1].end)


def test_length_and_ticks_stand_before_there_is_sound_and_hardly_move_with_it(player):
    player.follow(script)
    expected, ticks = player.length_ms, player.ticks
    assert len(ticks) == 3
    assert ticks[0] == 0
    player.listen(Passage.STORY)
    assert player.length_ms == pytest.approx(expected, rel=0.12)
    assert player.ticks == pytest.approx(ticks, abs=800)


def test_another_script_silences_the_former(player, speaker):
    player.follow(script)
    player.listen(Passage.STORY)
    player.follow(None)
    assert player.state is Playing.SILENT
    assert player.length_ms == 0


def test_no_sound_card_is_told_before_anything_is_synthesised(player, speaker, heard):
    speaker.is_present = False
    player.follow(script)
    player.listen(Passage.STORY)
    assert [type(error) for error in heard["failures"]] == [NoSoundCard]
    assert player.state is Playing.SILENT


def test_an_output_that_is_unplugged_in_play_gives_way_to_the_systems_at_the_same_word(
    player, speaker, heard
):
    rerouted = []
    player.rerouted.connect(rerouted.append)
    player.follow(script)
    player.listen(Passage.STORY)
    speaker.clock_ms = 900
    player.transport.tick()
    at, words = player.position_ms, len(heard["words"])
    speaker.is_lost = True
    player.transport.tick()
    assert player.state is Playing.SAYING
    assert player.position_ms == pytest.approx(at, abs=5)
    assert rerouted == ["Pengeras suara"]
    play_through(player, speaker)
    assert heard["words"][words:][-2] == (COPY[-1].words[-1].start, COPY[-1].words[-1].end)
    assert heard["failures"] == []


def test_the_last_output_unplugged_in_play_is_told_and_survived(player, speaker, heard):
    player.follow(script)
    player.listen(Passage.STORY)
    speaker.is_lost, speaker.is_present = True, False
    player.transport.tick()
    assert [type(error) for error in heard["failures"]] == [NoSoundCard]
    speaker.is_present = True
    player.listen(Passage.STORY)
    assert player.state is Playing.SAYING


def test_nothing_to_say_is_told(player, heard):
    player.follow(lambda passage: [])
    player.listen(Passage.SELECTION)
    assert [type(error) for error in heard["failures"]] == [NothingToSay]


def test_an_empty_part_of_a_script_with_words_is_told_as_such(player, heard):
    player.follow(lambda passage: COPY if passage is Passage.STORY else [])
    player.listen(Passage.PARAGRAPH)
    assert [type(error) for error in heard["failures"]] == [NothingToSayHere]


def test_punctuation_alone_ends_by_itself(player, heard):
    player.follow(lambda passage: story("... !"))
    player.listen(Passage.STORY)
    assert player.state is Playing.SILENT
    assert heard["failures"] == []


def test_a_voice_that_fails_leaves_silence_and_its_words(tasks, speaker, heard, player):
    class Failing:
        def warm(self, engine):
            pass

        def expected(self, sentences, rate_spm):
            return [0] * (len(sentences) + 1)

        def hush(self):
            return Hush()

        def listen(self, sentences, voicing, hush):
            raise SpeechFailed(voicing.engine, "exit -9")
            yield

    player.opened(Failing())
    player.follow(script)
    player.listen(Passage.STORY)
    assert [error.words for error in heard["failures"]] == ["exit -9"]
    assert player.state is Playing.SILENT


def test_stop_frees_the_lane_though_the_worker_is_busy_with_one_long_breath(qtbot, speaker):
    synthesiser = Synthesiser(kept_bytes=0)
    previewing = Previewing(synthesiser)
    tasks = Tasks()
    list(previewing.listen(COPY[:1], Voicing("espeak")))
    player = Player(tasks, lambda: Voicing("espeak"), speaker)
    player.transport.timer.setInterval(1_000_000)
    player.follow(script)
    player.opened(previewing)
    os.kill(pid := synthesiser.worker_pid("espeak"), signal.SIGSTOP)  # as busy as it can be
    player.listen(Passage.STORY)
    qtbot.wait(200)
    player.stop()
    free = []
    tasks.run(lambda: 1, free.append, free.append, Lane.SPEECH)
    qtbot.waitUntil(lambda: free == [1], timeout=1000)
    os.kill(pid, signal.SIGCONT)
    assert synthesiser.worker_pid("espeak") == pid
    previewing.close()
    assert tasks.close()


@pytest.mark.skipif(any(Path("/dev/snd").glob("pcm*p")), reason="this computer has a sound card")
def test_a_computer_without_outputs_is_told_by_qt_itself_and_can_still_save(tmp_path):
    code = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from newsdesk.services.previewing import Previewing, Voicing
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.ui.listening.passage import Passage
from newsdesk.ui.listening.player import Player
from tests.services.saving import save
from tests.speech.copy import story
from tests.ui.immediate_tasks import ImmediateTasks

app = QCoreApplication([])
previewing = Previewing(Synthesiser())
player = Player(ImmediateTasks(), lambda: Voicing("espeak", "", 350))
player.failed.connect(lambda error: print(type(error).__name__))
player.opened(previewing)
player.follow(lambda passage: story("Warga menunggu."))
player.listen(Passage.STORY)
marks = save(previewing, story("Warga menunggu."), Path(sys.argv[1]), Voicing("espeak"))
print(player.state.value, len(marks))
previewing.close()
"""
    answer = in_child(code, {"PULSE_SERVER": "unix:/tidak/ada"}, str(tmp_path / "a.wav"))
    assert answer.split() == ["NoSoundCard", "silent", "2"]
    assert (tmp_path / "a.wav").stat().st_size > 10_000


def in_child(code: str, environment: dict[str, str], *arguments: str) -> str:
    """Run code in a process of its own: Qt takes the sound server of the environment it starts in."""
    answer = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, **environment},
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


@pytest.mark.skipif(not available(), reason="no pulseaudio with pacat to play into")
def test_it_really_plays_every_word_in_real_time_and_can_be_heard_again():
    code = """
import sys, time
from PySide6.QtCore import QCoreApplication, QTimer
from newsdesk.services.previewing import Previewing, Voicing
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.ui.listening.passage import Passage, Playing
from newsdesk.ui.listening.player import Player
from newsdesk.ui.tasks import Lane, Tasks
from tests.speech.copy import story
import json

app = QCoreApplication([])
tasks = Tasks()
previewing = Previewing(Synthesiser())
player = Player(tasks, lambda: Voicing("espeak", "", 350))
copy = story("Wali kota hadir.", "Warga menunggu di halaman kantor.")
said, states, out = [], [], {}
player.word_said.connect(lambda *span: said.append((round((time.monotonic() - begun) * 1000), *span)))
player.failed.connect(lambda error: (out.update(failed=repr(error)), app.quit()))
player.opened(previewing)
player.follow(lambda passage: copy)

def ended(state):
    states.append(state.value)
    if state is Playing.SILENT and "first" not in out:
        out["first"] = list(said)
        QTimer.singleShot(0, again)

def again():
    player.listen(Passage.STORY)
    QTimer.singleShot(900, halt)

def halt():
    out["position"] = player.position_ms
    player.stop()
    app.quit()

player.state_changed.connect(ended)
def first():
    global begun
    begun = time.monotonic()
    player.listen(Passage.STORY)
QTimer.singleShot(300, first)
QTimer.singleShot(20000, app.quit)
app.exec()
previewing.close()
tasks.close()
out["states"] = states
print(json.dumps(out))
"""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder, null_sound_server(Path(folder)) as reach:
        out = json.loads(in_child(code, reach))
    assert "failed" not in out
    assert out["states"][:3] == ["waiting", "saying", "silent"]
    words = [(start, end) for _, start, end in out["first"]]
    copy = story("Wali kota hadir.", "Warga menunggu di halaman kantor.")
    assert words == [*((word.start, word.end) for one in copy for word in one.words), (-1, -1)]
    times = [at for at, _, _ in out["first"]]
    assert times[-1] - times[0] > 2_500, "not faster than it is heard"
    assert out["position"] > 0


def test_the_window_is_drawn_without_qts_multimedia_library():
    code = (
        "import sys; import newsdesk.ui.listening.listening;"
        "heavy = ['PySide6.QtMultimedia', 'sqlalchemy', 'newsdesk.speech'];"
        "print([name for name in heavy if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_loading_qts_multimedia_library_says_nothing_on_the_terminal():
    code = (
        "from PySide6.QtGui import QGuiApplication; application = QGuiApplication([]);"
        "from newsdesk.ui.listening.speaker import QtSpeaker;"
        "print(QtSpeaker().present() in (True, False))"
    )
    environment = {key: value for key, value in os.environ.items() if key != "PULSE_SERVER"}
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert answer.stdout.strip() == "True"
    assert "pipewire" not in answer.stderr.lower() and "FFmpeg" not in answer.stderr


def test_long_stories_answer_on_their_lane_and_can_be_left_at_once(qtbot, previewing, speaker):
    tasks = Tasks()
    player = Player(tasks, lambda: Voicing("espeak", "", 350), speaker)
    player.opened(previewing)
    player.follow(lambda passage: story(*[LONG] * 100))
    player.listen(Passage.STORY)
    assert player.state is Playing.WAITING
    qtbot.waitUntil(lambda: player.state is Playing.SAYING, timeout=5000)
    player.stop()
    said = []
    player.word_said.connect(lambda *span: said.append(span))
    qtbot.wait(100)
    assert said == []
    assert tasks.close()
