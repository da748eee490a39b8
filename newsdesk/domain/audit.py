"""The audit log: every act as an entry, and the chain that shows when one was changed afterwards.

Each entry carries the hash of the one before. Who changes, removes or puts in an entry breaks the chain from
there on, unless every later entry is made anew as well: that shows in a hash that was written down elsewhere,
as the one at the foot of every printed rundown. So the chain detects; on one computer nothing can prevent.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
BEGINNING = ""
"""What the first entry carries as the hash of the one before."""


class Deed(StrEnum):
    """What the log calls an act. The words are kept for good: a deed may be added, none renamed."""

    # stories
    SAVE = "save"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    RESTORE_REVISION = "restore-revision"
    TAKE_OVER = "take-over"
    KEEP_TAKEN_OVER = "keep-taken-over"
    """What the one who was writing had typed became a revision of theirs when another took over."""
    SPIKE = "spike"
    UNSPIKE = "unspike"
    TRASH = "trash"
    UNTRASH = "untrash"
    PLAN = "plan"
    DESK = "desk"
    LET_BE = "let-be"
    NOT_LET_BE = "not-let-be"
    # reviewing
    APPROVE = "approve"
    APPROVE_OWN = "approve-own"
    """Approving a story of one's own, at a station that allows it."""
    APPROVE_SAYINGS = "approve-sayings"
    """Approving the words that were approved before as they are said by now."""
    END_APPROVAL = "end-approval"
    EMBARGO = "embargo"
    CORRECT = "correct"
    KILL = "kill"
    AIR = "air"
    COMMENT = "comment"
    SETTLE_COMMENT = "settle-comment"
    REOPEN_COMMENT = "reopen-comment"
    # on air
    BEGIN_AIR = "begin-air"
    """A bulletin began to be read on air."""
    END_AIR = "end-air"
    """A bulletin was read to its end; what it says names the last line of its log."""
    LEARN_RATE = "learn-rate"
    RESET_RATE = "reset-rate"
    EXPORT_PROOF = "export-proof"
    # registers and settings: with the kind of entry they say what was done
    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"
    MERGE = "merge"
    UNDO = "undo"
    IMPORT = "import"
    TELL_APART = "tell-apart"
    CHECK = "check"
    # bulletins
    RUNDOWN = "rundown"
    """Its rows were changed."""
    READY = "ready"
    SIGN_READY = "sign-ready"
    """It was called ready although something was missing, by who answers for it."""
    NOT_READY = "not-ready"
    FLASH = "flash"
    TRIM = "trim"
    # people
    MODE = "mode"
    SIGN_IN = "sign-in"
    SIGN_OUT = "sign-out"
    WRONG_PASSWORD = "wrong-password"
    SET_PASSWORD = "set-password"
    RECOVER = "recover"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act: ``number`` counts from 1 without a gap, ``at`` is UTC.

    ``person`` is what the person was called then; ``kind`` and ``subject_id`` name what it was done to
    (``subject_id`` 0 for what has no number), ``subject`` says it in words. ``before`` and ``after`` are
    short: a status, a number, a name; of longer text its :func:`digest`.
    """

    number: int
    at: datetime
    person_id: int
    person: str
    act: str
    kind: str
    subject_id: int
    subject: str
    before: Mapping[str, str] = field(default_factory=dict[str, str])
    after: Mapping[str, str] = field(default_factory=dict[str, str])
    previous: str = BEGINNING
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry's number and hash: all of the log in one line. Number 0 before the first act."""

    number: int = 0
    hash: str = BEGINNING


class Fault(StrEnum):
    """How a link of the chain is broken."""

    CHANGED = "changed"
    """The entry does not say what it said when it was written."""
    MISSING = "missing"
    """Entries between the one before and this one, or after this one, are gone."""
    UNLINKED = "unlinked"
    """The entry does not follow from the one before: that one was made anew, or this one put in."""
    UNREADABLE = "unreadable"
    """What stands there is no entry."""
    HEAD = "head"
    """What the newsroom notes apart from the log as its newest entry is not the newest entry."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The first broken link: the number of the entry, and the entry as it stands there, if it can be read.

    For :attr:`Fault.MISSING` ``number`` is the first that is gone, and ``entry`` the one found instead.
    """

    number: int
    fault: Fault
    entry: AuditEntry | None = None


def link(entry: AuditEntry) -> str:
    """Return the hash of an entry: SHA-256, in hexadecimal, over everything in it but the hash itself.

    What is hashed is canonical JSON: keys sorted, nothing between, UTF-8; so the hash does not depend on
    how a database keeps the entry.
    """
    plain = [
        entry.number,
        moment_as_text(entry.at),
        entry.person_id,
        entry.person,
        entry.act,
        entry.kind,
        entry.subject_id,
        entry.subject,
        dict(entry.before),
        dict(entry.after),
        entry.previous,
    ]
    return hashlib.sha256(canonical(plain).encode()).hexdigest()


def linked(entry: AuditEntry, head: Head) -> AuditEntry:
    """Return an entry as the next one after ``head``, with its number and its hashes."""
    entry = replace(entry, number=head.number + 1, previous=head.hash, hash="")
    return replace(entry, hash=link(entry))


def first_broken(entries: Iterable[AuditEntry | int], head: Head | None = None) -> Broken | None:
    """Return the first broken link of a log, read from its first entry; None when it is whole.

    A number stands for an entry that cannot be read. ``head`` is what is known from elsewhere to be the
    newest entry: with it, entries missing at the end are found as well.
    """
    last = Head()
    for entry in entries:
        if isinstance(entry, int):
            return Broken(entry, Fault.UNREADABLE)
        if entry.number != last.number + 1:
            return Broken(last.number + 1, Fault.MISSING, entry)
        if entry.hash != link(entry):
            return Broken(entry.number, Fault.CHANGED, entry)
        if entry.previous != last.hash:
            return Broken(entry.number, Fault.UNLINKED, entry)
        last = Head(entry.number, entry.hash)
    if head is None or head == last:
        return None
    if head.number > last.number:
        return Broken(last.number + 1, Fault.MISSING)
    return Broken(last.number, Fault.HEAD)


def digest(text: str) -> str:
    """Return what stands for a long text in an entry: the first 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def canonical(plain: object) -> str:
    """Return JSON that is always the same for the same data."""
    return _CANONICAL.encode(plain)


def moment_as_text(at: datetime) -> str:
    """Return a moment as the log keeps it: ISO 8601, UTC, to the microsecond; so texts sort as moments do."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
