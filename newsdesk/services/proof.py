"""The proof of one bulletin as one file: written by a newsroom, checked by anybody on any computer."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from newsdesk.domain.air_json import bulletin_from_plain
from newsdesk.domain.as_run import AirEvent, AsRunRow, JournalLine, first_broken_line, line_from_text
from newsdesk.domain.as_run_json import log_to_plain, wrong_texts
from newsdesk.domain.as_run_log import AsRunLog, log_of
from newsdesk.domain.audit import AuditEntry, Deed, Head, link
from newsdesk.errors import BadInput
from newsdesk.files import write_whole
from newsdesk.i18n import _
from newsdesk.services.proof_page import page

_MANIFEST, _LOG, _AUDIT, _PAGE = "manifest.json", "as-run.json", "audit.json", "log-siar.html"
_LONGEST = 100_000_000
"""Bytes of the longest part that is unpacked; a bulletin of 500 items has two million."""


@dataclass(frozen=True, slots=True)
class ProofPart:
    """One reading of the bulletin and the lines of its journal, as they stand in the newsroom."""

    run: AsRunRow
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything about one bulletin on air; ``made_at`` is UTC, ``zone`` the station's (IANA name).

    ``head`` is the newest entry of the newsroom's audit log when it was made.
    """

    newsroom: str
    zone: str
    made_at: datetime
    made_by: str
    parts: tuple[ProofPart, ...]
    entries: tuple[AuditEntry, ...]
    head: Head


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
    """What a look into a proof found. ``unsealed`` are readings whose end no entry of the log names."""

    newsroom: str
    bulletin: str
    readings: int
    items: int
    entries: int
    head: Head
    faults: tuple[Found, ...]
    unsealed: int = 0


def write_proof(path: Path, proof: Proof) -> None:
    """Write ``proof`` whole or not at all. Raises :class:`CannotSave`."""
    logs = [_log_of(_good(part.lines)) for part in proof.parts]
    told = [log for log in logs if log is not None]
    files = {
        **{_journal(part.run.session_id): _as_lines(part.lines) for part in proof.parts},
        _LOG: _json([log_to_plain(log) for log in told]),
        _AUDIT: _json({"entries": [_entry(one) for one in proof.entries], "head": asdict(proof.head)}),
        _PAGE: page(proof.newsroom, proof.zone, proof.made_at, proof.made_by, told, proof.head).encode(),
    }
    manifest = {
        "format": 1,
        "newsroom": proof.newsroom,
        "made_at": proof.made_at.isoformat(),
        "made_by": proof.made_by,
        "bulletin": proof.parts[0].run.name if proof.parts else "",
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {_MANIFEST: _json(manifest), **files}.items():
            archive.writestr(name, data)
    write_whole(path, packed.getvalue())


def check_proof(path: Path) -> ProofReport:
    """Look whether a proof is as it was written. Raises :class:`BadInput` for what is no proof at all.

    It shows that nothing in the file was changed, left out or put in since the newsroom sealed it. Who can
    write the whole file anew can seal it anew: the audit log's newest hash, printed on paper at the time, is
    what tells that.
    """
    files = _unpacked(path)
    try:
        manifest: Any = json.loads(files.pop(_MANIFEST))
        named: dict[str, str] = {str(name): str(seal) for name, seal in manifest["files"].items()}
        newsroom, bulletin = str(manifest["newsroom"]), str(manifest["bulletin"])
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BadInput(str(path), _("bukan berkas bukti siar")) from error
    faults = _compared(named, files)
    logs: list[AsRunLog] = []
    for name in sorted(files):
        if name.endswith(".journal"):
            lines, found = _journal_checked(name, files[name])
            faults += found
            log = _log_of(lines)
            if log is not None:
                logs.append(log)
                faults += [Found(ProofFault.TEXT, slug) for slug in wrong_texts(log)]
    if files.get(_LOG) != _json([log_to_plain(log) for log in logs]) and _LOG in files:
        faults.append(Found(ProofFault.LOG, _LOG))
    entries, head, found = _audit_checked(files.get(_AUDIT, b"{}"))
    faults += found
    seals, unsealed = _seals(entries, logs)
    faults += seals
    items = sum(len(log.lines) for log in logs)
    return ProofReport(newsroom, bulletin, len(logs), items, len(entries), head, tuple(faults), unsealed)


def _unpacked(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            if any(info.file_size > _LONGEST for info in infos):
                raise BadInput(str(path), _("bukan berkas bukti siar"))
            return {info.filename: archive.read(info) for info in infos}
    except OSError as error:
        raise BadInput(str(path), error.strerror or str(error)) from error
    except (zipfile.BadZipFile, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
        # RuntimeError: it wants a password; ValueError and EOFError: damage inside.
        raise BadInput(str(path), _("bukan berkas bukti siar")) from error


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
    except (KeyError, ValueError, TypeError, RecursionError):
        return [], Head(), [Found(ProofFault.ALTERED, _AUDIT)]
    faults = [Found(ProofFault.ENTRY, _AUDIT, one.number) for one in entries if link(one) != one.hash]
    by_number = {one.number: one for one in entries}
    for one in entries:
        before = by_number.get(one.number - 1)
        if before is not None and one.previous != before.hash:
            faults.append(Found(ProofFault.ENTRY, _AUDIT, one.number))
    return entries, head, faults


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
            faults.append(Found(ProofFault.SEAL, _journal(log.session_id), entry.number))
    return faults, unsealed


def _good(lines: Sequence[str]) -> list[JournalLine]:
    return _journal_checked("", _as_lines(lines))[0]


def _log_of(lines: Sequence[JournalLine]) -> AsRunLog | None:
    if not lines or lines[0].what is not AirEvent.BEGUN:
        return None
    try:
        return log_of(bulletin_from_plain(lines[0].data["air"]), lines)
    except (KeyError, ValueError, TypeError):
        return None  # sealed, but no bulletin: nothing can be told of it


def _journal(session_id: int) -> str:
    return f"{session_id}.journal"


def _as_lines(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _json(plain: object) -> bytes:
    return json.dumps(plain, ensure_ascii=True, sort_keys=True, indent=1).encode()


def _entry(entry: AuditEntry) -> dict[str, Any]:
    return {
        **{name: getattr(entry, name) for name in ("number", "person_id", "person", "act", "kind")},
        **{name: getattr(entry, name) for name in ("subject_id", "subject", "previous", "hash")},
        "at": entry.at.isoformat(),
        "before": dict(entry.before),
        "after": dict(entry.after),
    }


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
