"""What a review says: since when, compared with what, and why something cannot be decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.approval import WhyNot
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.i18n import _
from newsdesk.ui.stories.history_section import when

if TYPE_CHECKING:
    from newsdesk.domain.approval import Approval
    from newsdesk.services.review import Review


@dataclass(frozen=True)
class Compared:
    """The older text that a review compares with, and how the strip calls it in two parts."""

    script: Script
    since: str
    what: str


def compared_with(review: Review, now: datetime) -> Compared | None:
    """Return what the newest text is compared with: the approved words, if they were changed since.

    Otherwise what this editor looked at last; None when that is nothing.
    """
    last = review.last_approval
    if last is not None and review.story.status is StoryStatus.CHANGED:
        return Compared(_approved(last, review.story.script), _("Sejak disetujui"), _approval(last, now))
    since = review.since
    if since is None:
        return None
    what = _("revisi {n}, {at}").format(n=since.revision, at=when(since.at, now))
    return Compared(since.script, _("Sejak Anda lihat"), what)


def _approved(approval: Approval, now: Script) -> Script:
    """Return the words that were approved, with the particulars of today: only words are compared."""
    text = approval.text
    return Script(
        slug=now.slug,
        headline=text.headline,
        dateline=now.dateline,
        bylines=now.bylines,
        tags=now.tags,
        body=text.body,
        blocks=text.blocks,
    )


def _approval(approval: Approval, now: datetime) -> str:
    return _("revisi {n}, {at}, oleh {name}").format(
        n=approval.revision, at=when(approval.at, now), name=approval.by_name
    )


def why_not_words(review: Review, *, for_return: bool = False) -> str:
    """Return why a story cannot be approved (or returned) by this editor now; "" when it can."""
    match review.why_not:
        case None:
            return ""
        case WhyNot.NOT_ALLOWED:
            return _("Hanya redaktur yang memutuskan naskah.")
        case WhyNot.OWN_STORY:
            if for_return:
                return _("Naskah Anda sendiri: tarik kembali untuk mengubahnya.")
            return _("Naskah Anda sendiri harus disetujui redaktur lain.")
        case WhyNot.OWN_WORDS:
            if for_return:
                return ""
            return _("Revisi ini memuat kata-kata Anda: harus disetujui redaktur lain.")
        case WhyNot.NOT_WAITING:
            return _not_waiting(review)


def _not_waiting(review: Review) -> str:
    approval = review.approval
    if approval is not None:
        return _("Revisi {n} sudah disetujui {name}.").format(n=approval.revision, name=approval.by_name)
    return _("Naskah ini tidak menunggu redaktur.")
