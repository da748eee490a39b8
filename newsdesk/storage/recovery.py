"""Local copies of texts being typed: what a crash, a pulled plug or a lost database leaves to a reporter.

One small JSON file per open story, person and editor, ``STORY-PERSON-EDITOR.json``, whole or absent: written
under another name, made durable, then renamed. The folder belongs to one newsroom.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import re
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsdesk.domain.rows import UnsavedText
from newsdesk.errors import CannotSave, DiskFull
from newsdesk.files import write_durably
from newsdesk.storage.script_json import as_plain, from_plain, took_as_plain, took_from_plain

_log = logging.getLogger(__name__)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NAME = re.compile(r"(\d+)-(\d+)-(\d+)\.json")
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class RecoveryFolder:
    """The recovery files of one newsroom. Safe from any thread: writers take turns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._settled: dict[Path, datetime] = {}
        """Up to when texts are written or forgotten: one that is not newer has nothing to add."""

    def keep(self, story_id: int, person_id: int, text: UnsavedText) -> None:
        """Make ``text`` durable in place of what its editor had in this story, unless that is newer.

        Raises :class:`DiskFull`, or :class:`CannotSave` with the system's reason; the earlier copy stands.
        """
        file = self._file(story_id, person_id, text.editor)
        content = {
            "story": story_id,
            "base": text.base,
            "at": text.at.isoformat(),
            "took": took_as_plain(text.took),
            "script": as_plain(text.script),
        }
        with self._lock:
            if text.at <= self._settled.get(file, _LONG_AGO):
                return
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                write_durably(file, json.dumps(content, ensure_ascii=False, indent=1).encode())
                self._settled[file] = text.at
            except OSError as error:
                if error.errno in _NO_ROOM:
                    raise DiskFull(str(file), os.strerror(error.errno)) from error
                raise CannotSave(str(file), error.strerror or str(error)) from error

    def load(self, story_id: int, person_id: int) -> list[UnsavedText]:
        """Return what this person had in a story, a text for each editor.

        A damaged file is set aside, not lost, and logged.
        """
        with self._lock:
            files = [file for one, who, file in self._copies() if (one, who) == (story_id, person_id)]
            texts = [self._read(story_id, file) for file in files]
        return [text for text in texts if text is not None]

    def kept(self) -> set[tuple[int, int]]:
        """Return the story and the person of every copy."""
        with self._lock:
            return {(story_id, person_id) for story_id, person_id, _file in self._copies()}

    def clear(self, story_id: int, person_id: int, editor: int, kept_until: datetime) -> None:
        """Forget what this editor had, and what still comes, if it was taken no later than that."""
        file = self._file(story_id, person_id, editor)
        with self._lock:
            self._settled[file] = max(kept_until, self._settled.get(file, _LONG_AGO))
            text = self._read(story_id, file)
            if text is not None and text.at > kept_until:
                return
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                # The text is in the database: a copy that stays is compared with it when the story is opened.
                _log.warning("recovery file of story %d stays: %s", story_id, error)

    def _file(self, story_id: int, person_id: int, editor: int) -> Path:
        return self._folder / f"{story_id}-{person_id}-{editor}.json"

    def _copies(self) -> list[tuple[int, int, Path]]:
        try:
            files = sorted(self._folder.iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            _log.warning("recovery folder %s cannot be read: %s", self._folder, error)
            return []
        named = [(_NAME.fullmatch(file.name), file) for file in files]
        return [(int(name[1]), int(name[2]), file) for name, file in named if name is not None]

    def _read(self, story_id: int, file: Path) -> UnsavedText | None:
        try:
            raw: Any = json.loads(file.read_bytes())
            at = datetime.fromisoformat(raw["at"])
            if at.tzinfo is None or raw["story"] != story_id:
                raise ValueError("not a copy of this story")
            editor = int(file.stem.rpartition("-")[2])
            took = took_from_plain(raw["took"])
            return UnsavedText(int(raw["base"]), at, from_plain(raw["script"]), editor, took)
        except FileNotFoundError:
            return None
        except OSError as error:
            _log.warning("recovery file %s cannot be read: %s", file, error)
            return None
        except (ValueError, KeyError, TypeError) as error:
            aside = file.with_suffix(f".damaged-{time.time_ns()}")
            _log.warning("recovery file %s is damaged (%s); set aside as %s", file, error, aside.name)
            file.replace(aside)
            self._settled.pop(file, None)
            return None
