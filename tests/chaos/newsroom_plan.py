"""What is made ready before somebody is killed at work, and what has to be there afterwards."""

from __future__ import annotations

import random
import wave
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from newsdesk import app
from newsdesk.domain.as_run import AirEvent, first_broken_line
from newsdesk.domain.audit import Deed, digest
from newsdesk.domain.blocks import Clip
from newsdesk.domain.rundown import Rundown
from newsdesk.domain.rundown_json import to_json
from newsdesk.domain.story import Script
from newsdesk.paths import Paths
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.proof_check import check_proof
from tests.chaos import newsroom_work as work
from tests.services.reviewers import approve

ROWS = 6
Told = list[dict[str, Any]]
Found = Iterator[str]


def opened(profile: str) -> Newsroom:
    """Open the newsroom of a profile as the next window does."""
    return app.build_newsroom(Paths(Path(profile)), "Redaksi")


class Plan:
    """One kind of work: made ready, done until killed, and looked at."""

    def __init__(self, profile: str, dice: random.Random) -> None:
        self.profile = profile
        self.dice = dice
        self.bulletin = 0
        self.flashes: list[int] = []

    # ------------------------------------------------------------ made ready

    def approved(self, newsroom: Newsroom, slug: str, *, clip: bool = False) -> int:
        """Return a new story that is approved, with a clip of a second or without."""
        body, blocks = work.BODY * self.dice.randint(1, 4), ()
        if clip:
            file = Path(self.profile, "hanung.wav")
            with wave.open(str(file), "wb") as sound:
                sound.setparams((1, 2, 8_000, 0, "NONE", ""))
                sound.writeframes(bytes(16_000))
            body += "\n\ufffc"
            blocks = (Clip("HANUNG", str(file), milliseconds=1_000, paraphrase="Kata Hanung begitu."),)
        story = newsroom.drafting.new(Script(slug, body=body, blocks=blocks))
        handed = newsroom.handing_in.submit(story.id, story.version, story.script)
        approve(newsroom, story.id, handed.version, handed.revision)
        return story.id

    def make_bulletin(self, newsroom: Newsroom) -> None:
        """Make a bulletin that is ready, and stories that may break into it."""
        airtime = datetime.now(UTC) + timedelta(minutes=5)
        bulletins = newsroom.bulletins
        rundown = bulletins.create(None, airtime, "Warta Siang", announcers=(newsroom.people.me().id,))
        rows = []
        for number in range(ROWS):
            state = bulletins.state(self.approved(newsroom, f"NASKAH-{number}", clip=number % 2 == 1))
            assert state is not None
            rows.append(bulletins.row_of(state, rundown))
        number, version = rundown.bulletin.id, rundown.bulletin.version
        rundown = bulletins.keep(number, version, Rundown(items=tuple(rows)))
        bulletins.make_ready(number, rundown.bulletin.version)
        self.bulletin = number
        self.flashes = [self.approved(newsroom, f"KILAT-{number}") for number in range(6)]

    def read_here(self, newsroom: Newsroom) -> None:
        """Leave readings that are over in journals of this computer."""
        air = newsroom.on_air.take(self.bulletin)
        for _reading in range(12):
            session = newsroom.on_air.begin(air, practice=False)
            for item in air.items * 5:
                session.started(item.item_id, session.moment())
                session.ended(item.item_id, session.moment())
            session.finish(session.moment())
            newsroom.on_air.leave(session)

    # ------------------------------------------------------------ looked at

    def review(self, newsroom: Newsroom, told: Told) -> Found:
        """Look whether every answer that was given is still so."""
        for one in told:
            story = one["story"]
            if one["act"] == "comment" and one["id"] not in {said.id for said in newsroom.comments.of(story)}:
                yield f"the comment on {story} is gone"
            if one["act"] == "approve":
                standing = newsroom.reviewing.open(story).approval
                if standing is None or (standing.id, standing.text.digest()) != (one["id"], one["digest"]):
                    yield f"the approval of {story} is gone"
            if one["act"] == "return" and newsroom.drafting.look(story).status.value != "draft":
                yield f"{story} was not returned"

    def rundown(self, newsroom: Newsroom, told: Told) -> Found:
        """Look whether the rundown is the last that was kept, or the one after it, and whole."""
        left = newsroom.bulletins.open(self.bulletin)
        version, last = left.bulletin.version, told[-1]["version"] if told else 0
        if version not in (last, last + 1) and told:
            yield f"version {version} after {last}"
        here = digest(to_json(left.rundown))
        if told and version == last and here != told[-1]["rundown"]:
            yield "not the rundown that was kept"
        entries = newsroom.audit.entries(1, "bulletin", self.bulletin)
        if entries[0].after.get("rundown", here) != here:
            yield "not the rundown that the log names"

    def on_air(self, newsroom: Newsroom, told: Told) -> Found:
        """Go on with what was broken off, end it, and look whether every line is in the log once."""
        lines = Counter[int]()
        for one in told:
            lines[one["session"]] = max(lines[one["session"]], one["lines"])
        for one in newsroom.on_air.unfinished():
            session = newsroom.on_air.resume(one.session_id)
            if len(session.lines) < lines[one.session_id] or session.log().broken is not None:
                yield f"{len(session.lines)} of {lines[one.session_id]} lines"
            session.finish(session.moment())
            newsroom.on_air.leave(session)
        yield from self.drained(newsroom, told)
        for number, count in lines.items():
            log = newsroom.as_run.log(number)
            if log.head[0] < count or log.finished_at is None:
                yield f"reading {number} has {log.head[0]} of {count} lines in the log"

    def drained(self, newsroom: Newsroom, _told: Told) -> Found:
        """Look whether the newsroom has every line of every journal once, and what follows from it once."""
        journals = {
            file.session_id: newsroom.storage.air.read(file).lines for file in newsroom.storage.air.sessions()
        }
        newsroom.on_air.drain()
        if newsroom.on_air.drain().lines:
            yield "brought twice"
        begun, ended = Counter[str](), Counter[str]()
        for entry in newsroom.audit.entries(100_000, "bulletin", self.bulletin):
            begun[entry.after.get("reading", "")] += entry.act == Deed.BEGIN_AIR
            ended[entry.after.get("reading", "")] += entry.act == Deed.END_AIR
        with newsroom.storage.read() as queries:
            for number, lines in journals.items():
                if queries.as_runs.lines(number) != [line.as_text() for line in lines]:
                    yield f"reading {number} is not in the log as it is in its journal"
                if first_broken_line(lines) is not None:
                    yield f"the journal of {number} is broken"
                over = any(line.what is AirEvent.FINISHED for line in lines)
                if (begun[str(number)], ended[str(number)]) != (1, int(over)):
                    yield f"reading {number} began {begun[str(number)]} times, ended {ended[str(number)]}"
        if any(not file.sent for file in newsroom.storage.air.sessions()):
            yield "a journal is still waiting"

    def changing_person(self, newsroom: Newsroom, told: Told) -> Found:
        """Look whether what each of them typed is there for them."""
        for login in work.LOGINS:
            newsroom.accounts.sign_in(login, work.PASSWORD)
            for one in told:
                if (
                    one.get("login") == login
                    and newsroom.drafting.open(one["story"]).script.body != one["body"]
                ):
                    yield f"{login}'s words in {one['story']} are gone"
            newsroom.accounts.sign_out()

    def exporting(self, _newsroom: Newsroom, told: Told) -> Found:
        """Look whether there is a whole proof, or none."""
        file = Path(self.profile, "bukti.zip")
        if file.exists():
            yield from (f"{found.fault} {found.where}" for found in check_proof(file).faults)
        elif told:
            yield "no proof"
