"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from newsdesk.errors import CannotSave


def write_whole(file: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Write ``data`` under a temporary name beside ``file``, put it on the disk, then give it its name.

    A crash, a full disk or a pulled plug leaves either the old file or the new one. ``mode``: the rights the
    file may have at most, before the umask. Raises :class:`CannotSave`.
    """
    part = file.with_name(f".{file.name}.part")
    try:
        with open(part, "wb", opener=lambda path, flags: os.open(path, flags, mode)) as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise CannotSave(str(file), error.strerror or str(error)) from error
