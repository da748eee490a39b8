"""What every test shares: an offscreen Qt, the shared material, and no unexpected log lines."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("LANGUAGE", None)

pytest_plugins = ["tests.postgres", "tests.newsrooms"]

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of rules, gold pairs, pictures and seeds that lies beside the project."""
    if not SHARED.is_dir():
        pytest.skip("the shared material is not beside the project")
    return SHARED


@pytest.fixture(autouse=True)
def _no_unexpected_log_lines(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail a test during which Newsdesk logged a warning, unless it is marked ``logs_warnings``."""
    yield
    if request.node.get_closest_marker("logs_warnings"):
        return
    lines = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)  # type: ignore[arg-type]
        if record.levelno >= logging.WARNING and record.name.startswith("newsdesk")
    ]
    assert not lines, f"unexpected log lines: {lines}"


_TESTS_BETWEEN_COLLECTIONS = 20
_since_collected = 0


@pytest.fixture(scope="session", autouse=True)
def _garbage_is_collected_on_the_window_thread() -> Iterator[None]:
    """Keep Python's collector off the lanes, as the program does (newsdesk/ui/garbage.py)."""
    gc.disable()
    gc.collect()
    gc.freeze()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _collect_now_and_then() -> Iterator[None]:
    global _since_collected
    yield
    _since_collected += 1
    if _since_collected >= _TESTS_BETWEEN_COLLECTIONS:
        _since_collected = 0
        gc.collect()
        # What is alive between tests stays: going through a million such objects each time took minutes.
        gc.freeze()
