"""What the keys and the palette can do with the findings of the script on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.i18n import _
from newsdesk.ui.commands import Command

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsdesk.ui.stories.script_findings import ScriptFindings


def finding_commands(
    marks: ScriptFindings,
    mend: Callable[[], None],
    go_on: Callable[[], None],
    ask_why: Callable[[], None],
    learn: Callable[[], None],
) -> list[Command]:
    """Return what can be done now: mend, go on, let be, learn."""

    def any_found() -> bool:
        return bool(marks.places)

    def selected() -> bool:
        return marks.selected is not None

    return [
        Command(
            "findings.mend",
            _("Perbaiki temuan, lalu ke berikutnya"),
            "check",
            mend,
            "findings.mend",
            when=any_found,
        ),
        Command(
            "findings.next",
            _("Temuan berikutnya"),
            "circle-alert",
            go_on,
            "findings.next",
            when=any_found,
        ),
        Command(
            "findings.let",
            _("Biarkan temuan, karena…"),
            "message-square-quote",
            ask_why,
            "findings.let",
            when=selected,
        ),
        Command(
            "findings.learn",
            _("Tambahkan kata temuan ke kamus redaksi"),
            "book-a",
            learn,
            "findings.learn",
            when=selected,
        ),
    ]
