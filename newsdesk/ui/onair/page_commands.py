"""What can be done on the Siaran page, for its keys and the palette."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsdesk.i18n import _
from newsdesk.ui.commands import Command

if TYPE_CHECKING:
    from newsdesk.ui.onair.log_desk import LogDesk
    from newsdesk.ui.onair.page_view import OnAirView
    from newsdesk.ui.onair.read_desk import ReadDesk
    from newsdesk.ui.preferences import Preferences


def page_commands(
    view: OnAirView, reads: ReadDesk, logs: LogDesk, turn: Callable[[], None], preferences: Preferences
) -> list[Command]:
    """Return them as things are now; ``turn`` goes to the other tab."""

    def reading() -> bool:
        return view.tab == "read"

    def choose(theme: str) -> Callable[[], None]:
        return lambda: preferences.set("air_theme", theme)

    return [
        Command(
            "on_air.begin",
            _("Mulai siaran"),
            "radio",
            reads.begin,
            "on_air.begin",
            when=lambda: reading() and reads.can_begin,
        ),
        Command(
            "on_air.practise",
            _("Latihan"),
            "mic",
            reads.practise,
            "on_air.practise",
            when=lambda: reading() and reads.can_begin,
        ),
        Command(
            "on_air.resume",
            _("Lanjutkan siaran"),
            "radio",
            reads.resume,
            "on_air.resume",
            when=lambda: reading() and reads.can_resume,
        ),
        Command("on_air.tab", _("Dibaca atau Log siar"), "list", turn, "on_air.tab"),
        Command(
            "on_air.print",
            _("Cetak log siar"),
            "printer",
            logs.print_log,
            "print",
            when=lambda: not reading() and logs.can_print,
        ),
        Command(
            "on_air.export",
            _("Ekspor bukti siaran"),
            "file-down",
            logs.export,
            "on_air.export",
            when=lambda: not reading() and logs.can_export,
        ),
        Command(
            "on_air.delete",
            _("Hapus log yang masa simpannya lewat"),
            "trash-2",
            logs.delete,
            "on_air.delete",
            when=lambda: not reading() and logs.can_delete,
        ),
        Command(
            "on_air.older",
            _("Log siar bulan sebelumnya"),
            "calendar",
            lambda: view.months.step(older=True),
            "on_air.older",
            when=lambda: not reading() and view.months.offers_months,
        ),
        Command(
            "on_air.newer",
            _("Log siar bulan berikutnya"),
            "calendar",
            lambda: view.months.step(older=False),
            "on_air.newer",
            when=lambda: not reading() and view.months.offers_months,
        ),
        Command("on_air.dark", _("Layar siaran gelap"), "moon", choose("dark")),
        Command("on_air.light", _("Layar siaran terang"), "sun", choose("light")),
    ]
