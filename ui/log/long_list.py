"""One long list, read a page at a time off the main thread: 100,000 things open as quickly as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import log
from footprint.log import Query
from ui.desk import Desk
from ui.kit.cards import Card
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.theme import px, space
from ui.log.words import look

LEAST_HEIGHT = 320


class LongList(QWidget):
    """Everything that matches a query, in its order; opened one by one, or selected."""

    chosen = Signal(str)
    selected = Signal(int)  # how many

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._query = Query()
        self._today = date.min
        self._count = 0
        self.rows = PagedRows(self._fetch, 0)
        self.rows.set_reader(self._read)
        self._card = Card()
        column = QVBoxLayout(self)
        space(column, 0)
        column.addWidget(self._card)
        self.list: ListPane | None = None
        self.select_many(False)

    def select_many(self, on: bool) -> None:
        """Select several, or open one at a time."""
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
        self.list = ListPane(self.rows, multiple=on)
        self.list.setMinimumHeight(px(LEAST_HEIGHT))
        self._card.body.addWidget(self.list, 1)
        if on:
            self.list.selectionModel().selectionChanged.connect(lambda *_: self.selected.emit(self.how_many()))
        else:
            self.list.chosen.connect(self.chosen)

    def show_query(self, query: Query, count: int, today: date) -> None:
        """Show what matches; `count` is how many."""
        self._query, self._today, self._count = query, today, count
        self.rows.reload(count)

    def how_many(self) -> int:
        """How many are selected; counted by stretches, because all of 100,000 may be."""
        return sum(one.height() for one in self.list.selectionModel().selection())

    def chosen_ids(self) -> Callable[[], Sequence[str]]:
        """What is selected, to be asked for on the lane: when all are, they are not listed one by one here."""
        if self.how_many() == self._count:
            vault, query, today = self._desk.bench.vault, self._query, self._today
            return lambda: log.ids(vault, query, today)
        keys = tuple(self.list.selected_keys())
        return lambda: keys

    def _fetch(self, offset: int, limit: int) -> Sequence[RowLook]:
        """On the lane's thread."""
        query, today = self._query, self._today
        return [look(row, today) for row in log.page(self._desk.bench.vault, query, offset, limit, today)]

    def _read(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._desk.read(lambda _task: work(), then)
