"""What can be done on the Naskah page: its commands, as palette and shortcuts run them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsdesk.i18n import _
from newsdesk.ui.commands import Command

if TYPE_CHECKING:
    from newsdesk.ui.stories.page_rooms import PageRooms


def page_commands(
    rooms: PageRooms,
    paste: Callable[[], None],
    filter_list: Callable[[], None],
    is_open: Callable[[], bool],
) -> list[Command]:
    """Return the commands of the page and of its desks; ``is_open`` says whether a newsroom is."""
    of_review = rooms.review_acts.commands()
    taken = {command.shortcut for command in of_review if command.shortcut and command.when()}
    others = [
        *_own(rooms, paste, filter_list, is_open),
        *rooms.status.commands(),
        *rooms.holding.commands(),
        *rooms.comments.commands(),
        *rooms.history.commands(),
        *rooms.hearing.commands(),
    ]
    if not rooms.review.on:  # else the story is looked at, and nothing is written in it
        others += [
            *_writing(rooms),
            *rooms.colleagues.commands(),
            *rooms.credits.commands(),
            *rooms.offers.commands(),
            *rooms.findings.commands(),
            *rooms.split.commands(),
            *rooms.indirect.commands(),
            *rooms.find.commands(),
            *rooms.cuttable.commands(),
            *rooms.blocks.commands(),
        ]
    # While a story is under review some keys mean another act than in its script.
    return [*of_review, *(command for command in others if command.shortcut not in taken)]


def _own(
    rooms: PageRooms,
    paste: Callable[[], None],
    filter_list: Callable[[], None],
    is_open: Callable[[], bool],
) -> list[Command]:
    panes = rooms.panes
    return [
        Command("story.paste", _("Tempel siaran pers"), "clipboard-paste", paste, when=is_open),
        Command("list.filter", _("Saring daftar"), "search", filter_list, "list.filter"),
        Command("list", _("Buka atau lipat daftar"), "panel-left", panes.turn_list, "list"),
        Command(
            "inspector",
            _("Buka atau lipat keterangan naskah"),
            "panel-right",
            panes.turn_inspector,
            "inspector",
        ),
    ]


def _writing(rooms: PageRooms) -> list[Command]:
    desk, pane, saying, sources = rooms.desk, rooms.pane, rooms.saying, rooms.sources

    def on_desk() -> bool:
        return desk.story is not None or desk.blank

    return [
        Command("story.save", _("Simpan revisi"), "save", desk.save, "story.save", when=on_desk),
        Command(
            "script.tie",
            _("Kaitkan kata terpilih dengan narasumber"),
            "link",
            sources.tie_selection,
            "script.tie",
            when=on_desk,
        ),
        Command(
            "script.aloud",
            _("Seluruh naskah seperti dibaca"),
            "captions",
            pane.header.aloud.toggle,
            "script.aloud",
            when=on_desk,
        ),
        Command("script.say", _("Cara baca kata di kursor"), "ear", saying.begin, "script.say", when=on_desk),
        Command(
            "script.unsure",
            _("Ke cara baca berikutnya yang belum pasti"),
            "circle-question-mark",
            saying.next_unsure,
            "script.unsure",
            when=on_desk,
        ),
    ]
