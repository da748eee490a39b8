"""What can be done on the Leksikon page: its commands, as palette and shortcuts run them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.lexicon.form_shelf import SORTABLE
from newsdesk.ui.lexicon.form_table_model import column_words

if TYPE_CHECKING:
    from newsdesk.ui.lexicon.exchange import Exchange
    from newsdesk.ui.lexicon.lexicon_desk import LexiconDesk
    from newsdesk.ui.lexicon.view import LexiconView


def page_commands(
    view: LexiconView,
    desk: LexiconDesk,
    exchange: Exchange,
    undo: Callable[[], None],
    is_open: Callable[[], bool],
) -> list[Command]:
    """Return the commands; ``is_open`` says whether a newsroom is."""
    pane = view.pane

    def at_row() -> bool:
        return pane.open_row is not None or pane.table.current_row() is not None

    return [
        Command("lexicon.new", _("Bentuk baru"), "plus", pane.begin_new, "lexicon.new", when=is_open),
        Command("lexicon.find", _("Cari bentuk"), "search", pane.head.focus_field, "lexicon.find"),
        Command("lexicon.hear", _("Dengar bentuk"), "volume-2", pane.hear, "lexicon.hear", when=at_row),
        Command(
            "lexicon.more",
            _("Lainnya: ejaan, syarat, nama"),
            "sliders-horizontal",
            pane.editor.turn_more,
            "lexicon.more",
            when=lambda: pane.open_row is not None,
        ),
        Command(
            "lexicon.remove", _("Hapus bentuk"), "trash-2", pane.remove_current, "lexicon.remove", when=at_row
        ),
        Command(
            "lexicon.undo",
            _("Urungkan di leksikon"),
            "undo-2",
            undo,
            "lexicon.undo",
            when=lambda: desk.can_undo,
        ),
        Command(
            "lexicon.queue",
            _("Periksa bentuk berikutnya"),
            "circle-question-mark",
            view.begin_queue,
            "lexicon.queue",
        ),
        Command(
            "lexicon.import",
            _("Impor leksikon"),
            "file-up",
            exchange.ask_import,
            "lexicon.import",
            when=is_open,
        ),
        Command(
            "lexicon.export",
            _("Ekspor leksikon"),
            "file-down",
            exchange.ask_export,
            "lexicon.export",
            when=is_open,
        ),
        *(
            Command(
                f"lexicon.sort.{column.name.lower()}",
                _("Urutkan menurut {column}").format(column=column_words(column)),
                "arrow-up-down",
                partial(pane.sort, column),
            )
            for column in SORTABLE
        ),
        Command("list", _("Buka atau lipat daftar"), "panel-left", view.turn_views, "list"),
        Command(
            "inspector", _("Buka atau lipat antrean periksa"), "panel-right", view.turn_queue, "inspector"
        ),
    ]
