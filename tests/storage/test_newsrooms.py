"""Newsrooms by name: what a name may be, and what is found."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from newsdesk.errors import BadInput
from newsdesk.paths import Paths
from newsdesk.services.newsrooms import Newsrooms
from newsdesk.storage.newsrooms import is_server, shown_name
from newsdesk.storage.open import open_storage


@pytest.mark.parametrize(
    "name", ["Redaksi", "Warta Siang", "Redaksi Malang é 😀", "v1.2", "  Pagi ", "100% kota"]
)
def test_a_newsroom_is_made_and_found_by_its_name(name: str, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "profil baru")
    newsrooms = Newsrooms(paths.newsrooms)
    assert not newsrooms.exists(name)
    storage = open_storage(name, paths)
    storage.close()
    assert storage.name == name.strip()
    assert newsrooms.names() == [name.strip()]
    assert newsrooms.exists(name)


def test_a_name_is_the_same_however_its_accents_are_typed(tmp_path: Path) -> None:
    newsrooms = Newsrooms(Paths(tmp_path).newsrooms)
    open_storage(unicodedata.normalize("NFD", "Café"), Paths(tmp_path)).close()
    assert newsrooms.exists("Café")
    assert newsrooms.names() == ["Café"]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "a/b",
        "a\\b",
        "..",
        ".hidden",
        "a:b",
        "a\x00b",
        "a\nb",
        "NUL",
        "com1.x",
        "dot.",
        "x" * 300,
        "a\ud800",
    ],
)
def test_a_name_that_no_file_can_have_is_bad_input(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        open_storage(name, Paths(tmp_path))
    with pytest.raises(BadInput):
        Newsrooms(Paths(tmp_path).newsrooms).exists(name)
    assert Newsrooms(Paths(tmp_path).newsrooms).names() == []


def test_only_newsrooms_are_listed_in_alphabetical_order(tmp_path: Path) -> None:
    for name in ("siang", "Pagi", "malam"):
        open_storage(name, Paths(tmp_path)).close()
    (tmp_path / "newsrooms" / "Pagi.newsdesk.before-2").touch()
    (tmp_path / "newsrooms" / "folder.newsdesk").mkdir()
    assert Newsrooms(Paths(tmp_path).newsrooms).names() == ["malam", "Pagi", "siang"]
    assert Newsrooms(tmp_path / "nowhere").names() == []


def test_a_server_is_told_from_a_name_by_its_address() -> None:
    assert is_server("postgresql://dewi@stasiun/redaksi")
    assert is_server(" postgres://stasiun/redaksi")
    assert not is_server("postgresql")


@pytest.mark.parametrize(
    ("newsroom", "shown"),
    [
        ("Warta Siang", "Warta Siang"),
        ("postgresql://ani:rahasia@radio.lan/redaksi", "radio.lan/redaksi"),
        (
            " postgresql+psycopg://ani:p@ss/word@radio.lan:5432/redaksi?password=rahasia",
            "radio.lan:5432/redaksi",
        ),
        ("POSTGRES://radio.lan/redaksi", "radio.lan/redaksi"),
    ],
)
def test_a_newsroom_is_never_named_with_its_password(newsroom: str, shown: str) -> None:
    assert shown_name(newsroom) == shown
    assert is_server(newsroom) == (newsroom != shown)
