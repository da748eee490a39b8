"""The voices of this computer: which there are, which is best, and Piper voices that the newsroom adds."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from newsdesk.errors import CannotSave, SpeechError, SpeechFailed, VoiceFault, VoiceMissing, VoiceRefused
from newsdesk.services.voice_folder import Stamp, copy_voice, looked_at, place_for, remove_voice
from newsdesk.speech.engine import EngineInfo, Voice, Voicing
from newsdesk.speech.engines import ENGINES, find
from newsdesk.speech.marks import SpokenPiece
from newsdesk.speech.parts import Rests
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.speech.voice_files import MODEL, licence_of
from newsdesk.speech.worker_process import worker_command
from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.text import SpokenWord

INDONESIAN = "id"
DEFAULT = Voicing("espeak")
NEURAL = "onnx"
_TRIAL_WORDS = "warga menunggu bantuan di halaman kantor wali kota sejak pagi"
_TRIAL_NO_RESTS = Rests(0, 0)


class VoiceInfo(NamedTuple):
    """A voice that can be chosen.

    ``slowest_spm`` and ``fastest_spm`` are its real rates in syllables a minute, 0 while it was never
    measured (:meth:`Voices.measured` does). ``licence`` is its own licence text, "" where none came with it;
    ``exact_marks`` whether the highlight follows the sound exactly or by estimate; ``removable`` whether it
    was added here.
    """

    engine: str
    engine_name: str
    id: str
    name: str
    language: str
    slowest_spm: int
    fastest_spm: int
    has_pitch: bool
    licence: str
    exact_marks: bool
    removable: bool


class VoiceTrial(NamedTuple):
    """A voice that was tried before it is added: what it said, and how fast it was made."""

    info: VoiceInfo
    seconds_of_sound: float
    seconds_taken: float
    licence: str
    pieces: tuple[SpokenPiece, ...]

    @property
    def speed(self) -> float:
        """How many seconds of sound it makes in a second."""
        return self.seconds_of_sound / max(self.seconds_taken, 0.001)


class Voices:
    """Belongs on the speech lane: its methods ask workers and wait for them.

    ``folder`` is where added voices are, and what was measured of every voice. ``trials`` makes a synthesiser
    whose added voices are those in another folder: a voice is tried in a worker of its own.
    """

    def __init__(
        self,
        synthesiser: Synthesiser,
        folder: Path,
        trials: Callable[[Path], Synthesiser] | None = None,
    ) -> None:
        self._synthesiser = synthesiser
        self._folder = folder
        self._trials = trials or partial(_trial_workers, folder)
        self._tried: tuple[Stamp, VoiceTrial] | None = None
        self._trial: Synthesiser | None = None
        self._lock = threading.Lock()

    def all(self) -> list[VoiceInfo]:
        """Return every voice of every engine that runs here, Indonesian ones first in each engine.

        Indonesian and added voices are measured if they never were: seconds for a neural one, the first time.
        """
        found: list[VoiceInfo] = []
        for engine in ENGINES:
            if not engine.offered:
                continue
            try:
                voices = self._synthesiser.voices(engine.id)
            except SpeechError:
                continue  # this engine does not run here: it has no voices in the list
            for voice in voices:
                info = _info(engine, voice)
                wanted = voice.language == INDONESIAN or info.removable
                found.append(self._measured_if_it_speaks(info) if wanted else info)
        return found

    def measured(self, info: VoiceInfo) -> VoiceInfo:
        """Return a voice with its real rates, timed now if it never was; kept in the profile.

        Raises :class:`newsdesk.errors.VoiceMissing`, :class:`newsdesk.errors.SpeechFailed`.
        """
        slowest, fastest = self._synthesiser.rates(info.engine, info.id)
        return info._replace(slowest_spm=slowest, fastest_spm=fastest)

    def preferred(self) -> Voicing:
        """Return who speaks unless somebody chose: the system's own Indonesian voice, else espeak."""
        with contextlib.suppress(SpeechError):
            for voice in self._synthesiser.voices("pyttsx3"):
                if voice.is_system and voice.language == INDONESIAN:
                    return Voicing("pyttsx3", voice.id)
        return DEFAULT

    def check(self, path: Path) -> VoiceTrial:
        """Try a Piper voice that a person chose (its .onnx, or the .onnx.json beside it) without adding it.

        Takes seconds: its rate is measured. Raises :class:`newsdesk.errors.VoiceRefused`.
        """
        model, stamp = looked_at(path)
        synthesiser = self._begin_trial(model.parent)
        try:
            listed = next((v for v in synthesiser.voices(NEURAL) if v.id == model.stem), None)
            if listed is None:
                raise VoiceRefused(str(model), VoiceFault.DOES_NOT_SPEAK)
            voicing = Voicing(NEURAL, model.stem)
            info = _info(_neural(), listed)
            slowest, fastest = synthesiser.rates(NEURAL, model.stem)  # loads it, too: that is not its speed
            began = time.monotonic()
            pieces = tuple(synthesiser.speak([_trial_sentence()], voicing, _TRIAL_NO_RESTS))
            taken = time.monotonic() - began
        except (SpeechFailed, VoiceMissing) as error:
            words = error.words if isinstance(error, SpeechFailed) else ""
            raise VoiceRefused(str(model), VoiceFault.DOES_NOT_SPEAK, words) from error
        finally:
            self._end_trial(synthesiser)
        seconds = sum(len(piece.pcm) / 2 / piece.sample_rate for piece in pieces)
        if not seconds:
            raise VoiceRefused(str(model), VoiceFault.DOES_NOT_SPEAK)
        info = info._replace(slowest_spm=slowest, fastest_spm=fastest)
        trial = VoiceTrial(info, seconds, taken, licence_of(model), pieces)
        self._tried = stamp, trial
        return trial

    def add(self, path: Path) -> VoiceInfo:
        """Copy a Piper voice with its settings and licence text into the profile; it can be chosen then.

        Another voice of the same name stays: the new one gets a number. Raises
        :class:`newsdesk.errors.VoiceRefused`, and :class:`newsdesk.errors.CannotSave` when the copy does not
        fit: nothing half is left.
        """
        model, stamp = looked_at(path)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            tried = self._tried
            trial = tried[1] if tried is not None and tried[0] == stamp else self.check(path)
            target = place_for(model, self._folder)
            if not target.exists():
                copy_voice(model, target, trial.licence)
                self._synthesiser.renew(NEURAL)
        except OSError as error:
            raise CannotSave(str(self._folder / model.name), error.strerror or str(error)) from error
        return trial.info._replace(id=target.stem, name=target.stem)

    def remove(self, voice: str) -> None:
        """Remove an added voice by its id. Raises VoiceMissing, and CannotSave when the system refuses."""
        model = self._folder / f"{voice}{MODEL}"
        if Path(voice).name != voice or not model.is_file():
            raise VoiceMissing(NEURAL, voice)
        self._synthesiser.renew(NEURAL)
        try:
            remove_voice(model)
        except OSError as error:
            raise CannotSave(str(model), error.strerror or str(error)) from error
        finally:
            self._synthesiser.renew(NEURAL)

    def close(self) -> None:
        """End a trial under way; may be called from any thread."""
        with self._lock:
            trial = self._trial
        if trial is not None:
            trial.close()

    def _measured_if_it_speaks(self, info: VoiceInfo) -> VoiceInfo:
        try:
            return self.measured(info)
        except SpeechError:
            return info  # it is in the list all the same: who chooses it is told why

    def _begin_trial(self, folder: Path) -> Synthesiser:
        synthesiser = self._trials(folder)
        with self._lock:
            self._trial = synthesiser
        return synthesiser

    def _end_trial(self, synthesiser: Synthesiser) -> None:
        with self._lock:
            self._trial = None
        synthesiser.close()


def _trial_workers(rates: Path, folder: Path) -> Synthesiser:
    return Synthesiser(partial(worker_command, voices=folder, rates=rates))


def _neural() -> EngineInfo:
    info = find(NEURAL)
    assert info is not None  # it stands in ENGINES
    return info


def _info(engine: EngineInfo, voice: Voice) -> VoiceInfo:
    return VoiceInfo(
        engine=engine.id,
        engine_name=engine.name,
        id=voice.id,
        name=voice.name,
        language=voice.language,
        slowest_spm=0,
        fastest_spm=0,
        has_pitch=voice.has_pitch,
        licence=voice.licence,
        exact_marks=engine.exact_marks,
        removable=engine.id == NEURAL,
    )


def _trial_sentence() -> Sentence:
    words: list[SpokenWord] = []
    at = 0
    for word in _TRIAL_WORDS.split():
        words.append(SpokenWord(word, at, at + len(word)))
        at += len(word) + 1
    pauses = ("",) * (len(words) - 1) + (".",)
    return Sentence(0, at, tuple(words), pauses, True)
