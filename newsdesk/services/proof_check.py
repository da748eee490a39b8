"""Whether the proof of a bulletin is as its newsroom wrote it: looked at by anybody, on any computer."""

from __future__ import annotations

import hashlib
import io
import json
import lzma
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from newsdesk.domain.as_run import BrokenLine, JournalLine, first_broken_line, line_from_text
from newsdesk.domain.as_run_json import log_to_plain, wrong_texts
from newsdesk.domain.as_run_log import AsRunLog
from newsdesk.domain.audit import AuditEntry, Deed, Head, link
from newsdesk.errors import BadInput
from newsdesk.i18n import _
from newsdesk.services.proof import (
    AUDIT,
    JOURNAL,
    LOG,
    MANIFEST,
    PAGE,
    as_json,
    journal_name,
    seal_of_file,
    told_log,
)
from newsdesk.services.proof_page import page

_LONGEST = 100_000_000
"""Bytes of all that is unpacked; a bulletin of 500 items has two million."""
_SAID = re.compile(r"<(h2|p)>([^<]*(?:<(?!/|h2>|p>)[^<]*)*)</")
"""Each sign of a page is looked at once: a file may be made to take for ever."""
_SOME_TIME = datetime(2000, 1, 1, tzinfo=UTC)


class ProofFault(StrEnum):
    """What is wrong with a proof."""

    MISSING = "missing"
    """A part of the file is not there."""
    ALTERED = "altered"
    """A part is not as it was written."""
    STRANGE = "strange"
    """A part was put in."""
    LINE = "line"
    """A line of a journal is damaged, was altered or is missing."""
    TEXT = "text"
    """The words of an item are not those that were approved, by their digest."""
    LOG = "log"
    """The log as data does not say what the sealed lines say."""
    ENTRY = "entry"
    """An entry of the audit log is not as it was written."""
    SEAL = "seal"
    """The audit log names another last line for a journal than the one that is here."""


@dataclass(frozen=True, slots=True)
class Found:
    """One fault: where, and which line or entry (0 for none)."""

    fault: ProofFault
    where: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class ProofReport:
    """What a look into a proof found. ``unsealed`` are readings whose end no entry of the log names.

    ``seal`` is the file's own: the newsroom's audit log has it in the entry of the export.
    """

    newsroom: str
    bulletin: str
    readings: int
    items: int
    entries: int
    head: Head
    faults: tuple[Found, ...]
    unsealed: int = 0
    seal: str = ""


def check_proof(path: Path) -> ProofReport:
    """Look whether a proof is as it was written. Raises :class:`BadInput` for what is no proof at all.

    Every part is compared with the sealed lines, and they with the entry that sealed them. Who can write the
    whole file anew can seal it anew, and leave out entries: that shows only in the newsroom, whose audit log
    has the seal of the file as it was exported.
    """
    files, seal, twice = _unpacked(path)
    try:
        manifest: Any = json.loads(files.pop(MANIFEST))
        named: dict[str, str] = {str(name): str(seal) for name, seal in manifest["files"].items()}
        newsroom, bulletin = str(manifest["newsroom"]), str(manifest["bulletin"])
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BadInput(str(path), _("bukan berkas bukti siaran")) from error
    faults = [Found(ProofFault.STRANGE, name) for name in twice] + _compared(named, files)
    logs: list[AsRunLog] = []
    for name in sorted(files):
        if name.endswith(JOURNAL):
            lines, found = _journal_checked(name, files[name])
            faults += found
            log = told_log(lines)
            strange = BrokenLine(1, "") if log is None else log.broken
            if strange is not None and not found:
                faults.append(Found(ProofFault.LINE, name, strange.number))
            if log is not None:
                logs.append(log)
                faults += [Found(ProofFault.TEXT, slug) for slug in wrong_texts(log)]
    if files.get(LOG) != as_json([log_to_plain(log) for log in logs]) and LOG in files:
        faults.append(Found(ProofFault.LOG, LOG))
    if PAGE in files and _words(files[PAGE].decode(errors="replace")) != _words_of(logs):
        faults.append(Found(ProofFault.LOG, PAGE))
    entries, head, found = _audit_checked(files.get(AUDIT, b"{}"))
    faults += found + _not_approved(entries, logs)
    seals, unsealed = _seals(entries, logs)
    faults += seals
    items = sum(len(log.lines) for log in logs)
    return ProofReport(
        newsroom, bulletin, len(logs), items, len(entries), head, tuple(faults), unsealed, seal
    )


def _unpacked(path: Path) -> tuple[dict[str, bytes], str, list[str]]:
    """Return the parts by their names, the seal of the file, and names that two parts have."""
    try:
        with path.open("rb") as file:
            packed = file.read(_LONGEST + 1)  # a device has no end
        if len(packed) > _LONGEST:
            raise BadInput(str(path), _("bukan berkas bukti siaran"))
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            infos = archive.infolist()
            if sum(info.file_size for info in infos) > _LONGEST:
                raise BadInput(str(path), _("bukan berkas bukti siaran"))
            files = {info.filename: archive.read(info) for info in infos}
            names = Counter(info.filename for info in infos)
            return files, seal_of_file(packed), [name for name, times in names.items() if times > 1]
    except OSError as error:
        raise BadInput(str(path), error.strerror or str(error)) from error
    except (
        *(zipfile.BadZipFile, ValueError, RuntimeError, NotImplementedError, EOFError),
        *(zlib.error, lzma.LZMAError),
    ) as error:
        # RuntimeError: it wants a password; ValueError, EOFError and the packers' own: damage inside.
        raise BadInput(str(path), _("bukan berkas bukti siaran")) from error


def _words(html: str) -> list[tuple[str, str]]:
    """Return the headings and the words as read of a page, which are the same in every language."""
    return _SAID.findall(html)[1:-3]  # not who made it when, and how it is looked at


def _words_of(logs: Sequence[AsRunLog]) -> list[tuple[str, str]]:
    return _words(page("", "", _SOME_TIME, "", logs, Head()))


def _compared(named: Mapping[str, str], files: Mapping[str, bytes]) -> list[Found]:
    faults = [Found(ProofFault.STRANGE, name) for name in files if name not in named]
    for name, seal in named.items():
        if name not in files:
            faults.append(Found(ProofFault.MISSING, name))
        elif hashlib.sha256(files[name]).hexdigest() != seal:
            faults.append(Found(ProofFault.ALTERED, name))
    return faults


def _journal_checked(name: str, data: bytes) -> tuple[list[JournalLine], list[Found]]:
    lines: list[JournalLine] = []
    faults: list[Found] = []
    for place, raw in enumerate(data.split(b"\n")[:-1], 1):
        try:
            lines.append(line_from_text(raw.decode()))
        except ValueError:
            faults.append(Found(ProofFault.LINE, name, place))
    broken = first_broken_line(lines)
    if broken is not None and not faults:
        faults.append(Found(ProofFault.LINE, name, broken.number))
    return lines, faults


def _audit_checked(data: bytes) -> tuple[list[AuditEntry], Head, list[Found]]:
    try:
        raw: Any = json.loads(data)
        entries = [_entry_from(one) for one in raw["entries"]]
        head = Head(int(raw["head"]["number"]), str(raw["head"]["hash"]))
        # ValueError also of an entry that cannot be hashed: half a character.
        faults = [Found(ProofFault.ENTRY, AUDIT, one.number) for one in entries if link(one) != one.hash]
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return [], Head(), [Found(ProofFault.ALTERED, AUDIT)]
    by_number = {one.number: one for one in entries}
    for one in entries:
        before = by_number.get(one.number - 1)
        if before is not None and one.previous != before.hash:
            faults.append(Found(ProofFault.ENTRY, AUDIT, one.number))
    return entries, head, faults


def _not_approved(entries: Sequence[AuditEntry], logs: Sequence[AsRunLog]) -> list[Found]:
    """Return the items that are said to be approved in words that the audit log knows no approval of."""
    deeds = (Deed.APPROVE, Deed.APPROVE_OWN, Deed.APPROVE_SAYINGS)
    approved = {(one.subject_id, one.after.get("text")) for one in entries if one.act in deeds}
    lines = [one for log in logs for line in log.lines for one in (line.item, line.begun_with)]
    wrong = (one for one in lines if one is not None and one.approval_id is not None)
    slugs = (one.slug for one in wrong if (one.story_id, one.digest) not in approved)
    return [Found(ProofFault.TEXT, slug) for slug in dict.fromkeys(slugs)]


def _seals(entries: Sequence[AuditEntry], logs: Sequence[AsRunLog]) -> tuple[list[Found], int]:
    """Return journals whose last line is not the one that the audit log names, and how many it does not."""
    named = {one.after.get("reading", ""): one for one in entries if one.act == Deed.END_AIR}
    faults: list[Found] = []
    unsealed = 0
    for log in logs:
        entry = named.get(str(log.session_id))
        if entry is None:
            unsealed += 1
        elif (entry.after.get("lines"), entry.after.get("hash")) != (str(log.head[0]), log.head[1]):
            faults.append(Found(ProofFault.SEAL, journal_name(log.session_id), entry.number))
    return faults, unsealed


def _entry_from(raw: Any) -> AuditEntry:
    return AuditEntry(
        number=int(raw["number"]),
        at=datetime.fromisoformat(raw["at"]),
        person_id=int(raw["person_id"]),
        person=str(raw["person"]),
        act=str(raw["act"]),
        kind=str(raw["kind"]),
        subject_id=int(raw["subject_id"]),
        subject=str(raw["subject"]),
        before={str(key): str(value) for key, value in raw["before"].items()},
        after={str(key): str(value) for key, value in raw["after"].items()},
        previous=str(raw["previous"]),
        hash=str(raw["hash"]),
    )
