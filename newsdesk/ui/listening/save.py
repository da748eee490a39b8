"""Saving a preview as WAV: where to, how far, and out again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from newsdesk.i18n import _
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.previewing import Previewing, SavedSentence, Voicing
    from newsdesk.spoken.sentences import Sentence
    from newsdesk.ui.tasks import Stream, Tasks

_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
"""What no file system of the three takes in a name."""
_LONGEST_NAME = 80

AskPath = Callable[[QWidget, str], "Path | None"]
"""Asks where to save, given a suggested path; None when the person thought better of it."""


class PreviewSaver(QObject):
    """Saves one preview at a time, off the window's thread.

    :attr:`went_on` carries sentences done and all; then one of :attr:`saved` (the path), :attr:`failed` (the
    :class:`NewsdeskError`) and :attr:`cancelled` comes.
    """

    went_on = Signal(int, int)
    saved = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, tasks: Tasks, ask_path: AskPath | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ask_path = ask_path or ask_where
        self._stream: Stream | None = None

    @property
    def at_work(self) -> bool:
        """Whether a preview is being saved."""
        return self._stream is not None

    def save(
        self,
        window: QWidget,
        previewing: Previewing,
        sentences: Sequence[Sentence],
        voicing: Voicing,
        slug: str,
    ) -> None:
        """Ask where to, and save ``sentences`` there; nothing happens while another one is being saved."""
        if self.at_work:
            return
        path = self._ask_path(window, str(_folder() / suggested_name(slug)))
        if path is None:
            return
        self.went_on.emit(0, len(sentences))
        ended: list[bool] = []
        stream = self._tasks.stream(
            lambda: previewing.saving(sentences, path, voicing),
            self._step,
            lambda: self._end(ended, lambda: self.saved.emit(path)),
            lambda error: self._end(ended, lambda: self._fail(error)),
            Lane.SPEECH,
        )
        self._stream = None if ended else stream

    def cancel(self) -> None:
        """Stop saving; no file is left."""
        if self._stream is not None:
            self._stream.cancel()
            self._stream = None
            self.cancelled.emit()

    def _step(self, done: SavedSentence) -> None:
        self.went_on.emit(done.number, done.total)

    def _fail(self, error: NewsdeskError) -> None:
        self.failed.emit(error)

    def _end(self, ended: list[bool], tell: Callable[[], None]) -> None:
        ended.append(True)
        self._stream = None
        tell()


def suggested_name(slug: str) -> str:
    """Return a file name for a preview; it says that it is one.

    >>> suggested_name("HARGA/BERAS")
    'HARGA BERAS pratinjau.wav'
    """
    name = " ".join(_UNFIT.sub(" ", slug).split())[:_LONGEST_NAME].strip(" .")
    return f"{name} pratinjau.wav".strip()


def ask_where(window: QWidget, suggested: str) -> Path | None:
    """Ask with the file dialog; a name without an ending gets ".wav"."""
    chosen, _kind = QFileDialog.getSaveFileName(
        window, _("Simpan pratinjau"), suggested, _("Berkas WAV (*.wav)")
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".wav" else path.with_name(path.name + ".wav")


def _folder() -> Path:
    music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
    return Path(music) if music and Path(music).is_dir() else Path.home()
