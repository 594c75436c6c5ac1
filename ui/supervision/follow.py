"""A card beside a long form that goes along as the page is scrolled, so that a preview stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.kit.cards import Card
from ui.kit.layout import Columns
from ui.kit.theme import px


class Following(QObject):
    """Keeps `card`, a column of `columns`, at the top of what is seen, as far down as the columns reach.

    It does so by a gap at the top of the card. Where the columns stand one under the other there is none.
    """

    def __init__(self, area: QScrollArea, columns: Columns, card: Card) -> None:
        super().__init__(card)
        self._area, self._columns, self._card = area, columns, card
        self._gap = QWidget()
        self._gap.setFixedHeight(0)
        self._gap.hide()  # it would have room under it even so
        card.body.insertWidget(0, self._gap)
        area.verticalScrollBar().valueChanged.connect(lambda _value: self.follow())
        columns.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Put the gap right for where the page is scrolled to."""
        now = self._gap.height()
        tall = max(0, min(self._wanted(), self._room(now)))
        if tall != now:
            self._gap.setFixedHeight(tall)
            self._gap.setVisible(tall > 0)

    def _wanted(self) -> int:
        if self._columns.stacked:
            return 0
        seen_from = self._area.widget().mapFrom(self._area.viewport(), QPoint(0, 0)).y()
        top = self._columns.mapTo(self._area.widget(), QPoint(0, 0)).y()
        return seen_from - top

    def _room(self, gap: int) -> int:
        """How much of the card's height its parts leave free."""
        body = self._card.body
        last = max(
            (item.geometry().bottom() for item in map(body.itemAt, range(body.count())) if item and item.widget()),
            default=0,
        )
        return self._card.height() - (last - gap) - px(18)
