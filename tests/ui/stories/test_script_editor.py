import time

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QTextCursor, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from newsdesk.domain.attribution import Attribution
from newsdesk.ui.stories.geometry import pieces
from newsdesk.ui.stories.mark import Mark
from newsdesk.ui.stories.mark_layout import MarkLayout
from newsdesk.ui.stories.mark_tip import tip
from newsdesk.ui.stories.script_text import MARGIN

BODY = "Indeks naik menjadi 2.65, kata Kepala BPS Kota Blitar.\nUpacara 17-an diikuti seluruh ASN."


def read(qtbot, editor):
    paragraphs = editor.text.paragraphs
    qtbot.waitUntil(lambda: all(paragraphs[i].fresh for i in range(len(paragraphs))))


def marks(editor, number=0):
    text = editor.document().findBlockByNumber(number).text()
    units = text.encode("utf-16-le")
    return [
        (units[2 * m.start : 2 * m.end].decode("utf-16-le"), m.spoken)
        for m in editor.text.paragraphs[number].marks
    ]


def put_cursor(editor, position, end=None):
    cursor = editor.textCursor()
    cursor.setPosition(position)
    if end is not None:
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def spans(editor):
    return [(one.source_id, editor.text.body[one.start : one.end]) for one in editor.text.attributions()]


def test_every_token_not_said_as_written_has_its_spoken_form(qtbot, editor):
    editor.text.load(BODY, ())
    read(qtbot, editor)
    assert marks(editor) == [("2.65", "dua koma enam lima"), ("BPS", "be pe es")]
    assert marks(editor, 1) == [("17-an", "tujuh belasan"), ("ASN", "a es en")]


def test_an_emoji_before_a_token_does_not_move_its_mark(qtbot, editor):
    editor.text.load("🎙 قال 👩‍👧 naik 2.65 poin", ())
    read(qtbot, editor)
    assert [mark for mark in marks(editor) if mark[1]] == [("2.65", "dua koma enam lima")]


def test_typing_reads_only_the_changed_paragraph_again(qtbot, editor, reading, monkeypatch):
    editor.text.load(BODY, ())
    read(qtbot, editor)
    asked = []
    original = reading.read
    monkeypatch.setattr(reading, "read", lambda text, *rest: asked.append(text) or original(text, *rest))
    put_cursor(editor, len(BODY))
    QTest.keyClicks(editor, " 2025")
    read(qtbot, editor)
    assert {text.split()[0] for text in asked} == {"Upacara"}
    assert marks(editor, 1)[-1] == ("2025", "dua ribu dua puluh lima")


def test_marks_never_touch_the_document(qtbot, editor):
    editor.text.load(BODY, ())
    read(qtbot, editor)
    editor.grab()
    assert not editor.document().isUndoAvailable()
    assert editor.document().toPlainText() == BODY


def test_the_spoken_line_is_painted_under_its_token(qtbot, editor, theme):
    editor.text.load("Naik 2.65", ())
    read(qtbot, editor)
    piece = next(pieces(editor, 5, 9))
    image = editor.viewport().grab().toImage()
    quiet = QColor(theme.tokens.text_3)
    under = [
        image.pixelColor(x, y)
        for x in range(int(piece.left), int(piece.left) + 90)
        for y in range(int(piece.baseline) + 8, int(piece.baseline) + 20)
    ]
    assert any(abs(c.red() - quiet.red()) < 40 and abs(c.blue() - quiet.blue()) < 40 for c in under)


def test_lines_are_36_apart_with_the_spoken_form_and_28_without(qtbot, editor):
    editor.text.load("Pemkot Blitar menggelar upacara bendera. " * 5, ())

    def gap():
        lines = list(pieces(editor, 0, 150))
        return lines[1].baseline - lines[0].baseline

    assert gap() == pytest.approx(36)
    editor.show_spoken_line(False)
    assert gap() == pytest.approx(28)


def test_an_empty_paragraph_and_those_after_it_keep_their_line_height(qtbot, editor):
    editor.text.load("BPS", ())
    put_cursor(editor, 3)
    for _press in range(2):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "ASN")
    assert editor.text.body == "BPS\n\nASN"
    block, heights = editor.document().begin(), []
    while block.isValid():
        heights.append((block.blockFormat().lineHeight(), block.blockFormat().bottomMargin()))
        block = block.next()
    assert heights == [(36, 10)] * 3
    put_cursor(editor, 0, 3)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text.body == "\n\n\nASN"


def test_a_long_spoken_line_is_cut_at_a_whole_word_and_a_short_room_leaves_it_out(theme, qapp):
    layout = MarkLayout(theme)
    whole = "tujuh belas Januari dua ribu dua puluh lima"
    cut = layout.fit(whole, 150)
    assert cut.endswith(" …") and whole.startswith(cut.removesuffix(" …"))
    assert whole[len(cut) - 2 :].startswith(" ")
    assert layout.fit(whole, 20) == ""
    assert layout.fit("i", 20) == "i"


def test_pointing_at_a_token_tells_how_it_is_said(qtbot, editor):
    editor.text.load(BODY, ())
    read(qtbot, editor)
    start = BODY.index("2.65")
    piece = next(pieces(editor, start, start + 4))
    mark = editor.mark_at(QPoint(int(piece.left) + 5, int(piece.baseline) - 5))
    assert mark is not None and tip(mark).startswith("dua koma enam lima")
    assert editor.mark_at(QPoint(int(piece.left) - 40, int(piece.baseline) - 5)) is None


def test_the_tip_says_why_how_sure_how_else_and_which_key_changes_it():
    mark = Mark(0, 4, "dua koma enam lima", ("dua ribu enam ratus lima puluh",), "number", unsure=True)
    assert tip(mark).split("\n") == [
        "dua koma enam lima",
        "bilangan, belum pasti",
        "atau: dua ribu enam ratus lima puluh",
        "Alt ↵: ubah cara baca",
    ]
    respelt = Mark(0, 9, "Pramusito", rule="house", respelling="pra-mu-SI-to")
    assert tip(respelt).split("\n")[:3] == ["Pramusito", "pra-mu-SI-to", "leksikon redaksi"]


def test_an_unsure_reading_is_told_by_a_sign_and_by_its_ink(qtbot, editor, theme):
    editor.text.load("Naik 2.65\nIndeks naik menjadi 2.52, kata BPS.", ())
    read(qtbot, editor)
    unsure, sure = editor.text.paragraphs[0].marks[0], editor.text.paragraphs[1].marks[-1]
    assert (unsure.unsure, unsure.line) == (True, "? dua koma enam lima")
    assert (sure.unsure, sure.line) == (False, "be pe es")
    image = editor.viewport().grab().toImage()

    def inks(start, end, top, bottom):
        piece = next(pieces(editor, start, end))
        return {
            image.pixelColor(x, y).name()
            for x in range(int(piece.left), int(piece.right))
            for y in range(int(piece.baseline) + top, int(piece.baseline) + bottom)
        }

    tokens = theme.tokens
    assert QColor(tokens.tunggu).name() in inks(5, 9, 3, 6)
    at = editor.text.body.index("BPS")
    assert QColor(tokens.tunggu).name() not in inks(at, at + 3, 3, 20)
    assert QColor(tokens.line_field).name() in inks(at, at + 3, 3, 6)


def test_the_sign_of_an_unsure_reading_is_seen_where_its_words_have_no_room(theme, qapp):
    layout = QTextLayout("Dr. H. Santoso", theme.font("naskah"))
    layout.beginLayout()
    layout.createLine().setLineWidth(500)
    layout.endLayout()
    marks = (Mark(0, 3, "Doktor", unsure=True), Mark(4, 6, "Haji", unsure=True))
    drawn = MarkLayout(theme).lay_out(layout, marks, 500, spoken=True)
    assert [words.text()[0] for _left, _top, words, _unsure in drawn.words] == ["?", "?"]


def test_tied_passages_follow_typing_deleting_and_undo(qtbot, editor):
    quote = "Kepala BPS Kota Blitar"
    at = BODY.index(quote)
    editor.text.load(BODY, [Attribution(7, at, at + len(quote), True)])
    put_cursor(editor, 0)
    editor.textCursor().insertText("🎙 ")
    QTest.keyClicks(editor, "Kemarin ")
    assert spans(editor) == [(7, quote)]
    start = editor.text.body.index(quote)
    put_cursor(editor, editor.text.qt(start), editor.text.qt(start + len(quote)))
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert spans(editor) == []
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert spans(editor) == [(7, quote)]
    QTest.keyClick(
        editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert spans(editor) == []


def test_a_paste_is_plain_paragraphs_and_one_step_of_undo(qtbot, editor):
    editor.text.load("Awal. Akhir.", ())
    put_cursor(editor, 6)
    mime = QMimeData()
    mime.setText("Satu.\r\n\r\n\x00Dua.\u200b ")
    mime.setHtml("<b>Satu.</b><script>x</script>")
    editor.insertFromMimeData(mime)
    assert editor.text.body == "Awal. Satu.\nDua. Akhir."
    editor.undo_step()
    assert editor.text.body == "Awal. Akhir."


def go_on_until(done):
    """Let the window go on; return the longest it stood still, in seconds of its own thread."""
    application, longest = QApplication.instance(), 0.0
    until = time.monotonic() + 60
    while not done():
        assert time.monotonic() < until
        start = time.thread_time()
        application.processEvents()
        longest = max(longest, time.thread_time() - start)
    return longest


def laid_out_by_qt(qtbot, paragraph):
    """Return the seconds that a bare editor stands still for a paragraph."""
    bare = QTextEdit()
    qtbot.addWidget(bare)
    bare.resize(732, 500)
    bare.show()
    start = time.thread_time()
    bare.setPlainText(paragraph)
    bare.grab()
    return time.thread_time() - start


FIGURES = "Harga beras naik {i},{i} persen pada 17 Januari 2025 di “Kota Blitar”, kata BPS. "
PARAGRAPHS = "\n".join(FIGURES.format(i=i % 97) * 6 for i in range(10_500))
ONE_PARAGRAPH = "".join(FIGURES.format(i=i) for i in range(13_000))


@pytest.mark.parametrize(
    "text",
    [pytest.param(PARAGRAPHS, id="5 MB in paragraphs"), pytest.param(ONE_PARAGRAPH, id="1 MB in one")],
)
def test_a_very_long_paste_lets_the_window_go_on_while_it_goes_in_and_is_read(qtbot, editor, text):
    assert len(text) > (4_900_000 if "\n" in text else 1_000_000)
    editor.text.load("Awal.", ())
    put_cursor(editor, 5)
    shares, read = [], []
    editor.pasting.connect(shares.append)
    start = time.thread_time()
    editor.insert(text)
    longest = time.thread_time() - start
    longest = max(longest, go_on_until(lambda: shares[-1] == 1))
    editor.text.all_read.connect(lambda: read.append(True))
    longest = max(longest, go_on_until(lambda: read))
    start = time.thread_time()
    editor.grab()
    longest = max(longest, time.thread_time() - start)
    assert editor.text.body == "Awal." + text
    # Qt lays one paragraph out in one go: a megabyte without a line break takes what it takes.
    assert longest < max(0.5, 1.5 * laid_out_by_qt(qtbot, max(text.split("\n"), key=len)))
    assert len(shares) > 5
    editor.undo_step()
    assert editor.text.body == "Awal."


def test_every_mark_of_a_very_long_paragraph_is_there_when_one_comes_to_it(qtbot, editor, theme):
    editor.text.load("Pemkot Blitar menggelar upacara bendera di halaman kantor. " * 1000 + "Naik 2.65", ())
    read(qtbot, editor)
    editor.grab()
    [mark] = editor.text.paragraphs[0].marks
    assert editor.text.paragraphs[0].drawn.words == []
    put_cursor(editor, mark.end)
    qtbot.wait(20)
    editor.grab()
    [(left, _top, static, unsure)] = editor.text.paragraphs[0].drawn.words
    piece = next(pieces(editor, mark.start, mark.end))
    assert (static.text(), unsure) == ("? dua koma enam lima", True)
    assert left + MARGIN == pytest.approx(piece.left, abs=1)


def test_emoji_far_before_a_token_do_not_move_its_mark(qtbot, editor):
    editor.text.load("🎙 siaran. " * 3000 + "Naik 2.65 poin, 👩‍👧 2.65 lagi.", ())
    read(qtbot, editor)
    assert [mark for mark in marks(editor) if mark[1]] == [("2.65", "dua koma enam lima")] * 2


def test_the_word_being_said_is_filled_and_nothing_moves(qtbot, editor, theme):
    editor.text.load(BODY * 6, ())
    read(qtbot, editor)
    put_cursor(editor, 0)
    place = editor.verticalScrollBar().value()
    start = BODY.index("Kepala")
    editor.said_ground.show_said((start, start + 6), (0, 50))
    piece = next(pieces(editor, start, start + 6))
    image = editor.viewport().grab().toImage()
    assert image.pixelColor(int(piece.left) - 2, int(piece.baseline) - 5) == QColor(theme.tokens.accent)
    assert image.pixelColor(int(piece.left) - 8, int(piece.baseline) + 2) == QColor(theme.tokens.accent_soft)
    assert editor.verticalScrollBar().value() == place
    editor.said_ground.show_said(None, None)
    image = editor.viewport().grab().toImage()
    assert image.pixelColor(int(piece.left) - 2, int(piece.baseline) - 5) == QColor(theme.tokens.surface)


def test_the_windows_keys_are_not_taken_by_the_script(qtbot, editor):
    editor.text.load(BODY, ())
    put_cursor(editor, 3)
    QTest.keyClick(editor, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert editor.text.body == BODY


def test_tab_leaves_the_script(editor):
    assert editor.tabChangesFocus()


def test_a_very_long_script_goes_in_piece_by_piece_and_is_whole_all_the_time(qtbot, editor):
    body = "\n".join(["Pemkot Blitar menggelar upacara 17-an di halaman kantor."] * 20_000)
    start = len(body) - 20
    editor.text.load(body, [Attribution(7, start, start + 6)])
    assert editor.isReadOnly()
    assert editor.text.body == body
    qtbot.waitUntil(lambda: not editor.isReadOnly(), timeout=10_000)
    assert editor.document().toPlainText() == body
    assert spans(editor) == [(7, body[start : start + 6])]
    assert not editor.document().isUndoAvailable()
    put_cursor(editor, editor.document().characterCount() - 1)
    QTest.keyClicks(editor, " 2025")
    qtbot.waitUntil(lambda: editor.text.paragraphs[19_999].fresh, timeout=10_000)
    assert marks(editor, 19_999)[-1] == ("2025", "dua ribu dua puluh lima")


def test_what_was_painted_piece_by_piece_is_what_a_whole_paint_shows(qtbot, editor):
    """The last spoken line of a paragraph hangs over its box and is painted with it."""
    editor.resize(732, 640)
    editor.text.load("", ())
    read(qtbot, editor)
    body = "Penghargaan Anugerah Pandu Negeri sebagai daerah dengan governansi baik, Kamis (05/09).\n"
    editor.text.load(body * 4, ())
    read(qtbot, editor)
    editor.clearFocus()
    box = editor.viewport().geometry()
    rgb = QImage.Format.Format_RGB32

    def on_screen() -> QImage:
        seen = editor.screen().grabWindow(editor.winId(), box.x(), box.y(), box.width(), box.height())
        return seen.toImage().convertToFormat(rgb)

    qtbot.wait(50)  # what is still to be painted is: nothing is asked for any more
    whole = editor.viewport().grab().toImage().convertToFormat(rgb)
    qtbot.waitUntil(lambda: on_screen() == whole)


def test_the_tint_of_a_sentence_ends_at_its_last_letter_on_every_line(editor):
    editor.text.load("Pemkot Blitar menggelar upacara bendera. " * 5, ())
    metrics = QFontMetricsF(editor.document().defaultFont())
    first = next(pieces(editor, 0, 150))
    line = editor.document().firstBlock().layout().lineAt(0)
    words = editor.document().firstBlock().text()[: line.textLength()]
    assert words.endswith(" ")
    assert first.right - first.left == pytest.approx(metrics.horizontalAdvance(words.rstrip()), abs=1)


def test_right_to_left_words_are_marked_from_left_to_right(qtbot, editor):
    editor.text.load("قال الرئيس في المؤتمر 2025 اليوم", ())
    read(qtbot, editor)
    assert all(piece.left <= piece.right for piece in pieces(editor, 0, 30))
