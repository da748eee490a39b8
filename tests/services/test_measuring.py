"""The length that is kept of a story follows its readings and the day of its bulletin, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.lexicon import HowSaid, Pronunciation
from newsdesk.domain.story import SaidHere, Script
from newsdesk.paths import resources
from newsdesk.services.browsing import View
from newsdesk.services.drafting import Drafting
from newsdesk.services.later import Later
from newsdesk.services.measuring import Measuring
from newsdesk.services.reading import Reading
from newsdesk.spoken.tables import load
from tests.newsrooms import Desk

JAYAPURA = ZoneInfo("Asia/Jayapura")
DATED = Script(body="Rapat digelar Jumat (17/1).")
EVENING_BEFORE = datetime(2025, 1, 16, 16, tzinfo=UTC)
"""One o'clock on 17 January in Jayapura, and still the 16th in Jakarta."""


@pytest.fixture(scope="module")
def reading() -> Reading:
    """Give the reading that every test of this file may change the style of."""
    return Reading(load(resources() / "lexicon"))


@pytest.fixture
def measuring(reading: Reading) -> Measuring:
    """Give the measuring of a station in Jayapura that says dates relative to the day."""
    reading.use((), HouseStyle(relative_dates=True))
    return Measuring(Later(lambda: reading), JAYAPURA)


def _length(desk: Desk) -> tuple[int, int, int]:
    (row,) = desk.browsing.stories(View.ALL)
    return row.syllables, row.sentences, row.paragraphs


def test_the_day_of_a_bulletin_is_the_stations(measuring: Measuring) -> None:
    assert measuring.day(EVENING_BEFORE) == date(2025, 1, 17)
    assert measuring.day(None) is None
    assert measuring.length(DATED, EVENING_BEFORE).syllables < measuring.length(DATED, None).syllables


def test_what_is_said_here_is_measured_and_told(measuring: Measuring) -> None:
    script = Script(body="BADOS naik.", said_here=(SaidHere(0, 5, "nilai evaluasi statistik"),))
    plain = Script(body="BADOS naik.")
    assert measuring.length(script, None).syllables > measuring.length(plain, None).syllables
    assert [(form.form, form.unsure) for form in measuring.forms(plain, None)] == [("BADOS", True)]
    assert not any(form.unsure for form in measuring.forms(script, None))


def test_the_length_kept_follows_the_airtime(desk: Desk, measuring: Measuring) -> None:
    drafting = Drafting(desk.storage, desk.people, measuring.length, measuring.forms, desk.clock)
    today, undated = measuring.length(DATED, EVENING_BEFORE), measuring.length(DATED, None)
    made = drafting.new(DATED)
    assert _length(desk) == (undated.syllables, 1, 1)
    planned = drafting.set_airtime(made.id, made.version, EVENING_BEFORE)
    assert _length(desk) == (today.syllables, 1, 1)
    # Typed text that is no revision yet is measured by the same day, when typed and when planned.
    longer = Script(body=DATED.body + "\n" + DATED.body)
    drafting.keep(made.id, planned.version, longer)
    assert _length(desk) == (2 * today.syllables, 2, 2)
    back = drafting.set_airtime(made.id, planned.version, None)
    assert _length(desk) == (2 * undated.syllables, 2, 2)
    assert back.script == longer
    drafting.set_airtime(made.id, back.version, EVENING_BEFORE)
    drafting.save(made.id, back.version + 1, longer)
    assert _length(desk) == (2 * today.syllables, 2, 2)


def test_a_form_of_a_real_script_is_found_and_no_question_any_more_once_checked(
    desk: Desk, measuring: Measuring, reading: Reading
) -> None:
    drafting = Drafting(desk.storage, desk.people, measuring.length, measuring.forms, desk.clock)
    made = drafting.new(Script(slug="STATISTIK-OPD", body="KPU rapat. Nilai BADOS naik."))
    (found,) = desk.lexicon.rows()
    assert (found.entry.form, found.entry.how, found.used) == ("BADOS", HowSaid.WORD, 1)
    assert found.entry.found_sentence == "Nilai BADOS naik."
    desk.lexicon.check(found.entry)
    desk.lexicon.add(Pronunciation("KPU", "ka pe u", HowSaid.LETTERS))
    reading.use(desk.lexicon.forms())
    drafting.save(made.id, made.version, Script(body="KPU rapat. BADOS naik lagi."))
    assert {(row.entry.form, row.used) for row in desk.lexicon.rows()} == {("BADOS", 1), ("KPU", 1)}
    assert not any(form.unsure for form in measuring.forms(Script(body="BADOS naik."), None))
