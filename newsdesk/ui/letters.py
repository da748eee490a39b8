"""Words of scripts and sources in tooltips: shown letter for letter, never taken for HTML."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """Return a tooltip that shows ``text`` as it is written.

    Qt guesses whether a tooltip is HTML and has no switch for it; pasted "<img src=…>" would be fetched.

    >>> plain_tip("Santoso <b>")
    '<span style="white-space: pre-wrap">Santoso &lt;b&gt;</span>'
    """
    return f'<span style="white-space: pre-wrap">{escape(text)}</span>' if text else ""
