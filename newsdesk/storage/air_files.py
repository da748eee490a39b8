"""What the microphone needs, kept on this computer: bulletins taken, their clips, and journals of readings.

    bulletins/BULLETIN.json         one snapshot for each bulletin, the newest that was taken
    clips/NAME                      copies of the clips in them
    journals/SESSION-BULLETIN.journal   one for each reading; moved to journals/sent once the newsroom has it

The folder belongs to one newsroom and is read without its database.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import shutil
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import BufferedRandom
from pathlib import Path

from newsdesk.domain.air_bulletin import AirBulletin
from newsdesk.domain.air_json import bulletin_from_json, bulletin_to_json
from newsdesk.errors import CannotSave
from newsdesk.files import write_whole
from newsdesk.storage.air_journal import Journal, JournalFile, read_journal
from newsdesk.storage.held_file import hold

_log = logging.getLogger(__name__)
# Numbers as databases hold them: a file of another name is not ours.
_SNAPSHOT = re.compile(r"(\d{1,19})\.json", re.ASCII)
_JOURNAL = re.compile(r"(\d{1,19})-(\d{1,19})\.journal", re.ASCII)
_LARGEST = 2**63 - 1
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class HeldFiles:
    """The bulletins held on this computer, by airtime, and the names of snapshots that are damaged."""

    bulletins: tuple[AirBulletin, ...]
    damaged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionFile:
    """The journal of one reading; ``sent`` says that the newsroom has every line of it."""

    session_id: int
    bulletin_id: int
    path: Path
    sent: bool


class HeldSession:
    """Says to the other windows on this computer that a reading belongs to this one, as long as it runs.

    Without a ``path`` it says nothing to nobody.
    """

    def __init__(self, path: Path | None) -> None:
        """Raises OSError when another running window has it."""
        self._file: BufferedRandom | None = path.open("w+b") if path else None
        try:
            if self._file is not None:
                hold(self._file)
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of it."""
        if self._file is not None:
            self._file.close()
            self._file = None


class AirFolder:
    """The files of one newsroom. Safe from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._read_already: dict[Path, tuple[int, AirBulletin]] = {}

    # ------------------------------------------------------------ bulletins

    def keep(self, air: AirBulletin) -> None:
        """Keep a bulletin whole, in place of the one taken before. Raises :class:`CannotSave`."""
        file = self._folder / "bulletins" / f"{air.bulletin_id}.json"
        text = bulletin_to_json(air)
        with self._lock:
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise CannotSave(str(file), error.strerror or str(error)) from error
            write_whole(file, f"{text}\n{_seal(text)}\n".encode())

    def held(self) -> HeldFiles:
        """Return every bulletin that is held here; a damaged file is named and stays."""
        bulletins: list[AirBulletin] = []
        damaged: list[str] = []
        for file in _files(self._folder / "bulletins", _SNAPSHOT):
            air = self._read(file)
            if air is None:
                damaged.append(file.name)
            else:
                bulletins.append(air)
        return HeldFiles(tuple(sorted(bulletins, key=lambda air: air.airtime)), tuple(damaged))

    def bulletin(self, bulletin_id: int) -> AirBulletin | None:
        """Return the held snapshot of one bulletin; None where there is none that can be read."""
        file = self._folder / "bulletins" / f"{bulletin_id}.json"
        return self._read(file) if file.exists() else None

    def _read(self, file: Path) -> AirBulletin | None:
        try:
            changed = file.stat().st_mtime_ns
            known = self._read_already.get(file)
            if known is not None and known[0] == changed:
                return known[1]
            text, _, seal = file.read_text("utf-8").rstrip("\n").partition("\n")
            if seal != _seal(text):
                raise ValueError("not as it was kept")
            air = bulletin_from_json(text)
            self._read_already[file] = changed, air
            return air
        except (OSError, ValueError) as error:
            _log.warning("snapshot %s cannot be read: %s", file.name, error)
            return None

    # ------------------------------------------------------------ clips

    def copy_clip(self, source: Path) -> Path:
        """Copy a sound file here and return the copy; one that is here already is not copied again.

        Raises OSError when the file cannot be read or the copy not be written; nothing half stays behind.
        """
        about = source.stat()
        name = hashlib.sha256(f"{source}|{about.st_size}|{about.st_mtime_ns}".encode()).hexdigest()[:24]
        suffix = source.suffix.lower()
        copy = self._folder / "clips" / f"{name}{suffix if _SUFFIX.fullmatch(suffix) else ''}"
        with self._lock:
            if copy.exists() and copy.stat().st_size == about.st_size:
                with suppress(OSError):
                    os.utime(copy)  # asked for again: :meth:`tidy` leaves it
                return copy
            copy.parent.mkdir(parents=True, exist_ok=True)
            part = copy.with_name(f".{copy.name}.part")
            try:
                shutil.copyfile(source, part)
                part.replace(copy)
            except OSError:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
                raise
        return copy

    # ------------------------------------------------------------ journals

    def journal(self, session_id: int, bulletin_id: int) -> Journal:
        """Open the journal of a reading, made when there is none. Raises :class:`CannotSave`."""
        return Journal(self._journal_file(session_id, bulletin_id))

    def hold(self, session_id: int, bulletin_id: int) -> HeldSession | None:
        """Hold a reading for this window; None when another window on this computer has it.

        A disk that takes no file keeps nobody from reading: then it is held by nobody.
        """
        file = self._journal_file(session_id, bulletin_id).with_suffix(".open")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            return HeldSession(file)
        except BlockingIOError:
            return None
        except OSError as error:
            if os.name == "nt" and isinstance(error, PermissionError):
                return None  # what Windows says of a locked region
            _log.info("no file says that a reading belongs here: %s", error)
            return HeldSession(None)

    def sessions(self) -> list[SessionFile]:
        """Return every reading that has a journal here, the oldest first."""
        found: list[SessionFile] = []
        for folder, sent in ((self._folder / "journals", False), (self._folder / "journals" / "sent", True)):
            for file in _files(folder, _JOURNAL):
                name = _JOURNAL.fullmatch(file.name)
                if name is not None and max(int(name[1]), int(name[2])) <= _LARGEST:
                    found.append(SessionFile(int(name[1]), int(name[2]), file, sent))
        return sorted(found, key=lambda one: one.session_id)

    def read(self, session: SessionFile) -> JournalFile:
        """Read a journal. Raises OSError."""
        return read_journal(session.path)

    def sent(self, session: SessionFile) -> None:
        """Put a journal away: the newsroom has every line of it. Raises OSError."""
        folder = self._folder / "journals" / "sent"
        folder.mkdir(parents=True, exist_ok=True)
        session.path.replace(folder / session.path.name)
        with suppress(OSError):
            session.path.with_suffix(".open").unlink(missing_ok=True)

    def unsent(self, session: SessionFile) -> None:
        """Have a journal wait again: the newsroom lacks lines of it. Raises OSError."""
        session.path.replace(self._folder / "journals" / session.path.name)

    def untouched_since(self, before: datetime) -> list[SessionFile]:
        """Return the journals that nothing was written into since then, the oldest first."""
        return [one for one in self.sessions() if _written(one.path) < before.timestamp()]

    def remove(self, session: SessionFile) -> bool:
        """Remove a journal, unless another window reads from it; return whether it went. Raises OSError."""
        held = self.hold(session.session_id, session.bulletin_id)
        if held is None:
            return False
        held.close()
        session.path.unlink(missing_ok=True)
        with suppress(OSError):
            self._journal_file(session.session_id, session.bulletin_id).with_suffix(".open").unlink()
        return True

    def tidy(self, before: datetime) -> None:
        """Drop snapshots of bulletins that closed before that moment, and older clips that no snapshot has.

        What cannot be removed is left for the next time.
        """
        held = self.held()
        if held.damaged:
            return  # which clips a damaged one needs is not known
        needed: set[str] = set()
        with self._lock, suppress(OSError):
            for air in held.bulletins:
                if air.close < before:
                    (self._folder / "bulletins" / f"{air.bulletin_id}.json").unlink(missing_ok=True)
                else:
                    needed |= {Path(clip.path).name for item in air.items for clip in item.clips if clip.path}
            for file in (self._folder / "clips").iterdir():
                # What was loaded into a reading is in no snapshot: it is never old while it is read.
                if file.name not in needed and file.stat().st_mtime < before.timestamp():
                    file.unlink(missing_ok=True)

    def _journal_file(self, session_id: int, bulletin_id: int) -> Path:
        return self._folder / "journals" / f"{session_id}-{bulletin_id}.journal"


def _files(folder: Path, named: re.Pattern[str]) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if named.fullmatch(file.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        _log.warning("folder %s cannot be read: %s", folder, error)
        return []


def _written(file: Path) -> float:
    """Return when a file was written last, in seconds since 1970; now for one that cannot be looked at."""
    try:
        return file.stat().st_mtime
    except OSError:
        return time.time()


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
