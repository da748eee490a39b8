"""Filling the demo newsroom as its people would: every act through the ordinary services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from newsdesk.domain.bulletin import Programme
from newsdesk.domain.open_rundown import OpenRundown
from newsdesk.domain.people import Role
from newsdesk.domain.rundown import ItemKind, Rundown
from newsdesk.services.demo_texts import DemoProgramme, DemoStory, DemoTexts
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.open_story import OpenStory

OpenAs = Callable[[tuple[str, str] | None], Newsroom]
"""Opens the demo newsroom as somebody: login and name, None for who is at this computer."""

LOGINS = {"reporter": "sekar@contoh", "editor": "hadi@contoh", "announcer": "larasati@contoh"}
"""By role. Nobody signs in there: these only tell the people apart, and the demo from any other newsroom."""


class DemoFilling:
    """Fills an empty newsroom, which ``open_as`` opens at several desks, with what ``texts`` tell."""

    def __init__(self, texts: DemoTexts, open_as: OpenAs) -> None:
        self._texts = texts
        self._open_as = open_as
        self._stories: dict[str, int] = {}

    def fill(self) -> None:
        """Make the people and registers, write and decide on the stories, build the bulletins."""
        with closing(self._open_as(None)) as mine:
            self._people_and_registers(mine)
            source_ids = {key: mine.sources.add(one).id for key, one in self._texts.sources().items()}
            desks = {entry.name: entry.id for entry in mine.desks.list()}
            with closing(self._as("reporter")) as reporter, closing(self._as("editor")) as editor:
                for story in self._texts.stories(source_ids):
                    writer = mine if story.told.get("mine") else reporter
                    self._written(writer, story, desks)
                    self._decided(editor, writer, story)
                self._bulletins(editor)

    def _as(self, role: str) -> Newsroom:
        return self._open_as((LOGINS[role], self._texts.people[role]["name"]))

    def _people_and_registers(self, mine: Newsroom) -> None:
        mine.accounts.begin_alone(mine.people.me().name)
        for role, told in self._texts.people.items():
            person = mine.accounts.add(told["name"], LOGINS[role], "", {Role(role)})
            mine.people.set_rate(person, told["rate"])
        mine.station.set_name(self._texts.station)
        mine.station.set_pattern(self._texts.told["sign_off"])
        for desk in self._texts.desks:
            mine.desks.add(desk)
        for entry in self._texts.pronunciations():
            mine.lexicon.add(entry)

    # ------------------------------------------------------------ stories

    def _written(self, writer: Newsroom, story: DemoStory, desks: Mapping[str, int]) -> None:
        made = writer.drafting.new(story.script)
        made = writer.drafting.set_desk(made.id, made.version, desks[story.desk])
        self._stories[story.script.slug] = made.id
        if story.status != "draft":
            note = story.told.get("note", "") if story.status == "waiting" else ""
            writer.handing_in.submit(made.id, made.version, story.script, note)

    def _decided(self, editor: Newsroom, writer: Newsroom, story: DemoStory) -> None:
        story_id = self._stories[story.script.slug]
        now = editor.drafting.look(story_id)
        for comment in story.told.get("comment", ()):
            passage = story.passage(comment["passage"])
            editor.comments.add(story_id, now.revision, comment["text"], passage)
        match story.status:
            case "returned":
                editor.handing_in.send_back(story_id, now.version, story.told["note"], now.script)
            case "approved" | "changed":
                self._approved(editor, story, now)
            case _:
                return
        if story.status == "changed":
            was, becomes = story.told["change"]
            changed = replace(story.script, body=story.script.body.replace(was, becomes))
            writer.drafting.save(story_id, writer.drafting.look(story_id).version, changed)

    def _approved(self, editor: Newsroom, story: DemoStory, now: OpenStory) -> None:
        editor.reviewing.looked(now.id, now.revision)
        seen = editor.reviewing.as_said(editor.reviewing.open(now.id)).digest()
        note = story.told.get("approval_note", "")
        editor.reviewing.approve(now.id, now.version, now.revision, note, seen=seen)
        hours = story.told.get("embargo_hours")
        if hours:
            until = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=hours)
            editor.reviewing.set_embargo(now.id, editor.drafting.look(now.id).version, until)

    # ------------------------------------------------------------ bulletins

    def _bulletins(self, editor: Newsroom) -> None:
        people = {person.login: person.id for person in editor.people.listed()}
        announcer = people[LOGINS["announcer"]]
        told = {one.name: one for one in self._texts.programmes()}
        for one in told.values():
            editor.programmes.add(
                Programme(
                    id=0,
                    name=one.name,
                    airtime=time.fromisoformat(one.airtime),
                    slot_ms=one.slot_ms,
                    announcers=(announcer,),
                    template=Rundown(items=tuple(row for row, _slug in one.rows)),
                )
            )
        for bulletin_id in editor.bulletins.make_due():
            opened = editor.bulletins.open(bulletin_id)
            if opened.bulletin.airtime > datetime.now(UTC):
                self._filled(editor, opened, told[opened.bulletin.name])

    def _filled(self, editor: Newsroom, opened: OpenRundown, told: DemoProgramme) -> None:
        slugs = (slug for row, slug in told.rows if row.kind is ItemKind.STORY)
        rundown = opened.rundown
        places = [item for item in rundown.items if item.kind is ItemKind.STORY]
        for place, slug in zip(places, slugs, strict=True):
            state = editor.bulletins.state(self._stories[slug]) if slug else None
            if state is not None:
                row = editor.bulletins.row_of(state, opened)
                rundown = rundown.with_item(replace(row, id=place.id, floated=place.floated))
        kept = editor.bulletins.keep(opened.bulletin.id, opened.bulletin.version, rundown)
        if told.ready:
            editor.bulletins.make_ready(kept.bulletin.id, kept.bulletin.version)
