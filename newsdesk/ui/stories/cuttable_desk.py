"""Marking the sentences of the script on the desk that may be cut when a bulletin runs over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.domain.blocks import MARK
from newsdesk.i18n import _, ngettext
from newsdesk.ui.commands import Command

if TYPE_CHECKING:
    from newsdesk.services.reading import Reading
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk

Span = tuple[int, int]
_OPENING = "\"“‘'(["


class CuttableDesk(QObject):
    """Marks the sentences at the cursor or in the selection, or frees them when all of them are marked.

    Nothing of the words changes; undo takes the marking back.
    """

    def __init__(self, pane: ScriptPane, desk: StoryDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._desk = desk
        self._editor = pane.editor
        self._text = pane.editor.text
        self._reading: Reading | None = None
        pane.editor.cut_wanted.connect(self.toggle)

    def read_with(self, reading: Reading) -> None:
        """Tell sentences apart by how scripts are read now."""
        self._reading = reading

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        return [
            Command(
                "script.cuttable",
                _("Kalimat boleh dipotong"),
                "scissors",
                self.toggle,
                "script.cuttable",
                when=lambda: self._desk.story is not None and not self._editor.isReadOnly(),
            )
        ]

    def toggle(self) -> None:
        """Mark the sentences at the cursor or in the selection, or free them."""
        if self._editor.isReadOnly() or self._editor.isHidden() or self._text.busy:
            return
        spans = self._sentences()
        if not spans:
            self._pane.news.tell(_("Letakkan kursor pada kalimat yang boleh dipotong."), icon="scissors")
            return
        marked = [tie for start, end in spans for tie in self._text.cuts.within(start, end)]
        if len(marked) >= len(spans):
            words = ngettext(
                "{n} kalimat tidak lagi boleh dipotong.",
                "{n} kalimat tidak lagi boleh dipotong.",
                len(marked),
            )
            self._tell(words.format(n=len(marked)), self._text.cuts.free(list(dict.fromkeys(marked))))
        else:
            words = ngettext(
                "{n} kalimat boleh dipotong bila waktu siar kurang.",
                "{n} kalimat boleh dipotong bila waktu siar kurang.",
                len(spans),
            )
            self._tell(words.format(n=len(spans)), self._text.cuts.mark(spans))

    def _sentences(self) -> list[Span]:
        """Return the sentences meant, as document positions, with the quotation marks round them."""
        reading, text, cursor = self._reading, self._text, self._editor.textCursor()
        if reading is None:
            return []
        first = text.block_at(cursor.selectionStart())
        last = text.block_at(cursor.selectionEnd())
        # Read from the first paragraph on only: of a very long script nobody wants every sentence.
        begin, stop = (
            text.code_points(first.position()),
            text.code_points(last.position() + last.length() - 1),
        )
        words = text.body[begin:stop]
        start = text.code_points(cursor.selectionStart()) - begin
        end = max(start + 1, text.code_points(cursor.selectionEnd()) - begin)
        found = reading.sentences(words, day=text.day)
        meant = [one for one in found if one.start < end and one.end > start]
        if not meant:  # behind the last word of a sentence, or in the space after it
            before = [one for one in found if one.end <= start and MARK not in words[one.end : start]]
            meant = [one for one in before[-1:] if "\n" not in words[one.end : start]]
        spans = [_with_opening(words, one.start, one.end) for one in meant]
        return [(text.qt(begin + left), text.qt(begin + right)) for left, right in spans]

    def _tell(self, words: str, undo: Callable[[], None]) -> None:
        def clicked() -> None:
            self._editor.undo_first(None)
            undo()

        def pressed() -> None:
            if self._pane.news.sentence == words:
                self._pane.news.clear()
            undo()

        self._pane.news.tell(words, icon="scissors", act=_("Urungkan"), run=clicked, stays=True)
        self._editor.undo_first(pressed)


def _with_opening(words: str, start: int, end: int) -> Span:
    """Return a sentence with the quotation marks and brackets that open it."""
    while start and words[start - 1] in _OPENING:
        start -= 1
    return start, end
