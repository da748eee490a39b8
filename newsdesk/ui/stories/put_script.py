"""Puts another script into the window while the reader's place, and where it can the cursor, stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsdesk.domain.comparing import compare
from newsdesk.ui.stories.offsets import to_utf16

if TYPE_CHECKING:
    from newsdesk.domain.story import Script
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.script_editor import ScriptEditor
    from newsdesk.ui.stories.script_pane import ScriptPane


def put_script(script: Script, pane: ScriptPane, inspector: Inspector) -> None:
    """Show ``script``; only what differs from what stands there is touched."""
    pane.header.slug.set_text(script.slug)
    pane.header.headline.set_text(script.headline)
    data = inspector.data
    if (data.dateline(), data.byline_list(), data.tag_list()) != (
        script.dateline,
        script.bylines,
        script.tags,
    ):
        data.show_script(script)
    _put_body(script, pane.editor)


def _put_body(script: Script, editor: ScriptEditor) -> None:
    if _shows(editor, script):
        return
    text, place = editor.text, editor.textCursor().position()
    top = editor.cursorForPosition(editor.viewport().rect().topLeft())
    above = editor.cursorRect(top).top()
    if not (text.blocks() or script.blocks or text.busy):
        _put_words(editor, script.body)
    if not _shows(editor, script):
        stood = top.position()
        text.load(script.body, script.attributions, script.said_here, script.blocks)
        editor.setTextCursor(_cursor_at(editor, place))
        top = _cursor_at(editor, stood)
    bar = editor.verticalScrollBar()
    bar.setValue(bar.value() + editor.cursorRect(top).top() - above)


def _shows(editor: ScriptEditor, script: Script) -> bool:
    text = editor.text
    return text.body == script.body and (text.blocks(), text.attributions(), text.said_here()) == (
        script.blocks,
        script.attributions,
        script.said_here,
    )


def _put_words(editor: ScriptEditor, new: str) -> None:
    """Make the body ``new`` word by word: what stays keeps its place, and every cursor in it."""
    old = editor.text.body
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    same = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    middle = new[start : len(new) - same]
    cursor = QTextCursor(editor.document())
    cursor.beginEditBlock()
    for change in reversed(compare(old[start : len(old) - same], middle).changes):
        cursor.setPosition(to_utf16(old, start + change.old_start))
        cursor.setPosition(to_utf16(old, start + change.old_end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(middle[change.new_start : change.new_end])
    cursor.endEditBlock()


def _cursor_at(editor: ScriptEditor, position: int) -> QTextCursor:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(min(position, editor.document().characterCount() - 1))
    return cursor
