"""What was done to a rundown is kept, whatever becomes of one keeping."""

from __future__ import annotations

from newsdesk.ui.bulletins.rundown_sheet import Kept, RundownSheet
from newsdesk.ui.rundown.edits import Edit
from tests.newsrooms import Building
from tests.services.air_desk import BODIES, AirDesk
from tests.ui.held_tasks import HeldTasks


def test_a_failure_that_nobody_foresaw_leaves_no_rundown_busy_for_ever(qapp, tmp_path, monkeypatch) -> None:
    building = Building("Redaksi", tmp_path / "profile")
    desk = AirDesk(building.desk())
    bulletins = desk.desk.bulletins
    bulletin = desk.bulletin([desk.approved(body) for body in BODIES[:2]], ready=False)
    tasks = HeldTasks()
    sheet = RundownSheet(tasks, bulletins, bulletins.open(bulletin), send_after_ms=0)
    first, second = (item.id for item in sheet.opened.rundown.items)
    with monkeypatch.context() as broken:
        broken.setattr(bulletins, "keep", lambda *_given: 1 // 0)
        sheet.do(Edit("pindah", lambda rundown: rundown.moved({second}, first, 0)))
        tasks.let_go_work()
        tasks._answers[next(iter(tasks._answers))].clear()  # the crash dialog has it
    assert sheet.kept is Kept.WAITING
    assert not sheet.settled
    acted: list[bool] = []
    sheet.when_settled(lambda: acted.append(True))
    tasks.let_go()
    assert sheet.settled
    assert acted == [True]
    assert [item.id for item in bulletins.open(bulletin).rundown.items] == [second, first]
    building.close()
