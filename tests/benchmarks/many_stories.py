"""Fills a profile's newsroom with made-up stories, in one transaction."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsdesk.app import build_newsroom
from newsdesk.domain.story import Script, Story
from newsdesk.paths import Paths

PLACES = ["Wlingi", "Kanigoro", "Sananwetan", "Kepanjenkidul", "Sukorejo", "Srengat", "Kesamben", "Talun"]
SUBJECTS = ["harga cabai", "jalan rusak", "pasar murah", "banjir", "vaksin sapi", "uji emisi", "dana desa"]
ACTS = ["naik", "turun", "dibahas warga", "diperiksa dinas", "selesai lebih cepat", "tertunda"]


def fill(profile: Path, stories: int, seed: int = 5) -> None:
    """Make ``stories`` stories of two paragraphs each, one minute apart, the last one now."""
    chance = random.Random(seed)
    newsroom = build_newsroom(Paths(profile))
    try:
        me = newsroom.people.me().id
        first = datetime.now(UTC) - timedelta(minutes=stories)
        with newsroom.storage.write() as work:
            for number in range(stories):
                script = _script(chance, number)
                at = first + timedelta(minutes=number)
                story = Story(created_at=at, created_by=me, updated_at=at, updated_by=me)
                story = work.stories.add(story)
                length = newsroom.reading.length(script.body)
                work.stories.keep_revision(story, story.revise(script, me, at, length=length))
    finally:
        newsroom.close()


def _script(chance: random.Random, number: int) -> Script:
    subject, act, place = chance.choice(SUBJECTS), chance.choice(ACTS), chance.choice(PLACES)
    price = chance.randrange(10, 90)
    body = (
        f"{subject.capitalize()} di {place} {act}, kata warga pada {number % 27 + 1} Januari 2025.\n"
        f"Menurut BPS, angkanya Rp{price}.500 atau {chance.randrange(1, 9)},{chance.randrange(10)} persen."
    )
    slug = f"{subject}-{place}".upper().replace(" ", "-")
    return Script(slug=slug, headline=f"{subject.capitalize()} di {place} {act}", body=body)
