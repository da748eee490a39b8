"""The program's end of the encoder: samples go out, a finished file or a clear failure comes back.

numpy and the codecs are loaded in the child only, and the child writes the file: a crash in a codec is a
failure of one file, and killing the child cancels.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import secrets
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, BinaryIO, NoReturn, cast

from newsdesk.audio.formats import Measured, SoundSpec
from newsdesk.audio.label import SoundLabel
from newsdesk.errors import CannotSave, DiskFull
from newsdesk.i18n import _

_LENGTH = struct.Struct(">I")
_FULL = {errno.ENOSPC, errno.EDQUOT}
PATIENCE_S = 60.0
"""An encoder that neither takes samples nor tells progress for so long is stuck; a slow share is not."""


def encoder_command() -> list[str]:
    """Return the command of the real encoder: this Python, the encoder module."""
    return [sys.executable, "-m", "newsdesk.audio.encoder"]


class Encoding:
    """One file being made, as ``with Encoding(path) as encoding``.

    It grows under a name that begins with a dot and ends in ".part" beside ``path``, and takes its own name
    when it is whole and on the disk. Leaving the block before :meth:`finish` has ended kills the encoder;
    then, and on any failure, no file is left and what stood at ``path`` is untouched. Every method raises
    :class:`DiskFull`, or :class:`CannotSave` with the system's own words; an encoder that is silent for
    ``patience_s`` is killed, and is a :class:`CannotSave` too.
    """

    def __init__(
        self,
        path: Path,
        command: Callable[[], list[str]] = encoder_command,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._path = path
        self._patience_s = patience_s
        self._waited_since: float | None = None
        self._stuck = False
        self._over = threading.Event()
        self._part = path.parent / f".newsdesk-{secrets.token_hex(6)}.part"
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the encoder
        try:
            self._process = subprocess.Popen(
                command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=_environment(),
                # Without a console window on Windows, where this constant is.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            self._errors.close()
            raise CannotSave(str(path), error.strerror or str(error)) from error
        self._stdin = cast(BinaryIO, self._process.stdin)
        self._stdout = cast(BinaryIO, self._process.stdout)
        threading.Thread(target=self._watch, name="newsdesk-encoder-watch", daemon=True).start()

    def __enter__(self) -> Encoding:
        target, part = os.fspath(self._path.absolute()), os.fspath(self._part.absolute())
        try:
            self._send(_line({"path": target, "part": part}))
        except (CannotSave, DiskFull):
            self._end()  # a block that is not entered is not left either
            raise
        return self

    @property
    def pid(self) -> int:
        """The encoder's process id, for tests that do harm to it."""
        return self._process.pid

    def write(self, pcm: bytes) -> None:
        """Add signed 16-bit little-endian mono samples."""
        if pcm:
            self._send(_LENGTH.pack(len(pcm)) + pcm)

    def finish(self, spec: SoundSpec, source_rate: int, label: SoundLabel) -> Iterator[float | Measured]:
        """Make the file; yield how much is done, from 0 to 1, and last what the file measures.

        ``source_rate`` is the rate of the samples written. The file has its name when the last one comes.
        """
        job = {
            "format": spec.format,
            "sample_rate": spec.sample_rate,
            "target": int(spec.target),
            "source_rate": source_rate,
            "label": label.to_json(),
        }
        self._send(_LENGTH.pack(0) + _line(job))
        while (answer := self._answer()) is not None:
            if "saved" in answer:
                yield Measured(**answer["saved"])
                return
            if "failed" in answer:
                self._raise(answer["failed"], answer["reason"])
            yield float(answer["progress"])
        self._raise(0, self._last_words())

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def _watch(self) -> None:
        """End an encoder that leaves its asker waiting too long: the pipe it hangs on ends with it."""
        while not self._over.wait(self._patience_s / 4):
            since = self._waited_since
            if since is not None and time.monotonic() - since > self._patience_s:
                self._stuck = True
                self._process.kill()
                return

    @contextlib.contextmanager
    def _waiting(self) -> Generator[None]:
        self._waited_since = time.monotonic()
        try:
            yield
        finally:
            self._waited_since = None

    def _end(self) -> None:
        self._over.set()
        self._process.kill()  # it has ended by itself when the file was made
        self._process.wait()
        for pipe in (self._stdin, self._stdout, self._errors):
            with contextlib.suppress(OSError):  # what was not sent is of no use any more
                pipe.close()
        with contextlib.suppress(
            OSError, ValueError
        ):  # a folder that cannot be reached holds no part of ours
            self._part.unlink(missing_ok=True)

    def _send(self, raw: bytes) -> None:
        try:
            with self._waiting():
                self._stdin.write(raw)
                self._stdin.flush()
        except OSError as error:
            # It ends before it has everything only when it cannot go on: its answer says why.
            answer = self._answer()
            while answer is not None and "failed" not in answer:
                answer = self._answer()
            if answer is None:
                self._raise(0, self._last_words() or str(error))
            self._raise(answer["failed"], answer["reason"])

    def _answer(self) -> dict[str, Any] | None:
        with self._waiting():
            line = self._stdout.readline()
        return json.loads(line) if line.endswith(b"\n") else None

    def _raise(self, number: int, reason: str) -> NoReturn:
        kind = DiskFull if number in _FULL else CannotSave
        raise kind(str(self._path), reason)

    def _last_words(self) -> str:
        """Return the last line that the encoder or one of its libraries wrote, else how it ended."""
        if self._stuck:
            return _("penyandi berkas suara macet lebih dari {n} detik").format(n=round(self._patience_s))
        code = self._process.wait()
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - 4000))
        lines = self._errors.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), f"exit {code}")


def _line(value: Mapping[str, object]) -> bytes:
    return json.dumps(value).encode("ascii") + b"\n"


def _environment() -> dict[str, str]:
    """Return this environment with the folder of our package in front, wherever the program was started."""
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
