"""From the first word to the last one read: what went out was approved, or the log says who changed it.

The program's own services as it builds them, in one newsroom.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdesk.app import build_newsroom
from newsdesk.domain.air_bulletin import AirChangeKind
from newsdesk.domain.as_run import AirEvent
from newsdesk.domain.as_run_json import as_read
from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.lexicon import HowSaid, Pronunciation
from newsdesk.domain.rundown import Rundown
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.paths import Paths
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.proof_check import check_proof
from tests.services.reviewers import approve

FIRST = "BPS mencatat inflasi Oktober 2,65 persen di Kota Blitar."
SECOND = "Wali kota membuka pasar murah pada Jumat pagi."
CORRECTED = "Wali kota membuka pasar murah pada Sabtu pagi."


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    newsroom = build_newsroom(Paths(tmp_path / "profile"), "Redaksi")
    yield newsroom
    newsroom.close()


def _approved(newsroom: Newsroom, slug: str, body: str) -> int:
    made = newsroom.drafting.new(Script(slug=slug, body=body))
    handed = newsroom.handing_in.submit(made.id, made.version, made.script)
    approve(newsroom, made.id, handed.version, handed.revision)
    return made.id


def test_what_was_read_is_what_was_approved_or_the_log_says_who_changed_it(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    stories = [_approved(newsroom, "INFLASI", FIRST), _approved(newsroom, "PASAR", SECOND)]
    opened = newsroom.bulletins.create(None, datetime.now(UTC) + timedelta(minutes=5), "Warta Siang")
    states = [newsroom.bulletins.state(story) for story in stories]
    rows = tuple(newsroom.bulletins.row_of(state, opened) for state in states if state is not None)
    opened = newsroom.bulletins.keep(opened.bulletin.id, opened.bulletin.version, Rundown(items=rows))
    opened = newsroom.bulletins.make_ready(opened.bulletin.id, opened.bulletin.version)
    bulletin = opened.bulletin.id

    # The lexicon says BPS otherwise from now on: what was approved is read as it was approved.
    newsroom.lexicon.add(Pronunciation("BPS", "Badan Pusat Statistik", HowSaid.EXPANDED, checked_by="Dewi"))
    newsroom.reading.use(newsroom.lexicon.forms())
    on_air = newsroom.on_air
    (due,) = on_air.due()
    session = on_air.begin(on_air.hold(due), practice=False)
    first, second = session.air.items
    session.started(first.item_id, session.moment())
    session.ended(first.item_id, session.moment())

    # The desk corrects the second one while the bulletin is on air; the announcer loads it.
    story = newsroom.drafting.open(stories[1])
    corrected = newsroom.reviewing.correct(
        stories[1], story.version, Script(slug="PASAR", body=CORRECTED), "Salah hari"
    )
    (news,) = on_air.changes(session.air).changes
    assert news.kind is AirChangeKind.UNAPPROVED
    approval = approve(newsroom, stories[1], corrected.version, corrected.revision)
    (news,) = on_air.changes(session.air).changes
    assert news.kind is AirChangeKind.WORDS
    session.started(second.item_id, session.moment())
    session.loaded(on_air.hold_change(news), session.moment())
    session.ended(second.item_id, session.moment())
    session.finish(session.moment())
    on_air.leave(session)
    assert on_air.drain().away is None

    (log,) = newsroom.as_run.of(bulletin)
    one, two = log.lines
    assert [part.said for part in as_read(one)] == [
        "be pe es mencatat inflasi Oktober dua koma enam lima persen di Kota Blitar."
    ]
    at_first = newsroom.reviewing.open(stories[0]).last_approval
    assert at_first is not None
    assert one.item.text == at_first.text
    assert one.begun_with is None
    assert two.item.text == approval.text
    assert two.begun_with is not None
    (loaded,) = two.happenings
    assert (loaded.what, loaded.by) == (AirEvent.LOADED, newsroom.people.me().name)
    assert (loaded.before, loaded.after) == (two.begun_with.digest, approval.digest)

    assert newsroom.bulletins.open(bulletin).bulletin.state is BulletinState.AIRED
    stands = {newsroom.drafting.open(story).status for story in stories}
    assert stands == {StoryStatus.AIRED}
    assert newsroom.audit.verify() is None
    newsroom.as_run.export(bulletin, tmp_path / "bukti.zip")
    assert check_proof(tmp_path / "bukti.zip").faults == ()
