"""Who speaks and how fast: the settings, the announcer, and the lists of the bar that change them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.people import DEFAULT_RATE
from newsdesk.i18n import _
from newsdesk.ui.listening.lists import Lists, VoiceLine
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.people import Person
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.previewing import Voicing
    from newsdesk.services.voices import VoiceInfo
    from newsdesk.ui.listening.bar import ListeningBar
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks

_SLOWEST, _FASTEST = 150, 700
"""Syllables a minute that a voice is asked for at most, whatever the announcer's rate times the speed is."""
_SLOW_MS = 300
"""Until the list of voices is waited for in silence: engines start, and new voices are measured once."""


class Choosing(QObject):
    """Keeps the bar true to who speaks.

    :attr:`changed`: another voice, rate, speed or pitch holds from now on. :attr:`slow`: the list of voices
    takes a moment. ``system_voices`` whether this computer may have a real Indonesian voice of its own.
    """

    changed = Signal()
    slow = Signal()
    failed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        preferences: Preferences,
        all_voices: Callable[[], None] | None,
        *,
        system_voices: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._preferences = preferences
        self._all_voices = all_voices
        self._system_voices = system_voices
        self._newsroom: Newsroom | None = None
        self._person: Person | None = None
        self._bar: ListeningBar | None = None
        self._names: dict[tuple[str, str], str] = {}
        self._lists = Lists()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self.slow)
        # An engine and its voice are set one after the other: nothing is asked with one of them old.
        self._another_voice = QTimer(self)
        self._another_voice.setSingleShot(True)
        self._another_voice.timeout.connect(self.changed)
        preferences.changed.connect(self._preference_changed)

    def voicing(self) -> Voicing:
        """Return who speaks now, and how fast."""
        return self._at(round(self._rate * self._preferences.settings.speed / 100))

    def announcers(self) -> Voicing:
        """Return who speaks at the announcer's own rate, however fast one listens: so files are spoken."""
        return self._at(self._rate)

    def show_in(self, bar: ListeningBar) -> None:
        """Show voice and rate in this bar, and open its lists."""
        self._bar = bar
        bar.voice_wanted.connect(self._offer_voices)
        bar.rate_wanted.connect(self._offer_rates)
        bar.shown.connect(self._refresh)
        self._show_voice()
        self._show_announcer()

    def opened(self, newsroom: Newsroom) -> None:
        """Speak with a newsroom's voices, at the rate of its person."""
        self._newsroom = newsroom
        self._show_voice()
        self._refresh()
        # Nobody chose yet. On Linux pyttsx3 has espeak's voices and no others: no worker is started for it.
        if self._system_voices and not self._preferences.settings.voice:
            self._tasks.run(newsroom.voices.preferred, self._prefer, self.failed.emit, Lane.FILES)

    def closing(self) -> None:
        """Ask nothing more: the newsroom is closing."""
        self._newsroom = None

    def _at(self, rate: int) -> Voicing:
        # Late: the room of speech is loaded with the newsroom, after the window is drawn.
        from newsdesk.services.previewing import Voicing

        settings = self._preferences.settings
        return Voicing(settings.engine, settings.voice, max(_SLOWEST, min(rate, _FASTEST)), settings.pitch)

    @property
    def _rate(self) -> int:
        return self._person.rate if self._person is not None else DEFAULT_RATE

    def _offer_voices(self) -> None:
        newsroom = self._newsroom
        if newsroom is not None:
            self._slow.start()
            self._tasks.run(newsroom.voices.all, self._show_voices, self._no_voices, Lane.FILES)

    def _no_voices(self, error: NewsdeskError) -> None:
        self._slow.stop()
        self.failed.emit(error)

    def _show_voices(self, found: Sequence[VoiceInfo]) -> None:
        self._slow.stop()
        settings = self._preferences.settings
        chosen = (settings.engine, settings.voice)
        lines = [
            VoiceLine(one.engine, one.engine_name, one.id, one.name)
            for one in found
            if one.language == "id" or one.removable or (one.engine, one.id) == chosen
        ]
        for one in lines:
            self._names[one.engine, one.voice] = f"{one.name}, {one.engine_name}"
        if self._bar is not None:
            self._lists.voices(self._bar.voice, lines, chosen, self._choose_voice, self._all_voices)

    def _choose_voice(self, line: VoiceLine) -> None:
        self._preferences.set("engine", line.engine)
        self._preferences.set("voice", line.voice)

    def _prefer(self, voicing: Voicing) -> None:
        settings = self._preferences.settings
        if not settings.voice and voicing.engine != settings.engine:
            self._preferences.set("engine", voicing.engine)
            self._preferences.set("voice", voicing.voice)

    def _offer_rates(self) -> None:
        if self._bar is not None:
            choose_speed = partial(self._preferences.set, "speed")
            speed = self._preferences.settings.speed
            self._lists.rates(self._bar.rate, self._rate, speed, self._choose_rate, choose_speed)

    def _choose_rate(self, rate: int) -> None:
        newsroom, person = self._newsroom, self._person
        if newsroom is not None and person is not None:
            people = newsroom.people
            self._tasks.run(lambda: people.set_rate(person, rate), self._show_person, self.failed.emit)

    def _refresh(self) -> None:
        """Ask again who reads here: Atur may have changed the name or the rate."""
        if self._newsroom is not None:
            self._tasks.run(self._newsroom.people.me, self._show_person, self.failed.emit)

    def _show_person(self, person: Person) -> None:
        another_rate = self._person is None or self._person.rate != person.rate
        self._person = person
        self._show_announcer()
        if another_rate:
            self.changed.emit()

    def _show_announcer(self) -> None:
        if self._bar is not None:
            name = self._person.name if self._person is not None else _("Penyiar")
            self._bar.show_announcer(name, self._rate, self._preferences.settings.speed)

    def _preference_changed(self, name: str) -> None:
        if name in ("engine", "voice"):
            self._show_voice()
            self._another_voice.start()
        elif name in ("speed", "pitch"):
            self._show_announcer()
            self.changed.emit()

    def _show_voice(self) -> None:
        if self._bar is None:
            return
        settings = self._preferences.settings
        engines = self._newsroom.previewing.engines() if self._newsroom is not None else []
        engine = next((info.name for info in engines if info.id == settings.engine), settings.engine)
        self._bar.show_voice(self._names.get((settings.engine, settings.voice), engine))
