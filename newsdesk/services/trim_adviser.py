"""The trim adviser: what brings a bulletin back in time with the least harm, for the reader of each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.approval import Approval, ApprovalEnd
from newsdesk.domain.open_rundown import OpenRundown, StoryState, readers_of, text_of, timed
from newsdesk.domain.people import DEFAULT_RATE
from newsdesk.domain.rundown import RundownItem
from newsdesk.domain.story import Script
from newsdesk.domain.timing import read_time_ms
from newsdesk.domain.trimming import TrimKind, TrimOption, by_harm, can_float, hits_below, without
from newsdesk.services.trimming import Trimming

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.queries import Queries

_NOTHING = Script()


@dataclass(frozen=True, slots=True)
class _Text:
    """The newest script of a story that has something to cut, and those of its approvals that other words
    ended, the newest first.
    """

    script: Script
    approvals: Sequence[Approval]


class TrimAdviser(Trimming):
    """Suggests what may go, for the reader of each row; :class:`Trimming` does it."""

    def suggestions(
        self, opened: OpenRundown, estimates: Mapping[int, int], over_ms: int
    ) -> tuple[TrimOption, ...]:
        """Return what could be taken out, the least harm first; nothing when all is in time, or nearly so.

        ``estimates`` are milliseconds by row, for its reader; ``over_ms`` is by how much all of it is over.
        Words are only taken from a story whose newest words are those of the row, and that stands in it once.
        """
        nearly = opened.bulletin.tolerance_ms
        if over_ms <= nearly and all(hit.over_ms <= nearly for hit in timed(opened).hits):
            return ()
        rows = [item for item in opened.rundown.counted if item.story_id is not None]
        with self._storage.read() as queries:
            texts = _texts(
                queries, {state.story_id: state for item in rows if (state := opened.state_of(item))}
            )
        places = Counter(item.story_id for item in rows)
        readers, until = readers_of(opened.bulletin, opened.rundown), hits_below(opened.rundown)
        options: list[TrimOption] = []
        for item in rows:
            state = opened.state_of(item)
            if state is None:
                continue
            reader = opened.readers.get(readers.get(item.id, 0))
            rate, once = reader.rate if reader else DEFAULT_RATE, places[state.story_id] == 1
            row = _Row(item, state, texts[state.story_id], rate, once)
            found = self._of_row(opened, row, estimates.get(item.id, item.planned_ms))
            options += (replace(one, slug=state.slug, until=until[item.id]) for one in found)
        return by_harm(options, opened.rundown)

    def _of_row(self, opened: OpenRundown, row: _Row, takes_ms: int) -> Iterator[TrimOption]:
        item, state, airtime = row.item, row.state, opened.bulletin.airtime
        if row.is_newest and row.once:
            yield from self._sentences(row, airtime)
            yield from self._shorter(row, takes_ms, item.paraphrase)
        length = text_of(opened, item)
        if length is not None and length.can_paraphrase and not item.paraphrase:
            saved = length.ms(row.rate) - length.ms(row.rate, paraphrase=True)
            yield TrimOption(item.id, TrimKind.PARAPHRASE, saved)
        if can_float(item.kind) and not item.is_hit:
            kind = TrimKind.FLOAT_AIRED if state.aired_in else TrimKind.FLOAT
            yield TrimOption(item.id, kind, takes_ms, where=state.aired_in)

    def _sentences(self, row: _Row, airtime: datetime) -> Iterator[TrimOption]:
        script = row.text.script
        if not script.cuttable:
            return
        whole = self._ms(script, airtime, row.rate)
        for span in script.cuttable:
            saved = whole - self._ms(without(script, [span]), airtime, row.rate)
            words = script.body[slice(*span)]
            yield TrimOption(row.item.id, TrimKind.CUT_SENTENCE, saved, span=span, words=words)

    def _ms(self, script: Script, airtime: datetime, rate: int) -> int:
        return read_time_ms(self._revising.measure(script, airtime), rate)

    def _shorter(self, row: _Row, takes_ms: int, paraphrase: bool) -> Iterator[TrimOption]:
        """Yield the longest of the shorter texts that were approved once: the least is lost by it."""
        shorter: TrimOption | None = None
        for approval in row.text.approvals:
            if not approval.whole:
                continue
            takes = read_time_ms(approval.text.length, row.rate) + approval.text.clip_ms
            option = TrimOption(
                row.item.id,
                TrimKind.SHORTER_REVISION,
                takes_ms - takes,
                revision=approval.revision,
                by=approval.by_name,
                length_ms=takes,
            )
            if option.saves_ms > 0 and (shorter is None or option.saves_ms < shorter.saves_ms):
                shorter = option
        if shorter is not None and not paraphrase:
            yield shorter


@dataclass(frozen=True, slots=True)
class _Row:
    """A row, how its story stands, its texts, its reader's rate (syllables a minute), and whether no other
    row has the same story.
    """

    item: RundownItem
    state: StoryState
    text: _Text
    rate: int
    once: bool

    @property
    def is_newest(self) -> bool:
        """Whether the row goes by the story's newest words: only then may words be taken from it."""
        return self.item.revision is None or (
            self.item.approval_id == self.state.approval_id and self.state.approval_id is not None
        )


def _texts(queries: Queries, states: Mapping[int, StoryState]) -> dict[int, _Text]:
    cuttable = queries.bulletins.cuttable(states)
    approvals = queries.approvals.ended_of(states, ApprovalEnd.CHANGED)
    return {
        story_id: _Text(
            queries.script(story_id, state.revision) if story_id in cuttable else _NOTHING,
            approvals.get(story_id, ()),
        )
        for story_id, state in states.items()
    }
