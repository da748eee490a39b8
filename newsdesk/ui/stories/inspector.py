"""What is known about the story: sections that fold, in one column, beside the script or over it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext
from newsdesk.ui.components.fold_section import FoldSection
from newsdesk.ui.stories import history_section
from newsdesk.ui.stories.approval_section import ApprovalSection
from newsdesk.ui.stories.comments_section import CommentsSection
from newsdesk.ui.stories.data_section import DataSection
from newsdesk.ui.stories.findings_section import FindingsSection
from newsdesk.ui.stories.history_section import HistorySection
from newsdesk.ui.stories.offers_section import OffersSection
from newsdesk.ui.stories.original_section import OriginalSection
from newsdesk.ui.stories.said_changes_section import SaidChangesSection
from newsdesk.ui.stories.sources_section import SourcesSection

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdesk.domain.air_text import SaidChange
    from newsdesk.domain.attribution import Source
    from newsdesk.domain.rows import RevisionRow
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.importing import Offer
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.passages import Tie


class Tab(NamedTuple):
    """A section as the folded strip shows it; ``figure`` "" shows none."""

    key: str
    icon: str
    words: str
    figure: str


class Inspector(QWidget):
    """Narasumber, Ditemukan, Periksa, Catatan, Data, Riwayat, Teks asli.

    :attr:`tabs_changed` comes when a count of the strip did.
    """

    tabs_changed = Signal()
    closed = Signal()

    def __init__(self, look: Look, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._now = now
        self.lies_over = False
        """Whether it lies over the page, in a narrow window."""
        self.setAutoFillBackground(True)
        self.sources = SourcesSection(look, now)
        self.findings = FindingsSection(look)
        self.offers = OffersSection(look)
        self.history = HistorySection(look)
        self.original = OriginalSection(look)
        self.comments = CommentsSection(look)
        self.said = SaidChangesSection(look)
        self.approval = ApprovalSection(look)
        self.data = DataSection(look)
        self._sections = {
            "said": (FoldSection(look, _("Cara baca berubah")), self.said, "ear"),
            "sources": (FoldSection(look, _("Narasumber")), self.sources, "quote"),
            # Before the findings: it is decided once, soon after the paste, and many findings would hide it.
            "offers": (FoldSection(look, _("Ditemukan di teks asli")), self.offers, "scan-search"),
            "findings": (FoldSection(look, _("Periksa")), self.findings, "circle-alert"),
            "comments": (FoldSection(look, _("Catatan")), self.comments, "message-square"),
            "approval": (FoldSection(look, _("Persetujuan"), is_open=False), self.approval, "circle-check"),
            "data": (FoldSection(look, _("Data"), is_open=False), self.data, "tag"),
            "history": (FoldSection(look, _("Riwayat"), is_open=False), self.history, "history"),
            "original": (FoldSection(look, _("Teks asli"), is_open=False), self.original, "file-text"),
        }
        self._counts: dict[str, str] = {}
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section, body, _icon in self._sections.values():
            section.set_body(body)
            column.addWidget(section)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._scroll, self._inside = scroll, inside
        self._lent: dict[str, QWidget] = {}
        self.data.edited.connect(self.say_data)
        self.show_offers(())
        self.show_said((), may_take=False)
        self.show_approval((), "")

    # ------------------------------------------------------------ what it shows

    def show_story(self, story: OpenStory) -> None:
        """Show a story's particulars and original."""
        self.data.show_script(story.script)
        self.original.show_original(story.original)
        self._section("original").setVisible(bool(story.original))
        self._section("original").set_summary(_("tidak diubah"))
        self.say_data()
        self.tabs_changed.emit()

    def show_blank(self) -> None:
        """Show that nothing is known yet."""
        from newsdesk.domain.story import Script

        self.data.show_script(Script())
        self.say_data()
        self.show_sources({}, ())
        self.show_offers(())
        self.show_revisions(())
        self.original.show_original("")
        self._section("original").setVisible(False)

    def show_sources(self, sources: Mapping[int, Source], ties: Sequence[Tie]) -> None:
        """Show who speaks, and in how many passages."""
        self.sources.show_sources(sources, ties)
        count = str(len(self.sources.list.rows()))
        self._section("sources").set_summary(count)
        self._count("sources", count if count != "0" else "")

    def show_findings(self, count: int) -> None:
        """Say how much there is to mend; the section itself has the findings."""
        words = ngettext("{n} temuan", "{n} temuan", count).format(n=count)
        if count:
            self._section("findings").set_summary(words, icon="circle-alert", token="temuan")
        else:
            self._section("findings").set_summary(_("tidak ada temuan"))
        self._count("findings", str(count) if count else "")

    def show_comments(self, waiting: int, count: int) -> None:
        """Say how many notes there are, and how many of them nobody has settled."""
        self._section("comments").set_summary(str(count) if count else _("belum ada"))
        self._count("comments", str(waiting) if waiting else "")

    def show_said(self, changes: Sequence[SaidChange], *, may_take: bool, offered: bool = True) -> None:
        """Show what is said otherwise than it was approved; without anything the section is not there."""
        self.said.show_changes(changes, may_take=may_take, offered=offered)
        self._section("said").setVisible(bool(changes))
        self._section("said").set_summary(str(len(changes)))
        self._count("said", str(len(changes)) if changes else "")

    def show_approval(
        self, lines: Sequence[str], summary: str, *, may_correct: bool = False, may_kill: bool = False
    ) -> None:
        """Show what editors have said of the story; without anything to say the section is not there."""
        self.approval.show_lines(lines, may_correct=may_correct, may_kill=may_kill)
        self._section("approval").setVisible(bool(lines))
        self._section("approval").set_summary(summary)
        self.tabs_changed.emit()

    def lend(self, bodies: Mapping[str, QWidget]) -> None:
        """Let some sections show other bodies, in this order at the top; {} gives every one its own back.

        For an editor who looks at a story and does not write in it: nothing of it can be changed then.
        """
        self.data.setEnabled(not bodies)
        self._section("offers").setVisible(not bodies and self._counts.get("offers", "") != "")
        for key in self._lent:
            section, body, _icon = self._sections[key]
            section.set_body(body)
        self._lent = dict(bodies)
        for key, body in bodies.items():
            self._section(key).set_body(body)
        order = [*bodies, *(key for key in self._sections if key not in bodies)]
        for place, key in enumerate(order):
            self._column.insertWidget(place, self._section(key))

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show what was found in the pasted copy; without anything the section is not there."""
        self.offers.show_offers(offers)
        self._section("offers").setVisible(bool(offers))
        self._section("offers").set_summary(str(len(offers)))
        self._count("offers", str(len(offers)) if offers else "")

    def show_revisions(self, revisions: Sequence[RevisionRow]) -> None:
        """Show the history."""
        now = self._now()
        self.history.show_revisions(revisions, now)
        self._section("history").set_summary(history_section.summary(revisions, now))
        self._count("history", str(len(revisions)) if revisions else "")

    def tabs(self) -> list[Tab]:
        """Return the sections for the folded strip."""
        return [
            Tab(key, icon, section.title, self._counts.get(key, ""))
            for key, (section, _body, icon) in self._sections.items()
            if not section.isHidden()
        ]

    def sections(self) -> dict[str, FoldSection]:
        """Return every section by its key."""
        return {key: section for key, (section, _body, _icon) in self._sections.items()}

    def open_section(self, key: str, *, focus: bool = False) -> None:
        """Open a section and bring it in sight."""
        section = self._section(key)
        section.set_open(True)
        self.bring(section)
        if focus and key == "offers":
            self.offers.begin()
        elif focus:
            section.focus_head()

    def bring(self, widget: QWidget) -> None:
        """Scroll until ``widget`` is in sight, its top first when it is taller than the room."""
        # What was shown a moment ago has its place only after the layouts had their turn.
        QTimer.singleShot(0, self, lambda: self._scroll_to(widget))

    def _scroll_to(self, widget: QWidget) -> None:
        inside, bar = self._inside, self._scroll.verticalScrollBar()
        room = self._scroll.viewport().height()
        if not widget.isVisibleTo(inside):
            return
        top = widget.mapTo(inside, QPoint(0, 0)).y()
        lowest = top + min(widget.height(), room) - room
        bar.setValue(min(top, max(bar.value(), lowest)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the inspector."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line at the left when the inspector lies over the page; else the splitter has it."""
        if self.lies_over:
            QPainter(self).fillRect(0, 0, 1, self.height(), self._look.theme.colour("line"))

    def _section(self, key: str) -> FoldSection:
        return self._sections[key][0]

    def _count(self, key: str, count: str) -> None:
        if self._counts.get(key, "") != count:
            self._counts[key] = count
            self.tabs_changed.emit()

    def say_data(self) -> None:
        """Say in the head of the section Data what stands in it."""
        self._section("data").set_summary(self.data.summary())
