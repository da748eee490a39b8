"""The clips of the item being read: which is heard, which was, which cannot be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.air_bulletin import ClipFault
from newsdesk.domain.as_run import ClipAct
from newsdesk.i18n import _
from newsdesk.ui.onair.air_times import clips_of
from newsdesk.ui.onair.clip_card import ClipLook, ClipState

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirClip, AirItem
    from newsdesk.ui.onair.clip_sound import ClipSound

Wrote = Callable[[str, ClipAct], None]


class ClipDeck(QObject):
    """Plays one clip at a time. :attr:`changed` comes when a clip begins, ends or fails."""

    changed = Signal()

    def __init__(self, sound: ClipSound, wrote: Wrote, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sound = sound
        self._wrote = wrote
        self._item: AirItem | None = None
        self._playing: int | None = None
        self._played: set[int] = set()
        self._failed: dict[int, str] = {}

    @property
    def playing(self) -> int | None:
        """The place of the clip that is heard, None in silence."""
        return self._playing

    def take(self, item: AirItem | None) -> None:
        """Hold the clips of another item; what is heard is silenced."""
        self.silence()
        self._item = item
        self._played.clear()
        self._failed.clear()
        self.changed.emit()

    def swap(self, item: AirItem) -> None:
        """Hold the same item with other words; what is heard goes on, and no new copy has failed yet."""
        had = {clip.block: clip.path for clip in self._item.clips} if self._item is not None else {}
        for clip in item.clips:
            if clip.path != had.get(clip.block, ""):
                self._failed.pop(clip.block, None)
        self._item = item

    def looks(self) -> dict[int, ClipLook]:
        """Return what every clip of the item is doing now."""
        item = self._item
        return {block: self._look(item, block) for block in clips_of(item)} if item is not None else {}

    def prepare(self) -> None:
        """Open the first clip's file, so that it sounds at once."""
        item = self._item
        first = next((clip for clip in item.clips if clip.path), None) if item is not None else None
        if first is not None and self._playing is None:
            self._sound.prepare(first.path)

    def turn(self, block: int) -> None:
        """Play a clip from its beginning, or silence it when it is heard."""
        if self._playing == block:
            self.silence()
            return
        self.silence()
        held, clip = self._held(block), clips_of(self._item).get(block) if self._item else None
        if clip is None:
            return
        trouble = _fault_words(held)
        if held is None or trouble:
            self._fail(block, clip.name, trouble or _("berkasnya tidak ada di komputer ini"))
            return
        self._playing = block
        self._failed.pop(block, None)
        self._wrote(clip.name, ClipAct.STARTED)
        self._sound.play(
            held.path,
            lambda: self._ended(block, clip.name),
            lambda why: self._fail(block, clip.name, why),
        )
        self.changed.emit()

    def silence(self) -> bool:
        """Be silent; return whether anything was heard."""
        block = self._playing
        if block is None:
            return False
        self._playing = None
        self._sound.stop()
        clip = clips_of(self._item).get(block) if self._item is not None else None
        self._played.add(block)
        if clip is not None:
            self._wrote(clip.name, ClipAct.STOPPED)
        self.changed.emit()
        return True

    def wanted(self, on_screen: tuple[int, ...]) -> int | None:
        """Return the clip that K is about: what is heard, else the first on the screen not yet heard."""
        if self._playing is not None:
            return self._playing
        fresh = [block for block in on_screen if block not in self._played and block not in self._failed]
        return (fresh or list(on_screen) or [None])[0]

    def _look(self, item: AirItem, block: int) -> ClipLook:
        held = self._held(block)
        total = clips_of(item)[block].milliseconds
        if block == self._playing:
            return ClipLook(ClipState.PLAYING, max(0, total - self._sound.played_ms()), total)
        why = self._failed.get(block) or _fault_words(held)
        if why:
            return ClipLook(ClipState.FAILED, total, total, why)
        return ClipLook(ClipState.PLAYED if block in self._played else ClipState.READY, total, total)

    def _held(self, block: int) -> AirClip | None:
        item = self._item
        return next((clip for clip in item.clips if clip.block == block), None) if item is not None else None

    def _ended(self, block: int, name: str) -> None:
        if self._playing == block:
            self._playing = None
            self._played.add(block)
            self._wrote(name, ClipAct.ENDED)
            self.changed.emit()

    def _fail(self, block: int, name: str, why: str) -> None:
        if self._playing == block:
            self._playing = None
        self._failed[block] = why
        self._wrote(name, ClipAct.FAILED)
        self.changed.emit()


def _fault_words(clip: AirClip | None) -> str:
    if clip is None or clip.path:
        return ""
    return {
        ClipFault.NOT_RECORDED: _("berkasnya belum ada"),
        ClipFault.GONE: _("berkasnya hilang"),
        ClipFault.UNREADABLE: _("berkasnya tidak bisa dibaca"),
        ClipFault.NOT_SOUND: _("berkasnya bukan suara"),
        ClipFault.NO_ROOM: _("disk komputer ini penuh"),
        ClipFault.LATE: _("salinannya belum sampai ke komputer ini"),
        None: _("berkasnya tidak ada di komputer ini"),
    }[clip.fault]
