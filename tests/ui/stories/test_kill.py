"""Kill -9 while typing: at most 600 ms lost, whatever the writer and the database were doing just then."""

import json
import os
import random
import subprocess
import sys

import pytest

from tests.conftest import ROOT

ROUNDS = 24
"""Four of each kind."""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the rounds are forked")
def test_a_killed_window_loses_at_most_600_ms_of_typing_and_leaves_the_database_whole(tmp_path):
    seed = random.randrange(10_000)
    run = subprocess.run(
        [sys.executable, "-m", "tests.ui.stories.kill_while_typing", str(tmp_path), str(ROUNDS), str(seed)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
    )
    rounds = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(rounds) == ROUNDS, run.stderr[-2000:]
    told = f"seed {seed}: {rounds}"
    assert all(one["intact"] == "ok" for one in rounds), told
    assert all(one["whole"] for one in rounds), told
    assert max(one["lost_ms"] for one in rounds) <= 600, told
    # Somebody typed, was killed and found it again, in every way of typing.
    assert sum(one["typed"] for one in rounds) > 20 * ROUNDS, told
    for kind in {one["kind"] for one in rounds}:
        assert any(one["kept"] for one in rounds if one["kind"] == kind), told
