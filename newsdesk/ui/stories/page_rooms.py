"""The views and desks of the Naskah page: made here, in their order, each with the ones it works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsdesk.ui.stories.approval_desk import ApprovalDesk
from newsdesk.ui.stories.block_desk import BlockDesk
from newsdesk.ui.stories.colleagues import Colleagues
from newsdesk.ui.stories.comments_desk import CommentsDesk
from newsdesk.ui.stories.credits_desk import CreditsDesk
from newsdesk.ui.stories.cuttable_desk import CuttableDesk
from newsdesk.ui.stories.empty_page import EmptyPage
from newsdesk.ui.stories.find_desk import FindDesk
from newsdesk.ui.stories.findings_desk import FindingsDesk
from newsdesk.ui.stories.holding_desk import HoldingDesk
from newsdesk.ui.stories.indirect_desk import IndirectDesk
from newsdesk.ui.stories.inspector import Inspector
from newsdesk.ui.stories.inspector_strip import InspectorStrip
from newsdesk.ui.stories.offers_desk import OffersDesk
from newsdesk.ui.stories.page_hearing import PageHearing
from newsdesk.ui.stories.paste_news import tell_pasting
from newsdesk.ui.stories.queue_watch import QueueWatch
from newsdesk.ui.stories.review_acts import Page, ReviewActs
from newsdesk.ui.stories.review_desk import ReviewDesk
from newsdesk.ui.stories.review_showing import Beside
from newsdesk.ui.stories.saying_desk import SayingDesk
from newsdesk.ui.stories.script_pane import ScriptPane
from newsdesk.ui.stories.section_state import keep_sections
from newsdesk.ui.stories.source_desk import SourceDesk
from newsdesk.ui.stories.split_desk import SplitDesk
from newsdesk.ui.stories.split_view import SplitView
from newsdesk.ui.stories.status_desk import StatusDesk
from newsdesk.ui.stories.story_desk import StoryDesk
from newsdesk.ui.stories.versions_desk import VersionsDesk
from newsdesk.ui.zones import as_tzinfo, zone_named

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.importing import Pasted
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.reading import Reading
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.stories.list_panel import ListPanel
    from newsdesk.ui.stories.page_front import PageFront
    from newsdesk.ui.stories.page_middle import PageMiddle
    from newsdesk.ui.stories.panes import Panes
    from newsdesk.ui.stories.story_shelf import StoryShelf
    from newsdesk.ui.tasks import Tasks


@dataclass(frozen=True, eq=False)
class PageRooms:
    """All of them; what several have to do at one event is a method here."""

    list: ListPanel
    pane: ScriptPane
    empty: EmptyPage
    inspector: Inspector
    split_view: SplitView
    middle: PageMiddle
    panes: Panes
    desk: StoryDesk
    sources: SourceDesk
    offers: OffersDesk
    credits: CreditsDesk
    findings: FindingsDesk
    saying: SayingDesk
    cuttable: CuttableDesk
    blocks: BlockDesk
    shelf: StoryShelf
    history: VersionsDesk
    colleagues: Colleagues
    hearing: PageHearing
    split: SplitDesk
    find: FindDesk
    indirect: IndirectDesk
    status: StatusDesk
    comments: CommentsDesk
    approval: ApprovalDesk
    review: ReviewDesk
    review_acts: ReviewActs
    holding: HoldingDesk
    queue: QueueWatch

    def opened(self, newsroom: Newsroom) -> None:
        """Work with this newsroom from now on."""
        self.empty.opened(newsroom)
        self.sources.opened(newsroom)
        self.offers.opened(newsroom)
        self.credits.opened(newsroom)
        self.saying.opened(newsroom)
        self.findings.opened(newsroom)
        self.blocks.opened(newsroom)
        self.split.opened(newsroom)
        self.hearing.opened(newsroom)
        self.colleagues.opened(newsroom)
        self.desk.opened(newsroom)
        self.status.opened(newsroom)
        self.comments.opened(newsroom)
        self.approval.opened(newsroom)
        self.review.opened(newsroom)
        self.review_acts.opened(newsroom)
        self.holding.opened(newsroom)
        self.history.opened(newsroom)

    def closed(self) -> None:
        """Ask the newsroom nothing any more: it is closed."""
        self.colleagues.opened(None)
        self.review.opened(None)
        self.review_acts.opened(None)
        self.approval.opened(None)
        self.comments.opened(None)
        self.holding.opened(None)
        self.findings.opened(None)
        self.hearing.opened(None)

    def read_with(self, reading: Reading) -> None:
        """Read scripts with this from now on."""
        self.pane.read_with(reading)
        self.findings.read_with(reading)
        self.credits.read_with(reading)
        self.cuttable.read_with(reading)
        self.review.showing.read_with(reading)
        self.hearing.script.read_with(reading)
        self.empty.read_with(reading)

    def follow(self, story: OpenStory | None) -> None:
        """Work on the story that was laid on the desk; None: on none."""
        self.sources.follow(story)
        self.offers.follow(story)
        self.credits.follow(story)
        self.split.follow(story)
        self.saying.put_away()
        self.history.follow(story.id if story is not None else 0)
        self.comments.follow()
        self.pane.header.aloud.setChecked(False)

    def look_again(self) -> None:
        """Show sources, desks, the sign-off and the checks as they are now."""
        self.sources.look_again()
        self.credits.look_again()
        self.findings.look_again()

    def offer(self, story: OpenStory, pasted: Pasted) -> None:
        """Offer what was found in the copy that a story was made of."""
        self.offers.offer(story.id, pasted.offers, story.script.body)

    def show_copy(self, pasted: Pasted) -> None:
        """Show a story that was made of copy, and what was found in it."""
        self.middle.show_script()
        self.split.show_copy()
        if pasted.offers:
            self.panes.show_inspector()
            self.inspector.open_section("offers")
            self.inspector.offers.begin()
        else:
            self.pane.editor.setFocus(Qt.FocusReason.OtherFocusReason)


def page_rooms(
    front: PageFront,
    look: Look,
    tasks: Tasks,
    preferences: Preferences,
    news: NewsLine,
    now: Callable[[], datetime],
    tell: Callable[[NewsdeskError], None],
    owner: QObject,
) -> PageRooms:
    """Make them round ``front``; ``now`` gives this moment in the station's zone, failures go to ``tell``."""
    settings = preferences.settings
    zone = as_tzinfo(zone_named(settings.zone))
    panel, middle, panes, shelf = front.list, front.middle, front.panes, front.shelf
    pane = ScriptPane(look, tasks, now, zone)
    pane.editor.pasting.connect(partial(tell_pasting, pane.news))
    empty = EmptyPage(look)
    inspector = Inspector(look, now)
    keep_sections(inspector, preferences)
    split_view = SplitView(look, pane)
    middle.hold(split_view, pane, empty)  # before the inspector: Tab comes to them in this order
    panes.stand_beside(inspector, InspectorStrip(look))

    # In this order: an edit that several desks follow reaches the one made first before the others.
    desk = StoryDesk(tasks, pane, inspector, now, owner)
    sources = SourceDesk(tasks, pane, inspector, owner)
    offers = OffersDesk(tasks, pane, inspector, sources, owner)
    credits_desk = CreditsDesk(tasks, pane, inspector, desk, settings, owner)
    findings = FindingsDesk(look, tasks, pane, inspector, desk, panes, now, owner)
    saying = SayingDesk(look, tasks, pane, owner)
    blocks = BlockDesk(look, tasks, pane, owner)
    shelf.stand_by(desk, pane)
    history = VersionsDesk(look, tasks, pane, inspector, desk, panes, now, tell, owner)
    colleagues = Colleagues(look, tasks, pane, inspector, desk, panes, now, owner)
    hearing = PageHearing(tasks, panel, pane, desk, now, tell, owner)
    split = SplitDesk(look, tasks, split_view, pane, panes, preferences, owner)
    status = StatusDesk(look, tasks, panel, pane, desk, news, shelf.fill, owner)
    comments = CommentsDesk(tasks, pane, inspector, desk, panes, now, tell, owner)
    approval = ApprovalDesk(look, tasks, pane, inspector, desk, panes, now, tell, owner)
    beside = Beside(findings, sources, comments, approval, colleagues.lock)
    review = ReviewDesk(look, tasks, panel, pane, inspector, desk, beside, now, tell, owner)
    return PageRooms(
        list=panel,
        pane=pane,
        empty=empty,
        inspector=inspector,
        split_view=split_view,
        middle=middle,
        panes=panes,
        desk=desk,
        sources=sources,
        offers=offers,
        credits=credits_desk,
        findings=findings,
        saying=saying,
        cuttable=CuttableDesk(pane, desk, owner),
        blocks=blocks,
        shelf=shelf,
        history=history,
        colleagues=colleagues,
        hearing=hearing,
        split=split,
        find=FindDesk(look, pane, split_view.original, owner),
        indirect=IndirectDesk(look, tasks, pane, split, sources.speaker_of, owner),
        status=status,
        comments=comments,
        approval=approval,
        review=review,
        review_acts=ReviewActs(tasks, review, Page(desk, pane, panel, shelf, status), owner),
        holding=HoldingDesk(look, tasks, pane, desk, inspector, review.room, status.news, owner),
        queue=QueueWatch(panel, shelf),
    )
