"""The head over a story under review: what it is called, where it stands, when it is planned; to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.badge import Badge
from newsdesk.ui.components.elided_label import ElidedLabel
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.letters import brief
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
        self.revision = ElidedLabel(look, token="text_3")
        self.airtime = Label(look, token="text_2")
        self.embargo = EmbargoField(look, now)
        self.embargo.typed.connect(self.embargo_typed)
        self.embargo.wrong.connect(self.embargo_wrong)
        self.length = FigureLabel(look, "jam", _("Lama baca"), line=24)
        self.headline = ElidedLabel(look, font="judul")
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
        self.slug.setText(brief(story.script.slug) or _("Tanpa slug"))
        look = status_look(story.status, trashed=story.trashed)
        self.badge.set_state(look.icon, look.words, ink=look.ink, fill=look.fill, struck=look.struck)
        self.revision.set_words(
            _("revisi {n} dari {name}, {at}").format(
                n=story.revision, name=story.revised_by, at=when(story.revised_at, self._now())
            )
        )
        at = airtime.shown(story.airtime, self._now())
        self.airtime.setText(_("tayang {at}").format(at=at) if at else "")
        self.airtime.setVisible(bool(at))
        self.embargo.show_time(story.embargo)
        self.headline.set_words(story.script.headline)

    def set_length(self, length: str) -> None:
        """Show the read time."""
        self.length.set_text(length)
