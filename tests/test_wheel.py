"""The wheel is whole: installed somewhere else it speaks, themes and catalogues included."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_every_resource(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    resources = [f for f in (ROOT / "resources").rglob("*") if f.is_file()]
    assert resources
    assert [str(f) for f in resources if f"newsdesk/{f.relative_to(ROOT).as_posix()}" not in inside] == []


def test_an_installed_newsdesk_says_a_figure_in_another_place(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--no-index",
            "--target",
            str(target),
            str(wheel),
        ],
        check=True,
        capture_output=True,
    )
    done = subprocess.run(
        [str(target / "bin" / "newsdesk"), "spoken", "--profile", str(tmp_path / "profile")],
        input="Indeks naik menjadi 2.65\n",
        env={**os.environ, "PYTHONPATH": str(target)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == "Indeks naik menjadi dua koma enam lima\n"
