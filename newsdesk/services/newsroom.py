"""The services of one opened newsroom, in one hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # made by app.py after the first frame; importing them here would come before it
    from newsdesk.services.accounts import Accounts
    from newsdesk.services.air_room import AirRoom
    from newsdesk.services.as_run import AsRun
    from newsdesk.services.audit import Audit
    from newsdesk.services.browsing import Browsing
    from newsdesk.services.bulletin_room import BulletinRoom
    from newsdesk.services.bulletins import Bulletins
    from newsdesk.services.carrying import Carrying
    from newsdesk.services.checks import Checks
    from newsdesk.services.clips import Clips
    from newsdesk.services.comments import Comments
    from newsdesk.services.copy_room import CopyRoom
    from newsdesk.services.desks import Desks
    from newsdesk.services.drafting import Drafting
    from newsdesk.services.half_said import HalfSaidNotes
    from newsdesk.services.handing_in import HandingIn
    from newsdesk.services.house_style import HouseStyles
    from newsdesk.services.importing import Importing
    from newsdesk.services.later import Later
    from newsdesk.services.lexicon import HouseLexicon
    from newsdesk.services.locking import Locks
    from newsdesk.services.offers import Offers
    from newsdesk.services.on_air import OnAir
    from newsdesk.services.people import People
    from newsdesk.services.previewing import Previewing
    from newsdesk.services.programmes import Programmes
    from newsdesk.services.putting_away import PuttingAway
    from newsdesk.services.rates import Rates
    from newsdesk.services.reading import Reading
    from newsdesk.services.reviewing import Reviewing
    from newsdesk.services.sound_files import SoundFiles
    from newsdesk.services.sources import SourceRegister
    from newsdesk.services.station import Station
    from newsdesk.services.tags import Tags
    from newsdesk.services.trim_adviser import TrimAdviser
    from newsdesk.services.versions import Versions
    from newsdesk.services.voice_room import VoiceRoom
    from newsdesk.services.voices import Voices
    from newsdesk.storage.open import Storage


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What the pages work with; app.py makes it and closes it."""

    storage: Storage
    drafting: Drafting
    handing_in: HandingIn
    reviews: Later[Reviewing]
    comments: Comments
    half_said: HalfSaidNotes
    putting_away: PuttingAway
    versions: Versions
    locks: Locks
    browsing: Browsing
    tags: Tags
    desks: Desks
    station: Station
    people: People
    accounts: Accounts
    audit: Audit
    lexicon: HouseLexicon
    style: HouseStyles
    reads: Later[Reading]
    copy_room: Later[CopyRoom]
    bulletin_room: Later[BulletinRoom]
    air_room: Later[AirRoom]
    voice_room: Later[VoiceRoom]

    @property
    def name(self) -> str:
        """What the newsroom is called."""
        return self.storage.name

    @property
    def at_server(self) -> bool:
        """Whether it is kept at a server rather than on this computer."""
        return self.storage.database.file is None

    @property
    def reviewing(self) -> Reviewing:
        """What editors do; made when it is first asked for."""
        return self.reviews.get()

    @property
    def checks(self) -> Checks:
        """The checks of a script, and what the house settled about them; made when first asked for."""
        return self.copy_room.get().checks

    @property
    def sources(self) -> SourceRegister:
        """The register of sources."""
        return self.copy_room.get().sources

    @property
    def offers(self) -> Offers:
        """What is offered for a story, and what was decided on it."""
        return self.copy_room.get().offers

    @property
    def importing(self) -> Importing:
        """Text brought in."""
        return self.copy_room.get().importing

    @property
    def carrying(self) -> Carrying:
        """What was carried over word for word."""
        return self.copy_room.get().carrying

    @property
    def clips(self) -> Clips:
        """Sounds that play in a story."""
        return self.copy_room.get().clips

    @property
    def programmes(self) -> Programmes:
        """What comes again and again; made when it is first asked for."""
        return self.bulletin_room.get().programmes

    @property
    def bulletins(self) -> Bulletins:
        """Bulletins before they are read; made when it is first asked for."""
        return self.bulletin_room.get().bulletins

    @property
    def trims(self) -> TrimAdviser:
        """What could be taken out of a bulletin; made when it is first asked for."""
        return self.bulletin_room.get().trims

    @property
    def reading(self) -> Reading:
        """How scripts are said; the first look loads its tables, so it belongs on a lane."""
        return self.reads.get()

    @property
    def on_air(self) -> OnAir:
        """Bulletins at the microphone; made when it is first asked for."""
        return self.air_room.get().on_air

    @property
    def as_run(self) -> AsRun:
        """What went out."""
        return self.air_room.get().as_run

    @property
    def rates(self) -> Rates:
        """What readings teach about announcers' rates."""
        return self.air_room.get().rates

    @property
    def previewing(self) -> Previewing:
        """How a script sounds; made when it is first asked for."""
        return self.voice_room.get().previewing

    @property
    def sound_files(self) -> SoundFiles:
        """Scripts saved as sound files."""
        return self.voice_room.get().sound_files

    @property
    def voices(self) -> Voices:
        """The voices that are there, and those that are added."""
        return self.voice_room.get().voices

    def close(self) -> None:
        """Silence the voices, let go of readings and close the database."""
        room = self.air_room.made
        if room is not None:
            room.on_air.close()
        speaking = self.voice_room.made
        if speaking is not None:
            speaking.close()
        self.storage.close()
