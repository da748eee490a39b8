"""Listening put together: player, bar, voices, rates and saving, for the window and the pages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from newsdesk.errors import CannotSave, NoSoundCard, NothingToSay
from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.listening.aloud import aloud
from newsdesk.ui.listening.bar import ListeningBar
from newsdesk.ui.listening.choosing import Choosing
from newsdesk.ui.listening.heard_file import HeardFile
from newsdesk.ui.listening.lists import Lists
from newsdesk.ui.listening.passage import AgainOf, Passage, Playing, SentencesOf
from newsdesk.ui.listening.player import Player
from newsdesk.ui.listening.recording import Cue
from newsdesk.ui.listening.save import HeardStory, SoundSaver
from newsdesk.ui.listening.saving import Saving
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.previewing import Voicing
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.listening.speaker import Speaker
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks

_TRIAL = "selamat pagi, warga menunggu bantuan di halaman kantor wali kota sejak pukul tujuh."
"""What a voice says when it is tried: in Indonesian whatever the interface's language."""
_HEARD = "heard"


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
        saver: SoundSaver | None = None,
        all_voices: Callable[[], None] | None = None,
        system_voices: bool = sys.platform != "linux",
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._news = news
        self._lists = Lists()
        self._choosing = Choosing(tasks, preferences, all_voices, system_voices=system_voices)
        self.player = player or Player(tasks, self.voicing, speaker, parent=self)
        self._file = HeardFile(tasks, self.player, self._tell_failure)
        self.bar = ListeningBar(look, self.player)
        self.saving = Saving(
            look,
            preferences,
            news,
            self.player,
            self.bar,
            saver or SoundSaver(tasks),
            self._choosing.announcers,
        )
        self._esc: QShortcut | None = None
        self._hushed: list[QShortcut] = []
        self._connect()
        settings = preferences.settings
        self.player.set_output(settings.output)
        self.player.set_volume(settings.volume)
        self.bar.show_volume(settings.volume)
        self._choosing.show_in(self.bar)

    def voicing(self) -> Voicing:
        """Return who speaks now, and how fast."""
        return self._choosing.voicing()

    def opened(self, newsroom: Newsroom) -> None:
        """Speak with a newsroom's services, at the rate of its person."""
        if self._esc is None:  # the bar stands in its window by now
            self._esc = QShortcut(QKeySequence(keys_of("listen.stop")), self.bar.window())
            self._esc.setContext(Qt.ShortcutContext.WindowShortcut)
            self._esc.setEnabled(False)
            self._esc.activated.connect(self.player.stop)
            self._esc.activatedAmbiguously.connect(self.player.stop)
        self.player.opened(newsroom.previewing)
        self._file.clips = newsroom.clips
        self.saving.opened(newsroom)
        self._choosing.opened(newsroom)

    def closing(self) -> None:
        """Be silent: the newsroom is closing. A file being saved is given up."""
        self._file.clips = None
        self.saving.closing()
        self.player.closing()
        self._choosing.closing()

    def follow(
        self,
        sentences_of: SentencesOf | None,
        about: Callable[[], HeardStory] = HeardStory,
        again: AgainOf | None = None,
    ) -> None:
        """Hear the script of this page from now on; ``about`` tells what its files are named by.

        ``again`` gives the passage being heard as it stands after an edit.
        """
        self.saving.follow(about)
        self.player.follow(sentences_of, again)

    def say(self, spoken: str) -> None:
        """Say these words once with the current voice, as they stand ("a es en"); Esc silences.

        They stand in no script: nothing is highlighted. Whatever is being heard stops.
        """
        self.player.hear((Cue(aloud(spoken)),))

    def play_file(self, path: str, began: Callable[[], None], failed: Callable[[], None]) -> None:
        """Hear a sound file; ``began`` is called with its first sound, ``failed`` when it cannot be heard.

        Why it cannot is told here. Whatever is being heard stops; Esc silences.
        """
        self._file.play(path, began, failed)

    @property
    def heard_file(self) -> bool:
        """Whether what is heard now is a sound file."""
        return self._file.is_heard

    def try_voice(self, voicing: Voicing) -> None:
        """Hear a voice say a sentence, whichever is chosen."""
        self.player.hear((Cue(aloud(_TRIAL)),), voicing)

    def hear_stories(self, cues: Sequence[Cue]) -> None:
        """Hear several stories in their order, each told by its slug; the open one is not highlighted."""
        self.player.hear(cues)

    def commands(self) -> list[Command]:
        """Return what can be done about sound, for the palette and the keys."""

        def hear(name: str, words: str, passage: Passage) -> Command:
            return Command(name, words, "play", partial(self.player.listen, passage), name)

        def move(name: str, words: str, icon: str, run: Callable[[], None]) -> Command:
            return Command(name, words, icon, run, name, when=self._is_heard)

        volume = self._preferences.settings.volume
        return [
            hear("listen.paragraph", _("Dengar paragraf"), Passage.PARAGRAPH),
            hear("listen.story", _("Dengar seluruh naskah"), Passage.STORY),
            hear("listen.cursor", _("Dengar dari kursor"), Passage.CURSOR),
            hear("listen.selection", _("Dengar pilihan"), Passage.SELECTION),
            Command(
                "listen.pause", _("Jeda atau lanjut"), "pause", self.player.pause_or_go_on, "listen.pause"
            ),
            move("listen.back", _("Ulangi kalimat, lalu mundur satu kalimat"), "undo-2", self.player.back),
            move("listen.next", _("Kalimat berikutnya"), "arrow-right", self.player.skip),
            move("listen.stop", _("Henti"), "square", self.player.stop),
            Command("listen.louder", _("Lebih keras"), "volume-2", partial(self._volume, volume + 10)),
            Command("listen.softer", _("Lebih pelan"), "volume-2", partial(self._volume, volume - 10)),
            *self.saving.commands(),
        ]

    def _connect(self) -> None:
        self.bar.volume_wanted.connect(self._offer_volumes)
        self._choosing.changed.connect(self.player.voicing_changed)
        self._choosing.slow.connect(self._tell_slow)
        self._choosing.failed.connect(self._tell_failure)
        self.player.state_changed.connect(self._player_changed)
        self.player.cue_said.connect(self._cue_said)
        self.player.rerouted.connect(self._tell_rerouted)
        self.player.failed.connect(self._tell_failure)
        self._preferences.changed.connect(self._preference_changed)

    def _is_heard(self) -> bool:
        return self.player.state is not Playing.SILENT

    def _offer_volumes(self) -> None:
        self._lists.volumes(self.bar.volume, self._preferences.settings.volume, self._volume)

    def _volume(self, percent: int) -> None:
        self._preferences.set("volume", max(0, min(percent, 100)))

    def _preference_changed(self, name: str) -> None:
        settings = self._preferences.settings
        if name == "volume":
            self.player.set_volume(settings.volume)
            self.bar.show_volume(settings.volume)
        elif name == "output":
            self.player.set_output(settings.output)

    # ------------------------------------------------------------ what is heard

    def _player_changed(self, state: Playing) -> None:
        # Esc is the player's only while something is heard: fields and lists want it too.
        if self._esc is None:
            return
        self._esc.setEnabled(state is not Playing.SILENT)
        if state is Playing.SILENT:
            for one in self._hushed:
                one.setEnabled(True)
            self._hushed = []
        else:
            QTimer.singleShot(0, self, self._hush_others)  # after the pages have heard of it

    def _hush_others(self) -> None:
        """Let Esc be the player's alone: of two shortcuts with the same key Qt would start neither."""
        esc = self._esc
        if esc is None or not esc.isEnabled():
            return
        for one in self.bar.window().findChildren(QShortcut):
            if one is not esc and one.key() == esc.key() and one.isEnabled():
                one.setEnabled(False)
                self._hushed.append(one)

    def _cue_said(self, cue: Cue | None) -> None:
        if cue is not None and cue.slug:
            words = _("Terdengar: {slug}").format(slug=cue.slug)
            self._news.tell(words, icon="volume-2", lasts=True, about=_HEARD)
        else:
            self._news.settle(_HEARD)

    def _tell_slow(self) -> None:
        self._news.tell(_("Memeriksa suara yang terpasang"), icon="audio-lines")

    def _tell_rerouted(self, name: str) -> None:
        words = _("Keluaran suara dicabut. Dilanjutkan lewat {name}.").format(name=name)
        self._news.tell(words, icon="volume-2")

    def _tell_failure(self, error: NewsdeskError) -> None:
        if isinstance(error, (NoSoundCard, CannotSave)):
            self.saving.offer_instead(error)
        else:
            # That a paragraph is empty lasts no longer than the key that asked for it.
            stays = not isinstance(error, NothingToSay)
            self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=stays)
