"""Hearing a script: voices, and sound as it comes."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from newsdesk.domain.timing import PARAGRAPH_PAUSE_MS, SENTENCE_PAUSE_MS
from newsdesk.errors import NothingToSay
from newsdesk.speech.engine import EngineInfo, Voice, Voicing
from newsdesk.speech.engines import ENGINES
from newsdesk.speech.hush import Hush
from newsdesk.speech.marks import Mark, SpokenPiece
from newsdesk.speech.synthesiser import Rests, Synthesiser
from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.syllables import syllables

__all__ = ["EngineInfo", "Hush", "Mark", "Previewing", "SpokenPiece", "Voice", "Voicing"]

RESTS = Rests(SENTENCE_PAUSE_MS, PARAGRAPH_PAUSE_MS)
"""The same rests that the read time counts with."""


class Previewing:
    """The use cases of listening. Its iterators belong on the speech lane; it knows no database."""

    def __init__(self, synthesiser: Synthesiser) -> None:
        self._synthesiser = synthesiser
        self._cancels = 0

    def engines(self) -> list[EngineInfo]:
        """Return the engines that can be chosen, the default first."""
        return [info for info in ENGINES if info.offered]

    def voices(self, engine: str) -> list[Voice]:
        """Return the voices of an engine, Indonesian first.

        Raises :class:`newsdesk.errors.VoiceMissing`, :class:`newsdesk.errors.SpeechFailed`.
        """
        return list(self._synthesiser.voices(engine))

    def warm(self, engine: str) -> None:
        """Start the engine's worker ahead of the first request; returns without waiting for it."""
        self._synthesiser.warm(engine)

    def listen(
        self, sentences: Sequence[Sentence], voicing: Voicing, hush: Hush | None = None
    ) -> Generator[SpokenPiece, None, None]:
        """Say ``sentences`` piece by piece while the engine speaks.

        Closing the iterator cancels, and so does ``hush``, from any thread and in the middle of a word; what
        others hear goes on. Raises :class:`newsdesk.errors.NothingToSay`,
        :class:`newsdesk.errors.VoiceMissing` and :class:`newsdesk.errors.SpeechFailed`.
        """
        if not any(sentence.words for sentence in sentences):
            raise NothingToSay
        yield from self._synthesiser.speak(sentences, voicing, RESTS, hush)

    def hush(self) -> Hush:
        """Return what stops one hearing or saving, for :meth:`listen`."""
        return Hush()

    def expected(self, sentences: Sequence[Sentence], rate_spm: int) -> list[int]:
        """Return where each sentence is expected to begin and, last, where the sound is to end.

        In milliseconds, by the time model of the read time: it is known before there is any sound.
        """
        starts: list[int] = []
        at = rest = 0
        for sentence in sentences:
            at += rest
            starts.append(at)
            at += round(sum(syllables(word.text) for word in sentence.words) * 60_000 / rate_spm)
            rest = RESTS.after(sentence) if sentence.words else 0
        return [*starts, at]

    @property
    def cancels(self) -> int:
        """How often everything was stopped: sound between two equal counts is whole."""
        return self._cancels

    def cancel(self) -> None:
        """Stop everything being said or saved; may be called from any thread."""
        self._cancels += 1
        self._synthesiser.cancel()

    def close(self) -> None:
        """End the workers; may be called from any thread."""
        self._cancels += 1
        self._synthesiser.close()


def placed(piece: SpokenPiece, samples: int) -> tuple[Mark, ...]:
    """Return a piece's marks counted from the beginning of a sound in which it begins at ``samples``."""
    before = samples * 1000 / piece.sample_rate
    return tuple(mark._replace(at_ms=round(before + mark.at_ms)) for mark in piece.marks)
