"""The tables of a newsroom."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
    true,
)

from newsdesk.domain.approval import ApprovalEnd
from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.house_style import HourStyle, YearStyle
from newsdesk.domain.lexicon import HowSaid, NameOf
from newsdesk.domain.people import Role
from newsdesk.domain.rundown import ItemKind
from newsdesk.domain.story import RevisionKind, StoryStatus
from newsdesk.storage.columns import NUMBER, UtcTime, WordList, Words, WordSet
from newsdesk.storage.source_columns import Contacts, Offices

metadata = MetaData(
    naming_convention={
        # Alembic's batch migrations can only change constraints that have a name.
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

people = Table(
    "people",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("rate", Integer, nullable=False),
    Column("login", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("roles", WordSet(Role), nullable=False, server_default="[]"),
    Column("active", Boolean, nullable=False, server_default=true()),
    Column("rate_spread", Integer, nullable=False, server_default="0"),
)

stories = Table(
    "stories",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("created_at", UtcTime, nullable=False),
    Column("created_by", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("updated_by", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("slug", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("lead", Text, nullable=False),
    Column("status", Words(StoryStatus, StoryStatus.DRAFT), nullable=False),
    Column("airtime", UtcTime),
    Column("revision", Integer, nullable=False),
    Column("syllables", Integer, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("paragraphs", Integer, nullable=False),
    Column("clip_ms", NUMBER, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False),
    Column("trashed_at", UtcTime),
    Column("trashed_by", NUMBER, ForeignKey("people.id")),
    Column("desk_id", NUMBER, ForeignKey("desks.id"), index=True),
    # Since when an editor has to decide on it; none while nobody has to.
    Column("waiting_since", UtcTime),
    # The revision whose approval stands, 0 for none: lists ask no second table.
    Column("approved_revision", Integer, nullable=False, server_default="0"),
    Column("embargo", UtcTime),
    Column("killed_why", Text, nullable=False, server_default=""),
    Index(None, "updated_at"),
    Index(None, "status", "created_by"),
    Index(None, "airtime"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("reason", Text, nullable=False),
    # The story's version that this revision made: text typed on an older one was overtaken by it.
    Column("story_version", Integer, nullable=False),
    Column("slug", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("dateline_place", Text),
    Column("dateline_outlet", Text),
    Column("body", Text, nullable=False),
    Column(
        "kind",
        Words(RevisionKind, RevisionKind.SAVED),
        nullable=False,
        server_default=RevisionKind.SAVED.value,
    ),
)


def _of_revision() -> tuple[Column[int], Column[int], Column[int], ForeignKeyConstraint]:
    """Return the key that every list of a revision has: the revision, and the place in the list."""
    return (
        Column("story_id", NUMBER, primary_key=True, autoincrement=False),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("position", Integer, primary_key=True, autoincrement=False),
        ForeignKeyConstraint(["story_id", "number"], ["revisions.story_id", "revisions.number"]),
    )


bylines = Table(
    "bylines",
    metadata,
    *_of_revision(),
    Column("name", Text, nullable=False),
    Column("outlet", Text, nullable=False),
)

tags = Table(
    "tags",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
    # Of the tag that this name stands for since they were merged, or since it was renamed; else 0.
    Column("merged_into", NUMBER, nullable=False, server_default="0"),
)

revision_tags = Table(
    "revision_tags",
    metadata,
    *_of_revision(),
    Column("tag_id", NUMBER, ForeignKey("tags.id"), nullable=False, index=True),
)

sources = Table(
    "sources",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("person", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("contacts", Contacts, nullable=False, server_default="[]"),
    Column("on_record", Boolean, nullable=False),
    Column("offices", Offices, nullable=False, server_default="[]"),
    # Of the source that this one turned out to be; 0 as a rule.
    Column("merged_into", NUMBER, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False),
)

told_apart = Table(
    "told_apart",
    metadata,
    # Two sources that are not one, whatever their names say; the smaller number first.
    Column("one", NUMBER, ForeignKey("sources.id"), primary_key=True, autoincrement=False),
    Column("other", NUMBER, ForeignKey("sources.id"), primary_key=True, autoincrement=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)

desks = Table(
    "desks",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
    Column("archived", Boolean, nullable=False),
    # As of tags.
    Column("merged_into", NUMBER, nullable=False),
)

station = Table(
    "station",
    metadata,
    # One row, number 1; none as long as the newsroom has settled nothing.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sign_off", Text, nullable=False),
    # Whether somebody may approve a story of their own.
    Column("own_approval", Boolean, nullable=False, server_default=false()),
    # What it is called, "" where each computer has its own name for it.
    Column("name", Text, nullable=False, server_default=""),
)

decided_offers = Table(
    "decided_offers",
    metadata,
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True, autoincrement=False),
    Column("offer", Text, primary_key=True),
    Column("accepted", Boolean, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)

attributions = Table(
    "attributions",
    metadata,
    *_of_revision(),
    Column("source_id", NUMBER, ForeignKey("sources.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Boolean, nullable=False),
)

said_here = Table(
    "said_here",
    metadata,
    *_of_revision(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("spoken", Text, nullable=False),
)

blocks = Table(
    "blocks",
    metadata,
    *_of_revision(),
    # "clip" or "note"; what the other kind has is empty.
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("in_words", Text, nullable=False),
    Column("out_words", Text, nullable=False),
    Column("milliseconds", NUMBER, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("paraphrase", Text, nullable=False),
    Column("text", Text, nullable=False),
)

originals = Table(
    "originals",
    metadata,
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True),
    Column("text", Text, nullable=False),
)

autosaves = Table(
    "autosaves",
    metadata,
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True),
    Column("person_id", NUMBER, ForeignKey("people.id"), primary_key=True),
    # The opened newsroom it was typed in: two windows of one person have a text each.
    Column("editor", NUMBER, primary_key=True, autoincrement=False),
    Column("base_version", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("slug", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("lead", Text, nullable=False),
    Column("syllables", Integer, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("paragraphs", Integer, nullable=False),
    Column("clip_ms", NUMBER, nullable=False, server_default="0"),
    Column("script", Text, nullable=False),
    Column("took", Text, nullable=False),
    Index(None, "person_id"),
)

locks = Table(
    "locks",
    metadata,
    # Who is writing in a story; gone, or not seen for a while, when nobody is.
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True, autoincrement=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    # The opened newsroom, as in autosaves.
    Column("editor", NUMBER, nullable=False),
    Column("since", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
)

pronunciations = Table(
    "pronunciations",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("form", Text, nullable=False),
    Column("spoken", Text, nullable=False),
    Column("how", Words(HowSaid), nullable=False),
    Column("respelling", Text, nullable=False),
    Column("case_sensitive", Boolean, nullable=False),
    Column("name_of", Words(NameOf), nullable=False),
    Column("words_before", WordList, nullable=False),
    Column("words_after", WordList, nullable=False),
    Column("checked_by", Text, nullable=False),
    Column("checked_at", UtcTime),
    # 0 where it was found in no story, and so no foreign key.
    Column("found_in", NUMBER, nullable=False),
    Column("found_sentence", Text, nullable=False),
    Column("found_by", Text, nullable=False),
    Column("found_at", UtcTime),
    Column("version", Integer, nullable=False),
    Index(None, "form"),
)

story_forms = Table(
    "story_forms",
    metadata,
    # The forms of a story's newest revision.
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True),
    Column("form", Text, primary_key=True),
    Index(None, "form"),
)

house_style = Table(
    "house_style",
    metadata,
    # One row, number 1; none as long as the newsroom has settled nothing.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("years", Words(YearStyle), nullable=False),
    Column("hours", Words(HourStyle), nullable=False),
    Column("phone_zero", Text, nullable=False),
    Column("score_zero", Text, nullable=False),
    Column("bracketed_acronyms", Boolean, nullable=False),
    Column("relative_dates", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)

let_be = Table(
    "let_be",
    metadata,
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True),
    # The finding's own name: the same while its words stay in the script.
    Column("finding", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)

check_choice = Table(
    "check_choice",
    metadata,
    # One row, number 1; none as long as the newsroom has settled nothing.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("without", WordList, nullable=False),
    Column("breath_syllables", Integer, nullable=False),
    Column("most_figures", Integer, nullable=False),
    Column("months_without_year", Integer, nullable=False),
)

house_words = Table(
    "house_words",
    metadata,
    Column("word", Text, primary_key=True),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)

house_pairs = Table(
    "house_pairs",
    metadata,
    Column("wrong", Text, primary_key=True),
    Column("right", Text, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)

edited_rules = Table(
    "edited_rules",
    metadata,
    # A built-in rule's own name; the rule itself stays as it is.
    Column("id", Text, primary_key=True),
    Column("topic", WordList, nullable=False),
    Column("together", WordList, nullable=False),
    Column("unless", WordList, nullable=False),
    Column("says", Text, nullable=False),
    Column("instrument", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("checked", Text, nullable=False),
    Column("off", Boolean, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
)

credentials = Table(
    "credentials",
    metadata,
    Column("person_id", NUMBER, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    # Argon2's own text: kind, cost, salt and hash.
    Column("password", Text, nullable=False),
    Column("set_at", UtcTime, nullable=False),
)

failed_sign_ins = Table(
    "failed_sign_ins",
    metadata,
    # As it was typed, in small letters; nobody need have this login.
    Column("login", Text, primary_key=True),
    Column("times", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
)

signing_in = Table(
    "signing_in",
    metadata,
    # One row, number 1; none as long as the newsroom has settled nothing.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("mode", Text, nullable=False),
    Column("idle_minutes", Integer, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    # No reference to any table, and the moment as text: an entry is read and checked as it was written.
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("person_id", NUMBER, nullable=False),
    Column("person", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject_id", NUMBER, nullable=False),
    Column("subject", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "kind", "subject_id", "number"),
)

audit_head = Table(
    "audit_head",
    metadata,
    # One row, number 1: the newest entry once more, so that entries missing at the end are noticed.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", NUMBER, nullable=False),
    Column("hash", Text, nullable=False),
)

cuttable = Table(
    "cuttable",
    metadata,
    *_of_revision(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

approvals = Table(
    "approvals",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("story_id", NUMBER, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("own", Boolean, nullable=False),
    Column("note", Text, nullable=False),
    Column("digest", Text, nullable=False),
    # What airs: the words and how they are said (newsdesk/domain/air_text.py), as JSON.
    Column("text", Text, nullable=False),
    Column("ended_at", UtcTime),
    Column("ended_by", NUMBER, ForeignKey("people.id")),
    Column("ended_why", Words(ApprovalEnd)),
    ForeignKeyConstraint(["story_id", "revision"], ["revisions.story_id", "revisions.number"]),
    Index(None, "story_id"),
    # Two editors at once: one approval stands. On a server as well, where the migration says so: saying it
    # here would load PostgreSQL's dialect at every start.
    Index("uq_approvals_in_force", "story_id", unique=True, sqlite_where=text("ended_at IS NULL")),
)

looks = Table(
    "looks",
    metadata,
    # Which revision somebody looked at last.
    Column("person_id", NUMBER, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("story_id", NUMBER, ForeignKey("stories.id"), primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
)

comments = Table(
    "comments",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("story_id", NUMBER, ForeignKey("stories.id"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    # Its passage in that revision; none for a comment on the whole.
    Column("start", Integer),
    Column("end", Integer),
    Column("quote", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("done_at", UtcTime),
    Column("done_by", NUMBER, ForeignKey("people.id")),
)

programmes = Table(
    "programmes",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("rrule", Text, nullable=False),
    # The station's clock, "HH:MM:SS".
    Column("airtime", Text, nullable=False),
    Column("slot_ms", NUMBER, nullable=False),
    # People's numbers in their order, in JSON.
    Column("announcers", Text, nullable=False),
    Column("ahead_minutes", Integer, nullable=False),
    Column("tolerance_ms", Integer, nullable=False),
    # Whose prayer times hold.
    Column("place", Text, nullable=False),
    # A rundown in JSON (newsdesk/domain/rundown_json.py).
    Column("template", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)

bulletins = Table(
    "bulletins",
    metadata,
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("programme_id", NUMBER, ForeignKey("programmes.id")),
    # The station's clock as its programme's rule has it, ISO 8601: two desks make one of it, at most once.
    Column("occurrence", Text),
    Column("name", Text, nullable=False),
    Column("airtime", UtcTime, nullable=False, index=True),
    Column("slot_ms", NUMBER, nullable=False),
    Column("tolerance_ms", Integer, nullable=False),
    Column("announcers", Text, nullable=False),
    Column("state", Words(BulletinState, BulletinState.PLANNED), nullable=False),
    Column("ready_by", Text, nullable=False),
    Column("ready_at", UtcTime),
    Column("ready_why", Text, nullable=False),
    # Taken out of sight; it stays, so that it is not made again.
    Column("removed", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("programme_id", "occurrence"),
)

bulletin_blocks = Table(
    "bulletin_blocks",
    metadata,
    Column("bulletin_id", NUMBER, ForeignKey("bulletins.id"), primary_key=True, autoincrement=False),
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("budget_ms", NUMBER),
)

bulletin_items = Table(
    "bulletin_items",
    metadata,
    Column("bulletin_id", NUMBER, ForeignKey("bulletins.id"), primary_key=True, autoincrement=False),
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("position", Integer, nullable=False),
    Column("kind", Words(ItemKind, ItemKind.WORDS), nullable=False),
    Column("slug", Text, nullable=False),
    Column("block_id", NUMBER, nullable=False),
    Column("story_id", NUMBER, ForeignKey("stories.id"), index=True),
    Column("revision", Integer),
    Column("approval_id", NUMBER, ForeignKey("approvals.id")),
    Column("reader_id", NUMBER, ForeignKey("people.id")),
    Column("planned_ms", NUMBER, nullable=False),
    Column("words", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("fixed_at", UtcTime),
    Column("hit", Text, nullable=False),
    Column("floated", Boolean, nullable=False),
    Column("paraphrase", Boolean, nullable=False),
    # Spans in JSON.
    Column("cut", Text, nullable=False),
)

flashes = Table(
    "flashes",
    metadata,
    # Stories put next while the bulletin was on air ("Kilat").
    Column("id", NUMBER, primary_key=True, autoincrement=False),
    Column("bulletin_id", NUMBER, ForeignKey("bulletins.id"), nullable=False, index=True),
    Column("item_id", NUMBER, nullable=False),
    Column("story_id", NUMBER, ForeignKey("stories.id"), nullable=False),
    Column("person_id", NUMBER, ForeignKey("people.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("acknowledged_at", UtcTime),
    # The name of who did, at the microphone.
    Column("acknowledged_by", Text, nullable=False),
)

prayer_times = Table(
    "prayer_times",
    metadata,
    Column("place", Text, primary_key=True),
    # ISO 8601, and the station's clock: "2025-01-17", "17:58:00".
    Column("day", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("clock", Text, nullable=False),
)

as_runs = Table(
    "as_runs",
    metadata,
    # One reading of a bulletin. Nothing of the log but the log itself is a foreign key: what went out is
    # kept whatever became of the bulletin, of its stories and of who read them.
    Column("session_id", NUMBER, primary_key=True, autoincrement=False),
    Column("bulletin_id", NUMBER, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("airtime", UtcTime, nullable=False),
    Column("practice", Boolean, nullable=False),
    Column("person_id", NUMBER, nullable=False),
    Column("person", Text, nullable=False),
    Column("computer", Text, nullable=False),
    Column("begun_at", UtcTime, nullable=False, index=True),
    # By the clock of whoever brought it here: the log is kept from the later of the two.
    Column("arrived_at", UtcTime, nullable=False),
)

as_run_lines = Table(
    "as_run_lines",
    metadata,
    Column("session_id", NUMBER, ForeignKey("as_runs.session_id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
    Column("what", Text, nullable=False),
    # The line as it stands in the journal, with its seal (newsdesk/domain/as_run.py).
    Column("line", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    # What one item took its reader; the line of the log that says so.
    Column("session_id", NUMBER, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("person_id", NUMBER, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("syllables", Integer, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("paragraphs", Integer, nullable=False),
    Column("taken_ms", Integer, nullable=False),
    Column("practice", Boolean, nullable=False),
    Index(None, "person_id", "at"),
)

learning = Table(
    "learning",
    metadata,
    # Since when readings teach a person's rate, the rate set by hand before that, and the one learnt last.
    Column("person_id", NUMBER, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("since", UtcTime, nullable=False),
    Column("own_rate", Integer, nullable=False),
    Column("learnt_rate", Integer, nullable=False),
)

as_run_retention = Table(
    "as_run_retention",
    metadata,
    # One row, number 1; none as long as the newsroom keeps its log as long as the law asks.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("days", Integer, nullable=False),
    CheckConstraint("days >= 366", name="ck_as_run_retention_days"),
)
