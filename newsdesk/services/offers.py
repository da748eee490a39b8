"""What was decided about the offers of a story: remembered with it, on every computer, and taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.story import Script
from newsdesk.services.clock import utc_now

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.importing import Offer, Pasted
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage


class Offers:
    """Decisions are kept under what an offer says, not where: the copy may be read better one day."""

    def __init__(self, storage: Storage, people: People, now: Callable[[], datetime] = utc_now) -> None:
        self._storage = storage
        self._people = people
        self._now = now

    def decide(self, story_id: int, offer: Offer, *, accepted: bool) -> None:
        """Remember that an offer was accepted or rejected; the last decision holds."""
        me = self._people.me().id
        with self._storage.write() as work:
            work.offers.put(story_id, key_of(offer), accepted, me, self._now())

    def take_back(self, story_id: int, offer: Offer) -> None:
        """Let an offer be open again."""
        with self._storage.write() as work:
            work.offers.forget(story_id, key_of(offer))

    def open_of(self, story_id: int, offers: Iterable[Offer]) -> list[Offer]:
        """Return those of a story's offers that nothing was decided about."""
        with self._storage.read() as queries:
            decided = queries.registers.decided_offers(story_id)
        return [offer for offer in offers if key_of(offer) not in decided]

    def still_open(self, story_id: int, pasted: Pasted, script: Script) -> list[Offer]:
        """Return what of a story's copy is still to be decided: nothing that ``script`` has, or has lost."""
        copy = pasted.script.body
        return [
            offer
            for offer in self.open_of(story_id, pasted.offers)
            if copy[offer.start : offer.end] in script.body and not taken_over(offer, copy, script)
        ]


def key_of(offer: Offer) -> str:
    """Return under which an offer's decision is kept: its kind and a hash of what it says."""
    if offer.dateline is not None:
        says = (offer.dateline.place, offer.dateline.outlet)
    elif offer.byline is not None:
        says = (offer.byline.name, offer.byline.outlet)
    elif offer.kind.value == "source" and offer.source is not None:
        says = (offer.source.person, offer.source.office)
    else:
        says = (offer.text,)
    return f"{offer.kind.value}:{hashlib.sha256(chr(0).join(says).encode()).hexdigest()[:32]}"


def taken_over(offer: Offer, copy: str, script: Script) -> bool:
    """Return whether a script has already what an offer says; ``copy`` is the text it was found in.

    For stories of which decisions were not remembered yet.
    """
    if offer.dateline is not None:
        return script.dateline is not None
    if offer.byline is not None:
        return any(byline.name == offer.byline.name for byline in script.bylines)
    tied = {script.body[tie.start : tie.end] for tie in script.attributions}
    passages = [copy[passage.start : passage.end] for passage in offer.passages]
    return any(words in tied for words in passages)
