"""A square code that a phone reads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from footprint.i18n import _
from ui.kit.marks import Graphic
from ui.kit.theme import px

QUIET_ZONE = 4  # empty modules all round, as ISO/IEC 18004 asks
MODULE = 5


class QrCode(Graphic):
    """`matrix` holds a row of truthy (dark) and falsy (light) modules for each line; `sentence` says where it leads.

    Always dark on white, in both themes, because many phones cannot read it the other way round.
    """

    def __init__(self, matrix: Sequence[Sequence[int | bool]], sentence: str) -> None:
        super().__init__(_("Code for your phone"), sentence)
        self._matrix = tuple(tuple(bool(module) for module in row) for row in matrix)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = (len(self._matrix) + 2 * QUIET_ZONE) * px(MODULE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        module = px(MODULE)
        for y, row in enumerate(self._matrix):
            for x, dark in enumerate(row):
                if dark:
                    place = QRect((x + QUIET_ZONE) * module, (y + QUIET_ZONE) * module, module, module)
                    painter.fillRect(place, Qt.GlobalColor.black)
        painter.end()
