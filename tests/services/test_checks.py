"""What a newsroom settles about its checks, and what its writers let be: on both databases."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from newsdesk.domain.checking import Choice
from newsdesk.domain.story import Script
from newsdesk.errors import BadInput, DatabaseDamaged, NoReason, NoSuchStory
from newsdesk.paths import resources
from newsdesk.services.reading import Reading
from newsdesk.spoken.tables import load

pytest_plugins = ["tests.newsrooms"]
DAY = date(2025, 1, 17)


@pytest.fixture(scope="module")
def reading():
    return Reading(load(resources() / "lexicon"))


def _found(desk, reading, text):
    ready = desk.checks.ready()
    return ready.checking(reading).findings(text, DAY, choice=ready.settled.choice, sources=ready.sources)


def _rules(findings):
    return {finding.rule for finding in findings}


def test_a_newsroom_that_settled_nothing_has_every_check(desk):
    assert desk.checks.settled().choice == Choice()


def test_what_one_desk_chooses_holds_at_the_other(building):
    one, other = building.desk(), building.desk("rani", "Rani Puspita")
    one.checks.choose(lambda choice: replace(choice, without=frozenset({"brackets"}), most_figures=5))
    other.checks.choose(lambda choice: replace(choice, breath_syllables=90))
    choice = one.checks.settled().choice
    assert (choice.without, choice.most_figures, choice.breath_syllables) == ({"brackets"}, 5, 90)


def test_limits_that_make_no_sense_are_brought_to_the_nearest_that_do(desk):
    settled = desk.checks.choose(lambda choice: replace(choice, most_figures=0, breath_syllables=9_999))
    assert (settled.choice.most_figures, settled.choice.breath_syllables) == (1, 200)


def test_the_newsrooms_own_words_are_known_and_pairs_are_told(desk, reading):
    text = "Panitia menetukan jadwal perdana di balaikota."
    assert "spelling.pair" in _rules(_found(desk, reading, text))
    desk.checks.add_word("menetukan")
    settled = desk.checks.add_pair("balaikota", "balai kota")
    assert [(one.word, one.by) for one in settled.words] == [("menetukan", "Ipang Harwoko")]
    (finding,) = _found(desk, reading, text)
    assert (finding.words, finding.fixes) == ("balaikota", ("balai kota",))
    desk.checks.remove_word("menetukan")
    desk.checks.remove_pair("balaikota")
    assert _rules(_found(desk, reading, text)) == {"spelling.pair"}


def test_a_word_of_the_newsrooms_is_no_slip_any_more(desk, reading):
    text = "Warga mengikuti pembinaaan di balai desa."
    assert _rules(_found(desk, reading, text)) == {"spelling.word"}
    desk.checks.add_word("Pembinaaan")
    assert not _found(desk, reading, text)


def test_a_pair_of_several_words_is_found_in_any_case(desk, reading):
    desk.checks.add_pair("Pem Kot", "Pemkot")
    assert _found(desk, reading, "Rapat digelar pem  kot kemarin.")[0].fixes == ("Pemkot",)


def test_no_word_and_no_pair_that_says_nothing_is_kept(desk):
    for bad in ("", "dua kata", "1945"):
        with pytest.raises(BadInput):
            desk.checks.add_word(bad)
    for wrong, right in (("", "a"), ("a", " "), ("Sama", "sama"), ("?", "tanya")):
        with pytest.raises(BadInput):
            desk.checks.add_pair(wrong, right)


def test_letters_that_go_on_for_ever_are_no_word(desk):
    """A database has no index for them."""
    with pytest.raises(BadInput):
        desk.checks.add_word("".join(random.Random(4).choices("abdegiklmnprstu", k=20_000)))
    with pytest.raises(BadInput):
        desk.checks.add_pair("".join(random.Random(4).choices("abdegiklmnprstu", k=20_000)), "kata")


def test_an_edited_rule_says_what_the_newsroom_wrote_and_who_and_is_put_back(desk, reading):
    suicide = next(rule for rule in desk.checks.rules() if rule.id == "suicide")
    text = "Pria itu ditemukan gantung diri di rumahnya."
    edited = suicide._replace(says="Tanya redaktur dulu.", article="Pasal 99", checked="2026-12-01")
    settled = desk.checks.edit_rule(edited)
    assert [(one.text, one.by) for one in settled.rules] == [(edited, "Ipang Harwoko")]
    finding = next(one for one in _found(desk, reading, text) if one.rule == "law.suicide")
    assert finding.fact("says") == "Tanya redaktur dulu."
    assert finding.citation == ("Standar Program Siaran 2012", "Pasal 99", suicide.quote, "2026-12-01")
    desk.checks.edit_rule(suicide._replace(topic=("loncat indah",)))
    assert "law.suicide" not in _rules(_found(desk, reading, text))
    assert desk.checks.put_back_rule("suicide").rules == ()
    assert "law.suicide" in _rules(_found(desk, reading, text))


def test_a_rule_that_is_off_is_silent_and_one_written_as_built_in_is_not_edited(desk, reading):
    suicide = next(rule for rule in desk.checks.rules() if rule.id == "suicide")
    stages = next(rule for rule in desk.checks.rules() if rule.id == "stages")
    desk.checks.edit_rule(suicide._replace(off=True))
    desk.checks.edit_rule(stages._replace(off=True))
    text = "Tersangka dijatuhi vonis. Pria itu ditemukan gantung diri."
    assert not {"law.suicide", "law.stage"} & _rules(_found(desk, reading, text))
    desk.checks.edit_rule(stages)
    assert [one.text.id for one in desk.checks.edit_rule(suicide).rules] == []


def test_a_rule_without_sentence_citation_or_day_is_refused(desk):
    rule = desk.checks.rules()[0]
    for change in ({"says": " "}, {"instrument": ""}, {"topic": ()}, {"checked": "kemarin"}, {"id": "x"}):
        with pytest.raises(BadInput):
            desk.checks.edit_rule(rule._replace(**change))


def test_a_finding_let_be_is_read_with_its_reason_at_every_desk_and_told_again(building):
    writer, editor = building.desk(), building.desk("rani", "Rani Puspita")
    story = writer.drafting.new(Script(body="Apotik Sehat."))
    writer.checks.let(story.id, ["spelling.pair#0##Apotik"], "  nama\nresmi ")
    ((key, why),) = editor.checks.let_be(story.id).items()
    assert (key, why.reason, why.by) == ("spelling.pair#0##Apotik", "nama resmi", "Ipang Harwoko")
    editor.checks.let(story.id, [key], "nama toko")
    assert editor.checks.let_be(story.id)[key].by == "Rani Puspita"
    assert writer.checks.look_again(story.id, [key]) == {}


def test_nothing_is_let_be_without_a_reason_or_a_story(desk):
    story = desk.drafting.new(Script(body="Apotik."))
    with pytest.raises(NoReason):
        desk.checks.let(story.id, ["a"], "  ")
    with pytest.raises(NoSuchStory):
        desk.checks.let(12345, ["a"], "nama")


def test_a_sentence_of_any_length_is_let_be(desk, reading):
    story = desk.drafting.new(Script(body="x"))
    chance = random.Random(4)
    words = ("".join(chance.choices("abdegiklmnprstu", k=9)) for _ in range(2_000))
    found = max(_found(desk, reading, " ".join(words) + "."), key=lambda one: len(one.words))
    assert len(found.words) > 2_704  # bytes that an index of PostgreSQL holds at most
    assert desk.checks.let(story.id, [found.key], "puisi").keys() == {found.key}


@pytest.mark.parametrize("without", ["{garbled", "5", "[3, null]"])
def test_a_garbled_choice_is_told_as_damage(desk, without):
    desk.checks.choose(lambda choice: replace(choice, most_figures=5))
    with desk.storage.write() as work:
        work.checks._connection.execute(text("update check_choice set without = :w"), {"w": without})
    with pytest.raises(DatabaseDamaged):
        desk.checks.settled()
