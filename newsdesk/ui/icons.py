"""Lucide's icons in the theme's colours, drawn once per name, size, colour and pixel ratio."""

from __future__ import annotations

import zlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap

if TYPE_CHECKING:
    from newsdesk.ui.theme import Theme

_DIRECTORY_ENTRY = b"PK\x01\x02"


class Icons:
    """The icons of the package ``lucide`` (a zip of SVG files).

    The zip's list of 1,745 names is never built (that alone took 10 ms of the first frame): one entry of its
    directory is found by its name and unpacked.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._zip = b""
        self._svg: dict[str, bytes] = {}
        self._drawn: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, token: str, dpr: float = 1.0) -> QPixmap:
        """Return the icon ``size`` pixels square in the colour of ``token``; ``dpr``: device pixel ratio.

        Raises :class:`KeyError` for a name that Lucide does not have.
        """
        colour: str = getattr(self._theme.tokens, token)
        key = (name, size, colour, dpr)
        pixmap = self._drawn.get(key)
        if pixmap is None:
            pixmap = self._drawn[key] = self._draw(name, size, colour, dpr)
        return pixmap

    def icon(self, name: str, size: int, token: str) -> QIcon:
        """Return the icon for Qt's own controls (menus), sharp at ratios 1 and 2."""
        icon = QIcon()
        for dpr in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, size, token, dpr))
        return icon

    def _draw(self, name: str, size: int, colour: str, dpr: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        stroke = b'stroke-width="1.75"' if size >= 18 else b'stroke-width="2"'
        svg = (
            self._source(name).replace(b"currentColor", colour.encode()).replace(b'stroke-width="2"', stroke)
        )
        pixels = round(size * dpr)
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(dpr)
        return pixmap

    def _source(self, name: str) -> bytes:
        source = self._svg.get(name)
        if source is None:
            if not self._zip:
                self._zip = _lucide_zip().read_bytes()
            source = self._svg[name] = _member(self._zip, f"{name}.svg".encode())
        return source


def _lucide_zip() -> Path:
    # Found without importing the package: it would pull in an XML parser and zipfile.
    spec = find_spec("lucide")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package lucide is not installed")
    return Path(spec.origin).with_name("lucide.zip")


def _member(data: bytes, name: bytes) -> bytes:
    """Unpack one member of a zip held in memory (PKWARE APPNOTE 4.3: directory, local header, deflate)."""
    at = data.rfind(name)
    while at >= 0:
        entry = at - 46
        if data[entry : entry + 4] == _DIRECTORY_ENTRY and int.from_bytes(
            data[entry + 28 : entry + 30], "little"
        ) == len(name):
            method = int.from_bytes(data[entry + 10 : entry + 12], "little")
            packed = int.from_bytes(data[entry + 20 : entry + 24], "little")
            local = int.from_bytes(data[entry + 42 : entry + 46], "little")
            names = int.from_bytes(data[local + 26 : local + 28], "little")
            extra = int.from_bytes(data[local + 28 : local + 30], "little")
            start = local + 30 + names + extra
            body = data[start : start + packed]
            return zlib.decompress(body, -zlib.MAX_WBITS) if method else body
        at = data.rfind(name, 0, at)
    raise KeyError(name.decode())
