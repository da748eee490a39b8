"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from newsdesk.errors import CannotSave


def write_whole(file: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Write ``data`` as :func:`write_durably` does. Raises :class:`CannotSave` with the system's reason."""
    try:
        write_durably(file, data, mode=mode)
    except OSError as error:
        raise CannotSave(str(file), error.strerror or str(error)) from error


def write_durably(file: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Write ``data`` under a temporary name beside ``file``, put it on the disk, then give it its name.

    A crash, a full disk or a pulled plug leaves either the old file or the new one. ``mode``: the rights the
    file may have at most, before the umask. Raises OSError.
    """
    part = file.with_name(f".{file.name}.part")
    try:
        with open(part, "wb", opener=lambda path, flags: os.open(path, flags, mode)) as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except OSError:
        # On a full disk half a copy would only take room from the whole one.
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    if os.name == "posix":
        # The new name is durable only with its folder; Windows has no such call and needs none.
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
