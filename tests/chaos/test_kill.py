"""Kill -9 while typing: at most 600 ms lost, whatever the writer and the database were doing just then.

And while a bulletin is read on air: what was answered is there, and nothing is there by halves.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.chaos.rounds import has_small_disks, run, run_work

ROUNDS = 27
"""Three of each kind; ``make chaos`` lets many more be killed."""

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the rounds are forked")


@pytest.mark.slow
@needs_fork
def test_a_killed_window_loses_at_most_600_ms_of_typing_and_leaves_the_database_whole(tmp_path: Path) -> None:
    seed = random.randrange(10_000)
    outcome = run(tmp_path / "profile", ROUNDS, seed, timeout_s=120)
    assert outcome.wrong(ROUNDS) == [], f"seed {seed}"
    # Somebody typed, was killed and found it again, in every way of typing.
    assert outcome.typed > 20 * ROUNDS, outcome.rounds
    assert len(outcome.kinds_kept) == 9, outcome.rounds


@pytest.mark.slow
@needs_fork
def test_a_window_killed_while_the_databases_disk_is_full_loses_no_more(tmp_path: Path) -> None:
    if not has_small_disks(tmp_path / "tried"):
        pytest.skip("no process here may have a disk of its own")
    seed = random.randrange(10_000)
    outcome = run(tmp_path / "profile", 4, seed, timeout_s=60, full=True)
    assert outcome.wrong(4) == [], f"seed {seed}"


@pytest.mark.slow
@needs_fork
def test_an_announcer_whose_program_is_killed_finds_every_line_of_the_log_once(tmp_path: Path) -> None:
    seed = random.randrange(10_000)
    work = run_work(tmp_path / "work", 1, seed, 60, "on air")
    assert work.wrong(1) == [], f"seed {seed}"
