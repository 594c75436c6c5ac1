"""One long list, read a page at a time off the main thread: 100,000 things open as quickly as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal

from footprint.i18n import _
from footprint.log import Query
from ui.desk import Desk
from ui.kit.lists import PagedRows, RowLook
from ui.log.lists.list_card import FittingList, ListCard
from ui.log.lists.look_up import Seen, rows_of


class LongList(ListCard):
    """Everything that matches a query, in its order; opened one by one, or ticked."""

    chosen = Signal(str)
    ticked = Signal(int)  # how many
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        self.rows = PagedRows(lambda _offset, _limit: [], 0)
        super().__init__(self.rows)
        self.rows.setParent(self)
        self._desk = desk
        self._query = Query()
        self.rows.set_reader(self._read)
        self.rows.failed.connect(self.failed)
        self.rows.ticks_changed.connect(lambda: self.ticked.emit(len(self.rows.ticked_keys())))
        self.tick_many(False)

    def tick_many(self, on: bool) -> None:
        """A tick before each row, or rows that open."""
        self.rows.set_ticked(())
        made = FittingList(self.rows, _("Things to remove"), multiple=on, chevron=not on)
        made.chosen.connect(self._toggle if on else self.chosen)
        self.show_list(made)

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
