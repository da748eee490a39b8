"""The sound output, as the player needs it, and Qt's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from PySide6.QtCore import QLoggingCategory

from newsdesk.errors import NoSoundCard

if TYPE_CHECKING:  # Qt's multimedia library is loaded with the first sound, never before the first frame
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioDevice, QAudioSink

    from newsdesk.ui.listening.converter import Converter

BUFFER_MS = 100
_QUIET = "qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg.info=false"
"""What Qt's multimedia library tells that no user can act on."""


class Output(NamedTuple):
    """A sound output of this computer; ``id`` is the system's, as text."""

    id: str
    name: str


class Speaker(Protocol):
    """Plays 16-bit mono samples that are pushed to it."""

    def present(self) -> bool:
        """Say whether this computer has a sound output now."""
        ...

    def choose(self, output: str) -> None:
        """Take this output from the next :meth:`begin` on; "" is the system's, and so is one that is gone."""
        ...

    def set_volume(self, percent: int) -> None:
        """Play at 0 to 100, as the ear counts."""
        ...

    def name(self) -> str:
        """Return the name of the output that :meth:`begin` would open now, "" for none."""
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
    """An output of the system by QAudioSink in push mode.

    The devices are asked for first: without any, QAudioSink would start and give no device to write to, and
    Qt's media player would pretend to play.
    """

    def __init__(self) -> None:
        # Loading it tells on stderr that it looked for PipeWire in vain, and which FFmpeg it has.
        QLoggingCategory.setFilterRules(_QUIET)
        self._wanted = ""
        self._volume = 100
        self._sink: QAudioSink | None = None
        self._device: QIODevice | None = None
        self._converter: Converter | None = None

    def present(self) -> bool:
        """Ask for the devices; see :class:`Speaker`."""
        return not self._output().isNull()

    def choose(self, output: str) -> None:
        """Take another output; see :class:`Speaker`."""
        self._wanted = output

    def name(self) -> str:
        """Return what would be opened; see :class:`Speaker`."""
        return self._output().description()

    def set_volume(self, percent: int) -> None:
        """Play louder or softer, now and from now on; see :class:`Speaker`."""
        self._volume = percent
        if self._sink is not None:
            self._sink.setVolume(_linear(percent))

    def begin(self, sample_rate: int) -> None:
        """Open the chosen output; see :class:`Speaker`."""
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink

        self.silence()
        output = self._output()
        if output.isNull():
            raise NoSoundCard
        form = QAudioFormat()
        form.setSampleRate(sample_rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if not output.isFormatSupported(form):
            from newsdesk.ui.listening.converter import Converter

            form = output.preferredFormat()
            self._converter = Converter(sample_rate, form)
        sink = QAudioSink(output, form)
        sink.setBufferSize(form.bytesForDuration(BUFFER_MS * 1000))
        sink.setVolume(_linear(self._volume))
        device = cast("QIODevice | None", sink.start())  # None without an output, though the stub says never
        if device is None:
            raise NoSoundCard
        self._sink, self._device = sink, device

    def write(self, pcm: memoryview) -> int:
        """Push what there is room for; see :class:`Speaker`."""
        if self._sink is None or self._device is None:
            return 0
        if self._converter is not None:
            return self._converter.write(pcm, self._sink, self._device)
        room = self._sink.bytesFree() & ~1
        return max(0, self._device.write(bytes(pcm[:room]))) if room else 0

    def played_ms(self) -> float:
        """Return the sink's own clock; see :class:`Speaker`."""
        return self._sink.processedUSecs() / 1000 if self._sink is not None else 0.0

    def lost(self) -> bool:
        """Say whether the sink stopped by itself, as it does when its output goes; see :class:`Speaker`."""
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
        self._sink = self._device = self._converter = None

    def _output(self) -> QAudioDevice:
        from PySide6.QtMultimedia import QMediaDevices

        if self._wanted:
            for one in QMediaDevices.audioOutputs():
                if _id_of(one) == self._wanted:
                    return one
        return QMediaDevices.defaultAudioOutput()


def outputs() -> list[Output]:
    """Return this computer's sound outputs, the system's default first. Loads Qt's multimedia library."""
    from PySide6.QtMultimedia import QMediaDevices

    found = sorted(QMediaDevices.audioOutputs(), key=lambda one: not one.isDefault())
    return [Output(_id_of(one), one.description()) for one in found]


def _id_of(output: QAudioDevice) -> str:
    return bytes(output.id().data()).decode(errors="replace")


def _linear(percent: int) -> float:
    """Return the factor of the samples for a loudness as the ear counts it."""
    from PySide6.QtMultimedia import QtAudio

    return QtAudio.convertVolume(
        percent / 100, QtAudio.VolumeScale.LogarithmicVolumeScale, QtAudio.VolumeScale.LinearVolumeScale
    )
