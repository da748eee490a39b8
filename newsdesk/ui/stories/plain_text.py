"""What may come into a script by paste or drop: paragraphs of plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls, soft hyphen, zero-width space, word joiner, byte order mark. The zero-width joiner stays: emoji
# need it; so do the marks of right-to-left text.
_JUNK = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x9f\u00ad\u200b\u2060\ufeff\ufffc\ud800-\udfff]")
_SPACES = re.compile("[ \t\u00a0\u2002-\u200a\u202f\u205f\u3000]+")
_EMPTY_LINES = re.compile(" ?\n[ \n]*")


def plain_paragraphs(text: str) -> str:
    r"""Return ``text`` as paragraphs divided by one newline, without control characters and odd spaces.

    Linear in the length of ``text``.

    >>> plain_paragraphs("Blitar\u00a0–  upacara\x00\r\n\r\nJumat")
    'Blitar – upacara\nJumat'
    """
    text = _JUNK.sub("", _BREAKS.sub("\n", text))
    return _EMPTY_LINES.sub("\n", _SPACES.sub(" ", text))


def text_of(mime: QMimeData) -> str:
    """Return the plain text of a clipboard or a drag; of formatted text without a plain form, its words."""
    if mime.hasText():
        return mime.text()
    if mime.hasHtml():
        from PySide6.QtGui import QTextDocumentFragment

        return QTextDocumentFragment.fromHtml(mime.html()).toPlainText()
    return ""
