"""How much was posted when: a bar for each month, or for each year where the months would be too thin to press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from footprint.dates import month_in_words, number
from footprint.i18n import _, ngettext
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.chart import TrendTable
from ui.kit.marks import Graphic
from ui.kit.paint import begin, is_rtl
from ui.kit.theme import colour, font, px, space

_HIGH = 92
_LEAST = 3  # a month's bar is at least so wide, or years are shown
Months = Sequence[tuple[int, int]]


def label_of(month: int) -> str:
    """`May 2016`; months are years times 12."""
    return month_in_words(month // 12, month % 12 + 1)


class MonthBars(Graphic):
    """`chosen` carries the month pressed (years times 12). Arrows move along the bars, Enter presses one."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("Posts by month"))
        self._months: dict[int, int] = {}
        self._first = self._last = 0
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_months(self, months: Months) -> None:
        self._months = {month: count for month, count in months if month > 0 and count > 0}
        self._first = min(self._months, default=0) // 12 * 12
        self._last = max(self._months, default=0)
        self._at = -1
        total = sum(self._months.values())
        words = ngettext("{n} thing", "{n} things", total).format(n=number(total))
        if self._months:
            busiest = max(self._months, key=lambda one: self._months[one])
            words = _("{all}, from {first} to {last}. The most in {busiest}.").format(
                all=words, first=label_of(min(self._months)), last=label_of(self._last), busiest=label_of(busiest)
            )
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(_HIGH))

    def _step(self) -> int:
        """Months in one bar."""
        months = max(1, self._last - self._first + 1)
        return 1 if self.width() / months >= px(_LEAST) else 12

    def _bars(self) -> list[tuple[int, int]]:
        """(its first month, how many) from the first to the last, empty ones too."""
        step = self._step()
        starts = range(self._first, self._last + 1, step)
        return [(start, sum(self._months.get(start + n, 0) for n in range(step))) for start in starts]

    def _bar_at(self, x: float) -> int:
        bars = self._bars()
        if not bars:
            return -1
        x = self.width() - x if is_rtl(self) else x
        return min(len(bars) - 1, max(0, int(x * len(bars) / max(1, self.width()))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._press(self._bar_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bars = self._bars()
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._press(self._at)
        elif by and bars:
            by = -by if is_rtl(self) else by
            at = self._at + by if self._at >= 0 else (0 if by > 0 else len(bars) - 1)
            while 0 <= at < len(bars) and not bars[at][1]:
                at += by
            if 0 <= at < len(bars):
                self._at = at
                month, count = bars[at]
                name = label_of(month) if self._step() == 1 else str(month // 12)
                self.setAccessibleName(_("{month}: {n}").format(month=name, n=number(count)))
                self.update()
        else:
            super().keyPressEvent(event)

    def _press(self, at: int) -> None:
        bars = self._bars()
        if 0 <= at < len(bars) and bars[at][1]:
            self.chosen.emit(bars[at][0])

    def paintEvent(self, event: QPaintEvent) -> None:
        bars = self._bars()
        if not bars:
            return
        painter = begin(self)
        metrics = QFontMetricsF(font("tiny"))
        foot = metrics.height() + px(4)
        plot = QRectF(0, px(4), self.width(), self.height() - foot - px(4))
        most = max(count for _month, count in bars)
        each = plot.width() / len(bars)
        gap = min(px(2), each * 0.25)
        painter.setPen(Qt.PenStyle.NoPen)
        for at, (_month, count) in enumerate(bars):
            if count:
                high = max(px(2), plot.height() * count / most)
                left = plot.width() - (at + 1) * each if is_rtl(self) else at * each
                painter.setBrush(colour("accent" if at == self._at else "chart"))
                painter.drawRect(QRectF(left, plot.bottom() - high, max(1.0, each - gap), high))
        self._paint_years(painter, plot, bars, metrics)
        painter.end()

    def _paint_years(
        self, painter: QPainter, plot: QRectF, bars: list[tuple[int, int]], metrics: QFontMetricsF
    ) -> None:
        painter.setFont(font("tiny"))
        painter.setPen(colour("text2"))
        each, wide = plot.width() / len(bars), metrics.horizontalAdvance("2000") + px(10)
        free = 0.0
        for at, (month, _count) in enumerate(bars):
            left = at * each
            if month % 12 == 0 and left >= free and left + wide <= plot.width() + px(10):
                shown = plot.width() - left - metrics.horizontalAdvance(str(month // 12)) if is_rtl(self) else left
                painter.drawText(QRectF(shown, plot.bottom() + px(4), wide, metrics.height()), 0, str(month // 12))
                free = left + wide


class MonthChart(QWidget):
    """The bars, and the same as a table of years."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.bars = MonthBars()
        self.bars.chosen.connect(self.chosen)
        self._column = QVBoxLayout(self)
        space(self._column, 4)
        self._column.addWidget(self.bars)
        self.turn_button = Btn(_("Show as a table"), "quiet")
        self.turn_button.clicked.connect(self._turn)
        self._column.addWidget(ButtonRow(self.turn_button))
        self.table: TrendTable | None = None
        self._years: list[tuple[str, int]] = []

    def show_months(self, months: Months) -> None:
        self.bars.show_months(months)
        years: dict[int, int] = {}
        for month, count in months:
            if month > 0:
                years[month // 12] = years.get(month // 12, 0) + count
        self._years = [(str(year), years[year]) for year in sorted(years)]
        if self.table is not None:
            self._drop_table()
            self._turn()

    def _turn(self) -> None:
        if self.table is None:
            self.table = TrendTable(self._years, _("Year"), _("Posts"))
            self._column.insertWidget(1, self.table)
            self.bars.hide()
            self.turn_button.setText(_("Show as bars"))
        else:
            self._drop_table()

    def _drop_table(self) -> None:
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
            self.table = None
            self.bars.show()
            self.turn_button.setText(_("Show as a table"))
