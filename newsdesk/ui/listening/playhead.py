"""Pushes a recording to the speaker, and knows which sentence of it is at the ear."""

from __future__ import annotations

import sys
from array import array
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsdesk.ui.listening.recording import Recording, SaidSentence
    from newsdesk.ui.listening.speaker import Speaker

_CHUNK = 1 << 15
_QUIET = 32
_LEAD_IN = 44
"""Samples kept of the silence before a voice, 2 ms: espeak begins every sentence with 40 ms of it."""


class Heard(NamedTuple):
    """A sentence, and how far into it the ear is, in milliseconds."""

    said: SaidSentence
    ms: float


class _Pushed(NamedTuple):
    """From ``at_ms`` of the speaker's clock on, ``said`` is heard from its ``from_ms``."""

    at_ms: float
    said: SaidSentence
    from_ms: float


class Playhead:
    """Stands in one recording: :meth:`put` places it, :meth:`push` is called while something is heard."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._recording: Recording | None = None
        self._pushing: SaidSentence | None = None
        self._offset = 0
        self._rate = 0
        self._streamed = 0
        self._log: deque[_Pushed] = deque()

    def put(self, recording: Recording, said: SaidSentence, ms: int = 0) -> None:
        """Be silent, and go on from ``ms`` of a sentence at the next :meth:`push`."""
        self.silence()
        self._recording, self._pushing = recording, said
        self._offset = 2 * (min(ms, said.come_ms) * said.sample_rate // 1000)

    def silence(self) -> None:
        """Be silent, and stand nowhere."""
        self._speaker.silence()
        self._recording = self._pushing = None
        self._offset = self._rate = self._streamed = 0
        self._log.clear()

    @property
    def pushing(self) -> SaidSentence | None:
        """The sentence that is being pushed, a moment ahead of the ear."""
        return self._pushing

    @property
    def in_use(self) -> list[SaidSentence]:
        """The sentences that are at the ear or on the way to it: their sound must not change."""
        used = [pushed.said for pushed in self._log]
        if self._pushing is not None and self._pushing not in used and self._offset:
            used.append(self._pushing)
        return used

    def put_right(self) -> None:
        """The recording has changed: go on with what follows now on what is at the ear."""
        recording, pushing = self._recording, self._pushing
        if recording is None or pushing is None or pushing in recording.said:
            return
        self._offset = 0
        if self._log and self._log[-1].said in recording.said:
            self._pushing = recording.after(self._log[-1].said) or self._log[-1].said
            if self._pushing is self._log[-1].said:
                self._offset = len(self._pushing.pcm)
        else:
            self._pushing = (
                recording.said[min(pushing.number, len(recording.said) - 1)] if recording.said else None
            )

    def skip_silent(self) -> bool:
        """Go past sentences that turned out to have no sound; False when there is nothing after them."""
        while (said := self._pushing) is not None and said.made and self._offset >= len(said.pcm):
            if self._recording is None or (following := self._recording.after(said)) is None:
                return False
            self._pushing, self._offset = following, 0
        return True

    @property
    def ready(self) -> bool:
        """Whether there is sound to push at its place."""
        return self._pushing is not None and self._offset < len(self._pushing.pcm)

    def heard(self) -> Heard | None:
        """Return what is at the ear now."""
        if not self._log:
            return Heard(self._pushing, 0.0) if self._pushing is not None else None
        at, said, start = self._log[0]
        return Heard(said, max(0.0, self._speaker.played_ms() - at) + start)

    def over(self) -> list[SaidSentence]:
        """Return the sentences that were said to their end since the last call."""
        played = self._speaker.played_ms()
        ended: list[SaidSentence] = []
        while len(self._log) > 1 and self._log[1].at_ms <= played:
            ended.append(self._log.popleft().said)
        return ended

    def push(self) -> bool:
        """Push what the speaker has room for; True once everything there is was pushed.

        Raises :class:`newsdesk.errors.NoSoundCard`.
        """
        said = self._pushing
        while said is not None and self._recording is not None:
            if self._offset < len(said.pcm):
                if not self._offset and not self._log:
                    self._offset = 2 * _silent_samples(said.pcm)  # the ear waits already
                if not self._open(said):
                    return False
                chunk = bytes(said.pcm[self._offset : self._offset + _CHUNK])
                taken = self._speaker.write(memoryview(chunk))
                self._offset += taken
                self._streamed += taken
                if taken < len(chunk):
                    return False
            elif not said.made:
                return False
            else:
                following = self._recording.after(said)
                if following is None:
                    return True
                said = self._pushing = following
                self._offset = 0
        return True

    @property
    def streamed_ms(self) -> float:
        """How much sound the speaker was given since it was opened."""
        return self._streamed / 2 * 1000 / self._rate if self._rate else 0.0

    def _open(self, said: SaidSentence) -> bool:
        """See that the speaker is open at the sentence's rate; False while the one before is still heard."""
        if self._rate != said.sample_rate:
            if self._rate and self._speaker.played_ms() < self.streamed_ms - 1:
                return False
            self._speaker.begin(said.sample_rate)
            self._rate, self._streamed = said.sample_rate, 0
            self._log.clear()
        if not self._log or self._log[-1].said is not said:
            self._log.append(_Pushed(self.streamed_ms, said, self._offset / 2 * 1000 / said.sample_rate))
        return True


def _silent_samples(pcm: bytearray) -> int:
    """Return how many samples at the beginning are silence that nobody needs; 0 if all of them are."""
    samples = array("h", bytes(pcm[: 1 << 14]))
    if sys.byteorder == "big":
        samples.byteswap()
    first = next((at for at, sample in enumerate(samples) if abs(sample) > _QUIET), 0)
    return max(0, first - _LEAD_IN)
