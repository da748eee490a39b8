"""Asks for suggestions after every change, applies those that are ticked, and takes them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.open_rundown import OpenRundown, estimates
from newsdesk.domain.trimming import TrimOption, enough
from newsdesk.i18n import _, ngettext
from newsdesk.ui.bulletins.trim_words import hit_words

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.trimming import Applied
    from newsdesk.ui.bulletins.adviser import Adviser
    from newsdesk.ui.bulletins.bulletin_desk import BulletinDesk
    from newsdesk.ui.tasks import Tasks

_SOON_MS = 150


class _Trim(NamedTuple):
    """Suggestions that were applied, in words; ``depth``: how many edits could be undone then."""

    applied: Applied
    words: str
    depth: int


class TrimDesk(QObject):
    """:attr:`applied` carries a sentence and what takes it back."""

    applied = Signal(str, object)

    def __init__(
        self,
        tasks: Tasks,
        desk: BulletinDesk,
        adviser: Adviser,
        zone: Callable[[], tzinfo],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk = desk
        self._adviser = adviser
        self._zone = zone
        self._proposed: set[TrimOption] = set()
        """What was ticked by the program and not by a person."""
        self._trims: list[_Trim] = []
        """What was applied to the bulletin that lies here."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._ask)
        desk.laid.connect(self._laid)
        desk.changed.connect(self.look)
        adviser.applied.connect(self.apply)

    def look(self) -> None:
        """Show what is over now; what could go comes a moment later."""
        self._show(self._adviser.options.rows.options, self._adviser.options.rows.chosen())
        self._soon.start()

    def apply(self, options: Sequence[TrimOption]) -> None:
        """Apply suggestions together, and offer to take them back."""
        given = tuple(options)
        made: list[Applied] = []

        def work(newsroom: Newsroom, bulletin_id: int, version: int) -> OpenRundown:
            trimmed = newsroom.trims.apply(bulletin_id, version, given)
            made.append(trimmed.applied)
            return trimmed.opened

        sheet = self._desk.sheet

        def done() -> None:
            n = len(given)
            words = ngettext("{n} saran diterapkan", "{n} saran diterapkan", n).format(n=n)
            trim = _Trim(made[0], words, 0 if sheet is None else sheet.history.depth)
            if sheet is self._desk.sheet:
                self._trims.append(trim)
            if any(option.asks_again for option in given):
                words = _("{done}; naskah yang dipotong harus disetujui lagi").format(done=words)
            self.applied.emit(words, lambda: self._undo(trim))

        self._desk.act(work, done)

    def undo(self, done: Callable[[str], None]) -> bool:
        """Take back what was applied last, then say to ``done`` what it was.

        False when there is nothing, or an edit came after it that goes first.
        """
        sheet = self._desk.sheet
        if sheet is None or not self._trims or self._trims[-1].depth < sheet.history.depth:
            return False
        trim = self._trims[-1]
        self._undo(trim, lambda: done(trim.words))
        return True

    def _undo(self, trim: _Trim, done: Callable[[], None] | None = None) -> None:
        # One that cannot be taken back any more, its story having changed, must not stand before older edits.
        self._trims = [one for one in self._trims if one is not trim]
        self._desk.act(lambda newsroom, _bulletin, version: newsroom.trims.undo(trim.applied, version), done)

    def _laid(self) -> None:
        self._trims.clear()
        self._show((), ())
        if self._desk.sheet is not None:
            self._soon.start()

    def _ask(self) -> None:
        newsroom, sheet = self._desk.newsroom, self._desk.sheet
        if newsroom is None or sheet is None:
            return
        opened, times = sheet.opened, sheet.times
        if opened.bulletin.state is BulletinState.AIRED:
            return

        def came(options: tuple[TrimOption, ...]) -> None:
            if sheet is self._desk.sheet and sheet.opened is opened:
                kept = self._adviser.options.rows
                # What a person has ticked stays ticked; else as many as are needed now are.
                by_hand = set(kept.chosen()) != self._proposed
                chosen = kept.chosen()
                if options != tuple(kept.options) or not by_hand:
                    chosen = enough(options, times, opened.bulletin.tolerance_ms)
                    self._proposed = set(chosen)
                self._show(options, chosen)

        def failed(_error: object) -> None:
            self._show(
                (), ()
            )  # what keeps the suggestions away keeps the rows away as well, and is told there

        def find() -> tuple[TrimOption, ...]:
            return newsroom.trims.suggestions(opened, estimates(opened), times.over_ms)

        self._tasks.run(find, came, failed)

    def _show(self, options: Sequence[TrimOption], chosen: Sequence[TrimOption]) -> None:
        sheet = self._desk.sheet
        if sheet is None or sheet.opened.bulletin.state is BulletinState.AIRED:
            self._adviser.show_advice((), (), (), 0, 0)  # of what has gone out nothing can be cut any more
            return
        zone, tolerance = self._zone(), sheet.opened.bulletin.tolerance_ms
        rundown = sheet.opened.rundown
        hits = [(hit_words(hit, rundown, zone), hit.over_ms) for hit in sheet.times.hits]
        there = {item.id for item in rundown.counted}
        options = [option for option in options if option.item_id in there]
        chosen = [option for option in chosen if option.item_id in there]
        self._adviser.show_advice(hits, options, chosen, sheet.times.over_ms, tolerance)
