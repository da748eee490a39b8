"""Clips and notes of a script put in, changed and taken out, each as one step of undo."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from newsdesk.domain.blocks import MARK

if TYPE_CHECKING:
    from newsdesk.domain.blocks import Block
    from newsdesk.ui.stories.script_blocks import ScriptBlocks

_PARAGRAPH_END = "\u2029"
"""What Qt puts between the paragraphs of a selection."""


def add_block(blocks: ScriptBlocks, at: int, block: Block) -> int:
    """Put a block beside the paragraph at a document position, and return where its mark stands.

    At the very start of words it comes before them, otherwise after; an empty paragraph becomes the block.
    """
    paragraph = blocks.document.findBlock(at)
    cursor = QTextCursor(paragraph)
    words = QTextCharFormat()
    cursor.beginEditBlock()
    if paragraph.length() > 1 and at == paragraph.position() and blocks.of(paragraph) is None:
        cursor.insertBlock(blocks.line(), words)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    elif paragraph.length() > 1:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(blocks.own_line(), words)
    cursor.setBlockFormat(blocks.own_line())
    cursor.insertText(MARK, blocks.format_of(block))
    cursor.endEditBlock()
    return cursor.position() - 1


def change_block(blocks: ScriptBlocks, at: int, block: Block, *, joined: bool = False) -> None:
    """Let the mark of the paragraph at a position stand for another block.

    ``joined``: within the step of undo that was the last.
    """
    if blocks.at(at) in (None, block):
        return
    cursor = QTextCursor(blocks.document.findBlock(at))
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
    if joined:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    cursor.setCharFormat(blocks.format_of(block))
    cursor.endEditBlock()


def take_out(paragraph: QTextBlock) -> None:
    """Take a whole paragraph out, words or block; the only one is left empty."""
    cursor = QTextCursor(paragraph)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    after = paragraph.next().isValid()
    if after:
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    cursor.setPosition(max(0, paragraph.position() - (not after)), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def put_in(blocks: ScriptBlocks, cursor: QTextCursor, text: str, coming: Iterable[Block]) -> None:
    """Put words and marks in the place of a selection; each mark stands for the next of ``coming``."""
    left = iter(coming)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for number, words in enumerate(text.split(MARK)):
        if number:
            cursor.insertText(MARK, blocks.format_of(next(left)))
        cursor.insertText(words, QTextCharFormat())
    cursor.endEditBlock()


def room_beside(blocks: ScriptBlocks, at: int, *, before: bool) -> QTextCursor:
    """Make an empty paragraph beside a block and return a cursor in it; the caller's edit holds it."""
    cursor = QTextCursor(blocks.document.findBlock(at))
    if before:
        cursor.insertBlock(blocks.own_line(), QTextCharFormat())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.setBlockFormat(blocks.line())
        cursor.setBlockCharFormat(QTextCharFormat())
    else:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(blocks.line(), QTextCharFormat())
    return cursor


def selected(blocks: ScriptBlocks, cursor: QTextCursor) -> tuple[str, list[Block]]:
    """Return the words of a selection, paragraphs divided by newlines, and the blocks of its marks."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    inside = [one.block for one in blocks.standing() if start <= one.position < end]
    return cursor.selectedText().replace(_PARAGRAPH_END, "\n"), inside
