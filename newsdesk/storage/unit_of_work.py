"""What one use case may change, all of it or nothing."""

from __future__ import annotations

from sqlalchemy.orm import Session

from newsdesk.domain.attribution import Source
from newsdesk.domain.ids import TimeOrderedIds
from newsdesk.domain.lexicon import Pronunciation
from newsdesk.domain.people import Person
from newsdesk.storage import mapping as m
from newsdesk.storage.queries import Queries
from newsdesk.storage.repositories import AutosaveRepository, Register, StoryRepository


class UnitOfWork:
    """The repositories of one transaction, and the queries that see what it changed so far."""

    def __init__(self, session: Session, ids: TimeOrderedIds) -> None:
        self._session = session
        self.stories = StoryRepository(session, ids)
        self.autosaves = AutosaveRepository(session)
        self.sources: Register[Source] = Register(session, ids, Source, m.StoredSource)
        self.pronunciations: Register[Pronunciation] = Register(
            session, ids, Pronunciation, m.StoredPronunciation
        )
        self.people: Register[Person] = Register(session, ids, Person, m.StoredPerson)

    @property
    def queries(self) -> Queries:
        """The read side, on this transaction and after everything it did."""
        self._session.flush()
        return Queries(self._session.connection())
