"""On air: bulletins taken to this computer, what the desk changes meanwhile, and the log brought back."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from time import monotonic_ns
from typing import TYPE_CHECKING

from newsdesk.domain.air_bulletin import AirBulletin, AirChange, AirClip, AirItem, ClipFault
from newsdesk.domain.air_changes import Told, changes
from newsdesk.domain.air_copies import has_clips_late, with_clips_late
from newsdesk.domain.bulletin import BulletinState
from newsdesk.errors import (
    CannotSave,
    ClipError,
    ClipGone,
    ClipUnreadable,
    NewsdeskError,
    NoSuchBulletin,
    StorageError,
)
from newsdesk.services.air_draining import AirDraining, Drained
from newsdesk.services.clock import utc_now
from newsdesk.services.held_air import HeldAir

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.air_retiring import AirRetiring
    from newsdesk.services.air_taking import AirTaking
    from newsdesk.services.clips import Clips
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_SOON = timedelta(hours=2)
_AHEAD = timedelta(hours=12)
_KEPT_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class AirNews:
    """What the desk has changed since; ``away`` is why the newsroom could not be asked, None when it was.

    ``gone`` says that the bulletin itself is no longer in the newsroom; what is held stays readable.
    """

    changes: tuple[AirChange, ...] = ()
    away: NewsdeskError | None = None
    gone: bool = False


class OnAir(HeldAir):
    """The use cases of the microphone. Each says its lane; those of local files need no database."""

    def __init__(
        self,
        storage: Storage,
        people: People,
        taking: AirTaking,
        draining: AirDraining,
        retiring: AirRetiring,
        clips: Clips,
        now: Callable[[], datetime] = utc_now,
        ticks: Callable[[], int] = lambda: monotonic_ns() // 1_000_000,
    ) -> None:
        super().__init__(storage.air, people, now, ticks)
        self._storage = storage
        self._taking = taking
        self._draining = draining
        self._retiring = retiring
        self._retired: date | None = None
        self._clips = clips
        self._copied: dict[str, str] = {}
        """Copies made since the program began, by the path of what they are copies of."""
        self._settled: dict[int, tuple[object, ...]] = {}
        """Of bulletins that are held as they are, by which sign of the newsroom one knows that they are."""
        self._tidied: date | None = None
        self._seen: dict[
            int, tuple[tuple[object, ...], AirBulletin, Told, dict[int, Told], dict[int, Told]]
        ] = {}

    # ------------------------------------------------------------ taken

    def look(self, bulletin_id: int) -> AirBulletin:
        """Return a bulletin as it would go to the microphone now (database lane).

        Every story is as it was approved: words, spoken forms, clips. :meth:`hold` keeps it on this computer.
        Raises :class:`NoSuchBulletin`, and a :class:`StorageError` when the newsroom is away.
        """
        at = self._now()
        with self._storage.read() as queries:
            rows = self._taking.rows(queries, bulletin_id, at)
        return self._taking.bulletin(rows, at)

    def hold(self, air: AirBulletin) -> AirBulletin:
        """Keep a bulletin and its clips on this computer, and return it with them (lane of sound files).

        Its words are kept before its clips are asked for: these may lie on a share that hangs. A clip that
        cannot be had is taken from what was held before; else it stays in it with its fault, and its
        paraphrase is read. Raises :class:`CannotSave` when the disk does not take the bulletin; it can be
        read all the same.
        """
        if any(item.clips for item in air.items):
            with suppress(CannotSave):  # said when it is kept whole
                self._files.keep(with_clips_late(air, self.copies()))
        items = tuple(
            replace(item, clips=tuple(self._held_clip(clip, item) for clip in item.clips))
            if item.clips
            else item
            for item in air.items
        )
        air = replace(air, items=items)
        self._files.keep(air)
        today = self._now().date()
        if self._tidied != today:
            self._files.tidy(self._now() - _KEPT_FOR)
            self._tidied = today
        return air

    def take(self, bulletin_id: int) -> AirBulletin:
        """Look at a bulletin and hold it."""
        return self.hold(self.look(bulletin_id))

    def copies(self) -> dict[str, str]:
        """Return the copies of clips on this computer, those too of a bulletin that is being held."""
        return super().copies() | dict(self._copied)

    def due(self) -> list[AirBulletin]:
        """Return the bulletins of the next twelve hours that are not held as they are now (database lane).

        To be held ahead of time: who opens the view on air when the newsroom is away finds them here, those
        too that nobody has called ready yet. What is ready and comes within two hours is compared word by
        word each time; the others when anything has happened in the newsroom that might concern them.
        """
        now = self._now()
        here = self.held().bulletins
        held = {air.bulletin_id: _as_looked(air) for air in here if not has_clips_late(air)}
        pulses: dict[int, tuple[object, ...]] = {}
        with self._storage.read() as queries:
            for row in queries.bulletins.listed(now - _SOON, now + _AHEAD):
                if row.state is BulletinState.AIRED:
                    continue
                pulse = queries.as_runs.pulse(row.id)
                closely = row.state is not BulletinState.PLANNED and row.airtime <= now + _SOON
                if closely or row.id not in held or self._settled.get(row.id) != pulse:
                    pulses[row.id] = pulse
        found: list[AirBulletin] = []
        for bulletin_id, pulse in pulses.items():
            air = self.look(bulletin_id)
            # Not by the version: a story that is killed or said anew moves no bulletin.
            if held.get(bulletin_id) == _as_looked(air):
                self._settled[bulletin_id] = pulse
            else:
                found.append(air)
        return found

    # ------------------------------------------------------------ meanwhile

    def changes(self, air: AirBulletin) -> AirNews:
        """Return what the desk has changed in a bulletin that is being read (database lane, every second).

        ``air`` is the bulletin as the announcer has it, with what she loaded. Costs one small question while
        nothing has changed. A newsroom that is away is no failure: there is no news.
        """
        try:
            with self._storage.read() as queries:
                pulse = queries.as_runs.pulse(air.bulletin_id)
                seen = self._seen.get(air.bulletin_id)
                if seen is None or seen[0] != pulse:
                    rows = self._taking.rows(queries, air.bulletin_id, self._now())
                else:
                    rows = None
        except NoSuchBulletin:
            return AirNews(gone=True)
        except StorageError as error:
            return AirNews(away=error)
        if rows is not None:
            newest = self._taking.bulletin(rows, self._now(), follow=True)
            flashes = {one.id: Told(one.by, one.at) for one in rows.flashes}
            worked = {one.id: Told(one.by, one.updated_at) for one in rows.rows.stories.stories.values()}
            stories = worked | dict(rows.did)
            seen = (pulse, newest, rows.last, flashes, stories)
            self._seen[air.bulletin_id] = seen
        assert seen is not None
        return AirNews(changes(air, *seen[1:]))

    def hold_change(self, change: AirChange) -> AirChange:
        """Return a change with its clips copied to this computer (lane of sound files)."""
        if change.item is None or not change.item.clips:
            return change
        clips = tuple(self._held_clip(clip, change.item) for clip in change.item.clips)
        return replace(change, item=replace(change.item, clips=clips))

    # ------------------------------------------------------------ brought back

    def drain(self) -> Drained:
        """Bring every line on this computer into the newsroom (database lane); call it again and again.

        Stories that were read are aired then, the bulletin is on air or aired, and rates are learnt. Nothing
        is brought twice. Once a day journals go that the newsroom has had for a month. A newsroom that is
        away is no failure: lines wait, and :attr:`Drained.away` says so.
        """
        live = {number: session.lines for number, session in list(self.live.items())}
        drained = self._draining.drain(live, self.begun_with, self._now())
        today = self._now().date()
        if drained.away is None and not live and self._retired != today:
            self._retired = today
            self._retiring.retire(self._now())
        return drained

    # ------------------------------------------------------------ clips

    def _held_clip(self, clip: AirClip, item: AirItem) -> AirClip:
        if not clip.source:
            return replace(clip, path="", fault=ClipFault.NOT_RECORDED)
        try:
            found = self._clips.probe(clip.source)
            copy = self._files.copy_clip(Path(clip.source))
        except ClipGone:
            return self._copy_or(clip, ClipFault.GONE)
        except ClipUnreadable:
            return self._copy_or(clip, ClipFault.UNREADABLE)
        except ClipError:
            return replace(clip, path="", fault=ClipFault.NOT_SOUND)
        except OSError as error:
            if error.errno in _NO_ROOM:
                return replace(clip, path=clip.source, fault=ClipFault.NO_ROOM)
            return self._copy_or(clip, ClipFault.UNREADABLE)
        self._copied[clip.source] = os.fspath(copy)
        if item.text is None:  # a jingle is as long as its file is today; clips of a story were approved
            clip = replace(clip, clip=replace(clip.clip, milliseconds=found.milliseconds))
        return replace(clip, path=os.fspath(copy), fault=None)

    def _copy_or(self, clip: AirClip, fault: ClipFault) -> AirClip:
        """Return a clip with the copy that was made of it before; with its fault where there is none."""
        copy = self.copies().get(clip.source, "")
        return replace(clip, path=copy, fault=None if copy else fault)


def _as_looked(air: AirBulletin) -> AirBulletin:
    """Return a bulletin without what holding it adds, and without when it was taken."""
    items = tuple(
        replace(item, clips=tuple(_clip_as_looked(clip) for clip in item.clips)) for item in air.items
    )
    return replace(air, items=items, taken_at=air.airtime)


def _clip_as_looked(clip: AirClip) -> AirClip:
    return replace(clip, clip=replace(clip.clip, milliseconds=0), path="", fault=None)
