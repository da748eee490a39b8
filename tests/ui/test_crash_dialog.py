"""What nobody foresaw: logged, the text kept, one dialog with a report, and the program goes on."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from newsdesk.ui.crash_dialog import crash_report
from newsdesk.ui.crash_guard import CrashGuard

pytestmark = pytest.mark.logs_warnings


@pytest.fixture
def kept() -> list[str]:
    return []


@pytest.fixture
def guard(look, kept, tmp_path, monkeypatch, qtbot):
    """A guard that stands in the hooks for the length of a test."""
    log = tmp_path / "newsdesk.log"
    log.write_text("\n".join(f"line {i}" for i in range(200)), encoding="utf-8")
    guard = CrashGuard(look, log, lambda: kept.append("kept"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    guard.install()
    yield guard
    if guard.dialog is not None:
        guard.dialog.close()


def fail(words: str) -> None:
    try:
        raise ZeroDivisionError(words)
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_an_unforeseen_failure_keeps_the_text_and_shows_a_report(guard, kept, qtbot, caplog) -> None:
    fail("satu")
    qtbot.waitUntil(lambda: guard.dialog is not None)
    assert kept == ["kept"]
    report = guard.dialog.report.toPlainText()
    for part in ("ZeroDivisionError: satu", "PySide6", "Python 3", "line 199", "test_crash_dialog.py"):
        assert part in report
    assert "line 100\n" not in report
    assert "unexpected failure" in caplog.text


def test_a_second_failure_joins_the_first_dialog(guard, qtbot) -> None:
    fail("satu")
    fail("dua")
    qtbot.waitUntil(lambda: guard.dialog is not None and "dua" in guard.dialog.report.toPlainText())
    assert "satu" in guard.dialog.report.toPlainText()


def test_a_failure_on_another_thread_comes_here_too(guard, qtbot) -> None:
    def work() -> None:
        raise ZeroDivisionError("di utas lain")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: guard.dialog is not None)
    assert "di utas lain" in guard.dialog.report.toPlainText()


def test_the_report_is_copied_and_the_program_goes_on(guard, qtbot) -> None:
    fail("satu")
    qtbot.waitUntil(lambda: guard.dialog is not None)
    qtbot.mouseClick(guard.dialog.copy_button, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(guard.dialog.go_on_button, Qt.MouseButton.LeftButton)
    assert guard.dialog is None


def test_the_dialog_comes_even_when_keeping_the_text_fails(guard, kept, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(guard, "_keep_text", lambda: [][0])
    fail("satu")
    qtbot.waitUntil(lambda: guard.dialog is not None)
    report = guard.dialog.report.toPlainText()
    assert "IndexError" in report
    assert "ZeroDivisionError: satu" in report


def test_ctrl_c_in_a_shell_is_no_crash(guard, qtbot, capsys) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.wait(20)
    assert guard.dialog is None


def test_a_report_without_a_log_is_still_a_report(tmp_path) -> None:
    report = crash_report(ValueError("x"), tmp_path / "missing.log")
    assert "ValueError: x" in report


def test_while_somebody_is_on_air_no_dialog_comes_over_what_she_reads(guard, kept, qtbot) -> None:
    told: list[bool] = []
    on_air = [True]
    guard.busy = lambda: on_air[0]
    guard.held = lambda: told.append(True)
    for n in range(40):
        fail(f"ke-{n}.")
    qtbot.waitUntil(lambda: bool(kept) and bool(told))
    qtbot.wait(20)
    assert guard.dialog is None
    assert told == [True]
    assert len(kept) == 20
    on_air[0] = False
    guard.look()
    assert "ke-0." in guard.dialog.report.toPlainText()
    assert "ke-19." in guard.dialog.report.toPlainText()
