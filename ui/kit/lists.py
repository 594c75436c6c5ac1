"""Long lists: a hundred thousand rows show at once, because only what is seen is read, measured and painted."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit.list_model import LOOK_ROLE, PAGE, UNREAD, Fetch, PagedRows, Reader
from ui.kit.paint import mirrored, panel
from ui.kit.row_paint import RowLook, RowMeasure, RowState, heading_height, measure, paint_row
from ui.kit.theme import font, px, restyles
from ui.kit.tokens import HEIGHT, RADIUS

__all__ = ["PAGE", "UNREAD", "Fetch", "ListPane", "PagedRows", "Reader", "RowLook"]

# Narrower than this the status drops under the words, on every row alike.
NARROW = 520
# Up to so many rows are each as tall as their own words; more are all of one height, so that none needs reading first.
SHORT = 12
# Up to so many rows, headings among them are lower than the rest; in more, all are of one height.
MIXED = 1_000
_TICK_ZONE = 44
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints rows as `RowButton` does, titles in two lines at most: what does not fit is cut short, and spoken in full.

    A long list has rows of one height, in which a title has one line where the status stands beside it.
    """

    def __init__(self, pane: ListPane) -> None:
        super().__init__(pane)
        self._pane = pane

    @property
    def lines(self) -> int:
        """How many lines a title may take: a narrow list has room below rather than beside."""
        return 2 if self._pane.short or self._pane.narrow else 1

    def height(self) -> int:
        """The height of every row of a long list for the width it has; of a short one, of its tallest row."""
        words = self.lines * QFontMetrics(font("label")).height() + QFontMetrics(font("small")).height() + px(3)
        below = px(32) if self._pane.stacked else 0
        return max(px(HEIGHT["row_tall"]), words + below + px(20))

    def height_of(self, look: RowLook) -> int:
        if not self._pane.short:
            return self.height()
        return self._measured(look, self._pane.viewport().width()).height

    def _measured(self, look: RowLook, width: int) -> RowMeasure:
        pane = self._pane
        return measure(
            look,
            width,
            chevron=pane.chevron,
            tick=pane.multiple,
            lines=self.lines,
            meta_lines=2 if pane.short else 1,
            stacked=pane.stacked,
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if not self._pane.short:
            low = self._pane.mixed and index.row() in self._pane.rows.headings
            return QSize(px(160), heading_height() if low else self.height())
        return QSize(px(160), self.height_of(index.data(LOOK_ROLE) or UNREAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = index.data(LOOK_ROLE) or UNREAD
        flag = QStyle.StateFlag
        state = RowState(
            over=bool(option.state & flag.State_MouseOver),
            chosen=bool(option.state & flag.State_Selected),
            rtl=option.direction == Qt.LayoutDirection.RightToLeft,
            chevron=self._pane.chevron,
            rule=index.row() + 1 < index.model().rowCount(),
            tick=self._ticked(index),
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        rect = QRectF(option.rect)
        laid = self._measured(look, int(rect.width()))
        paint_row(painter, rect, look, state, laid, lines=self.lines)
        if option.state & flag.State_HasFocus and not state.chosen:
            panel(painter, rect.adjusted(1, 2, -1, -2), "", "accent", RADIUS["control"], width=2)
        painter.restore()

    @staticmethod
    def _ticked(index: Index) -> bool | None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        return None if state is None else Qt.CheckState(state) == Qt.CheckState.Checked


class ListPane(QListView):
    """A list of `PagedRows`. `chosen` carries the key of a row that was opened by Enter or the mouse.

    `moved` carries the key of the row that the arrows have come to. With `multiple` each row has a tick before it;
    Space or a press on it ticks, and `ticked` says that the ticks have changed.
    """

    chosen = Signal(str)
    moved = Signal(str)
    ticked = Signal()
    most_short: ClassVar[int] = SHORT

    def __init__(
        self,
        rows: PagedRows | None = None,
        label: str = "",
        *,
        multiple: bool = False,
        chevron: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chevron, self.multiple = chevron, multiple
        self.short = self.narrow = self.stacked = self.mixed = False
        self._sought, self._sought_at = "", -1
        self._kept = (-1, "", 0)
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        one, none = QAbstractItemView.SelectionMode.SingleSelection, QAbstractItemView.SelectionMode.NoSelection
        self.setSelectionMode(none if multiple else one)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.rows_delegate = RowDelegate(self)
        self.setItemDelegate(self.rows_delegate)
        self.clicked.connect(self._on_clicked)
        if rows is not None:
            self.set_rows(rows)

    # -- for the page --------------------------------------------------------------------------------

    @property
    def rows(self) -> PagedRows:
        model = self.model()
        if not isinstance(model, PagedRows):
            raise LookupError("this list has no rows yet")
        return model

    def set_rows(self, rows: PagedRows) -> None:
        rows.show_ticks(self.multiple)
        rows.modelReset.connect(self._shape)  # before the view itself hears of it, which then asks for heights
        self.setModel(rows)
        rows.modelAboutToBeReset.connect(self._keep_place)
        rows.modelReset.connect(self._take_place)
        rows.arrived.connect(self._on_arrived)
        self._shape()
        rows.ticks_changed.connect(self.ticked)

    def height_of_rows(self, count: int) -> int:
        """How tall the first `count` rows are together."""
        if not self.short:
            low = len([row for row in self.rows.headings if row < count]) if self.mixed else 0
            return (count - low) * self.rows_delegate.height() + low * heading_height()
        looks = [self.rows.look_at(row) or UNREAD for row in range(min(count, self.rows.rowCount()))]
        return sum(self.rows_delegate.height_of(look) for look in looks)

    def current_key(self) -> str:
        index = self.currentIndex()
        return self.rows.key_at(index) if index.isValid() else ""

    def select_key(self, key: str, row: int = -1) -> None:
        """Bring the row with this key into sight and make it the current one; `row` says where it stands, if known."""
        self._sought, self._sought_at = key, row
        at = self.rows.row_of(key)
        if at < 0 <= row < self.rows.rowCount():
            self.scrollTo(self.rows.index(row), QAbstractItemView.ScrollHint.PositionAtCenter)
            self.rows.look_at(row)
        self._seek()

    # -- keeping the place through a reload -----------------------------------------------------------

    def _keep_place(self) -> None:
        index = self.currentIndex()
        key = self.rows.key_at(index) if index.isValid() else ""
        self._kept = (index.row(), key, self.verticalScrollBar().value())

    def _take_place(self) -> None:
        row, key, scrolled = self._kept
        count = self.rows.rowCount()
        if row < 0 or not count:
            return
        index = self.rows.index(min(row, count - 1))
        selection = self.selectionModel()
        was = selection.blockSignals(True)
        self.setCurrentIndex(index)
        selection.blockSignals(was)
        self.verticalScrollBar().setValue(scrolled)
        if key:
            self._sought, self._sought_at = key, index.row()
            self._seek()

    def _seek(self) -> None:
        """The row that is looked for may just have been read; where it should stand, another may stand now."""
        if not self._sought:
            return
        at = self.rows.row_of(self._sought)
        if at >= 0:
            self._sought = ""
            if at != self.currentIndex().row():
                self.setCurrentIndex(self.rows.index(at))
            self.scrollTo(self.rows.index(at))
        elif self.rows.key_at(self._sought_at):
            self._sought = ""

    # -- mouse and keyboard ----------------------------------------------------------------------------

    def _on_clicked(self, index: QModelIndex) -> None:
        key = self.rows.key_at(index)
        if key:
            self.chosen.emit(key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._sought = ""  # the person has moved on
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self.multiple and index.isValid() and self._in_tick(event.position().x()):
            self._toggle(index)
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def _in_tick(self, x: float) -> bool:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        zone = mirrored(QRectF(0, 0, px(_TICK_ZONE), 1), self.viewport().width(), rtl)
        return zone.left() <= x <= zone.right()

    def _toggle(self, index: Index) -> None:
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self.rows.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._sought = ""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and index.isValid():
            self._on_clicked(index)
        elif event.key() == Qt.Key.Key_Space and self.multiple and index.isValid():
            self._toggle(index)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing: single keys clash with speech input, and looking would read the whole list."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        key = self.rows.key_at(current) if current.isValid() else ""
        if key:
            self.moved.emit(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self.rows.rowCount() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex() if self.currentIndex().isValid() else self._first())

    def _first(self) -> QModelIndex:
        """The first row that is no heading."""
        return self.rows.index(1 if 0 in self.rows.headings else 0)

    # -- sizes ---------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._shape()
        super().resizeEvent(event)

    def _on_arrived(self) -> None:
        """Rows that have just been read may need more room, or less, than those that were expected."""
        self._shape()
        self._seek()

    def _shape(self) -> None:
        """Settle how the rows stand: each as tall as its words or all alike, and where their status goes."""
        before = self.short, self.narrow, self.stacked, self.mixed
        width, count = self.viewport().width(), self.rows.rowCount()
        self.narrow, self.short = width < px(NARROW), count <= self.most_short
        known = self.rows.known()
        if self.short:
            free = [measure(look, width, chevron=self.chevron, tick=self.multiple) for look in known]
            self.stacked = self.narrow and any(one.stacked for one in free)
        else:
            self.stacked = self.narrow and (not known or any(look.pill for look in known))
        self.mixed = not self.short and count <= MIXED and bool(self.rows.headings)
        self.setUniformItemSizes(not (self.short or self.mixed))
        self._size_steps()
        if self.short or self.mixed or before != (self.short, self.narrow, self.stacked, self.mixed):
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event) and self.model() is not None:
            self._shape()
            self.scheduleDelayedItemsLayout()

    def _size_steps(self) -> None:
        self.verticalScrollBar().setSingleStep(max(1, self.rows_delegate.height() // 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.height_of_rows(3))
