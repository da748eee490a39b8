import time

from PySide6.QtCore import QMimeData

from newsdesk.ui.stories.plain_text import plain_paragraphs, text_of


def test_paste_from_word_keeps_paragraphs_and_loses_junk():
    word = "Pemkot\u00a0Blitar\x0bmenggelar\u00ad upacara.\r\n\r\n\ufeffJumat,\u200b 17/1.\r\n"
    assert plain_paragraphs(word) == "Pemkot Blitar\nmenggelar upacara.\nJumat, 17/1.\n"


def test_control_characters_and_nul_never_come_in():
    assert plain_paragraphs("a\x00b\x1bc\x7fd\x85e") == "abcd\ne"


def test_emoji_sequences_and_right_to_left_marks_stay():
    family, arabic = "👩\u200d👧", "\u200fقال\u200f"
    assert plain_paragraphs(f"{family} {arabic}") == f"{family} {arabic}"


def test_lone_surrogates_never_come_in():
    assert plain_paragraphs("a\ud83cb") == "ab"


def test_five_megabytes_are_cleaned_quickly():
    text = "Pemkot\u00a0Blitar menggelar upacara 17-an.\r\n\r\n" * 125_000
    start = time.process_time()
    plain_paragraphs(text)
    assert time.process_time() - start < 2


def test_copy_that_has_only_formats_gives_its_words(qapp):
    mime = QMimeData()
    mime.setHtml("<p>Pemkot <b>Blitar</b></p><p>Jumat</p>")
    assert text_of(mime) == "Pemkot Blitar\nJumat"
