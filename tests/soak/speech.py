"""Many previews saved and heard, some cancelled, while workers are killed and stopped at random moments.

Every job that nobody cancelled must leave its whole file, or be heard to its last word; a cancelled one
leaves its whole file or none; and in the end no process and no descriptor may be left.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import threading
import time
import wave
from pathlib import Path
from typing import NamedTuple

from newsdesk.errors import SpeechFailed
from newsdesk.services.previewing import Mark, Previewing, Voicing
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.spoken.sentences import Sentence
from tests.services.saving import save
from tests.speech.copy import LONG, sentence, story

WORDS = tuple(word.text for word in sentence(LONG).words)
PATIENCE_S = 3.0
"""How long a stopped worker may hold a job up; the program itself waits five seconds."""


class Outcome(NamedTuple):
    """What came of a run; ``lost`` names jobs without their sound, ``halves`` files that are not whole."""

    jobs: int
    files: int
    heard: int
    cancelled: int
    kills: int
    lost: tuple[str, ...]
    halves: tuple[str, ...]
    stuck_processes: int
    leaked_descriptors: int
    seconds: float


def run(folder: Path, jobs: int, cancels: int, kills: int, seed: int, in_files: float = 1.0) -> Outcome:
    """Do the harm; ``cancels`` of the ``jobs`` are cancelled, ``kills`` workers are ended or stopped.

    ``in_files`` is the share of jobs that are saved as files, each by an encoder of its own; the others are
    heard.
    """
    dice = random.Random(seed)
    began = time.monotonic()
    descriptors, children = _descriptors(), _children()
    synthesiser = Synthesiser(patience_s=PATIENCE_S)
    previewing = Previewing(synthesiser)
    pids: set[int] = set()
    cancelled = set(dice.sample(range(jobs), cancels))
    killed = set(dice.sample(range(jobs), kills))
    lost: list[str] = []
    halves: list[str] = []
    files = heard = 0
    for number in range(jobs):
        voicing = Voicing(
            "pyttsx3" if dice.random() < 0.2 else "espeak", rate_spm=dice.choice((300, 350, 430))
        )
        copy = _copy(dice)
        path = folder / f"{number} naskah é.wav"
        pids.add(synthesiser.worker_pid(voicing.engine))
        harm = _harm_later(dice, synthesiser.worker_pid(voicing.engine)) if number in killed else None
        leave = _cancel_later(dice, previewing) if number in cancelled else None
        try:
            if dice.random() >= in_files:
                said = [mark.spoken for piece in previewing.listen(copy, voicing) for mark in piece.marks]
                if said == [word.text for one in copy for word in one.words]:
                    heard += 1
                elif number not in cancelled:
                    lost.append(f"{number}: {len(said)} words heard")
            elif not (marks := save(previewing, copy, path, voicing)) or not path.exists():
                if number not in cancelled:
                    lost.append(f"{path.name}: no file")
            elif _whole(path, marks, copy, voicing):
                files += 1
            else:
                halves.append(path.name)
        except SpeechFailed as error:
            lost.append(f"{path.name}: {error}")
        for timer in filter(None, (harm, leave)):
            timer.join()
        pids.add(synthesiser.worker_pid(voicing.engine))
    strays = [file.name for file in folder.iterdir() if file.suffix != ".wav"]
    synthesiser.close()
    return Outcome(
        jobs,
        files,
        heard,
        cancels,
        kills,
        tuple(lost),
        (*halves, *strays),
        sum(not _gone(pid) for pid in pids | (_children() - children)),
        max(0, _descriptors() - descriptors),
        time.monotonic() - began,
    )


def _copy(dice: random.Random) -> list[Sentence]:
    lengths = [dice.randint(2, 18) for _ in range(dice.randint(1, 4))]
    return story(*(" ".join(dice.choices(WORDS, k=length)) + "." for length in lengths))


def _harm_later(dice: random.Random, pid: int) -> threading.Timer:
    """Kill a worker, or one time in four stop it, at a moment of a job."""
    harm = signal.SIGSTOP if dice.random() < 0.25 else signal.SIGKILL

    def do() -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, harm)

    timer = threading.Timer(dice.random() * 0.02, do)
    timer.start()
    return timer


def _cancel_later(dice: random.Random, previewing: Previewing) -> threading.Timer:
    timer = threading.Timer(dice.random() * 0.02, previewing.cancel)
    timer.start()
    return timer


def _whole(path: Path, marks: list[Mark], copy: list[Sentence], voicing: Voicing) -> bool:
    """Say whether a file has every word, and sound as long as its words and rests take."""
    words = [word for sentence in copy for word in sentence.words]
    with wave.open(str(path)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    expected = Previewing(Synthesiser()).expected(copy, voicing.rate_spm)[-1] / 1000
    return [mark.spoken for mark in marks] == [word.text for word in words] and (
        0.6 * expected < seconds < 1.6 * expected
    )


def _descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _children() -> set[int]:
    """Return the processes that this one has started and that are still there."""
    found: set[int] = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1]) == os.getpid():
                found.add(int(folder.name))
    return found


def _gone(pid: int) -> bool:
    """Say whether a process ends within five seconds; one that has ended but was not waited for is stuck."""
    until = time.monotonic() + 5
    while Path(f"/proc/{pid}").exists():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True
