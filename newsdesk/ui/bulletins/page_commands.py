"""What can be done on the Buletin page, for palette, keys and the menu of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsdesk.i18n import _
from newsdesk.ui.commands import Command

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsdesk.ui.bulletins.view import BulletinView
    from newsdesk.ui.rundown.rundown_desk import RundownDesk


class PageActs(NamedTuple):
    """What the page itself does; the rest is the desk's and the view's."""

    undo: Callable[[], None]
    redo: Callable[[], None]
    insert: Callable[[], None]
    edit: Callable[[], None]
    newest: Callable[[], None]
    story: Callable[[], None]
    flash: Callable[[], None]
    choose: Callable[[], None]
    previous: Callable[[], None]
    next: Callable[[], None]
    new: Callable[[], None]
    change: Callable[[], None]
    problem: Callable[[], None]
    ready: Callable[[], None]
    not_ready: Callable[[], None]
    air: Callable[[], None]
    trim: Callable[[], None]


def row_commands(desk: RundownDesk, acts: PageActs, at_row: Callable[[], bool]) -> list[Command]:
    """Return what can be done with the selected rows, in the order of the menu."""
    return [
        Command("rundown.edit", _("Ubah baris"), "pencil-line", acts.edit, "rundown.edit", when=at_row),
        Command(
            "rundown.story",
            _("Buka naskah, atau pilih berkas jingle"),
            "file-text",
            acts.story,
            "rundown.story",
            when=at_row,
        ),
        Command("rundown.insert", _("Sisipkan"), "plus", acts.insert, "rundown.insert"),
        Command(
            "rundown.up", _("Naikkan"), "arrow-up", lambda: desk.step(up=True), "rundown.up", when=at_row
        ),
        Command(
            "rundown.down",
            _("Turunkan"),
            "arrow-down",
            lambda: desk.step(up=False),
            "rundown.down",
            when=at_row,
        ),
        Command(
            "rundown.float",
            _("Jadikan cadangan, atau hitung lagi"),
            "list-minus",
            desk.turn_float,
            "rundown.float",
            when=at_row,
        ),
        Command("rundown.split", _("Pecah di sini"), "split", desk.split, "rundown.split", when=at_row),
        Command(
            "rundown.newest",
            _("Pakai revisi yang lebih baru"),
            "file-clock",
            acts.newest,
            "rundown.newest",
            when=at_row,
        ),
        Command(
            "rundown.paraphrase",
            _("Parafrase, bukan klip"),
            "message-square-text",
            desk.paraphrase,
            "rundown.paraphrase",
            when=at_row,
        ),
        Command("bulletin.flash", _("Kilat: dibaca berikutnya"), "zap", acts.flash, "bulletin.flash"),
        Command(
            "rundown.remove", _("Keluarkan dari susunan"), "x", desk.remove, "rundown.remove", when=at_row
        ),
    ]


def page_commands(
    view: BulletinView,
    desk: RundownDesk,
    acts: PageActs,
    is_open: Callable[[], bool],
    has_bulletin: Callable[[], bool],
) -> list[Command]:
    """Return the commands; ``is_open`` says whether a newsroom is, ``has_bulletin`` whether one lies here."""

    def at_row() -> bool:
        return has_bulletin() and view.pane.table.current_row() is not None

    def adviser_chosen() -> bool:
        return has_bulletin() and bool(view.adviser.options.rows.chosen())

    rows = row_commands(desk, acts, at_row)
    return [
        Command("bulletin.new", _("Buletin baru"), "plus", acts.new, "bulletin.new", when=is_open),
        Command("list", _("Pilih buletin"), "list-ordered", acts.choose, "list", when=is_open),
        Command(
            "bulletin.previous",
            _("Buletin sebelumnya"),
            "chevron-left",
            acts.previous,
            "bulletin.previous",
            when=has_bulletin,
        ),
        Command(
            "bulletin.next",
            _("Buletin berikutnya"),
            "chevron-right",
            acts.next,
            "bulletin.next",
            when=has_bulletin,
        ),
        Command(
            "bulletin.change",
            _("Ubah buletin: nama, tayang, jatah, penyiar"),
            "settings-2",
            acts.change,
            when=has_bulletin,
        ),
        *(command._replace(when=has_bulletin) if command.id in _NEED_NO_ROW else command for command in rows),
        Command(
            "bulletin.undo", _("Urungkan di susunan"), "undo-2", acts.undo, "bulletin.undo", when=has_bulletin
        ),
        Command(
            "bulletin.redo",
            _("Ulangi di susunan"),
            "redo-2",
            acts.redo,
            "bulletin.redo",
            when=has_bulletin,
        ),
        Command(
            "bulletin.tray",
            _("Buka atau lipat Siap ditaruh"),
            "inbox",
            view.turn_tray,
            "bulletin.tray",
            when=has_bulletin,
        ),
        Command(
            "inspector",
            _("Buka atau lipat saran pangkas"),
            "panel-right",
            view.turn_right,
            "inspector",
            when=has_bulletin,
        ),
        Command(
            "bulletin.trim",
            _("Terapkan saran pangkas"),
            "scissors",
            acts.trim,
            "bulletin.trim",
            when=adviser_chosen,
        ),
        Command(
            "bulletin.problem",
            _("Baris berikutnya yang belum siap"),
            "circle-alert",
            acts.problem,
            "bulletin.problem",
            when=has_bulletin,
        ),
        Command("bulletin.ready", _("Tandai siap"), "mic", acts.ready, "bulletin.ready", when=has_bulletin),
        Command("bulletin.not_ready", _("Tarik tanda siap"), "undo-2", acts.not_ready, when=has_bulletin),
        Command("bulletin.air", _("Mulai siaran"), "radio", acts.air, "bulletin.air", when=has_bulletin),
    ]


_NEED_NO_ROW = frozenset({"rundown.insert", "bulletin.flash"})
