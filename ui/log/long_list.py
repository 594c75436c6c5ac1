"""One long list, read a page at a time off the main thread: 100,000 things open as quickly as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.log import Query
from ui.desk import Desk
from ui.kit.cards import Card
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.theme import px, space
from ui.log.look_up import Seen, rows_of

LEAST_HEIGHT = 320
# Rows have room of their own at the sides, so that headings beside them need some to stand in line.
CARD_OF_ROWS = (8, 14, 8, 8)
BESIDE_ROWS = (12, 0, 12, 0)


class LongList(QWidget):
    """Everything that matches a query, in its order; opened one by one, or ticked."""

    chosen = Signal(str)
    ticked = Signal(int)  # how many
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._query = Query()
        self.rows = PagedRows(lambda _offset, _limit: [], 0)
        self.rows.set_reader(self._read)
        self.rows.failed.connect(self.failed)
        self.rows.ticks_changed.connect(lambda: self.ticked.emit(len(self.rows.ticked_keys())))
        self._card = Card()
        space(self._card.body, 6, CARD_OF_ROWS)
        column = QVBoxLayout(self)
        space(column, 0)
        column.addWidget(self._card)
        self.list: ListPane | None = None
        self.tick_many(False)

    def tick_many(self, on: bool) -> None:
        """A tick before each row, or rows that open."""
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
        self.rows.set_ticked(())
        self.list = ListPane(self.rows, _("Things to remove"), multiple=on, chevron=not on)
        self.list.setMinimumHeight(px(LEAST_HEIGHT))
        self.list.chosen.connect(self._toggle if on else self.chosen)
        self._card.body.addWidget(self.list, 1)

    def show_seen(self, seen: Seen) -> None:
        """Show what matches. Ticks stay while only the rows themselves have changed."""
        if seen.query != self._query:
            self.rows.set_ticked(())
        self._query = seen.query
        vault, query, today = self._desk.bench.vault, seen.query, seen.today

        def fetch(offset: int, limit: int) -> Sequence[RowLook]:
            return rows_of(vault, query, offset, limit, today)

        self.rows.reload(seen.matching, fetch=fetch, first=seen.first)

    def _toggle(self, key: str) -> None:
        kept = dict.fromkeys(self.rows.ticked_keys())
        if key in kept:
            del kept[key]
        else:
            kept[key] = None
        self.rows.set_ticked(tuple(kept))

    def _read(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._desk.read(lambda _task: work(), then)


class ShortList(ListPane):
    """A few rows, as tall as they are: the page scrolls, not the list."""

    def __init__(self, rows: PagedRows, label: str) -> None:
        super().__init__(rows, label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.rows.rowCount() * self.rows_delegate.height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
