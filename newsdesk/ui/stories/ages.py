"""How long ago something was, in the few words that fit a list."""

from __future__ import annotations

from datetime import datetime

from newsdesk.i18n import _, ngettext

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def age(then: datetime, now: datetime) -> str:
    """Return "baru saja", "18 mnt", "1 jam", "kemarin", "3 hari" or, after a week, the date "17/1/2025".

    Both times are aware and in the newsroom's zone: yesterday is a day of its calendar.
    """
    seconds = (now - then).total_seconds()
    days = (now.date() - then.date()).days
    if seconds < _MINUTE:
        return _("baru saja")
    if seconds < _HOUR:
        return _("{n} mnt").format(n=int(seconds // _MINUTE))
    if seconds < _DAY and days == 0:
        return ngettext("{n} jam", "{n} jam", int(seconds // _HOUR)).format(n=int(seconds // _HOUR))
    if days <= 1:
        return _("kemarin")
    if days < 7:
        return ngettext("{n} hari", "{n} hari", days).format(n=days)
    return f"{then.day}/{then.month}/{then.year}"


def waited(since: datetime, now: datetime) -> str:
    """Return how long something has waited: "42 mnt", "3 jam", "2 hari"; "" for less than a minute."""
    seconds = (now - since).total_seconds()
    if seconds < _MINUTE:
        return ""
    if seconds < _HOUR:
        return _("{n} mnt").format(n=int(seconds // _MINUTE))
    if seconds < _DAY:
        return ngettext("{n} jam", "{n} jam", int(seconds // _HOUR)).format(n=int(seconds // _HOUR))
    return ngettext("{n} hari", "{n} hari", int(seconds // _DAY)).format(n=int(seconds // _DAY))
