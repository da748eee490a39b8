"""The read side: frozen rows by plain SELECTs (measured 4 to 7 times cheaper than aggregates)."""

from __future__ import annotations

import json
import logging
from collections.abc import Collection, Iterator
from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, and_, func, select

from newsdesk.domain.attribution import Byline, Dateline
from newsdesk.domain.blocks import MARK
from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.people import Person
from newsdesk.domain.rows import RevisionRow, StoryCounts, StoryHead, StoryRow, UnsavedText, Wanted
from newsdesk.domain.story import Revision, RevisionKind, SaidHere, Script, StoryStatus
from newsdesk.errors import NoSuchStory
from newsdesk.storage import story_list
from newsdesk.storage import tables as t
from newsdesk.storage.accounts import AccountQueries
from newsdesk.storage.block_rows import blocks_of
from newsdesk.storage.columns import Garbled
from newsdesk.storage.lexicon_queries import LexiconQueries
from newsdesk.storage.locks import LockQueries
from newsdesk.storage.register_queries import RegisterQueries
from newsdesk.storage.script_json import from_json, took_from_plain

if TYPE_CHECKING:  # not asked at a start, which would pay for what they hold
    from newsdesk.storage.approvals import ApprovalQueries
    from newsdesk.storage.as_run import AsRunQueries
    from newsdesk.storage.audit import AuditQueries
    from newsdesk.storage.bulletin_queries import BulletinQueries
    from newsdesk.storage.checks import CheckQueries
    from newsdesk.storage.comments import CommentQueries
    from newsdesk.storage.programmes import ProgrammeRows

_log = logging.getLogger(__name__)
EVERYTHING = Wanted()
_S, _A, _R, _P = t.stories.c, t.autosaves.c, t.revisions.c, t.people.c


class Queries:
    """Every question that is asked of one newsroom, on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # ------------------------------------------------------------ lists

    def stories(self, me: int, wanted: Wanted = EVERYTHING, limit: int | None = None) -> list[StoryRow]:
        """Return stories as the person ``me`` sees them, in the order of what is wanted."""
        filed = story_list.filed_under(self._connection, wanted.needle)
        kept = self._rows(story_list.kept(me, wanted, filed).limit(limit))
        unsaved = self._rows(story_list.unsaved(me, wanted, filed).limit(limit))
        if wanted.mine:
            kept, unsaved = self._with_returns(me, kept, unsaved)
        if not unsaved:
            return kept
        if wanted.waiting:
            return sorted(kept + unsaved, key=lambda row: (row.waiting_since or row.updated_at, row.id))[
                :limit
            ]
        return sorted(kept + unsaved, key=lambda row: (row.updated_at, row.id), reverse=True)[:limit]

    def _rows(self, statement: Select[*tuple[Any, ...]]) -> list[StoryRow]:
        # In parts: ten thousand of the driver's rows at once wake the garbage collector, which costs more.
        parts = self._connection.execute(statement).partitions(500)
        return [StoryRow(*row) for part in parts for row in part]

    def _with_returns(self, me: int, *lists: list[StoryRow]) -> Iterator[list[StoryRow]]:
        """Give my drafts with who sent them back and why, where somebody did."""
        back = {story: (by, why) for story, by, why in self._connection.execute(story_list.returns(me))}
        for rows in lists:
            for place, row in enumerate(rows) if back else ():
                if row.id in back:
                    by, why = back[row.id]
                    rows[place] = row._replace(returned_by=by, returned_why=why)
            yield rows

    def story_counts(self, me: int, today: tuple[datetime, datetime]) -> StoryCounts:
        """Return how many stories there are in each saved view."""
        statement = (
            select(
                func.count().filter(story_list.mine(me)),
                func.count().filter(story_list.waits()),
                func.count().filter(story_list.today(today)),
                func.count().filter(story_list.in_no_trash()),
                func.count().filter(story_list.stands(StoryStatus.SPIKED)),
                func.count().filter(~story_list.in_no_trash()),
                func.count().filter(story_list.stands(StoryStatus.APPROVED)),
                func.count().filter(story_list.stands(StoryStatus.AIRED)),
            )
            .select_from(t.stories)
            .outerjoin(t.autosaves, and_(_A.story_id == _S.id, _A.person_id == me, story_list.newest()))
        )
        return StoryCounts(*self._connection.execute(statement).one())

    @property
    def locks(self) -> LockQueries:
        """Who is writing in which story."""
        return LockQueries(self._connection)

    # ------------------------------------------------------------ one story

    def head(self, story_id: int) -> StoryHead:
        """Return what stands over a story. Raises :class:`NoSuchStory`."""
        person = func.coalesce(_R.person_id, _S.created_by)
        statement = (
            select(
                _S.id,
                _S.version,
                _S.status,
                _S.airtime,
                _S.created_at,
                _S.revision,
                func.coalesce(_R.at, _S.created_at),
                _P.name,
                func.coalesce(_R.story_version, 1).label("revised_version"),
                person,
                func.coalesce(t.originals.c.text, ""),
                func.coalesce(_R.kind, RevisionKind.SAVED),
                func.coalesce(_R.reason, ""),
                _S.trashed_at.is_not(None),
                _S.waiting_since,
                _S.approved_revision,
                _S.embargo,
                _S.killed_why,
            )
            .select_from(t.stories)
            .outerjoin(t.revisions, and_(_R.story_id == _S.id, _R.number == _S.revision))
            .outerjoin(t.originals, t.originals.c.story_id == _S.id)
            .join(t.people, _P.id == person)
            .where(_S.id == story_id)
        )
        row = self._connection.execute(statement).one_or_none()
        if row is None:
            raise NoSuchStory(story_id)
        if not isinstance(row.revised_version, int):
            raise Garbled("a revision's version is no number")
        return StoryHead(*row)

    def script(self, story_id: int, number: int) -> Script:
        """Return the script of one revision; of revision 0, before the first, the empty one."""
        this = and_(_R.story_id == story_id, _R.number == number)
        columns = (_R.slug, _R.headline, _R.dateline_place, _R.dateline_outlet, _R.body)
        row = self._connection.execute(select(*columns).where(this)).one_or_none()
        if row is None:
            return Script()
        slug, headline, place, outlet, body = row
        if not isinstance(body, str):
            raise Garbled("a revision's words are no text")
        script = Script(
            slug=slug,
            headline=headline,
            dateline=None if place is None else Dateline(place, outlet),
            bylines=self._bylines(story_id, number),
            tags=self.registers.tags_of(story_id, number),
            body=body,
            attributions=self.registers.attributions(story_id, number),
            said_here=self._said_here(story_id, number),
            blocks=blocks_of(self._connection, story_id, number),
            cuttable=self._cuttable(story_id, number),
        )
        # A row of the list that was lost: the marks left standing belong to the ones that are there.
        return script if body.count(MARK) == len(script.blocks) else clean_script(script)

    def newest(self, story_id: int) -> Script:
        """Return the script of a story's newest revision; the empty one where there is none."""
        number = self._connection.scalar(select(_S.revision).where(_S.id == story_id))
        return self.script(story_id, number or 0)

    def revisions(self, story_id: int) -> list[RevisionRow]:
        """Return a story's history, newest first, without the texts."""
        statement = (
            select(_R.number, _P.name, _R.at, _R.reason, _R.kind)
            .join(t.people, _P.id == _R.person_id)
            .where(_R.story_id == story_id)
            .order_by(_R.number.desc())
        )
        return [RevisionRow(*row) for row in self._connection.execute(statement)]

    def revision(self, story_id: int, number: int) -> Revision:
        """Return one revision with its script. Raises :class:`NoSuchStory` when there is none."""
        this = and_(_R.story_id == story_id, _R.number == number)
        columns = (_R.person_id, _R.at, _R.reason, _R.kind)
        row = self._connection.execute(select(*columns).where(this)).one_or_none()
        if row is None:
            raise NoSuchStory(story_id)
        by, at, reason, kind = row
        return Revision(number, self.script(story_id, number), by, at, reason, kind)

    def revised_since(self, story_id: int, base: int, script: Script) -> bool:
        """Return whether ``script`` is a revision that was made after the story's version ``base``."""
        this = and_(_R.story_id == story_id, _R.story_version > base, _R.body == script.body)
        numbers = self._connection.scalars(select(_R.number).where(this)).all()
        return any(self.script(story_id, number) == script for number in numbers)

    def waits(self, story_id: int) -> bool:
        """Return whether a story was handed in or corrected, and since then neither taken nor sent back."""
        handed_in = (RevisionKind.SUBMITTED, RevisionKind.CORRECTED)
        passed = (*handed_in, RevisionKind.WITHDRAWN, RevisionKind.RETURNED)
        this = and_(_R.story_id == story_id, _R.kind.in_(passed))
        last = select(_R.kind).where(this).order_by(_R.number.desc()).limit(1)
        return self._connection.scalar(last) in handed_in

    def autosaves(self, story_id: int, me: int) -> list[UnsavedText]:
        """Return what ``me`` has in this story that is no revision yet: a text for each window.

        A damaged text is logged and left out.
        """
        this = and_(_A.story_id == story_id, _A.person_id == me)
        statement = select(_A.base_version, _A.at, _A.script, _A.editor, _A.took).where(this)
        texts: list[UnsavedText] = []
        for base, at, script, editor, took in self._connection.execute(statement):
            try:
                if not isinstance(base, int):
                    raise ValueError("its base is no number")
                goes_on_from = took_from_plain(json.loads(took))
                texts.append(UnsavedText(base, at, from_json(script), editor, goes_on_from))
            except ValueError as error:
                # The story must open all the same: its revisions and the local copy are whole.
                _log.warning("autosave of story %d is damaged: %s", story_id, error)
        return texts

    def airtime(self, story_id: int) -> datetime | None:
        """Return when a story is planned for air; None as well for one that is not stored."""
        return self._connection.scalar(select(_S.airtime).where(_S.id == story_id))

    def missing(self, story_ids: Collection[int]) -> set[int]:
        """Return those of these numbers that no story has."""
        known = self._connection.scalars(select(_S.id).where(_S.id.in_(story_ids)))
        return set(story_ids).difference(known)

    def knows_person(self, person_id: int) -> bool:
        """Return whether somebody has this number."""
        return self._connection.scalar(select(_P.id).where(_P.id == person_id)) is not None

    @property
    def as_runs(self) -> AsRunQueries:
        """What went out, and what readings teach."""
        from newsdesk.storage.as_run import AsRunQueries

        return AsRunQueries(self._connection)

    # ------------------------------------------------------------ registers

    @property
    def registers(self) -> RegisterQueries:
        """What is asked of sources, tags, desks, the sign-off and offers."""
        return RegisterQueries(self._connection)

    @property
    def checks(self) -> CheckQueries:
        """What is asked of the checks and of findings let be."""
        from newsdesk.storage.checks import CheckQueries

        return CheckQueries(self._connection)

    @property
    def approvals(self) -> ApprovalQueries:
        """What is asked of approvals."""
        from newsdesk.storage.approvals import ApprovalQueries

        return ApprovalQueries(self._connection)

    @property
    def comments(self) -> CommentQueries:
        """What is asked of comments."""
        from newsdesk.storage.comments import CommentQueries

        return CommentQueries(self._connection)

    @property
    def accounts(self) -> AccountQueries:
        """What is asked about people and how they sign in."""
        return AccountQueries(self._connection)

    @property
    def audit(self) -> AuditQueries:
        """What is asked of the audit log."""
        from newsdesk.storage.audit import AuditQueries

        return AuditQueries(self._connection)

    @property
    def bulletins(self) -> BulletinQueries:
        """What is asked of bulletins and the stories in them."""
        from newsdesk.storage.bulletin_queries import BulletinQueries

        return BulletinQueries(self._connection)

    @property
    def programmes(self) -> ProgrammeRows:
        """What is asked of programmes and prayer times."""
        from newsdesk.storage.programmes import ProgrammeRows

        return ProgrammeRows(self._connection)

    @property
    def lexicon(self) -> LexiconQueries:
        """What is asked of the house lexicon."""
        return LexiconQueries(self._connection)

    def house_style(self) -> HouseStyle:
        """Return what the newsroom has settled about saying; at first what all begin with."""
        columns = [t.house_style.c[field.name] for field in fields(HouseStyle)]
        row = self._connection.execute(select(*columns)).mappings().one_or_none()
        return HouseStyle() if row is None else HouseStyle(**row)

    def person(self, login: str) -> Person | None:
        """Return who signs in as ``login``."""
        row = self._connection.execute(select(t.people).where(_P.login == login)).mappings().one_or_none()
        return None if row is None else Person(**row)

    # ------------------------------------------------------------ lists of a revision

    def _bylines(self, story_id: int, number: int) -> tuple[Byline, ...]:
        c = t.bylines.c
        statement = select(c.name, c.outlet).where(c.story_id == story_id, c.number == number)
        return tuple(Byline(*row) for row in self._connection.execute(statement.order_by(c.position)))

    def _said_here(self, story_id: int, number: int) -> tuple[SaidHere, ...]:
        c = t.said_here.c
        statement = select(c.start, c.end, c.spoken).where(c.story_id == story_id, c.number == number)
        return tuple(SaidHere(*row) for row in self._connection.execute(statement.order_by(c.position)))

    def _cuttable(self, story_id: int, number: int) -> tuple[tuple[int, int], ...]:
        c = t.cuttable.c
        statement = select(c.start, c.end).where(c.story_id == story_id, c.number == number)
        return tuple((row.start, row.end) for row in self._connection.execute(statement.order_by(c.position)))
