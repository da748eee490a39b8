"""Listening put together: player, bar, voices, rates and saving, for the window and the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from newsdesk.domain.people import DEFAULT_RATE
from newsdesk.errors import CannotSave, NoSoundCard, NothingToSay, SpeechFailed, VoiceMissing
from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.listening.aloud import aloud
from newsdesk.ui.listening.bar import ListeningBar, a_second
from newsdesk.ui.listening.player import AgainOf, Passage, Player, Playing, SentencesOf
from newsdesk.ui.listening.recording import Cue
from newsdesk.ui.listening.save import PreviewSaver
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from newsdesk.domain.people import Person
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.previewing import EngineInfo, Voice, Voicing
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.listening.speaker import Speaker
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks

_RATES = (270, 300, 330, 350, 370, 400, 430)
"""Syllables a minute offered in the bar; any other rate is written in Atur."""


class Listening(QObject):
    """Owns the bar and the player, and keeps them true to settings and announcer.

    The window puts :attr:`bar` under its pages and calls :meth:`opened` and :meth:`closing`. The page with
    the script calls :meth:`follow` whenever another script is shown, ``player.script_changed`` when its words
    change, and connects ``player.word_said`` and ``player.sentence_said`` to its highlight. Any page may call
    :meth:`say`. Esc silences wherever the keyboard is in the window, and only while something is heard.
    """

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        preferences: Preferences,
        news: NewsLine,
        *,
        player: Player | None = None,
        speaker: Speaker | None = None,
        saver: PreviewSaver | None = None,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._preferences = preferences
        self._news = news
        self._newsroom: Newsroom | None = None
        self._person: Person | None = None
        self._slug: Callable[[], str] = str
        self._voice_names: dict[tuple[str, str], str] = {}
        self.player = player or Player(tasks, self.voicing, speaker, parent=self)
        self.saver = saver or PreviewSaver(tasks, parent=self)
        self.bar = ListeningBar(look, self.player)
        self.bar.voice_wanted.connect(self._offer_voices)
        self.bar.rate_wanted.connect(self._offer_rates)
        self.bar.shown.connect(self._refresh)
        self._esc: QShortcut | None = None
        self.player.state_changed.connect(self._player_changed)
        self.player.failed.connect(self._tell_failure)
        self.saver.went_on.connect(self._tell_progress)
        self.saver.saved.connect(self._tell_saved)
        self.saver.failed.connect(self._tell_failure)
        self.saver.cancelled.connect(lambda: news.tell(_("Pratinjau tidak jadi disimpan."), icon="undo-2"))
        preferences.changed.connect(self._preference_changed)
        self._show_voice()
        self.bar.show_announcer(_("Penyiar"), DEFAULT_RATE)

    def voicing(self) -> Voicing:
        """Return who speaks now, and how fast."""
        # Late: the room of speech is loaded with the newsroom, after the window is drawn.
        from newsdesk.services.previewing import Voicing

        settings = self._preferences.settings
        return Voicing(settings.engine, settings.voice, self._person.rate if self._person else DEFAULT_RATE)

    def opened(self, newsroom: Newsroom) -> None:
        """Speak with a newsroom's services, at the rate of its person."""
        self._newsroom = newsroom
        if self._esc is None:  # the bar stands in its window by now
            self._esc = QShortcut(QKeySequence(keys_of("listen.stop")), self.bar.window())
            self._esc.setContext(Qt.ShortcutContext.WindowShortcut)
            self._esc.setEnabled(False)
            self._esc.activated.connect(self.player.stop)
        self._show_voice()
        self.player.opened(newsroom.previewing)
        self._refresh()

    def closing(self) -> None:
        """Be silent: the newsroom is closing. A preview being saved is given up."""
        self.saver.cancel()
        self.player.closing()
        self._newsroom = None

    def follow(
        self,
        sentences_of: SentencesOf | None,
        slug: Callable[[], str] = str,
        again: AgainOf | None = None,
    ) -> None:
        """Hear the script of this page from now on; ``slug`` names its preview files.

        ``again`` gives the passage being heard as it stands after an edit.
        """
        self._slug = slug
        self.player.follow(sentences_of, again)

    def say(self, spoken: str) -> None:
        """Say these words once with the current voice, as they stand ("a es en"); Esc silences.

        They stand in no script: nothing is highlighted. Whatever is being heard stops.
        """
        self.player.hear((Cue(aloud(spoken)),))

    def commands(self) -> list[Command]:
        """Return what can be done about sound, for the palette and the keys."""
        hear = self.player.listen
        silent = Playing.SILENT
        return [
            Command(
                "listen.paragraph",
                _("Dengar paragraf"),
                "play",
                partial(hear, Passage.PARAGRAPH),
                "listen.paragraph",
            ),
            Command(
                "listen.story",
                _("Dengar seluruh naskah"),
                "play",
                partial(hear, Passage.STORY),
                "listen.story",
            ),
            Command(
                "listen.cursor",
                _("Dengar dari kursor"),
                "play",
                partial(hear, Passage.CURSOR),
                "listen.cursor",
            ),
            Command("listen.selection", _("Dengar pilihan"), "play", partial(hear, Passage.SELECTION)),
            Command(
                "listen.stop",
                _("Henti"),
                "square",
                self.player.stop,
                "listen.stop",
                when=lambda: self.player.state is not silent,
            ),
            Command(
                "listen.save",
                _("Simpan pratinjau sebagai WAV"),
                "audio-lines",
                self.save,
                when=lambda: self._newsroom is not None and not self.saver.at_work,
            ),
        ]

    def save(self) -> None:
        """Save a preview of the whole story."""
        newsroom = self._newsroom
        sentences = self.player.sentences(Passage.STORY)
        if newsroom is None:
            return
        if not sentences:
            self._tell_failure(NothingToSay())
            return
        self.saver.save(self.bar.window(), newsroom.previewing, sentences, self.voicing(), self._slug())

    # ------------------------------------------------------------ voices and rates

    def _offer_voices(self) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return
        previewing = newsroom.previewing

        def ask() -> list[tuple[EngineInfo, list[Voice]]]:
            found: list[tuple[EngineInfo, list[Voice]]] = []
            for engine in previewing.engines():
                try:
                    voices = [voice for voice in previewing.voices(engine.id) if voice.language == "id"]
                except (VoiceMissing, SpeechFailed):
                    voices = []  # this engine does not run here: it has no line in the list
                found.append((engine, voices))
            return found

        self._tasks.run(ask, self._show_voices, self._tell_failure, Lane.SPEECH)

    def _show_voices(self, found: Sequence[tuple[EngineInfo, list[Voice]]]) -> None:
        settings = self._preferences.settings
        menu = self._menu(self.bar.voice)
        group = QActionGroup(menu)
        for engine, voices in found:
            menu.addSection(engine.name)
            for voice in voices:
                self._voice_names[engine.id, voice.id] = f"{voice.name}, {engine.name}"
                action = menu.addAction(voice.name)
                action.setCheckable(True)
                action.setActionGroup(group)
                first = not settings.voice and voice == voices[0]
                action.setChecked(engine.id == settings.engine and (voice.id == settings.voice or first))
                action.triggered.connect(partial(self._choose_voice, engine.id, voice.id))
            if not voices:
                menu.addAction(_("Tidak ada suara Indonesia")).setEnabled(False)
        self._open(menu, self.bar.voice)

    def _choose_voice(self, engine: str, voice: str, _checked: bool = False) -> None:
        self._preferences.set("engine", engine)
        self._preferences.set("voice", voice)

    def _offer_rates(self) -> None:
        menu = self._menu(self.bar.rate)
        group = QActionGroup(menu)
        now = self.voicing().rate_spm
        for rate in sorted({*_RATES, now}):
            action = menu.addAction(_("{rate} suku kata/dtk").format(rate=a_second(rate)))
            action.setCheckable(True)
            action.setActionGroup(group)
            action.setChecked(rate == now)
            action.triggered.connect(partial(self._choose_rate, rate))
        self._open(menu, self.bar.rate)

    def _choose_rate(self, rate: int, _checked: bool = False) -> None:
        newsroom, person = self._newsroom, self._person
        if newsroom is not None and person is not None:
            people = newsroom.people
            self._tasks.run(lambda: people.set_rate(person, rate), self._show_person, self._tell_failure)

    def _menu(self, button: QWidget) -> QMenu:
        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self, menu: QMenu, button: QWidget) -> None:
        """Open a list above its button: the bar is at the foot of the window."""
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    def _player_changed(self, state: Playing) -> None:
        # Esc is the player's only while something is heard: fields and lists want it too.
        if self._esc is not None:
            self._esc.setEnabled(state is not Playing.SILENT)

    def _refresh(self) -> None:
        """Ask again who reads here: Atur may have changed the name or the rate."""
        if self._newsroom is not None:
            self._tasks.run(self._newsroom.people.me, self._show_person, self._tell_failure)

    def _show_person(self, person: Person) -> None:
        self._person = person
        self.bar.show_announcer(person.name, person.rate)
        self.player.script_changed()

    def _preference_changed(self, name: str) -> None:
        if name in ("engine", "voice"):
            self._show_voice()

    def _show_voice(self) -> None:
        settings = self._preferences.settings
        engines = self._newsroom.previewing.engines() if self._newsroom is not None else []
        engine = next((info.name for info in engines if info.id == settings.engine), settings.engine)
        self.bar.show_voice(self._voice_names.get((settings.engine, settings.voice), engine))

    # ------------------------------------------------------------ news

    def _tell_failure(self, error: NewsdeskError) -> None:
        if isinstance(error, (NoSoundCard, CannotSave)):
            self._news.tell(
                sentence(error),
                icon="circle-alert",
                token="temuan",
                act=_("Simpan pratinjau"),
                run=self.save,
                stays=True,
            )
        else:
            self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

    def _tell_progress(self, done: int, total: int) -> None:
        words = _("Menyimpan pratinjau, kalimat {done} dari {total}").format(done=done, total=total)
        self._news.tell(words, icon="audio-lines", act=_("Batal"), run=self.saver.cancel, stays=True)

    def _tell_saved(self, path: Path) -> None:
        self._news.tell(_("Pratinjau tersimpan: {path}").format(path=path), icon="check", token="setuju")
