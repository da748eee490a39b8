"""A scroll bar that lies over the right edge of what it scrolls, so that rows keep their whole width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QStyle


class OverBar(QScrollBar):
    """Stands for the vertical scroll bar of ``area``, which is hidden; itself hidden while all is seen.

    ``top`` is the height of what does not scroll: the heads of a table.
    """

    def __init__(self, area: QAbstractScrollArea, *, top: int = 0) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._top = top
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        self._own = area.verticalScrollBar()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self._own.rangeChanged.connect(self._follow)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        area.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right edge."""
        if watched is self._area and event.type() == QEvent.Type.Resize:
            self._follow()
        return False

    def _follow(self) -> None:
        own, area = self._own, self._area
        self.setRange(own.minimum(), own.maximum())
        self.setPageStep(own.pageStep())
        self.setSingleStep(own.singleStep())
        self.setValue(own.value())
        width = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.setGeometry(area.width() - width, self._top, width, area.height() - self._top)
        self.setVisible(own.maximum() > own.minimum())
