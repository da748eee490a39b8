"""RIFF WAVE files as rows of chunks: writing the head before the samples, and reading what others wrote."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from newsdesk.errors import BadInput

_CHUNK = struct.Struct("<4sI")
_FORMAT = struct.Struct("<HHIIHH")
_PCM = 1
_BYTES_A_SAMPLE = 2
MOST_BYTES = 0xFFFF_FFFF
"""RIFF counts in 32 bits: about twelve hours of mono at 48 kHz."""
_MOST_READ = 1 << 20
"""No chunk that we read is longer than this; one that says it is, is passed over."""


class Chunk(NamedTuple):
    """A named part of a file; ``body`` is b"" for sound and for what is too long to be of interest."""

    name: str
    size: int
    body: bytes


def head(sample_rate: int, samples: int, chunks: list[tuple[str, bytes]]) -> bytes:
    """Return everything of a WAVE file that stands before its samples: 16-bit mono PCM.

    ``chunks`` stand before the samples, so that a reader of the head alone has them. Raises
    :class:`OverflowError` when the file would be too long for the format.
    """
    a_second = sample_rate * _BYTES_A_SAMPLE
    form = _FORMAT.pack(_PCM, 1, sample_rate, a_second, _BYTES_A_SAMPLE, 8 * _BYTES_A_SAMPLE)
    parts = b"".join(chunk(name, body) for name, body in [("fmt ", form), *chunks])
    sound = samples * _BYTES_A_SAMPLE
    whole = 4 + len(parts) + _CHUNK.size + sound
    if whole > MOST_BYTES:
        raise OverflowError(f"{whole} bytes")
    return _CHUNK.pack(b"RIFF", whole) + b"WAVE" + parts + _CHUNK.pack(b"data", sound)


def chunk(name: str, body: bytes) -> bytes:
    """Return a chunk; one of odd length is followed by a zero that its size does not count."""
    return _CHUNK.pack(name.encode("ascii"), len(body)) + body + b"\0" * (len(body) % 2)


def info(texts: dict[str, str]) -> bytes:
    """Return the body of a LIST INFO chunk: texts in UTF-8 by their four-letter names, ended by a zero."""
    rows = [chunk(name, text.encode("utf-8", "replace") + b"\0") for name, text in texts.items() if text]
    return b"INFO" + b"".join(rows)


def read_info(body: bytes) -> dict[str, str]:
    """Read what :func:`info` wrote; text that is not UTF-8 is taken for Windows' Western letters."""
    texts: dict[str, str] = {}
    at = 4
    while at + _CHUNK.size <= len(body):
        name, size = _CHUNK.unpack_from(body, at)
        raw = body[at + _CHUNK.size : at + _CHUNK.size + size].split(b"\0")[0]
        texts[name.decode("ascii", "replace")] = decoded(raw)
        at += _CHUNK.size + size + size % 2
    return texts


def decoded(raw: bytes) -> str:
    """Return text of unknown encoding: UTF-8 where it is that, else Windows-1252."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def read_chunks(path: Path) -> list[Chunk]:
    """Read the chunks of a WAVE file (RIFF or RF64), as far as they go.

    A file that breaks off gives what stands before the break. Raises :class:`BadInput` for a file that cannot
    be read or is no WAVE file.
    """
    try:
        with path.open("rb") as file:
            return list(_chunks(file, path))
    except OSError as error:
        raise BadInput(str(path), error.strerror or str(error)) from error


def _chunks(file: BinaryIO, path: Path) -> Iterator[Chunk]:
    first = file.read(12)
    if first[:4] not in {b"RIFF", b"RF64"} or first[8:12] != b"WAVE":
        raise BadInput(str(path), "WAVE")
    while len(raw := file.read(_CHUNK.size)) == _CHUNK.size:
        name, size = _CHUNK.unpack(raw)
        of_interest = name != b"data" and size <= _MOST_READ
        start = file.tell()
        yield Chunk(name.decode("latin-1"), size, file.read(size) if of_interest else b"")
        file.seek(start + size + size % 2)
