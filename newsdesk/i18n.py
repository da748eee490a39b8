"""The words on the screen: gettext catalogues, and dates and numbers as the language writes them.

Message ids are the Indonesian sentences themselves: the sentence that a newsroom reads is the sentence that
stands in the code, and a missing catalogue still shows Indonesian. English is a translation.
"""

from __future__ import annotations

import gettext as _gettext
from datetime import datetime
from pathlib import Path

LANGUAGES = ("id", "en")


class _Catalogue:
    """The catalogue in use. gettext itself is one per process; this is its one holder."""

    def __init__(self) -> None:
        self.language = "id"
        self.translations: _gettext.NullTranslations = _gettext.NullTranslations()


_catalogue = _Catalogue()


def use(language: str, locale_folder: Path) -> None:
    """Choose the language of every sentence made from now on; an unknown language is Indonesian."""
    _catalogue.language = language if language in LANGUAGES else "id"
    if _catalogue.language == "id":
        # Its catalogue says what stands in the code; reading it would cost every start a twentieth.
        _catalogue.translations = _gettext.NullTranslations()
    else:
        _catalogue.translations = _gettext.translation(
            "newsdesk", locale_folder, languages=[_catalogue.language], fallback=True
        )


def language() -> str:
    """Return "id" or "en"."""
    return _catalogue.language


def _(message: str) -> str:
    """Translate ``message``, written in Indonesian.

    >>> _("Naskah baru")
    'Naskah baru'
    """
    return _catalogue.translations.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a sentence with a number in it (Indonesian has one form, English two)."""
    return _catalogue.translations.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Translate ``message``, one Indonesian word for several English ones; ``context`` says which.

    "Naskah" is the page of stories ("page"), one row of a bulletin ("story") and what an announcer reads
    ("script"). A context is an English word for whoever translates; nobody sees it on the screen.

    >>> pgettext("page", "Naskah")
    'Naskah'
    """
    return _catalogue.translations.pgettext(context, message)


def number(n: int) -> str:
    """Write an integer with the language's thousands mark: 12480 is "12.480" in Indonesian."""
    return f"{n:,}" if _catalogue.language == "en" else f"{n:,}".replace(",", ".")


def decimal(value: float) -> str:
    """Write a number with one decimal and the language's decimal mark: 5.83 is "5,8" in Indonesian."""
    return f"{value:.1f}" if _catalogue.language == "en" else f"{value:.1f}".replace(".", ",")


def clock(at: datetime, *, seconds: bool = False) -> str:
    """Write a clock time with full stops, never colons (a length has the colon): "10.04", "10.04.32"."""
    return at.strftime("%H.%M.%S" if seconds else "%H.%M")


def short_date(at: datetime, today: datetime) -> str:
    """Write a day in few letters, the year only when it is not today's: "12 Jan", "3 Des 2024"."""
    from babel.dates import format_date  # Babel costs more than the first frame; only dates need it

    pattern = "d MMM" if at.year == today.year else "d MMM y"
    return format_date(at, pattern, locale=_catalogue.language)


def long_date(at: datetime) -> str:
    """Write a date in full: "Jumat, 17 Januari 2025"."""
    from babel.dates import format_date  # Babel costs more than the first frame; only dates need it

    return format_date(at, "EEEE, d MMMM y", locale=_catalogue.language)


def month_and_year(at: datetime) -> str:
    """Write a month: "Januari 2025"."""
    from babel.dates import format_date  # Babel costs more than the first frame; only dates need it

    return format_date(at, "MMMM y", locale=_catalogue.language)


def day_and_month(at: datetime) -> str:
    """Write a date without its year, as beside a clock: "Jumat, 17 Januari"."""
    from babel.dates import format_date  # Babel costs more than the first frame; only dates need it

    return format_date(at, "EEEE, d MMMM", locale=_catalogue.language)
