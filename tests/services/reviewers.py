"""A newsroom where one signs in: a reporter and two editors, each at a desk of their own."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from newsdesk.domain.approval import Approval
from newsdesk.domain.people import Role
from newsdesk.domain.story import Script
from newsdesk.services.open_story import OpenStory
from newsdesk.services.reviewing import Reviewing
from tests.newsrooms import Building, Desk

PASSWORD = "ombak laut selatan"
FIRST = Script(slug="HARGA-CABAI", headline="Cabai naik", body="Harga cabai naik 12 persen. Kata BPS begitu.")
SECOND = Script(
    slug="HARGA-CABAI", headline="Cabai naik", body="Harga cabai naik 13 persen. Kata BPS begitu."
)


class House(NamedTuple):
    """Rani reports, Dewi and Bagas edit; Ipang set the newsroom up and may do everything."""

    rani: Desk
    dewi: Desk
    bagas: Desk
    ipang: Desk


def house_of(building: Building) -> House:
    """Open a newsroom to all four."""
    ipang = building.desk()
    ipang.accounts.begin_with("Ipang Harwoko", "ipang", PASSWORD)
    desks: list[Desk] = []
    for name, role in (
        ("Rani Puspita", Role.REPORTER), ("Dewi Lestari", Role.EDITOR), ("Bagas Wibowo", Role.EDITOR),
    ):  # fmt: skip
        login = name.split()[0].lower()
        ipang.accounts.add(name, login, PASSWORD, {role})
        desks.append(building.desk(login, name))
        desks[-1].accounts.sign_in(login, PASSWORD)
    rani, dewi, bagas = desks
    return House(rani, dewi, bagas, ipang)


class Editor(Protocol):
    """Whoever can decide on stories."""

    @property
    def reviewing(self) -> Reviewing:
        """What editors do."""
        ...


def seen(desk: Editor, story_id: int) -> str:
    """Return the digest of how a story is said by now, as a window that shows it has it."""
    return desk.reviewing.as_said(desk.reviewing.open(story_id)).digest()


def approve(desk: Editor, story_id: int, version: int, revision: int, note: str = "") -> Approval:
    """Look at how a story is said, and approve a revision of it."""
    return desk.reviewing.approve(story_id, version, revision, note, seen=seen(desk, story_id))


def take_sayings(desk: Editor, story_id: int, approval_id: int) -> Approval:
    """Look at what is said otherwise by now, and approve that."""
    seen = desk.reviewing.said_otherwise(story_id)
    return desk.reviewing.approve_sayings(story_id, approval_id, seen)


def handed_in(desk: Desk, script: Script = FIRST) -> OpenStory:
    """Return a story that somebody wrote and handed in: revision 1, waiting."""
    made = desk.drafting.begin()
    return desk.handing_in.submit(made.id, made.version, script)
