"""The encoder process: ``python -m newsdesk.audio.encoder``, asked by :mod:`newsdesk.audio.encoding`.

It is told on standard input: a line of JSON with the file's name and its temporary one, the samples in frames
(length as four bytes, big-endian, then as many bytes; length 0 ends them), and a line of JSON with how the
file is to be made. It answers on standard output in lines of JSON: progress, then either what the file
measures or what went wrong. When its input ends early, its asker is gone or thought better of it: it removes
what it has begun and ends.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import struct
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import numpy as np

from newsdesk.audio import riff, tags
from newsdesk.audio.chunks import Bext, Cart, bext_body, cart_body, in_samples
from newsdesk.audio.formats import LoudnessTarget, SoundFormat, SoundSpec
from newsdesk.audio.label import SOFTWARE, SoundLabel
from newsdesk.audio.loudness import Loudness
from newsdesk.audio.mastering import Level, Progress, Recording, encoded, settled, write_wave

_LENGTH = struct.Struct(">I")
_STEP = 0.02
"""Progress is told in steps of this much."""


class _Part:
    """The file under its temporary name, in the folder where it is to stand."""

    def __init__(self, target: Path, part: Path) -> None:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        self._target = target
        self._part = part
        self.file: BinaryIO = part.open("xb")

    def keep(self) -> None:
        """Put the file on the disk, then give it its name: nobody ever sees half of it there."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self._part.replace(self._target)
        if os.name == "posix":
            # The new name is durable only with its folder; Windows has no such call and needs none, and a
            # share of another computer may refuse it: the file is whole all the same.
            folder = os.open(self._target.parent, os.O_RDONLY)
            with contextlib.suppress(OSError):
                os.fsync(folder)
            os.close(folder)

    def remove(self) -> None:
        """Take away what was begun; nothing happens to a file that was kept."""
        with contextlib.suppress(OSError):  # what its buffer still held is thrown away with the file
            self.file.close()
        with contextlib.suppress(OSError):
            self._part.unlink(missing_ok=True)


class _Gone(Exception):
    """The asker's end of the pipe is closed."""


def main() -> None:
    """Do one job and end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the asker's to answer
    # Libraries may print: what they print must not stand among our answers.
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    with contextlib.suppress(_Gone, BrokenPipeError):
        try:
            _serve(sys.stdin.buffer, answers)
        except OSError as error:
            _tell(answers, failed=error.errno or 0, reason=error.strerror or str(error))
        except ValueError as error:  # a name with a zero in it
            _tell(answers, failed=errno.EINVAL, reason=str(error))
        except OverflowError as error:
            _tell(answers, failed=errno.EFBIG, reason=f"{os.strerror(errno.EFBIG)} ({error})")


def _serve(asked: BinaryIO, answers: TextIO) -> None:
    first = json.loads(_line(asked))
    part = _Part(Path(first["path"]), Path(first["part"]))
    try:
        samples = _samples(asked)
        job = json.loads(_line(asked))
        threading.Thread(target=_watch, args=(asked, part), daemon=True).start()
        measured = _make(job, samples, part.file, _Steps(answers))
        part.keep()
    finally:
        part.remove()
    _tell(answers, saved=measured)


def _make(
    job: dict[str, Any], samples: bytearray, file: BinaryIO, progress: Progress
) -> dict[str, float | None]:
    spec = SoundSpec(SoundFormat(job["format"]), job["sample_rate"], LoudnessTarget(job["target"]))
    label = SoundLabel.from_json(job["label"])
    recording = Recording(np.frombuffer(samples, dtype="<i2"), job["source_rate"])
    level = settled(recording, spec, lambda done: progress(done / 2))
    loudness = _written(recording, spec, level, label, file, lambda done: progress(0.5 + done / 2))
    return {
        "loudness": loudness.integrated,
        "true_peak": loudness.true_peak,
        "seconds": recording.seconds,
    }


def _written(
    recording: Recording, spec: SoundSpec, level: Level, label: SoundLabel, file: BinaryIO, progress: Progress
) -> Loudness:
    if spec.format is SoundFormat.WAV:
        return write_wave(
            recording, spec, level, file, lambda loudness: _chunks(label, spec, loudness), progress
        )
    sound, loudness = encoded(recording, spec, level, progress)
    tags.tag(spec.format, sound, label)
    file.write(sound.getbuffer())
    return loudness


def _chunks(label: SoundLabel, spec: SoundSpec, loudness: Loudness) -> list[tuple[str, bytes]]:
    """Return what stands before the samples of a WAV file."""
    bext = Bext(
        description=" - ".join(filter(None, [label.title, label.comment])),
        reference=label.cut_id,
        made_at=label.made_at,
        loudness=loudness.integrated,
        loudness_range=loudness.loudness_range,
        max_true_peak=loudness.true_peak,
        max_momentary=loudness.max_momentary,
        max_short_term=loudness.max_short_term,
        coding_history=f"A=PCM,F={spec.sample_rate},W=16,M=mono,T={SOFTWARE}",  # EBU R 98
    )
    cart = Cart(
        title=label.title,
        artist=label.reporter,
        cut_id=label.cut_id,
        client_id=label.signed_by or label.reporter,
        category=label.category,
        classification=label.classification,
        out_cue=label.out_cue,
        starts=label.aired_from,
        ends=label.aired_until,
        user_defined=f"{label.purpose} {label.revision}" if label.revision else label.purpose.value,
        timers=in_samples(label.timers, spec.sample_rate),
        tag_text=_tag_text(label),
    )
    return [
        ("bext", bext_body(bext)),
        ("cart", cart_body(cart)),
        ("LIST", riff.info(tags.info_texts(label))),
        ("id3 ", tags.id3_body(label)),
    ]


def _tag_text(label: SoundLabel) -> str:
    """Return the cart chunk's free text: what its short fields cannot hold whole."""
    rows = {
        "Judul": label.title,
        "Reporter": label.reporter,
        "Program": label.programme,
        "Slug": label.slug,
        "Keterangan": label.comment,
        "Ditandatangani": label.signed_by,
        "Pemberitahuan": label.notice,
        "Kata penutup": label.out_cue,
    }
    return "\n".join(f"{name}: {' '.join(text.split())}" for name, text in rows.items() if text)


def _line(asked: BinaryIO) -> bytes:
    line = asked.readline()
    if not line.endswith(b"\n"):
        raise _Gone
    return line


def _samples(asked: BinaryIO) -> bytearray:
    said = bytearray()
    while True:
        head = asked.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            raise _Gone
        (length,) = _LENGTH.unpack(head)
        if not length:
            return said
        body = asked.read(length)
        if len(body) < length:
            raise _Gone
        said += body


def _watch(asked: BinaryIO, part: _Part) -> None:
    """Wait for the end of the input: nobody wants the file any more then."""
    # Not asked.read(): its lock, held by this thread, would abort the process when the other one ends it.
    while os.read(asked.fileno(), 1):
        continue
    part.remove()
    os._exit(1)


class _Steps:
    """Tells progress, but not every little of it, and never that it went back."""

    def __init__(self, answers: TextIO) -> None:
        self._answers = answers
        self._told = -1.0

    def __call__(self, done: float) -> None:
        if done >= self._told + _STEP:
            self._told = done
            _tell(self._answers, progress=round(min(1.0, done), 3))


def _tell(answers: TextIO, **answer: object) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
