"""The sound of a clip on air: its copy on this computer, played by Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, QUrl

from newsdesk.i18n import _

if TYPE_CHECKING:  # Qt's multimedia library is loaded when the first clip is near, never before a frame
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

_QUIET = "qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg*=false"
"""What Qt's multimedia library tells that no announcer can act on."""
_LOOK_MS = 250
_STILL_LOOKS = 6
"""So many looks at one and the same place, and nothing is heard: 1.5 s."""
_FIRST_LOOKS = 12
"""So many looks until anything is heard: an output that sleeps, or a share, takes its time."""


class ClipSound(Protocol):
    """Plays one file at a time."""

    def prepare(self, path: str) -> None:
        """Open a file, so that it sounds at once when it is played."""
        ...

    def play(self, path: str, ended: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Play a file from its beginning; ``ended`` or ``failed`` (with why, in a few words) comes once."""
        ...

    def stop(self) -> None:
        """Be silent now; neither ``ended`` nor ``failed`` comes any more."""
        ...

    def played_ms(self) -> int:
        """Return how much of the file was heard."""
        ...


class QtClipSound(QObject):
    """Qt's media player. ``output`` returns the system's id of the wanted output, "" for its own."""

    def __init__(self, output: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = output
        self._player: QMediaPlayer | None = None
        self._output: QAudioOutput | None = None
        self._path = ""
        self._ended: Callable[[], None] | None = None
        self._failed: Callable[[str], None] | None = None
        # Of an output that is unplugged while it plays Qt tells nothing: the clip would stand still for good.
        self._place = self._still = 0
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MS)
        self._watch.timeout.connect(self._look)

    def prepare(self, path: str) -> None:
        """Open a file; see :class:`ClipSound`."""
        if path != self._path and self._ended is None:
            self._open(path)

    def play(self, path: str, ended: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Play a file; see :class:`ClipSound`."""
        from PySide6.QtMultimedia import QMediaDevices

        self.stop()
        player = self._made()
        output = next(
            (
                one
                for one in QMediaDevices.audioOutputs()
                if bytes(one.id().data()).decode(errors="replace") == self._wanted()
            ),
            QMediaDevices.defaultAudioOutput(),
        )
        if output.isNull():  # Qt would pretend to play
            failed(_("komputer ini tidak punya keluaran suara"))
            return
        if self._output is not None:
            self._output.setDevice(output)
        # Told before the file is opened: a missing one fails at once, a damaged one a moment later.
        self._ended, self._failed = ended, failed
        if path != self._path:
            self._open(path)
        player.setPosition(0)
        player.play()
        if self._ended is not None:
            self._place = self._still = 0
            self._watch.start()

    def stop(self) -> None:
        """Be silent; see :class:`ClipSound`."""
        self._done()
        if self._player is not None:
            self._player.stop()

    def played_ms(self) -> int:
        """Return the player's position; see :class:`ClipSound`."""
        return self._player.position() if self._player is not None else 0

    def _open(self, path: str) -> None:
        player = self._made()
        # The same file opened again is not looked at again; the copy may have been mended meanwhile.
        player.setSource(QUrl())
        self._path = path
        player.setSource(QUrl.fromLocalFile(path))

    def _made(self) -> QMediaPlayer:
        if self._player is None:
            QLoggingCategory.setFilterRules(_QUIET)
            from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

            self._player = QMediaPlayer(self)
            self._output = QAudioOutput(self)
            self._player.setAudioOutput(self._output)
            self._player.mediaStatusChanged.connect(self._status_changed)
            self._player.errorOccurred.connect(self._error)
        return self._player

    def _status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        ended = self._ended
        if status is QMediaPlayer.MediaStatus.EndOfMedia and ended is not None:
            self._done()
            ended()

    def _error(self, *_what: object) -> None:
        """Tell whoever waits; a file that was opened ahead of time is tried again when it is wanted."""
        failed = self._failed
        self._done()
        self._path = ""
        if failed is not None:
            failed(_("berkasnya tidak bisa diputar"))

    def _look(self) -> None:
        """Tell whoever waits when the clip stands still."""
        place, failed = self.played_ms(), self._failed
        self._still = self._still + 1 if place == self._place else 0
        self._place = place
        if failed is not None and self._still >= (_STILL_LOOKS if place else _FIRST_LOOKS):
            unread = self._is_unread()
            self.stop()
            # Its stream is gone with the output: opened anew, it is heard on the next one.
            self._path = ""
            failed(_("berkasnya tidak bisa dibaca") if unread else _("keluaran suara terputus"))

    def _is_unread(self) -> bool:
        """Return whether the player waits for the file, and not for the output."""
        from PySide6.QtMultimedia import QMediaPlayer

        waits = (QMediaPlayer.MediaStatus.LoadingMedia, QMediaPlayer.MediaStatus.StalledMedia)
        return self._player is not None and self._player.mediaStatus() in waits

    def _done(self) -> None:
        """Nobody waits any more."""
        self._ended = self._failed = None
        self._watch.stop()
