"""Sound files, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import struct
from pathlib import Path
from types import TracebackType

from newsdesk.errors import CannotSave

_RIFF_HEAD = struct.Struct("<4sI4s4sIHHIIHH4sI")
_PCM = 1
_BYTES_A_SAMPLE = 2


class WavFile:
    """A WAV file being written: signed 16-bit little-endian mono, as ``with WavFile(...) as file``.

    It grows under a temporary name beside its target and takes its own name when the block ends well; on any
    exception it is removed and what stood at the target is untouched. ``info`` are RIFF INFO texts by their
    four-letter names (INAM title, ICMT comment, ISFT software), written as UTF-8. Every method raises
    :class:`CannotSave` with the system's own reason.
    """

    def __init__(self, path: Path, sample_rate: int, info: dict[str, str]) -> None:
        self._path = path
        self._sample_rate = sample_rate
        self._info = info
        self._samples = 0
        self._discarded = False
        self._part = path.parent / f".newsdesk-{secrets.token_hex(6)}.part"

    def __enter__(self) -> WavFile:
        try:
            if self._path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if self._path.exists() and not os.access(self._path, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            self._file = self._part.open("xb")
        except OSError as error:
            raise self._cannot(error) from error
        self._write(self._head(b""))
        return self

    def write(self, pcm: bytes) -> None:
        """Add samples."""
        self._write(pcm)
        self._samples += len(pcm) // _BYTES_A_SAMPLE

    def discard(self) -> None:
        """Leave no file when the block ends."""
        self._discarded = True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None or self._discarded:
            self._give_up()
            return
        try:
            tail = _info_chunk(self._info)
            self._file.write(tail)
            self._file.seek(0)
            self._file.write(self._head(tail))
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._part.replace(self._path)
        except OSError as failure:
            self._give_up()
            raise self._cannot(failure) from failure

    def _write(self, raw: bytes) -> None:
        try:
            self._file.write(raw)
        except OSError as error:
            raise self._cannot(error) from error

    def _head(self, tail: bytes) -> bytes:
        sound = self._samples * _BYTES_A_SAMPLE
        whole = _RIFF_HEAD.size - 8 + sound + len(tail)
        a_second = self._sample_rate * _BYTES_A_SAMPLE
        form = (16, _PCM, 1, self._sample_rate, a_second, _BYTES_A_SAMPLE, 8 * _BYTES_A_SAMPLE)
        return _RIFF_HEAD.pack(b"RIFF", whole, b"WAVE", b"fmt ", *form, b"data", sound)

    def _give_up(self) -> None:
        with contextlib.suppress(OSError):  # what its buffer still held is thrown away with the file
            self._file.close()
        self._part.unlink(missing_ok=True)

    def _cannot(self, error: OSError) -> CannotSave:
        return CannotSave(str(self._path), error.strerror or str(error))


def _info_chunk(info: dict[str, str]) -> bytes:
    """Return a LIST INFO chunk (RIFF MCI 1.0): texts end in a zero and are padded to an even length."""
    parts = [b"INFO"]
    for name, text in info.items():
        raw = text.encode("utf-8", "replace") + b"\0"
        parts += [name.encode("ascii"), struct.pack("<I", len(raw)), raw, b"\0" * (len(raw) % 2)]
    body = b"".join(parts)
    return b"LIST" + struct.pack("<I", len(body)) + body
