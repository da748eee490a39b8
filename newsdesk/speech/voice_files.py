"""Piper voices as files: a model ``NAME.onnx``, its settings ``NAME.onnx.json``, the maker's licence text.

Reads and checks them without loading the model: that happens in a worker only.
Settings: Piper 1.0, ``VOICES.md`` and the ``config.json`` that training writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple, cast

from newsdesk.errors import VoiceFault, VoiceRefused

MODEL = ".onnx"
SETTINGS = ".onnx.json"
LICENCE = ".licence.txt"
"""Our copy of the maker's text, beside an added voice."""
LICENCE_NAMES = (
    "MODEL_CARD",
    "MODEL_CARD.md",
    "MODEL_CARD.txt",
    "LICENSE",
    "LICENSE.txt",
    "LICENSE.md",
    "COPYING",
)
MOST_MODEL_BYTES = 512 << 20
"""Piper's largest voices have about 120 MB."""
MOST_SETTINGS_BYTES = 1 << 20
MOST_LICENCE_LETTERS = 20_000
_SAMPLE_RATES = range(8_000, 48_001)
_IR_VERSION_FIELD = 0x08
"""A model begins with its ``ir_version``, field 1 of ModelProto as a varint (``onnx.proto``)."""
_HIGHEST_IR_VERSION = 127


class VoiceSettings(NamedTuple):
    """What of the settings is used. ``espeak_voice`` is the voice whose phonemes the model was taught.

    ``ids`` gives the numbers of a phoneme letter; ``scales`` are noise, length and width of noise.
    """

    sample_rate: int
    espeak_voice: str
    language: str
    ids: dict[str, list[int]]
    scales: tuple[float, float, float]
    speakers: int


def model_named(path: Path) -> Path:
    """Return the model's file for what a person chose: the model itself or the settings beside it."""
    return path.with_name(path.name.removesuffix(".json")) if path.name.endswith(SETTINGS) else path


def settings_of(model: Path) -> Path:
    """Return where the settings of a model stand."""
    return model.with_name(model.name + ".json")


def check_model(model: Path) -> None:
    """Look at the file from outside. Raises :class:`VoiceRefused`."""
    try:
        size = model.stat().st_size
        if not size:  # before it is opened: a named pipe would be waited for
            raise VoiceRefused(str(model), VoiceFault.EMPTY)
        with model.open("rb") as file:
            head = file.read(2)
    except OSError as error:
        raise VoiceRefused(str(model), VoiceFault.UNREADABLE, error.strerror or str(error)) from error
    if size > MOST_MODEL_BYTES:
        raise VoiceRefused(str(model), VoiceFault.TOO_BIG, f"{size >> 20}")
    if (
        model.suffix != MODEL
        or len(head) < 2
        or head[0] != _IR_VERSION_FIELD
        or not 0 < head[1] <= _HIGHEST_IR_VERSION
    ):
        raise VoiceRefused(str(model), VoiceFault.NOT_A_VOICE)


def read_settings(model: Path) -> VoiceSettings:
    """Read the settings beside a model. Raises :class:`VoiceRefused`."""
    file = settings_of(model)
    try:
        with file.open("rb") as stream:
            raw = stream.read(MOST_SETTINGS_BYTES + 1)
    except FileNotFoundError as error:
        raise VoiceRefused(str(model), VoiceFault.NO_SETTINGS, file.name) from error
    except OSError as error:
        raise VoiceRefused(str(file), VoiceFault.UNREADABLE, error.strerror or str(error)) from error
    try:
        if len(raw) > MOST_SETTINGS_BYTES:
            raise ValueError(f"{len(raw)}")
        return _settings(json.loads(raw))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise VoiceRefused(
            str(file), VoiceFault.WRONG_SETTINGS, f"{type(error).__name__}: {error}"
        ) from error


def licence_of(model: Path) -> str:
    """Return the licence text beside a model, "" where there is none that can be read."""
    kept = model.with_name(model.name.removesuffix(MODEL) + LICENCE)
    for place in (kept, *(model.with_name(name) for name in LICENCE_NAMES)):
        try:
            with place.open("rb") as file:
                return file.read(4 * MOST_LICENCE_LETTERS).decode("utf-8", "replace")[:MOST_LICENCE_LETTERS]
        except OSError:
            continue
    return ""


def _settings(raw: Any) -> VoiceSettings:
    """Take what is used. Any other shape raises an error of Python's: see :func:`read_settings`."""
    sample_rate = raw["audio"]["sample_rate"]
    if type(sample_rate) is not int or sample_rate not in _SAMPLE_RATES:
        raise ValueError(f"sample_rate {sample_rate!r}")
    kind = raw.get("phoneme_type", "espeak")
    if kind != "espeak":
        raise ValueError(f"phoneme_type {kind!r}")
    voice = raw["espeak"]["voice"]
    if not isinstance(voice, str) or not voice:
        raise ValueError(f"espeak voice {voice!r}")
    ids: dict[str, list[int]] = {}
    for letter, numbers in raw["phoneme_id_map"].items():
        if not isinstance(numbers, list) or not all(type(n) is int for n in cast("list[object]", numbers)):
            raise ValueError(f"phoneme_id_map {letter!r}")
        ids[letter] = cast("list[int]", numbers)
    if not {"_", "^", "$"} <= ids.keys():
        raise ValueError("phoneme_id_map _ ^ $")
    scales = raw.get("inference", {})
    noise, length, width = (
        float(scales.get(name, usual))
        for name, usual in (("noise_scale", 0.667), ("length_scale", 1.0), ("noise_w", 0.8))
    )
    if not (0 <= noise <= 2 and 0.2 <= length <= 5 and 0 <= width <= 2):
        raise ValueError(f"inference {noise} {length} {width}")
    language = voice.split("-")[0].lower()
    return VoiceSettings(
        sample_rate, voice, language, ids, (noise, length, width), int(raw.get("num_speakers", 1))
    )
