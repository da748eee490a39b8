"""The as-run log as data: what an exported proof holds beside the sealed lines, made of nothing but them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from newsdesk.domain.air_bulletin import AirItem
from newsdesk.domain.air_text import AirText
from newsdesk.domain.as_run import AirEvent, ClipAct
from newsdesk.domain.as_run_log import AsRunLine, AsRunLog, Happening
from newsdesk.domain.blocks import MARK, Clip


class ReadPart(NamedTuple):
    """A paragraph as it went out: ``said`` and, where that differs, ``written``; or a clip by its name.

    A clip whose paraphrase was read has it in ``said``; one that was played has nothing there.
    """

    said: str
    written: str = ""
    clip: str = ""


def as_read(line: AsRunLine) -> list[ReadPart]:
    """Return what was said of an item, paragraph by paragraph: the words on the screen as they are said.

    Clips stand where they stood; one that failed, or that the rundown had left out, with its paraphrase.
    """
    text = line.item.text
    if text is None:
        return [ReadPart("", clip=clip.clip.name) for clip in line.item.clips]
    paraphrased = _paraphrased(line)
    parts: list[ReadPart] = []
    said = _said_paragraphs(text)
    block = 0
    for written in text.body.split("\n"):
        if written != MARK or block >= len(text.blocks):
            spoken = said.pop(0) if said else written
            if written.strip():
                parts.append(ReadPart(spoken, written if spoken != written else ""))
            continue
        clip = text.blocks[block]
        if isinstance(clip, Clip):
            words = paraphrased.get(clip.name, "")
            if line.item.paraphrase and not words:
                words = text.paraphrases[block] if block < len(text.paraphrases) else clip.paraphrase
            parts.append(ReadPart(words, clip=clip.name))
        block += 1
    return parts


def log_to_plain(log: AsRunLog) -> dict[str, Any]:
    """Return a log as the dictionaries, lists, texts and numbers that JSON has; the same for the same log."""
    return {
        "session": log.session_id,
        "bulletin": log.air.bulletin_id,
        "name": log.air.name,
        "airtime": _iso(log.air.airtime),
        "close": _iso(log.air.close),
        "zone": log.air.zone,
        "announcers": list(log.air.announcers),
        "ready_by": log.air.ready_by,
        "ready_why": log.air.ready_why,
        "unready_why": log.unready_why,
        "practice": log.practice,
        "person": log.person,
        "computer": log.computer,
        "begun_at": _iso(log.begun_at),
        "finished_at": _iso(log.finished_at),
        "head": list(log.head),
        "items": [_line(line) for line in log.lines],
        "unread": [item.slug for item in log.unread],
        "happenings": [_happening(one) for one in log.happenings],
    }


def wrong_texts(log: AsRunLog) -> list[str]:
    """Return the slugs of items whose text is not the one that its digest names."""
    lines = [one for line in log.lines for one in (line.item, line.begun_with) if one is not None]
    return list(dict.fromkeys(item.slug for item in lines if _digest(item) != item.digest))


def _digest(item: AirItem) -> str:
    return item.text.digest() if item.text is not None else ""


def _line(line: AsRunLine) -> dict[str, Any]:
    item = line.item
    return {
        "number": item.number,
        "kind": item.kind.value,
        "slug": item.slug,
        "story": item.story_id,
        "revision": item.revision,
        "approval": item.approval_id,
        "approved_by": item.approved_by,
        "approved_at": _iso(item.approved_at),
        "status": item.status.value,
        "signed_by": item.signed_by,
        "digest": item.digest,
        "digest_at_start": line.begun_with.digest if line.begun_with else item.digest,
        "reader": line.reader,
        "planned_ms": item.planned_ms,
        "estimate_ms": item.estimate_ms,
        "actual_ms": line.actual_ms,
        "clips_ms": line.clips_ms,
        "start": _iso(line.start),
        "end": _iso(line.end),
        "outcome": line.outcome and line.outcome.value,
        "clocks_agree": line.steady,
        "read": [part._asdict() for part in as_read(line)],
        "happenings": [_happening(one) for one in line.happenings],
    }


def _happening(one: Happening) -> dict[str, Any]:
    return {
        "at": _iso(one.at),
        "what": one.what.value,
        "item": one.item_id,
        "name": one.name,
        "act": one.act,
        "by": one.by,
        "changed_at": _iso(one.changed_at),
        "before": one.before,
        "after": one.after,
        "words": one.words,
    }


def _paraphrased(line: AsRunLine) -> dict[str, str]:
    """Return the paraphrases that were read, by the clip; not of a clip that was played after all."""
    words: dict[str, str] = {}
    for one in line.happenings:
        if one.what is AirEvent.PARAPHRASED:
            words[one.name] = one.words
        elif one.what is AirEvent.CLIP and one.act == ClipAct.ENDED:
            words.pop(one.name, None)
    return words


def _said_paragraphs(text: AirText) -> list[str]:
    """Return how each paragraph of words is said; as written where the spoken form cannot be told apart."""
    written = [line for line in text.body.split("\n") if line != MARK]
    said = text.spoken.split("\n")
    return said if len(said) == len(written) else written


def _iso(at: datetime | None) -> str | None:
    return at and at.isoformat()
