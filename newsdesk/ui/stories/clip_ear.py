"""The clips of the script heard from their cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.domain.blocks import Clip
from newsdesk.i18n import _

if TYPE_CHECKING:
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.stories.clip_files import ClipFiles
    from newsdesk.ui.stories.script_pane import ScriptPane


class ClipEar(QObject):
    """Plays a clip's file, shows on its card that it is heard, and looks again for one that cannot be."""

    def __init__(self, pane: ScriptPane, files: ClipFiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._editor = pane.editor
        self._files = files
        self._listening: Listening | None = None

    def listen_with(self, listening: Listening) -> None:
        """Hear clips with these from now on."""
        self._listening = listening
        listening.player.state_changed.connect(self._heard_no_more)

    def play(self, position: int) -> None:
        """Hear the clip at a document position, or be silent when it is heard."""
        block, listening = self._editor.text.block_marks.at(position), self._listening
        if not isinstance(block, Clip) or listening is None:
            return
        if self._editor.blocks.heard is block:
            listening.player.stop()
        elif block.path:
            listening.play_file(block.path, lambda: self._heard(block), self._files.look_again)
        else:
            self._pane.news.tell(_("Berkas klip ini menyusul. Pilih berkasnya dulu."), icon="hourglass")

    def hush(self) -> None:
        """Be silent, whatever is heard."""
        if self._listening is not None:
            self._listening.player.stop()

    def _heard(self, clip: Clip) -> None:
        self._editor.blocks.heard = clip
        self._editor.viewport().update()

    def _heard_no_more(self) -> None:
        if self._listening is not None and not self._listening.heard_file:
            self._editor.blocks.heard = None
            self._editor.viewport().update()
