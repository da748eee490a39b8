"""The head of the page: what the story is called, where it stands, and how long it takes to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.badge import Badge
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.letters import show_tip
from newsdesk.ui.shortcuts import keys_of, shown
from newsdesk.ui.stories import airtime
from newsdesk.ui.stories.embargo_field import EmbargoField
from newsdesk.ui.stories.inline_edit import InlineEdit
from newsdesk.ui.stories.statuses import status_look
from newsdesk.ui.stories.story_act import StoryAct

if TYPE_CHECKING:
    from newsdesk.services.drafting import OpenStory
    from newsdesk.ui.look import Look

_ROOMY = 760
"""Pixels from which on revision, airtime and embargo stand beside each other."""
_BLEED = 8
"""An inline field's room for its ring: it stands that much left of the column."""


class Header(QWidget):
    """Two lines: slug, status, revision, airtime, embargo and "Dibaca"; then headline and read time.

    :attr:`edited` comes with every key in slug or headline; :attr:`airtime_typed` carries a datetime or
    None; :attr:`airtime_wrong` the words that are no time; :attr:`read_aloud` whether the spoken form shows;
    :attr:`done` comes with Enter in the headline (Enter in slug or airtime goes to the headline).
    """

    edited = Signal()
    airtime_typed = Signal(object)
    airtime_wrong = Signal(str)
    read_aloud = Signal(bool)
    done = Signal()

    def __init__(self, look: Look, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._airtime: datetime | None = None
        self._asked = ""
        draft = status_look("draft")
        self.slug = InlineEdit(look, _("Slug"), "slug", token="text_2", placeholder=_("SLUG"), grows=True)
        self.slug.setMaximumWidth(280)
        self.slug.textEdited.connect(self._slug_typed)
        self._badge = Badge(look, draft.icon, draft.words, ink=draft.ink, fill=draft.fill)
        self._revision = Label(look, token="text_3")
        self.airtime = InlineEdit(
            look, _("Rencana tayang"), "isi", token="text", placeholder=_("jam tayang"), grows=True
        )
        self.airtime.setToolTip(_("Rencana tayang, misalnya 11.00 atau 17/1 11.00"))
        self.airtime.editingFinished.connect(self._airtime_finished)
        self.airtime.returnPressed.connect(self._airtime_entered)
        self.embargo = EmbargoField(look, now)
        self.embargo.left.connect(self._hide_embargo)
        self.embargo.hide()
        self.aloud = Button(look, _("Dibaca"), Kind.GHOST, icon="captions", small=True)
        self.aloud.setCheckable(True)
        self.aloud.setToolTip(
            _("Seluruh naskah seperti dibaca ({keys})").format(keys=shown(keys_of("script.aloud")))
        )
        self.aloud.toggled.connect(self.read_aloud)
        self.beside = Button(look, _("Asli"), Kind.GHOST, icon="columns-2", small=True)
        self.beside.setToolTip(_("Teks asli di samping naskah ({keys})").format(keys=shown(keys_of("split"))))
        self.beside.hide()
        self.act = StoryAct(look)
        self.headline = InlineEdit(look, _("Judul"), "judul", placeholder=_("Judul"))
        self.headline.textEdited.connect(self.edited)
        self.headline.returnPressed.connect(self.done)
        self.slug.returnPressed.connect(lambda: self.headline.setFocus(Qt.FocusReason.TabFocusReason))
        self.length = FigureLabel(look, "kosong", _("Lama baca"), line=28)
        self._first = QHBoxLayout()
        self._first.setSpacing(0)
        self._first.addWidget(self.slug)
        self._first.addSpacing(12 - _BLEED)
        self._first.addWidget(self._badge)
        self._first.addSpacing(12)
        self._first.addWidget(self._revision)
        self._first.addWidget(self.airtime)
        self._first.addWidget(self.embargo)
        self._first.addStretch(1)
        self._first.addWidget(self.beside)
        self._first.addWidget(self.aloud)
        self._first.addSpacing(8)
        self._first.addWidget(self.act)
        self._second = QHBoxLayout()
        self._second.setSpacing(16)
        self._second.addWidget(self.headline, 1)
        self._second.addWidget(self.length)
        column = QVBoxLayout(self)
        column.setSpacing(2)
        column.addLayout(self._first)
        column.addLayout(self._second)
        self.setFixedHeight(88)
        self.set_sides(36, 36)
        # By keyboard as they are filled: what it is called, its headline, then the rest of the first line.
        order = (self.slug, self.headline, self.airtime, self.embargo, self.beside, self.aloud, self.act)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def set_sides(self, left: int, right: int) -> None:
        """Stand flush with the text column: ``left`` and ``right`` in pixels."""
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(left - _BLEED, 14, right, 8)

    def show_story(self, story: OpenStory) -> None:
        """Show the head of a story."""
        self.slug.set_text(story.script.slug)
        self.headline.set_text(story.script.headline)
        self.show_state(story)

    def show_blank(self) -> None:
        """Show the head of an empty sheet."""
        self.slug.set_text("")
        self.headline.set_text("")
        self._revision.setText("")
        draft = status_look("draft")
        self._badge.set_state(draft.icon, draft.words, ink=draft.ink, fill=draft.fill)
        self.act.show_state("draft")
        self._airtime = None
        self.airtime.set_text("")
        self.airtime.setVisible(False)
        self.embargo.show_time(None)
        self.embargo.hide()
        self.aloud.setChecked(False)

    def show_state(self, story: OpenStory) -> None:
        """Show what saving changes: status, revision and airtime; the words being typed stay."""
        self._show_status(story)
        revision = _("revisi {n}").format(n=story.revision) if story.revision else _("belum ada revisi")
        self._revision.setText(f"{revision},")
        self.airtime.setVisible(True)
        self._airtime, self._asked = story.airtime, ""
        if not self.airtime.hasFocus():
            self._show_airtime()
        self.embargo.show_time(story.embargo)
        self._hide_embargo()

    def _show_status(self, story: OpenStory) -> None:
        look = status_look(story.status, trashed=story.trashed)
        # The line over the script says the whole of it, and the slug needs the room.
        words = _("Berubah") if story.status.value == "changed" and not story.trashed else look.words
        self._badge.set_state(look.icon, words, ink=look.ink, fill=look.fill, struck=look.struck)
        self._badge.setAccessibleName(look.words)
        show_tip(self._badge, story.reason if story.kind == "returned" else "")
        self.act.show_state(story.status, trashed=story.trashed)

    def _hide_embargo(self) -> None:
        """Show the embargo where there is one, or where somebody is typing it."""
        self.embargo.setVisible(self.embargo.hasFocus() or self.embargo.until is not None)
        self._fit()

    def _fit(self) -> None:
        """Leave the revision to Riwayat, and "Dibaca" to its icon, where both times need their room."""
        roomy = self.embargo.isHidden() or self.width() >= _ROOMY
        self._revision.setVisible(roomy)
        self.aloud.set_words(_("Dibaca") if roomy else "", _("Dibaca"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def take_back_airtime(self) -> None:
        """Show the airtime that is stored: what was typed could not be. Words typed since then stay."""
        if self.airtime.text() == self._asked:
            self._show_airtime()
        self._asked = ""

    def set_length(self, length: str) -> None:
        """Show the read time."""
        self.length.set_text(length)

    def _show_airtime(self) -> None:
        at = airtime.shown(self._airtime, self._now())
        self.airtime.set_text(_("tayang {at}").format(at=at) if at else "")

    def _slug_typed(self, text: str) -> None:
        # Slugs are capitals with hyphens (MOS storySlug); the cursor stays where it is.
        cursor = self.slug.cursorPosition()
        proper = text.upper().replace(" ", "-")
        if proper != text and len(proper) == len(text):
            self.slug.setText(proper)
            self.slug.setCursorPosition(cursor)
        self.edited.emit()

    def _airtime_entered(self) -> None:
        try:
            airtime.typed(self._airtime_words(), self._now())
        except ValueError:  # told when the field is finished with, which comes next; one types again here
            return
        self.headline.setFocus(Qt.FocusReason.TabFocusReason)

    def _airtime_words(self) -> str:
        return self.airtime.text().removeprefix(_("tayang {at}").format(at="")).strip()

    def _airtime_finished(self) -> None:
        words = self._airtime_words()
        if words == airtime.shown(self._airtime, self._now()):
            self._show_airtime()
            return
        try:
            at = airtime.typed(words, self._now())
        except ValueError:
            self.airtime_wrong.emit(words)
            self._show_airtime()
            return
        # Enter finishes twice: by itself, and by leaving the field.
        if at != self._airtime and (not self._asked or self.airtime.text() != self._asked):
            self._asked = self.airtime.text()
            self.airtime_typed.emit(at)
