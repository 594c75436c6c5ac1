"""The two surfaces of focus mode that the kit has no need of elsewhere: a tinted aside and the bar at the foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.kit.layout import hbox
from ui.kit.paint import begin, panel
from ui.kit.text import Heading, IconLabel
from ui.kit.theme import colour, is_high_contrast, space
from ui.kit.tokens import RADIUS


class Aside(QFrame):
    """Words beside the question, in the soft fill of a tone, under an icon and a title."""

    def __init__(self, tone: str, icon: str, title: str) -> None:
        super().__init__()
        self._tone = tone
        self.body = QVBoxLayout(self)
        space(self.body, 6, (16, 14, 16, 14))
        head = hbox(IconLabel(icon, tone, 20), Heading(title, "h3"), spacing=8)
        head.setStretch(1, 1)
        self.body.addLayout(head)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        edge = "border_strong" if is_high_contrast() else ""
        panel(painter, QRectF(self.rect()), f"{self._tone}_soft", edge, RADIUS["tile"])
        painter.end()


class Foot(QFrame):
    """The bar of buttons below the page, with a hairline above it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, colour("border"))
        painter.end()
