"""A file that one running program holds: the system lets go of it however that program ends."""

from __future__ import annotations

import sys
from io import BufferedRandom


def hold(file: BufferedRandom) -> None:
    """Lock a file for as long as it is open; raises OSError when somebody has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
