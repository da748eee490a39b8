"""ICU's spelled-out Indonesian numbers, through the library that Qt brings along or the system's own."""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Callable
from pathlib import Path

import PySide6

_SPELLOUT = 5  # UNUM_SPELLOUT of unum.h
_ROOM = 600  # UTF-16 units; the longest number below 10^15 takes about 170


def _candidates() -> list[str]:
    folder = Path(PySide6.__file__).parent
    bundled = sorted(str(file) for file in folder.glob("Qt/lib/libicui18n.so.*"))
    system = ctypes.util.find_library("icui18n")
    return bundled + ([system] if system else [])


def spellout() -> Callable[[int], str] | None:
    """Return ICU's function from an integer to Indonesian words, or None where no ICU is installed."""
    for name in _candidates():
        try:
            library = ctypes.CDLL(name)
            # Every function of ICU bears the major version in its name.
            version = name.rpartition(".so.")[2].split(".")[0]
            opened, formatted = (
                getattr(library, f"unum_{what}_{version}") for what in ("open", "formatInt64")
            )
        except (OSError, AttributeError):
            continue
        return _bound(opened, formatted)
    return None


def _bound(opened: Callable[..., int], formatted: Callable[..., int]) -> Callable[[int], str] | None:
    status = ctypes.c_int(0)
    opened.restype = ctypes.c_void_p  # type: ignore[attr-defined]  # a function of ctypes
    made = opened(_SPELLOUT, None, 0, b"id", None, ctypes.byref(status))
    if status.value > 0 or not made:
        return None
    handle = ctypes.c_void_p(made)
    room = (ctypes.c_uint16 * _ROOM)()

    def words(number: int) -> str:
        failed = ctypes.c_int(0)
        length = formatted(handle, ctypes.c_int64(number), room, _ROOM, None, ctypes.byref(failed))
        if failed.value > 0 or length > _ROOM:
            raise ValueError(number)
        return bytes(room)[: 2 * length].decode("utf-16-le")

    return words
