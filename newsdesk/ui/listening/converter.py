"""For an output that does not take a voice's own samples: another rate, more channels, another format."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import soxr
from PySide6.QtMultimedia import QAudioFormat

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioSink

_FORMATS: dict[QAudioFormat.SampleFormat, tuple[str, float, float]] = {
    QAudioFormat.SampleFormat.UInt8: ("u1", 127.0, 128.0),
    QAudioFormat.SampleFormat.Int16: ("<i2", 32767.0, 0.0),
    QAudioFormat.SampleFormat.Int32: ("<i4", 2147483000.0, 0.0),
    QAudioFormat.SampleFormat.Float: ("<f4", 1.0, 0.0),
}
"""Per sample format of Qt: numpy's name for it, what 1.0 becomes, and what silence is."""


class Converter:
    """Turns 16-bit mono at one rate into what an output prefers. Loaded only where an output needs it."""

    def __init__(self, sample_rate: int, form: QAudioFormat) -> None:
        self._form = form
        self._kind, self._full, self._zero = _FORMATS[form.sampleFormat()]
        # Its lower quality hardly delays: the better ones hold 30 ms back.
        self._stream = soxr.ResampleStream(sample_rate, form.sampleRate(), 1, dtype="float32", quality="LQ")
        self._per_byte = form.sampleRate() / sample_rate * form.bytesPerFrame() / 2
        self._waiting = b""

    def convert(self, pcm: bytes) -> bytes:
        """Return the output's samples for the next stretch of the voice's."""
        samples = np.frombuffer(pcm, "<i2").astype(np.float32) / 32768.0
        resampled = cast("np.ndarray[tuple[int], np.dtype[np.float32]]", self._stream.resample_chunk(samples))
        scaled = (resampled.clip(-1.0, 1.0) * self._full + self._zero).astype(self._kind)
        return np.repeat(scaled, self._form.channelCount()).tobytes()

    def write(self, pcm: memoryview, sink: QAudioSink, device: QIODevice) -> int:
        """Convert what there is room for and push it; return how many bytes of ``pcm`` were taken."""
        room = sink.bytesFree() - len(self._waiting)
        taken = min(len(pcm), 2 * int(room / self._per_byte / 2)) if room > 0 else 0
        if taken:
            self._waiting += self.convert(bytes(pcm[:taken]))
        if self._waiting:
            whole = min(sink.bytesFree(), len(self._waiting))
            written = max(0, device.write(self._waiting[: whole - whole % self._form.bytesPerFrame()]))
            self._waiting = self._waiting[written:]
        return taken
