"""Plays a passage of a script and says which word is being said. Knows neither the editor nor the bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from newsdesk.errors import NewsdeskError, NoSoundCard, NothingToSay
from newsdesk.ui.listening.recording import Recording
from newsdesk.ui.listening.speaker import QtSpeaker, Speaker
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.services.previewing import Mark, Previewing, SpokenPiece, Voicing
    from newsdesk.spoken.sentences import Sentence
    from newsdesk.ui.tasks import Stream, Tasks

_TICK_MS = 15
_STILL_TICKS = 30
_NOWHERE = (-1, -1)


class Passage(Enum):
    """What of the script is to be heard."""

    PARAGRAPH = "paragraph"
    STORY = "story"
    CURSOR = "cursor"
    """From the cursor to the end."""
    SELECTION = "selection"


class Playing(Enum):
    """What the player is doing."""

    SILENT = "silent"
    WAITING = "waiting"
    """Asked for, no sound yet."""
    SAYING = "saying"
    PAUSED = "paused"


SentencesOf = Callable[[Passage], "Sequence[Sentence]"]
"""Gives the sentences of a passage, offsets in the script: the page that shows the script has it."""


class Player(QObject):
    """Hears one passage at a time.

    :attr:`word_said` and :attr:`sentence_said` carry ``(start, end)``, code points of the script as it was
    when listening began, and (-1, -1) when nothing is said any more. :attr:`failed` carries the
    :class:`NewsdeskError`; the player is silent then.
    """

    word_said = Signal(int, int)
    sentence_said = Signal(int, int)
    state_changed = Signal(object)
    moved = Signal(int)
    """The position in milliseconds."""
    measured = Signal()
    """:attr:`length_ms` or :attr:`ticks` are new."""
    failed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        voicing: Callable[[], Voicing],
        speaker: Speaker | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._voicing = voicing
        self._speaker: Speaker = speaker or QtSpeaker()
        self._previewing: Previewing | None = None
        self._sentences_of: SentencesOf | None = None
        self._stream: Stream | None = None
        self._recording = Recording((), (0,))
        self._state = Playing.SILENT
        self._base_ms = 0
        self._pushed = 0
        self._at = 0.0
        self._still = 0
        self._word = self._sentence = _NOWHERE
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    # ------------------------------------------------------------ what there is to hear

    def opened(self, previewing: Previewing) -> None:
        """Speak with these services from now on; the engine's worker is started ahead of the first key."""
        self._previewing = previewing
        engine = self._voicing().engine
        self._tasks.run(lambda: _warm(previewing, engine), _nothing, _nothing, Lane.SPEECH)

    def closing(self) -> None:
        """Be silent and ask no more: the newsroom is closing."""
        self.stop()
        self._previewing = None

    def follow(self, sentences_of: SentencesOf | None) -> None:
        """Listen to another script (None: to none); what is being heard of the former one stops."""
        self.stop()
        self._sentences_of = sentences_of
        self.script_changed()

    def script_changed(self) -> None:
        """Measure the story again for length and ticks, unless something is being heard. Cheap."""
        if self._state is Playing.SILENT:
            self._recording = self._new_recording(self.sentences(Passage.STORY))
            self.measured.emit()

    def sentences(self, passage: Passage) -> Sequence[Sentence]:
        """Return the sentences of a passage as the script stands now."""
        return self._sentences_of(passage) if self._sentences_of is not None else ()

    # ------------------------------------------------------------ listening

    @property
    def state(self) -> Playing:
        """What it is doing."""
        return self._state

    @property
    def position_ms(self) -> int:
        """Where in the passage it is."""
        if self._state is Playing.SILENT:
            return 0
        return min(round(self._base_ms + self._speaker.played_ms()), self._recording.length_ms)

    @property
    def length_ms(self) -> int:
        """How long the passage is, or the story while silent; an estimate until all its sound is there."""
        return self._recording.length_ms

    @property
    def ticks(self) -> list[int]:
        """Where its sentences begin, in milliseconds."""
        return self._recording.ticks

    def listen(self, passage: Passage) -> None:
        """Hear a passage from its beginning; whatever is being heard stops."""
        self.stop()
        self.hear(self.sentences(passage))

    def hear(self, sentences: Sequence[Sentence]) -> None:
        """Hear these sentences, of the script or of none; whatever is being heard stops."""
        self.stop()
        previewing = self._previewing
        if previewing is None:
            return
        if not any(sentence.words for sentence in sentences):
            self.failed.emit(NothingToSay())
            return
        if not self._speaker.present():
            self.failed.emit(NoSoundCard())
            return
        voicing = self._voicing()
        self._recording = recording = self._new_recording(sentences)
        self._enter(Playing.WAITING)
        self.measured.emit()
        self._stream = self._tasks.stream(
            lambda: previewing.listen(sentences, voicing),
            lambda piece: self._take(recording, piece),
            lambda: self._all_come(recording),
            self._fail,
            Lane.SPEECH,
        )

    def stop(self) -> None:
        """Be silent at once."""
        if self._state is Playing.SILENT:
            return
        self._speaker.silence()
        self._timer.stop()
        if self._stream is not None:
            self._stream.cancel()
            self._stream = None
        self._base_ms = self._pushed = 0
        self._say(_NOWHERE, _NOWHERE)
        self._enter(Playing.SILENT)
        self.moved.emit(0)
        self.script_changed()

    def pause_or_go_on(self) -> None:
        """Hold the sound, or go on; when silent, hear the story."""
        if self._state is Playing.SAYING:
            self._speaker.pause()
            self._timer.stop()
            self._enter(Playing.PAUSED)
        elif self._state is Playing.PAUSED:
            self._speaker.resume()
            self._timer.start()
            self._enter(Playing.SAYING)
        elif self._state is Playing.SILENT:
            self.listen(Passage.STORY)

    def seek(self, ms: int) -> None:
        """Go to another place of the passage, as far as its sound has come."""
        if self._state not in (Playing.SAYING, Playing.PAUSED):
            return
        recording = self._recording
        at = max(0, min(ms, recording.come_ms))
        self._base_ms = at
        self._pushed = 2 * (at * recording.sample_rate // 1000)
        if self._begin():
            self._enter(Playing.SAYING)
            self._tick()

    # ------------------------------------------------------------ inside

    def _new_recording(self, sentences: Sequence[Sentence]) -> Recording:
        if self._previewing is None:
            return Recording(sentences, (0,) * (len(sentences) + 1))
        return Recording(sentences, self._previewing.expected(sentences, self._voicing().rate_spm))

    def _take(self, recording: Recording, piece: SpokenPiece) -> None:
        recording.add(piece)
        if self._state is Playing.WAITING and recording.pcm and self._begin():
            self._enter(Playing.SAYING)
            self._tick()

    def _all_come(self, recording: Recording) -> None:
        recording.complete = True
        self._stream = None
        self.measured.emit()
        if self._state is Playing.WAITING:  # nothing but punctuation: there is no sound to wait for
            self.stop()

    def _begin(self) -> bool:
        try:
            self._speaker.begin(self._recording.sample_rate)
        except NoSoundCard as error:
            self._fail(error)
            return False
        self._timer.start()
        return True

    def _tick(self) -> None:
        recording = self._recording
        if self._speaker.lost():
            self._fail(NoSoundCard())
            return
        if self._pushed < len(recording.pcm):
            # A copy of the little that fits: a view over the growing bytes would forbid them to grow.
            ahead = bytes(recording.pcm[self._pushed : self._pushed + 2 * recording.sample_rate])
            self._pushed += self._speaker.write(memoryview(ahead))
        at = self._base_ms + self._speaker.played_ms()
        word, sentence = recording.word_at(at), recording.sentence_at(at)
        self._say(_span(word), _span(sentence))
        self.moved.emit(self.position_ms)
        if recording.complete and self._pushed >= len(recording.pcm):
            # An output's clock may stand still a little before the end: there is no more to wait for.
            self._still = self._still + 1 if at == self._at else 0
            if at >= recording.come_ms - _TICK_MS or (at and self._still > _STILL_TICKS):
                self.stop()
        self._at = at

    def _say(self, word: tuple[int, int], sentence: tuple[int, int]) -> None:
        if sentence != self._sentence:
            self._sentence = sentence
            self.sentence_said.emit(*sentence)
            self.measured.emit()
        if word != self._word:
            self._word = word
            self.word_said.emit(*word)

    def _enter(self, state: Playing) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def _fail(self, error: NewsdeskError) -> None:
        self.stop()
        self.failed.emit(error)


def _span(said: Mark | Sentence | None) -> tuple[int, int]:
    return _NOWHERE if said is None else (said.start, said.end)


def _warm(previewing: Previewing, engine: str) -> None:
    """Start the worker, and load Qt's multimedia library while nobody waits for it."""
    previewing.warm(engine)
    import PySide6.QtMultimedia  # noqa: F401  # pyright: ignore[reportUnusedImport] - loaded ahead of the first key


def _nothing(_answer: object) -> None:
    """Nobody waits for a worker started ahead; its failure is told when something is heard."""
