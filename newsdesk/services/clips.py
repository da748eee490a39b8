"""Recorded inserts: how long one is, and its sound."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.audio import clips
from newsdesk.speech.marks import SpokenPiece

SUFFIXES = (".wav", ".mp3", ".ogg", ".oga", ".flac", ".opus", ".m4a", ".aac", ".aif", ".aiff", ".wma")
"""What a file of sound is mostly called; what really is in it is found out by :meth:`Clips.probe`."""


class ClipFile(NamedTuple):
    """What was found in a clip's file."""

    milliseconds: int


class Clips:
    """Looks into sound files on this computer or on a share. A share may hang: call it on a lane."""

    def probe(self, path: str) -> ClipFile:
        """Return what is in a file.

        Raises :class:`newsdesk.errors.ClipGone`, :class:`newsdesk.errors.ClipUnreadable` and
        :class:`newsdesk.errors.ClipNotSound`.
        """
        return ClipFile(clips.milliseconds(path))

    def sound(self, path: str) -> list[SpokenPiece]:
        """Return the sound of a file for the ear, thirty minutes of it at most.

        Raises what :meth:`probe` raises, and :class:`newsdesk.errors.ClipNotPlayable`.
        """
        return [SpokenPiece(0, pcm, rate, ()) for pcm, rate in clips.samples(path)]
