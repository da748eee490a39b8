"""Between the core's offsets (Python code points) and Qt's (UTF-16 units)."""

from __future__ import annotations

from collections.abc import Iterable


def to_utf16(text: str, at: int) -> int:
    """Return the UTF-16 offset of the code point offset ``at`` in ``text``.

    >>> to_utf16("🎙 2.65", 2)
    3
    """
    if text.isascii():
        return at
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def to_code_points(text: str, at: int) -> int:
    """Return the code point offset of the UTF-16 offset ``at``; inside a pair it is that of the pair's start.

    >>> to_code_points("🎙 2.65", 3)
    2
    """
    if text.isascii():
        return at
    # No text is longer in code points than in UTF-16 units: the first ``at`` code points hold enough.
    units = text[:at].encode("utf-16-le", "surrogatepass")[: 2 * at]
    whole = len(units.decode("utf-16-le", "surrogatepass"))
    cut_pair = len(units) >= 2 and 0xD8 <= units[-1] <= 0xDB and ord(text[whole - 1]) >= 0x10000
    return whole - 1 if cut_pair else whole


def document_spans(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``spans`` of ``text``, in order and apart, in UTF-16 units: one way through the text.

    >>> document_spans("🎙 2.65 🎙", [(0, 1), (2, 6)])
    [(0, 2), (3, 7)]
    """
    if text.isascii():
        return list(spans)
    found: list[tuple[int, int]] = []
    at = units = 0
    for start, end in spans:
        first = units + to_utf16(text[at:start], start - at)
        units = first + to_utf16(text[start:end], end - start)
        at = end
        found.append((first, units))
    return found
