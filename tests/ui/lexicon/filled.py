"""A lexicon as a newsroom has it after a few weeks, put straight into its database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newsdesk.domain.lexicon import HowSaid, NameOf, Pronunciation
from newsdesk.domain.story import Script
from newsdesk.services.newsroom import Newsroom

L, W, E = HowSaid.LETTERS, HowSaid.WORD, HowSaid.EXPANDED

CHECKED = (
    ("APBD", "a pe be de", L),
    ("ASN", "a es en", L),
    ("Boediono", "Budiono", W),
    ("BPOM", "be pom", W),
    ("BPS", "be pe es", L),
    ("DPRD", "de pe er de", L),
    ("IPS", "i pe es", L),
    ("Kominfo", "kominfo", W),
    ("OPD", "o pe de", L),
    ("PDAM", "pe dam", W),
    ("PPPK", "pe tiga ka", W),
    ("QRIS", "kris", W),
    ("RSUD", "er es u de", L),
    ("Tjutjuk", "Cucuk", W),
    ("WIB", "waktu Indonesia barat", E),
)
WAITING = (
    ("Wlingi", "wlingi", W, NameOf.PLACE, (1, 12), "Jembatan Wlingi ditutup mulai Senin."),
    ("SPBE", "es pe be e", L, NameOf.NOTHING, (1, 40), "Antrean di SPBE mengular."),
    ("IIPG", "i i pe ge", L, NameOf.NOTHING, (2, 31), "Indeks itu disebut IIPG."),
    (
        "EPSS",
        "e pe es es",
        L,
        NameOf.NOTHING,
        (2, 58),
        "Wali Kota menyampaikan hasil evaluasi penyelenggaraan statistik sektoral (EPSS).",
    ),
    ("Pramusito", "pra-mu-SI-to", W, NameOf.PERSON, (2, 59), "Hanung Pramusito berterima kasih."),
    ("BSSN", "be es es en", L, NameOf.NOTHING, (2, 59), "BSSN memantau situs itu."),
)
"""Form, reading, how, whose name, when it was met (hours and minutes after the day's first), its sentence."""


def fill(newsroom: Newsroom, day: datetime) -> None:
    """Put the forms in: some checked by Dewi Lestari, some met before ``day`` and checked by nobody."""
    story = newsroom.drafting.new(Script("STATISTIK-OPD", body="Upacara digelar di halaman kantor."))
    checked_at = datetime(2025, 1, 12, 2, tzinfo=UTC)
    entries = [
        Pronunciation(form, spoken, how, checked_by="Dewi Lestari", checked_at=checked_at)
        for form, spoken, how in CHECKED
    ]
    entries += [
        Pronunciation(
            form,
            spoken,
            how,
            name_of=name_of,
            found_in=story.id,
            found_by="Ipang Harwoko",
            found_at=day - timedelta(hours=3 - hour, minutes=60 - minute),
            found_sentence=sentence,
        )
        for form, spoken, how, name_of, (hour, minute), sentence in WAITING
    ]
    with newsroom.storage.write() as work:
        work.lexicon.add(entries)
    newsroom.reading.use(newsroom.lexicon.forms())
