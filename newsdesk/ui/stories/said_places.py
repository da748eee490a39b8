"""The places of one script that are said in their own way, kept on their token while the words change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class SaidPlace(NamedTuple):
    """``[start, end)`` (UTF-16 units of the document) is said ``spoken``; ``key`` is its identity."""

    key: int
    start: int
    end: int
    spoken: str


def moved(place: SaidPlace, at: int, removed: int, added: int) -> SaidPlace | None:
    """Return ``place`` after ``removed`` units at ``at`` became ``added`` ones; None when it was touched.

    Words at either edge stay outside.
    """
    if at + removed <= place.start:
        return place._replace(start=place.start + added - removed, end=place.end + added - removed)
    return place if at >= place.end else None


class SaidPlaces:
    """The corrections of one open story.

    They go with their token and come back with it by undo. ``step`` is the number of undo steps that the
    document holds: a state of the document is that number, until the words are changed anew.
    """

    def __init__(self) -> None:
        self.places: tuple[SaidPlace, ...] = ()
        self._at_step: dict[int, tuple[SaidPlace, ...]] = {}
        self._gone: tuple[SaidPlace, ...] = ()
        self._next = 1

    def load(self, said: Iterable[tuple[int, int, str]], step: int) -> None:
        """Start anew with ``(start, end, spoken)``."""
        self.places = self._gone = ()
        self.restart(step)
        for start, end, spoken in said:
            self.say(start, end, spoken, step)

    def restart(self, step: int) -> None:
        """Forget what stood before: the document's history begins here, at ``step``."""
        self._at_step = {step: self.places}

    def say(self, start: int, end: int, spoken: str, step: int) -> SaidPlace:
        """Say ``[start, end)`` so from now on, whatever was said there before; return the place."""
        self.take_back(self.within(start, end))
        place = SaidPlace(self._next, start, end, spoken)
        self._next += 1
        self._put((place,), step)
        return place

    def take_back(self, gone: Iterable[SaidPlace]) -> tuple[SaidPlace, ...]:
        """Take corrections away and return them where they stood: only :meth:`put_back` brings them back."""
        keys = {place.key for place in gone}
        taken = tuple(place for place in self.places if place.key in keys)
        if taken:
            self._gone += taken
            self.places = tuple(place for place in self.places if place.key not in keys)
            for step, places in self._at_step.items():
                self._at_step[step] = tuple(place for place in places if place.key not in keys)
        return taken

    def put_back(self, gone: Iterable[SaidPlace], step: int) -> tuple[SaidPlace, ...]:
        """Say again what :meth:`take_back` took, where those words stand by now; return those places."""
        keys = {place.key for place in gone}
        back = tuple(
            place for place in self._gone if place.key in keys and not self.within(place.start, place.end)
        )
        self._gone = tuple(place for place in self._gone if place.key not in keys)
        self._put(back, step)
        return back

    def within(self, start: int, end: int) -> tuple[SaidPlace, ...]:
        """Return the places that share a letter with ``[start, end)``."""
        return tuple(place for place in self.places if place.start < end and place.end > start)

    def edited(self, at: int, removed: int, added: int, step: int) -> None:
        """Follow an edit of the words."""
        self.stepped(at, removed, added)
        for later in [known for known in self._at_step if known > step]:
            del self._at_step[later]
        self._at_step[step] = self.places

    def stepped(self, at: int, removed: int, added: int) -> None:
        """Follow one change made by undo or redo; :meth:`settle` comes when the whole step is done."""
        self.places = _moved(self.places, at, removed, added)
        self._gone = _moved(self._gone, at, removed, added)

    def settle(self, step: int) -> None:
        """Put back what stood when the document was at ``step``; what was said since then stays said."""
        before = self._at_step.get(step)
        if before is None:
            return
        known = {place.key for place in before}
        since = [place for place in self.places if place.key not in known]
        self.places = tuple(before)
        self._put(tuple(place for place in since if not self.within(place.start, place.end)), step)

    def _put(self, more: tuple[SaidPlace, ...], step: int) -> None:
        self.places = tuple(sorted((*self.places, *more), key=lambda place: place.start))
        self._at_step[step] = self.places


def _moved(places: tuple[SaidPlace, ...], at: int, removed: int, added: int) -> tuple[SaidPlace, ...]:
    if not places:
        return places
    kept = (moved(place, at, removed, added) for place in places)
    return tuple(place for place in kept if place is not None)
