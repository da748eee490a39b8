"""Run with ``make soak``: prints what came of it, and ends with 1 if anything was lost, stuck or leaked."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.soak import newsroom, rundown, speech

JOBS, CANCELS, KILLS = 1_000, 100, 20
EDITS = 10_000
ROUNDS = 200


def main() -> int:
    """Run every soak and print its outcome."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else int(time.time())
    edited = rundown.run(EDITS, seed)
    print(f"rundown, seed {seed}: {edited.edits} edits, {len(edited.wrong)} wrong, {edited.seconds:.0f} s")
    for what in edited.wrong[:20]:
        print(f"  {what}")
    with tempfile.TemporaryDirectory() as folder:
        worked = newsroom.run(Path(folder, "profile"), ROUNDS, timeout_s=20 * ROUNDS)
    leaked = worked.wrong(ROUNDS)
    more = worked.kilobytes_a_round
    print(f"newsroom: {ROUNDS} rounds, {more:.0f} kilobytes more a round, {worked.seconds:.0f} s")
    for what in (*map(str, worked.looks[1:2] + worked.looks[-1:]), *leaked):
        print(f"  {what}")
    with tempfile.TemporaryDirectory() as folder:
        outcome = speech.run(Path(folder), JOBS, CANCELS, KILLS, seed)
    print(f"speech, seed {seed}: {outcome.jobs} jobs, {outcome.cancelled} cancels, {outcome.kills} kills")
    print(
        f"  {outcome.files} whole files, {outcome.heard} heard, {len(outcome.lost)} lost, "
        f"{len(outcome.halves)} halves, {outcome.stuck_processes} processes stuck, "
        f"{outcome.leaked_descriptors} descriptors leaked, "
        f"{outcome.seconds:.0f} s"
    )
    for what in (*outcome.lost, *outcome.halves):
        print(f"  {what}")
    clean = not (outcome.lost or outcome.halves or outcome.stuck_processes or outcome.leaked_descriptors)
    return 0 if clean and not edited.wrong and not leaked else 1


if __name__ == "__main__":
    sys.exit(main())
