"""Widgets that place their parts themselves, so that their height is right for every width at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.theme import restyles


class Placed(QWidget):
    """Subclasses say their height for a width, and where the parts stand at the size they have. `gap` at 100% text."""

    def __init__(
        self, parts: Sequence[QWidget], gap: int, tall: QSizePolicy.Policy = QSizePolicy.Policy.Preferred
    ) -> None:
        super().__init__()
        self._parts, self._gap = list(parts), gap
        for part in self._parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, tall)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> QWidget:
        """Put a widget at the end, and hand it back."""
        self._parts.append(part)
        part.setParent(self)
        part.show()
        self._fit()
        return part

    def _place(self) -> None:
        raise NotImplementedError

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _fit(self) -> None:
        self.updateGeometry()
        self._place()

    # -- Qt's questions ------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event) or event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
