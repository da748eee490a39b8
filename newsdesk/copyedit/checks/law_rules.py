"""The rules of ``resources/checks/law.toml``: dated data that a newsroom can edit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from newsdesk.copyedit.checks.tables import any_of
from newsdesk.copyedit.finding import Citation
from newsdesk.domain.checking import RuleText
from newsdesk.errors import BadInput
from newsdesk.i18n import _
from newsdesk.paths import resources

_NEVER = re.compile(r"(?!)")


class LawRule(NamedTuple):
    """A duty about whole topics; see the head of the file for its fields."""

    id: str
    topic: re.Pattern[str]
    together: re.Pattern[str] | None
    unless: re.Pattern[str]
    marks: tuple[str, ...]
    about: re.Pattern[str]
    says: str
    citation: Citation
    source: str
    minors: bool
    phrases: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    """The words of ``topic``, ``together`` and ``unless``."""


class Stage(NamedTuple):
    """A word for a person that belongs to another stage of a case than the sentence tells."""

    word: re.Pattern[str]
    together: re.Pattern[str]
    unless: re.Pattern[str]
    instead: tuple[str, ...]


class Law(NamedTuple):
    """Every rule of the file."""

    rules: tuple[LawRule, ...]
    stages: tuple[Stage, ...]
    stage_says: str
    stage_citation: Citation
    stage_source: str


STAGES = "stages"
"""The id of what is said where a word does not fit the stage of a case; its words are the stages' own."""


def built_in() -> tuple[RuleText, ...]:
    """Return the rules of the program's own file as they are read; raises what :func:`read_law` raises."""
    book = law()
    texts = [RuleText(rule.id, *rule.phrases, rule.says, *rule.citation) for rule in book.rules]
    return (*texts, RuleText(STAGES, (), (), (), book.stage_says, *book.stage_citation))


@lru_cache(maxsize=8)
def law(edits: tuple[RuleText, ...] = ()) -> Law:
    """Return the rules of the program's own file, those of ``edits`` in the place of its own; read once.

    Raises what :func:`read_law` raises.
    """
    if not edits:
        return read_law(resources() / "checks" / "law.toml")
    book, by_id = law(), {edit.id: edit for edit in edits}
    rules = (_edited(rule, by_id[rule.id]) if rule.id in by_id else rule for rule in book.rules)
    kept = book._replace(rules=tuple(rule for rule in rules if rule is not None))
    stages = by_id.get(STAGES)
    if stages is None:
        return kept
    return kept._replace(
        stages=() if stages.off else book.stages,
        stage_says=stages.says,
        stage_citation=_cited(stages),
    )


def _edited(rule: LawRule, edit: RuleText) -> LawRule | None:
    if edit.off or not edit.topic:
        return None
    return rule._replace(
        topic=any_of(edit.topic),
        together=any_of(edit.together) if edit.together else None,
        unless=_words(edit.unless),
        phrases=(edit.topic, edit.together, edit.unless),
        says=edit.says,
        citation=_cited(edit),
    )


def _cited(edit: RuleText) -> Citation:
    return Citation(edit.instrument, edit.article, edit.quote, edit.checked)


def read_law(file: Path) -> Law:
    """Read a file of rules.

    Raises :class:`BadInput` where a newsroom edited it so that it cannot be read any more.
    """
    try:
        return _law(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:  # ValueError: no TOML, or no UTF-8
        raise BadInput(file.name, str(error)) from error
    except (KeyError, TypeError, AttributeError) as error:  # a field is missing, or is of another kind
        raise BadInput(file.name, _("isian {field} kurang atau salah").format(field=error)) from error


def _law(data: dict[str, Any]) -> Law:
    checked = data["checked"].isoformat()
    return Law(
        tuple(_rule(row, checked) for row in data["rule"]),
        tuple(
            Stage(any_of([row["word"]]), any_of(row["with"]), _words(row["unless"]), tuple(row["instead"]))
            for row in data["stage"]
        ),
        data["stages"]["says"],
        _citation(data["stages"], checked),
        data["stages"]["source"],
    )


def _rule(row: dict[str, Any], checked: str) -> LawRule:
    return LawRule(
        row["id"],
        any_of(row["topic"]),
        any_of(row["with"]) if row["with"] else None,
        _words(row["unless"]),
        tuple(row["marks"]),
        _words(row["about"]),
        row["says"],
        _citation(row, checked),
        row["source"],
        bool(row.get("minors")),
        (tuple(row["topic"]), tuple(row["with"]), tuple(row["unless"])),
    )


def _words(phrases: Sequence[str]) -> re.Pattern[str]:
    return any_of(phrases) if phrases else _NEVER


def _citation(row: dict[str, Any], checked: str) -> Citation:
    return Citation(row["instrument"], row["article"], row["quote"], str(row.get("checked", checked)))
