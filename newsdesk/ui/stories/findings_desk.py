"""The findings of the script on the desk: asked for after every change, shown, mended, let be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu

from newsdesk.i18n import _
from newsdesk.ui.stories.card_place import show_line
from newsdesk.ui.stories.finding_card import can_be_learned
from newsdesk.ui.stories.finding_checker import FindingChecker, Question
from newsdesk.ui.stories.finding_commands import finding_commands
from newsdesk.ui.stories.finding_groups import Group, grouped, shortened
from newsdesk.ui.stories.finding_menu import Act, put_first
from newsdesk.ui.stories.let_be import StoryLetBe
from newsdesk.ui.stories.margin_notes import MarginNotes
from newsdesk.ui.stories.mending import mend
from newsdesk.ui.stories.own_words import OwnWords
from newsdesk.ui.stories.script_findings import Place, places_of
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.checking import LetBe
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.checks import Ready
    from newsdesk.services.findings import Finding
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.reading import Reading
    from newsdesk.ui.commands import Command
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.panes import Panes
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks

_MINUTE_MS = 60_000
_LOST_MS = 150
"""How long the rows wait for the check of words that were touched: it mostly finds the same again, and rows
that go and come back with every key would flicker, and hold the keys up."""


class FindingsDesk(QObject):
    """Everything the window does with findings; marks, notes and section show what this decides.

    :attr:`shown` comes when they are shown anew.
    """

    shown = Signal()

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        pane: ScriptPane,
        inspector: Inspector,
        desk: StoryDesk,
        panes: Panes,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._panes = panes
        self._editor = pane.editor
        self._text = pane.editor.text
        self._inspector = inspector
        self._section = inspector.findings
        self._desk = desk
        self._now = now
        self._newsroom: Newsroom | None = None
        self._reading: Reading | None = None
        self._groups: list[Group] = []
        self._let = StoryLetBe(tasks, self._tell, self)
        self._let.changed.connect(self._let_be_changed)
        self._own_words = OwnWords(tasks, pane.news, self.look_again, self._tell)
        self._moving = False
        self.marks = self._editor.findings
        self.notes = MarginNotes(self._editor, look, self.marks)
        self.checker = FindingChecker(tasks, self._tell, self)
        self.checker.found.connect(self._found)
        self._rows_later = QTimer(self._section)  # it goes with the rows, whoever else stays a little longer
        self._rows_later.setSingleShot(True)
        self._rows_later.timeout.connect(self._show_rows)
        self._asked_on: date | None = None
        """On which day the findings were asked for: the next day "kemarin" is another one."""
        self._minute = QTimer(self._section)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._day_changed)
        self._minute.start()
        self._connect()

    def _connect(self) -> None:
        card = self._section.card
        self._text.all_read.connect(self._ask)
        self._editor.cursorPositionChanged.connect(self._cursor_moved)
        self._editor.menu_opening.connect(self._fill_menu)
        self.marks.changed.connect(self._rows_soon)
        self.marks.lost.connect(self._rows_after_the_check)
        self.notes.clicked.connect(self._note_clicked)
        self._section.chosen.connect(self._row_chosen)
        self._section.again.connect(self._look_again)
        card.mended.connect(self._mend_selected)
        card.mended_all.connect(self._mend_all)
        card.let.connect(self._let_be)
        card.learned.connect(self._learn)
        card.left.connect(self._back_to_script)
        self._desk.laid_down.connect(self._laid_down)
        self._desk.cleared.connect(lambda: self._laid_down(None))

    # ------------------------------------------------------------ coming and going

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on; its scripts are checked once they can be read."""
        self._newsroom = newsroom
        self._let.opened(newsroom)
        self._reading = None
        self.checker.use(None, None)

    def read_with(self, reading: Reading) -> None:
        """Check by how scripts are read now."""
        self._reading = reading
        self.checker.again()
        self.look_again()

    def look_again(self) -> None:
        """Check by what the newsroom has settled by now, and by its register of sources."""
        newsroom, reading = self._newsroom, self._reading
        if newsroom is None or reading is None:
            return

        def use(ready: Ready) -> None:
            if newsroom is self._newsroom:
                self.checker.use(ready, reading)
                self._ask()

        self._tasks.run(newsroom.checks.ready, use, self._tell)

    def _laid_down(self, story: object) -> None:
        here = self._desk.story if story is not None else None
        self._let.follow(here.id if here is not None else 0)
        self._show([])
        if here is not None:
            self.look_again()

    # ------------------------------------------------------------ asking and showing

    def _ask(self) -> None:
        if not self._text.busy:
            self._asked_on = self._now().date()
            self.checker.ask(Question(self._text.body, self._asked_on, self._text.day))

    def _day_changed(self) -> None:
        if self._desk.story is not None and self._asked_on not in (None, self._now().date()):
            self._ask()

    def _found(self, question: Question, findings: Sequence[Finding]) -> None:
        # Words typed since then have asked anew; until that answer comes the marks move along with theirs.
        if question.body == self._text.body and not self._text.busy:
            self._show(places_of(question.body, findings))

    def _show(self, places: list[Place]) -> None:
        told, let, reasons = places, list[Place](), self._let.reasons
        if reasons:  # the key of a finding is a hash: hundreds are not made for nothing
            told = []
            for place in places:
                (let if place.finding.key in reasons else told).append(place)
        self.marks.show(told, let)
        self._rows_later.stop()
        self._show_rows()

    def _rows_soon(self) -> None:
        self._rows_later.start(0)

    def _rows_after_the_check(self) -> None:
        self._rows_later.start(_LOST_MS)

    def _show_rows(self) -> None:
        self._groups = grouped(self.marks.places)
        chosen = self.marks.selected
        self._section.show_groups(
            self._groups, next((group for group in self._groups if chosen in group.places), None)
        )
        self._section.show_let_be(grouped(self.marks.let_be), self._let.reasons, self._now())
        self._inspector.show_findings(len(self._groups))
        self.notes.show_groups(self._groups)
        self.shown.emit()

    @property
    def reasons(self) -> Mapping[str, LetBe]:
        """Why findings of this story may stand, by their keys."""
        return self._let.reasons

    # ------------------------------------------------------------ going from one to the next

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        return finding_commands(self.marks, self.mend_and_go_on, self.go_on, self.ask_why, self._learn)

    def mend_and_go_on(self) -> None:
        """Mend the selected finding and go to the next; with none selected, go to the next."""
        if self.marks.selected is None:
            self.go_on()
        else:
            self._mend_selected(0)

    def go_on(self) -> None:
        """Go to the next finding without mending."""
        chosen = self.marks.selected
        at = chosen.start + 1 if chosen is not None else self._editor.textCursor().selectionStart()
        following = self.marks.after(at)
        # Two may begin at one place: the one after the selected comes next.
        if chosen is not None and chosen in self.marks.places:
            places = self.marks.places
            following = places[(places.index(chosen) + 1) % len(places)]
        if following is not None:
            self._go_to(following)

    def ask_why(self) -> None:
        """Ask why the selected finding may stand."""
        if self._group() is not None:
            self._panes.show_inspector()
            self._inspector.open_section("findings")
            self._section.card.ask_why()
            self._inspector.bring(self._section.card)

    def _go_to(self, place: Place) -> None:
        self._select(place)
        if self._editor.isHidden():
            return
        self._moving = True
        cursor = self._editor.textCursor()
        cursor.setPosition(place.end)
        self._editor.setTextCursor(cursor)
        self._moving = False
        show_line(self._editor, place.start, min(place.end, place.start + 1))

    def _select(self, place: Place | None) -> None:
        self.marks.select(place)
        self._rows_later.stop()
        self._show_rows()
        if place is not None:
            self._inspector.bring(self._section.card)

    def _cursor_moved(self) -> None:
        if self._moving or not self.marks.places:
            return
        place = self.marks.at(self._editor.textCursor().position())
        if place is not None and place != self.marks.selected:
            self.marks.select(place)

    def _group(self) -> Group | None:
        chosen = self.marks.selected
        if chosen is None:
            return None
        return next((group for group in grouped(self.marks.places) if chosen in group.places), None)

    def _back_to_script(self) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ mending

    def _mend_selected(self, number: int) -> None:
        chosen = self.marks.selected
        if chosen is not None:
            self._mend([chosen], number)

    def _mend_all(self) -> None:
        group = self._group()
        if group is not None:
            self._mend(group.places, 0)

    def _row_chosen(self, group: Group) -> None:
        self._go_to(group.places[0])

    def _note_clicked(self, group: Group) -> None:
        place = next((one for one in self.marks.places if one.finding is group.finding), None)
        if place is not None:
            self._go_to(place)
            if place.finding.fixes:
                self._mend([place], 0)

    def _mend(self, places: Sequence[Place], number: int) -> None:
        if self._editor.isReadOnly() or self._editor.isHidden():
            self._pane.news.tell(_("Naskah ini sedang tidak bisa diubah."), icon="lock")
            return
        places = [place for place in places if self.marks.stands(place)]
        if not places:
            return
        if number >= len(places[0].finding.fixes):
            self._pane.news.tell(
                _("Temuan ini tidak bisa diperbaiki otomatis: ubah sendiri, atau biarkan dengan alasan."),
                icon="circle-alert",
            )
            return
        self._moving = True
        behind = mend(self._editor, places, number)
        self._moving = False
        following = self.marks.after(behind)
        if following is not None:
            self._go_to(following)
        else:
            self._select(None)
            self._put_cursor(behind)

    def _put_cursor(self, position: int) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(min(position, self._text.document.characterCount() - 1))
        self._editor.setTextCursor(cursor)

    # ------------------------------------------------------------ letting be, learning

    def _let_be(self, reason: str) -> None:
        story, group = self._desk.story, self._group()
        if story is not None and group is not None:
            self._let.let(story.id, group.keys, reason)
            self._back_to_script()

    def _look_again(self, group: Group) -> None:
        if self._desk.story is not None:
            self._let.look_again(self._desk.story.id, group.keys)

    def _let_be_changed(self) -> None:
        self._show(sorted((*self.marks.places, *self.marks.let_be), key=lambda place: place.start))

    def _learn(self) -> None:
        newsroom, group = self._newsroom, self._group()
        if newsroom is not None and group is not None and can_be_learned(group):
            self._own_words.learn(newsroom, group.finding.words)

    # ------------------------------------------------------------ the script's menu

    def _fill_menu(self, menu: QMenu, position: int) -> None:
        """Put what can be done with the finding at ``position`` at the head of the script's menu."""
        place = self.marks.at(position)
        if place is None:
            return
        self._select(place)
        free, group = not self._editor.isReadOnly(), self._group()
        gone = _("Hapus “{words}”").format(words=shortened(place.finding.words))
        acts = [
            Act(shortened(fix) or gone, partial(self._mend, [place], number), free)
            for number, fix in enumerate(place.finding.fixes)
        ]
        acts.append(Act(_("Biarkan, karena…"), self.ask_why))
        if group is not None and can_be_learned(group):
            acts.append(Act(_("Tambahkan ke kamus redaksi"), self._learn))
        put_first(menu, acts)

    def _tell(self, error: NewsdeskError) -> None:
        self._pane.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)
