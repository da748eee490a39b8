"""The frames between the program and a speech worker: a fixed head, then a body of the length it names.

Head: two letters "ND", kind, job and length of the body, big-endian. A pipe on which anything else stands is
garbled, and its worker is not trusted any further.
"""

from __future__ import annotations

import json
import struct
from enum import IntEnum
from typing import BinaryIO, NamedTuple

_HEAD = struct.Struct(">2sBII")
_MAGIC = b"ND"
_PIECE_HEAD = struct.Struct(">II")
_MARK = struct.Struct(">II")
MOST_BODY = 8 << 20
"""No body is longer than this many bytes."""
TEMPORARY = "NEWSDESK_TEMPORARY"
"""Names a worker's own folder of temporary files in its environment; whoever of the two is left ends it."""


class Kind(IntEnum):
    """What a frame says. The first four go to the worker, the others come from it."""

    SPEAK = 1
    VOICES = 2
    CANCEL = 3
    CALIBRATE = 4
    READY = 10
    PIECE = 11
    DONE = 12
    FAILED = 13
    ALIVE = 14


class Frame(NamedTuple):
    """One message; ``job`` is the request it belongs to, 0 for none."""

    kind: Kind
    job: int
    body: bytes


class GarbledError(Exception):
    """What stands on the pipe is not a frame."""


def encode(kind: Kind, job: int = 0, body: bytes = b"") -> bytes:
    """Write a frame."""
    return _HEAD.pack(_MAGIC, kind, job, len(body)) + body


def encode_json(kind: Kind, job: int, value: object) -> bytes:
    """Write a frame whose body is JSON."""
    return encode(kind, job, json.dumps(value).encode("ascii"))


def read(stream: BinaryIO) -> Frame | None:
    """Read the next frame; None at the end of the stream. Raises :class:`GarbledError`."""
    head = stream.read(_HEAD.size)
    if not head:
        return None
    if len(head) < _HEAD.size:
        raise GarbledError(repr(head))
    magic, kind, job, length = _HEAD.unpack(head)
    if magic != _MAGIC or length > MOST_BODY or kind not in Kind.__members__.values():
        raise GarbledError(repr(head))
    body = stream.read(length)
    if len(body) < length:
        raise GarbledError(f"{len(body)} of {length} bytes")
    return Frame(Kind(kind), job, body)


def encode_piece(job: int, sample_rate: int, marks: list[tuple[int, int]], pcm: bytes) -> bytes:
    """Write a piece of sound; ``marks`` are (word, sample from the utterance's first sample)."""
    body = [_PIECE_HEAD.pack(sample_rate, len(marks)), *(_MARK.pack(*mark) for mark in marks), pcm]
    return encode(Kind.PIECE, job, b"".join(body))


def decode_piece(body: bytes) -> tuple[int, list[tuple[int, int]], bytes]:
    """Read the body of a piece: sample rate, marks, samples. Raises :class:`GarbledError`."""
    try:
        sample_rate, count = _PIECE_HEAD.unpack_from(body)
        marks = [_MARK.unpack_from(body, _PIECE_HEAD.size + at * _MARK.size) for at in range(count)]
    except struct.error as error:
        raise GarbledError(str(error)) from error
    return (
        sample_rate,
        [(word, sample) for word, sample in marks],
        body[_PIECE_HEAD.size + count * _MARK.size :],
    )
