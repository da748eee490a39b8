"""The rows of the story list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, QTimer

from newsdesk.i18n import _
from newsdesk.ui.letters import plain_tip
from newsdesk.ui.stories import airtime
from newsdesk.ui.stories.ages import age, waited
from newsdesk.ui.stories.statuses import StatusLook, status_look

if TYPE_CHECKING:
    from newsdesk.domain.rows import StoryRow

AnyIndex = QModelIndex | QPersistentModelIndex
_MINUTE_MS = 60_000
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class Role(IntEnum):
    """What the delegate asks of a row."""

    ROW = Qt.ItemDataRole.UserRole
    AGE = Qt.ItemDataRole.UserRole + 1
    LENGTH = Qt.ItemDataRole.UserRole + 2
    HEARD = Qt.ItemDataRole.UserRole + 3
    STATUS = Qt.ItemDataRole.UserRole + 4
    HELD = Qt.ItemDataRole.UserRole + 5
    LINE = Qt.ItemDataRole.UserRole + 6


class StoryRows(QStringListModel):
    """Frozen rows in the order given; ages are told anew once a minute.

    Qt counts them, in a list of its own that holds nothing else: a view that lays them out asks twice for
    each how many there are, and twenty thousand answers from Python cost a list of ten thousand 20 ms.

    ``now`` gives this moment; ``zone`` the newsroom's zone.
    """

    def __init__(self, now: Callable[[], datetime], zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[StoryRow] = ()
        self._now = now
        self._zone = zone
        self._moment = now().astimezone(zone)
        self.rate = 350
        self._heard = 0
        self._minute = QTimer(self)
        self._minute.timeout.connect(self._new_minute)
        self._minute.start(_MINUTE_MS)

    def show(self, rows: Sequence[StoryRow]) -> None:
        """Show other rows; when they are the same stories in the same order, selection and place stay."""
        self._moment = self._now().astimezone(self._zone)
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if same:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self._rows = rows
            self.setStringList([""] * len(rows))

    def show_written(
        self,
        story_id: int,
        slug: str,
        headline: str,
        lead: str,
        syllables: int,
        sentences: int,
        paragraphs: int,
        clip_ms: int,
    ) -> None:
        """Show what is being typed in a story's row; the order stays until the next rows come."""
        place = self.row_of(story_id)
        if place < 0:
            return
        row = self._rows[place]
        written = row._replace(
            slug=slug,
            headline=headline,
            lead=lead,
            syllables=syllables,
            sentences=sentences,
            paragraphs=paragraphs,
            clip_ms=clip_ms,
        )
        if written != row:
            self._rows = (*self._rows[:place], written, *self._rows[place + 1 :])
            self.dataChanged.emit(self.index(place), self.index(place))

    def show_heard(self, story_id: int) -> None:
        """Show which story is being said, 0 for none."""
        before, self._heard = self._heard, story_id
        for row in (self.row_of(one) for one in (before, story_id) if one):
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, story_id: int) -> int:
        """Return where a story stands, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.id == story_id), -1)

    def row_at(self, index: int) -> StoryRow:
        """Return the row at a place."""
        return self._rows[index]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that a story may be chosen; it is changed on the desk, not here."""
        return _CHOSEN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, its age or its read time; as text everything in one line, for screen readers."""
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role == Role.AGE:
            if row.status.waits and row.revision and not row.trashed:  # how long it waits, its status tells
                return _("revisi {n}").format(n=row.revision)
            return age(row.updated_at.astimezone(self._zone), self._moment)
        if role == Role.STATUS:
            return self._status(row)
        if role == Role.HELD:
            return self._held(row)
        if role == Role.LINE:
            return returned_line(row) or row.lead
        if role == Role.LENGTH:
            return self._length(row)
        if role == Role.HEARD:
            return row.id == self._heard
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            status, held = self._status(row), self._held(row)
            writing = _("sedang ditulis {name}").format(name=row.locked_by) if row.locked_by else ""
            heard = _("sedang terdengar") if row.id == self._heard else ""
            told = (title(row), heard, writing, held, self._length(row), row.lead)
            parts = (*told, status, returned_line(row), row.by, self.data(index, Role.AGE))
            return ", ".join(str(part) for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole and row.returned_by:  # a long note is cut in the row
            return plain_tip(returned_line(row))
        return None

    def _status(self, row: StoryRow) -> str:
        """Return the word of the status, with how long it has waited where it waits."""
        words = look_of(row).words
        if row.status.value != "waiting" or row.waiting_since is None or row.trashed:
            return words
        time = waited(row.waiting_since.astimezone(self._zone), self._moment)
        return _("{status} {time}").format(status=words, time=time) if time else words

    def _held(self, row: StoryRow) -> str:
        """Return until when it may not be read; "" for a story that may be read now."""
        if row.embargo is None or row.embargo.astimezone(self._zone) <= self._moment:
            return ""
        return _("embargo {at}").format(at=airtime.shown(row.embargo, self._moment))

    def _length(self, row: StoryRow) -> str:
        from newsdesk.domain.timing import SpokenLength, clock_length, read_time_ms

        length = SpokenLength(row.syllables, row.sentences, row.paragraphs)
        return clock_length(read_time_ms(length, self.rate) + row.clip_ms)

    def _new_minute(self) -> None:
        self._moment = self._now().astimezone(self._zone)
        if self._rows:
            waits = any(row.waiting_since is not None for row in self._rows)
            roles = [Role.AGE, Role.STATUS] if waits else [Role.AGE]
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), roles)


def look_of(row: StoryRow) -> StatusLook:
    """Return how the status of a row looks."""
    return status_look(row.status, trashed=row.trashed, returned=bool(row.returned_by))


def returned_line(row: StoryRow) -> str:
    """Say who sent a draft back, and with which note; "" for one that nobody did."""
    if not row.returned_by:
        return ""
    return _("{name}: {note}").format(name=row.returned_by, note=" ".join(row.returned_why.split()))


def title(row: StoryRow) -> str:
    """Return the slug, else the headline, else a word for a story without either."""
    return row.slug or row.headline or _("Tanpa slug")
