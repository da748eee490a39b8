"""The frames between the program and a speech worker: a fixed head, then a body of the length it names.

Head: two letters "ND", kind, job and length of the body, big-endian. A pipe on which anything else stands is
garbled, and its worker is not trusted any further.
"""

from __future__ import annotations

import json
import struct
from enum import IntEnum
from typing import BinaryIO, NamedTuple

from newsdesk.speech.engine import Utterance

_HEAD = struct.Struct(">2sBII")
_MAGIC = b"ND"
_PIECE_HEAD = struct.Struct(">II")
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


_KINDS = {int(kind): kind for kind in Kind}


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
    kind, job, length = _parsed(head)
    body = stream.read(length)
    if len(body) < length:
        raise GarbledError(f"{len(body)} of {length} bytes")
    return Frame(kind, job, body)


class Cutter:
    """Cuts what comes from a pipe, in whatever portions, into frames."""

    def __init__(self) -> None:
        self._raw = bytearray()

    def cut(self, raw: bytes) -> list[Frame]:
        """Return the frames that ``raw`` completes, in their order. Raises :class:`GarbledError`."""
        self._raw += raw
        found: list[Frame] = []
        at, have = 0, len(self._raw)
        while have - at >= _HEAD.size:
            kind, job, length = _parsed(bytes(self._raw[at : at + _HEAD.size]))
            end = at + _HEAD.size + length
            if end > have:
                break
            found.append(Frame(kind, job, bytes(self._raw[at + _HEAD.size : end])))
            at = end
        del self._raw[:at]
        return found

    def end(self) -> None:
        """The pipe has ended. Raises :class:`GarbledError` when a frame was begun."""
        if self._raw:
            raise GarbledError(repr(bytes(self._raw[: _HEAD.size])))


def encode_utterance(utterance: Utterance) -> bytes:
    """Write the body of a request to speak: plain text, for JSON takes longer than the way through the pipe.

    A NUL divides the fields, so it is taken out of words; nothing would be said for it.
    """
    fields = (*utterance.words, *utterance.pauses, utterance.voice, str(utterance.rate), str(utterance.pitch))
    text = "\0".join(fields)
    if text.count("\0") >= len(fields):
        text = "\0".join(field.replace("\0", " ") for field in fields)
    return text.encode("utf-8", "surrogatepass")


def decode_utterance(body: bytes) -> Utterance:
    """Read what :func:`encode_utterance` wrote."""
    *fields, voice, rate, pitch = body.decode("utf-8", "surrogatepass").split("\0")
    words = len(fields) // 2
    return Utterance(tuple(fields[:words]), tuple(fields[words:]), voice, int(rate), int(pitch))


def encode_piece(job: int, sample_rate: int, marks: list[tuple[int, int]], pcm: bytes) -> bytes:
    """Write a piece of sound; ``marks`` are (word, sample from the utterance's first sample)."""
    numbers = [number for mark in marks for number in mark]
    head = struct.pack(f">II{len(numbers)}I", sample_rate, len(marks), *numbers)
    return _HEAD.pack(_MAGIC, Kind.PIECE, job, len(head) + len(pcm)) + head + pcm


def decode_piece(body: bytes) -> tuple[int, list[tuple[int, int]], bytes]:
    """Read the body of a piece: sample rate, marks, samples. Raises :class:`GarbledError`."""
    try:
        sample_rate, count = _PIECE_HEAD.unpack_from(body)
        numbers = struct.unpack_from(f">{2 * count}I", body, _PIECE_HEAD.size)
    except struct.error as error:
        raise GarbledError(str(error)) from error
    marks = list(zip(numbers[::2], numbers[1::2], strict=True))
    return sample_rate, marks, body[_PIECE_HEAD.size + 8 * count :]


def _parsed(head: bytes) -> tuple[Kind, int, int]:
    """Return kind, job and length of the body. Raises :class:`GarbledError`."""
    magic, number, job, length = _HEAD.unpack(head)
    kind = _KINDS.get(number)
    if magic != _MAGIC or length > MOST_BODY or kind is None:
        raise GarbledError(repr(head))
    return kind, job, length
