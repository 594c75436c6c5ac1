"""A long list that scrolls within its part of the page, so that the buttons under it stay in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.kit.theme import px

SHARE = 0.55  # of the window's height


class Bounded(QScrollArea):
    """As tall as what it holds, up to `most` units and to a share of the window."""

    def __init__(self, widget: QWidget, most: int) -> None:
        super().__init__()
        self._most = most
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(widget)
        self.viewport().setAutoFillBackground(False)
        widget.setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        widget.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(px(320), self._tall(max(px(320), self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), min(px(120), self._tall(max(px(320), self.width()))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        tall = self._tall(self.width())
        if tall != self.minimumHeight() or tall != self.maximumHeight():
            self.setFixedHeight(tall)

    def _tall(self, width: int) -> int:
        inner = self.widget()
        if inner is None:
            return 0
        whole = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        most = px(self._most)
        if self.window() is not self:
            most = max(px(120), min(most, round(self.window().height() * SHARE)))
        if whole > most:  # the scroll bar takes some of the width
            return most
        return whole
