"""On which days a programme is, in plain words and as the rule that is kept (RFC 5545)."""

from __future__ import annotations

from collections.abc import Collection

from newsdesk.i18n import _

DAYS: tuple[str, ...] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAILY, WORKDAYS, WEEKEND, SOME_DAYS, OWN = "daily", "workdays", "weekend", "days", "own"
_DAILY = "FREQ=DAILY"
_WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
_WEEKEND = "FREQ=WEEKLY;BYDAY=SA,SU"
_WEEKLY = "FREQ=WEEKLY;BYDAY="


def day_words(day: str) -> str:
    """Return the name of a day by its two letters; raises :class:`KeyError`."""
    return dict(
        zip(
            DAYS,
            (_("Senin"), _("Selasa"), _("Rabu"), _("Kamis"), _("Jumat"), _("Sabtu"), _("Minggu")),
            strict=True,
        )
    )[day]


def kind_of(rule: str) -> str:
    """Return which of the plain choices a rule is: daily, workdays, weekend, some days, or one of its own.

    >>> kind_of("FREQ=WEEKLY;BYDAY=SA,SU"), kind_of("FREQ=MONTHLY;BYMONTHDAY=1")
    ('weekend', 'own')
    """
    if rule == _DAILY:
        return DAILY
    if rule == _WORKDAYS:
        return WORKDAYS
    if rule == _WEEKEND:
        return WEEKEND
    return SOME_DAYS if days_of(rule) else OWN


def days_of(rule: str) -> tuple[str, ...]:
    """Return the days of a weekly rule that has nothing but days, else none."""
    days = tuple(rule.removeprefix(_WEEKLY).split(",")) if rule.startswith(_WEEKLY) else ()
    return days if days and all(day in DAYS for day in days) else ()


def rule_of(kind: str, days: Collection[str], own: str) -> str:
    """Return the rule of a plain choice."""
    if kind == SOME_DAYS:
        return _WEEKLY + ",".join(day for day in DAYS if day in days) if days else ""
    return {DAILY: _DAILY, WORKDAYS: _WORKDAYS, WEEKEND: _WEEKEND}.get(kind, own.strip())


def recurrence_words(rule: str) -> str:
    """Return "setiap hari", "hari kerja", "Senin dan Kamis", or the rule where it has no plain words."""
    kind = kind_of(rule)
    if kind == SOME_DAYS:
        names = [day_words(day) for day in days_of(rule)]
        if len(names) == 1:
            return _("setiap {day}").format(day=names[0])
        return _("{first} dan {last}").format(first=", ".join(names[:-1]), last=names[-1])
    plain = {DAILY: _("setiap hari"), WORKDAYS: _("hari kerja"), WEEKEND: _("akhir pekan")}
    return plain.get(kind, rule)
