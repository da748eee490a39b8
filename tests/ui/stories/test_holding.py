"""Embargo, correction and kill: acts of their own, the last two only with a reason."""

from datetime import datetime

import pytest
from PySide6.QtTest import QTest

from newsdesk.domain.story import RevisionKind, StoryStatus
from tests.services.reviewers import approve
from tests.ui.stories.at_desk import write
from tests.ui.stories.colleague import Colleague


@pytest.fixture
def aired(page, newsroom):
    """A story of Rani's that was read on air, on the desk."""
    rani = Colleague(newsroom, "rani", "Rani Puspita")
    story = rani.hand_in("Hujan turun di Blitar.", "CUACA")
    approve(newsroom, story.id, story.version, story.revision)
    with newsroom.storage.write() as work:
        newsroom.reviewing.mark_aired(work, story.id, 2, newsroom.people.me(), "Warta Siang")
    page.open_story(story.id)
    assert page.desk.story.status is StoryStatus.AIRED
    return story.id


def do(page, name):
    (command,) = [one for one in page.commands() if one.id == name]
    assert command.when()
    command.run()


def can(page):
    return {one.id for one in page.rooms.holding.commands() if one.when()}


def answer(page, reason):
    dialog = page.rooms.holding.dialog
    assert dialog.isVisible()
    QTest.keyClicks(dialog.reason.words, reason)
    dialog.do.click()


def test_an_aired_story_is_corrected_with_a_reason_and_waits_again(page, aired):
    page.pane.editor.textCursor().insertText("Ralat: ")
    assert page.pane.header.act.text() == "Ralat"
    page.pane.header.act.click()
    answer(page, "Nama kota keliru.")
    assert page.desk.story.status is StoryStatus.WAITING
    newest = page._newsroom.versions.revisions(aired)[0]
    assert (newest.kind, newest.reason) == (RevisionKind.CORRECTED, "Nama kota keliru.")
    assert page.news.sentence == "CUACA diralat, menunggu redaktur."
    assert page.rooms.holding.dialog is None


def test_an_aired_story_is_killed_only_with_a_reason(page, aired):
    do(page, "story.kill")
    dialog = page.rooms.holding.dialog
    assert not dialog.do.isEnabled()
    assert dialog.do.toolTip() == "Tulis dulu alasannya: itu tercatat di log."
    dialog.cancel.click()
    assert page.desk.story.status is StoryStatus.AIRED
    do(page, "story.kill")
    answer(page, "Narasumber menarik ucapannya.")
    assert page.desk.story.status is StoryStatus.KILLED
    assert page.desk.story.killed_why == "Narasumber menarik ucapannya."
    assert page.pane.header._badge.accessibleName() == "Dicabut"
    assert can(page) == {"story.embargo", "story.correct"}


def test_the_inspector_tells_who_approved_it_and_offers_both_acts(page, aired):
    section, me = page.inspector.approval, page._newsroom.people.me().name
    assert section.words[0].startswith(f"Revisi 2 disetujui {me}, ")
    section.kill.click()
    answer(page, "Keliru.")
    assert page.desk.story.status is StoryStatus.KILLED
    assert section.words[-1] == "Dicabut karena: Keliru."
    assert section.kill.isHidden()
    section.correct.click()
    answer(page, "Sudah benar.")
    assert page.desk.story.status is StoryStatus.WAITING


def test_a_draft_is_neither_corrected_nor_killed(page):
    write(page)
    page.desk.save()
    assert can(page) == {"story.embargo"}


def test_an_embargo_is_typed_where_the_airtime_stands_and_shown_in_the_list(page):
    story = write(page)
    page.desk.save()
    field = page.pane.header.embargo
    assert not field.isVisible()
    do(page, "story.embargo")
    assert field.isVisible()
    field.setText("31/12/2030 12.00")
    field.editingFinished.emit()
    until = page._newsroom.drafting.look(story).embargo
    local = until.astimezone(page._now().tzinfo)
    assert local.replace(tzinfo=None) == datetime(2030, 12, 31, 12)
    assert page.desk.story.embargo == until
    field.clearFocus()
    assert field.text() == "embargo 31/12/2030 12.00"


def test_words_that_are_no_time_are_refused_and_what_was_kept_stays(page):
    write(page)
    page.desk.save()
    do(page, "story.embargo")
    page.pane.header.embargo.setText("besok siang")
    page.pane.header.embargo.editingFinished.emit()
    assert page.pane.news.sentence == "“besok siang” bukan jam. Tulis misalnya 12.00 atau 17/1 12.00."
    assert page.desk.story.embargo is None


def test_under_review_the_embargo_stands_in_the_head(page, newsroom):
    rani = Colleague(newsroom, "rani", "Rani Puspita")
    story = rani.hand_in("Hujan turun di Blitar.", "CUACA")
    page.list.choose("waiting")
    page.open_story(story.id)
    head = page.rooms.review.room.head
    head.embargo.setText("31/12/2030 12.00")
    head.embargo.editingFinished.emit()
    assert newsroom.drafting.look(story.id).embargo is not None
    assert page.rooms.review.on
    assert head.embargo.text() == "embargo 31/12/2030 12.00"


def test_what_was_asked_about_one_story_never_befalls_another(page, aired):
    """Another story was on its way to the desk when the question came up."""
    do(page, "story.kill")
    other = Colleague(page._newsroom, "sari", "Sari").hand_in("Hujan.", "CUACA")
    page.open_story(other.id)
    answer(page, "Salah orang.")
    assert page._newsroom.drafting.look(other.id).status is StoryStatus.WAITING
    assert page._newsroom.drafting.look(aired).status is StoryStatus.AIRED
    assert "sudah berganti" in page.pane.news.sentence
