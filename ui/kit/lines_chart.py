"""Several counts over time, each on a line of its own below the others, to one scale; and the same as a table.

No line is told from another by its colour: each has its name before it, its first number and its last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QHeaderView, QSizePolicy, QTableView, QVBoxLayout, QWidget

from footprint.dates import number
from footprint.i18n import _
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.marks import Graphic, rounded
from ui.kit.paint import begin, is_rtl, leading
from ui.kit.text import PlainLabel
from ui.kit.theme import colour, font, line, px, restyles, space
from ui.kit.words import bold

_BESIDE = 460  # from this width on, the name of a line stands before it, else above it
_STRIP, _GAP, _TOP = 34, 12, 6
_COLUMN = 96  # the least width of a column of the table
_MOST_DOTS = 14  # more would run into each other


@dataclass(frozen=True)
class Line:
    """One count over time, a value for each day. `base`: what the others are counted among, drawn apart to a scale of
    its own."""

    label: str
    values: tuple[int, ...]
    base: bool = False


@dataclass(frozen=True)
class LinesData:
    """What the chart and the table show. `days` are in words; `marked` days get a sign that `mark` explains."""

    days: tuple[str, ...]
    lines: tuple[Line, ...]
    marked: tuple[bool, ...] = ()
    mark: str = ""

    def most(self, *, base: bool) -> int:
        return max((value for one in self.lines if one.base is base for value in one.values), default=0)

    @property
    def has_marks(self) -> bool:
        return any(self.marked)


class LinesChart(Graphic):
    """2 to 40 days, up to 12 lines. `sentence` is what they tell, for people who cannot see it; Tab reaches it."""

    def __init__(self, data: LinesData, sentence: str, name: str = "") -> None:
        super().__init__(name or _("Chart"), sentence)
        self.data = data
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # -- sizes -------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(px(520), self._tall(self.width() or px(520)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self._tall(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _tall(self, width: int) -> int:
        metrics = QFontMetricsF(font("small"))
        foot = metrics.height() * (2 if self.data.has_marks else 1) + px(10)
        return round(px(_TOP) + len(self.data.lines) * self._pitch(width) + foot)

    def _pitch(self, width: float) -> float:
        """From the top of one line to the top of the next."""
        name = 0.0 if self._beside(width) else QFontMetricsF(font("small")).height() + px(2)
        return name + px(_STRIP) + px(_GAP)

    def _beside(self, width: float) -> bool:
        return width >= px(_BESIDE) and self._names() <= width * 0.42

    def _names(self) -> float:
        metrics = QFontMetricsF(font("small"))
        return max((metrics.horizontalAdvance(one.label) for one in self.data.lines), default=0) + px(14)

    # -- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.data.lines or not self.data.days:
            return
        painter = begin(self)
        width = float(self.width())
        tops = {base: max(1, self.data.most(base=base)) for base in (False, True)}
        number_room = QFontMetricsF(bold("small")).horizontalAdvance(number(max(10, *tops.values()))) + px(10)
        beside = self._beside(width)
        left = self._names() if beside else 0.0
        plot = QRectF(left + number_room, 0, width - left - 2 * number_room, px(_STRIP))
        for at, one in enumerate(self.data.lines):
            y = px(_TOP) + at * self._pitch(width)
            self._paint_name(painter, one, QRectF(0, y, width if not beside else left - px(10), px(_STRIP)), beside)
            y += self._pitch(width) - px(_STRIP) - px(_GAP)
            self._paint_line(painter, one, plot.translated(0, y), tops[one.base], number_room)
            self._paint_marks(painter, plot.translated(0, y))
        self._paint_days(painter, plot, px(_TOP) + len(self.data.lines) * self._pitch(width))
        painter.end()

    def _turned(self, rect: QRectF) -> QRectF:
        """Time runs in the reading direction."""
        return QRectF(self.width() - rect.right(), rect.top(), rect.width(), rect.height()) if is_rtl(self) else rect

    def _paint_name(self, painter: QPainter, one: Line, room: QRectF, beside: bool) -> None:
        painter.setFont(font("small"))
        painter.setPen(colour("text"))
        room = room if beside else QRectF(room.left(), room.top(), room.width(), QFontMetricsF(font("small")).height())
        painter.drawText(self._turned(room), leading(is_rtl(self), middle=beside), one.label)

    def _xs(self, plot: QRectF) -> list[float]:
        last = max(1, len(self.data.days) - 1)
        xs = [plot.left() + plot.width() * at / last for at in range(len(self.data.days))]
        return [self.width() - x for x in xs] if is_rtl(self) else xs

    def _paint_line(self, painter: QPainter, one: Line, plot: QRectF, top: int, number_room: float) -> None:
        if len(self.data.days) == 1:
            self._paint_bar(painter, one, plot, top, number_room)
            return
        painter.setPen(QPen(colour("chart_grid"), line()))
        painter.drawLine(self._turned(plot).bottomLeft(), self._turned(plot).bottomRight())
        xs = self._xs(plot)
        ys = [plot.bottom() - (plot.height() - px(4)) * value / top for value in one.values]
        steps = QPainterPath(QPointF(xs[0], ys[0]))  # what was known stands until it is looked at again
        for x, y in zip(xs[1:], ys[1:], strict=True):
            steps.lineTo(x, steps.currentPosition().y())
            steps.lineTo(x, y)
        area = QPainterPath(steps)
        area.lineTo(xs[-1], plot.bottom())
        area.lineTo(xs[0], plot.bottom())
        area.closeSubpath()
        painter.fillPath(area, colour("sunken" if one.base else "chart_fill"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(rounded("border_strong" if one.base else "chart", px(1.5 if one.base else 2)))
        painter.drawPath(steps)
        if not one.base:
            self._paint_dots(painter, xs, ys)
        self._paint_ends(painter, one, plot, number_room)

    def _paint_bar(self, painter: QPainter, one: Line, plot: QRectF, top: int, number_room: float) -> None:
        """Of a single day there is no line yet: a bar from the start, and its number."""
        high = px(12)
        bar = QRectF(plot.left(), plot.center().y() + px(2) - high / 2, plot.width() * one.values[0] / top, high)
        painter.fillRect(self._turned(bar), colour("border_strong" if one.base else "chart"))
        self._paint_ends(painter, one, plot, number_room)

    def _paint_dots(self, painter: QPainter, xs: Sequence[float], ys: Sequence[float]) -> None:
        painter.setPen(QPen(colour("chart"), px(2)))
        for at, (x, y) in enumerate(zip(xs, ys, strict=True)):
            end = at in (0, len(xs) - 1)
            if end or len(xs) <= _MOST_DOTS:
                painter.setBrush(colour("chart" if at == len(xs) - 1 else "surface"))
                size = px(4) if end else px(3)
                painter.drawEllipse(QPointF(x, y), size, size)

    def _paint_ends(self, painter: QPainter, one: Line, plot: QRectF, room: float) -> None:
        """The first number before the line and the last after it, in step with the reading direction."""
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        before, after = (left, right) if is_rtl(self) else (right, left)
        if len(one.values) > 1:
            painter.setFont(font("small"))
            painter.setPen(colour("text2"))
            box = QRectF(plot.left() - room, plot.top(), room - px(10), plot.height() + px(4))
            painter.drawText(self._turned(box), (middle | before).value, number(one.values[0]))
        painter.setFont(bold("small"))
        painter.setPen(colour("text"))
        box = QRectF(plot.right() + px(10), plot.top(), room - px(10), plot.height() + px(4))
        painter.drawText(self._turned(box), (middle | after).value, number(one.values[-1]))

    def _paint_days(self, painter: QPainter, plot: QRectF, y: float) -> None:
        """The first day and the last, and below them the signs."""
        painter.setFont(font("small"))
        painter.setPen(colour("text2"))
        metrics = QFontMetricsF(font("small"))
        wide, high = plot.width() / 2 + px(40), metrics.height()
        middle = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        start, end = tuple(reversed(sides)) if is_rtl(self) else sides
        first, last = self.data.days[0], self.data.days[-1]
        painter.drawText(self._turned(QRectF(plot.left() - px(4), y, wide, high)), (middle | start).value, first)
        if len(self.data.days) > 1:
            room = QRectF(plot.right() + px(4) - wide, y, wide, high)
            painter.drawText(self._turned(room), (middle | end).value, last)
        if self.data.has_marks:
            self._paint_key(painter, y + high + px(2), high)

    def _paint_marks(self, painter: QPainter, plot: QRectF) -> None:
        """A dashed line through the days on which something could not be looked at."""
        painter.setPen(_dashes())
        for x, marked in zip(self._xs(plot), self.data.marked, strict=False):
            if marked and len(self.data.days) > 1:
                painter.drawLine(QPointF(x, plot.top() - px(2)), QPointF(x, plot.bottom() + px(2)))

    def _paint_key(self, painter: QPainter, y: float, high: float) -> None:
        """What a dashed line means."""
        sign = self.width() - px(2) if is_rtl(self) else px(2)
        painter.setPen(_dashes())
        painter.drawLine(QPointF(sign, y + px(2)), QPointF(sign, y + high - px(2)))
        painter.setPen(colour("text2"))
        room = self._turned(QRectF(px(10), y, self.width() - px(10), high))
        painter.drawText(room, leading(is_rtl(self)), self.data.mark)


def _dashes() -> QPen:
    return QPen(colour("text2"), px(1), Qt.PenStyle.DashLine)


class LinesTable(QTableView):
    """The same numbers, a row for each day; wide ones scroll by themselves, and the days stay in sight."""

    def __init__(self, data: LinesData) -> None:
        super().__init__()
        rows = QStandardItemModel(0, len(data.lines), self)
        rows.setHorizontalHeaderLabels([one.label for one in data.lines])
        for at in range(len(data.days)):
            rows.appendRow([_cell(one.values[at]) for one in data.lines])
        marks = data.marked or (False,) * len(data.days)
        rows.setVerticalHeaderLabels(
            [f"{day} *" if marked else day for day, marked in zip(data.days, marks, strict=True)]
        )
        self.setModel(rows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(_("The numbers of the chart"))
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        wrap = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        across, down = self.horizontalHeader(), self.verticalHeader()
        for header, name in ((across, _("What is counted")), (down, _("When"))):
            header.setAccessibleName(name)
            header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            header.setSectionsClickable(False)
        corner = self.findChild(QAbstractButton)
        if corner is not None:  # Qt keeps it in sight
            corner.setAccessibleName(_("When"))
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag(wrap.value | Qt.TextFlag.TextWordWrap.value))
        down.setDefaultAlignment(wrap)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setHighlightSections(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event) and self.model() is not None:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """As tall as its rows, with room for a scroll bar only where it needs one."""
        self.verticalHeader().setDefaultSectionSize(px(32))
        columns = self.model().columnCount()
        room = self.width() - self.verticalHeader().sizeHint().width() - px(4)
        wide = max(px(_COLUMN), min(px(180), room // max(1, columns)))
        self.horizontalHeader().setDefaultSectionSize(wide)
        metrics, words = QFontMetrics(font("body")), Qt.TextFlag.TextWordWrap.value
        heads = [str(self.model().headerData(at, Qt.Orientation.Horizontal)) for at in range(columns)]
        tall = max((metrics.boundingRect(0, 0, wide - px(24), 999, words, one).height() for one in heads), default=0)
        self.horizontalHeader().setFixedHeight(tall + px(12))
        bar = px(12) if wide * columns > room else 0
        self.setFixedHeight(px(32) * self.model().rowCount() + tall + px(12) + bar + px(2))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.minimumHeight())


def _cell(value: int) -> QStandardItem:
    return QStandardItem(number(value))


class Lines(QWidget):
    """The chart and, behind a quiet button, its table."""

    def __init__(self, data: LinesData, sentence: str, name: str = "") -> None:
        super().__init__()
        self.chart = LinesChart(data, sentence, name)
        self.table: LinesTable | None = None
        self.key = PlainLabel(f"* {data.mark}" if data.has_marks else "", "small", "text2")
        self.key.hide()
        self._data = data
        self.button = Btn(_("Show as a table"), "quiet")
        self.button.clicked.connect(self._turn)
        self._column = QVBoxLayout(self)
        space(self._column, 6)
        self._column.addWidget(self.chart)
        self._column.addWidget(ButtonRow(self.button))

    def _turn(self) -> None:
        if self.table is None:
            self.table = LinesTable(self._data)
            self.table.hide()
            self._column.insertWidget(1, self.table)
            self._column.insertWidget(2, self.key)
        as_table = self.table.isHidden()
        self.table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        self.key.setVisible(as_table and self._data.has_marks)
        self.button.setText(_("Show as a chart") if as_table else _("Show as a table"))
