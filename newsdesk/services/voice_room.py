"""What speaks, made when it is first asked for: a list is read without a voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsdesk.services.previewing import Previewing
from newsdesk.services.sound_files import SoundFiles
from newsdesk.services.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo
    from pathlib import Path

    from newsdesk.speech.synthesiser import Synthesiser
    from newsdesk.spoken.sentences import Sentence


class VoiceRoom(NamedTuple):
    """Hearing a script, saving it as a sound file, and the voices themselves."""

    previewing: Previewing
    sound_files: SoundFiles
    voices: Voices

    def close(self) -> None:
        """Silence the voices."""
        self.previewing.close()
        self.voices.close()


def voice_room(
    synthesiser: Synthesiser, voices: Path, sentences: Callable[[str], Sequence[Sentence]], zone: tzinfo
) -> VoiceRoom:
    """Make them; ``voices`` is the folder of voices, ``sentences`` gives how a text is said."""
    previewing = Previewing(synthesiser)
    return VoiceRoom(previewing, SoundFiles(previewing, sentences, zone=zone), Voices(synthesiser, voices))
