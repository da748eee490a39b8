"""Who may decide on a story where everybody signs in: editors, and never on their own."""

import pytest
from PySide6.QtCore import Qt

from newsdesk.domain.people import Role
from newsdesk.domain.story import StoryStatus
from newsdesk.services.accounts import Accounts
from tests.newsrooms import QUICK
from tests.ui.stories.colleague import Colleague
from tests.ui.stories.test_review import FIRST, press

PASSWORD = "sandi panjang sekali"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def newsroom(newsroom):
    """A newsroom in which one signs in, with Dewi at this desk, who has every role to begin with."""
    Accounts(newsroom.storage, newsroom.people, passwords=QUICK).begin_with("Dewi", "dewi", PASSWORD)
    return newsroom


@pytest.fixture
def accounts(newsroom):
    return Accounts(newsroom.storage, newsroom.people, passwords=QUICK)


@pytest.fixture
def waiting(newsroom, accounts):
    """A story of Rani's, who is a reporter and signed in at another desk."""
    accounts.add("Rani Puspita", "rani", PASSWORD, {Role.REPORTER})
    rani = Colleague(newsroom, "rani", "Rani Puspita")
    Accounts(newsroom.storage, rani.people, passwords=QUICK).sign_in("rani", PASSWORD)
    return rani.hand_in(FIRST)


def roles(newsroom, accounts, *roles):
    me = newsroom.people.me()
    boss = accounts.add("Bu Kepala", "kepala", PASSWORD, {Role.ADMINISTRATOR})
    assert boss.id
    accounts.change(me.id, roles=frozenset(roles))
    accounts.sign_in("dewi", PASSWORD)


def test_an_editor_who_did_not_write_it_decides(page, newsroom, accounts, waiting):
    roles(newsroom, accounts, Role.EDITOR)
    page.list.choose("waiting")
    page.open_story(waiting.id)
    assert page.rooms.review.on
    press(page.rooms.review.room.view.text, Qt.Key.Key_A, CTRL_SHIFT)
    assert newsroom.drafting.look(waiting.id).status is StoryStatus.APPROVED


def test_a_reporter_reads_the_script_and_may_look_but_not_decide(page, newsroom, accounts, waiting):
    roles(newsroom, accounts, Role.REPORTER)
    page.list.choose("waiting")
    page.open_story(waiting.id)
    assert not page.rooms.review.on
    page.rooms.review.toggle()
    bar = page.rooms.review.room.bar
    why = "Hanya redaktur yang memutuskan naskah."
    assert not bar.approve.isEnabled()
    assert (bar.approve.statusTip(), bar.approve.accessibleDescription()) == (why, why)
    press(page.rooms.review.room.view.text, Qt.Key.Key_A, CTRL_SHIFT)
    assert page.pane.news.sentence == why
    assert newsroom.drafting.look(waiting.id).status is StoryStatus.WAITING


def test_nobody_approves_their_own_and_the_button_says_why(page, newsroom, accounts):
    roles(newsroom, accounts, Role.EDITOR, Role.REPORTER)
    dewi = Colleague(newsroom, "dewi", "Dewi Lestari")
    Accounts(newsroom.storage, dewi.people, passwords=QUICK).sign_in("dewi", PASSWORD)
    own = dewi.hand_in(FIRST)
    page.list.choose("waiting")
    page.open_story(own.id)
    assert not page.rooms.review.on
    page.rooms.review.toggle()
    bar = page.rooms.review.room.bar
    assert not bar.approve.isEnabled()
    assert bar.approve.statusTip() == "Naskah Anda sendiri harus disetujui redaktur lain."


def test_an_editor_who_changed_words_of_anothers_story_is_told_that_and_may_return_it(
    page, newsroom, accounts, waiting
):
    roles(newsroom, accounts, Role.EDITOR)
    dewi = Colleague(newsroom, "dewi", "Dewi Lestari")
    Accounts(newsroom.storage, dewi.people, passwords=QUICK).sign_in("dewi", PASSWORD)
    dewi.change(waiting.id, FIRST.replace("Juara", "juara"))
    page.list.choose("waiting")
    page.open_story(waiting.id)
    page.rooms.review.toggle()
    bar = page.rooms.review.room.bar
    assert bar.approve.statusTip() == "Revisi ini memuat kata-kata Anda: harus disetujui redaktur lain."
    assert bar.note._for.text() == "untuk Rani Puspita"
    bar.note.words.setPlainText("Sumbernya siapa?")
    assert bar.give_back.isEnabled()


def test_a_station_that_allows_it_lets_editors_approve_their_own(page, newsroom, accounts):
    newsroom.reviewing.set_own_approval(True)
    dewi = Colleague(newsroom, "dewi", "Dewi Lestari")
    Accounts(newsroom.storage, dewi.people, passwords=QUICK).sign_in("dewi", PASSWORD)
    own = dewi.hand_in(FIRST)
    page.list.choose("waiting")
    page.open_story(own.id)
    page.rooms.review.toggle()
    page.rooms.review.room.bar.approve.click()
    assert newsroom.reviewing.open(own.id).approval.own
    assert "Disetujui penulisnya sendiri." in page.inspector.approval.words


def test_who_may_not_hold_a_story_is_told_and_the_field_says_what_is_kept(page, newsroom, accounts, waiting):
    roles(newsroom, accounts, Role.REPORTER)
    page.open_story(waiting.id)
    page.rooms.holding.ask_embargo()
    field = page.pane.header.embargo
    field.setText("31/12/2030 12.00")
    field.editingFinished.emit()
    assert newsroom.drafting.look(waiting.id).embargo is None
    assert page.news.sentence
    assert field.text() == ""
