"""What was decided about offers is remembered with the story; the sign-off with the newsroom."""

from __future__ import annotations

import pytest

from newsdesk.domain.attribution import Attribution, Byline, Dateline
from newsdesk.domain.sign_off import FIRST_PATTERN
from newsdesk.domain.story import Script
from newsdesk.errors import BadSignOff
from newsdesk.services.importing import Importing, OfferKind
from newsdesk.services.offers import taken_over
from tests.newsrooms import Building

COPY = (
    "Blitar, Beritatrends - “Disiplin pegawai naik,” kata Wali Kota Blitar, Santoso.\n"
    "Kepala BPS Kota Blitar, Hanung Pramusito, mengatakan indeks naik. Ipang - Mahardhika FM"
)


def test_a_rejected_offer_stays_rejected_on_every_computer_until_it_is_taken_back(building: Building) -> None:
    desk = building.desk()
    pasted = Importing().paste(COPY)
    made = desk.drafting.new(pasted.script, pasted.original)
    other = desk.drafting.new(pasted.script, pasted.original)
    first, second, *rest = pasted.offers
    desk.offers.decide(made.id, first, accepted=False)
    desk.offers.decide(made.id, second, accepted=True)
    dewi = building.desk("dewi", "Dewi")
    again = Importing().paste(COPY).offers
    assert dewi.offers.open_of(made.id, again) == rest
    assert dewi.offers.open_of(other.id, again) == list(pasted.offers)
    dewi.offers.take_back(made.id, first)
    assert desk.offers.open_of(made.id, again) == [first, *rest]
    desk.offers.decide(made.id, second, accepted=False)
    assert second not in desk.offers.open_of(made.id, again)


def test_an_offer_is_known_again_when_the_copy_around_it_is_read_otherwise(building: Building) -> None:
    desk = building.desk()
    pasted = Importing().paste(COPY)
    made = desk.drafting.new(pasted.script, pasted.original)
    for offer in pasted.offers:
        desk.offers.decide(made.id, offer, accepted=False)
    moved = Importing().paste("Pembuka yang baru.\n" + COPY.partition(" - ")[2]).offers
    left = desk.offers.open_of(made.id, moved)
    assert [offer for offer in left if offer.kind in (OfferKind.SOURCE, OfferKind.QUOTE)] == []


def test_what_a_script_has_already_is_not_offered_for_stories_decided_before_this_was_kept() -> None:
    offers = Importing().paste(COPY).offers
    body = Importing().paste(COPY).script.body
    assert {offer.kind for offer in offers} == set(OfferKind)
    assert not any(taken_over(offer, body, Script(body=body)) for offer in offers)
    quote = next(offer for offer in offers if offer.kind is OfferKind.QUOTE)
    script = Script(
        body=body,
        dateline=Dateline("Blitar"),
        bylines=(Byline("Ipang", "Mahardhika FM"),),
        attributions=(Attribution(1, quote.start, quote.end, quote=True),),
    )
    left = [offer.kind for offer in offers if not taken_over(offer, body, script)]
    assert OfferKind.DATELINE not in left
    assert OfferKind.BYLINE not in left
    assert OfferKind.QUOTE not in left


def test_the_sign_off_is_the_newsrooms_and_the_last_one_set_holds(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    writers = [Byline("Ipang"), Byline("Dewi")]
    assert ipang.station.pattern() == FIRST_PATTERN
    assert ipang.station.sign_off(writers, "Radio Kelud") == "Ipang dan Dewi, Radio Kelud, melaporkan."
    assert ipang.station.set_pattern("Laporan  {penulis}\x00.") == "Laporan {penulis}."
    assert dewi.station.sign_off(writers) == "Laporan Ipang dan Dewi."
    with pytest.raises(BadSignOff):
        dewi.station.set_pattern("Sekian.")
    assert dewi.station.pattern() == "Laporan {penulis}."
    assert dewi.station.set_pattern(" ") == FIRST_PATTERN
    assert ipang.station.pattern() == FIRST_PATTERN
