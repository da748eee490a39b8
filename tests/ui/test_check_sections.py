"""Atur, Periksa and Hukum: what a newsroom settles about its checks, on a real newsroom."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from newsdesk.app import build_newsroom
from newsdesk.paths import Paths
from newsdesk.services.checking import check_names, has_dictionary
from newsdesk.ui.settings.check_words import check_words
from newsdesk.ui.settings.checks import ChecksSection
from newsdesk.ui.settings.law import LawSection

NOW = datetime(2025, 1, 17, 3, 4, tzinfo=UTC)


@pytest.fixture
def newsroom(tmp_path):
    paths = Paths(tmp_path / "profile")
    paths.make()
    newsroom = build_newsroom(paths, "Redaksi")
    yield newsroom
    newsroom.close()


@pytest.fixture
def changes():
    return []


@pytest.fixture
def checks(qtbot, look, tasks, newsroom, changes):
    section = ChecksSection(look, tasks, lambda: changes.append("changed"))
    qtbot.addWidget(section)
    section.show()
    section.opened(newsroom)
    return section


@pytest.fixture
def law(qtbot, look, tasks, newsroom, changes):
    section = LawSection(look, tasks, lambda: NOW, lambda: changes.append("changed"))
    qtbot.addWidget(section)
    section.show()
    section.opened(newsroom)
    return section


def test_every_check_has_its_words_and_a_sentence():
    told = {name: words for checks in check_words().values() for name, words in checks.items()}
    assert set(told) == {name for name, _kind in check_names()}
    assert all(words.words and words.does.endswith(".") for words in told.values())


def test_a_check_is_switched_off_for_the_newsroom_and_scripts_are_looked_at_again(checks, newsroom, changes):
    checks.toggles["brackets"].click()
    assert newsroom.checks.settled().choice.without == {"brackets"}
    checks.toggles["brackets"].click()
    assert newsroom.checks.settled().choice.without == frozenset()
    assert changes == ["changed", "changed"]


def test_a_limit_is_kept_when_it_makes_sense(checks, newsroom):
    field = checks.limits["breath_syllables"]
    assert field.text() == "60"
    for typed, kept in (("75", 75), ("banyak", 75), ("9999", 75)):
        field.set_text(typed)
        field.edit.editingFinished.emit()
        assert newsroom.checks.settled().choice.breath_syllables == kept
    assert field.edit.accessibleDescription()


def test_own_words_are_added_and_taken_out_and_that_is_undone(checks, newsroom, qtbot):
    checks.word.set_text("Mbak")
    qtbot.keyClick(checks.word.edit, Qt.Key.Key_Return)
    assert [row.name for row in checks.words.rows()] == ["Mbak"]
    checks.words.taken_away.emit(0)
    assert newsroom.checks.settled().words == ()
    checks.news._button.click()
    assert [one.word for one in newsroom.checks.settled().words] == ["Mbak"]


def test_a_pair_that_says_nothing_is_refused_beside_its_field(checks, newsroom):
    checks.wrong.set_text("balaikota")
    checks.right.set_text("balaikota")
    checks.pair.click()
    assert newsroom.checks.settled().pairs == () and checks.right.edit.accessibleDescription()
    checks.right.set_text("balai kota")
    checks.pair.click()
    assert [row.name for row in checks.pairs.rows()] == ["balaikota → balai kota"]


def test_without_a_dictionary_one_sentence_says_so(checks):
    assert checks.no_dictionary.isHidden() == has_dictionary()
    checks._show((checks._settled, False))
    assert not checks.no_dictionary.isHidden()


def test_a_rule_is_edited_shown_as_edited_and_put_back(law, newsroom, changes):
    place = next(i for i, rule in enumerate(law._rules) if rule.id == "suicide")
    law.open_rule(place)
    assert not law.back.isVisible()
    law.fields["says"].set_text("Tanya redaktur.")
    law.fields["topic"].set_text("bunuh diri, gantung diri")
    law.save.click()
    (edited,) = newsroom.checks.settled().rules
    assert (edited.text.says, edited.text.topic) == ("Tanya redaktur.", ("bunuh diri", "gantung diri"))
    assert law.list.rows()[place].right == "diubah"
    law.open_rule(place)
    assert law.who.text().startswith("Diubah ") and law.back.isVisible()
    law.back.click()
    assert newsroom.checks.settled().rules == ()
    law.news._button.click()
    assert newsroom.checks.settled().rules[0].text == edited.text
    assert len(changes) == 3


def test_a_rule_that_does_not_apply_says_so_in_its_row(law, newsroom):
    law.open_rule(0)
    law.applies.click()
    law.save.click()
    assert newsroom.checks.settled().rules[0].text.off and law.list.rows()[0].right == "tidak berlaku"


def test_a_day_that_is_none_is_refused_and_what_was_typed_stays(law, newsroom):
    law.open_rule(0)
    law.fields["checked"].set_text("kemarin")
    law.save.click()
    assert newsroom.checks.settled().rules == () and law.form.isVisible()
    assert law.fields["checked"].text() == "kemarin"


def test_the_stages_rule_has_no_words_of_its_own(law):
    law.open_rule(len(law._rules) - 1)
    assert not law.fields["topic"].isVisible() and law.fields["says"].isVisible()
