"""Kills an editor, a producer and an announcer in the middle of their work; what is left is printed.

A line a round. Run by rounds.py in a process of its own, which forks before anything is opened, so that a
round costs no imports.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import newsdesk.services.air_room
import newsdesk.services.bulletin_room
import newsdesk.services.reviewing
import newsdesk.storage.open  # noqa: F401 - all before the fork
from newsdesk.domain.air_text import AirText
from newsdesk.errors import NewsdeskError
from newsdesk.paths import Paths
from newsdesk.services.newsroom import Newsroom
from tests.chaos import newsroom_work as work
from tests.chaos.newsroom_plan import Found, Plan, Told, opened

LATEST_S = 0.8
"""From the first act that was told to the kill."""


KINDS = {
    "review": LATEST_S,
    "rundown": LATEST_S,
    "on air": LATEST_S,
    "window on air": LATEST_S,
    "draining": 0.6,
    "changing person": 3.0,
    "exporting": 1.5,
}
"""What is done, and how long at most after it has begun it is killed (seconds)."""


def one_round(profile: str, kind: str, dice: random.Random, moment: float) -> dict[str, object]:
    """Do one kind of work in a newsroom of its own for ``moment`` seconds, kill it, and look."""
    plan = Plan(profile, dice)
    newsroom = opened(profile)
    if kind == "changing person":
        work.begin_signing_in(newsroom)
    elif kind != "review":
        plan.make_bulletin(newsroom)
    if kind in ("draining", "exporting"):
        plan.read_here(newsroom)
    if kind == "exporting":
        newsroom.on_air.drain()
    newsroom.close()
    told = _killed(plan, kind, dice.randrange(10**6), moment)
    with contextlib.closing(sqlite3.connect(next(Path(profile, "newsrooms").glob("*.newsdesk")))) as raw:
        wrong = [] if raw.execute("pragma quick_check").fetchone()[0] == "ok" else ["the file is damaged"]
        wrong += _approvals(raw)
    newsroom = opened(profile)
    look: dict[str, Callable[[Newsroom, Told], Found]] = {
        "review": plan.review, "rundown": plan.rundown, "on air": plan.on_air,
        "window on air": plan.on_air, "draining": plan.drained,
        "changing person": plan.changing_person, "exporting": plan.exporting,
    }  # fmt: skip
    try:
        wrong += look[kind](newsroom, told)
        broken = newsroom.audit.verify()
        wrong += [] if broken is None else [f"the audit log is broken: {broken}"]
    finally:
        newsroom.close()
    return {"kind": kind, "acts": len(told), "wrong": wrong}


def _work(plan: Plan, kind: str, pipe: int, seed: int) -> None:
    if kind == "window on air":
        from tests.chaos.air_window import read_until_killed

        read_until_killed(plan.profile, pipe, plan.bulletin)
    desk = work.Desk(plan.profile, pipe, random.Random(seed))
    desk.tell(act="open")
    do: dict[str, Callable[[], None]] = {
        "review": lambda: work.review(desk),
        "rundown": lambda: work.rundown(desk, plan.bulletin),
        "on air": lambda: work.on_air(desk, plan.bulletin, plan.flashes),
        "draining": lambda: work.draining(desk),
        "changing person": lambda: work.changing_person(desk),
        "exporting": lambda: work.exporting(desk, plan.bulletin),
    }
    do[kind]()


def _killed(plan: Plan, kind: str, seed: int, moment: float) -> Told:
    """Let a process work, kill it ``moment`` seconds after it has begun, and return what it told."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reading)
            signal.alarm(30)
            _work(plan, kind, writing, seed)
        except BaseException:  # noqa: BLE001 - told; the caller's rounds are not this process's
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        pipe.readline()
        if kind == "window on air":
            _break_in(plan, moment)
        else:
            time.sleep(moment)
        os.kill(pid, signal.SIGKILL)
        _pid, status = os.waitpid(pid, 0)
        told = [json.loads(line) for line in pipe if line.endswith(b"\n")]
    if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
        raise RuntimeError(f"{kind}: it ended by itself")
    return told


def _break_in(plan: Plan, moment: float) -> None:
    """Put breaking news into what is being read, from another window."""
    until = time.monotonic() + moment
    desk = opened(plan.profile)
    with contextlib.suppress(NewsdeskError):  # it was read to its end meanwhile
        while time.monotonic() < until and plan.flashes:
            desk.bulletins.flash(plan.bulletin, plan.flashes.pop(), None)
            time.sleep(0.2)
    desk.close()
    time.sleep(max(0.0, until - time.monotonic()))


def _approvals(raw: sqlite3.Connection) -> list[str]:
    """Return approvals whose text is not the one of their hash, and stories that are approved without one."""
    rows = raw.execute("select id, digest, text from approvals").fetchall()
    wrong = [f"approval {number}" for number, seal, text in rows if AirText.from_json(text).digest() != seal]
    bare = raw.execute(
        "select id from stories where status = 'approved' and id not in "
        "(select story_id from approvals where ended_at is null)"
    )
    return wrong + [f"story {number} is approved without a text" for (number,) in bare]


def main() -> None:
    """Run rounds of every kind in turn, each in a profile of its own."""
    folder, rounds, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    dice = random.Random(seed)
    kinds = sys.argv[4:] or list(KINDS)
    parts = max(1, rounds // len(kinds))
    for number in range(rounds):
        kind, profile = kinds[number % len(kinds)], folder / str(number)
        Paths(profile).make()
        # Each kind is killed early and late: a moment in every part of the time.
        moment = (number // len(kinds) + dice.random()) / parts * KINDS[kind]
        told = one_round(str(profile), kind, dice, moment)
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
