"""A bulletin takes as long as it was planned, once its reader's rate was learnt from three."""

from __future__ import annotations

from pathlib import Path

from newsdesk.services.previewing import Previewing
from newsdesk.speech.synthesiser import Synthesiser
from tests.services.test_read_time import OWN
from tests.services.voice_readings import LEARNT_FROM, VoiceReader, bulletins_of


def test_a_voice_reads_bulletins_in_the_time_planned_after_learning_from_three(tmp_path: Path) -> None:
    previewing = Previewing(Synthesiser())
    reader = VoiceReader(tmp_path, previewing, 320)
    try:
        missed = reader.planned_against_actual(bulletins_of(OWN, LEARNT_FROM + 3, 4))
    finally:
        reader.close()
        previewing.close()
    assert len(missed) == 3
    assert max(missed) <= 0.02
