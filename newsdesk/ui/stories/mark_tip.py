"""What is told of a token that the pointer rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.i18n import _
from newsdesk.ui.shortcuts import keys_of, shown
from newsdesk.ui.stories.rule_words import rule_words

if TYPE_CHECKING:
    from newsdesk.ui.stories.mark import Mark


def tip(mark: Mark) -> str:
    """Say how a token is said, why, and how else it could be: "dua koma enam lima" / "bilangan"."""
    lines = [mark.spoken or _("tidak diucapkan")]
    if mark.respelling:
        lines.append(mark.respelling)
    why = rule_words(mark.rule)
    lines.append(_("{why}, belum pasti").format(why=why) if mark.unsure else why)
    if mark.alternatives:
        lines.append(_("atau: {others}").format(others="; ".join(mark.alternatives)))
    lines.append(_("{keys}: ubah cara baca").format(keys=shown(keys_of("script.say"))))
    return "\n".join(lines)
