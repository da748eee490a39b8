"""The style of saying is the newsroom's: one for every desk, on both databases."""

from __future__ import annotations

import threading

from newsdesk.domain.house_style import HourStyle, HouseStyle, YearStyle
from tests.newsrooms import Building, Desk

OURS = HouseStyle(YearStyle.HALVES, HourStyle.SPOKEN, "kosong", "nol", False, True)


def test_a_newsroom_begins_with_the_style_of_all_and_keeps_its_own(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    assert ipang.style.get() == HouseStyle()
    assert ipang.style.set(OURS) == OURS
    assert dewi.style.get() == OURS
    dewi.style.set(HouseStyle())
    assert ipang.style.get() == HouseStyle()


def test_a_zero_always_has_a_word(desk: Desk) -> None:
    kept = desk.style.set(HouseStyle(phone_zero=" \x00", score_zero=" nol\n"))
    assert (kept.phone_zero, kept.score_zero) == ("nol", "nol")
    assert desk.style.get() == kept


def test_of_desks_that_settle_a_style_at_once_the_last_one_holds(building: Building) -> None:
    desks = [building.desk(f"p{n}", f"Orang {n}") for n in range(2)]
    start = threading.Barrier(len(desks))

    def settle(desk: Desk) -> None:
        start.wait()
        desk.style.set(OURS)

    threads = [threading.Thread(target=settle, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert desks[0].style.get() == OURS
    with desks[0].storage.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT version FROM house_style").scalar_one() == 2
