"""A bulletin at the microphone as JSON: what the snapshot on the announcer's computer and the log hold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from newsdesk.domain.air_bulletin import (
    AirBulletin,
    AirChange,
    AirChangeKind,
    AirClip,
    AirItem,
    AirStatus,
    ClipFault,
)
from newsdesk.domain.air_text import AirText
from newsdesk.domain.blocks import Clip, as_plain, from_plain
from newsdesk.domain.rundown import ItemKind
from newsdesk.domain.timing import SpokenLength

_T = TypeVar("_T")


def bulletin_to_json(air: AirBulletin) -> str:
    """Write ``air`` as one line of JSON, the same for the same bulletin."""
    return json.dumps(bulletin_to_plain(air), sort_keys=True, separators=(",", ":"))


def bulletin_from_json(text: str) -> AirBulletin:
    """Read what :func:`bulletin_to_json` wrote. Raises ValueError when ``text`` is anything else."""
    try:
        return bulletin_from_plain(json.loads(text))
    except RecursionError as error:
        raise ValueError("not a bulletin at the microphone") from error


def bulletin_to_plain(air: AirBulletin) -> dict[str, Any]:
    """Return ``air`` as the dictionaries, lists, texts and numbers that JSON has."""
    return {
        "bulletin": air.bulletin_id,
        "name": air.name,
        "airtime": air.airtime.isoformat(),
        "close": air.close.isoformat(),
        "announcers": list(air.announcers),
        "items": [item_to_plain(item) for item in air.items],
        "taken_at": air.taken_at.isoformat(),
        "zone": air.zone,
        "version": air.version,
        "ready": air.ready,
        "ready_by": air.ready_by,
        "ready_why": air.ready_why,
    }


def bulletin_from_plain(raw: Any) -> AirBulletin:
    """Read what :func:`bulletin_to_plain` gave. Raises ValueError when ``raw`` is anything else."""
    try:
        return AirBulletin(
            bulletin_id=int(raw["bulletin"]),
            name=_text(raw["name"]),
            airtime=_moment(raw["airtime"]),
            close=_moment(raw["close"]),
            announcers=tuple(_text(one) for one in raw["announcers"]),
            items=tuple(item_from_plain(one) for one in raw["items"]),
            taken_at=_moment(raw["taken_at"]),
            zone=_text(raw["zone"]),
            version=int(raw["version"]),
            ready=bool(raw["ready"]),
            ready_by=_text(raw["ready_by"]),
            ready_why=_text(raw["ready_why"]),
        )
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError("not a bulletin at the microphone") from error


def digest_of(air: AirBulletin) -> str:
    """Return the SHA-256 (hex) of everything in ``air``: the name under which a log refers to it."""
    return hashlib.sha256(bulletin_to_json(air).encode()).hexdigest()


def item_to_plain(item: AirItem) -> dict[str, Any]:
    """Return ``item`` as the dictionaries, lists, texts and numbers that JSON has."""
    return {
        "item": item.item_id,
        "number": item.number,
        "kind": item.kind.value,
        "slug": item.slug,
        "text": item.text and json.loads(item.text.to_json()),
        "words": item.words,
        "story": item.story_id,
        "revision": item.revision,
        "approval": item.approval_id,
        "approved_by": item.approved_by,
        "approved_at": _iso(item.approved_at),
        "digest": item.digest,
        "status": item.status.value,
        "signed_by": item.signed_by,
        "length": [item.length.syllables, item.length.sentences, item.length.paragraphs],
        "reader_id": item.reader_id,
        "reader": item.reader,
        "rate": item.rate,
        "spread": item.spread,
        "planned_ms": item.planned_ms,
        "estimate_ms": item.estimate_ms,
        "start": _iso(item.start),
        "fixed_at": _iso(item.fixed_at),
        "clips": [_clip_to_plain(clip) for clip in item.clips],
        "floated": item.floated,
        "paraphrase": item.paraphrase,
        "flash": item.flash_id,
    }


def item_from_plain(raw: Any) -> AirItem:
    """Read what :func:`item_to_plain` gave. Raises ValueError when ``raw`` is anything else."""
    try:
        return AirItem(
            item_id=int(raw["item"]),
            number=int(raw["number"]),
            kind=ItemKind(raw["kind"]),
            slug=_text(raw["slug"]),
            text=_given(raw["text"], lambda text: AirText.from_json(json.dumps(text))),
            words=_text(raw["words"]),
            story_id=_given(raw["story"], int),
            revision=_given(raw["revision"], int),
            approval_id=_given(raw["approval"], int),
            approved_by=_text(raw["approved_by"]),
            approved_at=_given(raw["approved_at"], _moment),
            digest=_text(raw["digest"]),
            status=AirStatus(raw["status"]),
            signed_by=_text(raw["signed_by"]),
            length=SpokenLength(*(int(one) for one in raw["length"])),
            reader_id=_given(raw["reader_id"], int),
            reader=_text(raw["reader"]),
            rate=int(raw["rate"]),
            spread=int(raw["spread"]),
            planned_ms=int(raw["planned_ms"]),
            estimate_ms=int(raw["estimate_ms"]),
            start=_given(raw["start"], _moment),
            fixed_at=_given(raw["fixed_at"], _moment),
            clips=tuple(_clip_from_plain(one) for one in raw["clips"]),
            floated=bool(raw["floated"]),
            paraphrase=bool(raw["paraphrase"]),
            flash_id=_given(raw["flash"], int),
        )
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError("not an item of a bulletin") from error


def change_to_plain(change: AirChange) -> dict[str, Any]:
    """Return ``change`` as JSON has it."""
    return {
        "item_id": change.item_id,
        "kind": change.kind.value,
        "at": change.at.isoformat(),
        "by": change.by,
        "item": change.item and item_to_plain(change.item),
        "after": change.after,
        "flash": change.flash_id,
    }


def change_from_plain(raw: Any) -> AirChange:
    """Read what :func:`change_to_plain` gave. Raises ValueError when ``raw`` is anything else."""
    try:
        return AirChange(
            item_id=int(raw["item_id"]),
            kind=AirChangeKind(raw["kind"]),
            at=_moment(raw["at"]),
            by=_text(raw["by"]),
            item=_given(raw["item"], item_from_plain),
            after=int(raw["after"]),
            flash_id=_given(raw["flash"], int),
        )
    except (KeyError, TypeError, OverflowError) as error:
        raise ValueError("not a change of a bulletin") from error


def _clip_to_plain(clip: AirClip) -> dict[str, Any]:
    return {
        "block": clip.block,
        "clip": as_plain(clip.clip),
        "source": clip.source,
        "path": clip.path,
        "fault": clip.fault and clip.fault.value,
    }


def _clip_from_plain(raw: Any) -> AirClip:
    clip = from_plain(raw["clip"])
    if not isinstance(clip, Clip):
        raise TypeError(clip)
    fault = _given(raw["fault"], ClipFault)
    return AirClip(int(raw["block"]), clip, _text(raw["source"]), _text(raw["path"]), fault)


def _given(raw: Any, read: Callable[[Any], _T]) -> _T | None:
    return None if raw is None else read(raw)


def _iso(at: datetime | None) -> str | None:
    return at and at.isoformat()


def _moment(raw: Any) -> datetime:
    at = datetime.fromisoformat(_text(raw))
    if at.tzinfo is None:
        raise TypeError(raw)
    return at


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
