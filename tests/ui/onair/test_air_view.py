"""The announcer's screen, used by keys: what is read stays where it is, whatever happens behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from newsdesk.domain.air_bulletin import AirChange, AirChangeKind, AirStatus, ClipFault
from newsdesk.domain.as_run import AirEvent
from newsdesk.domain.bulletin import TOLERANCE_MS
from newsdesk.domain.rundown import ItemKind
from newsdesk.ui.components.over_under import over_look
from newsdesk.ui.onair.air_view import AirView
from newsdesk.ui.onair.mirror import Mirror
from tests.airing import AIRTIME, air_bulletin, air_item
from tests.ui.fakes import ByHand
from tests.ui.onair.scripts import CLIP, long_item, statistik_item

WORDS = AirChangeKind.WORDS


def _changed(item_id: int, body: str, kind: AirChangeKind = WORDS, **given) -> AirChange:
    at = AIRTIME + timedelta(minutes=1)
    return AirChange(item_id, kind, at, "Rani", air_item(item_id, body), **given)


def _bytes(widget: QWidget) -> bytes:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits())


def test_two_hundred_changes_while_reading_move_the_line_by_no_pixel(studio) -> None:
    items = [long_item(1), statistik_item(2), *(air_item(n) for n in range(3, 41))]
    view = studio.show(air_bulletin(items))
    studio.press("Space")
    assert view.place[1] > 2
    before, column = _bytes(view.screen_), _bytes(view.column)
    kinds = (WORDS, AirChangeKind.UNAPPROVED, AirChangeKind.GONE, AirChangeKind.KILLED, AirChangeKind.ORDER)
    waiting: dict[int, AirChange] = {}
    for n in range(200):
        item_id = n % 40 + 1
        waiting[item_id] = _changed(item_id, f"Kata-kata yang ke-{n}. " * (n % 30 + 1), kinds[n % 5])
        view.microphone.told(tuple(waiting.values()))
        studio.pass_by(0.2)
    assert _bytes(view.screen_) == before
    assert _bytes(view.column) != column
    flash = _changed(99, "Gempa mengguncang Blitar.", AirChangeKind.FLASH, flash_id=5)
    view.microphone.told((*waiting.values(), flash))
    assert view.foot.telling.urgent
    assert _bytes(view.screen_) == before
    # The banner stands where no word of the script ever does.
    for page in range(view.place[1]):
        view.turn_to(page)
        bottom = max(row.top for row in view.shown_page.rows) + view.paper.pitch
        assert bottom <= view.foot.y() - view.screen_.y()


def test_keys_pedal_and_remote_turn_screens_and_take_items(studio) -> None:
    view = studio.show(air_bulletin([long_item(1), air_item(2), air_item(3)]))
    assert view.head.notice == "Enter mulai"
    studio.press("Space")
    assert view.microphone.began is not None
    assert view.place[0] == 1
    studio.press("PgDown", "Right")
    assert view.place[0] == 3
    studio.press("PgUp", "Left")
    assert view.place[0] == 1
    studio.pass_by(30)
    studio.press("Enter")
    assert view.microphone.current.item_id == 2
    studio.press("PgDown")  # its only screen is over: a pedal of one key goes on
    assert view.microphone.current.item_id == 3
    assert studio.log == [("NASKAH-1", "read"), ("NASKAH-2", "read"), ("NASKAH-3", "")]
    studio.press("Return")
    assert "Buletin selesai" in " ".join(line for row in view.shown_page.rows for line in row.lines)
    studio.press("1")
    view.acts.jump()
    assert view.microphone.current.item_id == 1
    view.microphone.jump(3, finished=False)
    studio.press("Return")
    assert "Buletin selesai" in " ".join(line for row in view.shown_page.rows for line in row.lines)
    studio.press("Return")
    assert studio.left == [True]
    assert studio.session.finished


def test_digits_jump_after_a_moment(studio, qtbot) -> None:
    view = studio.show(12)
    studio.press("Return", "1", "2")
    assert view.head.notice == "Lompat ke 12"
    assert view.microphone.current.item_id == 1
    qtbot.waitUntil(lambda: view.microphone.current.item_id == 12)
    assert view.head.notice == ""
    view.acts.jump_timer.setInterval(30)
    studio.press("4", "0")
    qtbot.waitUntil(lambda: view.foot.telling is not None)
    assert view.foot.telling.words == "Tidak ada naskah nomor 40."
    assert view.microphone.current.item_id == 12


def test_the_size_and_the_column_change_and_the_place_is_kept(studio) -> None:
    view = studio.show(air_bulletin([long_item(1)]))
    studio.press("Space", "Space")
    first = view.shown_page.words[:60]
    sizes: list[int] = []
    view.sized.connect(sizes.append)
    for _press in range(28):
        studio.press("Ctrl+Up")
    assert (view.size_px, sizes[0]) == (96, 44)
    assert first[:20] in view.shown_page.words
    for _press in range(35):
        studio.press("Ctrl+Down")
    assert view.size_px == 28
    assert first in view.shown_page.words
    turned: list[bool] = []
    view.column_turned.connect(turned.append)
    studio.press("Ctrl+I")
    assert view.column.isHidden()
    assert view.top.height() == 56
    assert view.top.over.text() == "−14:00 kurang"
    assert view.screen_.width() == view.width()
    assert first in view.shown_page.words
    studio.press("Ctrl+I")
    assert turned == [False, True]


def test_a_clip_counts_down_its_last_five_seconds_are_yellow_and_it_is_logged(studio) -> None:
    view = studio.show(air_bulletin([statistik_item(1), air_item(2)]))
    before = _bytes(view.screen_)
    studio.press("K")
    assert studio.sound.heard == ["/siaran/hanung.wav"]
    assert "Klip HANUNG-IPS sedang diputar" in view.screen_.accessibleDescription()
    yellow = studio.look.theme.colour("ubah_fill").rgb()
    for at, shows in ((7000, False), (13_500, True)):
        studio.sound.at = at
        studio.pass_by(0.2)
        image = view.screen_.grab().toImage()
        assert shows == any(image.pixel(x, 446) == yellow for x in range(900, 1036))
    studio.sound.ended()
    assert "sudah diputar" in view.screen_.accessibleDescription()
    studio.press("B")
    assert len(studio.sound.heard) == 2
    studio.press("Esc")
    assert studio.sound.heard[-1] == ""
    assert studio.left == []
    acts = [line.data["act"] for line in studio.session.lines if line.what.value == "clip"]
    assert acts == ["started", "ended", "started", "stopped"]
    studio.press("Return")
    studio.press("1")
    assert _bytes(view.screen_) != before


@pytest.mark.parametrize("how", ["missing", "broken"])
def test_a_clip_that_fails_is_read_as_its_paraphrase_on_one_key_and_timed_anew(studio, how) -> None:
    item = statistik_item(1)
    if how == "missing":
        clip = replace(item.clips[0], path="", fault=ClipFault.GONE)
        item = replace(item, clips=(clip,))
    view = studio.show(air_bulletin([item]))
    studio.press("K")
    if how == "broken":
        studio.sound.failed("berkasnya tidak bisa diputar")
    assert "P parafrase" in view.screen_.accessibleDescription()
    assert view.column.left._right == "dari 1:14"
    studio.press("P")
    assert CLIP.paraphrase in view.shown_page.words
    assert not view.shown_page.cards
    studio.pass_by(0.2)
    assert view.column.left._right != "dari 1:14"
    studio.press("P")
    assert view.shown_page.cards


def test_p_always_answers_where_there_is_no_clip_and_where_a_jingle_has_none_to_read(studio) -> None:
    jingle = replace(statistik_item(2), kind=ItemKind.JINGLE, text=None)
    view = studio.show(air_bulletin([air_item(1), jingle]))
    studio.press("Return", "P")
    assert view.foot.telling.words == "Tidak ada klip di layar ini."
    studio.press("Return", "P")
    assert view.foot.telling.words == "Klip ini tidak punya parafrase; lanjutkan naskah."


def test_the_written_form_on_a_key(studio) -> None:
    view = studio.show(air_bulletin([statistik_item(1)]))
    assert "be\N{NO-BREAK SPACE}pe" in view.shown_page.words
    studio.press("T")
    assert "Kepala BPS" in view.shown_page.words
    assert ("T", "cara baca") in view.foot._keys
    studio.press("T")
    assert "BPS" not in view.shown_page.words


def test_a_change_is_yellow_with_a_word_shows_its_words_and_is_loaded_by_a_key(studio) -> None:
    view = studio.show(air_bulletin([air_item(1), air_item(2, "Harga cabai naik."), air_item(3)]))
    studio.press("Return")
    view.microphone.told([_changed(2, "Harga cabai rawit turun.")])
    row = view.column.next.rows[0]
    assert (row.tone, row.note, row.act) == ("changed", "Berubah 11.01", "Muat  M")
    image = view.column.next.grab().toImage()
    assert image.pixel(4, 10) == studio.look.theme.colour("ubah_fill").rgb()
    before = _bytes(view.screen_)
    studio.press("Shift+M")
    assert view.change.isVisible()
    assert view.change.geometry() == view.column.next.geometry().translated(view.column.pos())
    assert view.change.height() > 150
    assert "naikrawit turun" in view.change.words
    assert _bytes(view.screen_) == before
    studio.press("M")
    assert not view.change.isVisible()
    assert view.column.next.rows[0].tone == "next"
    studio.press("Return")
    assert view.shown_page.words == "Harga cabai rawit turun."


def test_that_the_words_were_approved_meanwhile_is_said_as_that_and_no_word_differs(studio) -> None:
    unasked = air_item(2, "Harga cabai naik.", status=AirStatus.NOT_APPROVED, approved_by="")
    view = studio.show(air_bulletin([air_item(1), unasked]))
    studio.press("Return")
    assert view.column.next.rows[0].note == "Belum disetujui"
    view.microphone.told([_changed(2, "Harga cabai naik.")])
    assert (view.column.next.rows[0].note, view.column.next.rows[0].act) == ("Disetujui 11.01", "Muat  M")
    studio.press("Shift+M")
    assert "Kata-katanya sama; sekarang sudah disetujui." in view.change.words
    studio.press("Return")
    assert view.head.notice == "Disetujui 11.01, M muat"
    studio.press("M")
    assert (view.head.notice, view.microphone.current.approved_by) == ("", "Dewi")


def test_other_words_for_what_is_being_read_wait_too_and_keep_the_place(studio) -> None:
    item = long_item(1)
    view = studio.show(air_bulletin([item]))
    studio.press("Space", "Space")
    start = item.text.body[view.shown_page.start :][:50]
    before = _bytes(view.screen_)
    view.microphone.told([_changed(1, "Kalimat baru di depan semuanya.\n" + item.text.body)])
    assert view.head.notice == "Berubah 11.01, M muat"
    assert _bytes(view.screen_) == before
    studio.press("M")
    assert view.head.notice == ""
    assert start.split(".")[0] in view.shown_page.words


def test_breaking_news_and_a_kill_fill_the_strip_until_they_are_answered(studio) -> None:
    view = studio.show(3)
    studio.press("Return")
    view.microphone.told([_changed(9, "Gempa.", AirChangeKind.FLASH, flash_id=3)])
    assert view.foot.telling.words == "Kilat, baca berikutnya: NASKAH-9, dari Rani"
    assert "A sudah dilihat" in view.foot.accessibleName()
    assert view.column.next.rows[0].slug == "NASKAH-9"
    studio.press("Esc")
    assert not view.foot.telling.urgent
    studio.press("A")
    view.tell(None)
    assert view.foot.telling is None
    assert studio.session.log().acknowledged == {3}
    now = replace(air_item(1), status=AirStatus.KILLED)
    killed = AirChange(1, AirChangeKind.KILLED, AIRTIME, "Dewi", now)
    view.microphone.told([killed])
    assert "dicabut" in view.foot.telling.words
    assert "upacara" in view.shown_page.words  # what is being read stays; the announcer stops
    studio.press("Ctrl+Up")
    assert "upacara" in view.shown_page.words
    view.microphone.jump(2, finished=True)
    view.microphone.jump(1, finished=True)  # what was killed before it is taken shows no word of it
    assert view.shown_page.words == ""


def test_esc_leaves_only_when_pressed_again_while_it_says_so(studio, qtbot) -> None:
    view = studio.show(2)
    view.told_timer.setInterval(60)
    studio.press("Return", "Esc")
    assert "sekali lagi untuk keluar" in view.foot.accessibleName()
    studio.press("Space", "Esc")
    assert studio.left == []
    qtbot.waitUntil(lambda: view.foot.telling is None)
    studio.press("Esc")
    assert studio.left == []
    studio.press("Esc")
    assert studio.left == [False]
    assert studio.session.finished  # practice is over whenever it is left


def test_closing_the_window_asks_as_esc_does_and_a_session_that_ends_is_not_held_up(studio, qtbot) -> None:
    view = studio.show(2, practice=False)
    studio.press("Return")
    view.told_timer.setInterval(60)
    asked = ByHand()
    view.closeEvent(asked)
    assert not asked.isAccepted()
    assert ".." not in view.foot.accessibleName()
    assert "sekali lagi untuk keluar" in view.foot.accessibleName()
    qtbot.waitUntil(lambda: view.foot.telling is None)
    QTest.keyClick(view, Qt.Key.Key_Alt)
    view.closeEvent(ByHand())
    assert studio.left == []
    QTest.keyClick(view, Qt.Key.Key_Alt)
    QTest.keyClick(view, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    view.closeEvent(ByHand())
    assert studio.left == [False]
    # The system or the program ends: nothing is refused, and the journal says that reading was broken off.
    assert view.close()
    assert studio.left == [False, False]
    assert studio.session.lines[-1].what is AirEvent.PAUSED
    assert studio.session.trouble is None
    assert studio.held.unfinished() == []
    studio.held.leave(studio.session)
    (unfinished,) = studio.held.unfinished()
    assert unfinished.reading == 2


def test_on_air_the_first_item_begins_at_airtime_by_itself_and_not_before(studio) -> None:
    studio.clock.pass_by(-30)
    view = studio.show(2, practice=False)
    studio.pass_by(29)
    assert view.microphone.began is None
    assert view.head.accessibleName().startswith("Siap, 1 NASKAH-1")
    assert view.column.left.figure.text() == "1:00"
    studio.pass_by(1)
    studio.pass_by(0.2)
    assert view.head.accessibleName().startswith("Mengudara, 1 NASKAH-1, Warta Siang, pembaca Sinta Ayu")
    assert view.microphone.began is not None


def test_the_countdown_turns_heavy_then_counts_up_in_red(studio) -> None:
    view = studio.show(2)
    studio.press("Return")
    left = view.column.left
    studio.pass_by(49)
    assert (left.figure.text(), left._weight) == ("0:11", 600)
    studio.pass_by(1.2)
    assert (left.figure.text(), left._weight) == ("0:10", 700)
    studio.pass_by(13)
    assert left.figure.text() == "+0:03"
    assert view.column.timers.figures[0].text() == "1:03"
    studio.press("H")
    studio.pass_by(10)
    assert view.column.timers.figures[1].text() == "4:50"
    studio.press("Shift+Up")
    assert view.column.timers.figures[1].text() == "5:20"


def test_a_second_screen_shows_the_same_page_turned_over(studio) -> None:
    view = studio.show(air_bulletin([statistik_item(1)]))
    mirror = Mirror(studio.look)
    mirror.resize(view.paper.width, view.paper.height)
    mirror.show_page(view.shown_page, view.paper, view.clips.looks())
    mirror.show()
    same = mirror.grab().toImage()
    mirror.flip()
    over = mirror.grab().toImage()
    mirror.deleteLater()
    assert same != over
    ground = same.pixel(2, 2)
    across = [x for x in range(1100) if any(same.pixel(x, y) != ground for y in range(90, 150))]
    turned = [x for x in range(1100) if any(over.pixel(x, y) != ground for y in range(90, 150))]
    assert abs(turned[0] - (1099 - across[-1])) <= 1
    assert across[0] > 60
    assert turned[-1] < 1040
    # The same letters at the same places: only what stands over the script is not there.
    ours = view.screen_.grab().toImage().copy(0, 80, 1100, 740)
    assert same.copy(0, 80, 1100, 740) == ours


@pytest.mark.parametrize("items", [0, 500])
def test_a_bulletin_of_none_and_of_five_hundred(studio, items) -> None:
    view = studio.show(items)
    studio.press("Space", "PgUp", "K", "P", "M", "Shift+M", "T", "A", "J", "Ctrl+I")
    if items:
        studio.press("Return")
        assert view.microphone.current.item_id == 2
    else:
        studio.press("Esc", "Esc")
        assert studio.left


def test_every_part_is_named_and_the_page_is_told_to_a_screen_reader(studio) -> None:
    network = air_item(
        9, kind=ItemKind.NETWORK, text=None, slug="JARINGAN", fixed_at=AIRTIME + timedelta(minutes=9)
    )
    view = studio.show(air_bulletin([statistik_item(1), air_item(2), network]))
    studio.press("Return")
    studio.pass_by(1)
    interface = QAccessible.queryAccessibleInterface(view.screen_)
    assert interface.text(QAccessible.Text.Name) == "Naskah"
    assert "Hanung Pramusito" in interface.text(QAccessible.Text.Description)
    names = [child.accessibleName() for child in view.column.findChildren(QWidget)]
    for name in ("Jam", "Sisa naskah ini", "Selisih buletin", "Stopwatch", "Hitung mundur", "Ke 11.09.00"):
        assert name in names
    assert "3 JARINGAN, 11.09.00, −6:46 kurang" in names
    assert "Log siar tersimpan di komputer ini" in names


def test_at_1366_the_column_is_slim_and_the_size_of_the_script_is_the_readers(studio) -> None:
    view = studio.show(3, (1366, 768))
    assert view.column.width() == 300
    assert view.size_px == 42
    assert view.column.clock.figure.width() == 260
    assert view.screen_.width() == 1066


def test_at_150_percent_on_a_small_laptop_what_comes_next_and_what_is_read_are_still_named(studio) -> None:
    """1366 x 768 at 150 % is a window of 911 x 512."""
    view = studio.show(5, (911, 512))
    view.microphone.told([_changed(2, "Lain sekali.")])
    studio.pass_by(1)
    shown = [row.accessibleName() for row in view.column.next.findChildren(QWidget) if row.isVisible()]
    assert len(shown) >= 2
    assert any("Muat" in row for row in shown)
    for figure in (view.column.clock.figure, view.column.left.figure, view.column.over.figure):
        assert figure.parentWidget().rect().contains(figure.geometry())
    head = view.head
    head.show_place(2, 7)
    head.show_item(4, "HARGA-CABAI", "Warta Siang")
    first = _bytes(head)
    head.show_item(4, "PASAR-KLIWON", "Warta Siang")
    assert _bytes(head) != first


def test_hours_of_difference_are_told_as_hours_with_the_column_and_without(studio) -> None:
    view = studio.show(2, practice=False)
    studio.press("Return")
    studio.pass_by(5 * 3600)
    beside = f"{view.column.over.figure.text()} {view.column.over.word}"
    studio.press("Ctrl+I")
    assert view.top.over.text() == beside
    assert beside.endswith("jam lebih")


def _end_of(view: AirView) -> str:
    (line,) = view.shown_page.rows
    return line.part.text


def test_after_the_end_badge_column_and_page_tell_one_and_the_same(studio) -> None:
    view = studio.show(2, practice=False)
    studio.press("Return")
    studio.pass_by(40)
    studio.press("Return")
    studio.pass_by(30)
    studio.press("Return")
    told = view.column.over.figure.text(), _end_of(view)
    assert view.head.accessibleName().startswith("Sudah siar")
    figure = over_look(view.microphone.times(view.microphone.moment()).over_ms, TOLERANCE_MS).words
    assert figure in _end_of(view)
    studio.pass_by(50)
    studio.press("Ctrl+Up")
    assert (view.column.over.figure.text(), _end_of(view)) == told
    assert figure == over_look(view.microphone.times(view.microphone.moment()).over_ms, TOLERANCE_MS).words


def test_shift_m_always_answers(studio) -> None:
    view = studio.show(4)
    studio.press("Return", "Shift+M")
    assert view.foot.telling.words == "Tidak ada perubahan yang menunggu."
    view.microphone.told([AirChange(3, AirChangeKind.GONE, AIRTIME, "Rani")])
    studio.press("Shift+M")
    assert view.foot.telling.words == "NASKAH-3: Dikeluarkan 11.00"
    assert not view.change.isVisible()
    view.microphone.told([_changed(1, "Kata baru.")])
    studio.press("Shift+M")
    assert view.change.isVisible()
    assert "Kata baru." in view.change.words
    studio.press("Shift+M")
    assert not view.change.isVisible()
