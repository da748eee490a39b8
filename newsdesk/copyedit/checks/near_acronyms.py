"""An acronym that nobody knows beside one that the story explains: "PS" where "IPS" is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsdesk.copyedit.checks.acronyms import acronyms, explained
from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    seen = acronyms(copy)
    meant = explained(copy, seen)
    often = Counter(one.form for one in seen)
    for one in seen:
        if one.form in meant or one.form in copy.known.acronyms or often[one.form] > 1 or one.in_name:
            continue
        near = sorted(form for form in meant if one_slip(one.form, form) and often[form] > 1)
        if near:
            yield found(
                copy,
                one.start,
                one.end,
                Kind.SPELLING,
                "spelling.acronym",
                *near,
                form=one.form,
                near=near[0],
            )


def one_slip(one: str, other: str) -> bool:
    """Say whether one letter left out, put in or changed, or two changed about, makes one form the other.

    >>> one_slip("PS", "IPS"), one_slip("BPS", "BSP"), one_slip("IPS", "EPSS")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped


CHECK = Check("near_acronyms", Kind.SPELLING, Scope.STORY, _find)
