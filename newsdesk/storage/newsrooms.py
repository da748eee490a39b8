"""The newsrooms kept on this computer: one file each, known by name."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from newsdesk.errors import BadInput
from newsdesk.i18n import _

SUFFIX = ".newsdesk"
# Letters rather than compiled patterns: re compiles and keeps them when a name is first looked at.
_SERVER = r"(?i)\s*postgres(ql)?(\+\w+)?://"
_LONGEST_BYTES = 200
_REFUSED = r'[/\\:*?"<>|\x00-\x1f\x7f\ud800-\udfff]'
# Windows keeps these names for devices, with any ending.
_DEVICES = r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?"


def newsroom_names(folder: Path) -> list[str]:
    """Return the names of the newsrooms in ``folder``, in alphabetical order."""
    names = (file.name.removesuffix(SUFFIX) for file in folder.glob(f"*{SUFFIX}") if file.is_file())
    return sorted((unicodedata.normalize("NFC", name) for name in names), key=str.casefold)


def newsroom_file(folder: Path, name: str) -> Path:
    """Return the file of the newsroom ``name``; it need not exist.

    Raises :class:`BadInput` for a name that no file can have on one of the systems Newsdesk runs on.

    >>> newsroom_file(Path("newsrooms"), "Warta Siang").name
    'Warta Siang.newsdesk'
    """
    name = unicodedata.normalize("NFC", name.strip())
    if not name:
        raise BadInput(_("Nama redaksi"), _("kosong"))
    if (
        re.search(_REFUSED, name)
        or name.startswith(".")
        or name.endswith(".")
        or re.fullmatch(_DEVICES, name)
    ):
        raise BadInput(_("Nama redaksi “{name}”").format(name=name), _("tidak bisa menjadi nama berkas"))
    if len(name.encode()) > _LONGEST_BYTES:
        raise BadInput(_("Nama redaksi “{name}”").format(name=f"{name[:20]}…"), _("terlalu panjang"))
    return folder / f"{name}{SUFFIX}"


def is_server(newsroom: str) -> bool:
    """Return whether a newsroom is named by the address of a PostgreSQL server, whatever driver it names."""
    return re.match(_SERVER, newsroom) is not None


def shown_name(newsroom: str) -> str:
    """Return how a newsroom is named on the screen and in logs: never with a server's user and password.

    >>> shown_name("postgresql://ani:rahasia@radio.lan/redaksi?sslmode=require")
    'radio.lan/redaksi'
    """
    if not is_server(newsroom):
        return newsroom
    return newsroom.strip().partition("://")[2].rpartition("@")[2].partition("?")[0]
