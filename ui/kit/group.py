"""A named group: screen readers say its name on entering it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox


class Group(QGroupBox):
    """Qt's group box, for its role, without its frame and without the room it keeps for one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFlat(True)
        self.setAccessibleName(name)
        self._no_margins()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing of its own to draw."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._no_margins()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._no_margins()

    def _no_margins(self) -> None:
        self.setContentsMargins(0, 0, 0, 0)
