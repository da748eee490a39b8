"""What the tests of listening share: a real voice, an output whose clock the test turns."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newsdesk.errors import NoSoundCard
from newsdesk.services.previewing import Previewing, Voicing
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.ui.listening.player import Player
from tests.ui.immediate_tasks import ImmediateTasks


class FakeSpeaker:
    """A speaker with a clock that the test turns; it takes 100 ms ahead, as the real one does."""

    def __init__(self) -> None:
        self.is_present = True
        self.is_lost = False
        self.sample_rate = 0
        self.clock_ms = 0.0
        self.pushed = b""
        self.paused = False
        self.open = False
        self.begun = 0
        self.chosen = ""
        self.volume = 100

    def present(self) -> bool:
        return self.is_present

    def choose(self, output: str) -> None:
        self.chosen = output

    def name(self) -> str:
        return "Pengeras suara"

    def set_volume(self, percent: int) -> None:
        self.volume = percent

    def begin(self, sample_rate: int) -> None:
        if not self.is_present:
            raise NoSoundCard
        self.sample_rate, self.clock_ms, self.pushed = sample_rate, 0.0, b""
        self.paused, self.open = False, True
        self.begun += 1

    def write(self, pcm: memoryview) -> int:
        room = 2 * int((self.clock_ms + 100) * self.sample_rate / 1000) - len(self.pushed)
        taken = bytes(pcm[: max(0, room)])
        self.pushed += taken
        return len(taken)

    def played_ms(self) -> float:
        heard = len(self.pushed) // 2 * 1000 / self.sample_rate if self.sample_rate else 0
        return min(self.clock_ms, heard)

    def lost(self) -> bool:
        return self.is_lost

    def pause(self) -> None:
        self.paused = True

    def resume(self) -> None:
        self.paused = False

    def silence(self) -> None:
        self.open = self.is_lost = False
        self.clock_ms = 0.0
        self.pushed = b""


@pytest.fixture(scope="session")
def previewing() -> Iterator[Previewing]:
    previewing = Previewing(Synthesiser())
    yield previewing
    previewing.close()


@pytest.fixture
def speaker() -> FakeSpeaker:
    return FakeSpeaker()


@pytest.fixture
def player(qapp, tasks: ImmediateTasks, previewing: Previewing, speaker: FakeSpeaker) -> Iterator[Player]:
    player = Player(tasks, lambda: Voicing("espeak", "", 350), speaker)
    player.opened(previewing)
    yield player
    player.stop()
