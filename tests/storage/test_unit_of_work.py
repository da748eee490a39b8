"""One use case is one transaction, and the version is the truth about who was first."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.domain.attribution import Source
from newsdesk.domain.rows import UnsavedText
from newsdesk.domain.story import Script, Story
from newsdesk.domain.timing import SpokenLength
from newsdesk.errors import NoSuchStory, StaleStory
from newsdesk.services.browsing import View
from tests.newsrooms import Building, Desk

AT = datetime(2025, 1, 17, 3, tzinfo=UTC)


def test_a_revision_alone_moves_the_storys_version(desk: Desk) -> None:
    me = desk.people.me().id
    with desk.storage.write() as work:
        story = work.stories.add(Story(created_at=AT, created_by=me, updated_at=AT, updated_by=me))
    before = story.version
    with desk.storage.write() as work:
        again = work.stories.find(story.id)
        assert again is not None
        # The very script that it has, by the same person at the same moment: the row itself shows no change.
        work.stories.keep_revision(again, again.revise(Script(), me, AT))
    assert (before, again.version, again.revision) == (1, 2, 1)
    with desk.storage.read() as queries:
        assert queries.head(story.id).version == 2


def test_what_goes_wrong_half_way_leaves_nothing(desk: Desk) -> None:
    me = desk.people.me().id

    def half_way() -> None:
        with desk.storage.write() as work:
            story = Story(created_at=AT, created_by=me, updated_at=AT, updated_by=me)
            story = work.stories.add(story)
            work.stories.keep_original(story.id, "asli")
            work.stories.keep_revision(story, story.revise(Script(body="Isi.", tags=("kota",)), me, AT))
            work.sources.add(Source("Santoso"))
            work.autosaves.put(7, me, UnsavedText(1, AT, Script()), SpokenLength())

    with pytest.raises(NoSuchStory):
        half_way()
    assert desk.browsing.stories(View.ALL) == []
    assert desk.sources.list() == []
    assert desk.drafting.new(Script(body="Isi.", tags=("kota",))).revision == 1


def test_of_people_who_save_at_once_one_is_first_and_no_text_is_lost(building: Building) -> None:
    desks = [building.desk(f"p{n}", f"Orang {n}") for n in range(4)]
    made = desks[0].drafting.new(Script(body="Awal."))
    for desk in desks:
        desk.people.me()
    start = threading.Barrier(len(desks))
    outcomes: dict[int, object] = {}

    def save(number: int) -> None:
        start.wait()
        try:
            outcomes[number] = desks[number].drafting.save(
                made.id, made.version, Script(body=f"Dari {number}.")
            )
        except StaleStory as stale:
            outcomes[number] = stale

    threads = [threading.Thread(target=save, args=(number,)) for number in range(len(desks))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stale = [number for number, outcome in outcomes.items() if isinstance(outcome, StaleStory)]
    assert (len(outcomes), len(stale)) == (4, 3)
    assert len(desks[0].drafting.revisions(made.id)) == 2
    for number, desk in enumerate(desks):
        assert desk.drafting.open(made.id).script.body == f"Dari {number}."


def test_however_many_threads_ask_at_once_none_closes_the_connection_of_another(tmp_path: Path) -> None:
    desk = Desk("Redaksi", tmp_path)
    made = desk.drafting.new(Script(body="Awal."))
    everybody = threading.Barrier(9)
    answers: dict[int, object] = {}

    def ask(number: int) -> None:
        try:
            with desk.storage.read() as queries:
                everybody.wait()
                answers[number] = queries.script(made.id, 1).body
        except Exception as error:  # noqa: BLE001 - whatever it is, the assertion shows it
            answers[number] = error

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(everybody.parties)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    desk.close()
    assert answers == dict.fromkeys(range(everybody.parties), "Awal.")


_SOURCE_FIRST = """
import sys
from pathlib import Path
from newsdesk.domain.attribution import Source
made_before_the_storage_is_loaded = Source("Santoso")
assert "sqlalchemy" not in sys.modules
from tests.newsrooms import Desk
desk = Desk("Redaksi", Path(sys.argv[1]))
added = desk.sources.add(made_before_the_storage_is_loaded)
assert added.person == made_before_the_storage_is_loaded.person == "Santoso"
assert type(added) is Source
desk.close()
"""


def test_an_entry_made_before_the_storage_was_loaded_can_be_added(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-W", "error", "-c", _SOURCE_FIRST, str(tmp_path)], cwd=root, check=True)


def test_the_services_that_a_page_imports_do_not_load_the_database(tmp_path: Path) -> None:
    modules = "drafting browsing sources people lexicon newsroom newsrooms"
    imports = "; ".join(f"import newsdesk.services.{name}" for name in modules.split())
    loaded = "sorted({m.partition('.')[0] for m in sys.modules} & {'sqlalchemy', 'alembic', 'psycopg'})"
    child = subprocess.run(
        [sys.executable, "-c", f"import sys; {imports}; print({loaded})"],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    assert child.stdout.strip() == "[]"
