"""Catatan: what colleagues say about the story, tied to words of it or to the whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.finding_groups import shortened
from newsdesk.ui.stories.history_section import when
from newsdesk.ui.stories.note_box import NoteBox
from newsdesk.ui.stories.passage_card import LEFT, RIGHT, PassageCard

if TYPE_CHECKING:
    from newsdesk.domain.comments import Comment
    from newsdesk.ui.look import Look

_BOX = 72


class CommentsSection(QWidget):
    """The notes in the order in which they were made, those that are settled last, and a box for another.

    :attr:`chosen` carries a note, to lead to its words; :attr:`settled` and :attr:`reopened` its id;
    :attr:`wanted` asks to begin a note, :attr:`given` carries the words of one; :attr:`left` comes when the
    keyboard goes back to the text: Esc leaves words where they are. :attr:`given_up` asks to throw them away.
    """

    # A note's number has 62 bits; Qt's int has 32.
    chosen = Signal(object)
    settled = Signal(object)
    reopened = Signal(object)
    wanted = Signal()
    given = Signal(str)
    left = Signal()
    given_up = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._told: object = None
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._link = QWidget()
        link = QHBoxLayout(self._link)
        link.setContentsMargins(8, 2, 8, 8)
        link.setSpacing(4)
        self.add = Button(look, _("Beri catatan"), Kind.LINK, icon="message-square-plus", small=True)
        self.add.clicked.connect(self.wanted)
        link.addWidget(self.add)
        link.addWidget(KeyCap(look, keys_of("notes.add")))
        link.addStretch(1)
        self.writer = self._make_box(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._rows)
        column.addWidget(self._link)
        column.addWidget(self.writer)
        self.writer.hide()

    def _make_box(self, look: Look) -> QWidget:
        writing = QWidget()
        self._about = TextBlock(look, "", "kecil", "text_2")
        self.box = NoteBox(look, _("Catatan"), _("Apa yang perlu diketahui rekan?"))
        self.box.setFixedHeight(_BOX)
        self.box.typed.connect(self._typed)
        self.box.entered.connect(self._give)
        self.box.left.connect(self._leave)
        self.keep = Button(
            look, _("Simpan catatan"), Kind.STRONG, key="Ctrl+Return", small=True, parent=writing
        )
        self.keep.clicked.connect(self._give)
        self.cancel = Button(look, _("Batal"), Kind.GHOST, small=True)
        self.cancel.clicked.connect(self._give_up)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(writing)
        column.setContentsMargins(LEFT, 4, RIGHT, 12)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addWidget(self.box)
        column.addLayout(buttons)
        return writing

    # ------------------------------------------------------------ the notes

    def rows(self) -> list[PassageCard]:
        """Return the rows in their order."""
        return self.findChildren(PassageCard)

    def show_comments(self, comments: Sequence[Comment], placed: Collection[int], now: datetime) -> None:
        """Show these notes; those with their ids in ``placed`` stand at words of the text being shown."""
        told = [(one, one.id in placed) for one in comments]
        if told == self._told:
            return
        self._told = told
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for one in sorted(comments, key=lambda comment: comment.done):
            self._rows.addWidget(self._row(one, one.id in placed, now))

    def _row(self, one: Comment, placed: bool, now: datetime) -> QWidget:
        at = _("{at}, revisi {n}").format(at=when(one.at, now), n=one.revision)
        quote = f"“{shortened(one.quote)}”" if one.quote else ""
        gone = _("kata-katanya sudah berubah") if one.quote and not placed else ""
        settled = _("selesai") if one.done else ""
        name = ", ".join(part for part in (one.by_name, at, quote, gone, one.text, settled) if part)
        card = PassageCard(self._look, name, ruled=False)
        layout = card.layout()
        assert layout is not None
        layout.setContentsMargins(LEFT, 6, RIGHT, 2)
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        quiet = "text_3" if one.done else "text"
        line.addWidget(Label(self._look, one.by_name, "kecil", quiet, weight=600), 1)
        line.addWidget(Label(self._look, at, "kecil", "text_3"))
        card.add(head)
        if quote:
            card.add(TextBlock(self._look, ", ".join(p for p in (quote, gone) if p), "kecil", "text_3"), 2)
        card.add(TextBlock(self._look, one.text, "isi", "text_3" if one.done else "text_2"), 2)
        card.clicked.connect(lambda: self.chosen.emit(one))
        act = Button(
            self._look,
            _("Buka lagi") if one.done else _("Selesai"),
            Kind.LINK,
            icon="undo-2" if one.done else "check",
            small=True,
        )
        act.setAccessibleName(_("{act}: catatan {name}").format(act=act.text(), name=one.by_name))
        act.clicked.connect(lambda: (self.reopened if one.done else self.settled).emit(one.id))
        below = QHBoxLayout()
        below.setContentsMargins(LEFT - 8, 0, RIGHT, 4)
        below.addWidget(act)
        below.addStretch(1)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(card)
        column.addLayout(below)
        return row

    # ------------------------------------------------------------ another one

    def begin(self, quote: str, words: str = "") -> None:
        """Begin a note on the words ``quote``, or on the whole story when there are none.

        ``words`` were written before and not sent.
        """
        self.resume(quote, words)
        self.box.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resume(self, quote: str, words: str) -> None:
        """Show a note again that was begun and not sent; the keyboard stays where it is."""
        if words and not self.box.text():
            self.box.words.setPlainText(words)
        self._about.set_words(
            _("Pada “{words}”").format(words=shortened(quote)) if quote else _("Pada seluruh naskah")
        )
        self._link.hide()
        self.writer.show()
        self._typed()

    @property
    def writing(self) -> bool:
        """Whether a note is being written."""
        return not self.writer.isHidden()

    def put_away(self) -> None:
        """Put the box away; whoever was in it goes back to the text."""
        if self.writing:
            self.close_box()
            self.left.emit()

    def _leave(self) -> None:
        if self.box.text():
            self.left.emit()
        else:
            self.put_away()

    def _give_up(self) -> None:
        if self.box.text():
            self.given_up.emit()
        else:
            self.put_away()

    def close_box(self) -> None:
        """Empty the box and show the link again; the keyboard stays where it is."""
        self.writer.hide()
        self._link.show()
        self.box.clear()

    def _give(self) -> None:
        words = self.box.text()
        if words:
            self.given.emit(words)

    def _typed(self) -> None:
        self.keep.set_available(bool(self.box.text()), _("Tulis dulu catatannya."))
