from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from newsdesk.domain.rows import StoryRow
from newsdesk.domain.story import StoryStatus
from newsdesk.ui.stories.ages import age
from newsdesk.ui.stories.airtime import shown, typed
from newsdesk.ui.stories.list_panel import ListPanel, StoryList
from newsdesk.ui.stories.story_rows import Role, StoryRows

NOW = datetime(2025, 1, 17, 3, 4, tzinfo=UTC)


def row(number, minutes=4):
    return StoryRow(
        number,
        f"STATISTIK-{number}",
        "",
        "Pemkot Blitar menggelar upacara bendera rutin.",
        StoryStatus.DRAFT,
        "Ipang Harwoko",
        NOW - timedelta(minutes=minutes),
        350,
        1,
        1,
        0,
        False,
    )


def test_ages_are_told_in_the_words_of_a_newsroom():
    def told(**ago):
        return age(NOW - timedelta(**ago), NOW)

    assert [told(seconds=5), told(minutes=18), told(hours=1), told(hours=4), told(days=3), told(days=20)] == [
        "baru saja",
        "18 mnt",
        "1 jam",
        "kemarin",
        "3 hari",
        "28/12/2024",
    ]


def test_an_age_grows_by_itself_and_only_that_is_painted_again(qtbot):
    moment = [NOW]
    rows = StoryRows(lambda: moment[0], UTC)
    rows.show([row(1)])
    assert rows.data(rows.index(0), Role.AGE) == "4 mnt"
    moment[0] = NOW + timedelta(minutes=3)
    with qtbot.waitSignal(rows.dataChanged) as told:
        rows._minute.timeout.emit()
    assert told.args[2] == [Role.AGE]
    assert rows.data(rows.index(0), Role.AGE) == "7 mnt"


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0, "Menunggu"), (42, "Menunggu 42 mnt"), (190, "Menunggu 3 jam"), (3000, "Menunggu 2 hari")],
)
def test_what_waits_says_how_long_and_which_revision(qapp, minutes, told):
    since = NOW - timedelta(minutes=minutes)
    rows = StoryRows(lambda: NOW, UTC)
    rows.show([row(1)._replace(status=StoryStatus.WAITING, waiting_since=since, revision=5)])
    assert rows.data(rows.index(0), Role.STATUS) == told
    assert rows.data(rows.index(0), Role.AGE) == "revisi 5"
    assert told in rows.data(rows.index(0))


def test_what_may_not_be_read_yet_says_until_when(qapp):
    rows = StoryRows(lambda: NOW, UTC)
    later, earlier = NOW + timedelta(hours=2), NOW - timedelta(hours=2)
    rows.show([row(1)._replace(embargo=later), row(2)._replace(embargo=earlier)])
    assert rows.data(rows.index(0), Role.HELD) == f"embargo {later:%H.%M}"
    assert rows.data(rows.index(1), Role.HELD) == ""


def test_a_story_changed_after_its_approval_has_a_bar_of_its_own(qtbot, look):
    listed = StoryList(look)
    qtbot.addWidget(listed)
    listed.resize(324, 200)
    rows = StoryRows(lambda: NOW, UTC)
    listed.setModel(rows)
    rows.show([row(1)._replace(status=StoryStatus.CHANGED), row(2)])
    listed.show()
    picture = listed.viewport().grab().toImage()
    assert picture.pixelColor(1, 40) == look.theme.colour("ubah_bar")
    assert picture.pixelColor(1, 120) != look.theme.colour("ubah_bar")


def test_a_row_says_everything_to_a_screen_reader(qapp):
    rows = StoryRows(lambda: NOW, UTC)
    rows.show([row(1)])
    assert rows.data(rows.index(0)) == (
        "STATISTIK-1, 1:00, Pemkot Blitar menggelar upacara bendera rutin., Draf, Ipang Harwoko, 4 mnt"
    )


def test_the_time_of_a_row_is_that_of_its_words_and_its_clips(qapp):
    rows = StoryRows(lambda: NOW, UTC)
    rows.show([row(1)._replace(syllables=327, clip_ms=18_000)])
    assert rows.data(rows.index(0), Role.LENGTH) == "1:14"
    rows.show_written(1, "", "", "", 327, 1, 1, 0)
    assert rows.data(rows.index(0), Role.LENGTH) == "0:56"


def test_ten_thousand_rows_are_shown_and_turned_round_at_once(qtbot, look):
    import time

    panel = ListPanel(look, lambda: NOW, UTC)
    qtbot.addWidget(panel)
    panel.resize(324, 800)
    panel.show()
    rows = [row(n) for n in range(10_000)]
    start = time.process_time()
    panel.show_rows(rows)
    panel.grab()
    panel.list.scrollToBottom()
    panel.grab()
    panel._turn()
    panel.grab()
    assert time.process_time() - start < 0.5
    assert panel.rows.row_at(0).slug == "STATISTIK-9999"


def test_an_airtime_without_a_day_is_today_and_one_long_past_tomorrow():
    now = datetime(2025, 1, 17, 10, 0, tzinfo=UTC)
    assert typed("11.00", now) == datetime(2025, 1, 17, 11, 0, tzinfo=UTC)
    assert typed("03.00", now) == datetime(2025, 1, 18, 3, 0, tzinfo=UTC)
    assert typed("20/1 11:00", now) == datetime(2025, 1, 20, 11, 0, tzinfo=UTC)
    assert typed(" ", now) is None
    assert shown(datetime(2025, 1, 20, 11, 0, tzinfo=UTC), now) == "20/1 11.00"
    assert shown(datetime(2025, 1, 17, 9, 5, tzinfo=UTC), now) == "09.05"


def test_a_draft_that_was_sent_back_shows_the_editors_note_and_its_own_writer(qtbot):
    rows = StoryRows(lambda: NOW, UTC)
    back = row(1)._replace(returned_by="Dewi Lestari", returned_why="Sumbernya\nsiapa? <b>")
    rows.show([back, row(2)])
    index = rows.index(0)
    assert rows.data(index, Role.STATUS) == "Dikembalikan"
    assert rows.data(index, Role.LINE) == "Dewi Lestari: Sumbernya siapa? <b>"
    assert "Dikembalikan, Dewi Lestari: Sumbernya siapa? <b>, Ipang Harwoko" in rows.data(index)
    assert "&lt;b&gt;" in rows.data(index, Qt.ItemDataRole.ToolTipRole)
    assert rows.data(rows.index(1), Role.STATUS) == "Draf"
    assert rows.data(rows.index(1), Role.LINE) == back.lead
    assert rows.data(rows.index(1), Qt.ItemDataRole.ToolTipRole) is None
