"""What the announcer's keys do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.air_bulletin import AirChangeKind
from newsdesk.i18n import _
from newsdesk.ui.onair.air_times import clips_of
from newsdesk.ui.onair.foot_line import Telling

if TYPE_CHECKING:
    from newsdesk.ui.onair.air_column import AirColumn
    from newsdesk.ui.onair.change_panel import ChangePanel
    from newsdesk.ui.onair.clip_deck import ClipDeck
    from newsdesk.ui.onair.frozen_pages import Page
    from newsdesk.ui.onair.microphone import Microphone
    from newsdesk.ui.onair.reading_pages import ReadingPages

JUMP_AFTER_MS = 700
"""After the last digit: another one could still come."""
_STEP_PX = 2
_MOST_DIGITS = 3


class AirScreen(Protocol):
    """The announcer's screen, as its keys need it."""

    microphone: Microphone
    pages: ReadingPages
    clips: ClipDeck
    column: AirColumn
    change: ChangePanel

    @property
    def shown_page(self) -> Page:
        """The page on the screen."""
        ...

    def tell(self, telling: Telling | None) -> None:
        """Show a sentence under the script for a while."""
        ...

    def turn_to(self, number: int) -> None:
        """Show one of the item's screens, from 0."""
        ...

    def resize_script(self, by: int) -> None:
        """Make the letters larger or smaller by so many pixels."""
        ...

    def turn_written(self) -> None:
        """Show what was written in the place of how it is said, or the other way round."""
        ...

    def place_change(self) -> None:
        """Put what a change is shown in where it belongs."""
        ...

    def turn_column(self) -> None:
        """Hide the column, or show it again."""
        ...

    def leave(self) -> None:
        """Go."""
        ...


class AirActs(QObject):
    """One method for each thing that a key does. ``mirror`` turns the second screen on or off, or over.

    :attr:`typed` carries the digits typed so far, "" when they have been used.
    """

    typed = Signal(str)
    mirrored = Signal()
    """The second screen was turned on or off, or over."""

    def __init__(self, view: AirScreen, mirror: Callable[[bool], str], parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._microphone = view.microphone
        self._mirror = mirror
        self._digits = ""
        self.leaving = False
        """Whether the line stands that says a second Esc leaves."""
        self.jump_timer = QTimer(self)
        self.jump_timer.setSingleShot(True)
        self.jump_timer.setInterval(JUMP_AFTER_MS)
        self.jump_timer.timeout.connect(self.jump)

    def by_shortcut(self) -> dict[str, Callable[[], None]]:
        """Return what each shortcut of the screen does, by its id."""
        view = self._view
        following, back = self.next_screen, lambda: view.turn_to(view.pages.number - 1)
        return {
            "air.next": following,
            "air.next_page": following,
            "air.next_right": following,
            "air.back": back,
            "air.back_left": back,
            "air.take": self.take,
            "air.larger": lambda: view.resize_script(_STEP_PX),
            "air.smaller": lambda: view.resize_script(-_STEP_PX),
            "air.clip": self.turn_clip,
            "air.clip_b": self.turn_clip,
            "air.clip_dot": self.turn_clip,
            "air.paraphrase": self.paraphrase,
            "air.load": self.load,
            "air.change": self.show_change,
            "air.written": view.turn_written,
            "air.acknowledge": self.acknowledge,
            "inspector": view.turn_column,
            "air.mirror": lambda: self._turn_mirror(over=False),
            "air.flip": lambda: self._turn_mirror(over=True),
            "air.leave": self.escape,
        }

    # ------------------------------------------------------------ reading

    def next_screen(self) -> None:
        """Show the next screen; after an item's last one the next item is taken, as a pedal has one key."""
        waited = self._microphone.began is None
        self._microphone.start()
        if not self._view.pages.is_last:
            self._view.turn_to(self._view.pages.number + 1)
        elif not waited or self._microphone.over or self._microphone.current is None:
            self.take()

    def take(self) -> None:
        """Begin to read, or take the next item; when nothing is left to be read, go."""
        microphone = self._microphone
        if microphone.over and not microphone.ahead:
            self._view.leave()
        elif microphone.began is None and microphone.current is not None and not microphone.over:
            microphone.start()
        else:
            microphone.take_next()

    def type_digit(self, digit: str) -> None:
        """One more digit of the number to jump to."""
        self._digits = (self._digits + digit)[-_MOST_DIGITS:]
        self.typed.emit(self._digits)
        self.jump_timer.start()

    def jump(self) -> None:
        """Read the item whose number was typed."""
        number, self._digits = int(self._digits or 0), ""
        self.typed.emit("")
        if not self._microphone.jump(number, finished=self._view.pages.is_last):
            item = self._microphone.current
            if item is None or item.number != number:
                words = _("Tidak ada naskah nomor {number}.").format(number=number)
                self._view.tell(Telling("circle-alert", words))

    def _drop_digits(self) -> None:
        """Forget a number that was begun: nobody who wants silence wants to be somewhere else."""
        if self._digits:
            self._digits = ""
            self.jump_timer.stop()
            self.typed.emit("")

    def escape(self) -> None:
        """Be silent; a second time, while it says so, leave."""
        view = self._view
        if view.change.isVisible():
            view.change.hide()
            return
        self._drop_digits()
        silenced = view.clips.silence()
        if self.leaving and not silenced:
            view.leave()
            return
        words = _("Klip berhenti.") if silenced else _("Siaran masih berjalan.")
        if self._microphone.over:
            words = _("Buletin selesai.")
        view.tell(Telling("log-out", words, "Esc", _("sekali lagi untuk keluar")))
        self.leaving = True

    # ------------------------------------------------------------ clips

    def turn_clip(self) -> None:
        """Play the clip on the screen, or silence it."""
        wanted = self._view.clips.wanted(self._on_screen())
        if wanted is None:
            self._view.tell(Telling("audio-lines", _("Tidak ada klip di layar ini.")))
            return
        self._microphone.start()
        self._view.clips.turn(wanted)

    def paraphrase(self) -> None:
        """Read the clip's sentence in its place; once more, hear the clip after all."""
        item, clips = self._microphone.current, self._view.clips
        if item is None:
            return
        block = clips.wanted(self._on_screen())
        if block is None:
            block = self._view.pages.upto(self._microphone.paraphrases(item))
        clip = clips_of(item).get(block) if block is not None else None
        if block is None or clip is None:
            self._view.tell(Telling("audio-lines", _("Tidak ada klip di layar ini.")))
            return
        if not clip.paraphrase or item.text is None:
            words = _("Klip ini tidak punya parafrase; lanjutkan naskah.")
            self._view.tell(Telling("circle-alert", words))
            return
        if clips.playing == block:
            clips.silence()
        said = item.text.paraphrases[block] if block < len(item.text.paraphrases) else ""
        self._microphone.paraphrase(block, clip.name, said or clip.paraphrase)

    def _on_screen(self) -> tuple[int, ...]:
        return tuple(card.part.block for card in self._view.shown_page.cards)

    # ------------------------------------------------------------ the desk's changes

    def load(self) -> None:
        """Take over the nearest change of the desk."""
        change = self._microphone.next_change()
        if change is None:
            self._view.tell(Telling("check", _("Tidak ada perubahan yang menunggu.")))
            return
        self._view.change.hide()
        self._microphone.load(change)

    def load_of(self, item_id: int) -> None:
        """Take over what changed in an item."""
        change = self._microphone.changes.get(item_id)
        if change is not None:
            self._microphone.load(change)

    def show_change(self) -> None:
        """Show word by word what M would load, beside the script and never over it."""
        view = self._view
        change = self._microphone.next_change()
        if view.change.isVisible():
            view.change.hide()
        elif change is None:
            view.tell(Telling("check", _("Tidak ada perubahan yang menunggu.")))
        elif view.column.isHidden():
            view.tell(
                Telling("file-pen-line", _("Perubahan tampil di kolom kanan."), "Ctrl I", _("buka kolom"))
            )
        elif change.item is None or change.kind is AirChangeKind.ORDER:
            # No word of it changed: what did stands in its row.
            row = next((row for row in view.column.next.rows if row.item_id == change.item_id), None)
            if row is not None:
                view.tell(Telling("file-pen-line", f"{row.slug}: {row.note}"))
        else:
            view.place_change()
            view.change.show_change(self._microphone.air.item(change.item_id), change.item)

    def acknowledge(self) -> None:
        """Say that breaking news was seen."""
        self._microphone.acknowledge()

    def _turn_mirror(self, *, over: bool) -> None:
        words = self._mirror(over)
        if words:
            self._view.tell(Telling("monitor", words))
        self.mirrored.emit()
