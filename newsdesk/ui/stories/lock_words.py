"""What is told of a story's lock, and what became of one's words when somebody took the story over."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.story import RevisionKind
from newsdesk.i18n import _

if TYPE_CHECKING:
    from newsdesk.domain.story import Script
    from newsdesk.services.locking import HeldBy
    from newsdesk.services.newsroom import Newsroom


class Taken(NamedTuple):
    """What became of my words when somebody took the story over.

    ``number`` is the revision made of them, 0 for none, ``whole`` whether it has all of them, ``newer``
    whether there is any revision that I did not know.
    """

    number: int
    whole: bool
    newer: bool


def find_out(newsroom: Newsroom, story_id: int, known: int, words: Script, at: datetime) -> Taken:
    """Look for ``words``, taken from the page at ``at``, among the revisions after ``known``.

    When one of them has every word, what was autosaved of them goes: nothing is to be offered again. Reads
    and writes the newsroom's database, and raises what its services raise.
    """
    me = newsroom.people.me().name
    newer = [row for row in newsroom.versions.revisions(story_id) if row.number > known]
    for row in newer:
        if row.kind is RevisionKind.TAKEN_OVER and row.by == me:
            revision = newsroom.versions.revision(story_id, row.number)
            whole = revision.script == clean_script(words)
            if whole:
                newsroom.drafting.discard(story_id, at)
            return Taken(row.number, whole=whole, newer=True)
    return Taken(0, whole=False, newer=bool(newer))


def holder_words(person: str, at: str) -> str:
    """Say who is writing since when; ``person`` is "" for me, in another window."""
    if not person:
        return _("Naskah ini terbuka di jendela Anda yang lain sejak {at}").format(at=at)
    return _("{name} sedang menulis naskah ini sejak {at}").format(name=person, at=at)


def left_words(person: str) -> str:
    """Say that the one who was writing has left, and that it is one's own to write now."""
    if not person:
        return _("Naskah ini sudah ditutup di jendela Anda yang lain; sekarang Anda menulis di sini.")
    return _("{name} tidak lagi menulis naskah ini; sekarang Anda yang menulis.").format(name=person)


def taken_over_words(person: str) -> str:
    """Say that one has taken the story over."""
    if not person:
        return _("Naskah ini sekarang Anda tulis di jendela ini.")
    return _("Naskah ini Anda ambil alih dari {name}; tulisannya ada di Riwayat.").format(name=person)


def lost_words(held: HeldBy, number: int, at: str) -> str:
    """Say who has taken the story over, and which revision was made of one's words (0 for none)."""
    if held.mine:
        told = _("Naskah ini diambil alih di jendela Anda yang lain {at}").format(at=at)
    else:
        told = _("{name} mengambil alih {at}").format(name=held.person, at=at)
    if number:
        told = _("{what}; kata-kata Anda tersimpan sebagai revisi {n}").format(what=told, n=number)
    return told
