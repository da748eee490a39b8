"""Journals on this computer that nobody needs any more: the newsroom has had every line for a month.

The journal of a reading holds the whole bulletin, some 80 kilobytes: ten a day would be 300 megabytes a year.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsdesk.errors import StorageError

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.air_files import AirFolder, SessionFile
    from newsdesk.storage.open import Storage

_log = logging.getLogger(__name__)

KEPT_FOR = timedelta(days=30)
"""For how long a journal stays here after the newsroom has every line of it."""


class AirRetiring:
    """Removes what the newsroom has; what it has not, however old, is brought to it again."""

    def __init__(self, storage: Storage, files: AirFolder) -> None:
        self._storage = storage
        self._files = files

    def retire(self, now: datetime) -> int:
        """Look at the journals that nothing was written into for a month, and return how many were removed.

        Each is compared with the newsroom, line by line. One that the newsroom lacks is brought there anew
        when it could not have been deleted there yet: the newsroom was restored from an older copy. A
        newsroom that is away ends it: nothing is removed unseen (database lane).
        """
        removed = 0
        for file in self._files.untouched_since(now - KEPT_FOR):
            try:
                if self._is_done(file, now):
                    removed += self._files.remove(file)
            except StorageError:
                break
            except OSError as error:
                _log.info("journal of reading %d stays: %s", file.session_id, error)
        return removed

    def _is_done(self, file: SessionFile, now: datetime) -> bool:
        lines = self._files.read(file).lines
        if not lines:
            return False  # damaged: whoever wants to look at it finds it
        with self._storage.read() as queries:
            there = set(queries.as_runs.lines(file.session_id))
            kept_for = timedelta(days=queries.as_runs.retention())
        if there:
            if all(line.as_text() in there for line in lines):
                return True
        elif bool(lines[0].data.get("practice")) or now - lines[-1].at > kept_for:
            return file.sent  # deleted there, as it may be: it does not come back
        if file.sent:
            _log.info("reading %d is not in the newsroom as it was: it is brought again", file.session_id)
            self._files.unsent(file)
        return False
