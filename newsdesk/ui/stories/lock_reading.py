"""Reading along: the window shows what somebody else types, and nothing of it can be changed or is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from newsdesk.domain.story import Script
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk

_READ_ONLY = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class ReadingAlong(QObject):
    """Makes the script on the desk one that is read only, and back. Selecting, copying, hearing go on."""

    def __init__(
        self, pane: ScriptPane, inspector: Inspector, desk: StoryDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pane = pane
        self._inspector = inspector
        self._desk = desk
        self._shown: Script | None = None
        self.on = False
        # Commands change words without asking the editor whether it may be typed in.
        pane.editor.text.edited.connect(self._put_back)
        pane.editor.text.filling.connect(self._filling)

    def begin(self) -> None:
        """From now on nobody types here; what was typed must have been kept."""
        self.on, self._shown = True, None
        self._desk.autosave.drop()
        self._set(read_only=True)

    def end(self) -> None:
        """The script can be typed in again; the desk lays it down anew."""
        if self.on:
            self.on, self._shown = False, None
            self._set(read_only=False)

    def show(self, script: Script) -> None:
        """Show what stands there now; the reader's place stays."""
        if self.on and script != self._shown:
            self._shown = script
            self._desk.put(script, mine=False)

    def _put_back(self) -> None:
        if self.on and self._shown is not None and self._desk.script() != self._shown:
            self._desk.put(self._shown, mine=False)

    def _filling(self, filling: bool) -> None:
        if self.on and not filling:  # the editor thinks that it may be typed in again
            self._set(read_only=True)

    def _set(self, *, read_only: bool) -> None:
        editor, header = self._pane.editor, self._pane.header
        for field in (header.slug, header.headline, header.airtime):
            field.setReadOnly(read_only)
        editor.setReadOnly(read_only)
        if read_only:
            editor.setTextInteractionFlags(_READ_ONLY)
        self._inspector.data.setEnabled(not read_only)
