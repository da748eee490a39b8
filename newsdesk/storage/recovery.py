"""Local copies of texts being typed: what a crash, a pulled plug or a lost database leaves to a reporter.

One small JSON file per open story and person, ``STORY-PERSON.json``, whole or absent: written under another
name, made durable, then renamed. The folder belongs to one newsroom.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import threading
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from newsdesk.domain.rows import UnsavedText
from newsdesk.errors import CannotSave, DiskFull
from newsdesk.storage.script_json import as_plain, from_plain

_log = logging.getLogger(__name__)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class RecoveryFolder:
    """The recovery files of one newsroom. Safe from any thread: writers take turns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._newest: dict[Path, datetime] = {}

    def keep(self, story_id: int, person_id: int, text: UnsavedText) -> None:
        """Make ``text`` durable in place of what this person had in this story, unless that is newer.

        Raises :class:`DiskFull`, or :class:`CannotSave` with the system's reason; the earlier copy stands.
        """
        file = self._file(story_id, person_id)
        content = {
            "story": story_id,
            "base": text.base,
            "at": text.at.isoformat(),
            "script": as_plain(text.script),
        }
        with self._lock:
            if text.at < self._newest.get(file, text.at):
                return
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                _write_durably(file, json.dumps(content, ensure_ascii=False, indent=1).encode())
                self._newest[file] = text.at
            except OSError as error:
                if error.errno in _NO_ROOM:
                    raise DiskFull(str(file), os.strerror(error.errno)) from error
                raise CannotSave(str(file), error.strerror or str(error)) from error

    def load(self, story_id: int, person_id: int) -> UnsavedText | None:
        """Return what this person had in a story; a damaged file is set aside, not lost, and logged."""
        with self._lock:
            return self._read(story_id, person_id)

    def clear(self, story_id: int, person_id: int, kept_until: datetime | None = None) -> None:
        """Forget that text; with ``kept_until``, only when it was kept no later than that."""
        with self._lock:
            if kept_until is not None:
                text = self._read(story_id, person_id)
                if text is not None and text.at > kept_until:
                    return
            try:
                self._file(story_id, person_id).unlink(missing_ok=True)
            except OSError as error:
                # The text is in the database: a copy that stays is compared with it when the story is opened.
                _log.warning("recovery file of story %d stays: %s", story_id, error)

    def _file(self, story_id: int, person_id: int) -> Path:
        return self._folder / f"{story_id}-{person_id}.json"

    def _read(self, story_id: int, person_id: int) -> UnsavedText | None:
        file = self._file(story_id, person_id)
        try:
            raw: Any = json.loads(file.read_bytes())
            at = datetime.fromisoformat(raw["at"])
            if at.tzinfo is None or raw["story"] != story_id:
                raise ValueError("not a copy of this story")
            return UnsavedText(int(raw["base"]), at, from_plain(raw["script"]))
        except FileNotFoundError:
            return None
        except OSError as error:
            _log.warning("recovery file %s cannot be read: %s", file, error)
            return None
        except (ValueError, KeyError, TypeError) as error:
            aside = file.with_suffix(f".damaged-{time.time_ns()}")
            _log.warning("recovery file %s is damaged (%s); set aside as %s", file, error, aside.name)
            file.replace(aside)
            return None


def _write_durably(file: Path, content: bytes) -> None:
    unfinished = file.with_suffix(".new")
    try:
        with unfinished.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(file)
    except OSError:
        # On a full disk half a copy would only take room from the whole one.
        unfinished.unlink(missing_ok=True)
        raise
    if os.name == "posix":
        # The new name is durable only with its folder; Windows has no such call and needs none.
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
