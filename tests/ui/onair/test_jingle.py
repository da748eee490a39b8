"""A jingle with a file of its own is played by the same key as a clip, from the copy on this computer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from newsdesk.domain.as_run import ClipAct
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.ui.onair.clip_card import ClipState
from tests.services.air_desk import BODIES, AirDesk
from tests.ui.onair.test_on_air_page import Room


def _write(file: Path, seconds: int) -> None:
    soundfile.write(file, 0.2 * np.sin(np.arange(8_000 * seconds) / 9), 8_000)


def _with_opener(desk: AirDesk, file: Path) -> int:
    bulletin = desk.bulletin([desk.approved(BODIES[0])], ready=False)
    bulletins = desk.desk.bulletins
    opened = bulletins.open(bulletin)
    opener = RundownItem(bulletins.new_id(), ItemKind.JINGLE, "PEMBUKA", planned_ms=1_000, path=str(file))
    rundown = Rundown(items=(opener, *opened.rundown.items))
    opened = bulletins.keep(bulletin, opened.bulletin.version, rundown)
    bulletins.make_ready(bulletin, opened.bulletin.version)
    return bulletin


def test_a_longer_jingle_under_the_same_name_is_counted_down_and_reckoned_with_as_it_is(
    desk, look, tmp_path
) -> None:
    file = tmp_path / "pembuka.wav"
    _write(file, 1)
    _with_opener(desk, file)
    _write(file, 7)
    room = Room(desk, look)
    try:
        room.run("on_air.begin")
        air = room.page.desk.view
        assert air.clips.looks()[0].total_ms == 7_000
        assert air.microphone.length_ms(air.microphone.current) == 7_000
        assert desk.on_air.due() == []
        room.page.desk.news.ask()
        room.settle()
        assert air.microphone.changes == {}
    finally:
        room.close()


def test_k_plays_the_jingle_and_the_log_says_so(desk, look, tmp_path) -> None:
    file = tmp_path / "pembuka.wav"
    _write(file, 1)
    bulletin = _with_opener(desk, file)
    room = Room(desk, look)
    try:
        room.page.ahead.hold()
        room.settle()
        file.unlink()  # what is held here needs the newsroom's file no more
        room.run("on_air.begin")
        air = room.page.desk.view
        assert air is not None
        assert air.microphone.current.slug == "PEMBUKA"
        room.key("K")
        (copy,) = [path for path in room.sound.heard if path]
        assert Path(copy).is_file() and copy != str(file)
        assert air.clips.looks()[0].state is ClipState.PLAYING
        desk.clock.pass_by(1)
        room.sound.ended()
        room.key("Return")
        desk.clock.pass_by(10)
        room.key("Return")
        room.key("Return")
    finally:
        room.close()
    (log,) = desk.as_run.of(bulletin)
    assert [one.act for one in log.lines[0].happenings if one.act] == [
        ClipAct.STARTED.value,
        ClipAct.ENDED.value,
    ]
    assert (log.lines[0].item.slug, log.lines[0].actual_ms) == ("PEMBUKA", 1_000)
