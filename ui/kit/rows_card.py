"""A card of rows, each of them one button."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import hbox
from ui.kit.theme import px, space


class RowsCard(Card):
    """Rows have room of their own at the sides, so what stands beside them gets some too."""

    def __init__(self, title: str) -> None:
        super().__init__(title=title)
        space(self.body, 4, (8, 18, 8, 12))
        if self.heading is not None:
            self.heading.setContentsMargins(px(12), 0, px(12), px(4))

    def add_beside(self, part: QWidget) -> None:
        """A part that is not a row, in line with the words of the heading."""
        self.body.addLayout(hbox(part, margins=(12, 0, 12, 0)))

    def add_quiet(self, button: Btn) -> None:
        """A quiet button, whose words stand in line with the heading."""
        self.body.addLayout(hbox(ButtonRow(button), margins=(12, 0, 12, 0)))
