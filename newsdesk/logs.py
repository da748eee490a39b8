"""The log file of a profile: what the program did, for whoever has to mend it."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path


def start(folder: Path, *, verbose: bool = False) -> None:
    """Write log lines to ``folder/newsdesk.log`` (UTF-8, 1 MB, three kept); never the text of stories."""
    handler = RotatingFileHandler(
        folder / "newsdesk.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("newsdesk")
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    root.addHandler(handler)
