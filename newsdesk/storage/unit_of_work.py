"""What one use case may change, all of it or nothing."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from newsdesk.domain.attribution import Source
from newsdesk.domain.ids import TimeOrderedIds
from newsdesk.domain.people import Person
from newsdesk.storage import mapping as m
from newsdesk.storage import tables as t
from newsdesk.storage.accounts import AccountRows
from newsdesk.storage.approvals import ApprovalRepository
from newsdesk.storage.as_run import AsRunRepository
from newsdesk.storage.audit import AuditLog
from newsdesk.storage.bulletins import BulletinRepository
from newsdesk.storage.checks import CheckRows
from newsdesk.storage.comments import CommentRepository
from newsdesk.storage.lexicon import HouseStyleRepository, LexiconRepository
from newsdesk.storage.locks import LockRepository
from newsdesk.storage.programmes import ProgrammeRows
from newsdesk.storage.queries import Queries
from newsdesk.storage.registers import DeskUses, Names, OfferDecisions, SourceMerges, StationRow, TagUses
from newsdesk.storage.repositories import AutosaveRepository, Register, StoryRepository
from newsdesk.storage.story_forms import StoryForms

_log = logging.getLogger(__name__)


class UnitOfWork:
    """The repositories of one transaction, and the queries that see what it changed so far."""

    def __init__(self, session: Session, ids: TimeOrderedIds) -> None:
        self._session = session
        self._ids = ids
        self.stories = StoryRepository(session, ids)
        self.autosaves = AutosaveRepository(session)
        self.sources: Register[Source] = Register(session, ids, Source, m.StoredSource)
        self.people: Register[Person] = Register(session, ids, Person, m.StoredPerson)
        self.audit = AuditLog(session)

    @property
    def queries(self) -> Queries:
        """The read side, on this transaction and after everything it did."""
        return Queries(self._connection())

    @property
    def accounts(self) -> AccountRows:
        """How people sign in."""
        return AccountRows(self._connection())

    @property
    def lexicon(self) -> LexiconRepository:
        """The entries of the house lexicon."""
        return LexiconRepository(self._connection(), self._ids)

    @property
    def story_forms(self) -> StoryForms:
        """The forms that stand in stories."""
        return StoryForms(self._connection())

    @property
    def locks(self) -> LockRepository:
        """Who is writing in which story."""
        return LockRepository(self._connection())

    @property
    def house_style(self) -> HouseStyleRepository:
        """The newsroom's style."""
        return HouseStyleRepository(self._connection())

    @property
    def checks(self) -> CheckRows:
        """What is settled about the checks, and findings let be."""
        return CheckRows(self._connection())

    @property
    def source_merges(self) -> SourceMerges:
        """Which sources stand for others, and which are known to be two."""
        return SourceMerges(self._connection())

    @property
    def tags(self) -> Names:
        """The tags."""
        return Names(self._connection(), self._ids, t.tags)

    @property
    def tag_uses(self) -> TagUses:
        """Where tags stand."""
        return TagUses(self._connection())

    @property
    def desks(self) -> Names:
        """The desks."""
        return Names(self._connection(), self._ids, t.desks)

    @property
    def desk_uses(self) -> DeskUses:
        """Desks as stories have them."""
        return DeskUses(self._connection())

    @property
    def offers(self) -> OfferDecisions:
        """What was decided about offers."""
        return OfferDecisions(self._connection())

    @property
    def bulletins(self) -> BulletinRepository:
        """The bulletins and their rundowns."""
        return BulletinRepository(self._connection(), self._ids)

    @property
    def programmes(self) -> ProgrammeRows:
        """The programmes and the prayer times."""
        return ProgrammeRows(self._connection())

    @property
    def station(self) -> StationRow:
        """What the station has settled."""
        return StationRow(self._connection())

    @property
    def approvals(self) -> ApprovalRepository:
        """Approvals, and what was looked at."""
        return ApprovalRepository(self._connection(), self._ids)

    @property
    def comments(self) -> CommentRepository:
        """Comments on stories."""
        return CommentRepository(self._connection(), self._ids)

    @property
    def as_runs(self) -> AsRunRepository:
        """The as-run log, and what readings teach."""
        return AsRunRepository(self._connection())

    @contextmanager
    def by_the_way(self, what: str) -> Generator[None]:
        """Do what must never stand in the way of the rest: undone alone when it fails, and logged.

        ``what`` names it in the log. A database that cannot go on at all fails the whole transaction, as it
        would have without this part.
        """
        part, recorded = self._session.begin_nested(), self.audit.pending
        try:
            yield
            part.commit()
        except Exception as failure:  # noqa: BLE001 - whatever it is, the words saved beside it come first
            try:
                part.rollback()
            except SQLAlchemyError:
                # The transaction itself is gone (a full disk, a lost server): why is in the first failure.
                raise failure from None
            self.audit.forget_from(recorded)
            _log.warning("%s failed", what, exc_info=True)

    def _connection(self) -> Connection:
        self._session.flush()
        return self._session.connection()
