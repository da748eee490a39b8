"""Saving a story as a sound file: off the window's thread, with progress, and out again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.audio.formats import SoundSpec
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.previewing import Hush, Voicing
    from newsdesk.services.sound_files import CutInfo, Notice, Purpose, SavedStep, SoundFiles
    from newsdesk.spoken.sentences import Sentence
    from newsdesk.ui.tasks import Stream, Tasks


class HeardStory(NamedTuple):
    """What the page tells of the story that it shows; ``story`` is 0 while it was never stored.

    ``airtime`` is on the station's clock; ``unsaved``: its words have changed since that revision.
    """

    slug: str = ""
    title: str = ""
    story: int = 0
    revision: int = 0
    reporter: str = ""
    airtime: datetime | None = None
    unsaved: bool = False


class Order(NamedTuple):
    """A file to be made; the fields are those of :meth:`SoundFiles.saving`.

    Without ``overwrite`` a file that stands there stays, and this one gets the next free name.
    """

    sentences: Sequence[Sentence]
    voicing: Voicing
    path: Path
    spec: SoundSpec
    purpose: Purpose
    cut: CutInfo
    signed_by: str = ""
    notice: Notice | None = None
    say_preview: bool = False
    overwrite: bool = True


class SoundSaver(QObject):
    """Saves one file at a time.

    :attr:`went_on` carries the :class:`SavedStep`; then one of :attr:`saved` (the :class:`Order`),
    :attr:`failed` (the :class:`NewsdeskError`) and :attr:`cancelled` comes.
    """

    went_on = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._stream: Stream | None = None
        self._hush: Hush | None = None

    @property
    def at_work(self) -> bool:
        """Whether a file is being saved."""
        return self._stream is not None

    def save(self, files: SoundFiles, order: Order) -> None:
        """Make the file; nothing happens while another one is being made."""
        if self.at_work:
            return
        ended: list[bool] = []
        made: list[Order] = []
        hush = self._hush = files.hush()

        def steps() -> Iterator[SavedStep]:
            path = order.path if order.overwrite else files.free(order.path)
            made.append(order._replace(path=path))
            with suppress(OSError):  # the system's folder of music may never have been made; saving tells
                path.parent.mkdir(exist_ok=True)
            return files.saving(
                order.sentences,
                order.voicing,
                path,
                order.spec,
                order.purpose,
                order.cut,
                signed_by=order.signed_by,
                notice=order.notice,
                say_preview=order.say_preview,
                hush=hush,
            )

        stream = self._tasks.stream(
            steps,
            self._step,
            lambda: self._end(ended, lambda: self.saved.emit(made[0])),
            lambda error: self._end(ended, lambda: self._fail(error)),
            Lane.FILES,
        )
        self._stream = None if ended else stream

    def cancel(self) -> None:
        """Stop saving; no file is left, and one that stood there before stays."""
        if self._stream is not None:
            self._stream.cancel()
            self._stream = None
            if self._hush is not None:
                self._hush.now()
            self.cancelled.emit()

    def _step(self, done: SavedStep) -> None:
        self.went_on.emit(done)

    def _fail(self, error: NewsdeskError) -> None:
        self.failed.emit(error)

    def _end(self, ended: list[bool], tell: Callable[[], None]) -> None:
        ended.append(True)
        self._stream = None
        tell()
