"""What could be taken out of a bulletin that is too long, by how little each does harm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from newsdesk.domain.merging import take_change
from newsdesk.domain.readable_changes import Change
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.domain.rundown_timing import TimedRundown
from newsdesk.domain.story import Script

_NOTHING = Script()


class TrimKind(StrEnum):
    """How a row is made shorter, the least harm first."""

    CUT_SENTENCE = "cut_sentence"
    """A sentence goes that its writer marked as one that may; the story waits for an editor again."""
    PARAPHRASE = "paraphrase"
    """The paraphrases are read instead of the clips; the facts stay, the voices go."""
    FLOAT_AIRED = "float_aired"
    """A story goes that was heard in an earlier bulletin."""
    SHORTER_REVISION = "shorter_revision"
    """An earlier, shorter text that was once approved; what is new since then goes."""
    FLOAT = "float"
    """A story goes that nobody has heard yet."""


@dataclass(frozen=True, slots=True)
class TrimOption:
    """One way to save ``saves_ms`` in the row ``item_id``, for its reader.

    ``until`` is the hard hit that it helps to meet, None for the close. ``span`` (code points of the pinned
    text) and ``words`` are the sentence that goes; ``revision`` is the shorter one; ``where`` the bulletin in
    which the story was heard; ``by`` who wrote the shorter one, and ``length_ms`` how long it takes.
    """

    item_id: int
    kind: TrimKind
    saves_ms: int
    slug: str = ""
    until: int | None = None
    span: tuple[int, int] | None = None
    words: str = ""
    revision: int | None = None
    where: str = ""
    by: str = ""
    length_ms: int = 0

    @property
    def asks_again(self) -> bool:
        """Whether the story waits for an editor once it is applied."""
        return self.kind in {TrimKind.CUT_SENTENCE, TrimKind.SHORTER_REVISION}

    def goes_with(self, other: TrimOption) -> bool:
        """Return whether both can be applied: of one row only its sentences and its paraphrases together."""
        if self.item_id != other.item_id:
            return True
        together = {TrimKind.CUT_SENTENCE, TrimKind.PARAPHRASE}
        return self.kind in together and other.kind in together and self != other


_HARM = {kind: place for place, kind in enumerate(TrimKind)}


def by_harm(options: Iterable[TrimOption], rundown: Rundown) -> tuple[TrimOption, ...]:
    """Return options, the least harm first; of a kind, the last row first.

    News goes from the weightiest to the lightest, in a bulletin as in a story. What saves nothing goes.
    """
    real = (option for option in options if option.saves_ms > 0)
    return tuple(
        sorted(
            real,
            key=lambda option: (
                _HARM[option.kind],
                -rundown.places.get(option.item_id, 0),
                -(option.span or (0, 0))[0],
            ),
        )
    )


def enough(options: Sequence[TrimOption], timed: TimedRundown, tolerance_ms: int = 0) -> list[TrimOption]:
    """Return those of ``options``, taken in their order, that bring every hit back in time.

    For each hit that is over: as many as are needed, less those that the others turn out to make needless.
    """
    chosen: list[TrimOption] = []
    for hit in timed.hits:
        need = hit.over_ms - tolerance_ms
        part: list[TrimOption] = []
        for option in options:
            if saved_ms(part) >= need:
                break
            if option.until != hit.item_id:
                continue
            fitting = [one for one in part if option.goes_with(one)]
            # A story is not spared for a sentence of its own that saves too little, and the next one dropped.
            if len(fitting) == len(part) or saved_ms(fitting) + option.saves_ms >= need:
                part = [*fitting, option]
        for option in reversed(part[:-1]):
            if saved_ms(part) - option.saves_ms >= need:
                part.remove(option)
        chosen += part
    return chosen


def saved_ms(options: Iterable[TrimOption]) -> int:
    """Return what options save together."""
    return sum(option.saves_ms for option in options)


def hits_below(rundown: Rundown) -> dict[int, int | None]:
    """Return for every row on air the hard hit that it has to be over for, None for the close.

    A hard hit itself can no longer be late: what it takes counts for the next.
    """
    below: dict[int, int | None] = {}
    until: int | None = None
    for item in reversed(rundown.items):
        if item.floated:
            continue
        below[item.id] = until
        if item.is_hit:
            until = item.id
    return below


def can_float(kind: ItemKind) -> bool:
    """Return whether a row of this kind is the newsroom's to leave out: sold time and joins are not."""
    return kind is ItemKind.STORY


def taken_back(now: RundownItem, before: RundownItem, after: RundownItem) -> RundownItem:
    """Return a row as it was before suggestions made ``after`` of it; what else became of it since stays."""
    if after.floated != before.floated:
        now = replace(now, floated=before.floated)
    if after.paraphrase != before.paraphrase:
        now = replace(now, paraphrase=before.paraphrase)
    if (after.approval_id, after.cut) != (before.approval_id, before.cut):
        now = replace(now, revision=before.revision, approval_id=before.approval_id, cut=before.cut)
    return now


def without(script: Script, spans: Iterable[tuple[int, int]]) -> Script:
    r"""Return ``script`` without these spans of its body; what is tied to the rest stays tied to it.

    A space that would be doubled goes with the sentence, and so does the line it stood alone on. Spans that
    reach beyond the body are passed over.

    >>> without(Script(body="Satu. Dua. Tiga.\nEmpat."), [(6, 10), (17, 23)]).body
    'Satu. Tiga.'
    """
    for start, end in sorted(set(spans), reverse=True):
        if 0 <= start < end <= len(script.body):
            start, end = _with_its_space(script.body, start, end)
            script = take_change(script, _NOTHING, Change(start, end, 0, 0))
    return script


def _with_its_space(body: str, start: int, end: int) -> tuple[int, int]:
    begins = start == 0 or body[start - 1] == "\n"
    ends = end == len(body) or body[end] == "\n"
    if begins and ends:
        # A line of its own: with the line's end, or, the last one, with the end of the line above.
        return (start, end + 1) if end < len(body) else (max(0, start - 1), end)
    if not ends and body[end] == " ":
        return start, end + 1
    if not begins and body[start - 1] == " ":
        return start - 1, end
    return start, end
