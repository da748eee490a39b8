"""Which sources of the register may be one person, or one body, written differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from newsdesk.domain.attribution import Source
from newsdesk.domain.name_words import MUHAMMAD
from newsdesk.domain.names import (
    Called,
    Words,
    many_hold,
    meet,
    one_slip,
    readings,
    same_words,
    written_out,
)

_FEWEST_DIGITS = 8
_FEWEST_LETTERS = 6


class Why(StrEnum):
    """Why two sources may be one."""

    SAME_NAME = "same-name"
    """One name, and offices that do not speak against it."""
    OTHER_OFFICE = "other-office"
    """One full name in two offices: somebody who changed posts, or a namesake."""
    SHORT_NAME = "short-name"
    """One name is a part of the other, and the office is the same."""
    SPELLING = "spelling"
    """The names differ in one letter."""
    SAME_NUMBER = "same-number"
    """One name, and a contact that both have."""
    SAME_BODY = "same-body"
    """One organisation, written in two ways."""


class Likeness(NamedTuple):
    """Why two sources may be one; ``sure`` when hardly anything speaks against it."""

    why: Why
    sure: bool


class Duplicate(NamedTuple):
    """Two sources that may be one; ``keep`` is the one that says more, or else was there first."""

    keep: Source
    gone: Source
    why: Why
    sure: bool


def judge(one: Source, other: Source) -> Likeness | None:
    """Return why two sources may be one; None when nothing says so.

    Namesakes in different offices are only ever perhaps one, and never when all they share is a single word.
    """
    return _judge(_seen(one), _seen(other))


def likely_duplicates(sources: Iterable[Source], of: Sequence[int] = ()) -> list[Duplicate]:
    """Return the pairs of ``sources`` that may be one, the surest first, then by name.

    ``of`` asks for pairs with one of these numbers only. Names meet by the words they share, so the time
    grows with the sources, not with their square.
    """
    seen = [_seen(source) for source in sources]
    wanted = {at for at, one in enumerate(seen) if one.source.id in of} if of else None
    found: list[Duplicate] = []
    for a, b in _candidates(seen, wanted):
        one, other = seen[a], seen[b]
        likeness = _judge(one, other)
        if likeness is not None:
            keep, gone = sorted((one, other), key=_weight)
            found.append(Duplicate(keep.source, gone.source, *likeness))
    return sorted(found, key=lambda pair: (not pair.sure, pair.keep.name.casefold(), pair.gone.id))


# ---------------------------------------------------------------- two sources


class _Post(NamedTuple):
    title: Words
    body: Words


class _Seen(NamedTuple):
    """A source as it is compared."""

    source: Source
    calls: tuple[Called, ...]
    posts: tuple[_Post, ...]
    body: Words
    contacts: frozenset[str]


def _seen(source: Source) -> _Seen:
    offices = [(office.title, office.organisation) for office in source.offices]
    if source.person and (source.office or source.organisation):
        offices.append((source.office, source.organisation))
    return _Seen(
        source,
        readings(source.person) if source.person else (),
        tuple(dict.fromkeys(_Post(written_out(title), written_out(body)) for title, body in offices)),
        () if source.person else written_out(source.organisation),
        frozenset(filter(None, (_contact(contact.value) for contact in source.contacts))),
    )


def _judge(one: _Seen, other: _Seen) -> Likeness | None:
    if one.body or other.body:
        return Likeness(Why.SAME_BODY, sure=True) if one.body == other.body else None
    ways = [
        likeness
        for a in one.calls
        for b in other.calls
        if (likeness := _called_alike(one, a, other, b)) is not None
    ]
    return max(ways, key=lambda likeness: likeness.sure, default=None)


def _called_alike(one: _Seen, a: Called, other: _Seen, b: Called) -> Likeness | None:
    mine, theirs = _posts(one, a), _posts(other, b)
    together = [(p, q) for p in mine for q in theirs if _one_post(p, q)]
    clash = bool(mine and theirs) and not together
    telling = any(not many_hold(p.title) for p, _q in together)
    words = min(len(a.name), len(b.name))
    if one.contacts & other.contacts and (same_words(a.name, b.name) or _part_of(a, b)):
        return Likeness(Why.SAME_NUMBER, sure=not clash)
    if same_words(a.name, b.name):
        if clash:
            return Likeness(Why.OTHER_OFFICE, sure=False) if words > 1 else None
        return Likeness(Why.SAME_NAME, sure=telling or (words > 1 and bool(together)))
    if clash:
        return None
    if _part_of(a, b):
        return Likeness(Why.SHORT_NAME, sure=telling) if together or words > 1 else None
    if _slip(a.name, b.name) and (together or words > 1):
        return Likeness(Why.SPELLING, sure=telling)
    return None


def _posts(seen: _Seen, called: Called) -> Sequence[_Post]:
    return (*seen.posts, _Post(called.office, ())) if called.office else seen.posts


def _one_post(one: _Post, other: _Post) -> bool:
    whole = meet((*one.title, *one.body), (*other.title, *other.body))
    bodies = not one.body or not other.body or meet(one.body, other.body)
    return whole or (bodies and meet(one.title, other.title))


def _part_of(a: Called, b: Called) -> bool:
    """Say whether one name is a part of the other; one read out of an office may only be the shorter."""
    short, long = (a, b) if len(a.name) < len(b.name) else (b, a)
    return not long.office and len(short.name) < len(long.name) and set(short.name) <= set(long.name)


def _slip(one: Words, other: Words) -> bool:
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    fewest = _FEWEST_LETTERS if len(one) == 1 else _FEWEST_LETTERS - 1
    return min(len(a), len(b)) >= fewest and one_slip(a, b)


def _contact(value: str) -> str:
    """Return a contact as it is compared: a number from its national zero on, else letters alike."""
    digits = "".join(letter for letter in value if letter.isdigit())
    if len(digits) >= _FEWEST_DIGITS:
        return "0" + digits.removeprefix("62").lstrip("0")
    return value.strip().casefold() if "@" in value else ""


def _weight(seen: _Seen) -> tuple[bool, int, bool, int]:
    """Sort what says most first: a name without an office in it, the longer name, an office, the older."""
    called = seen.calls[0] if seen.calls else Called((), ())
    return (bool(called.office), -len(called.name), not seen.posts, seen.source.id)


# ---------------------------------------------------------------- who is compared with whom


def _candidates(seen: Sequence[_Seen], wanted: set[int] | None) -> Iterator[tuple[int, int]]:
    """Yield each pair of places once that may be alike: names that share enough words, or a contact.

    With ``wanted`` only pairs with one of these places.
    """
    holding: defaultdict[str, set[int]] = defaultdict(set)
    alone: defaultdict[str, set[int]] = defaultdict(set)
    alike: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for at, one in enumerate(seen):
        if one.body:
            alike["body", *one.body].add(at)
        for contact in one.contacts:
            alike["contact", contact].add(at)
        for call in one.calls:
            words = _telling(call.name)
            for word in words:
                holding[word].add(at)
            if len(words) == 1:
                alone[words[0]].add(at)
            for key in _keys(words):
                alike[key].add(at)
    groups = [_pairs(places, places, wanted) for places in alike.values() if len(places) > 1]
    groups += [_pairs(places, holding[word], wanted) for word, places in alone.items()]
    told: set[tuple[int, int]] = set()
    for group in groups:
        for pair in group:
            if pair not in told:
                told.add(pair)
                yield pair


def _pairs(some: set[int], others: set[int], wanted: set[int] | None) -> Iterator[tuple[int, int]]:
    """Yield each of ``some`` with each of ``others``, the smaller place first; some pairs come twice."""
    if wanted is None:
        if some is others:
            return combinations(sorted(some), 2)
        return ((min(one, other), max(one, other)) for one in some for other in others if one != other)
    ways = [(some & wanted, others), (some, others & wanted)]
    return (
        (min(one, other), max(one, other))
        for these, those in ways
        if these and those
        for one in these
        for other in those
        if one != other
    )


def _telling(name: Words) -> list[str]:
    """Return the words of a name that are no initials, and no Muhammad where there is another."""
    words = [word for word in dict.fromkeys(name) if len(word) > 1 and word != MUHAMMAD]
    return words or list(dict.fromkeys(name))


def _keys(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield what two names of several words share when they may be alike, with one slip at most."""
    if len(words) == 1:
        yield "slip", words[0][:3]
        yield "slip", "", words[0][-3:]
    for one, other in combinations(sorted(words), 2):
        yield one, other
        if len(words) == 2:
            for stays, slips in ((one, other), (other, one)):
                yield "slip", stays, slips[:2]
                yield "slip", stays, "", slips[-2:]
