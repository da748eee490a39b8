"""How long it is until a bulletin, in the few words that fit a head."""

from __future__ import annotations

from datetime import datetime, timedelta

from newsdesk.i18n import _, ngettext

_DAY = timedelta(days=1)


def until_words(airtime: datetime, close: datetime, now: datetime) -> str:
    """Return "55.28 lagi", "2.05.28 lagi" or "3 hari lagi", and once it is on "berjalan 4.32"; all aware.

    What is left is rounded up, as every countdown is: at 0.00 it begins.
    """
    if now >= close:
        return _("sudah lewat")
    if now >= airtime:
        return _("berjalan {time}").format(time=_running(now - airtime))
    left = airtime - now
    if left >= 2 * _DAY:
        days = left // _DAY
        return ngettext("{n} hari lagi", "{n} hari lagi", days).format(n=days)
    return _("{time} lagi").format(time=_running(left + timedelta(microseconds=999_999)))


def _running(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    hours, rest = divmod(seconds, 3600)
    minutes = f"{rest // 60}.{rest % 60:02d}" if not hours else f"{hours}.{rest // 60:02d}.{rest % 60:02d}"
    return minutes
