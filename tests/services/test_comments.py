"""Comments on a story, tied to a passage or to the whole; on both databases."""

from __future__ import annotations

import pytest

from newsdesk.domain.comments import place_in
from newsdesk.domain.people import Role
from newsdesk.errors import CommentEmpty, NoSuchComment, NoSuchStory, NotAllowed
from tests.newsrooms import Building
from tests.services.reviewers import FIRST, SECOND, handed_in, house_of


def test_a_comment_keeps_its_words_its_passage_and_who_settled_it(building: Building) -> None:
    house = house_of(building)
    story = handed_in(house.rani)
    said = house.dewi.comments.add(story.id, 1, " Menurut siapa? ", (17, 27))
    answered = house.rani.comments.add(story.id, 1, "BPS, Mbak.")
    assert [one.text for one in answered] == ["Menurut siapa?", "BPS, Mbak."]
    first, second = answered
    assert (first.revision, first.start, first.end, first.quote) == (1, 17, 27, "12 persen.")
    assert (second.start, second.end, second.quote, second.by_name) == (None, None, "", "Rani Puspita")
    assert said == [first]
    (settled, _) = house.rani.comments.done(first.id)
    assert (settled.done, settled.done_by_name) == (True, "Rani Puspita")
    assert house.bagas.comments.done(first.id)[0] == settled  # who was quicker stands
    (again, _) = house.dewi.comments.reopen(first.id)
    assert again == first
    assert house.dewi.reviewing.open(story.id).comments == (first, second)
    acts = [entry.act for entry in house.ipang.audit.entries(4)]
    assert acts == ["reopen-comment", "settle-comment", "comment", "comment"]
    for passage in ((9, 9), (-1, 3), (0, 4711)):
        assert house.dewi.comments.add(story.id, 1, "Di mana?", passage)[-1].start is None
    house.rani.drafting.save(story.id, story.version, SECOND)
    assert place_in(first, SECOND.body) is None
    assert place_in(first, f"Baru. {FIRST.body}") == (23, 33)
    assert place_in(second, FIRST.body) is None


def test_nothing_empty_is_said_nor_where_nothing_is_nor_by_who_may_not(building: Building) -> None:
    house = house_of(building)
    story = handed_in(house.rani)
    with pytest.raises(CommentEmpty):
        house.dewi.comments.add(story.id, 1, " … ")
    with pytest.raises(NoSuchStory):
        house.dewi.comments.add(story.id, 2, "Bagus.")
    with pytest.raises(NoSuchComment):
        house.dewi.comments.done(4711)
    (one,) = house.dewi.comments.add(story.id, 1, "Bagus.")
    house.ipang.accounts.change(house.bagas.people.me().id, roles={Role.ADMINISTRATOR})
    with pytest.raises(NotAllowed):
        house.bagas.comments.add(story.id, 1, "Bagus.")
    with pytest.raises(NotAllowed):
        house.bagas.comments.done(one.id)
