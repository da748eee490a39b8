"""The soak of ``make soak``, small enough for every day."""

from __future__ import annotations

from tests.soak.speech import run


def test_cancelled_jobs_and_killed_workers_lose_no_file_no_process_and_no_descriptor(tmp_path):
    outcome = run(tmp_path, jobs=24, cancels=4, kills=4, seed=20250117)
    assert outcome.lost == ()
    assert outcome.halves == ()
    assert outcome.stuck_processes == 0
    assert outcome.leaked_descriptors == 0
    assert outcome.files >= 24 - 4
