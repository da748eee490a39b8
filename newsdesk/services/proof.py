"""The proof of one bulletin as one file; :mod:`newsdesk.services.proof_check` looks whether one is whole."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from newsdesk.domain.air_json import bulletin_from_plain
from newsdesk.domain.as_run import AirEvent, AsRunRow, JournalLine, line_from_text
from newsdesk.domain.as_run_json import log_to_plain
from newsdesk.domain.as_run_log import AsRunLog
from newsdesk.domain.as_run_telling import log_of
from newsdesk.domain.audit import AuditEntry, Head
from newsdesk.files import write_whole
from newsdesk.services.proof_page import page

MANIFEST, LOG, AUDIT, PAGE = "manifest.json", "as-run.json", "audit.json", "log-siar.html"
JOURNAL = ".journal"
"""The end of the names of what holds a reading's lines."""


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


def write_proof(path: Path, proof: Proof) -> str:
    """Write ``proof`` whole or not at all, and return the file's seal. Raises :class:`CannotSave`."""
    parts = {journal_name(part.run.session_id): part for part in proof.parts}
    # In the order of their names, which is all the order that a file's parts have.
    logs = [told_log(_good(part.lines)) for _, part in sorted(parts.items(), key=_name)]
    told = [log for log in logs if log is not None]
    files = {
        **{name: _as_lines(part.lines) for name, part in parts.items()},
        LOG: as_json([log_to_plain(log) for log in told]),
        AUDIT: as_json({"entries": [_entry(one) for one in proof.entries], "head": asdict(proof.head)}),
        PAGE: page(proof.newsroom, proof.zone, proof.made_at, proof.made_by, told, proof.head).encode(),
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
        for name, data in {MANIFEST: as_json(manifest), **files}.items():
            archive.writestr(name, data)
    write_whole(path, packed.getvalue())
    return seal_of_file(packed.getvalue())


def seal_of_file(data: bytes) -> str:
    """Return what the newsroom's audit log knows the file of a proof by: its SHA-256 (hexadecimal)."""
    return hashlib.sha256(data).hexdigest()


def told_log(lines: Sequence[JournalLine]) -> AsRunLog | None:
    """Return what a journal tells, None where its first line does not say of which bulletin."""
    if not lines or lines[0].what is not AirEvent.BEGUN:
        return None
    try:
        return log_of(bulletin_from_plain(lines[0].data["air"]), lines)
    except (KeyError, ValueError, TypeError):
        return None  # sealed, but no bulletin: nothing can be told of it


def journal_name(session_id: int) -> str:
    """Return the name of the part that holds a reading's lines."""
    return f"{session_id}{JOURNAL}"


def _as_lines(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def as_json(plain: object) -> bytes:
    """Return JSON that is always the same for the same data."""
    return json.dumps(plain, ensure_ascii=True, sort_keys=True, indent=1).encode()


def _entry(entry: AuditEntry) -> dict[str, Any]:
    return {
        **{name: getattr(entry, name) for name in ("number", "person_id", "person", "act", "kind")},
        **{name: getattr(entry, name) for name in ("subject_id", "subject", "previous", "hash")},
        "at": entry.at.isoformat(),
        "before": dict(entry.before),
        "after": dict(entry.after),
    }


def _good(lines: Sequence[str]) -> list[JournalLine]:
    good: list[JournalLine] = []
    for line in lines:
        try:
            good.append(line_from_text(line))
        except ValueError:
            continue  # it goes into the proof as it stands, and is named when that is looked at
    return good


def _name(part: tuple[str, ProofPart]) -> str:
    return part[0]
