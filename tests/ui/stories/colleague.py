"""Somebody else at the same newsroom, for the tests of what two people do to one story."""

from newsdesk.domain.story import Script
from newsdesk.services.comments import Comments
from newsdesk.services.drafting import Drafting
from newsdesk.services.handing_in import HandingIn
from newsdesk.services.people import People
from newsdesk.services.reviewing import Reviewing
from tests.newsrooms import by_letters, capitals
from tests.services.reviewers import approve


class Colleague:
    """Writes, hands in and decides at a desk of their own."""

    def __init__(self, newsroom, login, name):
        self.newsroom = newsroom
        self.people = People(newsroom.storage, login, name)
        self.drafting = Drafting(newsroom.storage, self.people, by_letters, capitals)
        self.handing_in = HandingIn(self.drafting)
        self.comments = Comments(newsroom.storage, self.people)
        said, catch_up = newsroom.reviewing._air_text, newsroom.reviewing._catch_up
        self.reviewing = Reviewing(newsroom.storage, self.drafting, said, catch_up)

    def hand_in(self, body, slug="PANDU-NEGERI", headline="Blitar juara umum", **more):
        """Write a story and hand it in; return it."""
        made = self.drafting.new(Script(slug, headline, body=body, **more))
        return self.handing_in.submit_newest(made.id)

    def change(self, story_id, body, **more):
        """Save other words of a story as its newest revision."""
        story = self.drafting.open(story_id)
        script = Script(story.script.slug, story.script.headline, body=body, **more)
        return self.drafting.save(story_id, story.version, script)

    def approve(self, story_id):
        """Approve what is the newest now."""
        story = self.drafting.open(story_id)
        return approve(self, story_id, story.version, story.revision)
