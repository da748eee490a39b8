"""House policy: the readings a newsroom chooses once."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.policy import Policy
from newsdesk.spoken.tables import Tables, load


def test_the_zero_of_phone_numbers_is_the_houses(tables: Tables) -> None:
    normaliser = Normaliser(tables, policy=Policy(phone_zero="kosong"))
    assert normaliser.read("0812345670").line == "kosong delapan satu dua tiga empat lima enam tujuh kosong"


def test_the_zero_of_scores_is_the_houses(tables: Tables) -> None:
    assert Normaliser(tables, policy=Policy(score_zero="nol")).read("menang 2-0").line == "menang dua nol"


def test_tables_that_are_missing_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path)
