"""The original beside the script: opening it, tinting what was carried over, carrying sentences over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from newsdesk.domain.blocks import MARK
from newsdesk.i18n import _, number
from newsdesk.ui.commands import Command
from newsdesk.ui.stories.drop_zone import DropZone
from newsdesk.ui.stories.offsets import document_spans
from newsdesk.ui.stories.own_step import put_in
from newsdesk.ui.stories.tint import Tint
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.carrying import CarriedOver, Carrying
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.stories.panes import Panes
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.split_view import SplitView
    from newsdesk.ui.tasks import Tasks

_COMPARE_AFTER_MS = 120
_WIDE_WINDOW = 1600
"""Windows from here on have room for both texts and the column of what was found."""

Spans = list[tuple[int, int]]


class SplitDesk(QObject):
    """What lies beside the script on the desk.

    :attr:`retold` carries the document span of words that came over into the script and are to become
    indirect speech; :attr:`tint` is the ground of what the script has of the original.
    """

    retold = Signal(int, int)

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        view: SplitView,
        pane: ScriptPane,
        panes: Panes,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._view = view
        self._pane = pane
        self._panes = panes
        self._text = pane.editor.text
        self._carrying: Carrying | None = None
        self._original = ""
        self._preferences = preferences
        self._wanted = preferences.settings.original_open
        self._edits = 0
        self._comparing = False
        self.tint = Tint(pane.editor, look, "bawa_bg")
        pane.editor.grounds.append(self.tint)
        self._timer = QTimer(view)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COMPARE_AFTER_MS)
        self._timer.timeout.connect(self._compare)
        self._text.edited.connect(self._edited)
        self._text.filling.connect(self._filled)
        pane.editor.carried.connect(self._take)
        pane.header.beside.clicked.connect(self.turn)
        view.original.closed.connect(self.close)
        view.original.text.carry_wanted.connect(self.carry)
        view.original.text.left.connect(self._back_to_script)
        self.zone = zone = DropZone(look, pane.editor)
        zone.dropped.connect(self._take_retold)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work with this newsroom from now on."""
        self._carrying = newsroom.carrying if newsroom is not None else None
        if self._carrying is not None:
            self._view.original.text.sentence_at = self._carrying.sentence_at

    def follow(self, story: OpenStory | None) -> None:
        """Show the original of the story that was laid on the desk; without one the script stands alone."""
        self._original = story.original if story is not None else ""
        self._edits += 1
        self._arrange()

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        return [
            Command(
                "split",
                _("Teks asli di samping naskah"),
                "columns-2",
                self.turn,
                "split",
                when=lambda: bool(self._original),
            )
        ]

    @property
    def copy(self) -> str:
        """The copy that the story was made from; "" when it was written here."""
        return self._original

    @property
    def has_focus(self) -> bool:
        """Whether the original has the keyboard."""
        return self._view.original.text.hasFocus()

    # ------------------------------------------------------------ opening and closing

    def turn(self) -> None:
        """Open the original and go to it; from within it, close it."""
        text = self._view.original.text
        if self._view.is_open and text.hasFocus():
            self.close()
        elif self._original:
            self._want(True)
            self._view.show_original()

    def close(self) -> None:
        """Give the script the whole page again."""
        self._want(False)
        self._pane.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self, wanted: bool) -> None:
        self._wanted = wanted
        self._preferences.set("original_open", wanted)
        self._arrange()

    def show_copy(self) -> None:
        """A paste has become the story: show it beside the script where there is room for everything."""
        if self._view.window().width() >= _WIDE_WINDOW:
            self._wanted = True
            self._arrange()

    def _arrange(self) -> None:
        is_open = self._wanted and bool(self._original)
        if is_open:
            self._view.original.text.show_original(self._original)
        self._panes.crowd(is_open)
        self._view.set_open(is_open)
        # Open, it has its own button to close it, and the head of the narrow half needs the room.
        self._pane.header.beside.setVisible(bool(self._original) and not is_open)
        if is_open:
            self._soon()
        else:
            self.tint.show(())
            self._pane.foot.set_carried("", "")
            self._view.show_script()

    # ------------------------------------------------------------ what is carried over

    def _edited(self) -> None:
        self._edits += 1
        self._soon()

    def _filled(self, _filling: bool) -> None:
        self._soon()

    def _soon(self) -> None:
        if self._view.is_open and not self._timer.isActive():
            self._timer.start()

    def _compare(self) -> None:
        carrying, original, script = self._carrying, self._view.original.text.words, self._text.body
        if carrying is None or self._comparing or self._text.busy or not self._view.is_open:
            return  # who is comparing, or filling, begins again when it is done
        self._comparing, edits = True, self._edits

        def compared() -> tuple[CarriedOver, Spans, Spans]:
            found = carrying.compare(original, script)
            return found, document_spans(original, found.original), document_spans(script, found.script)

        def show(answer: tuple[CarriedOver, Spans, Spans]) -> None:
            self._comparing = False
            if edits == self._edits:
                self._show(*answer)
            else:  # typed on meanwhile: the words stand elsewhere
                self._soon()

        def failed(error: NewsdeskError) -> None:
            self._comparing = False
            self._pane.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

        self._tasks.run(compared, show, failed, Lane.COPY)

    def _show(self, found: CarriedOver, original: Spans, script: Spans) -> None:
        if not self._view.is_open:
            return
        self._view.original.show_carried(found)
        self._view.original.text.carried.show(original)
        self.tint.show(script)
        share = _("{n}% terbawa").format(n=number(round(found.share * 100)))
        self._pane.foot.set_carried(share, _("sebaiknya di bawah 30%") if found.is_too_much else "")

    # ------------------------------------------------------------ carrying over

    def carry(self, *, retold: bool = False) -> None:
        """Put the sentence at the original's cursor, or its selected words, into the script at its cursor.

        The original goes on to its next sentence. With ``retold`` the words are to become indirect speech.
        """
        text = self._view.original.text
        words = text.taken()
        if words:
            text.go_on()
            self._take(words, retold)

    def _take_retold(self, words: str) -> None:
        self._take(" ".join(words.split()), True)

    def _take(self, words: str, retold: bool) -> None:
        """Put words at the script's cursor, parted by spaces, as a step of undo of their own.

        Words selected there stay: whoever looks at the original does not see what would go.
        """
        editor = self._pane.editor
        if editor.isReadOnly():
            return
        cursor = editor.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        place = cursor.position()
        paragraph = cursor.block().text()
        before = editor.document().characterAt(place - 1) if place else "\n"
        behind = editor.document().characterAt(place)
        lead = "\n" if paragraph == MARK else "" if before.isspace() else " "
        if paragraph == MARK:
            cursor.movePosition(cursor.MoveOperation.EndOfBlock)
            place, behind = cursor.position(), "\n"
        tail = "" if behind.isspace() or behind in ".,;:!?)”" else " "
        put_in(cursor, f"{lead}{words}{tail}")
        end = cursor.position() - len(tail)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        if retold:
            start = place + len(lead)
            # When the drop is over: Qt moves the cursor once more, which puts a card away.
            QTimer.singleShot(0, self._view, lambda: self.retold.emit(start, end))

    def _back_to_script(self) -> None:
        self._view.show_script()
        self._pane.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
