"""Names and words of others: letter for letter in tooltips, never taken for HTML; brief in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MOST = 60
# What stands for markup in HTML; the standard library's escape() brings every entity along, 2 ms of a start.
_LETTERS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain_tip(text: str) -> str:
    """Return a tooltip that shows ``text`` as it is written.

    Qt guesses whether a tooltip is HTML and has no switch for it; pasted "<img src=…>" would be fetched.

    >>> plain_tip("Santoso <b>")
    '<span style="white-space: pre-wrap">Santoso &lt;b&gt;</span>'
    """
    return f'<span style="white-space: pre-wrap">{text.translate(_LETTERS)}</span>' if text else ""


def show_tip(widget: QWidget, words: str) -> None:
    """Give a widget ``words`` as its tooltip, and without markup to screen readers, which would read that."""
    widget.setToolTip(plain_tip(words))
    widget.setAccessibleDescription(words)


def safe_tip(text: str) -> str:
    """Return words that may hold somebody's name or slug as a tooltip: as they are where Qt sees no HTML.

    >>> safe_tip("Revisi 2 sudah disetujui Dewi"), safe_tip("<b>Dewi")
    ('Revisi 2 sudah disetujui Dewi', '<span style="white-space: pre-wrap">&lt;b&gt;Dewi</span>')
    """
    return plain_tip(text) if "<" in text or "&" in text else text


def brief(name: str) -> str:
    """Return a name or slug as it fits into a sentence, which it must not make wider than the window.

    >>> len(brief("a" * 10_000)), brief("BLITAR-DBD")
    (60, 'BLITAR-DBD')
    """
    return name if len(name) <= _MOST else name[: _MOST - 1].rstrip() + "…"
