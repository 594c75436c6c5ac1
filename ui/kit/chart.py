"""A count over time: a small line with its first and last value written on it, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QFrame, QHeaderView, QSizePolicy, QTableView, QVBoxLayout, QWidget

from footprint.dates import number
from footprint.i18n import _
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.marks import Graphic, rounded
from ui.kit.paint import begin, is_rtl
from ui.kit.theme import colour, font, px, restyles, space
from ui.kit.words import bold

Points = Sequence[tuple[str, int]]
WIDEST_TABLE = 420  # so that each number stands near its month


def round_top(most: int) -> int:
    """The top of the scale: a round number not below `most`, in steps of which four or five fit."""
    step = 1
    while step * 5 < most:
        step = next(bigger for bigger in _steps() if bigger > step)
    return max(step, -(-most // step) * step)


def _steps() -> Iterator[int]:
    tens = 1
    while True:
        yield from (tens, 2 * tens, 5 * tens)
        tens *= 10


class TrendChart(Graphic):
    """6 to 12 points. `sentence` is what the line tells, for people who cannot see it; Tab reaches the chart."""

    def __init__(self, points: Points, sentence: str, name: str = "") -> None:
        super().__init__(name or _("Chart"), sentence)
        self._points = tuple(points)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(170))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._points:
            return
        painter = begin(self)
        painter.setFont(font("tiny"))
        metrics = QFontMetricsF(font("tiny"))
        top = round_top(max(count for _label, count in self._points))
        side = metrics.horizontalAdvance(number(top)) + px(8)
        plot = QRectF(side, px(22), self.width() - side - px(18), self.height() - px(22) - metrics.height() - px(8))
        self._paint_scale(painter, plot, top, metrics)
        places = self._places(plot, top)
        self._paint_line(painter, plot, places)
        self._paint_points(painter, plot, places, metrics)
        painter.end()

    def _x(self, x: float) -> float:
        """Time runs in the reading direction."""
        return self.width() - x if is_rtl(self) else x

    def _places(self, plot: QRectF, top: int) -> list[QPointF]:
        inner, last = plot.width() - px(16), max(1, len(self._points) - 1)
        return [
            QPointF(self._x(plot.left() + px(8) + inner * at / last), plot.bottom() - plot.height() * count / top)
            for at, (_label, count) in enumerate(self._points)
        ]

    def _paint_scale(self, painter: QPainter, plot: QRectF, top: int, metrics: QFontMetricsF) -> None:
        step = next(step for step in _steps() if top // step <= 5 and top % step == 0)
        side = Qt.AlignmentFlag.AlignLeft if is_rtl(self) else Qt.AlignmentFlag.AlignRight
        flags = (side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute).value
        high = metrics.height()
        for value in range(0, top + 1, step):
            y = plot.bottom() - plot.height() * value / top
            painter.setPen(QPen(colour("chart_grid"), 1))
            painter.drawLine(QPointF(self._x(plot.left()), y), QPointF(self._x(plot.right()), y))
            painter.setPen(colour("text2"))
            room = QRectF(0, y - high / 2, plot.left() - px(8), high)
            if is_rtl(self):
                room.moveRight(self.width())
            painter.drawText(room, flags, number(value))

    def _paint_line(self, painter: QPainter, plot: QRectF, places: list[QPointF]) -> None:
        line = QPainterPath(places[0])
        for place in places[1:]:
            line.lineTo(place)
        area = QPainterPath(line)
        area.lineTo(places[-1].x(), plot.bottom())
        area.lineTo(places[0].x(), plot.bottom())
        area.closeSubpath()
        fade = QLinearGradient(0, plot.top(), 0, plot.bottom())
        below = colour("chart_fill")
        fade.setColorAt(0, below)
        below.setAlpha(30)
        fade.setColorAt(1, below)
        painter.fillPath(area, fade)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(rounded("chart", px(2.5)))
        painter.drawPath(line)

    def _paint_points(self, painter: QPainter, plot: QRectF, places: list[QPointF], metrics: QFontMetricsF) -> None:
        middle, last = Qt.AlignmentFlag.AlignCenter.value, len(places) - 1
        widest = max(metrics.horizontalAdvance(label) for label, _count in self._points) + px(8)
        every = max(1, -(-round(widest * len(places)) // max(1, round(plot.width()))))
        for at, ((label, count), place) in enumerate(zip(self._points, places, strict=True)):
            end = at in (0, last)
            painter.setPen(QPen(colour("chart"), px(2)))
            painter.setBrush(colour("chart" if at == last else "surface"))
            size = px(5) if at == last else px(3.5)
            painter.drawEllipse(place, size, size)
            if end or (at % every == 0 and last - at >= every):
                painter.setPen(colour("text" if end else "text2"))
                room = QRectF(place.x() - widest / 2, plot.bottom() + px(6), widest, metrics.height())
                room.moveLeft(min(max(room.left(), 0.0), self.width() - widest))
                painter.drawText(room, middle, label)
            if end:
                painter.setFont(bold("tiny"))
                painter.setPen(colour("text"))
                painter.drawText(QRectF(place.x() - px(40), place.y() - px(25), px(80), px(18)), middle, number(count))
                painter.setFont(font("tiny"))


class TrendTable(QTableView):
    """The same numbers as a table, whole: it never scrolls by itself."""

    def __init__(self, points: Points, when: str = "", what: str = "") -> None:
        super().__init__()
        rows = QStandardItemModel(0, 2, self)
        rows.setHorizontalHeaderLabels([when or _("When"), what or _("How many")])
        for label, count in points:
            rows.appendRow([QStandardItem(label), QStandardItem(number(count))])
        self.setModel(rows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(_("The numbers of the chart"))
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event) and self.model() is not None:
            self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(32))
        self.horizontalHeader().setFixedHeight(px(34))
        self.setFixedHeight(px(32) * self.model().rowCount() + px(34))
        self.setMaximumWidth(px(WIDEST_TABLE))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.minimumHeight())


class Trend(QWidget):
    """The chart and, behind a quiet button, its table."""

    def __init__(self, points: Points, sentence: str, name: str = "") -> None:
        super().__init__()
        self.chart = TrendChart(points, sentence, name)
        self.table = TrendTable(points)
        self.table.hide()
        self.button = Btn(_("Show as a table"), "quiet")
        self.button.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        space(column, 4)
        column.addWidget(self.chart, 1)
        column.addWidget(self.table)
        column.addWidget(ButtonRow(self.button))

    def _turn(self) -> None:
        as_table = self.table.isHidden()
        self.table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        self.button.setText(_("Show as a chart") if as_table else _("Show as a table"))
