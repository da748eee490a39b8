"""Words from outside are letters wherever they are shown: no tooltip takes them for HTML."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QToolTip

from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.stories.geometry import pieces
from newsdesk.ui.stories.script_editor import ScriptEditor

PASTED = ["<img src=x>", "Santoso <b>tegas</b>", "a < b && c > d", "&lt;b&gt;", "dua\nbaris"]


def shown(tooltip):
    """Return the letters that a tooltip shows; Qt takes it for HTML when it looks like it."""
    document = QTextDocument()
    document.setHtml(tooltip)
    return document.toPlainText()


@pytest.mark.parametrize("words", PASTED)
def test_news_about_pasted_words_shows_their_letters(qtbot, look, words):
    news = NewsLine(look)
    qtbot.addWidget(news)
    news.tell(words)
    assert shown(news._words.toolTip()) == words


@pytest.mark.parametrize("words", PASTED)
def test_a_row_of_pasted_words_shows_their_letters(qtbot, look, words):
    rows = TwoLineList(look, "Temuan")
    qtbot.addWidget(rows)
    rows.show_rows([TwoLineRow(1, "user", words, "kutipan")])
    assert shown(rows.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)) == f"{words}\nkutipan"


def test_the_way_a_token_is_said_shows_its_letters(qtbot, look, reading, monkeypatch):
    from newsdesk.domain.lexicon import Pronunciation

    editor = ScriptEditor(look)
    qtbot.addWidget(editor)
    reading.use([Pronunciation("BPS", "<img src=x>", checked_by="Dewi")])
    editor.text.read_with(reading)
    editor.text.load("Kata BPS.", ())
    editor.show()
    qtbot.waitUntil(lambda: bool(editor.text.paragraphs[0].marks))
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: told.append(text))
    piece = next(pieces(editor, 5, 8))
    at = QPoint(int(piece.left) + 3, int(piece.baseline) - 3)
    QApplication.sendEvent(editor.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, at))
    assert shown(told[0]).startswith("<img src=x>")
