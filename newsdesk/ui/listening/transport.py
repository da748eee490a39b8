"""Plays one recording: has it made ahead, pushes it to the output, knows where the ear is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from newsdesk.errors import NewsdeskError, NoSoundCard
from newsdesk.ui.listening.passage import Playing
from newsdesk.ui.listening.playhead import Heard, Playhead
from newsdesk.ui.listening.supply import Supply

if TYPE_CHECKING:
    from newsdesk.services.previewing import Previewing, Voicing
    from newsdesk.ui.listening.recording import Recording, SaidSentence
    from newsdesk.ui.listening.speaker import Speaker
    from newsdesk.ui.tasks import Tasks

_TICK_MS = 15
_STILL_TICKS = 30
_OUTPUTS_TRIED = 3


class Transport(QObject):
    """Stands in one recording at a time; ``voicing`` says who speaks what is still to be made.

    :attr:`heard` carries a :class:`Heard` again and again while something is. :attr:`failed` comes after the
    state has become silent. :attr:`measured`: lengths of the recording are new. :attr:`rerouted` carries the
    name of the output that took the place of one that was unplugged.
    """

    heard = Signal(object)
    state_changed = Signal(object)
    measured = Signal()
    rerouted = Signal(str)
    failed = Signal(object)

    def __init__(
        self, tasks: Tasks, speaker: Speaker, voicing: Callable[[], Voicing], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.previewing: Previewing | None = None
        self.speaker = speaker
        self.state = Playing.SILENT
        self._voicing = voicing
        self._supply = Supply(tasks, self._came, self.measured.emit, self._fail)
        self._head = Playhead(speaker)
        self._recording: Recording | None = None
        self._said: SaidSentence | None = None
        self._at = -1.0
        self._still = 0
        self._outputs_lost = 0
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(_TICK_MS)
        self.timer.timeout.connect(self.tick)

    @property
    def place(self) -> Heard | None:
        """What is at the ear; None while there is silence."""
        return self._head.heard() if self.state is not Playing.SILENT else None

    @property
    def in_use(self) -> list[SaidSentence]:
        """The sentences whose sound is at the ear or on its way: it must not change."""
        return self._head.in_use

    def begin(self, recording: Recording) -> None:
        """Play a recording from its beginning; it has at least one sentence."""
        self._recording = recording
        self._outputs_lost = 0
        self._head.put(recording, recording.said[0])
        self._enter(Playing.WAITING)
        self.measured.emit()
        self._make_ahead()
        self._came()

    def stop(self) -> None:
        """Be silent at once."""
        if self.state is Playing.SILENT:
            return
        self._head.silence()
        self.timer.stop()
        self._supply.stop()
        self._recording = self._said = None
        self._enter(Playing.SILENT)

    def pause(self) -> None:
        """Hold the sound."""
        self.speaker.pause()
        self.timer.stop()
        self._enter(Playing.PAUSED)

    def go_on(self) -> None:
        """Go on after :meth:`pause`."""
        self.speaker.resume()
        self.timer.start()
        self._enter(Playing.SAYING)

    def go_to(self, said: SaidSentence, ms: int = 0) -> None:
        """Go to a sentence of the recording, as far into it as its sound has come."""
        recording = self._recording
        if recording is None:
            return
        self._supply.changed(recording, ())
        left = [one for one in self._head.in_use if one is not said]
        self._head.put(recording, said, ms)
        for one in left:
            recording.settle(one)
        if said.stale and said.successor is not None:
            recording.settle(said)
        self.timer.stop()
        self._enter(Playing.WAITING)
        self._make_ahead()
        self._came()

    def recording_changed(self) -> None:
        """Sentences of the recording are others now, or are to be made again: go on with them."""
        if self._recording is not None:
            self._head.put_right()
            self._supply.changed(self._recording, self._head.in_use)
            self.measured.emit()
            self._make_ahead()

    def tick(self) -> None:
        """Push what there is room for, and tell what is at the ear."""
        if self.speaker.lost():
            self._lost()
            return
        try:
            all_pushed = self._head.push()
        except NoSoundCard as error:
            self._fail(error)
            return
        self._make_ahead()
        recording = self._recording
        if recording is None:  # asking for more has failed at once
            return
        for said in self._head.over():
            recording.settle(said)
        place = self._head.heard()
        if place is None:
            return
        if place.said is not self._said:
            self._said = place.said
            recording.release_behind(place.said)
        self.heard.emit(place)
        if all_pushed:
            # An output's clock may stand still a little before the end: there is no more to wait for.
            self._still = self._still + 1 if place.ms == self._at else 0
            if place.ms >= place.said.come_ms - _TICK_MS or (place.ms and self._still > _STILL_TICKS):
                self.stop()
        self._at = place.ms

    def _make_ahead(self) -> None:
        previewing, recording, pushing = self.previewing, self._recording, self._head.pushing
        if previewing is not None and recording is not None and pushing is not None:
            self._supply.keep_ahead(previewing, self._voicing(), recording, pushing)

    def _came(self) -> None:
        if self.state is not Playing.WAITING:
            return
        if not self._head.skip_silent():  # nothing but punctuation, to the end
            self.stop()
        elif self._head.ready:
            self._enter(Playing.SAYING)
            self.timer.start()
            self.tick()

    def _lost(self) -> None:
        """The output is gone: go on through the system's other one, if there is any."""
        place = self._head.heard()
        self._outputs_lost += 1
        if place is None or not self.speaker.present() or self._outputs_lost > _OUTPUTS_TRIED:
            self._fail(NoSoundCard())
            return
        self.go_to(place.said, round(place.ms))
        self.rerouted.emit(self.speaker.name())

    def _enter(self, state: Playing) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _fail(self, error: NewsdeskError) -> None:
        self.stop()
        self.failed.emit(error)
