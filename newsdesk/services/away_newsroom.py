"""A newsroom that cannot be opened: of going on air is left what this computer holds, and that is enough."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from newsdesk.services.air_draining import Drained
from newsdesk.services.on_air import AirNews

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirBulletin, AirChange
    from newsdesk.domain.as_run import AsRunRow
    from newsdesk.domain.as_run_log import AsRunLog
    from newsdesk.domain.bulletin import BulletinRow
    from newsdesk.errors import StorageError
    from newsdesk.services.air_session import Session
    from newsdesk.services.as_run import LogMonth
    from newsdesk.services.held_air import HeldAir, Unfinished
    from newsdesk.services.proof import Proof
    from newsdesk.storage.air_files import HeldFiles


class AwayAir:
    """The use cases of :class:`newsdesk.services.on_air.OnAir` without a newsroom: ``why`` says why."""

    def __init__(self, held: HeldAir, why: StorageError) -> None:
        self._held = held
        self._why = why

    def held(self) -> HeldFiles:
        """Return the bulletins held on this computer."""
        return self._held.held()

    def held_one(self, bulletin_id: int) -> AirBulletin | None:
        """Return a bulletin as it is held on this computer."""
        return self._held.held_one(bulletin_id)

    def copies(self) -> dict[str, str]:
        """Return the copies of clips on this computer; see :meth:`HeldAir.copies`."""
        return self._held.copies()

    def begin(self, air: AirBulletin, practice: bool, unready_why: str = "") -> Session:
        """Begin to read a bulletin that is held; raises as :meth:`HeldAir.begin` does."""
        return self._held.begin(air, practice, unready_why)

    def unfinished(self) -> list[Unfinished]:
        """Return the readings that were broken off here."""
        return self._held.unfinished()

    def resume(self, session_id: int) -> Session:
        """Go on with one of them; raises as :meth:`HeldAir.resume` does."""
        return self._held.resume(session_id)

    def end(self, session_id: int) -> None:
        """Say that one of them is over; raises as :meth:`HeldAir.resume` does."""
        self._held.end(session_id)

    def leave(self, session: Session) -> None:
        """Let go of a reading."""
        self._held.leave(session)

    def look(self, bulletin_id: int) -> NoReturn:
        """Raise why the newsroom is away."""
        raise self._why

    def hold(self, air: AirBulletin) -> AirBulletin:
        """Return a bulletin as it is: what is read without a newsroom is held already."""
        return air

    def hold_change(self, change: AirChange) -> AirChange:
        """Return a change as it is."""
        return change

    def due(self) -> list[AirBulletin]:
        """Return nothing: there is nobody to ask."""
        return []

    def changes(self, air: AirBulletin) -> AirNews:
        """Return no news, and why."""
        return AirNews(away=self._why)

    def drain(self) -> Drained:
        """Bring nothing anywhere: the lines wait on this computer until the newsroom is open."""
        return Drained(away=self._why)


class AwayLists:
    """Bulletins and logs of a newsroom that is away: every question raises why."""

    def __init__(self, why: StorageError) -> None:
        self._why = why

    def list(self, day: date, days: int = 1) -> list[BulletinRow]:
        """Raise why the newsroom is away."""
        raise self._why

    def bulletins(self, start: datetime, end: datetime, *, practice: bool = False) -> list[AsRunRow]:
        """Raise why the newsroom is away."""
        raise self._why

    def months(self, zone: tzinfo, *, practice: bool = False) -> list[LogMonth]:
        """Raise why the newsroom is away."""
        raise self._why

    def all_days_left(self, runs: Sequence[AsRunRow]) -> list[int]:
        """Raise why the newsroom is away."""
        raise self._why

    def may_delete(self, run: AsRunRow) -> bool:
        """Raise why the newsroom is away."""
        raise self._why

    def delete(self, session_id: int) -> None:
        """Raise why the newsroom is away."""
        raise self._why

    def log(self, session_id: int) -> AsRunLog:
        """Raise why the newsroom is away."""
        raise self._why

    def days_left(self, run: AsRunRow) -> int:
        """Raise why the newsroom is away."""
        raise self._why

    def export(self, bulletin_id: int, path: Path) -> Proof:
        """Raise why the newsroom is away."""
        raise self._why


class AwayNewsroom:
    """What going on air asks of a newsroom, answered from this computer alone."""

    def __init__(self, held: HeldAir, why: StorageError) -> None:
        self.on_air = AwayAir(held, why)
        self.bulletins = AwayLists(why)
        self.as_run = AwayLists(why)
