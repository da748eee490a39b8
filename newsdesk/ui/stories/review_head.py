"""The head over a story under review: what it is called, where it stands, when it is planned; to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.badge import Badge
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.letters import plain_tip
from newsdesk.ui.stories import airtime
from newsdesk.ui.stories.embargo_field import EmbargoField
from newsdesk.ui.stories.history_section import when
from newsdesk.ui.stories.statuses import status_look

if TYPE_CHECKING:
    from newsdesk.services.drafting import OpenStory
    from newsdesk.ui.look import Look

_SIDE = 36


class ReviewHead(QWidget):
    """Two lines, as the head of a script has them, with nothing to type in but the embargo.

    :attr:`embargo_typed` and :attr:`embargo_wrong` are as :class:`EmbargoField` has them.
    """

    embargo_typed = Signal(object)
    embargo_wrong = Signal(str)

    def __init__(self, look: Look, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        draft = status_look("draft")
        self.slug = Label(look, font="slug", token="text_2")
        self.badge = Badge(look, draft.icon, draft.words, ink=draft.ink, fill=draft.fill)
        self.revision = Label(look, token="text_3")
        self.revision.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.airtime = Label(look, token="text_2")
        self.embargo = EmbargoField(look, now)
        self.embargo.typed.connect(self.embargo_typed)
        self.embargo.wrong.connect(self.embargo_wrong)
        self.length = FigureLabel(look, "jam", _("Lama baca"), line=24)
        self._headline = ""
        self.headline = Label(look, font="judul")
        self.headline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.slug)
        first.addWidget(self.badge)
        first.addWidget(self.revision, 1)
        first.addWidget(self.airtime)
        first.addWidget(self.embargo)
        first.addWidget(self.length)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 14, _SIDE, 10)
        column.setSpacing(2)
        column.addLayout(first)
        column.addWidget(self.headline)
        self.setFixedHeight(88)

    def show_story(self, story: OpenStory) -> None:
        """Show the head of a story at its newest revision."""
        self.slug.setText(story.script.slug or _("Tanpa slug"))
        look = status_look(story.status, trashed=story.trashed)
        self.badge.set_state(look.icon, look.words, ink=look.ink, fill=look.fill, struck=look.struck)
        words = _("revisi {n} dari {name}, {at}").format(
            n=story.revision, name=story.revised_by, at=when(story.revised_at, self._now())
        )
        self.revision.setText(words)
        self.revision.setToolTip(plain_tip(words))
        at = airtime.shown(story.airtime, self._now())
        self.airtime.setText(_("tayang {at}").format(at=at) if at else "")
        self.airtime.setVisible(bool(at))
        self.embargo.show_time(story.embargo)
        self._headline = story.script.headline
        self.headline.setToolTip(plain_tip(self._headline))
        self.headline.setAccessibleName(self._headline)
        self._elide()

    def set_length(self, length: str) -> None:
        """Show the read time."""
        self.length.set_text(length)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the headline to what there is room for."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetricsF(self.headline.font())
        room = self.width() - 2 * _SIDE
        self.headline.setText(metrics.elidedText(self._headline, Qt.TextElideMode.ElideRight, room))
