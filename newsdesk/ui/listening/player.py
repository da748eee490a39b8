"""Plays a passage of a script and says which word is being said. Knows neither the editor nor the bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from newsdesk.errors import NewsdeskError, NoSoundCard, NothingToSay
from newsdesk.spoken.sentences import Sentence
from newsdesk.ui.listening.passage import AgainOf, Passage, Playing, SentencesOf
from newsdesk.ui.listening.playhead import Playhead
from newsdesk.ui.listening.recording import Cue, Recording, SaidSentence
from newsdesk.ui.listening.speaker import QtSpeaker, Speaker
from newsdesk.ui.listening.supply import Supply
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.services.previewing import Previewing, SpokenPiece, Voicing
    from newsdesk.spoken.text import SpokenWord
    from newsdesk.ui.tasks import Tasks

_TICK_MS = 15
_STILL_TICKS = 30
_BACK_WITHIN_MS = 1500
"""Back means the sentence before, when this one has only just begun."""
_OUTPUTS_TRIED = 3
_NOWHERE = (-1, -1)


class Player(QObject):
    """Hears one passage at a time, or several stories in order.

    :attr:`word_said` and :attr:`sentence_said` carry ``(start, end)``, code points of the script as the page
    last gave it, and (-1, -1) when nothing of it is said. :attr:`failed` carries the :class:`NewsdeskError`;
    the player is silent then. :attr:`cue_said` carries the :class:`Cue` that begins, None at the end.
    """

    word_said = Signal(int, int)
    sentence_said = Signal(int, int)
    cue_said = Signal(object)
    state_changed = Signal(object)
    moved = Signal(int)
    """The position in milliseconds."""
    measured = Signal()
    """:attr:`length_ms` or :attr:`ticks` are new."""
    words_changed = Signal()
    """The script, or its words, are others now."""
    rerouted = Signal(str)
    """The output was unplugged; it goes on through the one of this name."""
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
        self._again: AgainOf | None = None
        self._supply = Supply(tasks, self._came, self.measured.emit, self._fail)
        self._head = Playhead(self._speaker)
        self._recording = Recording((), self._expect)
        self._state = Playing.SILENT
        self._follows = False
        self._tried: Voicing | None = None
        self._cue = -1
        self._still = 0
        self._at = 0
        self._outputs_lost = 0
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

    def follow(self, sentences_of: SentencesOf | None, again: AgainOf | None = None) -> None:
        """Listen to another script (None: to none); what is being heard of the former one stops."""
        if self._follows:
            self.stop()
        self._sentences_of, self._again = sentences_of, again
        self.script_changed()

    def script_changed(self) -> None:
        """The script's words are others now: while silent it is measured again; what is heard follows them.

        A sentence being said is said to its end as it was; the others are made again as they stand now.
        """
        if self._state is Playing.SILENT:
            self._recording = Recording((Cue(self.sentences(Passage.STORY)),), self._expect)
            self.measured.emit()
        elif self._follows and self._again is not None:
            now = self._again()
            if now is not None:
                in_use = self._head.in_use
                self._recording.change(0, now.sentences, in_use, now.moved)
                self._head.put_right()
                self._go_on_making()
        self.words_changed.emit()

    def voicing_changed(self) -> None:
        """Another voice or speed: from the next sentence on."""
        if self._state is Playing.SILENT:
            self.script_changed()
        else:
            self._recording.forget(self._head.in_use)
            self._go_on_making()

    def set_volume(self, percent: int) -> None:
        """Play at 0 to 100 of the output's own volume, at once."""
        self._speaker.set_volume(percent)

    def set_output(self, output: str) -> None:
        """Play through this output of the system from the next sound on; "" is its default."""
        self._speaker.choose(output)

    def sentences(self, passage: Passage) -> Sequence[Sentence]:
        """Return the sentences of a passage as the script stands now."""
        return self._sentences_of(passage) if self._sentences_of is not None else ()

    # ------------------------------------------------------------ where it is

    @property
    def state(self) -> Playing:
        """What it is doing."""
        return self._state

    @property
    def position_ms(self) -> int:
        """Where in the passage it is."""
        heard = self._head.heard() if self._state is not Playing.SILENT else None
        if heard is None:
            return 0
        return self._recording.start_of(heard.said) + min(round(heard.ms), heard.said.length_ms)

    @property
    def length_ms(self) -> int:
        """How long the passage is, or the story while silent; an estimate until all its sound is there."""
        return self._recording.length_ms

    @property
    def ticks(self) -> list[int]:
        """Where its sentences begin, in milliseconds."""
        return self._recording.ticks

    # ------------------------------------------------------------ listening

    def listen(self, passage: Passage) -> None:
        """Hear a passage from its beginning; whatever is being heard stops."""
        self.stop()
        self._hear((Cue(self.sentences(passage)),), follows=True)

    def hear(self, cues: Sequence[Cue], voicing: Voicing | None = None) -> None:
        """Hear stories in order, or words of no script, perhaps in another voice than the chosen one.

        Whatever is being heard stops.
        """
        self.stop()
        self._tried = voicing
        self._hear(cues, follows=False)

    def hear_sound(self, pieces: Sequence[SpokenPiece]) -> None:
        """Hear sound that is there already: a voice that was tried. Whatever is being heard stops."""
        self.stop()
        if not self._speaker.present():
            self.failed.emit(NoSoundCard())
            return
        self._recording = Recording((Cue((Sentence(-1, -1, (), (), True),)),), self._expect)
        for piece in pieces:
            self._recording.said[0].add(piece)
        self._recording.said[0].made = True
        self._recording.measure_again()
        self._head.put(self._recording, self._recording.said[0])
        self._enter(Playing.WAITING)
        self.measured.emit()
        self._came()

    def stop(self) -> None:
        """Be silent at once."""
        if self._state is Playing.SILENT:
            return
        self._head.silence()
        self._timer.stop()
        self._supply.stop()
        self._say(_NOWHERE, _NOWHERE)
        self._begin_cue(-1)
        self._follows = False
        self._tried = None
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
        """Go to another place of the passage; where its sound has not come, to the sentence's beginning."""
        place = self._recording.at(max(0, ms)) if self._state is not Playing.SILENT else None
        if place is not None:
            self._go_to(*place)

    def back(self) -> None:
        """Say this sentence again, or the one before when it has only just begun."""
        heard = self._head.heard()
        if self._state is not Playing.SILENT and heard is not None:
            again = heard.said if heard.ms > _BACK_WITHIN_MS else self._recording.before(heard.said)
            self._go_to(again, 0)

    def skip(self) -> None:
        """Go to the next sentence; after the last one there is silence."""
        heard = self._head.heard()
        if self._state is Playing.SILENT or heard is None:
            return
        following = self._recording.after(heard.said)
        if following is None:
            self.stop()
        else:
            self._go_to(following, 0)

    # ------------------------------------------------------------ inside

    def _hear(self, cues: Sequence[Cue], *, follows: bool) -> None:
        if self._previewing is None:
            return
        if not any(sentence.words for cue in cues for sentence in cue.sentences):
            self.failed.emit(NothingToSay())
            return
        if not self._speaker.present():
            self.failed.emit(NoSoundCard())
            return
        self._recording = Recording(cues, self._expect)
        self._follows = follows
        self._outputs_lost = 0
        self._head.put(self._recording, self._recording.said[0])
        self._enter(Playing.WAITING)
        self.measured.emit()
        self._make_ahead()

    def _go_to(self, said: SaidSentence, ms: int) -> None:
        self._supply.changed(self._recording, ())
        left = [one for one in self._head.in_use if one is not said]
        self._head.put(self._recording, said, ms)
        for one in left:
            self._recording.settle(one)
        if said.stale and said.successor is not None:
            self._recording.settle(said)
        self._timer.stop()
        self._enter(Playing.WAITING)
        self._make_ahead()
        self._came()

    def _expect(self, sentences: Sequence[Sentence]) -> Sequence[int]:
        if self._previewing is None:
            return [0] * len(sentences)
        starts = self._previewing.expected(sentences, (self._tried or self._voicing()).rate_spm)
        return [after - start for start, after in pairwise(starts)]

    def _make_ahead(self) -> None:
        if self._previewing is not None and self._head.pushing is not None:
            voicing = self._tried or self._voicing()
            self._supply.keep_ahead(self._previewing, voicing, self._recording, self._head.pushing)

    def _go_on_making(self) -> None:
        self._supply.changed(self._recording, self._head.in_use)
        self.measured.emit()
        self._make_ahead()

    def _came(self) -> None:
        if self._state is not Playing.WAITING:
            return
        if not self._head.skip_silent():  # nothing but punctuation, to the end
            self.stop()
        elif self._head.ready:
            self._enter(Playing.SAYING)
            self._timer.start()
            self._tick()

    def _tick(self) -> None:
        if self._speaker.lost():
            self._lost()
            return
        try:
            all_pushed = self._head.push()
        except NoSoundCard as error:
            self._fail(error)
            return
        self._make_ahead()
        for said in self._head.over():
            self._recording.settle(said)
        heard = self._head.heard()
        if heard is None:
            return
        self._begin_cue(heard.said.cue)
        followed = self._follows
        word = heard.said.word_at(heard.ms) if followed else None
        self._say(_span(word), _span(heard.said.sentence if followed else None))
        at = self.position_ms
        self.moved.emit(at)
        if all_pushed:
            # An output's clock may stand still a little before the end: there is no more to wait for.
            self._still = self._still + 1 if at == self._at else 0
            if heard.ms >= heard.said.come_ms - _TICK_MS or (heard.ms and self._still > _STILL_TICKS):
                self.stop()
        self._at = at

    def _lost(self) -> None:
        """The output is gone: go on through the system's other one, if there is any."""
        heard = self._head.heard()
        self._outputs_lost += 1
        if heard is None or not self._speaker.present() or self._outputs_lost > _OUTPUTS_TRIED:
            self._fail(NoSoundCard())
            return
        self._go_to(heard.said, round(heard.ms))
        self.rerouted.emit(self._speaker.name())

    def _begin_cue(self, number: int) -> None:
        if number != self._cue:
            self._cue = number
            self.cue_said.emit(self._recording.cues[number] if number >= 0 else None)

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


def _span(said: SpokenWord | Sentence | None) -> tuple[int, int]:
    return _NOWHERE if said is None else (said.start, said.end)


def _warm(previewing: Previewing, engine: str) -> None:
    """Start the worker, and load Qt's multimedia library while nobody waits for it."""
    previewing.warm(engine)
    import PySide6.QtMultimedia  # noqa: F401  # pyright: ignore[reportUnusedImport] - loaded ahead of the first key


def _nothing(_answer: object) -> None:
    """Nobody waits for a worker started ahead; its failure is told when something is heard."""
