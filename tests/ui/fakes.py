"""A newsroom without a database, and a page without a story: for tests of the frame round the pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import SimpleNamespace

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from newsdesk.domain.attribution import Source
from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.people import Person
from newsdesk.errors import NewsdeskError
from newsdesk.services.clips import Clips
from newsdesk.services.previewing import Voicing
from newsdesk.services.voices import VoiceInfo, VoiceTrial
from newsdesk.ui.commands import Command


@dataclass
class FakePeople:
    """Knows one person."""

    person: Person = field(default_factory=lambda: Person("Ipang Harwoko", 350))

    def me(self) -> Person:
        return self.person

    def rename(self, person: Person, name: str) -> Person:
        self.person = replace(person, name=name)
        return self.person

    def set_rate(self, person: Person, rate: int) -> Person:
        self.person = replace(person, rate=rate)
        return self.person


@dataclass
class FakeBrowsing:
    """Holds a few slugs."""

    slugs: tuple[str, ...] = ("CUACA-SIANG", "SIAGA-KELUD", "PASAR-LEGI-DRAINASE")

    def stories(self, view, needle="", limit=None):
        found = [s for s in self.slugs if needle.lower() in s.lower()]
        return [
            SimpleNamespace(id=i, slug=s, headline="", lead="Hujan diperkirakan turun di Blitar Raya")
            for i, s in enumerate(found[:limit], start=1)
        ]


@dataclass
class FakeSources:
    """Holds one source."""

    sources: tuple[Source, ...] = (Source("Kusno Basiar", "Kepala Dinas Perhubungan", "Pemkot Blitar", id=7),)

    def list(self, needle: str = "") -> list[Source]:
        return [s for s in self.sources if needle.lower() in s.name.lower()]


@dataclass
class FakePreviewing:
    """Offers two engines and a voice each."""

    def engines(self):
        return [SimpleNamespace(id="espeak", name="espeak-ng"), SimpleNamespace(id="pyttsx3", name="pyttsx3")]

    def voices(self, engine: str):
        return [SimpleNamespace(id=f"{engine}/id", name="Indonesia", language="id")]


@dataclass
class FakeStyles:
    """Keeps a house style."""

    style: HouseStyle = field(default_factory=HouseStyle)

    def get(self) -> HouseStyle:
        return self.style


@dataclass
class FakeVoices:
    """Has an Indonesian voice of each engine, an English one, and one that was added."""

    found: list[VoiceInfo] = field(
        default_factory=lambda: [
            VoiceInfo("espeak", "eSpeak NG", "id", "Indonesian", "id", 120, 900, True, "", True, False),
            VoiceInfo(
                "espeak", "eSpeak NG", "en-gb", "English (Great Britain)", "en", 0, 0, True, "", True, False
            ),
            VoiceInfo(
                "pyttsx3", "Suara sistem", "poz/id", "Indonesia", "id", 150, 600, False, "", False, False
            ),
            VoiceInfo("onnx", "Piper", "gita", "gita", "id", 200, 700, False, "CC BY 4.0", True, True),
        ]
    )
    best: Voicing = field(default_factory=lambda: Voicing("espeak"))
    removed: list[str] = field(default_factory=list)
    failure: NewsdeskError | None = None
    closed: int = 0
    taken: bool = False

    def close(self) -> None:
        self.closed += 1

    def all(self) -> list[VoiceInfo]:
        return [one for one in self.found if one.id not in self.removed]

    def preferred(self) -> Voicing:
        return self.best

    def measured(self, info: VoiceInfo) -> VoiceInfo:
        return info._replace(slowest_spm=130, fastest_spm=800)

    def check(self, path) -> VoiceTrial:
        if self.failure is not None:
            raise self.failure
        info = VoiceInfo("onnx", "Piper", path.stem, path.stem, "id", 180, 640, False, "MIT", True, True)
        return VoiceTrial(info, 4.0, 0.5, "MIT", ())

    def add(self, path) -> VoiceInfo:
        info = self.check(path).info
        if self.taken:
            info = info._replace(id=f"{info.id} 2", name=f"{info.name} 2")
        self.found.append(info)
        return self.found[-1]

    def remove(self, voice: str) -> None:
        self.removed.append(voice)


@dataclass
class FakeNewsroom:
    """An open newsroom that is empty but for the above."""

    name: str = "Redaksi"
    people: FakePeople = field(default_factory=FakePeople)
    browsing: FakeBrowsing = field(default_factory=FakeBrowsing)
    sources: FakeSources = field(default_factory=FakeSources)
    previewing: FakePreviewing = field(default_factory=FakePreviewing)
    voices: FakeVoices = field(default_factory=FakeVoices)
    clips: Clips = field(default_factory=Clips)
    style: FakeStyles = field(default_factory=FakeStyles)
    reading: SimpleNamespace = field(
        default_factory=lambda: SimpleNamespace(read=lambda text, day=None: SimpleNamespace(line=text))
    )
    rates: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(learnt=lambda person_id: None))
    closed: bool = False

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeNewsrooms:
    """Opens newsrooms by name, or fails with what a test put into ``failure``."""

    known: list[str] = field(default_factory=lambda: ["Pemilu", "Redaksi"])
    failure: NewsdeskError | None = None

    def names(self) -> list[str]:
        return self.known

    def open(self, name: str) -> FakeNewsroom:
        if self.failure is not None:
            raise self.failure
        if name not in self.known:
            self.known = sorted([*self.known, name])
        return FakeNewsroom(name)


class FakePage:
    """A page with a text field."""

    key = "page.stories"
    words = "Naskah"
    icon = "file-text"
    has_script = True
    unkept = False

    def __init__(self) -> None:
        self.newsroom: FakeNewsroom | None = None
        self.closings = 0
        self.ran: list[str] = []
        self._widget: QPlainTextEdit | None = None

    def widget(self) -> QWidget:
        if self._widget is None:
            self._widget = QPlainTextEdit()
            self._widget.setAccessibleName("Naskah")
        return self._widget

    def commands(self) -> list[Command]:
        return [
            Command("list", "Buka atau lipat daftar", "panel-left", lambda: self.ran.append("list"), "list"),
            Command("tie", "Kaitkan dengan siaran", "link", lambda: self.ran.append("tie"), "script.tie"),
            Command("never", "Siarkan", "radio", lambda: self.ran.append("never"), when=lambda: False),
        ]

    def opened(self, newsroom) -> None:
        self.newsroom = newsroom

    def closing(self) -> None:
        self.closings += 1


class ByHand(QCloseEvent):
    """A close event that somebody at the window is behind: Alt F4, or the button in its frame."""

    def spontaneous(self) -> bool:
        return True
