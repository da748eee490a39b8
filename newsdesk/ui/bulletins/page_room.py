"""The Buletin page at work: what is shown of the bulletin on the desk, and what its widgets ask for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from newsdesk.domain.readiness import problems
from newsdesk.i18n import _, clock, ngettext
from newsdesk.ui.bulletins.bulletin_desk import BulletinDesk
from newsdesk.ui.bulletins.facts import facts_of
from newsdesk.ui.bulletins.finding import found_rows
from newsdesk.ui.bulletins.head_words import head_words
from newsdesk.ui.bulletins.page_commands import PageActs, page_commands, row_commands
from newsdesk.ui.bulletins.problem_words import problem_words
from newsdesk.ui.bulletins.ready_desk import ReadyDesk
from newsdesk.ui.bulletins.ready_panel import Missing
from newsdesk.ui.bulletins.rundown_sheet import Kept
from newsdesk.ui.bulletins.tray_cards import tray_cards
from newsdesk.ui.bulletins.trim_desk import TrimDesk
from newsdesk.ui.bulletins.view import BulletinView
from newsdesk.ui.components.over_under import signed_length
from newsdesk.ui.rundown.rows import FLOATS, ItemRow, RowView, rundown_rows
from newsdesk.ui.rundown.rundown_desk import RundownDesk
from newsdesk.ui.rundown.sound_files import SoundFiles
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.bulletin import Bulletin, BulletinRow, Programme
    from newsdesk.domain.open_rundown import Reader, StoryState, TrayRow
    from newsdesk.domain.rundown import Block, Rundown, RundownItem
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.clips import Clips
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.bulletins.bulletin_form import BulletinWishes
    from newsdesk.ui.commands import Command
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.components.two_line_rows import TwoLineRow
    from newsdesk.ui.look import Look
    from newsdesk.ui.rundown.drops import Drop
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
        self._tray: Sequence[TrayRow] = ()
        self._headed: Bulletin | None = None
        self._chosen: Collection[Key] = ()
        self._folded: set[int] = set()
        self.view = BulletinView(look, self._find)
        self.desk = BulletinDesk(tasks, now, self)
        pane = self.view.pane
        self.rundown = RundownDesk(pane, self._rundown, self._edit, self._new_id, self)
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
        self._tray = ()
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
            edit=self._edit_current,
            newest=self._take_newest,
            story=self._open_story,
            flash=self._flash,
            choose=self._choose,
            previous=lambda: self.desk.step(forward=False),
            next=lambda: self.desk.step(forward=True),
            new=self._ask_new,
            change=self._ask_change,
            problem=self._next_problem,
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
        self._tray = ()
        self.view.tray.show_cards((), "")
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

    def _show_tray(self, rows: Sequence[TrayRow]) -> None:
        sheet = self.desk.sheet
        if sheet is not None:
            placed = {item.story_id for item in sheet.opened.rundown.items}
            self._tray = [row for row in rows if row.state.story_id not in placed]
            self.view.tray.show_cards(*tray_cards(self._tray, sheet.opened))

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
        """Take the last edit back."""
        sheet = self.desk.sheet
        if sheet is not None:
            words = sheet.undo()
            told = (
                _("Diurungkan: {what}").format(what=words) if words else _("Tidak ada yang bisa diurungkan.")
            )
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

    def _place(self, state: StoryState, after: Drop | None = None) -> None:
        newsroom, sheet = self.desk.newsroom, self.desk.sheet
        if newsroom is None or sheet is None:
            return
        self.rundown.put(newsroom.bulletins.row_of(state, sheet.opened), state, after)
        self._show_tray(self._tray)

    def _place_from_tray(self, story_id: int, after: Drop | None = None) -> None:
        row = next((one for one in self._tray if one.state.story_id == story_id), None)
        if row is not None:
            self._place(row.state, after)

    def _dropped(self, drop: Drop, _ids: list[int], story_id: int) -> None:
        if story_id:
            self._place_from_tray(story_id, drop)

    def _place_found(self, story_id: int) -> None:
        self.view.take_keyboard()
        self.desk.state_of(story_id, self._place)

    def _find(self, needle: str, give: Callable[[Sequence[TwoLineRow]], None]) -> None:
        newsroom, sheet = self.desk.newsroom, self.desk.sheet
        if newsroom is not None and sheet is not None:
            placed = frozenset(item.story_id or 0 for item in sheet.opened.rundown.items)
            self._tasks.run(lambda: found_rows(newsroom, needle, placed), give, self._tell)

    def _edit_key(self, key: Key, at_x: int) -> None:
        rundown = self._rundown()
        heading, number = key
        if rundown is None:
            return
        if heading:
            block = rundown.block(number)
            if block is not None:
                self._open_block(block)
        else:
            item = rundown.item(number)
            if item is not None:
                self._open_item(item, at_x)

    def _edit_current(self) -> None:
        key = self.view.pane.table.current_key()
        if key is not None:
            self._edit_key(key, -1)

    def _open_item(self, item: RundownItem, at_x: int = -1) -> None:
        sheet = self.desk.sheet
        if sheet is not None:
            state = sheet.opened.state_of(item)
            readers = sorted((one.id, one.name) for one in sheet.opened.readers.values())
            readers.sort(key=lambda one: one[1])
            airtime = sheet.opened.bulletin.airtime.astimezone(self._zone())
            self.view.pane.edit_item(item, state.slug if state else item.slug, readers, airtime, at_x)

    def _open_block(self, block: Block) -> None:
        self.view.pane.edit_block(block)

    def _fold(self, block_id: int, folded: bool) -> None:
        (self._folded.add if folded else self._folded.discard)(block_id)
        self._show()

    # ------------------------------------------------------------ rows and their stories

    def _current_state(self) -> tuple[StoryState, RundownItem] | None:
        row, sheet = self.view.pane.table.current_row(), self.desk.sheet
        if sheet is None or not isinstance(row, ItemRow):
            return None
        state = sheet.opened.state_of(row.item)
        return None if state is None else (state, row.item)

    def _take_newest(self) -> None:
        found = self._current_state()
        if found is not None:
            self.rundown.pin_newest(*found)

    def _open_story(self) -> None:
        row, found = self.view.pane.table.current_row(), self._current_state()
        if found is not None:
            self.story_wanted.emit(found[0].story_id)
        elif isinstance(row, ItemRow) and row.item.kind.is_played:
            self._open_item(row.item)
            self.view.pane.editor.sound.choose()

    def _flash(self) -> None:
        card = self.view.tray.cards.current_card() if self.view.tray.cards.hasFocus() else None
        found = self._current_state()
        story_id = card.story_id if card is not None else found[0].story_id if found is not None else None
        if story_id is None:
            self._news.tell(_("Pilih dulu naskahnya, di Siap ditaruh atau di susunan."), icon="zap")
            return
        slug = card.slug if card is not None else found[0].slug if found is not None else ""
        after = self._on_air_now()

        def done() -> None:
            self._show_tray(self._tray)  # it stands in the rows now
            words = _("Kilat: {slug} dibaca berikutnya; penyiar diminta menandai sudah melihatnya.")
            self._news.tell(words.format(slug=slug), icon="zap")

        self.desk.act(
            lambda newsroom, bulletin_id, _version: newsroom.bulletins.flash(bulletin_id, story_id, after),
            done,
        )

    def _on_air_now(self) -> int | None:
        """Return the row that is being read by the clock, None before the first."""
        sheet = self.desk.sheet
        if sheet is None:
            return None
        now, row = self._now(), None
        for item in sheet.opened.rundown.counted:
            start = sheet.times.rows[item.id].start
            if start is not None and start <= now < sheet.opened.bulletin.close:
                row = item.id
        return row

    def _next_problem(self) -> None:
        sheet, table = self.desk.sheet, self.view.pane.table
        if sheet is None:
            return
        ids = {one.item_id for one in problems(sheet.opened, sheet.times)}
        rows = table.rows.rows()
        at = table.currentIndex().row()
        order = [*range(at + 1, len(rows)), *range(at + 1)]
        for place in order:
            row = rows[place]
            if isinstance(row, ItemRow) and row.item.id in ids:
                table.set_current(place)
                self.view.take_keyboard()
                return
        self._news.tell(_("Tidak ada yang kurang di susunan ini."), icon="check", token="setuju")

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

    # ------------------------------------------------------------ which bulletin

    def _choose(self) -> None:
        day = self._now().date()
        sheet = self.desk.sheet
        if sheet is not None:
            day = sheet.opened.bulletin.airtime.astimezone(self._zone()).date()
        self._list_day(day, then=self.view.open_picker)

    def _list_day(self, day: date, then: Callable[[], None] | None = None) -> None:
        def came(rows: Sequence[BulletinRow]) -> None:
            sheet = self.desk.sheet
            current = sheet.bulletin_id if sheet is not None else 0
            self.view.picker.show_day(day, rows, self._zone(), self._now().date(), current)
            if then is not None:
                then()

        self.desk.list_day(day, came)

    def _picked(self, bulletin_id: int) -> None:
        self.view.picker.close_quietly()
        self.desk.load(bulletin_id)

    def _ask_new(self) -> None:
        day = self.view.picker.day if not self.view.picker.isHidden() else self._now().date()

        def came(answer: tuple[Sequence[Programme], Sequence[Reader]]) -> None:
            self.view.form.for_new(day, self._zone(), *answer)
            self.view.open_form()

        self.desk.ask_for_form(came)

    def _ask_change(self) -> None:
        sheet = self.desk.sheet
        if sheet is not None:
            readers = list(sheet.opened.readers.values())
            self.view.form.for_bulletin(sheet.opened.bulletin, self._zone(), readers)
            self.view.open_form()

    def _form_kept(self, wishes: BulletinWishes, new: bool) -> None:
        self.view.take_keyboard()
        if new:
            self.desk.create(wishes)
            return
        self.desk.act(
            lambda newsroom, bulletin_id, version: newsroom.bulletins.change(
                bulletin_id,
                version,
                name=wishes.name,
                airtime=wishes.airtime,
                slot_ms=wishes.slot_ms,
                announcers=wishes.announcers,
            )
        )

    def _make_day(self, day: date) -> None:
        def made(count: int) -> None:
            told = ngettext("{n} buletin dibuat dari program.", "{n} buletin dibuat dari program.", count)
            words = told.format(n=count)
            self._news.tell(words if count else _("Semua buletin program hari itu sudah ada."), icon="check")
            self._list_day(day)

        self.desk.make_day(day, made)

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
        desk.tray_came.connect(self._show_tray)
        desk.keeping.connect(self._say_kept)
        desk.met.connect(self._met)
        desk.failed.connect(self._tell)
        self.rundown.told.connect(self._told)
        self.rundown.edit_row.connect(self._open_item)
        self.rundown.edit_block.connect(self._open_block)
        self.trims.applied.connect(self._applied)
        table.dropped.connect(self._dropped)
        table.folded.connect(self._fold)
        table.edited.connect(self._edit_key)
        table.asked.connect(self._menu)
        view.pane.inserting.chose_story.connect(self._place_found)
        view.pane.inserting.left.connect(self._show)
        view.tray.placed.connect(self._place_from_tray)
        view.head.title.clicked.connect(self._choose)
        view.picker.chosen.connect(self._picked)
        view.picker.day_wanted.connect(self._list_day)
        view.picker.new_wanted.connect(self._ask_new)
        view.picker.change_wanted.connect(self._ask_change)
        view.picker.make_wanted.connect(self._make_day)
        view.form.kept.connect(self._form_kept)
        view.new_wanted.connect(self._ask_new)
        view.insert_wanted.connect(self.insert)
        view.programmes_wanted.connect(self.programmes_wanted)
        view.ready.gone_to.connect(self._go_to)
        view.ready.air_wanted.connect(self._air)
        view.came.connect(self.came, Qt.ConnectionType.QueuedConnection)
