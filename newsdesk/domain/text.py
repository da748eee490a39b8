"""What may stand in a newsroom's text, and its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST_LEAD = 200
_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_SHORTENED = re.compile("\r\n|[\ud800-\udbff][\udc00-\udfff]|[\x00-\x08\x0b\x0c\x0e-\x1f]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
# A full stop after one of these, or after a single letter, is part of a name: "Drs. Santoso", "H. Tjutjuk".
_SENTENCE_END = re.compile(
    r"(?<!\bdr)(?<!\bir)(?<!\bdrs)(?<!\bdra)(?<!\bno)(?<!\bjl)(?<!\b[a-z])[.!?…][\"”’')\]]*(?=\s|$)",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    r"""Return ``text`` as both databases can keep it; text without control characters comes back as it is.

    CR LF and CR become LF, surrogate pairs one character, lone surrogates U+FFFD, and the other C0 control
    characters except tab go (PostgreSQL refuses NUL; SQLite and PostgreSQL refuse lone surrogates).

    >>> clean("Blitar\x00,\r\nJumat")
    'Blitar,\nJumat'
    """
    if _UNSTORABLE.search(text) is None:
        return text
    text = _PAIR.sub(_joined, text.replace("\r\n", "\n").replace("\r", "\n"))
    return _UNSTORABLE.sub(_replacement, text)


def removed(text: str) -> Iterator[int]:
    """Yield, in order, the offsets of the characters of ``text`` that :func:`clean` leaves out.

    Of CR LF and of a surrogate pair one character stays, of a control character none.
    """
    return (match.start() for match in _SHORTENED.finditer(text))


def lead(body: str) -> str:
    """Return the first sentence of ``body``, at most 200 characters: the line that a list shows.

    >>> lead("Drs. Santoso memimpin upacara. Acara itu rutin.")
    'Drs. Santoso memimpin upacara.'
    """
    paragraph = body.lstrip()[: 4 * _LONGEST_LEAD].partition("\n")[0].strip()
    end = _SENTENCE_END.search(paragraph)
    sentence = paragraph[: end.end()] if end else paragraph
    return sentence if len(sentence) <= _LONGEST_LEAD else sentence[: _LONGEST_LEAD - 1].rstrip() + "…"


def _joined(pair: re.Match[str]) -> str:
    high, low = (ord(half) for half in pair.group())
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _replacement(unstorable: re.Match[str]) -> str:
    return "\ufffd" if unstorable.group() >= "\ud800" else ""
