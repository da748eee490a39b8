"""Notes for colleagues that were written and not sent, on this computer: what a crash leaves of them.

One small JSON file a note, ``STORY-PERSON-KIND.json``, whole or absent, in a folder of the newsroom's local
copies. The words of stories are kept beside it (:mod:`newsdesk.storage.recovery`).
"""

from __future__ import annotations

import errno
import json
import logging
import os
import re
import threading
from pathlib import Path
from typing import Any

from newsdesk.domain.comments import HalfSaid, NoteKind
from newsdesk.errors import CannotSave, DiskFull
from newsdesk.files import write_durably

_log = logging.getLogger(__name__)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NAME = re.compile(rf"(\d+)-(\d+)-({'|'.join(NoteKind)})\.json")


class NotesFolder:
    """The notes of one newsroom. Safe from any thread: writers take turns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()

    def keep(self, story_id: int, person_id: int, kind: NoteKind, note: HalfSaid) -> None:
        """Make a note durable in place of the one before; one without a word is forgotten.

        Raises :class:`DiskFull`, or :class:`CannotSave` with the system's reason; the earlier note stands.
        """
        file = self._folder / f"{story_id}-{person_id}-{kind}.json"
        content = {"words": note.words, "start": note.start, "quote": note.quote}
        with self._lock:
            try:
                if not note.words.strip():
                    file.unlink(missing_ok=True)
                    return
                self._folder.mkdir(parents=True, exist_ok=True)
                write_durably(file, json.dumps(content).encode())
            except OSError as error:
                if error.errno in _NO_ROOM:
                    raise DiskFull(str(file), os.strerror(error.errno)) from error
                raise CannotSave(str(file), error.strerror or str(error)) from error

    def of(self, person_id: int) -> dict[tuple[NoteKind, int], HalfSaid]:
        """Return a person's notes by kind and story; one that cannot be read is logged and left out."""
        with self._lock:
            try:
                named = [(_NAME.fullmatch(file.name), file) for file in sorted(self._folder.iterdir())]
            except OSError:  # there is no such folder before the first note
                return {}
            found = {
                (NoteKind(name[3]), int(name[1])): _read(file)
                for name, file in named
                if name is not None and int(name[2]) == person_id
            }
        return {key: note for key, note in found.items() if note is not None}


def _read(file: Path) -> HalfSaid | None:
    try:
        raw: Any = json.loads(file.read_bytes())
        start = None if raw["start"] is None else int(raw["start"])
        if start is not None and start < 0:
            raise ValueError("it begins before its text")
        return HalfSaid(str(raw["words"]), start, str(raw["quote"]))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        _log.warning("a note that was not sent, %s, cannot be read: %s", file, error)
        return None
