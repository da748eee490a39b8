"""What can be read at the microphone with nothing but this computer: held bulletins, and readings begun."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic_ns
from typing import TYPE_CHECKING

from newsdesk.domain.air_bulletin import AirBulletin
from newsdesk.domain.air_copies import copies_in
from newsdesk.domain.air_json import bulletin_from_plain, bulletin_to_plain, digest_of
from newsdesk.domain.as_run import AirEvent, JournalLine, Moment
from newsdesk.domain.ids import TimeOrderedIds
from newsdesk.domain.people import Act, Mode, may
from newsdesk.errors import (
    CannotSave,
    NotAllowed,
    NotSignedIn,
    NotSignedReady,
    ReadingElsewhere,
    ReadingLost,
    StorageError,
)
from newsdesk.services.air_session import Session
from newsdesk.services.clock import utc_now

if TYPE_CHECKING:  # the storage is loaded after the first frame
    from newsdesk.services.people import People
    from newsdesk.storage.air_files import AirFolder, HeldFiles, SessionFile


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A reading that was begun here and never finished: the program or the computer ended in the middle.

    ``reading`` is the item that was being read, None between items; ``elsewhere`` says that another window
    on this computer has it and goes on with it.
    """

    session_id: int
    bulletin_id: int
    name: str
    practice: bool
    begun_at: datetime
    last_at: datetime
    reading: int | None
    elsewhere: bool


class HeldAir:
    """Reads from files only: no call here asks a database. Its calls belong on the lane of local files."""

    def __init__(
        self,
        files: AirFolder,
        people: People | None = None,
        now: Callable[[], datetime] = utc_now,
        ticks: Callable[[], int] = lambda: monotonic_ns() // 1_000_000,
    ) -> None:
        """``people`` is None where no newsroom could be opened; ``ticks`` are milliseconds nobody can set."""
        self._files = files
        self._people = people
        self._now = now
        self._ticks = ticks
        self._ids = TimeOrderedIds()
        self.live: dict[int, Session] = {}
        """The readings of this window, by their numbers."""

    def held(self) -> HeldFiles:
        """Return the bulletins held on this computer, and the names of snapshots that are damaged."""
        return self._files.held()

    def held_one(self, bulletin_id: int) -> AirBulletin | None:
        """Return a bulletin as it is held on this computer; None where it is not, or cannot be read."""
        return self._files.bulletin(bulletin_id)

    def copies(self) -> dict[str, str]:
        """Return the copies of clips on this computer by the path of what they are copies of."""
        taken = sorted(self._files.held().bulletins, key=lambda air: air.taken_at)
        found = copies_in(item for air in taken for item in air.items)
        return {source: path for source, path in found.items() if Path(path).exists()}

    def begin(self, air: AirBulletin, practice: bool, unready_why: str = "") -> Session:
        """Begin to read a bulletin, on air or for practice.

        Where nobody has called it ready, ``unready_why`` has to say why it is read on air all the same: the
        log says so with the reader's name. Raises :class:`NotSignedReady` without it, and
        :class:`NotAllowed` or :class:`NotSignedIn` for who may not read.
        """
        who, name, signed_in = self._reader(Act.PRACTISE if practice else Act.READ_ON_AIR)
        unready_why = "" if practice or air.ready else " ".join(unready_why.split())
        if not (practice or air.ready or unready_why):
            raise NotSignedReady(air.name)
        session_id = self._ids.new()
        held = self._files.hold(session_id, air.bulletin_id)
        assert held is not None  # nobody else knows this number
        journal = self._files.journal(session_id, air.bulletin_id)
        journal.append(
            Moment(self._now(), self._ticks()),
            AirEvent.BEGUN,
            {
                "session": session_id,
                "practice": practice,
                "person": who,
                "name": name,
                "signed_in": signed_in,
                "computer": platform.node(),
                "unready_why": unready_why,
                "snapshot": digest_of(air),
                "air": bulletin_to_plain(air),
            },
        )
        session = Session(session_id, air, journal, held, self._now, self._ticks)
        self.live[session_id] = session
        return session

    def unfinished(self) -> list[Unfinished]:
        """Return the readings that were begun on this computer and are not over, the newest first."""
        found: list[Unfinished] = []
        for file in self._files.sessions():
            if file.sent or file.session_id in self.live:
                continue
            lines = self._lines(file)
            if not lines or any(line.what is AirEvent.FINISHED for line in lines):
                continue
            begun = lines[0].data
            started = [line for line in lines if line.what in {AirEvent.STARTED, AirEvent.ENDED}]
            open_item = started and started[-1].what is AirEvent.STARTED
            air = self.begun_with(file, lines)
            held = self._files.hold(file.session_id, file.bulletin_id)
            if held is not None:
                held.close()
            found.append(
                Unfinished(
                    file.session_id,
                    file.bulletin_id,
                    air.name if air else "",
                    bool(begun.get("practice")),
                    lines[0].at,
                    lines[-1].at,
                    started[-1].data.get("item") if open_item else None,
                    elsewhere=held is None,
                )
            )
        return found[::-1]

    def resume(self, session_id: int) -> Session:
        """Go on with a reading that was broken off. What was found damaged is named in its log.

        Raises :class:`ReadingElsewhere` when another window has it, :class:`ReadingLost` when nothing of
        its journal can be read, and :class:`NotAllowed` or :class:`NotSignedIn` for who may not read.
        """
        return self._take_up(session_id, to_read=True)

    def end(self, session_id: int) -> None:
        """Say that a reading that was broken off is over, and nobody goes on.

        Nothing goes on air by it: whoever is there may say so. Else raises as :meth:`resume`.
        """
        session = self._take_up(session_id, to_read=False)
        session.finish(session.moment())
        self.leave(session)

    def _take_up(self, session_id: int, *, to_read: bool) -> Session:
        file = next((one for one in self._files.sessions() if one.session_id == session_id), None)
        if file is None:
            raise ReadingLost(session_id)
        who = {"computer": platform.node()}
        if to_read:
            practice = any(line.data.get("practice") for line in self._lines(file)[:1])
            _person, who["name"], _signed_in = self._reader(Act.PRACTISE if practice else Act.READ_ON_AIR)
        held = self._files.hold(session_id, file.bulletin_id)
        if held is None:
            raise ReadingElsewhere(session_id)
        try:
            journal = self._files.journal(session_id, file.bulletin_id)
            air = self.begun_with(file, journal.lines)
        except CannotSave as error:
            held.close()
            raise ReadingLost(session_id) from error
        if air is None:
            held.close()
            raise ReadingLost(session_id)
        at = Moment(self._now(), self._ticks())
        journal.append(at, AirEvent.RESUMED, who)
        if journal.damaged or journal.was_cut:
            journal.append(at, AirEvent.MENDED, {"lines": list(journal.damaged), "cut": journal.was_cut})
        session = Session(session_id, air, journal, held, self._now, self._ticks)
        self.live[session_id] = session
        return session

    def leave(self, session: Session) -> None:
        """Let go of one reading; if it is not finished it can be resumed."""
        session.close()
        self.live.pop(session.session_id, None)

    def close(self) -> None:
        """Let go of every reading."""
        for session in list(self.live.values()):
            self.leave(session)

    def _lines(self, file: SessionFile) -> tuple[JournalLine, ...]:
        try:
            return self._files.read(file).lines
        except OSError:
            return ()

    def begun_with(self, file: SessionFile, lines: Sequence[JournalLine]) -> AirBulletin | None:
        """Return what a reading began with: what its first line says, or the snapshot where that is lost."""
        if lines and lines[0].what is AirEvent.BEGUN:
            try:
                return bulletin_from_plain(lines[0].data["air"])
            except (KeyError, ValueError):
                return None
        return self._files.bulletin(file.bulletin_id) if lines else None

    def _reader(self, act: Act) -> tuple[int, str, bool]:
        """Return who reads: number, name, and whether they signed in; asks no database."""
        if self._people is None:
            return 0, "", False
        try:
            me, signs_in = self._people.me(), self._people.mode() is Mode.SIGN_IN
        except NotSignedIn:
            raise
        except StorageError:
            # The newsroom was away before anybody was asked: the bulletin has to be read all the same.
            return 0, "", False
        if signs_in and not may(me, act):
            raise NotAllowed(act)
        return me.id, me.name, signs_in
