"""Run with ``make chaos``: kills the real window again and again; ends with 1 if anything was lost."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.chaos.rounds import MOST_LOST_MS, has_small_disks, run, run_work

KILLS, ON_A_FULL_DISK = 54, 12
AT_WORK = 84


def main() -> int:
    """Kill windows and print what came of it."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else int(time.time())
    clean = True
    with tempfile.TemporaryDirectory() as folder:
        plans = [("typing", KILLS, False)]
        if has_small_disks(Path(folder, "tried")):
            plans.append(("typing, the database's disk full", ON_A_FULL_DISK, True))
        else:
            print("no process here may have a disk of its own: nothing was tried on a full one")
        for name, kills, full in plans:
            outcome = run(Path(folder, str(full)), kills, seed, timeout_s=10 * kills, full=full)
            wrong = outcome.wrong(kills)
            print(
                f"{name}, seed {seed}: {len(outcome.rounds)} windows killed, {outcome.typed} keys, "
                f"at most {outcome.most_lost_ms:.0f} ms lost (<= {MOST_LOST_MS})"
            )
            for line in wrong:
                print(f"  {line}")
            clean = clean and not wrong
        work = run_work(Path(folder, "work"), AT_WORK, seed, timeout_s=20 * AT_WORK)
    wrong = work.wrong(AT_WORK)
    print(f"at work, seed {seed}: {len(work.rounds)} killed, {work.acts} acts answered, {len(wrong)} wrong")
    for line in wrong:
        print(f"  {line}")
    return 0 if clean and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
