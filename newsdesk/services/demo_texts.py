"""The texts of the demo newsroom, read from its files (resources/demo: TOML, UTF-8)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsdesk.domain.attribution import Attribution, Byline, Contact, Dateline, Source
from newsdesk.domain.blocks import MARK, Block, Clip, Note
from newsdesk.domain.lexicon import HowSaid, Pronunciation
from newsdesk.domain.rundown import ItemKind, RundownItem
from newsdesk.domain.story import Script

PLACE = "Wanasari"
_BLOCK = re.compile(r"^\[(klip|catatan)\] ?(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DemoStory:
    """One story as its file tells it; ``told`` is the file itself, for what only the filling asks."""

    desk: str
    status: str
    script: Script
    told: Mapping[str, Any]

    def passage(self, words: str) -> tuple[int, int]:
        """Return where words stand in its body."""
        start = self.script.body.index(words)
        return start, start + len(words)


@dataclass(frozen=True, slots=True)
class DemoProgramme:
    """A programme, and its rows: a story by its slug, "" for a place kept. ``ready``: its bulletin is."""

    name: str
    airtime: str
    slot_ms: int
    rows: tuple[tuple[RundownItem, str], ...]
    ready: bool


@dataclass(frozen=True, slots=True)
class DemoTexts:
    """Everything that the demo newsroom is made of."""

    folder: Path
    told: Mapping[str, Any]

    @property
    def station(self) -> str:
        """What the station is called."""
        return self.told["station"]

    @property
    def people(self) -> Mapping[str, Mapping[str, Any]]:
        """Name and rate by role."""
        return self.told["people"]

    @property
    def desks(self) -> list[str]:
        """The names of the desks."""
        return [desk["name"] for desk in self.told["desk"]]

    def sources(self) -> dict[str, Source]:
        """Return the sources by the names that stories call them by."""
        return {key: _source(told) for key, told in self.told["source"].items()}

    def pronunciations(self) -> list[Pronunciation]:
        """Return the entries of the lexicon."""
        return [
            Pronunciation(one["form"], one["spoken"], HowSaid(one["how"]), one.get("respelling", ""))
            for one in self.told["pronunciation"]
        ]

    def programmes(self) -> list[DemoProgramme]:
        """Return the programmes; their rows are numbered from 1."""
        return [
            DemoProgramme(
                one["name"],
                one["airtime"],
                one["seconds"] * 1000,
                tuple((_row(number, row), row.get("story", "")) for number, row in enumerate(one["row"], 1)),
                one.get("ready", False),
            )
            for one in self.told["programme"]
        ]

    def stories(self, source_ids: Mapping[str, int]) -> list[DemoStory]:
        """Return the stories in the order of their files, their passages tied to the sources' numbers."""
        return [self._story(file, source_ids) for file in sorted((self.folder / "stories").glob("*.toml"))]

    def _story(self, file: Path, source_ids: Mapping[str, int]) -> DemoStory:
        told = _read(file)
        waiting = [_clip(one) for one in told.get("block", ())]
        blocks: list[Block] = [
            waiting.pop(0) if kind == "klip" else Note(text) for kind, text in _BLOCK.findall(told["body"])
        ]
        body = _BLOCK.sub(MARK, told["body"].strip())
        script = Script(
            slug=told["slug"],
            headline=told["headline"],
            dateline=Dateline(PLACE),
            # What is one's own to begin with is nobody's yet by name.
            bylines=() if told.get("mine") else (Byline(self.people["reporter"]["name"], self.station),),
            tags=tuple(told["tags"]),
            body=body,
            attributions=tuple(
                Attribution(source_ids[tie["source"]], *_span(body, tie["passage"]))
                for tie in told.get("tie", ())
            ),
            blocks=tuple(blocks),
            cuttable=tuple(_span(body, words) for words in told.get("cuttable", ())),
        )
        return DemoStory(told["desk"], told["status"], script, told)


def read_texts(folder: Path) -> DemoTexts:
    """Read the demo newsroom's own file in ``folder``; the stories are read when they are asked for."""
    return DemoTexts(folder, _read(folder / "newsroom.toml"))


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _source(told: Mapping[str, Any]) -> Source:
    contact = told.get("contact")
    return Source(
        told.get("person", ""),
        told.get("office", ""),
        told["organisation"],
        contacts=(Contact(contact, note=told["note"]),) if contact else (),
        on_record=told.get("on_record", True),
    )


def _clip(told: Mapping[str, Any]) -> Clip:
    return Clip(
        told["clip"],
        in_words=told["in_words"],
        out_words=told["out_words"],
        milliseconds=told["seconds"] * 1000,
        speaker=told["speaker"],
        paraphrase=told["paraphrase"],
    )


def _row(number: int, told: Mapping[str, Any]) -> RundownItem:
    return RundownItem(
        number,
        ItemKind(told["kind"]),
        told.get("slug", ""),
        planned_ms=told.get("seconds", 30) * 1000,
        words=told.get("words", ""),
        floated=told.get("floated", False),
    )


def _span(body: str, words: str) -> tuple[int, int]:
    start = body.index(words)
    return start, start + len(words)
