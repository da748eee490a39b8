"""The house itself: its locks, its catalogues, its documents, and what may not be in it."""

from __future__ import annotations

import hashlib
import re
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from tests import catalogues
from tests.conftest import ROOT

LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-bench.lock"]


def tracked() -> list[Path]:
    """Return every file that git tracks."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listing.decode().split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_with_hashes_and_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    pins = re.findall(r"^([A-Za-z0-9_.-]+)==\S+", text, re.M)
    assert "pyside6" in pins
    entries = re.split(r"^(?=[A-Za-z0-9_.-]+==)", text, flags=re.M)[1:]
    unhashed = [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry]
    assert not unhashed


@pytest.mark.parametrize("lock", LOCKS)
def test_pyside_stays_below_the_release_that_corrupts_reference_counts(lock: str) -> None:
    pin = re.search(r"^pyside6==(\d+)\.(\d+)", (ROOT / lock).read_text(encoding="utf-8"), re.M)
    assert pin
    assert (int(pin[1]), int(pin[2])) < (6, 12)


def test_the_locks_agree_on_every_version() -> None:
    versions: dict[str, set[frozenset[str]]] = {}
    for lock in LOCKS:
        found: dict[str, set[str]] = {}
        for name, version in re.findall(
            r"^([a-z0-9_.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.M
        ):
            found.setdefault(name, set()).add(version)  # one package may be pinned twice, by Python version
        for name, pins in found.items():
            versions.setdefault(name, set()).add(frozenset(pins))
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_sentence_of_the_program_stands_in_the_catalogue(language: str) -> None:
    filled = {(m.context, m.id) for m in catalogues.read(language) if m.string and all(m.string)}
    wanted = {(m.context, m.id) for m in catalogues.gather() if m.id}
    assert sorted(map(str, wanted - filled)) == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_compiled_catalogue_is_the_one_that_people_edit(language: str) -> None:
    fresh = BytesIO()
    write_mo(fresh, catalogues.read(language))
    compiled = catalogues.catalogue_file(language).with_suffix(".mo").read_bytes()
    assert compiled == fresh.getvalue(), "run: make catalogues"


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_translation_keeps_the_places_for_names_and_numbers(language: str) -> None:
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"\{[^{}]*\}", text))

    for message in catalogues.read(language):
        if message.id and not message.pluralizable:
            assert places(str(message.string)) == places(str(message.id)), message.id
        elif message.id:
            assert {str(places(one)) for one in message.string} == {str(places(message.id[1]))}, message.id


def test_indonesian_stands_in_the_code_so_that_no_start_reads_its_catalogue() -> None:
    def forms(words: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
        return (words,) if isinstance(words, str) else tuple(words or ())

    assert [m.id for m in catalogues.read("id") if m.id and forms(m.id) != forms(m.string)] == []


def test_no_sentence_hides_where_the_catalogues_are_not_gathered_from() -> None:
    """Inside an f-string the gatherer sees one piece of text, and the sentence would stay Indonesian."""
    hidden = re.compile(r"""\{(?:_|p?gettext|ngettext)\(""")
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in (ROOT / "newsdesk").rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if hidden.search(line)
    ]
    assert found == []


def test_nothing_in_the_tree_is_a_copy_of_the_shared_material(shared: Path) -> None:
    theirs = {hashlib.sha256(f.read_bytes()).hexdigest() for f in shared.rglob("*") if f.is_file()}
    ours = {hashlib.sha256(f.read_bytes()).hexdigest(): f for f in tracked() if f.stat().st_size}
    assert [str(file) for digest, file in ours.items() if digest in theirs] == []


def test_no_font_and_no_dictionary_lies_in_the_tree() -> None:
    packaged = {".ttf", ".otf", ".woff", ".woff2", ".aff", ".dic"}
    assert [str(file) for file in tracked() if file.suffix in packaged] == []


def test_every_path_that_the_documents_name_exists() -> None:
    missing: list[str] = []
    for document in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        text = document.read_text(encoding="utf-8")
        links = re.findall(r"\]\(([^)#:]+)\)", text)
        missing += [f"{document.name}: {link}" for link in links if not (document.parent / link).exists()]
        named = re.findall(r"`((?:newsdesk|tests|resources|docs)/[\w./-]+)`", text)
        missing += [f"{document.name}: {path}" for path in named if not (ROOT / path).exists()]
    assert missing == []


def test_where_md_knows_every_file_of_the_program() -> None:
    where = (ROOT / "docs" / "where.md").read_text(encoding="utf-8")
    folders = set(re.findall(r"`(newsdesk/[\w/-]+/)`", where))
    unknown = [
        name
        for name in (file.relative_to(ROOT).as_posix() for file in tracked() if file.suffix == ".py")
        if name.startswith("newsdesk/")
        and not name.endswith("__init__.py")
        and name not in where
        and not any(name.startswith(folder) for folder in folders)
    ]
    assert unknown == []


def test_import_rules_hold() -> None:
    done = subprocess.run(
        [str(ROOT / ".venv/bin/lint-imports"), "--no-logo"]
        if (ROOT / ".venv/bin/lint-imports").exists()
        else ["lint-imports"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
