"""How an approval stands is told over the script, to its writer and to editors."""

import pytest

from newsdesk.domain.story import StoryStatus
from tests.services.reviewers import approve
from tests.ui.stories.at_desk import BODY, write
from tests.ui.stories.colleague import Colleague


@pytest.fixture
def dewi(newsroom):
    return Colleague(newsroom, "dewi", "Dewi Lestari")


@pytest.fixture
def approved(page, dewi):
    """My own story, which Dewi has approved; it lies on the desk."""
    story = write(page)
    page.status.handing.submit(page.status._chosen.on_desk())
    dewi.approve(story)
    page.new_story()
    page.open_story(story)
    return story


def test_the_writer_of_an_approved_story_reads_by_whom_and_what_ends_it(page, approved):
    words = page.rooms.approval.banner.words
    assert words.startswith("Disetujui Dewi Lestari, ")
    assert words.endswith("revisi 1. Kata yang diubah harus disetujui lagi.")
    assert page.pane.header._badge.accessibleName() == "Disetujui"


def test_other_words_end_it_and_both_are_told_by_whom(page, approved):
    page.pane.editor.textCursor().insertText("Pagi ini. ")
    page.desk.save()
    assert page.desk.story.status is StoryStatus.CHANGED
    banner = page.rooms.approval.banner
    me = page._newsroom.people.me().name
    assert banner.words.startswith("Berubah setelah disetujui Dewi Lestari, ")
    assert f"diubah {me}, " in banner.words
    assert page.pane.header._badge.accessibleName() == "Berubah setelah disetujui"
    page.list.choose("waiting")
    row = page.list.rows.row_at(0)
    assert (row.id, row.status) == (approved, StoryStatus.CHANGED)


def test_the_banner_leads_to_what_changed_against_the_approved_words(page, approved):
    page.pane.editor.textCursor().insertText("Pagi ini. ")
    page.desk.save()
    page.rooms.approval.banner.button.click()
    room = page.rooms.review.room
    assert page.rooms.review.on
    assert room.view.form == "changes"
    assert room.view.strip._since.text() == "Sejak disetujui"
    assert room.view.strip._what.words.endswith("oleh Dewi Lestari")
    assert room.view.strip._new.text() == "2"
    assert not page.rooms.approval.banner.isVisible()
    page.rooms.review.toggle()
    assert page.rooms.approval.banner.isVisible()


def test_an_editor_sees_what_became_of_the_approved_words_at_once(page, newsroom, dewi):
    story = dewi.hand_in(BODY)
    approve(newsroom, story.id, story.version, story.revision)
    dewi.change(story.id, f"Pagi ini. {BODY}")
    page.list.choose("waiting")
    page.open_story(story.id)
    assert page.rooms.review.on
    assert page.rooms.review.room.view.strip._since.text() == "Sejak disetujui"
    assert page.rooms.review.room.head.badge.accessibleName() == "Berubah setelah disetujui"


def test_another_slug_ends_no_approval(page, approved):
    page.pane.header.slug.setText("UPACARA")
    page.pane.header.slug.textEdited.emit("UPACARA")
    page.desk.save()
    assert page.desk.story.status is StoryStatus.APPROVED
    assert page.rooms.approval.banner.words.startswith("Disetujui Dewi Lestari")


def test_words_said_otherwise_since_are_offered_old_and_new_and_never_taken_by_themselves(
    page, approved, newsroom
):
    from newsdesk.domain.lexicon import HowSaid, Pronunciation

    newsroom.lexicon.add(Pronunciation("Pemkot", "pemerintah kota", HowSaid.WORD))
    newsroom.reading.use(newsroom.lexicon.forms(), newsroom.style.get())
    page.rooms.approval.look()
    banner = page.rooms.approval.banner
    assert banner.words == "1 cara baca berubah sejak disetujui. Yang mengudara tetap yang disetujui."
    before = newsroom.reviewing.open(approved).approval
    banner.button.click()
    (row,) = page.inspector.said.rows()
    assert "“Pemkot”" in row.accessibleName()
    assert "kini pemerintah kota" in row.accessibleName()
    page.inspector.said.take.click()
    after = newsroom.reviewing.open(approved).approval
    assert (after.revision, after.id != before.id) == (before.revision, True)
    assert "pemerintah kota" in after.text.spoken
    assert not page.inspector.sections()["said"].isVisibleTo(page.inspector)
    assert banner.words.startswith("Disetujui ")


def test_a_draft_has_no_banner(page):
    write(page)
    page.desk.save()
    assert page.rooms.approval.banner.words == ""


@pytest.fixture
def damaged(newsroom, approved):
    """The approval of it has other words by now: somebody was at the database."""
    with newsroom.storage.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER approvals_same")
        connection.exec_driver_sql("UPDATE approvals SET text = 'no text at all'")
    return approved


def test_of_a_damaged_approval_it_is_told_that_it_is_and_nothing_stands_as_approved(page, newsroom, damaged):
    page.rooms.approval.look()
    words = "Persetujuan Dewi Lestari untuk revisi 1 rusak di basis data: naskah ini harus disetujui lagi."
    assert page.rooms.approval.banner.words == words
    page.rooms.review.begin()
    room = page.rooms.review.room
    assert room.head.badge.accessibleName() == "Menunggu"
    assert room.bar.approve.isEnabled()
    room.bar.approve.click()
    assert newsroom.reviewing.open(damaged).approval.whole
    assert page.pane.header._badge.accessibleName() == "Disetujui"
