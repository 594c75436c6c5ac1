"""The rows of a long list, read a page at a time off the main thread, the newest wish first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal

from ui.kit.row_paint import RowLook

PAGE = 100
_KEPT_PAGES = 60
_AT_ONCE = 2
_WAITING = 4

Fetch = Callable[[int, int], Sequence[RowLook]]
Work = Callable[[], object]
Reader = Callable[[Work, Callable[[Any], None]], object]
Index = QModelIndex | QPersistentModelIndex

LOOK_ROLE = Qt.ItemDataRole.UserRole + 1
UNREAD = RowLook("…")


class _Answer(NamedTuple):
    """A page as it was read, with the question it belongs to, or what went wrong."""

    turn: int
    page: int
    rows: Sequence[RowLook]
    problem: Exception | None = None


class PagedRows(QStringListModel):
    """Rows by their number, of which only a few pages are held.

    `fetch(offset, limit)` answers with rows and may run on another thread; `set_reader` says how. Rows that are not
    read yet show "…". `failed` carries what went wrong while reading.

    It stands on Qt's list of strings, of which only the length is used: a view asks for the number of rows several
    times for each row when it lays them out, and a hundred thousand answers from Python would take half a second.
    """

    failed = Signal(object)
    arrived = Signal()
    ticks_changed = Signal()

    def __init__(
        self, fetch: Fetch, count: int = 0, parent: QObject | None = None, *, page_size: int = PAGE, ticks: bool = False
    ) -> None:
        super().__init__(parent)
        self._fetch, self._count, self._size = fetch, count, page_size
        self._reader: Reader = _read_now
        self._pages: dict[int, list[RowLook]] = {}
        self._stale: dict[int, list[RowLook]] = {}
        self._wanted: list[int] = []
        self._flying: set[int] = set()
        self._turn = 0
        self.headings: frozenset[int] = frozenset()
        self._ticks = ticks
        self._ticked: dict[str, None] = {}
        self._coming: tuple[int, Fetch, Sequence[RowLook]] | None = None
        self.setStringList([""] * count)
        self.modelReset.connect(self._swap)

    # -- for the page --------------------------------------------------------------------------------

    def set_reader(self, read: Reader) -> None:
        """`read(work, then)` runs `work()` wherever the page likes and calls `then(answer)` on the main thread."""
        self._reader = read

    def reload(
        self,
        count: int,
        *,
        fetch: Fetch | None = None,
        first: Sequence[RowLook] = (),
        headings: frozenset[int] = frozenset(),
    ) -> None:
        """There are `count` rows now. `first` are the first of them where the caller has read them already, `headings`
        the numbers of those that are headings.

        Until the new rows are read the old ones stay in sight, so that nothing flickers while someone types.
        """
        self.headings = headings
        self._coming = (count, fetch or self._fetch, first)
        if count == self._count:
            self.beginResetModel()
            self._swap()
            self.endResetModel()
        else:
            self.setStringList([""] * count)  # resets, and `_swap` is the first to hear of it

    def _swap(self) -> None:
        """Between the old rows and the new ones."""
        if self._coming is None:
            return
        (self._count, self._fetch, first), self._coming = self._coming, None
        self._turn += 1
        self._stale = {**self._stale, **self._pages} if self._pages else self._stale
        self._pages, self._wanted, self._flying = {}, [], set()
        for page in range(len(first) // self._size + 1):
            part = list(first[page * self._size : (page + 1) * self._size])
            if len(part) == self._rows_on(page) > 0:
                self._pages[page] = part

    def look_at(self, row: int) -> RowLook | None:
        """The row as it is now; None where it is not read yet, which starts reading it."""
        page, within = divmod(row, self._size)
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
            rows = self._pages.get(page)  # a reader may answer at once
        if rows is None:
            return None
        return rows[within] if within < len(rows) else None

    def known(self) -> list[RowLook]:
        """The rows of the first page, as far as they are read."""
        rows = self._pages.get(0) or self._stale.get(0) or []
        return rows[: self._count]

    def key_at(self, index: Index | int) -> str:
        """The caller's own key of a row; "" where it is not read yet."""
        row = index if isinstance(index, int) else index.row()
        look = self.look_at(row) if 0 <= row < self._count else None
        return look.key if look is not None else ""

    def row_of(self, key: str) -> int:
        """The number of the row with this key among the pages that are read; -1 elsewhere."""
        for page, rows in self._pages.items():
            for within, look in enumerate(rows):
                if look.key == key:
                    return page * self._size + within
        return -1

    def ticked_keys(self) -> tuple[str, ...]:
        return tuple(self._ticked)

    def set_ticked(self, keys: Sequence[str]) -> None:
        """Tick exactly these."""
        self._ticked = dict.fromkeys(keys)
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()

    def show_ticks(self, on: bool) -> None:
        """Whether each row has a tick in front of it."""
        self._ticks = on

    # -- Qt's questions --------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.row() in self.headings:
            return Qt.ItemFlag.ItemNeverHasChildren
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._ticks else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index.row()).title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._shown(index.row()).spoken
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._shown(index.row()).meta
            case Qt.ItemDataRole.CheckStateRole if self._ticks:
                on = self.key_at(index.row()) in self._ticked
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            case _ if role == LOOK_ROLE:
                return self._shown(index.row())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key = self.key_at(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or not self._ticks or not key:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked[key] = None
        else:
            self._ticked.pop(key, None)
        self.dataChanged.emit(index, index, [role])
        self.ticks_changed.emit()
        return True

    # -- reading -----------------------------------------------------------------------------------------

    def _shown(self, row: int) -> RowLook:
        look = self.look_at(row)
        if look is not None:
            return look
        page, within = divmod(row, self._size)
        old = self._stale.get(page, ())
        return old[within] if within < len(old) else UNREAD

    def _rows_on(self, page: int) -> int:
        return max(0, min(self._size, self._count - page * self._size))

    def _want(self, page: int) -> None:
        if page in self._flying or not self._rows_on(page):
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-_WAITING]  # scrolled past: nobody is looking at it any more
        self._read_next()

    def _read_next(self) -> None:
        while self._wanted and len(self._flying) < _AT_ONCE:
            page = self._wanted.pop()
            self._flying.add(page)
            work = partial(_read, self._fetch, self._turn, page, page * self._size, self._rows_on(page))
            self._reader(work, self._arrived)

    def _arrived(self, answer: _Answer) -> None:
        """A method of the model, so that a signal it is connected to lets go of it when the model goes."""
        page = answer.page
        if answer.turn != self._turn:
            return
        self._flying.discard(page)
        if answer.problem is not None:
            self.failed.emit(answer.problem)
            return
        self._pages[page] = list(answer.rows)
        self._stale.pop(page, None)
        self._forget_far(page)
        last = min(self._count, (page + 1) * self._size) - 1
        self.dataChanged.emit(self.index(page * self._size), self.index(last))
        self.arrived.emit()
        self._read_next()

    def _forget_far(self, here: int) -> None:
        for held in (self._pages, self._stale):
            while len(held) > _KEPT_PAGES:
                del held[max(held, key=lambda page: abs(page - here))]


def _read(fetch: Fetch, turn: int, page: int, offset: int, limit: int) -> _Answer:
    """On whichever thread the page reads."""
    try:
        return _Answer(turn, page, fetch(offset, limit))
    except Exception as problem:  # noqa: BLE001 - handed over to be shown, so that reading can go on
        return _Answer(turn, page, (), problem)


def _read_now(work: Work, then: Callable[[Any], None]) -> None:
    then(work())
