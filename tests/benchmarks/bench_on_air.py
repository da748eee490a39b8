"""The microphone: how soon a flash is there, what asking costs, and how long a line takes to the disk."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from newsdesk.ui.onair.air_desk import ASK_MS
from tests.airing import air_bulletin
from tests.benchmarks.harness import Figure
from tests.newsrooms import Desk
from tests.services.air_desk import BODIES, AirDesk

ITEMS = 60
FLASH_GOAL_MS = 2000
RUNS = 7


def measure() -> list[Figure]:
    """Two desks on one file: an editor's, and the announcer's with a bulletin of 60 stories being read."""
    with tempfile.TemporaryDirectory() as folder:
        desks = [Desk("Redaksi", Path(folder)), Desk("Redaksi", Path(folder), "sinta", "Sinta Ayu")]
        editor, announcer = (AirDesk(desk) for desk in desks)
        try:
            return _figures(editor, announcer)
        finally:
            announcer.on_air.close()
            for desk in desks:
                desk.close()


def _figures(editor: AirDesk, announcer: AirDesk) -> list[Figure]:
    bulletin = editor.bulletin(
        [editor.approved(f"{body} {n}.") for n in range(ITEMS // 3) for body in BODIES]
    )
    flashes = [editor.approved(f"Gempa {n} terasa di Blitar.", f"GEMPA-{n}") for n in range(RUNS)]
    look = [_ms(lambda: announcer.on_air.look(bulletin)) for _ in range(RUNS)]
    session = announcer.on_air.begin(announcer.on_air.take(bulletin), practice=False)
    announcer.on_air.changes(session.air)
    asked = [_ms(lambda: announcer.on_air.changes(session.air)) for _ in range(RUNS)]
    seen: list[float] = []
    for story in flashes:
        # The editor's key, at worst a whole interval until it is asked for, and the answer with its clips.
        sent = _ms(
            lambda story=story: editor.desk.bulletins.flash(bulletin, story, session.air.items[0].item_id)
        )
        began = perf_counter()
        (news,) = announcer.on_air.changes(session.air).changes
        session.loaded(announcer.on_air.hold_change(news), session.moment())
        seen.append(sent + ASK_MS + 1000 * (perf_counter() - began))
        assert news.flash_id is not None
        session.acknowledged(news.flash_id, news.item_id, session.moment())
        announcer.on_air.drain()
    item = session.air.items[0].item_id
    line = [_ms(lambda: session.started(item, session.moment())) for _ in range(40)]
    drain = _ms(announcer.on_air.drain)
    longest = air_bulletin(500)
    begin = [_ms(lambda: announcer.on_air.begin(longest, practice=True)) for _ in range(3)]
    worst, goal = max(seen), f"<= {FLASH_GOAL_MS} ms"
    return [
        Figure(
            "flash: key to announcer, worst, 1 s poll", worst, None, None, goal, "ms", worst <= FLASH_GOAL_MS
        ),
        _plain("asking what changed, nothing has, 60 items", asked),
        _plain("taking a bulletin of 60 items, without its clips", look),
        _plain("a line of the log to the disk", line),
        _plain("bringing 40 lines into the newsroom", [drain]),
        _plain("beginning a bulletin of 500 items", begin),
    ]


def _plain(name: str, times: list[float]) -> Figure:
    return Figure(name, statistics.median(times), None, None, "", "ms", None)


def _ms(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return 1000 * (perf_counter() - began)
