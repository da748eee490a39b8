"""What an editor, a producer and an announcer do until they are killed; every act done is told on a pipe."""

from __future__ import annotations

import json
import os
import random
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsdesk import app
from newsdesk.domain.as_run import ClipAct, Outcome
from newsdesk.domain.audit import digest
from newsdesk.domain.people import Role
from newsdesk.domain.rundown_json import to_json
from newsdesk.domain.story import Script
from newsdesk.paths import Paths
from newsdesk.services.newsroom import Newsroom
from tests.rundowns import edited
from tests.services.reviewers import approve

BODY = "Pemkot Blitar menggelar upacara 17-an di halaman kantor wali kota. Warga ikut menonton. "
PASSWORD = "ombak laut selatan"
LOGINS = ("rani", "dewi")
Tell = Callable[..., None]


class Desk:
    """A newsroom as one window opens it, and a pipe that outlives it."""

    def __init__(self, profile: str, pipe: int, dice: random.Random) -> None:
        self.newsroom = app.build_newsroom(Paths(Path(profile)), "Redaksi")
        self.folder = Path(profile)
        self.dice = dice
        self._pipe = pipe

    def tell(self, **done: Any) -> None:
        """Say that an act is over: what was answered has to be there whatever comes."""
        os.write(self._pipe, json.dumps(done).encode() + b"\n")


def review(desk: Desk) -> None:
    """Stories are changed, handed in, commented on, returned and approved."""
    newsroom, dice = desk.newsroom, desk.dice
    while True:
        story = newsroom.drafting.new(Script("TINJAU", body=BODY * dice.randint(1, 30)))
        handed = newsroom.handing_in.submit(story.id, story.version, story.script)
        said = newsroom.comments.add(story.id, handed.revision, "Periksa angka ini.", (0, 6))
        desk.tell(act="comment", story=story.id, id=said[-1].id)
        if dice.random() < 0.3:
            newsroom.handing_in.send_back(story.id, handed.version, "Tambah narasumber.")
            desk.tell(act="return", story=story.id)
        else:
            approval = approve(newsroom, story.id, handed.version, handed.revision)
            desk.tell(act="approve", story=story.id, id=approval.id, digest=approval.text.digest())


def rundown(desk: Desk, bulletin_id: int) -> None:
    """Rows are moved, floated, split, fixed and pinned."""
    bulletins, dice = desk.newsroom.bulletins, desk.dice
    opened = bulletins.open(bulletin_id)
    while True:
        if dice.random() < 0.2 and opened.rundown.items:
            item = dice.choice(opened.rundown.items)
            opened = bulletins.pin_newest(bulletin_id, item.id)
        else:
            new = edited(dice, opened.rundown)
            opened = bulletins.keep(bulletin_id, opened.bulletin.version, new)
        desk.tell(act="keep", version=opened.bulletin.version, rundown=digest(to_json(opened.rundown)))


def on_air(desk: Desk, bulletin_id: int, flashes: list[int]) -> None:
    """A bulletin is read with clips, paraphrases and breaking news, while its log is brought in."""
    newsroom, dice = desk.newsroom, desk.dice
    air = newsroom.on_air.take(bulletin_id)
    session = newsroom.on_air.begin(air, practice=False)
    drain = threading.Thread(target=_drain_for_ever, args=(newsroom,), daemon=True)
    drain.start()

    def told() -> None:
        desk.tell(act="line", session=session.session_id, lines=len(session.lines))

    told()
    while True:
        for item in session.air.items:
            session.started(item.item_id, session.moment())
            told()
            for clip in item.clips:
                session.clip(item.item_id, clip.clip.name, ClipAct.STARTED, session.moment())
                session.clip(item.item_id, clip.clip.name, ClipAct.FAILED, session.moment())
                session.paraphrased(item.item_id, clip.clip.name, "Kata Hanung begitu.", session.moment())
                told()
            session.ended(item.item_id, session.moment(), Outcome.READ)
            told()
            if flashes and dice.random() < 0.2:
                newsroom.bulletins.flash(bulletin_id, flashes.pop(), item.item_id)
                for change in newsroom.on_air.changes(session.air).changes:
                    session.loaded(newsroom.on_air.hold_change(change), session.moment())
                    if change.flash_id is not None:
                        session.acknowledged(change.flash_id, change.item_id, session.moment())
                told()
        if dice.random() < 0.3:
            session.finish(session.moment())
            newsroom.on_air.leave(session)
            session = newsroom.on_air.begin(air, practice=False)
            flashes = []  # nothing breaks into what is aired
            told()


def draining(desk: Desk) -> None:
    """What this computer's journals hold is brought into the newsroom."""
    while True:
        drained = desk.newsroom.on_air.drain()
        desk.tell(act="drained", lines=drained.lines)


def changing_person(desk: Desk) -> None:
    """One signs in, types, and leaves the desk to the next."""
    newsroom, dice = desk.newsroom, desk.dice
    for count in range(1_000_000):
        newsroom.accounts.sign_in(LOGINS[count % 2], PASSWORD)
        desk.tell(act="signed in")
        body = BODY * dice.randint(1, 5) + str(count)
        story = newsroom.drafting.new(Script("KETIK", body="Awal."))
        newsroom.drafting.keep_local(story.id, story.version, Script("KETIK", body=body))
        newsroom.drafting.keep(story.id, story.version, Script("KETIK", body=body))
        desk.tell(act="typed", story=story.id, body=body, login=LOGINS[count % 2])
        newsroom.accounts.sign_out()
        desk.tell(act="signed out")


def exporting(desk: Desk, bulletin_id: int) -> None:
    """The proof of a bulletin is written again and again."""
    while True:
        desk.newsroom.as_run.export(bulletin_id, desk.folder / "bukti.zip")
        desk.tell(act="exported")


def _drain_for_ever(newsroom: Newsroom) -> None:
    while True:
        newsroom.on_air.drain()


def begin_signing_in(newsroom: Newsroom) -> None:
    """Let two people sign in to a newsroom."""
    newsroom.accounts.begin_with("Ipang Harwoko", "ipang", PASSWORD)
    for login in LOGINS:
        newsroom.accounts.add(login.title(), login, PASSWORD, {Role.REPORTER, Role.EDITOR})
