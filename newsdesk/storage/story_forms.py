"""Which forms stand in the newest text of each story."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, and_, bindparam, delete, select

from newsdesk.domain.form_finder import FormFinder
from newsdesk.domain.lexicon import LONGEST_FORM, Pronunciation
from newsdesk.storage import tables as t
from newsdesk.storage.inserting import insert_into
from newsdesk.storage.lexicon_queries import LexiconQueries


class StoryForms:
    """Notes which stories have which forms, so that the lexicon can say how often an entry is used."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, story_id: int, forms: Collection[str]) -> None:
        """Note ``forms`` as those of a story, in place of what was noted of it; too long ones go."""
        c = t.story_forms.c
        now = {form for form in forms if len(form) <= LONGEST_FORM}
        gone = LexiconQueries(self._connection).forms_of(story_id) - now
        if gone:
            statement = delete(t.story_forms).where(c.story_id == story_id, c.form == bindparam("gone"))
            self._connection.execute(statement, [{"gone": form} for form in sorted(gone)])
        self._note([(story_id, form) for form in now])

    def find(self, entries: Sequence[Pronunciation]) -> None:
        """Look for the forms of new entries in the newest text of every story, and note where they stand."""
        if not entries:
            return
        s, r = t.stories.c, t.revisions.c
        newest = and_(r.story_id == s.id, r.number == s.revision)
        statement = select(s.id, r.body).select_from(t.stories).join(t.revisions, newest)
        if len(entries) == 1:
            (entry,) = entries
            has = r.body.contains if entry.case_sensitive else r.body.icontains
            statement = statement.where(has(entry.form, autoescape=True))
        finder = FormFinder(entries)
        self._note(
            [
                (story_id, form)
                for story_id, body in self._connection.execute(statement)
                for form in finder.forms_in(body)
            ]
        )

    def _note(self, stands: Sequence[tuple[int, str]]) -> None:
        # In one order everywhere: who notes the same rows at once waits and never deadlocks.
        rows = [{"story_id": story_id, "form": form} for story_id, form in sorted(stands)]
        if rows:
            statement = insert_into(t.story_forms, self._connection.dialect)
            self._connection.execute(statement.on_conflict_do_nothing(), rows)
