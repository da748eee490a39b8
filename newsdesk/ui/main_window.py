"""The frame of the program: rail, top bar, pages, news, listening bar; painted before a newsroom is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsdesk.i18n import _
from newsdesk.services.newsrooms import shown_name
from newsdesk.ui.closing import held_open
from newsdesk.ui.commands import Command, Commands
from newsdesk.ui.landing import move_by_tab
from newsdesk.ui.newsroom_door import NewsroomDoor
from newsdesk.ui.people.curtain import Curtain
from newsdesk.ui.rail import Rail
from newsdesk.ui.shortcuts import Where
from newsdesk.ui.tasks import Lane
from newsdesk.ui.top_bar import TopBar
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.help import Help
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.look import Look
    from newsdesk.ui.newsrooms import Newsrooms
    from newsdesk.ui.next_bulletin import NextBulletin
    from newsdesk.ui.page import Page
    from newsdesk.ui.palette import Palette
    from newsdesk.ui.people.gate import Gate
    from newsdesk.ui.people.place import PersonPlace
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.settings.page import SettingsPage
    from newsdesk.ui.tasks import Tasks
    from newsdesk.ui.trouble import Trouble


LEAST = 860, 480
"""The smallest window: a screen of 1366 x 768 at 150 %, less its task bar, has 910 x 484 of these pixels."""
_LEAST_PAGE = 300
_TITLE_BAR = 40


class MainWindow(QWidget):
    """The window. ``pages`` stand in the rail from the top, ``below`` and Atur at its foot; the first page is
    shown first.

    ``new_story`` gets the slug a new story starts with ("" for none), ``open_story`` a story's id and
    ``use_source`` a source found by name; all three are the stories page's. :attr:`closed` comes after every
    page has put its text on the lanes, :attr:`newsroom_shown` when what the pages asked of an opened newsroom
    has come.

    The first frame has the rail and the top bar; the page is made, and the newsroom opened, after it.
    """

    closed = Signal()
    newsroom_shown = Signal()
    newsroom_away = Signal(str, object)
    """A newsroom could not be opened: the name it was asked for by, and the failure."""
    first_frame_shown = Signal()
    """There is something to see: what is slow to make can be made now."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        preferences: Preferences,
        newsrooms: Newsrooms,
        news: NewsLine,
        pages: Sequence[Page],
        settings_page: SettingsPage,
        *,
        new_story: Callable[[str], None],
        open_story: Callable[[int], None],
        use_source: Callable[[Source], None],
        below: Sequence[Page] = (),
        gate: Gate | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._preferences = preferences
        self._gate = gate
        self._newsrooms = newsrooms
        self._door = NewsroomDoor(tasks, newsrooms)
        self._news = news
        self._pages: dict[str, Page] = {page.key: page for page in (*pages, *below, settings_page)}
        self._settings_page = settings_page
        self._new_story = new_story
        self._open_story = open_story
        self._use_source = use_source
        self._shown = ""
        self._painted = False
        self._waiting = ""
        self._newsroom: Newsroom | None = None
        self._failure: NewsdeskError | None = None
        self._failed = ""
        self._anyway = False
        self._listening: Listening | None = None
        self._palette: Palette | None = None
        self._help: Help | None = None
        self._place: PersonPlace | None = None
        self._trouble: Trouble | None = None
        self.half_said: Callable[[], bool] = lambda: False
        """Whether a note is being written that would go with the window; set by whoever has the pages."""
        self.at_microphone: Callable[[], bool] = lambda: False
        """Whether somebody reads on air in a screen of its own; set by whoever has the pages."""
        self.works_alone = {settings_page.key}
        """Keys of the pages that are of use while no newsroom is open."""
        self.commands = Commands()
        self._lay_out(look, pages, below)
        self._add_commands()
        if gate is not None:
            gate.stand_before(self)
        preferences.changed.connect(self._preference_changed)
        preferences.failed.connect(self._tell_failure)
        settings_page.open_newsroom = self.open
        self.setWindowTitle("Newsdesk")
        self.setMinimumSize(*LEAST)
        self.resize(1440, 900)
        if preferences.settings.window:
            self.restoreGeometry(QByteArray.fromBase64(preferences.settings.window.encode()))
        self._shown = pages[0].key
        self._rail.select(self._shown)

    def fit(self, room: QSize) -> None:
        """Let a window that was never sized by hand begin no larger than a screen has room for."""
        if not self._preferences.settings.window:
            self.resize(self.size().boundedTo(room - QSize(0, _TITLE_BAR)))

    # ------------------------------------------------------------ newsroom

    def open(self, name: str, *, anyway: bool = False) -> None:
        """Open a newsroom by its name (or URL) on the database lane; the one that is open is closed first.

        Words that nothing has kept hold it open, unless ``anyway``.
        """
        if not self._painted:
            self._waiting = name
            return
        if self._newsroom is not None and self.unkept and not anyway:
            self._news.tell(
                _("Tulisan terakhir belum tersimpan di mana pun. Salin dulu ke tempat lain, atau coba lagi."),
                icon="circle-alert",
                token="temuan",
                act=_("Buka juga"),
                run=lambda: self.open(name, anyway=True),
                lasts=True,
            )
            return
        if self._newsroom is not None:
            self._leave()
            # Keys that come before the next one is open would go into a sheet that nobody keeps.
            self._stack.setEnabled(False)
        self._newsroom = None

        def opened(newsroom: Newsroom) -> None:
            # By what it was asked for: a server's own name would not find it again.
            self._preferences.set("newsroom", name)
            if self._gate is None:
                self.open_newsroom(newsroom)
            else:
                self._gate.opened(newsroom)

        self._door.open(name, opened, lambda error: self.newsroom_failed(name, error))

    def open_newsroom(self, newsroom: Newsroom) -> None:
        """Show a newsroom that is open: every page fills itself."""
        self._newsroom = newsroom
        self._failure = None
        self._stack.setEnabled(True)
        self.show_page(self._shown)
        for page in self._pages.values():
            page.opened(newsroom)
        # The lane keeps its order: this answer comes after those to what the pages have just asked.
        self._tasks.run(lambda: None, lambda _nothing: self._now_shown(newsroom), self._tell_failure)

    def _now_shown(self, newsroom: Newsroom) -> None:
        self.newsroom_shown.emit()
        # The voices come last: their worker and Qt's multimedia library must not hold the list up.
        if self._listening is not None and newsroom is self._newsroom:
            self._listening.opened(newsroom)

    def newsroom_failed(self, name: str, error: NewsdeskError) -> None:
        """Show why no newsroom is open, and the ways out."""
        from newsdesk.ui.trouble import Trouble

        self._failure = error
        self._failed = name
        if self._gate is not None:
            self._gate.closed()
        self._stack.setEnabled(True)
        if self._trouble is None:
            self._trouble = Trouble(
                self._look,
                lambda: self.open(self._failed),
                lambda: self.show_settings("newsrooms"),
                lambda: self.show_settings("new-newsroom"),
            )
            self._stack.addWidget(self._trouble)
        self.show_page(self._shown)
        self._trouble.tell(shown_name(name), sentence(error))
        self.newsroom_away.emit(name, error)

    # ------------------------------------------------------------ who may see into it

    def enter(self, newsroom: Newsroom) -> None:
        """Show the newsroom's pages to somebody who came in."""
        self.open_newsroom(newsroom)

    def leave(self) -> None:
        """Close the pages for somebody who goes: every word on the lanes, nothing left of theirs in Atur."""
        self._leave()
        self._newsroom = None
        self._news.clear()
        self._settings_page.forget()

    @property
    def unkept(self) -> bool:
        """Whether words stand on a page that neither the database nor the disk could keep."""
        return any(page.unkept for page in self._pages.values())

    def cover(self, by: QWidget) -> None:
        """Show nothing but ``by``; what is being said falls silent."""
        if self._palette is not None:  # it shows slugs
            self._palette.deleteLater()
            self._palette = None
        if self._help is not None:
            self._help.dismiss()
        if self._listening is not None:
            self._listening.player.stop()
        self._curtain.draw(by)

    def uncover(self) -> None:
        """Show everything again."""
        self._curtain.open()

    def show_person(self, name: str) -> None:
        """Show at the foot of the rail who is signed in; "" for nobody."""
        if self._place is not None:
            self._place.show_person(name)

    def choose_newsroom(self, at: QWidget) -> None:
        """Offer the newsrooms of this computer in a menu at ``at``, and open the one that is chosen."""

        def offer(names: list[str]) -> None:
            menu = QMenu(at)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for name in names:
                menu.addAction(name).triggered.connect(lambda _checked=False, name=name: self.open(name))
            menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

        self._tasks.run(self._newsrooms.names, offer, self._tell_failure, Lane.LOCAL)

    # ------------------------------------------------------------ pages

    def show_page(self, key: str) -> None:
        """Show the page of that key; while no newsroom can be opened, Atur alone is shown and the trouble."""
        page = self._pages[key]
        if key != self._shown:
            self._news.page_left()
        self._shown = key
        self._rail.select(key)
        self.commands.of_page(page.commands)
        if self._failure is not None and self._trouble is not None and key not in self.works_alone:
            self._stack.setCurrentWidget(self._trouble)
        else:
            widget = page.widget()
            if self._stack.indexOf(widget) < 0:
                self._stack.addWidget(widget)
            self._stack.setCurrentWidget(widget)
        self.show_bar()

    def shows(self, page: Page) -> bool:
        """Return whether this page is the one that is shown."""
        return self._pages[self._shown] is page

    @property
    def newsroom(self) -> Newsroom | None:
        """The newsroom whose pages are shown, None while there is none."""
        return self._newsroom

    def show_next_bulletin(self, found: NextBulletin | None) -> None:
        """Show in the top bar which bulletin comes next, None for none."""
        self._top.show_next(found)

    def on_next_bulletin(self, open_bulletin: Callable[[int], None]) -> None:
        """Call ``open_bulletin`` with the bulletin's id when it is pressed there."""
        self._top.open_next = open_bulletin

    def set_on_air(self, page: str, on_air: bool) -> None:
        """Say in the rail, on the button of ``page``, and in the top bar whether something goes out now."""
        self._rail.set_dot(page, _("Mengudara") if on_air else "")
        self._top.set_on_air(on_air)

    def show_settings(self, section: str = "") -> None:
        """Show Atur, at one of its sections."""
        self.show_page(self._settings_page.key)
        if section:
            self._settings_page.show_section(section)

    def listen_with(self, listening: Listening) -> None:
        """Put the listening bar under the pages that show a script, and let it speak for each newsroom."""
        self._listening = listening
        listening.setParent(self)
        self._column.addWidget(listening.bar)
        self.show_bar()
        if self._newsroom is not None:
            listening.opened(self._newsroom)

    def show_bar(self) -> None:
        """Show the listening bar if the page on the screen has a script to hear."""
        if self._listening is not None:
            shown = self._pages[self._shown].has_script and self._failure is None
            self._listening.bar.setVisible(shown)

    # ------------------------------------------------------------ commands

    def show_palette(self, prefix: str = "") -> None:
        """Open the palette."""
        if self._palette is None:
            from newsdesk.ui.finding import Finder
            from newsdesk.ui.palette import Palette

            finder = Finder(
                self._tasks,
                self.commands,
                self._places,
                lambda: self._newsroom,
                self.go_to_story,
                self._use_source,
            )
            self._palette = Palette(self._look, self, finder.find, self._make_story)
        self._palette.open(prefix)

    def show_help(self) -> None:
        """Open help with the list of shortcuts."""
        if self._help is None:
            from newsdesk.ui.help import Help

            self._help = Help(self._look, self)
        self._help.open()

    def _places(self) -> list[Command]:
        """Return the pages and the places in Atur as commands, for the palette."""
        pages = [
            Command(key, page.words, page.icon, lambda key=key: self.show_page(key), shortcut=key)
            for key, page in self._pages.items()
        ]
        return pages + [
            Command(key, words, "settings", lambda key=key: self.show_settings(key), detail=_("di Atur"))
            for key, words in self._settings_page.sections()
        ]

    def _add_commands(self) -> None:
        choose = self._preferences.set
        for command in (
            Command(
                "story.new",
                _("Naskah baru"),
                "pencil-line",
                lambda: self._make_story(""),
                "story.new",
                when=self._is_open,
            ),
            Command(
                "palette",
                _("Semua perintah dan pencarian"),
                "search",
                self.show_palette,
                "palette",
                when=self._palette_closed,
            ),
            Command("help", _("Bantuan dan daftar pintasan"), "circle-question-mark", self.show_help, "help"),
            Command("theme.light", _("Tema terang"), "sun", lambda: choose("theme", "light")),
            Command("theme.dark", _("Tema gelap"), "moon", lambda: choose("theme", "dark")),
            Command("theme.system", _("Tema ikut sistem"), "monitor", lambda: choose("theme", "system")),
        ):
            self.commands.add(command)
        for command in self._gate.commands() if self._gate is not None else ():
            self.commands.add(command)

    def _run_shortcut(self, shortcut: str) -> None:
        if self._gate is not None and self._gate.covered:
            return
        if shortcut in self._pages:
            self.show_page(shortcut)
            self._back_to_page()
            return
        for command in (*self.commands.page(), *self.commands.own()):
            if command.shortcut == shortcut:
                command.run()
                return

    def _back_to_page(self) -> None:
        self._pages[self._shown].widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _is_open(self) -> bool:
        return self._newsroom is not None

    def _palette_closed(self) -> bool:
        return self._palette is None or self._palette.isHidden()

    def _make_story(self, slug: str) -> None:
        if self._is_open():
            self.show_page(next(iter(self._pages)))
            self._new_story(slug)

    def go_to_story(self, story_id: int) -> None:
        """Show the page of the stories, and open one there."""
        self.show_page(next(iter(self._pages)))
        self._open_story(story_id)

    # ------------------------------------------------------------ the frame itself

    def _lay_out(self, look: Look, pages: Sequence[Page], below: Sequence[Page]) -> None:
        settings = self._preferences.settings
        if self._gate is not None:
            from newsdesk.ui.people.place import PersonPlace

            self._place = PersonPlace(look, self._person_acts)
        foot = [*below, self._settings_page]
        self._rail = Rail(look, pages, foot, self._clicked_page, self._place)
        self._top = TopBar(look, settings.station, settings.zone, self.show_palette)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(_LEAST_PAGE)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._top)
        self._column.addWidget(self._stack, 1)
        self._news.setContentsMargins(8, 6, 8, 6)
        self._news.left.connect(self._back_to_page)
        self._column.addWidget(self._news)
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(self._column, 1)
        self._curtain = Curtain(self, room)

    def _person_acts(self) -> list[Command]:
        acts = self._gate.commands() if self._gate is not None else []
        people = Command("person", _("Orang, di Atur"), "user", lambda: self.show_settings("person"))
        return [*acts, people]

    def _clicked_page(self, key: str) -> None:
        self.show_page(key)

    def _preference_changed(self, name: str) -> None:
        settings = self._preferences.settings
        if name == "theme":
            self._look.theme.choose(settings.theme)
        elif name == "station":
            self._top.set_station(settings.station)
        elif name == "zone":
            self._top.set_zone(settings.zone)

    def _tell_failure(self, error: NewsdeskError) -> None:
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Go on with what is slow once there is something to see."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_frame)

    def _after_first_frame(self) -> None:
        from newsdesk.ui.keys import bind
        from newsdesk.ui.style import dress

        if self._waiting:  # the lane goes ahead while the page is made; its answer comes after this
            self.open(self._waiting)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, self._look.theme)
        bind(self, {Where.EVERYWHERE}, self._run_shortcut, Qt.ShortcutContext.WindowShortcut)
        self.show_page(self._shown)
        self.first_frame_shown.emit()

    def _leave(self) -> None:
        # The words first: nothing that fails after them can cost one.
        for page in self._pages.values():
            page.closing()
        if self._listening is not None:
            self._listening.closing()

    def _close_anyway(self) -> None:
        self._anyway = True
        self.close()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Have Tab and Shift Tab come to every control in turn."""
        move = super().focusNextPrevChild
        return move_by_tab(self, lambda: move(following))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put everything typed where it is safe, keep the window's place, then close.

        What :func:`newsdesk.ui.closing.held_open` names holds the window open until somebody says so.
        """
        held = held_open(
            unkept=self.unkept,
            half_said=self.half_said(),
            reads_on=event.spontaneous() and self.at_microphone(),
        )
        if held is not None and not self._anyway:
            event.ignore()
            self._news.tell(
                held.words,
                icon=held.icon,
                token=held.token,
                act=_("Tutup juga"),
                run=self._close_anyway,
                lasts=True,
            )
            return
        self._leave()
        self._newsroom = None
        self._door.close(self._tell_failure)
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._preferences.set("window", geometry)
        super().closeEvent(event)
        self.closed.emit()
