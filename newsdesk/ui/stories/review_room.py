"""The widgets of a review, made when the first one begins, and put where the script's own stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.i18n import _, ngettext

if TYPE_CHECKING:
    from newsdesk.domain.checking import LetBe
    from newsdesk.services.open_story import OpenStory
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.finding_groups import Group
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.review_pieces import Changes
    from newsdesk.ui.stories.review_words import Compared
    from newsdesk.ui.stories.script_pane import ScriptPane

_OPEN = ("findings", "sources", "comments")


class ReviewRoom(QObject):
    """Head, text and decision bar in the page, findings and sources in the inspector.

    :attr:`made` comes once, when they have been made.
    """

    made = Signal()

    def __init__(
        self, look: Look, pane: ScriptPane, inspector: Inspector, now: Callable[[], datetime]
    ) -> None:
        super().__init__(pane)
        self._look = look
        self._pane = pane
        self._inspector = inspector
        self._now = now
        self._length = ""
        self._compared = False
        self.is_made = False

    def _make(self) -> None:
        # Imported here: no start waits for what only an editor sees.
        from newsdesk.ui.stories.review_bar import ReviewBar
        from newsdesk.ui.stories.review_findings import ReviewFindings
        from newsdesk.ui.stories.review_head import ReviewHead
        from newsdesk.ui.stories.review_sources import ReviewSources
        from newsdesk.ui.stories.review_view import ReviewView

        # Put in before the text is made: Tab goes in the order in which they came into the window.
        self.head = ReviewHead(self._look, self._now)
        self._pane.column.insertWidget(0, self.head)
        self.view = ReviewView(self._look, self._pane)
        self.view.hide()
        self.bar = ReviewBar(self._look)
        self.findings = ReviewFindings(self._look)
        self.sources = ReviewSources(self._look)
        self.view.bind_keys(self.bar)
        self._pane.column.addWidget(self.bar)
        self.is_made = True
        self.made.emit()

    def open(self) -> None:
        """Stand in the place of the script's head and foot, and lend the inspector what editors look at."""
        if not self.is_made:
            self._make()
        self._pane.header.hide()
        self._pane.foot.hide()
        self.head.show()
        self.head.set_length(self._length)
        self.bar.note.clear()
        self.bar.show()
        self._inspector.lend({"findings": self.findings, "sources": self.sources})
        for key in _OPEN:
            self._inspector.sections()[key].set_open(True)

    def close(self) -> None:
        """Give the script its head, its foot and its inspector back."""
        self.head.hide()
        self.bar.hide()
        self.view.clear()
        self._inspector.lend({})
        self._pane.header.show()
        self._pane.foot.show()

    def set_length(self, length: str) -> None:
        """Show the read time."""
        self._length = length
        if self.is_made:
            self.head.set_length(length)

    def show_story(self, story: OpenStory, writer: str, *, why_not: str, no_return: str) -> None:
        """Show what ``writer``'s story is called and where it stands, and why something cannot be decided."""
        self.head.show_story(story)
        self.bar.tell(story.revision, writer, why_not=why_not, no_return=no_return)

    def tell_decided(self) -> None:
        """What was never looked at was looked at, now that it is decided; a comparison stays in sight."""
        if not self._compared:
            self.view.strip.tell(_("Sudah Anda lihat"), "", new_words=0, gone_words=0)

    def tell_since(self, compared: Compared | None, changes: Changes | None) -> None:
        """Say in the strip what the text is compared with, and how much of it differs."""
        self._compared = compared is not None and changes is not None
        if compared is None or changes is None:
            self.view.strip.tell(_("Belum pernah Anda lihat"), "", new_words=0, gone_words=0)
        elif not changes.places:
            self.view.strip.tell(
                _("Tidak berubah"),
                f"{compared.since[:1].lower()}{compared.since[1:]} {compared.what}",
                new_words=0,
                gone_words=0,
            )
        else:
            self.view.strip.tell(
                compared.since, compared.what, new_words=changes.new_words, gone_words=changes.gone_words
            )

    def count_findings(self, count: int) -> None:
        """Say in the inspector how much there is to mend, as for a writer."""
        self._inspector.show_findings(count)

    def show_findings(
        self, unanswered: Sequence[Group], let_be: Sequence[Group], why: Mapping[str, LetBe]
    ) -> None:
        """Show the findings as an editor wants them: those that nobody has answered first."""
        self.findings.show_groups(
            unanswered, [group for group in let_be if group.finding.key in why], why, self._now()
        )
        if unanswered:
            words = ngettext("{n} belum dijawab", "{n} belum dijawab", len(unanswered))
            self._inspector.sections()["findings"].set_summary(
                words.format(n=len(unanswered)), icon="circle-alert", token="temuan"
            )
