"""Rows on a card: as tall as they are while they are few, scrolling by themselves when there are more."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.kit.cards import Card
from ui.kit.lists import ListPane, PagedRows
from ui.kit.theme import px, space

FEW = 8
# Rows have room of their own at the sides, so that headings beside them need some to stand in line.
CARD_OF_ROWS = (8, 14, 8, 8)
BESIDE_ROWS = (12, 0, 12, 0)


class FittingList(ListPane):
    """Never taller than its rows. With more than a few it grows into the room there is."""

    def __init__(self, rows: PagedRows, label: str, *, multiple: bool = False, chevron: bool = True) -> None:
        super().__init__(rows, label, multiple=multiple, chevron=chevron)
        rows.modelReset.connect(self._fit)
        self._fit()

    @property
    def few(self) -> bool:
        return self.rows.rowCount() <= FEW

    def sizeHint(self) -> QSize:
        shown = min(self.rows.rowCount(), FEW)
        return QSize(px(320), self.height_of_rows(shown) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        least = self.sizeHint().height() if self.few else self.height_of_rows(4)
        return QSize(px(200), least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _fit(self) -> None:
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed if self.few else policy.Expanding)
        self.updateGeometry()


class ListCard(QWidget):
    """A card that hugs its list."""

    def __init__(self, rows: PagedRows) -> None:
        super().__init__()
        self._rows = rows
        self._card = Card()
        space(self._card.body, 6, CARD_OF_ROWS)
        self._column = QVBoxLayout(self)
        space(self._column, 0)
        self._column.addWidget(self._card)
        self._column.addStretch(1)
        self.list: FittingList | None = None
        rows.modelReset.connect(self._share)

    def show_list(self, made: FittingList) -> None:
        """Put a list on the card, in place of the one there was."""
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
        self.list = made
        self._card.body.addWidget(made, 1)
        self._share()

    def _share(self) -> None:
        """The room that is left goes to the list when it can use it."""
        few = self._rows.rowCount() <= FEW
        self._column.setStretch(0, 0 if few else 1)
        self._column.setStretch(1, 1 if few else 0)
