"""A page that stands alone in the window, before the app is open or while it is locked: one column in the middle."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.layout import scroll
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, restyles, space

WIDTH = 622


class Cover(QWidget):
    """Heading, one line under it, what it holds, and its buttons. `primary` is what Ctrl+Enter and Enter press."""

    def __init__(self, title: str, line: str = "", *, above: str = "", width: int = WIDTH) -> None:
        super().__init__()
        self.primary: QAbstractButton | None = None
        self._width = width
        self.above = PlainLabel(above, "small", "text2")
        self.above.setVisible(bool(above))
        self.heading = Heading(title, "h1")
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.line = PlainLabel(line, "body", "text2")
        self.line.setVisible(bool(line))
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self._build()

    def arrive(self) -> None:
        """The page is shown: focus goes to its heading."""
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> bool:
        """Esc; False when there was nothing to do."""
        return False

    def _build(self) -> None:
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        space(column, 8)
        for widget in (self.above, self.heading, self.line):
            column.addWidget(widget)
        space(self.body, 12, (0, 8, 0, 0))
        column.addLayout(self.body)
        space(self.foot, 8, (0, 12, 0, 0))
        column.addLayout(self.foot)
        inner = QWidget()
        across = QHBoxLayout(inner)
        space(across, 0, (20, 28, 20, 28))
        across.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addWidget(self._column)
        middle.addStretch(3)
        across.addLayout(middle, 1000)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll(inner))
        self._fit()

    def _fit(self) -> None:
        self._column.setMaximumWidth(px(self._width))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event):
            self._fit()
