"""Clips and notes of the script on the desk: put in, filled in, heard, moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from newsdesk.domain.blocks import Clip, Note
from newsdesk.domain.text import clean
from newsdesk.i18n import _
from newsdesk.ui.clip_choice import ask_for_clip, clip_name
from newsdesk.ui.commands import Command
from newsdesk.ui.stories.block_edits import add_block, change_block
from newsdesk.ui.stories.block_form import BlockForm
from newsdesk.ui.stories.block_menu import MenuLine, block_menu
from newsdesk.ui.stories.clip_ear import ClipEar
from newsdesk.ui.stories.clip_files import ClipFiles
from newsdesk.ui.stories.form_place import make_room, place_form

if TYPE_CHECKING:
    from newsdesk.domain.blocks import Block
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.tasks import Tasks


class BlockDesk(QObject):
    """Opens the form at a card and does what is wanted of it.

    While the form is open all that is typed into it is one step of undo, together with the block it began.
    """

    def __init__(self, look: Look, tasks: Tasks, pane: ScriptPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._editor = pane.editor
        self._text = pane.editor.text
        self._blocks = pane.editor.text.block_marks
        self._open_at = -1
        self._before: Block | None = None
        self._step = -1
        self._changing = False
        self.form = BlockForm(look, pane.read_length, pane)
        self.files = ClipFiles(tasks, self._text.blocks, pane)
        self.ear = ClipEar(pane, self.files, self)
        self._editor.blocks.painter.trouble = self.files.trouble
        pane.spoken.painter.trouble = self.files.trouble
        self._connect()

    def _connect(self) -> None:
        cards = self._editor.blocks
        cards.edit_wanted.connect(self.edit)
        cards.play_wanted.connect(self.ear.play)
        cards.menu_wanted.connect(self._menu)
        cards.files_dropped.connect(self.add_files)
        self.files.changed.connect(cards.repaint_all)
        self.form.changed.connect(self._put)
        self.form.finished.connect(self._finish)
        self.form.cancelled.connect(self._cancel)
        self.form.file_wanted.connect(self._ask_for_file)
        self.form.play_wanted.connect(lambda: self.ear.play(self._open_at))
        self.form.resized.connect(self._place)
        self._text.edited.connect(self._edited)
        self._text.document.contentsChanged.connect(self.files.look_soon)
        self._editor.cursorPositionChanged.connect(self.put_away)
        self._editor.verticalScrollBar().valueChanged.connect(self._place)
        self._pane.resized.connect(self._place)
        self._pane.header.read_aloud.connect(self.put_away)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Look into clips with this newsroom's services from now on."""
        self.put_away()
        self.files.opened(newsroom.clips if newsroom is not None else None)

    def listen_with(self, listening: Listening) -> None:
        """Let clips be heard."""
        self.ear.listen_with(listening)

    def commands(self) -> list[Command]:
        """Return what can be done with clips and notes, for the palette and the keys."""

        def command(name: str, words: str, icon: str, run: Callable[[], None]) -> Command:
            return Command(name, words, icon, run, name, when=self._can_type)

        step = self._editor.blocks.keys.step
        return [
            command("script.clip", _("Sisipkan klip"), "audio-lines", self.add_clip),
            command("script.note", _("Sisipkan catatan penyiar"), "message-square-quote", self.add_note),
            command("script.up", _("Naikkan paragraf atau klip"), "arrow-up", lambda: step(up=True)),
            command("script.down", _("Turunkan paragraf atau klip"), "arrow-down", lambda: step(up=False)),
            Command(
                "block.hear",
                _("Putar klip di kursor"),
                "play",
                lambda: self.ear.play(self._editor.textCursor().selectionStart()),
                "listen.paragraph",
                when=self._on_clip,
            ),
        ]

    # ------------------------------------------------------------ putting in

    def add_clip(self) -> None:
        """Put an empty clip beside the paragraph at the cursor and open its form."""
        self._begin(Clip())

    def add_note(self) -> None:
        """Put an empty note beside the paragraph at the cursor and open its form."""
        self._begin(Note())

    def add_files(self, paths: list[str], position: int) -> None:
        """Put a clip in for every sound file; their lengths come when they have been looked into."""
        for path in paths:
            position = add_block(self._blocks, position, Clip(clip_name(path), path))
            self._measure(path, self._text.document.availableUndoSteps())
        self._editor.blocks.places.select(position)

    def _begin(self, block: Block) -> None:
        if self._can_type():
            self.put_away()
            at = add_block(self._blocks, self._editor.textCursor().position(), block)
            self._editor.blocks.places.select(at)
            self._open(at, before=None)

    def _can_type(self) -> bool:
        return self._editor.isVisible() and not self._editor.isReadOnly()

    def _on_clip(self) -> bool:
        at = self._editor.blocks.places.at_cursor()
        return self._editor.isVisible() and at is not None and isinstance(self._blocks.at(at), Clip)

    # ------------------------------------------------------------ the form

    def edit(self, position: int) -> None:
        """Open the form of the block at a document position."""
        block = self._blocks.at(position)
        if block is not None and not self._editor.isReadOnly():
            self.put_away()
            self._open(position, before=block)

    def _open(self, position: int, before: Block | None) -> None:
        block = self._blocks.at(position)
        if block is None:
            return
        self._open_at, self._before = position, before
        # What was put in just now and what is typed into its form are one step.
        self._step = self._text.document.availableUndoSteps() if before is None else -1
        self._editor.ensureCursorVisible()
        self.form.show_block(block)
        make_room(self.form, self._pane, self._open_at)
        self._place()

    def put_away(self) -> None:
        """Put the form away; what was typed stays."""
        if self.form.isHidden() or self._changing:
            return
        within = self.form.isAncestorOf(self._pane.window().focusWidget())
        self.form.hide()
        self._open_at = self._step = -1
        if within:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, block: Block) -> None:
        """Let the script have what the form has now."""
        self._change(self._open_at, block, joined=self._step == self._text.document.availableUndoSteps())
        self._step = self._text.document.availableUndoSteps()
        self._place()

    def _change(self, position: int, block: Block, *, joined: bool) -> None:
        self._changing = True
        change_block(self._blocks, position, block, joined=joined)
        self._changing = False

    def _finish(self) -> None:
        if self._before is None and self.form.block in (Clip(), Note()):
            self._cancel()
        else:
            self.put_away()

    def _cancel(self) -> None:
        at, before, step = self._open_at, self._before, self._step
        self.put_away()
        self.ear.hush()  # Esc silences, whatever else it does
        if step == self._text.document.availableUndoSteps():
            self._editor.undo_step()
        elif before is not None:
            change_block(self._blocks, at, before)

    def _edited(self) -> None:
        if not self._changing:
            self.put_away()

    def _place(self) -> None:
        if not self.form.isHidden():
            place_form(self.form, self._pane, self._open_at)

    # ------------------------------------------------------------ files

    def _ask_for_file(self) -> None:
        block = self.form.block
        if isinstance(block, Clip):
            ask_for_clip(self._pane, block.path, self.choose_file)

    def choose_file(self, path: str) -> None:
        """Let the clip whose form is open have this file; its length comes when it has been looked into."""
        block = self.form.block
        if self.form.isHidden() or not isinstance(block, Clip):
            return
        chosen = replace(block, path=clean(path), name=block.name or clip_name(path), milliseconds=0)
        self.form.show_block(chosen)
        self._put(chosen)
        self._measure(chosen.path, self._step)

    def _measure(self, path: str, step: int) -> None:
        """Give every clip of this file that has no length yet the file's."""

        def measured(milliseconds: int) -> None:
            joined = self._text.document.availableUndoSteps() == step
            for one in self._blocks.standing():
                clip = one.block
                if isinstance(clip, Clip) and clip.path == path and not clip.milliseconds:
                    self._change(one.position, replace(clip, milliseconds=milliseconds), joined=joined)
                    joined = True
            if joined and self._step == step:
                self._step = self._text.document.availableUndoSteps()
            now = self._blocks.at(self._open_at) if self._open_at >= 0 else None
            if now is not None and not self.form.isHidden():
                self.form.show_block(now)

        self.files.measure(path, measured)

    # ------------------------------------------------------------ menu

    def _menu(self, position: int, at: QPoint) -> None:
        keys = self._editor.blocks.keys
        play = (MenuLine(_("Putar"), lambda: self.ear.play(position), "block.hear"),)
        block_menu(
            self._editor,
            at,
            MenuLine(_("Ubah"), lambda: self.edit(position), "block.edit"),
            *(play if isinstance(self._blocks.at(position), Clip) else ()),
            MenuLine(_("Naikkan"), lambda: keys.step(up=True), "script.up"),
            MenuLine(_("Turunkan"), lambda: keys.step(up=False), "script.down"),
            MenuLine(_("Potong"), lambda: keys.cut(position)),
            MenuLine(_("Salin"), self._editor.copy),
            MenuLine(_("Keluarkan dari naskah"), lambda: keys.remove(position)),
        )
