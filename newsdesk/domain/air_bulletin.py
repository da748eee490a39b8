"""A bulletin as it goes to the microphone: every word, clip and time of it, held apart from any database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from newsdesk.domain.air_text import AirText
from newsdesk.domain.blocks import Clip
from newsdesk.domain.rundown import ItemKind
from newsdesk.domain.timing import SpokenLength

_UNMEASURED = SpokenLength()


class AirStatus(StrEnum):
    """Who answers for the words of an item. The value is stored; the ui has its word."""

    APPROVED = "approved"
    """They are the words that an editor approved."""
    CHANGED = "changed"
    """They were approved, and somebody has changed the story since: these are the words approved then."""
    NOT_APPROVED = "not_approved"
    """No editor has approved them; ``signed_by`` may answer for them."""
    EMBARGOED = "embargoed"
    """They were approved, and may not be said before a time that has not come."""
    KILLED = "killed"
    """The story was killed: it must not be read."""
    NO_STORY = "no_story"
    """Nothing that an editor approves: fixed words, a jingle, a break, an empty slot."""


class ClipFault(StrEnum):
    """Why a clip cannot be played from this computer."""

    NOT_RECORDED = "not_recorded"
    """The newsroom has no file for it yet."""
    GONE = "gone"
    UNREADABLE = "unreadable"
    NOT_SOUND = "not_sound"
    NO_ROOM = "no_room"
    """This computer's disk could not take a copy."""
    LATE = "late"
    """The copy has not come to this computer yet: the share that has the file does not answer."""


@dataclass(frozen=True, slots=True)
class AirClip:
    """A clip of an item: ``block`` is its place among the text's blocks.

    ``source`` is where the newsroom has the file; ``path`` the copy on this computer, "" when ``fault`` says
    why there is none (with NO_ROOM the source itself, which may still play).
    """

    block: int
    clip: Clip
    source: str = ""
    path: str = ""
    fault: ClipFault | None = None


@dataclass(frozen=True, slots=True)
class AirItem:
    """One row of a bulletin as the announcer has it.

    ``number`` is what digits jump to, from 1, floats after all others. ``text`` is what is read: of a story
    what an editor approved (or the newest words, where nobody has: see ``status``), and fixed words as they
    are said; None for what nobody reads. ``words`` are fixed words as they were written. ``digest`` is the
    text's, "" without one. ``length`` is what is read of it, ``rate`` (syllables a minute) and ``spread``
    those of its reader. Lengths are milliseconds, clips included;
    ``start`` and ``fixed_at`` are UTC. ``flash_id`` tells of a story sent to the microphone at once, which
    must be acknowledged. ``paraphrase`` says that the clips are not played: their paraphrase is read.
    """

    item_id: int
    number: int
    kind: ItemKind
    slug: str
    text: AirText | None = None
    words: str = ""
    story_id: int | None = None
    revision: int | None = None
    approval_id: int | None = None
    approved_by: str = ""
    approved_at: datetime | None = None
    digest: str = ""
    status: AirStatus = AirStatus.NO_STORY
    signed_by: str = ""
    length: SpokenLength = _UNMEASURED
    reader_id: int | None = None
    reader: str = ""
    rate: int = 0
    spread: int = 0
    planned_ms: int = 0
    estimate_ms: int = 0
    start: datetime | None = None
    fixed_at: datetime | None = None
    clips: tuple[AirClip, ...] = ()
    floated: bool = False
    paraphrase: bool = False
    flash_id: int | None = None


@dataclass(frozen=True, slots=True)
class AirBulletin:
    """What the announcer reads from: taken from the newsroom at ``taken_at``, and true whatever comes after.

    ``version`` is the bulletin's when it was taken; times are UTC, ``zone`` the station's (IANA name);
    ``airtime`` and ``close`` bound the slot. ``ready`` says that it was signed ready, by ``ready_by``, and
    ``ready_why`` why although something was missing.
    """

    bulletin_id: int
    name: str
    airtime: datetime
    close: datetime
    announcers: tuple[str, ...]
    items: tuple[AirItem, ...]
    taken_at: datetime
    zone: str
    version: int = 0
    ready: bool = False
    ready_by: str = ""
    ready_why: str = ""

    def item(self, item_id: int) -> AirItem | None:
        """Return the item with this number, None when it is not here."""
        return next((item for item in self.items if item.item_id == item_id), None)

    def with_change(self, change: AirChange) -> AirBulletin:
        """Return the bulletin as it is once the announcer has loaded ``change``; numbers are given anew.

        A change of an item that is no longer here, or that brings nothing to load, changes nothing.
        """
        items = list(self.items)
        at = next((at for at, item in enumerate(items) if item.item_id == change.item_id), None)
        match change.kind:
            case AirChangeKind.WORDS | AirChangeKind.KILLED:
                if at is not None and change.item is not None:
                    items[at] = change.item
            case AirChangeKind.GONE:
                if at is not None:
                    del items[at]
            case AirChangeKind.NEW | AirChangeKind.FLASH | AirChangeKind.ORDER:
                moved = change.item or (items[at] if at is not None else None)
                if moved is not None:
                    if at is not None:
                        del items[at]
                    items.insert(_after(items, change.after), moved)
            case AirChangeKind.UNAPPROVED:
                pass
        return replace(self, items=numbered(items))


class AirChangeKind(StrEnum):
    """What the desk did to a bulletin that is being read. The value is stored in the as-run log."""

    WORDS = "words"
    """Other words, or another reader, clip or plan, for an item."""
    UNAPPROVED = "unapproved"
    """The desk has begun to change the words, and nobody has approved the new ones: nothing to load yet."""
    ORDER = "order"
    NEW = "new"
    GONE = "gone"
    FLASH = "flash"
    """A story that is to be read next (Kilat); it must be acknowledged."""
    KILLED = "killed"


@dataclass(frozen=True, slots=True)
class AirChange:
    """One thing that differs between what the announcer holds and what the newsroom has now.

    ``item`` is what to load; None where there is nothing to load. For ORDER, NEW and FLASH ``after`` is the
    item that it comes after, 0 for the first place. ``at`` (UTC) and ``by`` (a name, "" where it is not
    known) tell who did it when; ``flash_id`` is the flash to acknowledge.
    """

    item_id: int
    kind: AirChangeKind
    at: datetime
    by: str = ""
    item: AirItem | None = None
    after: int = 0
    flash_id: int | None = None


def numbered(items: list[AirItem]) -> tuple[AirItem, ...]:
    """Return ``items`` with numbers from 1: in their order, floats after all others."""
    order = [item for item in items if not item.floated] + [item for item in items if item.floated]
    return tuple(
        item if item.number == number else replace(item, number=number)
        for number, item in enumerate(order, 1)
    )


def _after(items: list[AirItem], item_id: int) -> int:
    return next((at + 1 for at, item in enumerate(items) if item.item_id == item_id), 0)
