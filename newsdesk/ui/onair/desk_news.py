"""What the desk changes while a bulletin is read: asked for every second, told to the microphone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.air_copies import copies_in, item_with_clips_late
from newsdesk.errors import StorageError
from newsdesk.ui.onair.freeing import freeing
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirChange
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.away_newsroom import AwayNewsroom
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.on_air import AirNews
    from newsdesk.ui.onair.microphone import Microphone
    from newsdesk.ui.tasks import Tasks

ASK_MS = 1000
"""How often the newsroom is asked what has changed."""
_GONE_AFTER = 5
"""After so many seconds without an answer the newsroom counts as away."""
_LATE_AFTER = 3
"""After so many seconds a change is told without its clips: the share that has them does not answer."""


class DeskNews(QObject):
    """Asks, and waits for no answer: a database that hangs is asked again when it has answered.

    :attr:`asked` comes with every question, :attr:`away` with whether the newsroom could be asked, and
    :attr:`failed` with why clips of a change could not be copied.
    """

    asked = Signal()
    away = Signal(bool)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._newsroom: Newsroom | AwayNewsroom | None = None
        self._microphone: Microphone | None = None
        self._asking = False
        self._unanswered = 0
        self._held: dict[tuple[int, int], AirChange] = {}
        self._holding: dict[tuple[int, int], int] = {}
        """Changes whose clips are being copied, and how often each was told of: it is copied once."""
        self._timer = QTimer(self)
        self._timer.setInterval(ASK_MS)
        self._timer.timeout.connect(self.ask)

    def follow(self, newsroom: Newsroom | AwayNewsroom, microphone: Microphone) -> None:
        """Ask about what is at this microphone, from the next :meth:`start` on."""
        self._newsroom, self._microphone = newsroom, microphone
        self._held.clear()
        self._holding.clear()
        self._unanswered = 0

    def start(self) -> None:
        """Ask now, and every second from now on."""
        self._timer.start()
        self.ask()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._newsroom = self._microphone = None

    def ask(self) -> None:
        """Ask once, unless the last question is still unanswered: that will tell what is so then."""
        newsroom, microphone = self._newsroom, self._microphone
        if newsroom is None or microphone is None:
            return
        self.asked.emit()
        if self._asking:
            self._unanswered += 1
            if self._unanswered == _GONE_AFTER:
                self.away.emit(True)
            return
        self._asking = True
        air = microphone.air

        def answered(news: AirNews) -> None:
            self._free()
            self.away.emit(news.away is not None)
            # What was loaded meanwhile would be told once more.
            if news.away is None and self._microphone is microphone and microphone.air is air:
                self.take(news.changes)

        def failed(error: NewsdeskError) -> None:
            self._free()
            self.away.emit(isinstance(error, StorageError))

        self._tasks.run(freeing(lambda: newsroom.on_air.changes(air), self._free), answered, failed)

    def _free(self) -> None:
        self._asking = False
        self._unanswered = 0

    def take(self, changes: Sequence[AirChange]) -> None:
        """Tell the microphone; a change that brings a clip is told once the clip is on this computer.

        That is waited for a few seconds: then it is told without, and the clip comes when it comes.
        """
        microphone = self._microphone
        if microphone is None:
            return
        told: list[AirChange] = []
        for change in changes:
            key = (change.item_id, hash(change))
            if change.item is None or not change.item.clips:
                told.append(change)
            elif key in self._held:
                told.append(self._held[key])
            elif key not in self._holding:
                self._hold(change, key)
            else:
                self._holding[key] += 1
                if self._holding[key] >= _LATE_AFTER:
                    told.append(replace(change, item=item_with_clips_late(change.item, {})))
        microphone.told(told)

    def _hold(self, change: AirChange, key: tuple[int, int]) -> None:
        newsroom, microphone = self._newsroom, self._microphone
        if newsroom is None or microphone is None:
            return
        self._holding[key] = 0

        def free() -> None:
            self._holding.pop(key, None)

        def held(copied: AirChange) -> None:
            free()
            self._held[key] = copied
            if copied.item is not None and self._microphone is microphone:
                microphone.copied(copies_in([copied.item]))  # it may have been told without

        def failed(error: NewsdeskError) -> None:
            free()
            self.failed.emit(error)

        self._tasks.run(freeing(lambda: newsroom.on_air.hold_change(change), free), held, failed, Lane.FILES)
