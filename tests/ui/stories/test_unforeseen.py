"""A service that fails as nobody foresaw: the desk that asked it asks again, and is not busy for ever."""

from __future__ import annotations

import pytest

from tests.ui.stories.colleague import Colleague


@pytest.fixture
def story(page, newsroom):
    story = Colleague(newsroom, "rani", "Rani Puspita").hand_in("Pemkot Blitar meraih juara umum.")
    page.list.choose("waiting")
    page.open_story(story.id)
    assert page.rooms.review.on
    return story


def note(page):
    page.rooms.comments.begin()
    page.inspector.comments.box.words.setPlainText("Sumbernya siapa?")
    page.rooms.comments._add("Sumbernya siapa?")  # a failure in a slot would not reach the test


ASKING = {
    "what colleagues did": (
        "drafting",
        "look",
        lambda page: page.rooms.review.look(),
    ),
    "the review of a story": ("reviewing", "open", lambda page: page.rooms.review.begin()),
    "a note": ("comments", "add", note),
    "an approval": ("reviewing", "approve", lambda page: page.rooms.review_acts.approve()),
    "the queue": ("browsing", "stories", lambda page: page.shelf.fill(quiet=True)),
    "who is writing": ("locks", "take", lambda page: page.colleagues.lock.beat()),
}


@pytest.mark.parametrize("what", ASKING)
def test_it_is_asked_again_after_a_failure_that_nobody_foresaw(page, newsroom, story, monkeypatch, what):
    service, method, ask = ASKING[what]
    if what in ("the review of a story", "who is writing"):
        page.rooms.review.leave(by_hand=True)
    asked = []
    real = getattr(type(getattr(newsroom, service)), method)

    def fails_once(self, *args, **kwargs):
        asked.append(args)
        if len(asked) == 1:
            raise RuntimeError("nobody foresaw it")
        return real(self, *args, **kwargs)

    monkeypatch.setattr(type(getattr(newsroom, service)), method, fails_once)
    with pytest.raises(RuntimeError):
        ask(page)
    ask(page)
    assert len(asked) == 2
    if what == "an approval":
        assert newsroom.reviewing.open(story.id).approval is not None
    if what == "a note":
        assert [one.text for one in newsroom.comments.of(story.id)] == ["Sumbernya siapa?"]


def test_a_review_that_could_not_be_opened_does_not_open_by_itself_later(page, newsroom, story, monkeypatch):
    page.rooms.review.leave(by_hand=True)
    with monkeypatch.context() as patch:
        patch.setattr(type(newsroom.reviewing), "open", lambda *_args: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            page.rooms.review.begin()
    page.rooms.approval.look()
    assert not page.rooms.review.on
