"""Sound files that others recorded: how long one is, and its samples for the ear."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.errors import ClipGone, ClipNotPlayable, ClipNotSound, ClipUnreadable

if TYPE_CHECKING:
    import numpy as np

LONGEST_HEARD_S = 30 * 60
"""What is heard of one clip; no more of it is read."""
_PIECE_S = 5


def milliseconds(path: str) -> int:
    """Return how long the sound in a file is: WAV, MP3, OGG, FLAC, Opus, and what else mutagen knows (M4A).

    Raises :class:`ClipGone`, :class:`ClipUnreadable` (the system's reason) and :class:`ClipNotSound`, also
    for what is no file at all: a folder, a named pipe.
    """
    import soundfile

    _look_at(path)
    try:
        told = soundfile.info(path)
        length = round(1000 * told.frames / told.samplerate) if told.samplerate else 0
    except soundfile.SoundFileError:
        length = _as_tagged(path)
    if length <= 0:
        raise ClipNotSound(path)
    return length


def samples(path: str) -> Iterator[tuple[bytes, int]]:
    """Yield the sound of a file in pieces of five seconds: signed 16-bit mono, and samples a second.

    Raises what :func:`milliseconds` raises, and :class:`ClipNotPlayable` for a format that has a length but
    cannot be decoded here.
    """
    import soundfile

    _look_at(path)
    try:
        with soundfile.SoundFile(path) as sound:
            left = LONGEST_HEARD_S * sound.samplerate
            for block in sound.blocks(
                blocksize=_PIECE_S * sound.samplerate, frames=left, dtype="float32", always_2d=True
            ):
                yield _mono(block), sound.samplerate
    except soundfile.SoundFileError as error:
        if _as_tagged(path) > 0:
            raise ClipNotPlayable(path) from error
        raise ClipNotSound(path) from error


def _look_at(path: str) -> None:
    try:
        if not stat.S_ISREG(Path(path).stat().st_mode):
            raise ClipNotSound(path)
        with Path(path).open("rb"):
            pass
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ClipGone(path) from error
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL
        raise ClipUnreadable(path, getattr(error, "strerror", "") or str(error)) from error


def _as_tagged(path: str) -> int:
    import mutagen

    try:
        told = mutagen.File(path)  # pyright: ignore[reportUnknownMemberType] - its options have no types
    except (mutagen.MutagenError, OSError):
        return 0
    length: object = getattr(getattr(told, "info", None), "length", None)
    return round(1000 * length) if isinstance(length, (int, float)) else 0


def _mono(block: np.ndarray) -> bytes:
    import numpy as np

    mixed = block.mean(axis=1)
    return (np.nan_to_num(mixed).clip(-1.0, 1.0) * 32767).astype("<i2").tobytes()
