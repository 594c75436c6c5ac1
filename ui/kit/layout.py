"""Putting widgets beside and below each other, in sizes at 100% text that follow the text size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from footprint.i18n import _
from ui.kit.buttons import Btn
from ui.kit.placed import Placed
from ui.kit.theme import px, space

Part = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]


def hbox(*parts: Part, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """A row. None is a stretch, a number a gap."""
    made = QHBoxLayout()
    _fill(made, parts, spacing, margins)
    return made


def vbox(*parts: Part, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """A column. None is a stretch, a number a gap; buttons stand at the reading edge."""
    made = QVBoxLayout()
    _fill(made, parts, spacing, margins)
    return made


def _fill(box: QBoxLayout, parts: Sequence[Part], spacing: int, margins: Margins) -> None:
    space(box, spacing, margins)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(px(part))
        elif isinstance(part, QLayout):
            box.addLayout(part)
        elif isinstance(part, Btn) and isinstance(box, QVBoxLayout):
            part.set_flush()
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            box.addWidget(part)


class _InColumns(Placed):
    """Parts in columns: the two kinds say how wide each column is."""

    @property
    def parts(self) -> tuple[QWidget, ...]:
        return tuple(self._parts)

    def clear(self) -> None:
        """Take all parts out; they are deleted once the event in hand is over."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self.updateGeometry()

    # -- for the two kinds to say --------------------------------------------------------------------

    def _widths(self, width: int) -> list[int]:
        """The widths of the columns for `width`; one only when everything stands in one column."""
        raise NotImplementedError

    # -- Qt's questions --------------------------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        rows = self._row_heights(width)
        return sum(rows) + px(self._gap) * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        width = max((part.sizeHint().width() for part in self._shown()), default=0)
        width = max(width, self.width()) if self.isVisible() else width
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((_least(part) for part in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)) if self.isVisible() else 0)

    # -- placing -----------------------------------------------------------------------------------------

    def _rows(self, columns: int) -> list[list[QWidget]]:
        shown = self._shown()
        return [shown[at : at + columns] for at in range(0, len(shown), columns)]

    def _row_heights(self, width: int) -> list[int]:
        widths = self._widths(width)
        return [
            max(_height(part, wide) for part, wide in zip(row, widths, strict=False)) for row in self._rows(len(widths))
        ]

    def _place(self) -> None:
        widths, top, gap = self._widths(self.width()), 0, px(self._gap)
        heights = self._stretched(self._row_heights(self.width()), len(widths))
        rtl = self._is_rtl()
        for row, tall in zip(self._rows(len(widths)), heights, strict=True):
            at = 0
            for part, wide in zip(row, widths, strict=False):
                part.setGeometry(self.width() - at - wide if rtl else at, top, wide, tall)
                at += wide + gap
            top += tall + gap

    def _stretched(self, heights: list[int], columns: int) -> list[int]:
        """Height left over goes to the one row there is, or else to the rows that can use it."""
        spare = self.height() - sum(heights) - px(self._gap) * max(0, len(heights) - 1)
        if spare <= 0 or not heights:
            return heights
        wants = [any(_grows(part) for part in row) for row in self._rows(columns)]
        if len(heights) == 1:
            wants = [True]
        if not any(wants):
            return heights
        share = spare // sum(wants)
        return [tall + (share if want else 0) for tall, want in zip(heights, wants, strict=True)]


def _height(part: QWidget, width: int) -> int:
    tall = part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
    return min(max(tall, part.minimumSizeHint().height(), part.minimumHeight()), part.maximumHeight())


def _least(part: QWidget) -> int:
    return max(part.minimumSizeHint().width(), part.minimumWidth())


def _grows(part: QWidget) -> bool:
    return bool(part.sizePolicy().verticalPolicy().value & QSizePolicy.PolicyFlag.ExpandFlag.value)


class Flow(_InColumns):
    """Equal columns, as many as fit, at most `most`; fewer as it narrows. Sizes at 100% text."""

    def __init__(self, widgets: Sequence[QWidget], column: int = 190, gap: int = 10, *, most: int = 6) -> None:
        self._column, self._most = column, most
        super().__init__(widgets, gap)

    def _widths(self, width: int) -> list[int]:
        gap = px(self._gap)
        least = max([px(self._column), *(_least(part) for part in self._shown())])
        count = max(1, min(self._most, (width + gap) // (least + gap)))
        return [max(1, (width - gap * (count - 1)) // count)] * count


class Columns(_InColumns):
    """Side by side from `min_width` up, one under the other below it (WCAG 1.4.10). Sizes at 100% text."""

    def __init__(
        self, widgets: Sequence[QWidget], ratio: Sequence[float] | None = None, min_width: int = 760, spacing: int = 16
    ) -> None:
        self._ratio, self._min_width = ratio, min_width
        super().__init__(widgets, spacing)

    @property
    def stacked(self) -> bool:
        return len(self._widths(self.width())) == 1

    def _widths(self, width: int) -> list[int]:
        shown, gap = self._shown(), px(self._gap)
        room = width - gap * (len(shown) - 1)
        if width < px(self._min_width) or len(shown) < 2:
            return [width]
        shares = [self._share(part) for part in shown]
        widths = [int(room * share / sum(shares)) for share in shares]
        if any(wide < _least(part) for part, wide in zip(shown, widths, strict=True)):
            return [width]
        widths[-1] += room - sum(widths)
        return widths

    def _share(self, part: QWidget) -> float:
        at = self._parts.index(part)
        return self._ratio[at] if self._ratio and at < len(self._ratio) else 1


class Fold(QWidget):
    """A part that opens and closes under a quiet button; put what it holds into `body`."""

    toggled = Signal(bool)

    def __init__(self, title: str, *, is_open: bool = False) -> None:
        super().__init__()
        self.button = Btn(title, "quiet")
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        space(self.body, 8, (22, 0, 0, 0))  # in line with the words of the button
        self.setLayout(vbox(self.button, self._inner, spacing=4))
        self.button.clicked.connect(lambda: self.set_open(not self.is_open))
        self._open = not is_open
        self.set_open(is_open)

    @property
    def is_open(self) -> bool:
        return self._open

    def set_open(self, is_open: bool) -> None:
        if is_open == self._open:
            return
        self._open = is_open
        self._inner.setVisible(is_open)
        self.button.set_icon("down" if is_open else "right")
        self.button.setAccessibleDescription(_("Open") if is_open else _("Closed"))
        self.toggled.emit(is_open)


def scroll(widget: QWidget) -> QScrollArea:
    """Let a widget scroll up and down, never sideways; what is behind it shows through."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setViewport(QWidget())  # Qt's own would fill its ground
    area.setWidget(widget)
    widget.setAutoFillBackground(False)
    return area
