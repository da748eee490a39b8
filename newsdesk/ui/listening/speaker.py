"""The sound output, as the player needs it, and Qt's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QLoggingCategory

from newsdesk.errors import NoSoundCard

if TYPE_CHECKING:  # Qt's multimedia library is loaded with the first sound, never before the first frame
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioSink

BUFFER_MS = 100
_QUIET = "qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg.info=false"
"""What Qt's multimedia library tells that no user can act on."""


class Speaker(Protocol):
    """Plays 16-bit mono samples that are pushed to it."""

    def present(self) -> bool:
        """Say whether this computer has a sound output now."""
        ...

    def begin(self, sample_rate: int) -> None:
        """Open the output; its clock starts at 0. Raises :class:`NoSoundCard`."""
        ...

    def write(self, pcm: memoryview) -> int:
        """Take as many bytes as there is room for, and return how many."""
        ...

    def played_ms(self) -> float:
        """Return how much was played since :meth:`begin`."""
        ...

    def lost(self) -> bool:
        """Say whether the output is gone: unplugged, or its server ended."""
        ...

    def pause(self) -> None:
        """Hold the sound, and the clock with it."""
        ...

    def resume(self) -> None:
        """Go on after :meth:`pause`."""
        ...

    def silence(self) -> None:
        """Be silent now, throw away what was pushed, and close the output."""
        ...


class QtSpeaker:
    """The system's default output by QAudioSink in push mode.

    The devices are asked for first: without any, QAudioSink would start and give no device to write to, and
    Qt's media player would pretend to play.
    """

    def __init__(self) -> None:
        # Loading it tells on stderr that it looked for PipeWire in vain, and which FFmpeg it has.
        QLoggingCategory.setFilterRules(_QUIET)
        self._sink: QAudioSink | None = None
        self._device: QIODevice | None = None

    def present(self) -> bool:
        """Ask for the devices; see :class:`Speaker`."""
        from PySide6.QtMultimedia import QMediaDevices

        return not QMediaDevices.defaultAudioOutput().isNull()

    def begin(self, sample_rate: int) -> None:
        """Open the default output; see :class:`Speaker`."""
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        self.silence()
        output = QMediaDevices.defaultAudioOutput()
        if output.isNull():
            raise NoSoundCard
        form = QAudioFormat()
        form.setSampleRate(sample_rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        sink = QAudioSink(output, form)
        sink.setBufferSize(form.bytesForDuration(BUFFER_MS * 1000))
        device = cast("QIODevice | None", sink.start())  # None without an output, though the stub says never
        if device is None:
            raise NoSoundCard
        self._sink, self._device = sink, device

    def write(self, pcm: memoryview) -> int:
        """Push what there is room for; see :class:`Speaker`."""
        if self._sink is None or self._device is None:
            return 0
        room = self._sink.bytesFree() & ~1
        return max(0, self._device.write(bytes(pcm[:room]))) if room else 0

    def played_ms(self) -> float:
        """Return the sink's own clock; see :class:`Speaker`."""
        return self._sink.processedUSecs() / 1000 if self._sink is not None else 0.0

    def lost(self) -> bool:
        """Say whether the sink stopped by itself; see :class:`Speaker`."""
        from PySide6.QtMultimedia import QtAudio

        return self._sink is not None and self._sink.state() == QtAudio.State.StoppedState

    def pause(self) -> None:
        """Hold the sound; see :class:`Speaker`."""
        if self._sink is not None:
            self._sink.suspend()

    def resume(self) -> None:
        """Go on; see :class:`Speaker`."""
        if self._sink is not None:
            self._sink.resume()

    def silence(self) -> None:
        """Be silent now; see :class:`Speaker`."""
        if self._sink is not None:
            self._sink.reset()
            self._sink.deleteLater()
        self._sink = self._device = None
