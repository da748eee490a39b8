"""The log file of a profile: what the program did, for whoever has to mend it."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

LARGEST = 1_000_000
"""Bytes after which a log is put aside at the next start; one older log is kept."""


def start(folder: Path, *, verbose: bool = False) -> None:
    """Write log lines to ``folder/newsdesk.log`` (UTF-8), never the text of stories.

    The handlers that rotate by themselves load sockets and pickle before the first frame; once a start does.
    """
    file = folder / "newsdesk.log"
    with contextlib.suppress(OSError):  # no log yet, or one that cannot be put aside: go on with it
        if file.stat().st_size > LARGEST:
            file.replace(file.with_suffix(".old.log"))
    handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("newsdesk")
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    root.addHandler(handler)
