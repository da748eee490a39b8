"""Workers that die, hang or talk nonsense: the sentence is said all the same, or the reason is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.errors import SpeechFailed
from newsdesk.speech.engine import Voicing
from newsdesk.speech.hush import Hush
from newsdesk.speech.synthesiser import Rests, Synthesiser
from newsdesk.speech.worker_process import worker_command
from tests.speech.copy import LONG, story

NO_RESTS = Rests(0, 0)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def synthesiser() -> Iterator[Synthesiser]:
    synthesiser = Synthesiser(patience_s=1, kept_bytes=0)
    yield synthesiser
    synthesiser.close()


def speak(synthesiser: Synthesiser, *texts: str, engine: str = "espeak"):
    return synthesiser.speak(story(*texts), Voicing(engine), NO_RESTS)


def spoken(pieces) -> list[str]:
    return [mark.spoken for piece in pieces for mark in piece.marks]


def samples(pieces) -> int:
    return sum(len(piece.pcm) // 2 for piece in pieces)


def open_descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def gone(pid: int, within_s: float = 5.0) -> bool:
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.02)
    return False


def test_a_worker_killed_in_mid_sentence_is_started_again_and_no_word_is_lost_or_said_twice(synthesiser):
    whole = list(speak(synthesiser, LONG, LONG))
    pieces = speak(synthesiser, LONG, LONG)
    heard = [next(pieces) for _ in range(3)]
    killed = synthesiser.worker_pid("espeak")
    os.kill(killed, signal.SIGKILL)
    heard += pieces
    assert synthesiser.worker_pid("espeak") != killed
    assert spoken(heard) == spoken(whole)
    assert samples(heard) == pytest.approx(samples(whole), rel=0.01)


def test_a_hung_worker_is_killed_and_its_sentence_said_by_a_new_one(synthesiser):
    list(speak(synthesiser, "satu dua."))
    hung = synthesiser.worker_pid("espeak")
    os.kill(hung, signal.SIGSTOP)
    begun = time.monotonic()
    assert spoken(speak(synthesiser, "tiga empat.")) == ["tiga", "empat"]
    assert time.monotonic() - begun > 0.9, "it was given its patience"
    assert gone(hung)


def test_a_worker_that_died_while_idle_costs_no_try(synthesiser):
    for _ in range(3):
        assert spoken(speak(synthesiser, "satu.")) == ["satu"]
        dead = synthesiser.worker_pid("espeak")
        os.kill(dead, signal.SIGKILL)
        assert gone(dead)


def fake(tmp_path: Path, body: str):
    """Return a command of a worker that does ``body`` at its every start."""
    script = tmp_path / "worker.py"
    script.write_text("import os, sys, time\n" + textwrap.dedent(body))
    return lambda engine: [sys.executable, str(script), engine, str(tmp_path / "starts")]


COUNT_STARTS = """
    with open(sys.argv[2], "a") as starts:
        starts.write("x")
"""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "sys.stdin.buffer.read(1); os.write(1, b'Audio saved to x.wav, and more of it'); time.sleep(60)",
            "Audio sa",
        ),
        ("sys.stdin.buffer.read(1); os.write(1, b'ND' + bytes([11]) + b'\\xff' * 8); time.sleep(60)", "xff"),
        (
            "sys.stdin.buffer.read(1); sys.stderr.write('libfoo.so: no such voice box\\n'); sys.exit(3)",
            "no such voice",
        ),
        ("sys.stdin.buffer.read(1); os.kill(os.getpid(), 11)", "-11"),
    ],
    ids=["print on the pipe", "too long a frame", "words on stderr", "segmentation fault"],
)
def test_garbage_or_a_crash_twice_is_reported_with_its_own_words(tmp_path, body, words):
    synthesiser = Synthesiser(
        fake(tmp_path, textwrap.dedent(COUNT_STARTS) + body), patience_s=1, kept_bytes=0
    )
    with pytest.raises(SpeechFailed) as failure:
        list(speak(synthesiser, "satu."))
    synthesiser.close()
    assert words in failure.value.words
    assert failure.value.engine == "espeak"
    assert (tmp_path / "starts").read_text() == "xx", "retried once, not more"


def test_garbage_once_is_not_noticed_by_the_listener(tmp_path):
    body = f"""
    first = not os.path.exists(sys.argv[2])
    open(sys.argv[2], "a").close()
    if first:
        sys.stdin.buffer.read(1); os.write(1, b"garbage garbage"); time.sleep(60)
    os.execv(sys.executable, {worker_command("espeak")!r})
    """
    synthesiser = Synthesiser(fake(tmp_path, body), patience_s=1, kept_bytes=0)
    assert spoken(speak(synthesiser, "satu dua.")) == ["satu", "dua"]
    synthesiser.close()


def test_a_worker_that_cannot_be_started_says_why():
    synthesiser = Synthesiser(lambda engine: ["/tidak/ada/python"])
    with pytest.raises(SpeechFailed) as failure:
        list(speak(synthesiser, "satu."))
    assert failure.value.words


def test_an_engine_whose_library_is_missing_says_so(tmp_path):
    body = """
    sys.path.insert(0, os.environ["PYTHONPATH"].split(os.pathsep)[0])
    sys.modules["espeakng_loader"] = None
    sys.argv = ["worker", "espeak"]
    from newsdesk.speech import worker
    worker.main()
    """
    synthesiser = Synthesiser(fake(tmp_path, body))
    with pytest.raises(SpeechFailed) as failure:
        list(speak(synthesiser, "satu."))
    assert "espeakng_loader" in failure.value.words
    synthesiser.close()


def test_cancel_ends_what_is_said_quietly_and_the_same_worker_goes_on(synthesiser):
    pieces = speak(synthesiser, *[LONG] * 200)
    next(pieces)
    worker = synthesiser.worker_pid("espeak")
    synthesiser.cancel()
    assert samples(pieces) < 22_050
    assert spoken(speak(synthesiser, "satu.")) == ["satu"]
    assert synthesiser.worker_pid("espeak") == worker


def test_an_iterator_that_is_dropped_frees_the_worker_and_leaves_other_jobs_alone(synthesiser):
    other = speak(synthesiser, LONG)
    next(other)
    dropped = speak(synthesiser, *[LONG] * 40)
    next(dropped)
    dropped.close()
    assert spoken(other)[-1] == "menit"
    assert spoken(speak(synthesiser, "satu.")) == ["satu"]


def test_random_cancels_and_kills_leave_no_process_and_no_descriptor(synthesiser):
    list(speak(synthesiser, "satu."))
    before = open_descriptors()
    seen = set()
    for turn in range(60):
        pieces = speak(synthesiser, LONG, "satu dua.")
        for _ in range(turn % 7):
            next(pieces)
        seen.add(synthesiser.worker_pid("espeak"))
        if turn % 10 == 3:
            os.kill(synthesiser.worker_pid("espeak"), signal.SIGKILL)
            assert spoken(pieces)[-1] == "dua"
        elif turn % 2:
            synthesiser.cancel()
            list(pieces)
        else:
            pieces.close()
    assert open_descriptors() <= before + 1
    last = synthesiser.worker_pid("espeak")
    assert all(gone(pid) for pid in seen if pid != last)
    synthesiser.close()
    assert gone(last)


def test_close_ends_every_worker(synthesiser):
    pids = []
    for engine in ("espeak", "silent"):
        list(speak(synthesiser, "satu.", engine=engine))
        pids.append(synthesiser.worker_pid(engine))
    synthesiser.close()
    assert all(gone(pid) for pid in pids)


@pytest.mark.parametrize("harm", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("engine", ["espeak", "pyttsx3"])
def test_workers_end_with_the_program_however_it_ends(engine, harm):
    program = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time\n"
            "from newsdesk.speech.synthesiser import Synthesiser\n"
            "synthesiser = Synthesiser()\n"
            f"print(len(synthesiser.voices({engine!r})), synthesiser.worker_pid({engine!r}), flush=True)\n"
            "time.sleep(60)\n",
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    worker = int(program.stdout.readline().split()[1])
    os.kill(program.pid, harm)
    program.wait()
    program.stdout.close()
    assert gone(worker)


@pytest.mark.parametrize("ends", ["killed", "closed"])
def test_what_an_engine_was_writing_goes_with_the_program(tmp_path, ends):
    """pyttsx3 says every sentence into a file of its own."""
    program = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time\n"
            "from newsdesk.speech.engine import Voicing\n"
            "from newsdesk.speech.synthesiser import Rests, Synthesiser\n"
            "from tests.speech.copy import LONG, story\n"
            "synthesiser = Synthesiser(kept_bytes=0)\n"
            "pieces = synthesiser.speak(story(*[LONG] * 400), Voicing('pyttsx3'), Rests(0, 0))\n"
            "next(pieces)\n"
            "print(synthesiser.worker_pid('pyttsx3'), flush=True)\n"
            "sys.stdin.readline()\n"
            "synthesiser.close()\n",
        ],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    worker = int(program.stdout.readline())
    assert list(tmp_path.iterdir()), "it is speaking"
    if ends == "killed":
        program.kill()
    program.communicate("\n" if ends == "closed" else None)
    assert gone(worker)
    assert list(tmp_path.iterdir()) == []


def test_a_stopped_worker_whose_pipe_is_full_can_be_closed():
    synthesiser = Synthesiser(kept_bytes=0)
    assert spoken(speak(synthesiser, "satu.")) == ["satu"]
    os.kill(synthesiser.worker_pid("espeak"), signal.SIGSTOP)
    asking = threading.Thread(target=lambda: list(speak(synthesiser, "a" * 300_000)), daemon=True)
    asking.start()
    asking.join(0.5)
    assert asking.is_alive(), "it writes a request longer than the pipe"
    closing = threading.Thread(target=synthesiser.close, daemon=True)
    closing.start()
    for thread in (closing, asking):
        thread.join(30)
        assert not thread.is_alive()


def test_a_cancel_waits_for_no_worker_that_does_not_read():
    """A request longer than the pipe is being written to a stopped worker: Esc must not wait for that."""
    synthesiser = Synthesiser(kept_bytes=0)
    assert spoken(speak(synthesiser, "satu.")) == ["satu"]
    os.kill(synthesiser.worker_pid("espeak"), signal.SIGSTOP)
    asking = threading.Thread(target=lambda: list(speak(synthesiser, "a" * 300_000)), daemon=True)
    asking.start()
    asking.join(0.5)
    assert asking.is_alive(), "it writes a request longer than the pipe"
    begun = time.monotonic()
    synthesiser.cancel()
    assert time.monotonic() - begun < 1
    closing = threading.Thread(target=synthesiser.close, daemon=True)
    closing.start()
    for thread in (closing, asking):
        thread.join(30)
        assert not thread.is_alive()


def test_a_cancel_waits_for_no_full_pipe():
    """Nobody is writing, but the pipe to a stopped worker is full to the last byte."""
    synthesiser = Synthesiser(patience_s=30, kept_bytes=0)
    assert spoken(speak(synthesiser, "satu.")) == ["satu"]
    os.kill(synthesiser.worker_pid("espeak"), signal.SIGSTOP)
    asking = [
        threading.Thread(target=lambda: list(speak(synthesiser, "b" * 64_800)), daemon=True) for _ in range(2)
    ]
    for thread in asking:
        thread.start()
        thread.join(0.3)
    begun = time.monotonic()
    for _ in range(20):
        synthesiser.cancel()
    assert time.monotonic() - begun < 1
    synthesiser.close()
    for thread in asking:
        thread.join(30)
        assert not thread.is_alive()


def test_a_cancel_is_heard_before_the_first_sound_and_wakes_whoever_waits(synthesiser):
    assert spoken(speak(synthesiser, "satu.")) == ["satu"]
    os.kill(pid := synthesiser.worker_pid("espeak"), signal.SIGSTOP)
    waiting = threading.Thread(target=lambda: list(speak(synthesiser, LONG)))
    waiting.start()
    time.sleep(0.1)
    synthesiser.cancel()
    waiting.join(0.5)
    assert not waiting.is_alive(), "it is not kept until the worker's patience is over"
    os.kill(pid, signal.SIGCONT)
    assert spoken(speak(synthesiser, "dua tiga.")) == ["dua", "tiga"]
    assert synthesiser.worker_pid("espeak") == pid


def test_a_hush_ends_its_own_saying_at_once_and_no_other(synthesiser):
    assert spoken(speak(synthesiser, "satu.")) == ["satu"]
    other = speak(synthesiser, LONG, LONG)
    next(other)
    hush = Hush()
    heard: list[int] = []
    os.kill(pid := synthesiser.worker_pid("espeak"), signal.SIGSTOP)  # as busy as a worker can be

    def listen() -> None:
        heard.append(samples(synthesiser.speak(story(*[LONG] * 50), Voicing("espeak"), NO_RESTS, hush)))

    listening = threading.Thread(target=listen)
    listening.start()
    time.sleep(0.2)
    begun = time.monotonic()
    hush.now()
    listening.join(0.5)
    assert not listening.is_alive(), "it is not kept until the worker answers"
    assert time.monotonic() - begun < 0.5
    os.kill(pid, signal.SIGCONT)
    assert heard == [0]
    assert spoken(other)[-1] == "menit"
    assert synthesiser.worker_pid("espeak") == pid


def test_what_was_hushed_before_it_began_says_nothing(synthesiser):
    hush = Hush()
    hush.now()
    assert list(synthesiser.speak(story(LONG), Voicing("espeak"), NO_RESTS, hush)) == []


def test_two_who_listen_at_once_both_hear_everything(synthesiser):
    heard: dict[int, list[str]] = {}

    def hear(number: int) -> None:
        heard[number] = spoken(speak(synthesiser, LONG, "satu dua.", LONG))

    threads = [threading.Thread(target=hear, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    whole = spoken(speak(synthesiser, LONG, "satu dua.", LONG))
    assert [heard[number] for number in range(4)] == [whole] * 4


def test_a_word_that_holds_the_pipe_s_own_divider_is_still_one_word(synthesiser):
    assert spoken(speak(synthesiser, "satu\0dua tiga.")) == ["satu\0dua", "tiga"]


def test_the_worker_loads_neither_window_nor_database_nor_the_other_engine():
    code = (
        "import sys; from newsdesk.speech import worker, engines, engine, calibration;"
        "engines.find('espeak').make(engine.Bench(None, calibration.Calibrations()));"
        "heavy = ['PySide6', 'sqlalchemy', 'babel', 'pyttsx3', 'numpy', 'onnxruntime'];"
        "print([name for name in heavy if name in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"


def test_closing_in_mid_speech_leaves_no_worker(synthesiser):
    pieces = speak(synthesiser, *["Wali kota hadir di Blitar hari ini."] * 20)
    next(pieces)
    pid = synthesiser.worker_pid("espeak")
    synthesiser.close()
    assert list(pieces) == []
    assert gone(pid)
    with pytest.raises(SpeechFailed):
        synthesiser.worker_pid("espeak")
