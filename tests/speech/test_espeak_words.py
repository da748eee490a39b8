"""The table of words that espeak-ng says wrongly: every entry is sound, and only the table is ever phonemes."""

from __future__ import annotations

import pytest

from newsdesk.speech.calibration import Calibrations
from newsdesk.speech.engine import Utterance, Voicing
from newsdesk.speech.engines import espeak_words
from newsdesk.speech.engines.espeak import Espeak
from newsdesk.speech.synthesiser import Rests, Synthesiser
from newsdesk.spoken import letters, numbers
from tests.speech.copy import sentence

TABLE = espeak_words.load()
PHONEMES = frozenset("@ a e E E2 i O o u aI eI aU p b t d tS dZ k g ? f v s z S x h m n N n^ l R R2 r * w j".split())
"""Those of espeak-ng's Indonesian that an entry may use, beside stress (') and length (:)."""
