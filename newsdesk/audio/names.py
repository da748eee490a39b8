"""Names of sound files that every file system takes and a watched folder can be sorted by."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from string import Formatter

from newsdesk.errors import BadPattern

_UNFIT = re.compile(r'[<>:"/\\|?*\s]+')
"""What no file system of the three takes in a name, and spaces, which upload scripts stumble over."""
_REPEATED = re.compile(r"([-_])[-_]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.I)
"""Devices of Windows: no file can be called so, whatever its ending."""
MOST_BYTES = 200
"""File systems take 255 bytes; a suffix, a copy's number and a playout system's own ending fit behind."""


def stem(pattern: str, fields: dict[str, str], otherwise: str) -> str:
    """Return a name without its ending, made from ``pattern`` with ``fields`` put in.

    ``otherwise`` is the name when nothing is left. Raises :class:`BadPattern` for a field that there is not.

    >>> stem("{date}-{slug}", {"date": "2026-11-21", "slug": "HARGA/BERAS: naik"}, "naskah")
    '2026-11-21-HARGA-BERAS-naik'
    """
    parts: list[str] = []
    try:
        for text, field, form, conversion in Formatter().parse(pattern):
            parts.append(fitting(text))
            if field is None:
                continue
            if field not in fields or form or conversion:
                raise BadPattern(pattern, field)
            parts.append(fitting(fields[field]))
    except ValueError as error:  # a brace that is not closed
        raise BadPattern(pattern, str(error)) from error
    name = _REPEATED.sub(r"\1", "".join(parts)).strip(" .-_")
    name = _cut(name, MOST_BYTES).strip(" .-_") or fitting(otherwise).strip(" .-_") or "naskah"
    return f"_{name}" if _RESERVED.fullmatch(name.partition(".")[0].strip()) else name


def fitting(text: str) -> str:
    """Return ``text`` without what no file name may hold: separators, marks, controls, unseen letters."""
    whole = text.encode("utf-8", "replace").decode()
    seen = (" " if unicodedata.category(letter) in {"Cc", "Zl", "Zp"} else letter for letter in whole)
    kept = "".join(letter for letter in seen if unicodedata.category(letter) not in {"Cf", "Cn", "Co"})
    return _UNFIT.sub("-", unicodedata.normalize("NFC", kept))


def taken(path: Path) -> bool:
    """Say whether a file stands there; of a place that cannot be looked at nobody knows, so it does not."""
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a zero in it: writing it tells
        return False


def _cut(name: str, most: int) -> str:
    """Return as much of ``name`` as fits, no letter halved and no accent parted from its letter."""
    if len(name.encode()) <= most:
        return name
    kept = name.encode()[: most + 1].decode("utf-8", "ignore")[:-1]
    rest = name[len(kept) :]
    while kept and rest and unicodedata.combining(rest[0]):
        kept, rest = kept[:-1], kept[-1]
    return kept
