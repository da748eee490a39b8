"""The Buletin page at work: what is shown of the bulletin on the desk, and its edits."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from newsdesk.domain.readiness import problems
from newsdesk.i18n import _, clock
from newsdesk.ui.bulletins.bulletin_desk import BulletinDesk
from newsdesk.ui.bulletins.choosing import Choosing
from newsdesk.ui.bulletins.facts import facts_of
from newsdesk.ui.bulletins.head_words import head_words
from newsdesk.ui.bulletins.page_commands import PageActs, page_commands, row_commands
from newsdesk.ui.bulletins.placing import Placing
from newsdesk.ui.bulletins.problem_words import problem_words
from newsdesk.ui.bulletins.ready_desk import ReadyDesk
from newsdesk.ui.bulletins.ready_panel import Missing
from newsdesk.ui.bulletins.row_acts import RowActs
from newsdesk.ui.bulletins.rundown_sheet import Kept
from newsdesk.ui.bulletins.trim_desk import TrimDesk
from newsdesk.ui.bulletins.view import BulletinView
from newsdesk.ui.components.over_under import signed_length
from newsdesk.ui.rundown.rows import FLOATS, RowView, rundown_rows
from newsdesk.ui.rundown.rundown_desk import RundownDesk
from newsdesk.ui.rundown.sound_files import SoundFiles
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.bulletin import Bulletin
    from newsdesk.domain.open_rundown import StoryState
    from newsdesk.domain.rundown import Rundown
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.clips import Clips
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.commands import Command
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.look import Look
    from newsdesk.ui.rundown.edits import Edit
    from newsdesk.ui.rundown.rundown_model import Key
    from newsdesk.ui.tasks import Tasks


class PageRoom(QObject):
    """Brings the desks and the view together.

    :attr:`story_wanted` carries the id of a story to be opened on its page, :attr:`air_wanted` a bulletin's
    that is to go on air, :attr:`seen` the bulletin as it is shown; :attr:`programmes_wanted` asks for Atur.
    """

    story_wanted = Signal(object)
    air_wanted = Signal(object)
    seen = Signal(object)
    programmes_wanted = Signal()

    def __init__(
        self, look: Look, tasks: Tasks, news: NewsLine, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tasks = tasks
        self._news = news
        self._now = now
        self._headed: Bulletin | None = None
        self._chosen: Collection[Key] = ()
        self._folded: set[int] = set()
        # What is found is asked for by a person, long after all of this is made.
        self.view = BulletinView(look, lambda needle, give: self.placing.find(needle, give))
        self.desk = BulletinDesk(tasks, now, self)
        pane = self.view.pane
        self.rundown = RundownDesk(pane, self._rundown, self._edit, self._new_id, self)
        self.rows = RowActs(self.desk, self.view, self.rundown, news, self._zone, self.story_wanted.emit)
        self.placing = Placing(
            tasks, self.desk, self.view, self.rundown, news, now, self.rows.current_state, self._tell
        )
        self.choosing = Choosing(self.desk, self.view, news, now, self._zone)
        self.trims = TrimDesk(tasks, self.desk, self.view.adviser, self._zone, self)
        self.sounds = SoundFiles(tasks, pane, self._clips, self)
        self.ready = ReadyDesk(look, tasks, self.desk, self.view, news, self)
        self._connect()

    # ------------------------------------------------------------ what can be done

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        return page_commands(
            self.view,
            self.rundown,
            self._acts(),
            lambda: self.desk.newsroom is not None,
            lambda: self.desk.sheet is not None,
        )

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in a newsroom, or in none."""
        self.placing.clear()
        self.desk.opened(newsroom)
        if newsroom is not None and self.view.isVisible():
            self.came()

    def came(self) -> None:
        """Somebody looks at the page."""
        self.desk.watch(True)
        if self.desk.sheet is None:
            self.desk.load_next()
        else:
            self.desk.look_again()

    def tick(self, at: datetime) -> None:
        """Let the countdown run."""
        if self.view.isVisible():
            self.view.head.tick(at)
        else:
            self.desk.watch(False)

    def read_again(self) -> None:
        """The zone or the language is another: write everything anew."""
        self._laid()

    def _acts(self) -> PageActs:
        return PageActs(
            undo=self.undo,
            redo=self.redo,
            insert=self.insert,
            edit=self.rows.edit_current,
            newest=self.rows.take_newest,
            story=self.rows.open_story,
            flash=self.placing.flash,
            choose=self.choosing.choose,
            previous=lambda: self.desk.step(forward=False),
            next=lambda: self.desk.step(forward=True),
            new=self.choosing.ask_new,
            change=self.choosing.ask_change,
            problem=self.rows.next_problem,
            ready=self.ready.call_ready,
            not_ready=self.ready.take_back,
            air=self._air,
            trim=self.view.adviser.apply,
        )

    # ------------------------------------------------------------ what is shown

    def _laid(self) -> None:
        sheet = self.desk.sheet
        self._headed = None
        self._folded.clear()
        self.placing.clear()
        if sheet is None:
            if self.desk.newsroom is not None:
                self.view.show_none()
            return
        self._say_kept(sheet.kept, loaded=True)
        self._show()
        self.desk.ask_tray()
        if self.view.isVisible() and not self.view.pane.editing:
            self.view.take_keyboard()

    def _show(self) -> None:
        sheet = self.desk.sheet
        if sheet is None:
            return
        opened, times, zone = sheet.opened, sheet.times, self._zone()
        tolerance = opened.bulletin.tolerance_ms
        self._folded &= {FLOATS, *(block.id for block in opened.rundown.blocks)}
        found = problems(opened, times)
        view = RowView(facts_of(opened, times, zone, found), zone, tolerance, self._folded)
        rows = rundown_rows(opened.rundown, times, view)
        chosen, self._chosen = self._chosen, ()
        self.view.pane.show_rows(rows, chosen)
        self.view.show_bulletin(rows=bool(rows) or not self.view.pane.inserting.isHidden())
        if opened.bulletin is not self._headed:  # dates are slow to write, and an edit changes none
            self._headed = opened.bulletin
            self.view.head.show_bulletin(head_words(opened, zone), self._now())
        self.view.head.show_times(times, tolerance)
        over = signed_length(times.over_ms)
        self.view.foot.advice.set_words(_("Saran pangkas, {over}").format(over=over))
        self.ready.show([Missing(one.item_id, one.slug, problem_words(one, zone)) for one in found], zone)
        self.seen.emit(opened)

    def _say_kept(self, kept: Kept, *, loaded: bool = False) -> None:
        foot = self.view.foot
        if kept is Kept.KEPT:
            at = "" if loaded else clock(self._now())
            foot.say_saved("check", _("Tersimpan {at}").format(at=at).strip())
        elif kept is Kept.KEEPING:
            foot.say_saved("", _("Menyimpan…"), "text_3")
        else:
            words = _("Belum tersimpan; basis data belum bisa dihubungi, mencoba lagi 10 dtk")
            foot.say_saved("cloud-off", words, "tunggu")

    # ------------------------------------------------------------ edits

    def undo(self) -> None:
        """Take the last edit back, or the suggestions that were applied after it."""
        sheet = self.desk.sheet
        if sheet is not None and not self.trims.undo(self._tell_undone):
            self._tell_undone(sheet.undo())

    def _tell_undone(self, words: str) -> None:
        told = _("Diurungkan: {what}").format(what=words) if words else _("Tidak ada yang bisa diurungkan.")
        self._news.tell(told, icon="undo-2")

    def redo(self) -> None:
        """Do again what was undone last."""
        sheet = self.desk.sheet
        if sheet is not None:
            words = sheet.redo()
            told = _("Diulangi: {what}").format(what=words) if words else _("Tidak ada yang bisa diulangi.")
            self._news.tell(told, icon="redo-2")

    def insert(self) -> None:
        """Offer what can be put in."""
        if self.desk.sheet is not None:
            self.view.show_bulletin(rows=True)
            self.view.pane.open_insert()

    def _clips(self) -> Clips | None:
        return None if self.desk.newsroom is None else self.desk.newsroom.clips

    def _rundown(self) -> Rundown | None:
        return None if self.desk.sheet is None else self.desk.sheet.opened.rundown

    def _edit(self, edit: Edit, states: Collection[StoryState], keys: Collection[Key]) -> bool:
        sheet = self.desk.sheet
        if sheet is None:
            return False
        self._chosen = keys
        changed = sheet.do(edit, states)
        self._chosen = ()
        return changed

    def _new_id(self) -> int:
        newsroom = self.desk.newsroom
        assert newsroom is not None  # rows are put into a bulletin of an open newsroom only
        return newsroom.bulletins.new_id()

    def _fold(self, block_id: int, folded: bool) -> None:
        (self._folded.add if folded else self._folded.discard)(block_id)
        self._show()

    def _go_to(self, item_id: int) -> None:
        table = self.view.pane.table
        self._folded.clear()
        self._show()
        place = table.rows.place_of((False, item_id))
        if place >= 0:
            table.set_current(place)
            self.view.take_keyboard()

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self.view)
        for command in row_commands(self.rundown, self._acts(), lambda: True):
            action = menu.addAction(self._look.icons.icon(command.icon, 16, "text_2"), command.words)
            action.setShortcut(keys_of(command.shortcut))
            action.setEnabled(command.when())
            action.triggered.connect(command.run)
        menu.popup(at)

    def _air(self) -> None:
        self.ready.before_air(lambda bulletin_id: self.air_wanted.emit(bulletin_id))

    # ------------------------------------------------------------ telling

    def _told(self, words: str) -> None:
        self._news.tell(words, icon="undo-2", act=_("Urungkan"), run=self.undo, stays=True, about="bulletin")

    def _met(self) -> None:
        self._news.tell(
            _("Rekan Anda juga mengubah susunan ini; perubahan Anda ditambahkan sesudah perubahannya."),
            icon="users",
        )

    def _tell(self, error: NewsdeskError) -> None:
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

    def _applied(self, words: str, undo: Callable[[], None]) -> None:
        self._news.tell(words, icon="scissors", act=_("Urungkan"), run=undo, stays=True)

    def _zone(self) -> tzinfo:
        zone = self._now().tzinfo
        assert zone is not None  # the page's clock runs in the station's zone
        return zone

    # ------------------------------------------------------------ putting it together

    def _connect(self) -> None:
        view, desk, table = self.view, self.desk, self.view.pane.table
        desk.laid.connect(self._laid)
        desk.changed.connect(self._show)
        desk.keeping.connect(self._say_kept)
        desk.met.connect(self._met)
        desk.failed.connect(self._tell)
        self.rundown.told.connect(self._told)
        self.trims.applied.connect(self._applied)
        table.folded.connect(self._fold)
        table.asked.connect(self._menu)
        view.pane.inserting.left.connect(self._show)
        view.insert_wanted.connect(self.insert)
        view.programmes_wanted.connect(self.programmes_wanted)
        view.ready.gone_to.connect(self._go_to)
        view.ready.air_wanted.connect(self._air)
        view.came.connect(self.came, Qt.ConnectionType.QueuedConnection)
