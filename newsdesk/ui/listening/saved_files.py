"""The files made from the story on the desk: the bar shows the last one, its list all that are known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from newsdesk.i18n import _, clock
from newsdesk.ui.listening import saved_sounds
from newsdesk.ui.listening.lists import Lists
from newsdesk.ui.listening.passage import Passage
from newsdesk.ui.zones import now

if TYPE_CHECKING:
    from newsdesk.ui.listening.bar import ListeningBar
    from newsdesk.ui.listening.player import Player
    from newsdesk.ui.listening.save import HeardStory, Order
    from newsdesk.ui.listening.saved_sounds import SavedSound
    from newsdesk.ui.preferences import Preferences

_LOOK_AFTER_MS = 700


class SavedFiles(QObject):
    """Knows which files still say what the script says. ``again`` saves once more, for air or not."""

    def __init__(
        self, preferences: Preferences, player: Player, bar: ListeningBar, again: Callable[[bool], None]
    ) -> None:
        super().__init__(bar)
        self._preferences = preferences
        self._player = player
        self._bar = bar
        self._again = again
        self._lists = Lists()
        self._newsroom = ""
        self._story: Callable[[], int] = lambda: 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LOOK_AFTER_MS)
        self._later.timeout.connect(self.look_again)
        player.words_changed.connect(self._later.start)
        bar.saved_wanted.connect(self._offer)

    def opened(self, newsroom: str) -> None:
        """Know the files of this newsroom; "" for none."""
        self._newsroom = newsroom

    def follow(self, story: Callable[[], int]) -> None:
        """Know the files of the story whose number this gives."""
        self._story = story
        self._later.start()

    def remember(self, order: Order, story: HeardStory) -> None:
        """Keep in mind that a file was made from a story."""
        from newsdesk.services.sound_files import Purpose, fingerprint

        if not self._newsroom or not story.story:
            return
        sound = saved_sounds.SavedSound(
            self._newsroom,
            story.story,
            str(order.path),
            fingerprint(order.sentences),
            clock(now(self._preferences.settings.zone)),
            0 if story.unsaved else story.revision,
            order.purpose is Purpose.PLAYOUT,
        )
        kept = saved_sounds.with_new(self._preferences.settings.saved_sounds, sound)
        self._preferences.set("saved_sounds", kept)
        self.look_again()

    def look_again(self) -> None:
        """See whether the file made last from this story still says what the script says.

        Of a story with files for air it is the last of those: an old one on air is what matters.
        """
        sounds = self._sounds()
        sound = next((one for one in sounds if one.playout), next(iter(sounds), None))
        if sound is None:
            self._bar.show_saved("", stale=False)
        else:
            self._bar.show_saved(_named(sound), stale=sound.words != self._words())

    def _sounds(self) -> list[SavedSound]:
        story = self._story()
        if not self._newsroom or not story:
            return []
        return saved_sounds.of_story(self._preferences.settings.saved_sounds, self._newsroom, story)

    def _words(self) -> str:
        from newsdesk.services.sound_files import fingerprint

        return fingerprint(self._player.sentences(Passage.STORY))

    def _offer(self) -> None:
        """List the files, the last one first; choosing one opens its folder."""
        sounds = self._sounds()
        if not sounds:
            return
        words = self._words()
        acts = [(_("Simpan lagi…"), partial(self._again, sounds[0].playout))]
        for sound in sounds:
            told = _("{words} usang").format(words=_named(sound)) if sound.words != words else _named(sound)
            folder = QUrl.fromLocalFile(str(Path(sound.path).parent))
            line = _("Buka folder {name} ({what})").format(name=Path(sound.path).name, what=told)
            acts.append((line.replace("&", "&&"), partial(_open_folder, folder)))
        self._lists.acts(self._bar.saved, acts)


def _named(sound: SavedSound) -> str:
    words = _("Siar {time}") if sound.playout else _("Pratinjau {time}")
    return words.format(time=sound.at)


def _open_folder(folder: QUrl) -> None:
    QDesktopServices.openUrl(folder)
