"""Puts another script into the window while the reader's place, and where it can the cursor, stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsdesk.domain.comparing import compare
from newsdesk.domain.readable_changes import Change
from newsdesk.ui.stories.offsets import to_utf16

if TYPE_CHECKING:
    from newsdesk.domain.story import Script
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.script_editor import ScriptEditor
    from newsdesk.ui.stories.script_pane import ScriptPane


_LONGEST = 20_000
"""Characters that are compared word by word while the window waits, 5 ms; more is exchanged whole."""


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
        text.load(script.body, script.attributions, script.said_here, script.blocks, script.cuttable)
        editor.setTextCursor(_cursor_at(editor, place))
        top = _cursor_at(editor, stood)
    bar = editor.verticalScrollBar()
    bar.setValue(bar.value() + editor.cursorRect(top).top() - above)


def _shows(editor: ScriptEditor, script: Script) -> bool:
    text = editor.text
    return text.body == script.body and (
        (text.blocks(), text.attributions(), text.said_here(), text.cuttable())
        == (script.blocks, script.attributions, script.said_here, script.cuttable)
    )


def _put_words(editor: ScriptEditor, new: str) -> None:
    """Make the body ``new`` word by word: what stays keeps its place, and every cursor in it."""
    old = editor.text.body
    start = _same(old, new)
    most = min(len(old), len(new)) - start
    same = min(most, _same(old[start:][::-1], new[start:][::-1]))
    gone, middle = old[start : len(old) - same], new[start : len(new) - same]
    few = len(gone) + len(middle) < _LONGEST
    changes = compare(gone, middle).changes if few else [Change(0, len(gone), 0, len(middle))]
    cursor = QTextCursor(editor.document())
    cursor.beginEditBlock()
    for change in reversed(changes):
        cursor.setPosition(to_utf16(old, start + change.old_start))
        cursor.setPosition(to_utf16(old, start + change.old_end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(middle[change.new_start : change.new_end])
    cursor.endEditBlock()


def _same(one: str, other: str) -> int:
    """Return how many characters are the same at the start of both."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _cursor_at(editor: ScriptEditor, position: int) -> QTextCursor:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(min(position, editor.document().characterCount() - 1))
    return cursor
