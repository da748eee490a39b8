"""What a newsroom has settled about its checks, and the findings that were let be: read and write side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, select

from newsdesk.domain.checking import Choice, EditedRule, HousePair, HouseWord, LetBe, RuleText, Settled
from newsdesk.storage.inserting import insert_into
from newsdesk.storage.tables import every as t

_P = t.people.c


class CheckQueries:
    """What is asked of the checks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def settled(self) -> Settled:
        """Return everything that the newsroom has settled; at first nothing is."""
        words = tuple(HouseWord(*row) for row in self._rows(t.house_words, "word"))
        pairs = tuple(HousePair(*row) for row in self._rows(t.house_pairs, "wrong", "right"))
        rules = tuple(
            EditedRule(RuleText(*text), by, at)
            for *text, by, at in self._rows(t.edited_rules, *RuleText._fields)
        )
        own = tuple((pair.wrong, pair.right) for pair in pairs)
        known = frozenset(one.word.casefold() for one in words)
        choice = self._choice(Choice(words=known, pairs=own, rules=tuple(rule.text for rule in rules)))
        return Settled(choice, words, pairs, rules)

    def let_be(self, story_id: int) -> dict[str, LetBe]:
        """Return the findings of a story that may stand, by their keys."""
        c = t.let_be.c
        statement = (
            select(c.finding, c.reason, _P.name, c.at)
            .join(t.people, _P.id == c.person_id)
            .where(c.story_id == story_id)
            .order_by(c.at)
        )
        return {finding: LetBe(*why) for finding, *why in self._connection.execute(statement)}

    def _choice(self, own: Choice) -> Choice:
        c = t.check_choice.c
        columns = (c.without, c.breath_syllables, c.most_figures, c.months_without_year)
        row = self._connection.execute(select(*columns)).one_or_none()
        if row is None:
            return own
        without, breath, figures, months = row
        return Choice(frozenset(without), breath, figures, months, own.words, own.pairs, own.rules)

    def _rows(self, table: Table, *names: str) -> list[tuple[Any, ...]]:
        """Return these columns, who kept the row, and when; by the first column."""
        columns = [table.c[name] for name in names]
        statement = select(*columns, _P.name, table.c.at).join(t.people, _P.id == table.c.person_id)
        return [tuple(row) for row in self._connection.execute(statement.order_by(columns[0]))]


class CheckRows:
    """What is settled about the checks and let be, as rows; the last one put holds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put_choice(self, choice: Choice) -> None:
        """Settle on which checks apply and on their limits; pairs and rules are not touched."""
        row = {
            "without": tuple(sorted(choice.without)),
            "breath_syllables": choice.breath_syllables,
            "most_figures": choice.most_figures,
            "months_without_year": choice.months_without_year,
        }
        self._put(t.check_choice, {"id": 1}, row)

    def put_word(self, word: str, person_id: int, at: datetime) -> None:
        """Keep a word of the newsroom's."""
        self._put(t.house_words, {"word": word}, {"person_id": person_id, "at": at})

    def put_pair(self, wrong: str, right: str, person_id: int, at: datetime) -> None:
        """Keep what the newsroom writes for something else."""
        self._put(t.house_pairs, {"wrong": wrong}, {"right": right, "person_id": person_id, "at": at})

    def put_rule(self, rule: RuleText, person_id: int, at: datetime) -> None:
        """Keep a rule as the newsroom has it."""
        row = {**rule._asdict(), "person_id": person_id, "at": at}
        self._put(t.edited_rules, {"id": row.pop("id")}, row)

    def put_let_be(self, story_id: int, finding: str, reason: str, person_id: int, at: datetime) -> None:
        """Keep why a finding of a story may stand."""
        key = {"story_id": story_id, "finding": finding}
        self._put(t.let_be, key, {"reason": reason, "person_id": person_id, "at": at})

    def forget_word(self, word: str) -> None:
        """Drop a word of the newsroom's."""
        self._connection.execute(delete(t.house_words).where(t.house_words.c.word == word))

    def forget_pair(self, wrong: str) -> None:
        """Drop a pair of the newsroom's."""
        self._connection.execute(delete(t.house_pairs).where(t.house_pairs.c.wrong == wrong))

    def forget_rule(self, rule_id: str) -> None:
        """Let the built-in rule hold again."""
        self._connection.execute(delete(t.edited_rules).where(t.edited_rules.c.id == rule_id))

    def forget_let_be(self, story_id: int, finding: str) -> None:
        """Let a finding of a story be told again."""
        c = t.let_be.c
        self._connection.execute(delete(t.let_be).where(c.story_id == story_id, c.finding == finding))

    def _put(self, table: Table, key: Mapping[str, object], row: Mapping[str, object]) -> None:
        statement = insert_into(table, self._connection.dialect).values(**key, **row)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=[table.c[name] for name in key], set_=dict(row))
        )
