"""Sentences that were said before: their sound and marks, in memory, the oldest out first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import NamedTuple

from newsdesk.speech.engine import Utterance

MOST_BYTES = 64 << 20
"""About 25 minutes of espeak's sound."""
_BYTES_A_MARK = 256
"""What Python takes for two numbers in a tuple, and for the word, roughly."""


class Key(NamedTuple):
    """Everything that a sentence's sound depends on; ``version`` is the engine's.

    The words' places in the script are no part of it: an edit before a sentence moves it, and no more.
    """

    engine: str
    version: str
    utterance: Utterance


class KeptSound(NamedTuple):
    """A whole sentence: ``marks`` are (word, its first sample). ``pcm`` as in SpokenPiece."""

    sample_rate: int
    marks: tuple[tuple[int, int], ...]
    pcm: bytes

    @property
    def size(self) -> int:
        """How many bytes it takes, nearly."""
        return len(self.pcm) + _BYTES_A_MARK * (len(self.marks) + 1)


class SentenceCache:
    """Holds at most ``most_bytes``; any thread may use it."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._sounds: OrderedDict[Key, KeptSound] = OrderedDict()
        self._lock = threading.Lock()
        self.size = 0

    def get(self, wanted: Key) -> KeptSound | None:
        """Return a sentence; it is the newest from now on."""
        with self._lock:
            sound = self._sounds.get(wanted)
            if sound is not None:
                self._sounds.move_to_end(wanted)
            return sound

    def put(self, said: Key, sound: KeptSound) -> None:
        """Keep a sentence, and let the oldest go until there is room for it."""
        if sound.size > self._most:
            return
        with self._lock:
            self._drop(said)
            self._sounds[said] = sound
            self.size += sound.size
            while self.size > self._most:
                self._drop(next(iter(self._sounds)))

    def forget(self, engine: str) -> None:
        """Let everything of one engine go."""
        with self._lock:
            for said in [said for said in self._sounds if said.engine == engine]:
                self._drop(said)

    def _drop(self, said: Key) -> None:
        sound = self._sounds.pop(said, None)
        self.size -= sound.size if sound is not None else 0
