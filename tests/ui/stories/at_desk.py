"""What a writer does at the desk, for the tests of the page."""

from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from newsdesk.ui.stories.stories_page import StoriesPage

BODY = "Pemkot Blitar menggelar upacara 17-an.\n“Disiplin naik,” kata Wali Kota Blitar, Santoso."


def write(page, body=BODY, slug="STATISTIK-OPD"):
    """Begin a story by hand and wait for nothing: the autosave is asked to keep it now."""
    page.new_story()
    QTest.keyClicks(page.pane.header.slug, slug)
    page.pane.editor.textCursor().insertText(body)
    page.desk.autosave.flush()
    return page.desk.story.id


def select(page, words):
    start = page.pane.editor.text.body.index(words)
    cursor = page.pane.editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    page.pane.editor.setTextCursor(cursor)


def attributions(page):
    body = page.pane.editor.text.body
    return [
        (page_source(page, one.source_id), body[one.start : one.end])
        for one in page.desk.script().attributions
    ]


def page_source(page, number):
    return page._newsroom.sources.get_many([number])[0].name


def copy(text):
    QGuiApplication.clipboard().setText(text)


def reopened(page, look, tasks, preferences, newsroom, qtbot):
    """Close the page and open another on the same newsroom, as the next start of the program does."""
    page.closing()
    again = StoriesPage(look, tasks, preferences, page.news)
    qtbot.addWidget(again.widget())
    again.widget().show()
    again.opened(newsroom)
    again.news = page.news
    return again
