"""A desk with a microphone: stories are approved, put into a bulletin, and read from this computer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from newsdesk.domain.air_bulletin import AirBulletin
from newsdesk.domain.as_run import Outcome
from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.domain.story import Script
from newsdesk.services.air_room import air_room
from newsdesk.services.air_session import Session
from newsdesk.services.air_texts import AirTexts
from newsdesk.services.measuring import Measuring
from tests.airing import AIRTIME, TwoClocks
from tests.newsrooms import JAKARTA, Desk
from tests.services.reviewers import approve as approved_now

BODIES = (
    "Pemkot Blitar menggelar upacara 17-an di halaman kantor wali kota.",
    "BPS mencatat inflasi Oktober 2,65 persen.",
    "Warga Kademangan menunggu bantuan sejak pagi hari.",
)


class AirDesk:
    """One desk in a newsroom, and the microphone beside it. Two of them are two computers."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.clock = TwoClocks()
        desk.now = self.clock.now
        measuring = Measuring(desk.reads, JAKARTA)
        self.room = air_room(
            desk.storage,
            desk.people,
            measuring.length,
            AirTexts(desk.reads, measuring, lambda: "Radio Kelud").of,
            desk.reviewing.mark_aired,
            lambda: "Asia/Jakarta",
            self.clock.now,
            self.clock.ticks,
        )
        self.on_air, self.as_run, self.rates = self.room

    def approved(self, body: str, slug: str = "NASKAH", **script: object) -> int:
        """Return a new story that is approved."""
        made = self.desk.drafting.new(Script(slug=slug, body=body, **script))  # type: ignore[arg-type]
        handed = self.desk.handing_in.submit(made.id, made.version, made.script)
        approved_now(self.desk, made.id, handed.version, handed.revision)
        return made.id

    def change(self, story_id: int, body: str, *, approve: bool = True) -> None:
        """Give a story other words, and have an editor approve them."""
        opened = self.desk.drafting.open(story_id)
        script = Script(slug=opened.script.slug, body=body)
        handed = self.desk.handing_in.submit(story_id, opened.version, script)
        if approve:
            approved_now(self.desk, story_id, handed.version, handed.revision)

    def bulletin(self, stories: Sequence[int], *, ready: bool = True, words: str = "") -> int:
        """Return a bulletin of these stories, read by whoever is at the desk."""
        me, bulletins = self.desk.people.me(), self.desk.bulletins
        opened = bulletins.create(None, AIRTIME, "Warta Siang", 15 * 60_000, (me.id,))
        items: list[RundownItem] = []
        if words:
            items.append(RundownItem(bulletins.new_id(), ItemKind.WORDS, "PEMBUKA", words=words))
        for story_id in stories:
            state = bulletins.state(story_id)
            assert state is not None
            items.append(bulletins.row_of(state, opened))
        opened = bulletins.keep(opened.bulletin.id, opened.bulletin.version, Rundown(items=tuple(items)))
        if ready:
            bulletins.make_ready(opened.bulletin.id, opened.bulletin.version)
        return opened.bulletin.id

    def state_of(self, bulletin_id: int) -> BulletinState:
        """Return where a bulletin stands."""
        return self.desk.bulletins.open(bulletin_id).bulletin.state

    def read(self, session: Session, item_id: int, seconds: float, outcome: Outcome = Outcome.READ) -> None:
        """Read one item in so many seconds."""
        session.started(item_id, session.moment())
        self.clock.pass_by(seconds)
        session.ended(item_id, session.moment(), outcome)

    def read_all(self, air: AirBulletin, *, practice: bool = False, seconds: float = 30) -> Session:
        """Read a bulletin from its first item to its last and let go of it."""
        session = self.on_air.begin(air, practice)
        for item in air.items:
            self.read(session, item.item_id, seconds)
        session.finish(session.moment())
        self.on_air.leave(session)
        self.clock.at += timedelta(seconds=1)
        return session
