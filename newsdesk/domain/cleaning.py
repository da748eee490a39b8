"""Scripts and entries as both databases can keep them: the one place where text is cleaned on its way in."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from newsdesk.domain.attribution import Attribution, Byline, Dateline
from newsdesk.domain.story import Script
from newsdesk.domain.text import clean, removed


def clean_script(script: Script) -> Script:
    """Return ``script`` with every text cleaned and its attributions moved along with the body.

    Attributions that reach outside the body are cut to it, those left empty go, the rest stand in order.
    A tag given twice stands once.
    """
    return replace(
        script,
        slug=clean(script.slug),
        headline=clean(script.headline),
        dateline=script.dateline and Dateline(clean(script.dateline.place), clean(script.dateline.outlet)),
        bylines=tuple(Byline(clean(one.name), clean(one.outlet)) for one in script.bylines),
        tags=tuple(dict.fromkeys(clean(tag) for tag in script.tags)),
        body=clean(script.body),
        attributions=_moved(script.attributions, script.body),
    )


def _moved(attributions: tuple[Attribution, ...], body: str) -> tuple[Attribution, ...]:
    if not attributions:
        return attributions
    gone = list(removed(body))
    kept: list[Attribution] = []
    for one in attributions:
        start, end = max(0, one.start), min(len(body), one.end)
        start, end = start - bisect_left(gone, start), end - bisect_left(gone, end)
        if start < end:
            kept.append(replace(one, start=start, end=end))
    return tuple(sorted(kept, key=lambda one: (one.start, one.end)))
