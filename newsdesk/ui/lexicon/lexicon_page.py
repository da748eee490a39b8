"""The Leksikon page: how this newsroom says its forms, for every script."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from newsdesk.errors import BadInput, FormExists
from newsdesk.i18n import _
from newsdesk.ui.shortcuts import Where, shortcuts
from newsdesk.ui.wording import sentence
from newsdesk.ui.zones import as_tzinfo, now, zone_named

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut
    from PySide6.QtWidgets import QWidget

    from newsdesk.domain.lexicon import Pronunciation
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.reading import Reading
    from newsdesk.ui.commands import Command
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.lexicon.form_row import FormRow, Key
    from newsdesk.ui.lexicon.form_shelf import Contents
    from newsdesk.ui.lexicon.view import LexiconView
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.listening.passage import Playing
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks


class LexiconPage(QObject):
    """Composes the page (see :class:`newsdesk.ui.page.Page`).

    :attr:`changed` comes when scripts are to be read again: something is said differently now.
    """

    changed = Signal()
    key = "page.lexicon"
    icon = "book-a"
    has_script = False
    unkept = False

    def __init__(self, look: Look, tasks: Tasks, preferences: Preferences, news: NewsLine) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._preferences = preferences
        self._news = news
        self._newsroom: Newsroom | None = None
        self._reading: Reading | None = None
        self._listening: Listening | None = None
        self._view: LexiconView | None = None

    # ------------------------------------------------------------ what the window asks

    @property
    def words(self) -> str:
        """The word in the rail."""
        return _("Leksikon")

    def widget(self) -> QWidget:
        """Return the page, made at the first call."""
        return self._made()

    def opened(self, newsroom: Newsroom) -> None:
        """Work with a newsroom; the page is filled when it is looked at."""
        self._newsroom = newsroom
        self._reading = None
        if self._view is not None:
            self.desk.opened(newsroom)
            self._view.clear()
            if self._view.isVisible():
                self.refill()

    def closing(self) -> None:
        """Nothing waits: every act is on its lane already."""
        self._newsroom = None
        if self._view is not None:
            self.desk.opened(None)

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        from newsdesk.ui.lexicon.page_commands import page_commands

        self._made()
        listening = self._listening
        stop = [one for one in listening.commands() if one.id == "listen.stop"] if listening else []
        return [*page_commands(self._made(), self.desk, self.exchange, self.undo, self._is_open), *stop]

    # ------------------------------------------------------------ what others call

    def listen_with(self, listening: Listening) -> None:
        """Let the forms of this page be heard."""
        self._listening = listening
        listening.player.state_changed.connect(self._player_changed)
        self._preferences.changed.connect(self._preference_changed)
        self._say_voice()

    def refill(self) -> None:
        """Look what the newsroom has now, if anybody looks at this page; otherwise when somebody does."""
        if self._view is not None and self._view.isVisible():
            self.desk.refill()
            self._learn_to_read()

    def undo(self) -> None:
        """Take back the last act."""
        self.desk.undo(
            lambda _change: self._news.tell(_("Leksikon kembali seperti sebelumnya."), icon="undo-2"),
            self._tell,
        )

    # ------------------------------------------------------------ acts

    def _keep(self, row: FormRow, entry: Pronunciation) -> None:
        """Keep what was edited: a person vouches for it."""
        view = self._made()

        def kept(stored: Pronunciation) -> None:
            view.pane.select_next((False, stored.id, ""))
            view.pane.leave()
            self._tell_done(stored)

        def refused(error: NewsdeskError) -> None:
            if isinstance(error, (FormExists, BadInput)):
                view.pane.editor.set_wrong(sentence(error))
            else:
                self._tell(error)

        if not entry.id:
            self.desk.add(entry, kept, refused)
        elif entry != row.entry:
            self.desk.update(row.entry, entry, kept, refused)
        elif not row.checked:
            self.desk.check(entry, kept, refused)
        else:
            view.pane.leave()

    def _check(self, row: FormRow) -> None:
        self._made().queue.take_away(row)
        self.desk.check(row.entry, self._tell_done, self._tell)

    def _remove(self, row: FormRow) -> None:
        view = self._made()
        if view.pane.open_row is not None and view.pane.open_row.key == row.key:
            view.pane.leave()

        def removed() -> None:
            self._news.tell(
                _("{form} dihapus dari leksikon.").format(form=row.entry.form[:60]),
                icon="undo-2",
                act=_("Urungkan"),
                run=self.undo,
                stays=True,
            )

        self.desk.remove(row.entry, removed, self._tell)

    def _tell_done(self, entry: Pronunciation) -> None:
        self._news.tell(
            _("{form} dibaca “{spoken}” di semua naskah.").format(
                form=entry.form[:60], spoken=entry.spoken[:80]
            ),
            icon="check",
            token="setuju",
            act=_("Urungkan"),
            run=self.undo,
            stays=True,
        )

    def _warn(self, words: str) -> None:
        self._news.tell(words, icon="package")

    def _tell(self, error: NewsdeskError) -> None:
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

    # ------------------------------------------------------------ hearing

    def _hear(self, spoken: str, key: Key) -> None:
        if self._listening is None:
            self._news.tell(_("Suara masih disiapkan; coba lagi sebentar."), icon="volume-2")
            return
        self._listening.say(spoken)
        if self._listening.player.state.value != "silent":  # without an output it stays so
            self._made().pane.say_sounding(key)

    def _hear_row(self, row: FormRow) -> None:
        self._hear(row.entry.spoken, row.key)

    def _hear_current(self) -> None:
        view = self._made()
        row = view.queue.focused_row()
        if row is not None:
            self._hear_row(row)
        else:
            view.pane.hear()

    def _player_changed(self, state: Playing) -> None:
        silent = state.value == "silent"
        if self._view is not None:
            # Esc is the player's only while something is heard: the search and the editor want it too.
            self._keys["listen.stop"].setEnabled(not silent)
            if silent:
                self._view.pane.say_sounding(None)

    def _preference_changed(self, name: str) -> None:
        if name in ("engine", "voice"):
            self._say_voice()

    def _say_voice(self) -> None:
        if self._view is not None and self._listening is not None:
            self._view.pane.foot.voice.setText(self._listening.bar.voice.text())

    # ------------------------------------------------------------ filling

    def _fill(self, contents: Contents) -> None:
        view = self._made()
        view.fill(contents)

    def _learn_to_read(self) -> None:
        newsroom = self._newsroom
        if newsroom is not None and self._reading is None:
            self._tasks.run(lambda: newsroom.reading, self._read_with, self._tell)

    def _read_with(self, reading: Reading) -> None:
        from newsdesk.ui.lexicon.guess import guess

        self._reading = reading
        self._made().pane.editor.guess = partial(guess, reading)

    def _is_open(self) -> bool:
        return self._newsroom is not None

    def _now(self) -> datetime:
        return now(self._preferences.settings.zone)

    # ------------------------------------------------------------ putting it together

    def _made(self) -> LexiconView:
        if self._view is None:
            self._view = self._make()
        return self._view

    def _make(self) -> LexiconView:
        # Imported here: the window's first frame does not wait for what it does not show yet.
        from newsdesk.ui.lexicon.exchange import Exchange
        from newsdesk.ui.lexicon.lexicon_desk import LexiconDesk
        from newsdesk.ui.lexicon.view import LexiconView

        view = LexiconView(self._look)
        zone = as_tzinfo(zone_named(self._preferences.settings.zone))
        self.desk = LexiconDesk(self._tasks, self._now, zone, self)
        self.exchange = Exchange(self._look, self.desk, self._news, view, self)
        self.desk.opened(self._newsroom)
        self.desk.filled.connect(self._fill)
        self.desk.changed.connect(self.changed)
        self.desk.failed.connect(self._tell)
        self.exchange.undo_wanted.connect(self.undo)
        pane, queue = view.pane, view.queue
        pane.kept.connect(self._keep)
        pane.checked.connect(self._check)
        pane.removed.connect(self._remove)
        pane.heard.connect(self._hear)
        pane.warned.connect(self._warn)
        for source in (pane.head, pane.empty):
            source.imported.connect(self.exchange.ask_import)
        pane.head.exported.connect(self.exchange.ask_export)
        queue.heard.connect(self._hear_row)
        queue.right.connect(self._check)
        queue.changed.connect(pane.edit)
        view.came.connect(self.refill)
        view.came.connect(self._say_voice)
        self._keys = self._bind(view)
        self._keys["listen.stop"].setEnabled(False)  # until something is heard
        return view

    def _bind(self, owner: QWidget) -> dict[str, QShortcut]:
        from PySide6.QtGui import QKeySequence, QShortcut

        keys: dict[str, QShortcut] = {}
        for shortcut in shortcuts():
            # Enter, Del and Esc belong to whatever has the focus: in a field they mean something else.
            rows_own = shortcut.id in ("lexicon.open", "lexicon.remove", "lexicon.leave")
            if (shortcut.where is Where.LEXICON and not rows_own) or shortcut.id == "listen.stop":
                bound = QShortcut(QKeySequence(shortcut.keys), owner)
                bound.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                bound.activated.connect(lambda name=shortcut.id: self._run(name))
                keys[shortcut.id] = bound
        return keys

    def _run(self, shortcut: str) -> None:
        if shortcut == "lexicon.hear":
            self._hear_current()
            return
        for command in self.commands():
            if command.shortcut == shortcut and command.when():
                command.run()
                return
