"""Passages tied to sources, kept in place while the words round them change, also by undo."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Tie(NamedTuple):
    """The passage ``[start, end)`` (UTF-16 units of the document) of one source.

    ``key`` is its identity while the story is open, so that undo finds it again.
    """

    key: int
    source_id: int
    start: int
    end: int
    quote: bool


def shifted(tie: Tie, at: int, removed: int, added: int) -> Tie | None:
    """Return ``tie`` after ``removed`` units at ``at`` became ``added`` ones; None when all of it went.

    Words typed inside stretch it; words typed at either edge stay outside.
    """
    gone = at + removed
    moved = added - removed
    start = tie.start if tie.start < at else at + added if tie.start < gone else tie.start + moved
    end = tie.end if tie.end <= at else at if tie.end <= gone else tie.end + moved
    return tie._replace(start=start, end=end) if start < end else None


class Passages:
    """The ties of one open story.

    ``step`` is the number of undo steps that the document holds: a state of the document is that number,
    until the words are changed anew.
    """

    def __init__(self) -> None:
        self.ties: tuple[Tie, ...] = ()
        self._at_step: dict[int, tuple[Tie, ...]] = {}
        self._followed: tuple[Tie, ...] = ()
        self._next = 1

    def load(self, spans: Iterable[tuple[int, int, int, bool]], step: int) -> None:
        """Start anew with ``(source_id, start, end, quote)``."""
        self._at_step.clear()
        self.ties = self._followed = ()
        for source_id, start, end, quote in spans:
            self.add(source_id, start, end, quote, step)
        self.restart(step)

    def restart(self, step: int) -> None:
        """Forget what stood before: the document's history begins here, at ``step``."""
        self._at_step = {step: self.ties}

    def add(self, source_id: int, start: int, end: int, quote: bool, step: int) -> Tie:
        """Tie a passage; the same passage of the same source stays one."""
        for tie in self.ties:
            if (tie.source_id, tie.start, tie.end) == (source_id, start, end):
                return tie
        tie = Tie(self._new_key(), source_id, start, end, quote)
        self.ties = tuple(sorted((*self.ties, tie), key=lambda one: (one.start, one.end)))
        self._at_step[step] = self.ties
        return tie

    def remove(self, gone: Iterable[Tie]) -> None:
        """Untie passages, for good: undo of words does not bring them back, only :meth:`tie_again`."""
        keys = {tie.key for tie in gone}
        self._followed += tuple(tie for tie in self.ties if tie.key in keys)
        self.ties = tuple(tie for tie in self.ties if tie.key not in keys)
        for step, ties in self._at_step.items():
            self._at_step[step] = tuple(tie for tie in ties if tie.key not in keys)

    def tie_again(self, gone: Iterable[Tie], step: int) -> None:
        """Tie what :meth:`remove` untied, where those words stand by now; not words that are gone."""
        for tie in gone:
            place = self.where(tie.key)
            if place is not None:
                self.add(tie.source_id, *place, tie.quote, step)

    def follow(self, start: int, end: int) -> int:
        """Follow a passage that is tied to nobody yet; return the key that :meth:`where` wants."""
        key = self._new_key()
        self._followed += (Tie(key, 0, start, end, False),)
        return key

    def where(self, key: int) -> tuple[int, int] | None:
        """Return where a followed or untied passage stands by now; None when its words are gone."""
        return next(((one.start, one.end) for one in self._followed if one.key == key), None)

    def _new_key(self) -> int:
        self._next += 1
        return self._next - 1

    def edited(self, at: int, removed: int, added: int, step: int) -> None:
        """Follow an edit of the words."""
        self._shift(at, removed, added)
        for later in [known for known in self._at_step if known > step]:
            del self._at_step[later]
        self._at_step[step] = self.ties

    def stepped(self, at: int, removed: int, added: int) -> None:
        """Follow one change made by undo or redo; :meth:`settle` comes when the whole step is done."""
        self._shift(at, removed, added)

    def settle(self, step: int) -> None:
        """Put back what stood when the document was at ``step``; ties made since then keep their place."""
        before = self._at_step.get(step)
        if before is None:
            return
        known = {tie.key for tie in before}
        since = [tie for tie in self.ties if tie.key not in known]
        self.ties = tuple(sorted((*before, *since), key=lambda one: (one.start, one.end)))

    def _shift(self, at: int, removed: int, added: int) -> None:
        self.ties = _shifted(self.ties, at, removed, added)
        self._followed = _shifted(self._followed, at, removed, added)


def _shifted(ties: tuple[Tie, ...], at: int, removed: int, added: int) -> tuple[Tie, ...]:
    if not ties:
        return ties
    moved = (shifted(tie, at, removed, added) for tie in ties)
    return tuple(tie for tie in moved if tie is not None)
