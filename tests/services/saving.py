"""Saving in one call, for tests where how it goes on the way is not the point."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsdesk.audio.formats import SoundFormat, SoundSpec
from newsdesk.services.previewing import Mark, Previewing, Voicing
from newsdesk.services.sound_files import CutInfo, Purpose, SoundFiles
from newsdesk.spoken.sentences import Sentence
from tests.speech.copy import story


def save(previewing: Previewing, sentences: Sequence[Sentence], path: Path, voicing: Voicing) -> list[Mark]:
    """Save a preview as WAV and return its marks; those of a cancelled one are of no file."""
    files = SoundFiles(previewing, lambda text: story(text))
    steps = files.saving(
        sentences, voicing, path, SoundSpec(SoundFormat.WAV), Purpose.PREVIEW, CutInfo(path.stem)
    )
    return [mark for step in steps for mark in step.marks]
