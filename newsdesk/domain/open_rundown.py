"""A bulletin as it is worked on: its rows, how their stories stand, and how long each takes whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from newsdesk.domain.bulletin import Bulletin
from newsdesk.domain.people import DEFAULT_RATE
from newsdesk.domain.rundown import Rundown, RundownItem
from newsdesk.domain.rundown_timing import TimedRundown, time_rundown
from newsdesk.domain.story import StoryStatus
from newsdesk.domain.timing import SpokenLength, read_time_ms

_UNMEASURED = SpokenLength()


@dataclass(frozen=True, slots=True)
class TextLength:
    """What a text takes: its words, its clips in milliseconds, and the words that stand in for its clips.

    ``paraphrased`` of its ``clips`` clips have a paraphrase; one without keeps its time.
    """

    length: SpokenLength = _UNMEASURED
    clip_ms: int = 0
    clips: int = 0
    paraphrase: SpokenLength = _UNMEASURED
    paraphrased: int = 0

    def ms(self, rate: int, *, paraphrase: bool = False) -> int:
        """Return the milliseconds at ``rate`` syllables a minute; with ``paraphrase`` no clip is played."""
        if paraphrase and self.can_paraphrase:
            return read_time_ms(self.length + self.paraphrase, rate)
        return read_time_ms(self.length, rate) + self.clip_ms

    @property
    def can_paraphrase(self) -> bool:
        """Whether every clip has a paraphrase to read in its place."""
        return 0 < self.clips == self.paraphrased


_NO_TEXT = TextLength()


@dataclass(frozen=True, slots=True)
class StoryState:
    """How a story stands that is, or could be, in a bulletin.

    ``revision`` is its newest; ``approved_revision`` and ``approval_id`` are of the approval in force, None
    when there is none; ``locked_by`` is the name of who writes in it, "" when nobody does; ``missing_clips``
    are the names of clips without a sound file that is there; ``embargo`` (UTC) until when it may not be
    said; ``aired_in`` the bulletin it was last read in, "" for none; ``by`` who worked on it last.
    ``text`` measures what would be pinned now: the approved text, else the newest.
    """

    story_id: int
    status: StoryStatus
    slug: str
    headline: str = ""
    lead: str = ""
    by: str = ""
    revision: int = 0
    approved_revision: int | None = None
    approval_id: int | None = None
    locked_by: str = ""
    missing_clips: tuple[str, ...] = ()
    embargo: datetime | None = None
    aired_in: str = ""
    trashed: bool = False
    text: TextLength = _NO_TEXT

    @property
    def to_pin(self) -> tuple[int | None, int | None]:
        """The revision and approval that a row pins when the story is placed now.

        None as long as it is not approved: such a row goes by the newest text until it is.
        """
        return self.approved_revision, self.approval_id


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: ``rate`` in syllables a minute, and its ``spread``, the same (0: not learnt yet)."""

    id: int
    name: str
    rate: int = DEFAULT_RATE
    spread: int = 0


@dataclass(frozen=True, slots=True)
class OpenRundown:
    """A bulletin opened for work.

    ``states`` are of the stories in it, by their ids; ``readers`` of everybody who may read, by theirs;
    ``pinned`` measures the pinned text of rows whose story has another by now, ``words`` the fixed words of
    rows, ``missing`` tells rows whose own sound file is not there, all three by the row. ``unacknowledged``
    are the rows put in as "Kilat" that nobody at the microphone has acknowledged yet. Those may be behind
    the rundown after an edit on the screen: a row they do not know takes as long as it is planned.
    """

    bulletin: Bulletin
    rundown: Rundown
    states: Mapping[int, StoryState]
    readers: Mapping[int, Reader]
    pinned: Mapping[int, TextLength]
    words: Mapping[int, SpokenLength]
    missing: frozenset[int] = frozenset()
    unacknowledged: tuple[int, ...] = ()

    def with_rundown(self, rundown: Rundown) -> OpenRundown:
        """Return it with an edited rundown, nothing else changed."""
        return replace(self, rundown=rundown)

    def with_state(self, state: StoryState) -> OpenRundown:
        """Return it knowing one more story: one of the tray that is about to be placed."""
        return replace(self, states={**self.states, state.story_id: state})

    def state_of(self, item: RundownItem) -> StoryState | None:
        """Return how the story of a row stands, None for a row without one."""
        return None if item.story_id is None else self.states.get(item.story_id)


def readers_of(bulletin: Bulletin, rundown: Rundown) -> dict[int, int]:
    """Return who reads which row, by their ids: the one it is given to, else the announcers in turn.

    Rows that nobody reads, and all rows where no announcer is named, are left out. A floated row is read as
    if it were counted, and moves nobody's turn.

    >>> from datetime import UTC
    >>> from newsdesk.domain.rundown import ItemKind
    >>> rows = [RundownItem(n, ItemKind.STORY, reader_id=7 if n == 2 else None) for n in (1, 2, 3)]
    >>> bulletin = Bulletin(1, None, "Warta", datetime(2025, 1, 17, tzinfo=UTC), 0, announcers=(5, 6))
    >>> readers_of(bulletin, Rundown(items=tuple(rows)))
    {1: 5, 2: 7, 3: 6}
    """
    readers: dict[int, int] = {}
    turn = 0
    for item in rundown.items:
        if not item.kind.is_read:
            continue
        if item.reader_id is not None:
            readers[item.id] = item.reader_id
        elif bulletin.announcers:
            readers[item.id] = bulletin.announcers[turn % len(bulletin.announcers)]
            turn += not item.floated
    return readers


def estimates(opened: OpenRundown) -> dict[int, int]:
    """Return how many milliseconds each row takes its reader.

    What is not read, what has no words yet, and a place kept for a story take as long as planned.
    """
    readers = readers_of(opened.bulletin, opened.rundown)
    taken: dict[int, int] = {}
    for item in opened.rundown.items:
        text = text_of(opened, item)
        if text is None:
            taken[item.id] = item.planned_ms
        else:
            reader = opened.readers.get(readers.get(item.id, 0))
            taken[item.id] = text.ms(reader.rate if reader else DEFAULT_RATE, paraphrase=item.paraphrase)
    return taken


def text_of(opened: OpenRundown, item: RundownItem) -> TextLength | None:
    """Return what the text of a row takes: the pinned one, else the story's; None where nothing is read."""
    if not item.kind.is_read:
        return None
    if item.story_id is None:
        words = opened.words.get(item.id)
        return TextLength(words) if words is not None else None
    state = opened.states.get(item.story_id)
    return opened.pinned.get(item.id) or (state.text if state else None)


def timed(opened: OpenRundown) -> TimedRundown:
    """Time an opened bulletin: :func:`estimates`, then :func:`time_rundown`."""
    bulletin = opened.bulletin
    return time_rundown(opened.rundown, estimates(opened), bulletin.airtime, bulletin.close)


class TrayRow(NamedTuple):
    """A story that is ready to be placed ("siap ditaruh").

    ``carried_from`` is the bulletin in which it stood and was not read, "" for none; ``also_in`` another one
    to come in which it stands.
    """

    state: StoryState
    carried_from: str = ""
    also_in: str = ""
