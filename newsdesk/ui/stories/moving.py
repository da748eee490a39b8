"""Words, paragraphs, clips and notes moved to another place of the same script, as one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor

from newsdesk.domain.blocks import MARK
from newsdesk.ui.stories.block_edits import put_in, selected

if TYPE_CHECKING:
    from newsdesk.domain.blocks import Block
    from newsdesk.ui.stories.script_text import ScriptText


def move_words(text: ScriptText, moved: QTextCursor, to: QTextCursor) -> None:
    """Move the selection of ``moved`` to ``to``, as one step of undo; ``to`` stands behind it then.

    Qt would tell of one change from the one place to the other: how the words between are said here, and who
    said them, would be forgotten. How the moved words themselves are said, who said them, and which of them
    may be cut, goes along.
    """
    start, end = moved.selectionStart(), moved.selectionEnd()
    if start <= to.position() <= end:
        return
    words, blocks = selected(text.block_marks, moved)
    _move(text, moved, to, (start, end), words, blocks)


def move_paragraphs(text: ScriptText, first: QTextBlock, last: QTextBlock, to: QTextBlock) -> QTextCursor:
    """Move whole paragraphs to before ``to``, which is none of them (behind the last one when not valid).

    Return a cursor that selects them where they stand then.
    """
    start, end = first.position(), last.position() + last.length() - 1
    moved = _between(text, start, end)
    words, blocks = selected(text.block_marks, moved)
    place = QTextCursor(text.document)
    place.movePosition(QTextCursor.MoveOperation.End)
    if to.isValid():
        place.setPosition(to.position())
    gone = (start, end + 1) if last.next().isValid() else (start - 1, end)
    words = f"{words}\n" if to.isValid() else f"\n{words}"
    # A place behind the last paragraph begins with the newline that divides them.
    at = _move(text, _between(text, *gone), place, (start, end), words, blocks, lead=not to.isValid())
    return _between(text, at, at + end - start)


def step_paragraphs(text: ScriptText, cursor: QTextCursor, *, up: bool) -> QTextCursor | None:
    """Move the paragraphs that a cursor touches over the one before or after; None at the script's edge.

    Return the cursor where it stands in them then.
    """
    first = text.document.findBlock(cursor.selectionStart())
    last = text.document.findBlock(cursor.selectionEnd())
    over = first.previous() if up else last.next()
    if not over.isValid():
        return None
    anchor, position = cursor.anchor() - first.position(), cursor.position() - first.position()
    stands = move_paragraphs(text, first, last, over if up else over.next()).selectionStart()
    return _between(text, stands + anchor, stands + position)


def _move(
    text: ScriptText,
    gone: QTextCursor,
    to: QTextCursor,
    span: tuple[int, int],
    words: str,
    blocks: list[Block],
    lead: int = 0,
) -> int:
    """Take a selection out and put ``words`` in at ``to``; return where those of ``span`` stand then.

    ``lead`` characters of ``words`` are not of ``span``.
    """
    start, end = span
    said = [one for one in text.said.within(start, end) if start <= one.start and one.end <= end]
    ties = [one for one in text.passages.ties if start <= one.start and one.end <= end]
    cuts = [one for one in text.cuts.places if start <= one.start and one.end <= end]
    gone.removeSelectedText()
    at = to.position() + lead
    to.joinPreviousEditBlock()
    put_in(text.block_marks, to, words, blocks)
    to.endEditBlock()
    if words.startswith(MARK) and text.document.characterAt(at) != MARK:
        at += 1  # words before a block that fell among them were divided from it
    for one in said:
        text.said.say(at + one.start - start, at + one.end - start, one.spoken)
    for tie in ties:
        text.tie(tie.source_id, at + tie.start - start, at + tie.end - start, tie.quote)
    if cuts:
        text.cuts.mark([(at + one.start - start, at + one.end - start) for one in cuts])
    return at


def _between(text: ScriptText, anchor: int, position: int) -> QTextCursor:
    cursor = QTextCursor(text.document)
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    return cursor
