"""Builds everything: the only place that constructs services, storage, voices and the window.

Nothing heavy is imported at the top: a headless command never loads Qt, and the window paints its first frame
before SQLAlchemy, the spoken tables or the voices are loaded (on the database lane).
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk import i18n, logs, settings
from newsdesk.errors import BadInput, NewsdeskError, StorageError
from newsdesk.paths import Paths, resources

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from PySide6.QtWidgets import QApplication

    from newsdesk.domain.attribution import Source
    from newsdesk.domain.checking import Choice
    from newsdesk.domain.house_style import HouseStyle
    from newsdesk.domain.lexicon import Pronunciation
    from newsdesk.services.air_room import AirRoom
    from newsdesk.services.away_newsroom import AwayNewsroom
    from newsdesk.services.bulletin_room import BulletinRoom
    from newsdesk.services.checking import Checking
    from newsdesk.services.copy_room import CopyRoom
    from newsdesk.services.crediting import Crediting
    from newsdesk.services.demo import Demo
    from newsdesk.services.drafting import Drafting
    from newsdesk.services.held_air import HeldAir
    from newsdesk.services.later import Later
    from newsdesk.services.measuring import Measuring
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.people import People
    from newsdesk.services.previewing import Previewing
    from newsdesk.services.reading import Reading
    from newsdesk.services.reviewing import Reviewing
    from newsdesk.services.sound_files import SoundFiles
    from newsdesk.services.voice_room import VoiceRoom
    from newsdesk.settings import Settings
    from newsdesk.speech.synthesiser import Synthesiser
    from newsdesk.storage.open import Storage
    from newsdesk.ui.listening.speaker import Speaker
    from newsdesk.ui.main_window import MainWindow
    from newsdesk.ui.onair.clip_sound import ClipSound
    from newsdesk.ui.paper.about import About
    from newsdesk.ui.zones import StationZone

EXIT_BAD_INPUT = 2


# ---------------------------------------------------------------- the newsroom, without a window


def build_newsroom(
    paths: Paths,
    name: str | None = None,
    who: tuple[str, str] | None = None,
    zone: StationZone | None = None,
) -> Newsroom:
    """Open a newsroom by its name or server URL, or the one in the settings, and build its services.

    ``who`` are the login and name of who is at this computer, where the computer's user is not; ``zone`` is
    the station's, that of the settings if none is given. Raises what
    :func:`newsdesk.storage.open.open_storage` raises.
    """
    from newsdesk.domain.people import Mode
    from newsdesk.services.accounts import Accounts
    from newsdesk.services.audit import Audit
    from newsdesk.services.browsing import Browsing
    from newsdesk.services.comments import Comments
    from newsdesk.services.desks import Desks
    from newsdesk.services.drafting import Drafting
    from newsdesk.services.half_said import HalfSaidNotes
    from newsdesk.services.handing_in import HandingIn
    from newsdesk.services.house_style import HouseStyles
    from newsdesk.services.later import Later
    from newsdesk.services.lexicon import HouseLexicon
    from newsdesk.services.locking import Locks
    from newsdesk.services.measuring import Measuring
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.people import People, computer_user
    from newsdesk.services.putting_away import PuttingAway
    from newsdesk.services.station import Station
    from newsdesk.services.tags import Tags
    from newsdesk.services.versions import Versions
    from newsdesk.storage.open import open_storage
    from newsdesk.ui.zones import StationZone

    options = settings.load(paths.settings_file)
    storage = open_storage(name or options.newsroom, paths)
    try:
        people = People(storage, *(who or computer_user()))
        if people.mode() is not Mode.SIGN_IN:
            people.me()
        lexicon, styles = HouseLexicon(storage, people), HouseStyles(storage, people)
        # Asked now: who first needs the reading may be in the middle of a transaction of its own.
        stamp, forms, style = lexicon.stamp(), lexicon.forms(), styles.get()
        reads = Later(lambda: _reading(forms, style))

        def called() -> str:
            """Return what this computer calls the station now: Atur may have changed it meanwhile."""
            return settings.load(paths.settings_file).station

        zone = zone or StationZone(options.zone)
        measuring = Measuring(reads, zone)
        drafting = Drafting(storage, people, measuring.length, measuring.forms)
        if people.mode() is not Mode.SIGN_IN:
            drafting.recover()  # otherwise when somebody has signed in
        return Newsroom(
            storage=storage,
            drafting=drafting,
            handing_in=HandingIn(drafting),
            reviews=Later(lambda: _reviewing(storage, drafting, reads, stamp, measuring, called)),
            comments=Comments(storage, people),
            half_said=HalfSaidNotes(storage),
            putting_away=PuttingAway(storage, people),
            versions=Versions(storage, drafting),
            locks=Locks(storage, drafting),
            browsing=Browsing(storage, people, zone),
            tags=Tags(storage, people),
            desks=Desks(storage, people),
            station=Station(storage, people),
            people=people,
            accounts=Accounts(storage, people, arrived=drafting.recover),
            audit=Audit(storage),
            lexicon=lexicon,
            style=styles,
            reads=reads,
            copy_room=Later(lambda: _copy_room(storage, people, zone)),
            bulletin_room=Later(lambda: _bulletin_room(storage, drafting, measuring, zone)),
            air_room=Later(lambda: _air_room(storage, drafting, reads, measuring, zone, called)),
            voice_room=Later(lambda: _voice_room(paths, reads, zone)),
        )
    except BaseException:  # whatever it is goes on; nothing half-open stays behind
        storage.close()
        raise


def _reviewing(
    storage: Storage,
    drafting: Drafting,
    reads: Later[Reading],
    stamp: tuple[int, ...],
    measuring: Measuring,
    called: Callable[[], str],
) -> Reviewing:
    from newsdesk.services.air_texts import AirTexts
    from newsdesk.services.house_reading import HouseReading
    from newsdesk.services.reviewing import Reviewing

    newest = HouseReading(storage, reads, stamp)
    return Reviewing(storage, drafting, AirTexts(reads, measuring, called).of, newest.catch_up)


def _copy_room(storage: Storage, people: People, zone: tzinfo) -> CopyRoom:
    from newsdesk.services.copy_room import copy_room

    return copy_room(storage, people, lambda: datetime.now(zone).date())


def _voice_room(paths: Paths, reads: Later[Reading], zone: tzinfo) -> VoiceRoom:
    from newsdesk.services.voice_room import voice_room

    return voice_room(build_synthesiser(paths), paths.voices, lambda text: reads.get().sentences(text), zone)


def _bulletin_room(storage: Storage, drafting: Drafting, measuring: Measuring, zone: tzinfo) -> BulletinRoom:
    from newsdesk.services.bulletin_room import bulletin_room

    return bulletin_room(storage, drafting, measuring.length, zone)


def _air_room(
    storage: Storage,
    drafting: Drafting,
    reads: Later[Reading],
    measuring: Measuring,
    zone: StationZone,
    called: Callable[[], str],
) -> AirRoom:
    from newsdesk.services.air_room import air_room
    from newsdesk.services.air_texts import AirTexts
    from newsdesk.services.holding import Holding

    return air_room(
        storage,
        drafting.revising.people,
        measuring.length,
        AirTexts(reads, measuring, called).of,
        Holding(storage, drafting.revising).mark_aired,
        lambda: zone.iana,
    )


def build_demo(paths: Paths) -> Demo:
    """Build what makes the demo newsroom and takes it away again."""
    from newsdesk.services.demo import Demo
    from newsdesk.storage.open import open_storage

    def knows(name: str, login: str) -> bool:
        with closing(open_storage(name, paths)) as storage, storage.read() as queries:
            return queries.person(login) is not None

    return Demo(resources() / "demo", paths, build_newsroom, knows)


def build_held_air(paths: Paths, name: str) -> HeldAir:
    """Build what reads from this computer alone, for a newsroom that cannot be opened now.

    Raises :class:`BadInput` for a bad name or address.
    """
    from newsdesk.services.held_air import HeldAir
    from newsdesk.storage.open import air_folder

    return HeldAir(air_folder(name, paths))


def _away_newsroom(paths: Paths, name: str, why: StorageError) -> AwayNewsroom:
    from newsdesk.services.away_newsroom import AwayNewsroom

    return AwayNewsroom(build_held_air(paths, name), why)


def _reading(forms: Iterable[Pronunciation], style: HouseStyle) -> Reading:
    from newsdesk.services.reading import Reading
    from newsdesk.spoken.tables import load

    return Reading(load(resources() / "lexicon"), forms, style)


def build_synthesiser(paths: Paths) -> Synthesiser:
    """Build the room of speech; no worker starts before something is to be said."""
    from newsdesk.speech.synthesiser import Synthesiser
    from newsdesk.speech.worker_process import worker_command

    return Synthesiser(partial(worker_command, voices=paths.voices, rates=paths.voices))


def build_previewing(paths: Paths) -> Previewing:
    """Build what speaks without a newsroom."""
    from newsdesk.services.previewing import Previewing

    return Previewing(build_synthesiser(paths))


def build_sound_files(previewing: Previewing, reading: Reading) -> SoundFiles:
    """Build what saves a script as a sound file without a newsroom."""
    from newsdesk.services.sound_files import SoundFiles

    return SoundFiles(previewing, reading.sentences)


def build_reading(paths: Paths, name: str | None = None) -> Reading:
    """Build the spoken form, with the house's forms and style if that newsroom exists already."""
    from newsdesk.services.newsrooms import Newsrooms
    from newsdesk.services.reading import Reading
    from newsdesk.spoken.tables import load

    newsroom = name or settings.load(paths.settings_file).newsroom
    if not Newsrooms(paths.newsrooms).exists(newsroom):
        return Reading(load(resources() / "lexicon"))
    from newsdesk.storage.open import open_storage

    storage = open_storage(newsroom, paths)
    try:
        with storage.read() as queries:
            return _reading(queries.lexicon.entries(), queries.house_style())
    finally:
        storage.close()


@contextmanager
def opened_storage(paths: Paths, name: str | None = None) -> Generator[Storage]:
    """Open what a newsroom that there is keeps, by its name or server URL or the one in the settings.

    Raises :class:`BadInput` where there is none: a command makes none by the way.
    """
    from newsdesk.services.newsrooms import Newsrooms
    from newsdesk.storage.open import open_storage

    newsroom = name or settings.load(paths.settings_file).newsroom
    if not Newsrooms(paths.newsrooms).exists(newsroom):
        raise BadInput(newsroom, i18n._("redaksi ini belum ada"))
    storage = open_storage(newsroom, paths)
    try:
        yield storage
    finally:
        storage.close()


def build_crediting() -> Crediting:
    """Build the finder of datelines, bylines, sources and quotes."""
    from newsdesk.services.crediting import Crediting

    return Crediting()


def build_checking(paths: Paths, name: str | None = None) -> tuple[Checking, list[Source], Choice]:
    """Build the checks of a script, with the house's lexicon, register, words and rules if it exists."""
    from newsdesk.domain.checking import Choice
    from newsdesk.services.checking import Checking, indonesian_speller
    from newsdesk.services.newsrooms import Newsrooms
    from newsdesk.spoken.tables import load

    newsroom = name or settings.load(paths.settings_file).newsroom
    if not Newsrooms(paths.newsrooms).exists(newsroom):
        from newsdesk.services.reading import Reading

        return Checking(Reading(load(resources() / "lexicon")), indonesian_speller()), [], Choice()
    from newsdesk.services.checks import Checks
    from newsdesk.services.people import People, computer_user
    from newsdesk.storage.open import open_storage

    storage = open_storage(newsroom, paths)
    try:
        with storage.read() as queries:
            reading = _reading(queries.lexicon.entries(), queries.house_style())
        ready = Checks(storage, People(storage, *computer_user())).ready()
        return ready.checking(reading), list(ready.sources), ready.settled.choice
    finally:
        storage.close()


# ---------------------------------------------------------------- the window


class _Newsrooms:
    """The window's door to newsrooms (:class:`newsdesk.ui.newsrooms.Newsrooms`)."""

    def __init__(self, paths: Paths, zone: StationZone) -> None:
        self._paths = paths
        self._zone = zone

    def names(self) -> list[str]:
        from newsdesk.services.newsrooms import Newsrooms

        return Newsrooms(self._paths.newsrooms).names()

    def open(self, name: str) -> Newsroom:
        return build_newsroom(self._paths, name, zone=self._zone)


def main(profile: str = "", newsroom: str = "") -> int:
    """Open the window and run until it is closed; return the exit status.

    ``profile`` is a folder ("" for the user's own), ``newsroom`` a name or server URL ("" for the last one).
    """
    if _no_display():
        paths = Paths(Path(profile) if profile else None)
        i18n.use(settings.load(paths.settings_file).language, resources() / "locale")
        print(
            i18n._(
                "Komputer ini tidak punya layar. Tanpa jendela: python main.py spoken, say, credits, check, "
                "atau import (masing-masing dengan --help)."
            ),
            file=sys.stderr,
        )
        return EXIT_BAD_INPUT
    try:
        application, window = start(profile, newsroom)
    except NewsdeskError as error:
        from newsdesk.ui.wording import sentence

        print(sentence(error), file=sys.stderr)
        return EXIT_BAD_INPUT
    window.fit(window.screen().availableSize())
    window.show()
    return application.exec()


def start(profile: str = "", newsroom: str = "") -> tuple[QApplication, MainWindow]:
    """Build the application and its window, which opens the newsroom after its first frame.

    Raises :class:`newsdesk.errors.ProfileUnusable`.
    """
    # Start-up makes objects that stay: looking for garbage among them costs a tenth of it and finds none.
    # Afterwards the window's thread collects, and no other.
    gc.disable()
    paths = Paths(Path(profile) if profile else None)
    paths.make()
    logs.start(paths.logs)
    options = settings.load(paths.settings_file)
    i18n.use(options.language, resources() / "locale")

    ordinary_import = builtins.__import__
    from PySide6.QtWidgets import QApplication

    # PySide reads the source of every module imported after it, looking for a switch that nobody uses here;
    # that is a tenth of the first frame and more of the database's. Imports go on as Python has them.
    builtins.__import__ = ordinary_import

    from newsdesk.ui.qt_words import QtWords

    application = QApplication([])
    application.setApplicationName("Newsdesk")
    application.setDesktopFileName("newsdesk")
    application.installTranslator(QtWords(application))
    window = build_window(application, paths, options)
    window.open(newsroom or options.newsroom)
    window.first_frame_shown.connect(lambda: _collect_here(application))
    return application, window


def _collect_here(application: QApplication) -> None:
    from newsdesk.ui.garbage import Garbage

    Garbage(application)


def build_window(
    application: QApplication, paths: Paths, options: Settings, speaker: Speaker | None = None
) -> MainWindow:
    """Build the window of a profile; ``speaker`` stands in for the computer's sound output."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QIcon

    from newsdesk.ui.bulletins.bulletins_page import BulletinsPage
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.crash_guard import CrashGuard
    from newsdesk.ui.icons import Icons
    from newsdesk.ui.lexicon.lexicon_page import LexiconPage
    from newsdesk.ui.look import Look
    from newsdesk.ui.main_window import MainWindow
    from newsdesk.ui.onair.on_air_page import OnAirPage
    from newsdesk.ui.people.gate import Gate
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.settings.page import SettingsPage
    from newsdesk.ui.stories.stories_page import StoriesPage
    from newsdesk.ui.tasks import Lane, Tasks
    from newsdesk.ui.theme import Theme
    from newsdesk.ui.ticker import Ticker
    from newsdesk.ui.zones import StationZone, now

    theme = Theme(resources() / "themes", options.theme, application)
    theme.apply(application)
    look = Look(theme, Icons(theme))
    tasks = Tasks(application)

    def save(kept: Settings) -> None:
        # Off the window's thread, like every write; what was chosen holds even if it cannot be kept.
        chosen = replace(kept)
        tasks.run(
            lambda: settings.save(chosen, paths.settings_file),
            lambda _nothing: None,
            preferences.failed.emit,
            Lane.LOCAL,
        )

    preferences = Preferences(options, save, application)

    def changed(name: str) -> None:
        if name == "zone":  # at once for the newsroom that is open, whatever is being done in it
            zone.use(preferences.settings.zone)

    preferences.changed.connect(changed)
    zone = StationZone(options.zone)
    newsrooms = _Newsrooms(paths, zone)
    news = NewsLine(look)

    def in_its_turn(make: Callable[[], None]) -> None:
        QTimer.singleShot(0, make)

    stories = StoriesPage(look, tasks, preferences, news, in_its_turn)
    ticker = Ticker(lambda: now(preferences.settings.zone), application)
    bulletins = BulletinsPage(look, tasks, preferences, news, ticker)

    def air_look(choice: str) -> Look:
        # The announcer's screen has a theme of its own: dark, whatever the desk round it is in.
        own = Theme(resources() / "themes", choice, application)
        return Look(own, Icons(own))

    def clip_sound() -> ClipSound:
        from newsdesk.ui.onair.clip_sound import QtClipSound

        return QtClipSound(lambda: preferences.settings.output, application)

    on_air = OnAirPage(look, tasks, preferences, news, ticker, air_look, clip_sound)
    lexicon = LexiconPage(look, tasks, preferences, news)
    settings_page = SettingsPage(look, tasks, preferences, newsrooms, paths)
    gate = Gate(look, tasks, preferences, stories.keep_now)
    window = MainWindow(
        look,
        tasks,
        preferences,
        newsrooms,
        news,
        [stories, bulletins, on_air],
        settings_page,
        new_story=stories.new_story,
        open_story=stories.open_story,
        use_source=stories.use_source,
        below=[lexicon],
        gate=gate,
    )

    def make_demo_desk() -> None:
        from newsdesk.ui.demo_desk import DemoDesk

        desk = DemoDesk(tasks, news, partial(build_demo, paths), window.open, lambda: window.newsroom)
        stories.offer_demo(desk.open)
        for command in desk.commands():
            window.commands.add(command)

    def make_listening() -> None:
        from newsdesk.ui.listening.listening import Listening

        listening = Listening(
            look,
            tasks,
            preferences,
            news,
            speaker=speaker,
            all_voices=lambda: window.show_settings("voice"),
        )
        window.listen_with(listening)
        stories.listen_with(listening)
        lexicon.listen_with(listening)
        settings_page.listen_with(listening)

    def make_printing() -> None:
        from newsdesk.ui.paper.desk import PaperDesk

        def about() -> About | None:
            if window.shows(bulletins):
                return bulletins.on_paper()
            return stories.on_paper() if window.shows(stories) else None

        paper = PaperDesk(look, tasks, preferences, news, about, lambda: window.newsroom, window)
        for command in paper.commands():
            window.commands.add(command)

    def ask_first() -> None:
        from newsdesk.ui.people.first_run import FirstRun

        panel = FirstRun(look, tasks, news, lambda: window.show_settings("first-administrator"), gate.follow)
        stories.ask_first(panel)

        def follow() -> None:
            if window.newsroom is not None:
                panel.opened(window.newsroom)

        window.newsroom_shown.connect(follow)
        gate.settled.connect(panel.follow)
        follow()

    def make_the_rest() -> None:
        # Behind the list, one after the other, so that a key pressed meanwhile waits for one of them at most.
        for make in (ask_first, make_demo_desk, make_printing, make_listening):
            in_its_turn(make)

    window.newsroom_shown.connect(make_the_rest, Qt.ConnectionType.SingleShotConnection)
    stories.script_shown.connect(window.show_bar)

    def open_bulletin(bulletin_id: int) -> None:
        window.show_page(bulletins.key)
        bulletins.show_bulletin(bulletin_id)

    bulletins.open_story = window.go_to_story
    bulletins.show_programmes = lambda: window.show_settings("programmes")
    bulletins.next_changed.connect(window.show_next_bulletin)
    window.on_next_bulletin(open_bulletin)
    window.newsroom_shown.connect(lambda: in_its_turn(bulletins.look_next))

    def name_station() -> None:
        newsroom = window.newsroom
        if newsroom is not None:
            # Where the newsroom cannot be asked, the name that stands there stays.
            tasks.run(newsroom.station.name, preferences.show_station, lambda _error: None)

    window.newsroom_shown.connect(name_station)
    bulletins.air_wanted.connect(on_air.begin)
    window.first_frame_shown.connect(ticker.start)
    # What is settled in one place is read so in the other at once.
    lexicon.changed.connect(stories.read_again)
    stories.lexicon_changed.connect(lexicon.refill)
    settings_page.read_again = stories.read_again
    settings_page.look_again = stories.look_again
    settings_page.open_story = window.go_to_story
    settings_page.programmes_changed = bulletins.look_again
    settings_page.person_changed = gate.follow
    gate.busy = lambda: on_air.busy
    window.half_said = lambda: stories.half_said
    window.at_microphone = lambda: on_air.at_microphone

    def read_from_here(name: str, error: NewsdeskError) -> None:
        # No newsroom: bulletins that this computer holds are read all the same.
        if isinstance(error, StorageError):
            tasks.run(
                lambda: _away_newsroom(paths, name, error),
                on_air.opened_alone,
                preferences.failed.emit,
                Lane.LOCAL,
            )

    window.works_alone.add(on_air.key)
    window.newsroom_away.connect(read_from_here)
    on_air.on_air.connect(partial(window.set_on_air, on_air.key))
    on_air.wanted.connect(lambda: window.show_page(on_air.key))
    icon = str(resources() / "app" / "newsdesk.png")
    window.newsroom_shown.connect(lambda: application.setWindowIcon(QIcon(icon)))
    application.aboutToQuit.connect(tasks.close)
    guard = CrashGuard(look, paths.logs / "newsdesk.log", stories.keep_now, application)
    guard.busy = lambda: on_air.at_microphone
    guard.held = on_air.tell_trouble
    guard.install()
    return window


def _no_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
