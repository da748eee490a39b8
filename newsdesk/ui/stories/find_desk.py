"""Finding and replacing words in the script, and finding them in the original beside it."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout

from newsdesk.domain.blocks import MARK
from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.commands import Command
from newsdesk.ui.stories.card_place import show_line
from newsdesk.ui.stories.find_bar import FindBar
from newsdesk.ui.stories.find_places import MOST_PLACES, Searched
from newsdesk.ui.stories.offsets import document_spans
from newsdesk.ui.stories.replacing import replace_places
from newsdesk.ui.stories.tint import Tint

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.original_pane import OriginalPane
    from newsdesk.ui.stories.script_pane import ScriptPane

_LONG = 200_000
"""Characters from which on a search waits until the typing of its words rests."""
_RESTS_MS = 200
_EDITED_MS = 150
_LONGEST_SELECTION = 100
"""Characters of a selection that is looked for when the bar opens."""


class _Text(NamedTuple):
    """A text that can be searched, and the ground of what is found in it."""

    edit: QTextEdit
    tint: Tint


class FindDesk(QObject):
    """Searches the text that had the focus when the bar was opened, as one types."""

    def __init__(
        self, look: Look, pane: ScriptPane, original: OriginalPane, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pane = pane
        self._original = original
        self._editor = pane.editor
        found = Tint(pane.editor, look, "ubah_bg")
        pane.editor.grounds.append(found)
        self._script = _Text(pane.editor, found)
        self._beside = _Text(original.text, original.text.found)
        self._in = self._script
        self._searched = Searched("")
        self._from = 0
        self.bar = FindBar(look)
        self.bar.wanted_changed.connect(self._wanted)
        self.bar.step.connect(self.step)
        self.bar.replaced.connect(self.replace)
        self.bar.all_replaced.connect(self.replace_all)
        self.bar.closed.connect(self.close)
        self._typing = QTimer(self.bar)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self._search)
        self._editing = QTimer(self.bar)
        self._editing.setSingleShot(True)
        self._editing.setInterval(_EDITED_MS)
        self._editing.timeout.connect(self._look_again)
        for text in (self._script, self._beside):
            text.edit.document().contentsChanged.connect(partial(self._changed, text))
            text.edit.cursorPositionChanged.connect(self._tell)
        self._put(self._script)

    def commands(self) -> list[Command]:
        """Return what can be done here now."""

        def is_open() -> bool:
            return not self.bar.isHidden()

        return [
            Command("script.find", _("Cari kata"), "search", self.find, "script.find"),
            Command("script.replace", _("Ganti kata"), "replace", self.find_and_replace, "script.replace"),
            Command(
                "script.find_next",
                _("Hasil cari berikutnya"),
                "chevron-down",
                lambda: self.step(1),
                "script.find_next",
                when=is_open,
            ),
            Command(
                "script.find_before",
                _("Hasil cari sebelumnya"),
                "chevron-up",
                lambda: self.step(-1),
                "script.find_before",
                when=is_open,
            ),
        ]

    # ------------------------------------------------------------ the bar

    def find(self) -> None:
        """Open the bar over the text that has the focus, with the words selected there."""
        beside = self._original.text.hasFocus() or (self._in is self._beside and self.bar.words.hasFocus())
        self._open(self._beside if beside else self._script, replaces=False)

    def find_and_replace(self) -> None:
        """Open the bar over the script, with the row that replaces."""
        self._open(self._script, replaces=True)

    def _open(self, text: _Text, *, replaces: bool) -> None:
        self._pane.header.aloud.setChecked(False)
        if text is not self._in:
            self._in.tint.show(())
            self._put(text)
        cursor = text.edit.textCursor()
        words = cursor.selectedText()
        if len(words) > _LONGEST_SELECTION or "\u2029" in words or MARK in words:
            words = ""
        self._from = cursor.selectionStart()
        name = _("Cari di teks asli") if text is self._beside else _("Cari di naskah")
        self.bar.open_for(name, replaces=replaces, words=words)
        self._search()

    def _put(self, text: _Text) -> None:
        """Let the bar stand over ``text``."""
        self._in = text
        over, head = (
            (self._original, self._original.head) if text is self._beside else (self._pane, self._pane.header)
        )
        column = over.layout()
        assert isinstance(column, QVBoxLayout)
        at = column.indexOf(head) + 2  # behind the head and its line
        column.removeWidget(self.bar)
        column.insertWidget(at, self.bar)
        self.bar.hide()

    def close(self) -> None:
        """Put the bar away; the text stays where it was found."""
        self._typing.stop()
        self.bar.hide()
        self._in.tint.show(())
        self._searched = Searched("")
        self._in.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ searching

    @property
    def _words(self) -> str:
        return self._editor.text.body if self._in is self._script else self._original.text.words

    def _wanted(self) -> None:
        if len(self._words) > _LONG:
            self._typing.start(_RESTS_MS)
        else:
            self._search()

    def _changed(self, text: _Text) -> None:
        """Words were typed, or another story lies on the desk."""
        if not self.bar.isHidden() and self._in is text:
            self._editing.start()

    def _look_again(self) -> None:
        if not self.bar.isHidden():
            self._find_places()
            self._tell()

    def _search(self) -> None:
        """Look for what is wanted, and go to the first place from where the search was begun."""
        self._find_places()
        places = self._in.tint.spans
        if places:
            self._go_to(places[bisect_left(places, (self._from, 0)) % len(places)])
        self._tell()

    def _find_places(self) -> None:
        words = self._words
        if self._searched.text is not words:
            self._searched = Searched(words)
        self._in.tint.show(document_spans(words, self._searched.places(self.bar.wanted)))

    def step(self, by: int) -> None:
        """Go to the next place (1) or the one before (-1); behind the last comes the first."""
        if self._typing.isActive():
            self._typing.stop()
            self._search()
            return
        places, cursor = self._in.tint.spans, self._in.edit.textCursor()
        if not places:
            return
        here = (cursor.selectionStart(), cursor.selectionEnd())
        at = bisect_left(places, here)
        if by > 0 and at < len(places) and places[at] == here:
            at += 1
        self._go_to(places[(at if by > 0 else at - 1) % len(places)])
        self._from = self._in.edit.textCursor().selectionStart()

    def _go_to(self, place: tuple[int, int]) -> None:
        edit = self._in.edit
        last = edit.document().characterCount() - 1
        cursor = edit.textCursor()
        cursor.setPosition(min(place[0], last))
        cursor.setPosition(min(place[1], last), QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
        show_line(edit, min(place[0], last), min(place[1], last))

    def _tell(self) -> None:
        if not self.bar.isHidden():
            self.bar.show_count(self._current() + 1, len(self._in.tint.spans))

    def _current(self) -> int:
        """Return which of the places is selected; -1 for none."""
        cursor, places = self._in.edit.textCursor(), self._in.tint.spans
        here = (cursor.selectionStart(), cursor.selectionEnd())
        at = bisect_left(places, here)
        return at if at < len(places) and places[at] == here else -1

    # ------------------------------------------------------------ replacing

    def replace(self) -> None:
        """Replace the words found here and go on to the next; without any here, only go on."""
        # While a search waits for the typing to rest, what is marked was found for other words.
        at = -1 if self._typing.isActive() else self._current()
        if at >= 0 and self._can_replace():
            place = self._in.tint.spans[at]
            words = self.bar.instead.text()
            replace_places(self._editor.text, [place], words)
            self._find_places()
            cursor = self._editor.textCursor()
            cursor.setPosition(place[0] + len(words.encode("utf-16-le")) // 2)
            self._editor.setTextCursor(cursor)
        self.step(1)
        self._tell()

    def replace_all(self) -> None:
        """Replace all that is found, as one step of undo, and tell how many it were."""
        self._find_places()
        places = self._in.tint.spans[:MOST_PLACES]
        if not places or not self._can_replace():
            return
        replace_places(self._editor.text, places, self.bar.instead.text())
        self._look_again()
        n = len(places)
        self._pane.news.tell(
            ngettext("{n} diganti", "{n} diganti", n).format(n=number(n)),
            icon="replace",
            act=_("Urungkan"),
            run=self._editor.undo_step,
            stays=True,
        )

    def _can_replace(self) -> bool:
        return self._in is self._script and not self._editor.isReadOnly() and not self._editor.text.busy
