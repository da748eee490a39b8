"""What a speech engine is: the protocol that every file in ``engines/`` keeps, and the values it speaks of.

``engines/silent.py`` is the shortest engine and shows the protocol by keeping it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from newsdesk.speech.calibration import Calibration, Calibrations


class Voice(NamedTuple):
    """A voice of an engine: ``id`` is the engine's own name for it, ``language`` a code such as "id".

    ``has_pitch``: whether :attr:`Voicing.pitch` is heard. ``licence``: the voice's own licence text, "" where
    none came with it. ``is_system``: installed with the system by its maker, as SAPI5's and NSSpeech's are.
    """

    id: str
    name: str
    language: str
    has_pitch: bool = False
    licence: str = ""
    is_system: bool = False


class Voicing(NamedTuple):
    """Who speaks, and how: engine and voice by their ids, ``voice`` "" for the engine's own Indonesian one.

    ``rate_spm`` is in real syllables a minute. ``pitch`` goes from -50 to 50, 0 being the voice's own; an
    engine without it (:attr:`Voice.has_pitch`) speaks at the voice's own. Volume belongs to playback.
    """

    engine: str
    voice: str = ""
    rate_spm: int = 350
    pitch: int = 0


class Utterance(NamedTuple):
    """What is to be said in one breath: a sentence, or a part of a very long one.

    ``pauses[i]`` is the punctuation after ``words[i]`` ("" for none). ``voice`` is a :class:`Voice` id, or ""
    for the engine's own Indonesian voice; ``rate`` is in syllables a minute; ``pitch`` as in
    :class:`Voicing`.
    """

    words: tuple[str, ...]
    pauses: tuple[str, ...]
    voice: str
    rate: int
    pitch: int = 0


class Microphone(Protocol):
    """What an engine speaks into: its sound leaves the worker piece by piece, with every word's place."""

    def word(self, index: int, sample: int) -> None:
        """Say that word ``index`` begins at ``sample``, counted from the utterance's first sample.

        To be called before the :meth:`sound` that holds that sample.
        """
        ...

    def sound(self, pcm: bytes, sample_rate: int) -> bool:
        """Take signed 16-bit little-endian mono samples; False when nobody listens any more: stop then."""
        ...

    def alive(self) -> bool:
        """Say that work goes on though there is no sound yet; False when nobody listens any more.

        Five seconds without a sign end the worker. May be called from any thread.
        """
        ...


class SpeechEngine(Protocol):
    """A voice box. Lives in its worker process and is called by one thread only."""

    @property
    def version(self) -> str:
        """The version of the engine: what another version said may sound otherwise."""
        ...

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices found on this computer, Indonesian ones first."""
        ...

    def calibration(self, voice: str, microphone: Microphone) -> Calibration:
        """Return a voice's curve in real syllables a minute, measured now if it never was.

        Raises what :meth:`speak` raises.
        """
        ...

    def speak(self, utterance: Utterance, microphone: Microphone) -> None:
        """Say ``utterance`` at its rate, with a mark for every word and without a silence at the end.

        Raises :class:`newsdesk.errors.VoiceMissing` for an unknown voice (never says it in another one) and
        :class:`newsdesk.errors.SpeechFailed` with the engine's own words for anything else that it refuses.
        """
        ...


class Bench(NamedTuple):
    """What an engine finds in its worker: the folder of added voices (None: there are none), kept rates."""

    voices: Path | None
    calibrations: Calibrations


class EngineInfo(NamedTuple):
    """An engine that can be chosen; ``make`` is called in the worker process only, where its imports belong.

    ``found`` says whether it is on this computer and meant for people; it is cheap and imports no engine.
    ``exact_marks``: whether its words are told by the engine itself, or estimated.
    """

    id: str
    name: str
    found: Callable[[], bool]
    make: Callable[[Bench], SpeechEngine]
    exact_marks: bool

    @property
    def offered(self) -> bool:
        """Whether people can choose it here."""
        return self.found()


def has_sound(word: str) -> bool:
    """Say whether there is anything to pronounce: "--" and "…" have a place in time but no sound."""
    return any(letter.isalnum() for letter in word)
