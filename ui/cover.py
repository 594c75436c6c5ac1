"""A page that stands alone in the window, before the app is open or while it is locked: one column in the middle."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.arrival import focus_heading
from ui.kit.button_row import ButtonRow
from ui.kit.cards import Card
from ui.kit.layout import Columns, scroll
from ui.kit.text import Heading, IconLabel, PlainLabel
from ui.kit.theme import px, restyles, space

WIDTH = 622
CARD_WIDTH = 480
_FOOT_BESIDE = 420  # narrower than this the two ends of the foot stand one above the other


class Cover(QWidget):
    """Heading, one line under it, what it holds, and its buttons. `primary` is what Ctrl+Enter presses.

    With `icon` the column stands on a card under that icon, as the lock page does.
    """

    help_topic: ClassVar[str] = "locked"

    def __init__(self, title: str, line: str = "", *, above: str = "", width: int = 0, icon: str = "") -> None:
        super().__init__()
        self.primary: QAbstractButton | None = None
        self._width = width or (CARD_WIDTH if icon else WIDTH)
        self._icon = icon
        self.above = PlainLabel(above, "small", "text2")
        # Never setVisible(True) here: without a parent yet, that would open a window of its own and take the focus.
        if not above:
            self.above.hide()
        self.heading = Heading(title, "h1")
        self.line = PlainLabel(line, "body", "text2")
        if not line:
            self.line.hide()
        self.body = QVBoxLayout()
        self._foot = QVBoxLayout()
        self._build()

    def arrive(self) -> None:
        """The page is shown: focus goes to its heading."""
        focus_heading(self.heading)

    def escape(self) -> bool:
        """Esc; False when there was nothing to do."""
        return False

    def set_foot(self, *first: QWidget, end: tuple[QWidget, ...] = ()) -> None:
        """The buttons under the page: `first` at the near edge, `end` at the far one, the main one last."""
        self.clear_foot()
        if first and end:
            self._foot.addWidget(
                Columns([ButtonRow(*first), ButtonRow(*end, at_end=True)], [1, 3], _FOOT_BESIDE, spacing=8)
            )
        else:
            self._foot.addWidget(ButtonRow(*(first or end), at_end=bool(end)))

    def clear_foot(self) -> None:
        while self._foot.count():
            widget = self._foot.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _build(self) -> None:
        self._column: QWidget = self._on_card() if self._icon else self._plain()
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

    def _plain(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        space(column, 8)
        self._fill(column)
        return made

    def _on_card(self) -> QWidget:
        card = Card()
        space(card.body, 8, (36, 32, 36, 28))
        card.body.addWidget(IconLabel(self._icon, "accent", 24, tile="accent_soft", box=48))
        card.body.addSpacing(px(6))
        self._fill(card.body)
        return card

    def _fill(self, column: QVBoxLayout) -> None:
        for widget in (self.above, self.heading, self.line):
            column.addWidget(widget)
        space(self.body, 12, (0, 8, 0, 0))
        column.addLayout(self.body)
        space(self._foot, 8, (0, 12, 0, 0))
        column.addLayout(self._foot)

    def _fit(self) -> None:
        self._column.setMaximumWidth(px(self._width))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event):
            self._fit()


def tell(refused: Callable[[str], None], words: str) -> None:
    """Say it on the page `refused` belongs to, if that page still stands; whoever went on need not hear of it."""
    page = getattr(refused, "__self__", None)
    if not isinstance(page, QObject) or isValid(page):
        refused(words)
