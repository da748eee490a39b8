"""What is told of an approval: that it stands, what became of it, and what is said otherwise since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.approval import ApprovalEnd
from newsdesk.domain.story import StoryStatus
from newsdesk.i18n import _, ngettext
from newsdesk.ui.letters import brief
from newsdesk.ui.stories.history_section import when

if TYPE_CHECKING:
    from newsdesk.domain.air_text import SaidChange
    from newsdesk.domain.approval import Approval
    from newsdesk.services.review import Review


def approved_words(approval: Approval, now: datetime) -> str:
    """Say that an approval stands, and what ends it."""
    return _("Disetujui {name}, {at}, revisi {n}. Kata yang diubah harus disetujui lagi.").format(
        name=approval.by_name, at=when(approval.at, now), n=approval.revision
    )


def damaged_words(approval: Approval) -> str:
    """Say that an approval has not the text any more that was approved, and the way out."""
    return _(
        "Persetujuan {name} untuk revisi {n} rusak di basis data: naskah ini harus disetujui lagi."
    ).format(name=approval.by_name, n=approval.revision)


def changed_words(approval: Approval, now: datetime) -> str:
    """Say who changed the words after they were approved, and when."""
    if approval.ended_at is None or not approval.ended_by_name:
        return _("Berubah setelah disetujui {name}, {at}.").format(
            name=approval.by_name, at=when(approval.at, now)
        )
    return _("Berubah setelah disetujui {name}, {at}: diubah {who}, {then}.").format(
        name=approval.by_name,
        at=when(approval.at, now),
        who=approval.ended_by_name,
        then=when(approval.ended_at, now),
    )


def said_words(count: int) -> str:
    """Say how many words are said otherwise than they were approved."""
    return ngettext(
        "{n} cara baca berubah sejak disetujui. Yang mengudara tetap yang disetujui.",
        "{n} cara baca berubah sejak disetujui. Yang mengudara tetap yang disetujui.",
        count,
    ).format(n=count)


def approval_lines(review: Review, now: datetime) -> list[str]:
    """Tell, line by line, what editors have said of a story; nothing of one that nobody has decided on."""
    story, last = review.story, review.last_approval
    lines = [damaged_words(review.damaged)] if review.damaged is not None else []
    if last is not None:
        lines.append(
            _("Revisi {n} disetujui {name}, {at}.").format(
                n=last.revision, name=last.by_name, at=when(last.at, now)
            )
        )
        if last.own:
            lines.append(_("Disetujui penulisnya sendiri."))
        if last.note:
            lines.append(_("Catatan: {words}").format(words=last.note))
        if last.ended_at is not None:
            lines.append(_ended(last, last.ended_at, now))
    if story.killed_why and story.status is StoryStatus.KILLED:
        lines.append(_("Dicabut karena: {words}").format(words=story.killed_why))
    return lines


def _ended(approval: Approval, at: datetime, now: datetime) -> str:
    who, then = approval.ended_by_name, when(at, now)
    match approval.ended_why:
        case ApprovalEnd.RETURNED:
            return _("Dikembalikan {name}, {at}.").format(name=who, at=then)
        case ApprovalEnd.CORRECTED:
            return _("Diralat {name}, {at}.").format(name=who, at=then)
        case ApprovalEnd.KILLED:
            return _("Dicabut {name}, {at}.").format(name=who, at=then)
        case ApprovalEnd.SPIKED:
            return _("Disisihkan {name}, {at}.").format(name=who, at=then)
        case ApprovalEnd.DAMAGED:
            return _("Rusak di basis data; disetujui lagi oleh {name}, {at}.").format(name=who, at=then)
        case _:
            return _("Kata-katanya diubah {name}, {at}.").format(name=who, at=then)


def reading_words(changes: Sequence[SaidChange]) -> str:
    """Name what is said otherwise than it was shown to who reviews it."""
    if not changes:
        return _("Cara baca naskah ini berubah.")
    first = changes[0]
    if len(changes) == 1:
        said = brief(first.new) or _("tidak diucapkan")
        return _("Cara baca “{words}” berubah: kini “{said}”.").format(words=brief(first.written), said=said)
    return ngettext(
        "{n} cara baca berubah, di antaranya “{words}”.",
        "{n} cara baca berubah, di antaranya “{words}”.",
        len(changes),
    ).format(n=len(changes), words=brief(first.written))
