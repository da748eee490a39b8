"""Clips of a bulletin and their copies on this computer: which there are, and which come late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from newsdesk.domain.air_bulletin import AirBulletin, AirClip, AirItem, ClipFault


def copies_in(items: Iterable[AirItem]) -> dict[str, str]:
    """Return the paths of copies by the path of what they are copies of; the last item's counts."""
    clips = (clip for item in items for clip in item.clips)
    return {clip.source: clip.path for clip in clips if clip.source and clip.path not in ("", clip.source)}


def with_copies(air: AirBulletin, copies: Mapping[str, str]) -> AirBulletin:
    """Return ``air`` with the copies that there are by now; what has none stays as it is."""
    return replace(air, items=tuple(item_with_copies(item, copies) for item in air.items))


def item_with_copies(item: AirItem, copies: Mapping[str, str]) -> AirItem:
    """Return ``item`` with the copies that there are by now; itself where there is nothing new."""
    clips = tuple(
        replace(clip, path=copies[clip.source], fault=None) if clip.source in copies else clip
        for clip in item.clips
    )
    return item if clips == item.clips else replace(item, clips=clips)


def with_clips_late(air: AirBulletin, copies: Mapping[str, str]) -> AirBulletin:
    """Return ``air`` as it can be read this moment, its clips where they have copies; the others come late.

    What is not on this computer is not opened either: a share that hangs would hold up whoever does.
    """
    return replace(air, items=tuple(item_with_clips_late(item, copies) for item in air.items))


def item_with_clips_late(item: AirItem, copies: Mapping[str, str]) -> AirItem:
    """Return an item as :func:`with_clips_late` has it."""
    return replace(item, clips=tuple(_late(clip) for clip in item_with_copies(item, copies).clips))


def has_clips_late(air: AirBulletin) -> bool:
    """Return whether a bulletin was begun before copies of all its clips were here."""
    return any(clip.fault is ClipFault.LATE for item in air.items for clip in item.clips)


def _late(clip: AirClip) -> AirClip:
    if not clip.source or clip.path != clip.source:
        return clip
    return replace(clip, path="", fault=ClipFault.LATE)
