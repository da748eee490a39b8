"""The files of voices of one's own: looked at where they lie, copied into the profile, removed from it."""

from __future__ import annotations

import filecmp
import os
import secrets
import shutil
from pathlib import Path

from newsdesk.speech.voice_files import (
    LICENCE,
    MODEL,
    check_model,
    model_named,
    read_settings,
    settings_of,
)

_COPY_BYTES = 1 << 20
Stamp = tuple[str, tuple[int, int], tuple[int, int]]
"""Tells files that were looked at from later ones of the same name."""


def looked_at(path: Path) -> tuple[Path, Stamp]:
    """Look at the files from outside; return the model, and what tells these files from later ones."""
    model = model_named(path)
    check_model(model)
    read_settings(model)
    stats = [file.stat() for file in (model, settings_of(model))]
    looks, wants = ((stat.st_size, stat.st_mtime_ns) for stat in stats)
    return model, (str(model), looks, wants)


def place_for(model: Path, folder: Path) -> Path:
    """Return where a model is to stand in ``folder``: under its own name unless another voice has it.

    The same voice once more has the place where it stands. Raises OSError.
    """
    number, place = 1, folder / model.name
    while place.exists() and not _same(model, place):
        number += 1
        place = folder / f"{model.stem} {number}{MODEL}"
    return place


def copy_voice(model: Path, target: Path, licence: str) -> None:
    """Copy a voice's files; the model, which makes it a voice, comes last. Raises OSError."""
    parts: list[tuple[Path, Path]] = []
    token = secrets.token_hex(6)
    try:
        for number, (source, place) in enumerate(
            ((settings_of(model), settings_of(target)), (model, target))
        ):
            part = target.parent / f".{token}-{number}.part"
            parts.append((part, place))
            with source.open("rb") as read, part.open("xb") as write:
                shutil.copyfileobj(read, write, _COPY_BYTES)
                write.flush()
                os.fsync(write.fileno())
        if licence:
            part = target.parent / f".{token}-licence.part"
            parts.insert(0, (part, _licence_file(target)))
            part.write_text(licence, "utf-8")
        for part, place in parts:
            part.replace(place)
    finally:
        for part, _place in parts:
            part.unlink(missing_ok=True)


def remove_voice(model: Path) -> None:
    """Remove a voice's files. Raises OSError."""
    for file in (model, settings_of(model), _licence_file(model)):
        file.unlink(missing_ok=True)


def _same(model: Path, place: Path) -> bool:
    pairs = ((model, place), (settings_of(model), settings_of(place)))
    return all(there.exists() and filecmp.cmp(one, there, shallow=False) for one, there in pairs)


def _licence_file(model: Path) -> Path:
    return model.with_name(model.name.removesuffix(MODEL) + LICENCE)
