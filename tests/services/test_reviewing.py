"""An editor approves exactly what will be said; on both databases."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError

from newsdesk.domain.air_text import SaidChange, SaidToken
from newsdesk.domain.approval import Approval, ApprovalEnd, WhyNot
from newsdesk.domain.attribution import Byline, Dateline
from newsdesk.domain.blocks import MARK, Clip
from newsdesk.domain.lexicon import HowSaid
from newsdesk.domain.people import Role
from newsdesk.domain.story import RevisionKind, SaidHere, Script, StoryStatus
from newsdesk.domain.timing import SpokenLength
from newsdesk.errors import (
    AlreadyApproved,
    NewerRevision,
    NewsdeskError,
    NoSuchStory,
    NotAllowed,
    NotApproved,
    OwnStory,
    WrongStatus,
)
from newsdesk.services.browsing import View
from newsdesk.storage.tables import every as t
from tests.newsrooms import Building, Desk
from tests.services.reviewers import FIRST, SECOND, House, approve, handed_in, house_of, take_sayings

CABAI = Script(
    slug="HARGA-CABAI",
    headline="Cabai naik",
    dateline=Dateline("Blitar"),
    bylines=(Byline("Rani Puspita"),),
    body=f"Cabai rawit Rp 45.000 per kg.\nKata BPS naik 12 persen.\n{MARK}",
    said_here=(SaidHere(35, 38, "badan pusat statistik"),),
    blocks=(Clip("PEDAGANG-1", milliseconds=9_000, paraphrase="Pedagang rugi 12 persen."),),
    cuttable=((30, 54),),
)


@pytest.fixture
def house(building: Building) -> House:
    """Give a newsroom with a reporter and two editors at their desks."""
    return house_of(building)


def test_what_is_approved_is_one_revision_word_for_word_as_it_is_said(house: House) -> None:
    story = handed_in(house.rani, CABAI)
    approval = approve(house.dewi, story.id, story.version, 1, " Bagus. ")
    text = approval.text
    assert (approval.story_id, approval.revision, approval.by_name, approval.own) == (
        story.id, 1, "Dewi Lestari", False,
    )  # fmt: skip
    assert (approval.note, approval.in_force, approval.whole) == ("Bagus.", True, True)
    assert (text.body, text.blocks, text.cuttable) == (CABAI.body, CABAI.blocks, CABAI.cuttable)
    assert text.tokens == (
        SaidToken(12, 21, "empat puluh lima ribu rupiah"),
        SaidToken(26, 28, "kilogram"),
        SaidToken(35, 38, "badan pusat statistik"),
        SaidToken(44, 46, "dua belas"),
    )
    assert text.spoken == (
        "Cabai rawit empat puluh lima ribu rupiah per kilogram.\n"
        "Kata badan pusat statistik naik dua belas persen."
    )
    assert text.paraphrases == ("Pedagang rugi dua belas persen.",)
    assert text.sign_off == "Rani Puspita, Radio Kelud, melaporkan."
    assert (text.length.sentences, text.length.paragraphs, text.clip_ms) == (2, 2, 9_000)
    assert text.length.syllables > SpokenLength(30).syllables
    opened = house.rani.drafting.open(story.id)
    assert (opened.status, opened.approved_revision, opened.waiting_since) == (StoryStatus.APPROVED, 1, None)
    assert opened.script == CABAI
    entry = house.ipang.audit.entries(1)[0]
    assert (entry.act, entry.person, entry.subject_id) == ("approve", "Dewi Lestari", story.id)
    assert entry.before == {"status": "waiting"}
    assert entry.after == {"status": "approved", "revision": "1", "text": text.digest()}
    assert house.ipang.audit.verify() is None


def test_the_lexicon_changes_nothing_that_was_approved_until_an_editor_approves_it_so(house: House) -> None:
    story = handed_in(house.rani)
    reviewing = house.dewi.reviewing
    approval = approve(house.dewi, story.id, story.version, 1)
    assert reviewing.said_otherwise(story.id) == ()
    (found,) = [entry for entry in house.dewi.lexicon.forms() if entry.form == "BPS"]
    house.dewi.lexicon.update(replace(found, spoken="bapeles", how=HowSaid.WORD, respelling="ba-PE-les"))
    house.dewi.reads.get().use(house.dewi.lexicon.forms())
    assert reviewing.open(story.id).approval == approval
    assert reviewing.said_otherwise(story.id) == (
        SaidChange(33, 36, "BPS", "be pe es", "bapeles", "", "ba-PE-les"),
    )
    anew = take_sayings(house.dewi, story.id, approval.id)
    assert (anew.revision, anew.text.body) == (1, FIRST.body)
    assert SaidToken(33, 36, "bapeles", "ba-PE-les") in anew.text.tokens
    assert anew.digest != approval.digest
    review = reviewing.open(story.id)
    assert (review.approval, review.story.status) == (anew, StoryStatus.APPROVED)
    assert reviewing.said_otherwise(story.id) == ()
    with house.dewi.storage.read() as queries:
        first = queries.approvals.get(approval.id)
    assert first is not None
    assert (first.text, first.ended_why, first.ended_by_name) == (
        approval.text, ApprovalEnd.SAID_ANEW, "Dewi Lestari",
    )  # fmt: skip
    with pytest.raises(NotApproved):
        take_sayings(house.dewi, story.id, approval.id)


def test_what_i_looked_at_last_is_remembered_for_me_alone(house: House) -> None:
    story = handed_in(house.rani)
    reviewing = house.dewi.reviewing
    assert reviewing.open(story.id).since is None
    reviewing.looked(story.id, 1)
    house.rani.drafting.save(story.id, story.version, SECOND)
    review = reviewing.open(story.id)
    assert review.since is not None
    assert (review.since.revision, review.since.script) == (1, FIRST)
    assert (review.story.revision, review.story.script) == (2, SECOND)
    assert (review.waiting_since, review.may_approve, review.own) == (story.revised_at, True, False)
    assert house.bagas.reviewing.open(story.id).since is None
    house.bagas.reviewing.looked(house.bagas.drafting.begin().id, 1)  # a sheet that is not stored yet
    reviewing.looked(story.id, 2)
    since = reviewing.open(story.id).since
    assert since is not None
    assert since.revision == 2

    # And it shows the newest revision, whatever is typed, with who still writes in it.
    story = handed_in(house.rani)
    house.dewi.drafting.keep(story.id, story.version, SECOND)  # typed by the editor, and no revision
    assert house.rani.locks.take(story.id) is None
    review = house.dewi.reviewing.open(story.id)
    assert (review.story.script, review.locked_by) == (FIRST, "Rani Puspita")
    assert house.rani.reviewing.open(story.id).locked_by == ""
    with pytest.raises(NoSuchStory):
        house.dewi.reviewing.open(4711)


def test_a_revision_that_is_not_the_newest_is_not_approved(house: House) -> None:
    story = handed_in(house.rani)
    house.rani.drafting.save(story.id, story.version, SECOND)
    for version in (story.version, story.version + 1):
        with pytest.raises(NewerRevision) as newer:
            approve(house.dewi, story.id, version, 1)
        assert (newer.value.number, newer.value.by) == (2, "Rani Puspita")
    with pytest.raises(NewerRevision):  # looked at before its second revision was there
        approve(house.dewi, story.id, story.version, 2)
    assert house.dewi.reviewing.open(story.id).last_approval is None
    planned = house.rani.drafting.set_airtime(story.id, story.version + 1, story.revised_at)
    assert approve(house.dewi, story.id, planned.version - 1, 2).revision == 2  # no word is newer


def test_only_an_editor_approves_and_only_what_waits(house: House) -> None:
    story = handed_in(house.rani)
    with pytest.raises(NotAllowed):
        approve(house.rani, story.id, story.version, 1)
    assert house.rani.reviewing.open(story.id).why_not is WhyNot.NOT_ALLOWED
    back = house.dewi.handing_in.send_back(story.id, story.version, "Sumber?")
    assert house.dewi.reviewing.open(story.id).why_not is WhyNot.NOT_WAITING
    with pytest.raises(WrongStatus):
        approve(house.dewi, story.id, back.version, back.revision)
    again = house.rani.handing_in.submit(story.id, back.version, FIRST)
    house.ipang.putting_away.trash([story.id])
    with pytest.raises(WrongStatus) as away:
        approve(house.dewi, story.id, again.version, again.revision)
    assert away.value.trashed
    with pytest.raises(NoSuchStory):
        approve(house.dewi, 4711, 1, 1)
    with house.dewi.storage.read() as queries:
        assert queries.approvals.in_force_of([story.id]) == {}


def test_nobody_approves_a_story_they_began_signed_or_worded(house: House) -> None:
    _, dewi, bagas, ipang = house
    ipang.accounts.change(dewi.people.me().id, roles={Role.EDITOR, Role.REPORTER})
    begun = handed_in(dewi)
    signed = handed_in(house.rani, replace(FIRST, bylines=(Byline("dewi lestari"),)))
    worded = handed_in(house.rani)
    mended = dewi.drafting.save(worded.id, worded.version, SECOND)
    mended = bagas.drafting.save(worded.id, mended.version, replace(SECOND, slug="CABAI"))  # names it anew
    mine, words = WhyNot.OWN_STORY, WhyNot.OWN_WORDS
    for story, revision, why_not in ((begun, 1, mine), (signed, 1, mine), (mended, 3, words)):
        with pytest.raises(OwnStory):
            approve(dewi, story.id, story.version, revision)
        assert dewi.reviewing.open(story.id).why_not is why_not
    assert dewi.reviewing.open(mended.id).writer == "Rani Puspita"
    assert approve(bagas, mended.id, mended.version, 3).own is False
    # What Dewi worded then, Bagas has approved: what came since is Rani's.
    later = house.rani.handing_in.submit(worded.id, mended.version, FIRST)
    assert approve(dewi, worded.id, later.version, later.revision).by_name == "Dewi Lestari"
    assert not ipang.reviewing.own_approval()
    with pytest.raises(NotAllowed):
        house.rani.reviewing.set_own_approval(True)
    assert ipang.reviewing.set_own_approval(True)
    assert dewi.reviewing.open(begun.id).may_approve
    assert approve(dewi, begun.id, begun.version, 1).own
    assert [entry.act for entry in ipang.audit.entries(2)] == ["approve-own", "change"]


def test_alone_one_approves_ones_own_and_the_log_says_so(desk: Desk) -> None:
    story = handed_in(desk)
    review = desk.reviewing.open(story.id)
    assert (review.own, review.may_approve) == (True, True)
    assert approve(desk, story.id, story.version, 1).own
    assert desk.audit.entries(1)[0].act == "approve-own"


def test_two_editors_at_once_make_one_approval(house: House) -> None:
    story = handed_in(house.rani)
    desks, together = (house.dewi, house.bagas), threading.Barrier(2)
    for desk in desks:
        desk.reviewing.open(story.id)

    def decide(desk: Desk) -> Approval | NewsdeskError:
        together.wait()
        try:
            return approve(desk, story.id, story.version, 1)
        except NewsdeskError as error:
            return error

    with ThreadPoolExecutor(2) as threads:
        made = list(threads.map(decide, desks))
    (stands,) = [one for one in made if isinstance(one, Approval)]
    (late,) = [one for one in made if isinstance(one, AlreadyApproved)]
    assert (late.revision, late.by) == (1, stands.by_name)
    assert house.rani.reviewing.open(story.id).approval == stands
    assert [entry.act for entry in house.ipang.audit.entries(2)].count("approve") == 1
    # Whatever way round: the database lets one stand.
    with pytest.raises(IntegrityError), house.dewi.storage.write() as work:
        work.approvals.add(story.id, 1, stands.text, stands.by, stands.at, own=False, note="")


def test_a_save_in_the_same_moment_never_airs_unapproved(house: House) -> None:
    together = threading.Barrier(2)
    for _ in range(4):
        story = handed_in(house.rani)

        def save() -> None:
            together.wait()
            house.rani.drafting.save(story.id, story.version, SECOND)  # noqa: B023 - ends in this round

        with ThreadPoolExecutor(1) as beside:
            saved = beside.submit(save)
            together.wait()
            try:
                approve(house.dewi, story.id, story.version, 1)
            except NewerRevision as newer:
                assert newer.number == 2
            saved.result()
        review = house.dewi.reviewing.open(story.id)
        assert review.approval is None
        assert (review.story.revision, review.story.approved_revision) == (2, 0)
        assert review.story.status is (StoryStatus.CHANGED if review.last_approval else StoryStatus.WAITING)


def test_only_an_approval_whose_text_is_another_is_damaged_and_its_story_waits_again(house: House) -> None:
    story = handed_in(house.rani)
    approval = approve(house.dewi, story.id, story.version, 1)
    other = replace(approval.text, body=SECOND.body)

    def write(text: str) -> None:
        with house.dewi.storage.database.engine.begin() as connection:
            connection.execute(sa.update(t.approvals).values(text=text))

    for change in (sa.update(t.approvals).values(text=other.to_json()), sa.delete(t.approvals)):
        with pytest.raises(DBAPIError), house.dewi.storage.database.engine.begin() as connection:
            connection.execute(change)  # not by a careless hand
    with house.dewi.storage.database.engine.begin() as connection:
        on = "" if connection.dialect.name == "sqlite" else " ON approvals"
        connection.exec_driver_sql(f"DROP TRIGGER approvals_same{on}")
    half_a_letter = approval.text.to_json().replace("Harga", "\\ud800")
    for text in (other.to_json(), "{}", "Harga cabai", half_a_letter):
        write(text)
        review = house.dewi.reviewing.open(story.id)
        assert (review.approval, review.story.status) == (None, StoryStatus.WAITING)
        assert (review.why_not, review.damaged and review.damaged.id) == (None, approval.id)
        assert house.dewi.reviewing.said_otherwise(story.id) == ()
        with pytest.raises(NotApproved):
            house.dewi.reviewing.approve_sayings(story.id, approval.id, ())
    assert [row.status for row in house.rani.browsing.stories(View.ALL)] == [StoryStatus.APPROVED]
    assert house.rani.drafting.open(story.id).kind is RevisionKind.SUBMITTED
    anew = approve(house.bagas, story.id, review.story.version, 1)
    review = house.dewi.reviewing.open(story.id)
    assert (review.approval, review.damaged, anew.text) == (anew, None, approval.text)
    assert review.story.status is StoryStatus.APPROVED
    ended = next(one for one in house.ipang.audit.entries() if one.act == "end-approval")
    assert (ended.person, ended.after["why"]) == ("Bagas Wibowo", "damaged")
