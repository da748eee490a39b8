"""The soak of ``make soak``, small enough for every day."""

from __future__ import annotations

from tests.soak.speech import run


def test_cancelled_jobs_and_killed_workers_lose_no_file_no_process_and_no_descriptor(tmp_path):
    outcome = run(tmp_path, jobs=40, cancels=6, kills=4, seed=20250117, in_files=0.1)
    assert outcome.lost == ()
    assert outcome.halves == ()
    assert outcome.stuck_processes == 0
    assert outcome.leaked_descriptors == 0
    assert outcome.files + outcome.heard >= 40 - 6
    assert outcome.files > 0
