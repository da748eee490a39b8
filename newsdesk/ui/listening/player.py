"""Plays a passage of a script and says which word is being said. Knows neither the editor nor the bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.errors import NoSoundCard, NothingToSay, NothingToSayHere
from newsdesk.spoken.sentences import Sentence
from newsdesk.ui.listening.passage import AgainOf, Passage, Playing, SentencesOf
from newsdesk.ui.listening.recording import Cue, Recording
from newsdesk.ui.listening.speaker import QtSpeaker
from newsdesk.ui.listening.spotlight import Spotlight
from newsdesk.ui.listening.transport import Transport
from newsdesk.ui.listening.warming import Warming

if TYPE_CHECKING:
    from newsdesk.services.previewing import Previewing, SpokenPiece, Voicing
    from newsdesk.ui.listening.playhead import Heard
    from newsdesk.ui.listening.speaker import Speaker
    from newsdesk.ui.tasks import Tasks

_BACK_WITHIN_MS = 1500
"""Back means the sentence before, when this one has only just begun."""


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
        self._voicing = voicing
        self._sentences_of: SentencesOf | None = None
        self._again: AgainOf | None = None
        self._follows = False
        self._tried: Voicing | None = None
        self._warming = Warming(tasks)
        self.spotlight = Spotlight(self.word_said.emit, self._sentence_begins, self.cue_said.emit)
        self.transport = Transport(tasks, speaker or QtSpeaker(), self._who, self)
        self.transport.heard.connect(self._heard)
        self.transport.state_changed.connect(self._entered)
        self.transport.measured.connect(self.measured)
        self.transport.rerouted.connect(self.rerouted)
        self.transport.failed.connect(self.failed)
        self._recording = Recording((), self._expect)

    # ------------------------------------------------------------ what there is to hear

    def opened(self, previewing: Previewing) -> None:
        """Speak with these services from now on; the engine's worker is started ahead of the first key."""
        self.transport.previewing = previewing
        self._warm_up()

    def closing(self) -> None:
        """Be silent and ask no more: the newsroom is closing."""
        self.stop()
        self.transport.previewing = None
        self._warming.forget()

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
        if self.state is Playing.SILENT:
            self._recording = Recording((Cue(self.sentences(Passage.STORY)),), self._expect)
            self.measured.emit()
        elif self._follows and self._again is not None:
            now = self._again()
            if now is not None:
                self._recording.change(0, now.sentences, self.transport.in_use, now.moved)
                self.transport.recording_changed()
        else:
            self.spotlight.look_again()
        self.words_changed.emit()

    def voicing_changed(self) -> None:
        """Another voice or speed: from the next sentence on."""
        self._warm_up()
        if self.state is Playing.SILENT:
            self.script_changed()
        else:
            self._recording.forget(self.transport.in_use)
            self.transport.recording_changed()

    def set_volume(self, percent: int) -> None:
        """Play at 0 to 100 of the output's own volume, at once."""
        self.transport.speaker.set_volume(percent)

    def set_output(self, output: str) -> None:
        """Play through this output of the system from the next sound on; "" is its default."""
        self.transport.speaker.choose(output)

    def sentences(self, passage: Passage) -> Sequence[Sentence]:
        """Return the sentences of a passage as the script stands now."""
        return self._sentences_of(passage) if self._sentences_of is not None else ()

    # ------------------------------------------------------------ where it is

    @property
    def state(self) -> Playing:
        """What it is doing."""
        return self.transport.state

    @property
    def position_ms(self) -> int:
        """Where in the passage it is."""
        place = self.transport.place
        if place is None:
            return 0
        return self._recording.start_of(place.said) + min(round(place.ms), place.said.length_ms)

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
        recording = Recording((Cue((Sentence(-1, -1, (), (), ends_paragraph=True),)),), self._expect)
        for piece in pieces:
            recording.said[0].add(piece)
        recording.said[0].made = True
        recording.measure_again()
        self._play(recording)

    def stop(self) -> None:
        """Be silent at once."""
        self.transport.stop()

    def pause_or_go_on(self) -> None:
        """Hold the sound, or go on; when silent, hear the story."""
        if self.state is Playing.SAYING:
            self.transport.pause()
        elif self.state is Playing.PAUSED:
            self.transport.go_on()
        elif self.state is Playing.SILENT:
            self.listen(Passage.STORY)

    def seek(self, ms: int) -> None:
        """Go to another place of the passage; where its sound has not come, to the sentence's beginning."""
        place = self._recording.at(max(0, ms)) if self.state is not Playing.SILENT else None
        if place is not None:
            self.transport.go_to(*place)

    def back(self) -> None:
        """Say this sentence again, or the one before when it has only just begun."""
        place = self.transport.place
        if place is not None:
            again = place.said if place.ms > _BACK_WITHIN_MS else self._recording.before(place.said)
            self.transport.go_to(again)

    def skip(self) -> None:
        """Go to the next sentence; after the last one there is silence."""
        place = self.transport.place
        if place is None:
            return
        following = self._recording.after(place.said)
        if following is None:
            self.stop()
        else:
            self.transport.go_to(following)

    # ------------------------------------------------------------ inside

    def _hear(self, cues: Sequence[Cue], *, follows: bool) -> None:
        if self.transport.previewing is None:
            return
        if not any(sentence.words for cue in cues for sentence in cue.sentences):
            elsewhere = follows and any(sentence.words for sentence in self.sentences(Passage.STORY))
            self.failed.emit(NothingToSayHere() if elsewhere else NothingToSay())
            return
        self._follows = follows
        self._play(Recording(cues, self._expect))

    def _play(self, recording: Recording) -> None:
        if self.transport.speaker.present():
            self._recording = recording
            self.spotlight.begin(follows=self._follows)
            self.transport.begin(recording)
        else:
            self._follows = False
            self.failed.emit(NoSoundCard())

    def _warm_up(self) -> None:
        previewing = self.transport.previewing
        if previewing is not None:
            self._warming.warm(previewing, self._voicing().engine)

    def _who(self) -> Voicing:
        return self._tried or self._voicing()

    def _expect(self, sentences: Sequence[Sentence]) -> Sequence[int]:
        previewing = self.transport.previewing
        if previewing is None:
            return [0] * len(sentences)
        starts = previewing.expected(sentences, self._who().rate_spm)
        return [after - start for start, after in pairwise(starts)]

    def _heard(self, place: Heard) -> None:
        number = place.said.cue
        self.spotlight.show(self._recording.cues[number], number, place)
        self.moved.emit(self.position_ms)

    def _entered(self, state: Playing) -> None:
        silent = state is Playing.SILENT
        if silent:
            self.spotlight.end()
            self._follows = False
            self._tried = None
        self.state_changed.emit(state)
        if silent:
            self.moved.emit(0)
            self.script_changed()

    def _sentence_begins(self, start: int, end: int) -> None:
        self.sentence_said.emit(start, end)
        self.measured.emit()
