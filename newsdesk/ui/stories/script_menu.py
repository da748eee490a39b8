"""The menu of the script: the few things that can be done with words, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QTextEdit

from newsdesk.i18n import _
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from collections.abc import Callable


def script_menu(
    editor: QTextEdit,
    undo: Callable[[], None],
    redo: Callable[[], None],
    tie: Callable[[], None],
    say: Callable[[], None],
    retell: Callable[[], None],
    cut: Callable[[], None],
    *,
    can_undo: bool,
) -> QMenu:
    """Return the menu for what is selected in ``editor`` now.

    ``undo``, ``redo``, ``tie`` (the selected words to a source), ``say`` (how the words are said),
    ``retell`` (a quotation as indirect speech) and ``cut`` (a sentence that may be cut, or not) are the
    script's own, and so is whether there is something to undo; the rest is Qt's.
    """
    menu = QMenu(editor)
    selected = editor.textCursor().hasSelection()
    free, document = not editor.isReadOnly(), editor.document()
    key = QKeySequence.StandardKey
    for words, keys, run, available in (
        (_("Urungkan"), key.Undo, undo, free and can_undo),
        (_("Ulangi"), key.Redo, redo, free and document.isRedoAvailable()),
        (_("Potong"), key.Cut, editor.cut, free and selected),
        (_("Salin"), key.Copy, editor.copy, selected),
        (_("Tempel"), key.Paste, editor.paste, editor.canPaste()),
        (_("Pilih semua"), key.SelectAll, editor.selectAll, not document.isEmpty()),
        (
            _("Cara baca"),
            QKeySequence(keys_of("script.say")),
            say,
            free and not document.isEmpty(),
        ),
        (
            _("Jadi kalimat tidak langsung"),
            QKeySequence(keys_of("script.indirect")),
            retell,
            free and not document.isEmpty(),
        ),
        (
            _("Kalimat boleh dipotong"),
            QKeySequence(keys_of("script.cuttable")),
            cut,
            free and not document.isEmpty(),
        ),
        (
            _("Kaitkan kata terpilih"),
            QKeySequence(keys_of("script.tie")),
            tie,
            selected,
        ),
    ):
        action = menu.addAction(words)
        action.setShortcut(keys)
        action.setEnabled(available)
        action.triggered.connect(run)
    return menu
