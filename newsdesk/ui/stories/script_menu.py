"""The menu of the script: the few things that can be done with words, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from newsdesk.i18n import _
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.stories.script_editor import ScriptEditor


def script_menu(editor: ScriptEditor) -> QMenu:
    """Return the menu for what is selected in ``editor`` now."""
    menu = QMenu(editor)
    selected = editor.textCursor().hasSelection()
    key = QKeySequence.StandardKey
    for words, keys, run, available in (
        (_("Urungkan"), key.Undo, editor.undo_step, editor.document().isUndoAvailable()),
        (_("Ulangi"), key.Redo, editor.redo_step, editor.document().isRedoAvailable()),
        (_("Potong"), key.Cut, editor.cut, selected),
        (_("Salin"), key.Copy, editor.copy, selected),
        (_("Tempel"), key.Paste, editor.paste, editor.canPaste()),
        (_("Pilih semua"), key.SelectAll, editor.selectAll, not editor.document().isEmpty()),
        (
            _("Kaitkan kata terpilih"),
            QKeySequence(keys_of("script.tie")),
            editor.tie_wanted.emit,
            selected,
        ),
    ):
        action = menu.addAction(words)
        action.setShortcut(keys)
        action.setEnabled(available)
        action.triggered.connect(run)
    return menu
