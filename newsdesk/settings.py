"""The settings of one profile, kept as a small JSON file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, cast

from newsdesk.files import write_whole


@dataclass
class Settings:
    """What a user chose. Every field has a default that works; unknown keys in the file are kept out.

    ``theme`` is "system", "light" or "dark"; ``language`` "id" or "en"; ``zone`` an IANA zone whose
    Indonesian short name (WIB, WITA, WIT) stands beside the clock; ``newsroom`` the name of the file to
    open, or a ``postgresql://`` URL; ``spoken_line`` whether the spoken form stands under the script;
    ``last_story`` where a writer left off: newsroom, story, cursor and what was in sight, divided by tabs, a
    line for each who signs in at this computer, the last one first;
    ``list_width`` and ``inspector_width`` in pixels, 0 by the width of the window; ``open_sections`` of the
    inspector, by their keys ("" as they come); ``original_open`` whether originals lie beside their scripts.

    Hearing: ``pitch`` from -50 to 50, ``speed`` and ``volume`` in percent, ``output`` the system's id of a
    sound output ("" is its default). Saving: ``sound_format`` an ending such as "mp3", ``sound_rate`` in
    hertz, ``loudness`` in LUFS, ``sound_pattern`` of a file's name, ``sound_folder`` the last one used,
    ``programme`` that a file's name and tags tell,
    ``overwrite`` the file of that name, ``say_preview`` at the beginning of a preview, ``say_notice`` where
    a file for playout tells of its synthetic voice, ``saved_sounds`` the last ones
    (:mod:`newsdesk.ui.listening.saved_sounds`).

    On air: ``air_theme`` "dark" or "light", whatever the window is in; ``air_size`` of the script's letters
    in pixels; ``air_column`` whether clock and rows stand beside the script.
    """

    theme: str = "system"
    language: str = "id"
    station: str = ""
    zone: str = "Asia/Jakarta"
    newsroom: str = "Redaksi"
    engine: str = "espeak"
    voice: str = ""
    spoken_line: bool = True
    list_open: bool = True
    inspector_open: bool = True
    original_open: bool = False
    list_width: int = 0
    inspector_width: int = 0
    open_sections: str = ""
    window: str = ""
    last_story: str = ""
    pitch: int = 0
    speed: int = 100
    volume: int = 100
    output: str = ""
    sound_format: str = "wav"
    sound_rate: int = 48_000
    loudness: int = -16
    sound_pattern: str = "{date}-{programme}-{slug}"
    sound_folder: str = ""
    programme: str = ""
    overwrite: bool = False
    say_preview: bool = False
    say_notice: str = "awal"
    saved_sounds: str = ""
    air_theme: str = "dark"
    air_size: int = 42
    air_column: bool = True


def load(file: Path) -> Settings:
    """Read settings; a missing or damaged file gives the defaults (settings are never worth not starting)."""
    try:
        raw: Any = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    settings = Settings()
    if isinstance(raw, dict):
        kept = cast("dict[str, Any]", raw)
        for field in fields(Settings):
            value = kept.get(field.name)
            if type(value) is type(getattr(settings, field.name)):
                setattr(settings, field.name, value)
    return settings


def save(settings: Settings, file: Path) -> None:
    """Write settings whole or not at all. Raises :class:`newsdesk.errors.CannotSave`."""
    # For the user's eyes only: a server's address may have a password in it.
    write_whole(file, json.dumps(asdict(settings), indent=1, ensure_ascii=False).encode(), mode=0o600)
