"""What the head says of a bulletin."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from newsdesk.domain.bulletin import BulletinState
from newsdesk.i18n import _, decimal
from newsdesk.ui.bulletins.head import HeadWords

if TYPE_CHECKING:
    from newsdesk.domain.open_rundown import OpenRundown, Reader


def head_words(opened: OpenRundown, zone: tzinfo) -> HeadWords:
    """Return name, announcers with their rates, and times in the station's zone."""
    bulletin = opened.bulletin
    announcers = [opened.readers[one] for one in bulletin.announcers if one in opened.readers]
    return HeadWords(
        bulletin.name,
        _readers(announcers),
        bulletin.airtime.astimezone(zone),
        bulletin.close.astimezone(zone),
        bulletin.slot_ms,
        bulletin.state is BulletinState.ON_AIR,
    )


def _readers(announcers: list[Reader]) -> str:
    """Return "Sinta Ayu 5,6 dan Ipang 5,8 suku kata/dtk"."""
    each = [f"{reader.name} {decimal(reader.rate / 60)}" for reader in announcers]
    if not each:
        return _("belum ada penyiar")
    names = (
        each[0]
        if len(each) == 1
        else _("{first} dan {last}").format(first=", ".join(each[:-1]), last=each[-1])
    )
    return _("{names} suku kata/dtk").format(names=names)
