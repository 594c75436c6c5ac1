"""The page itself as it will be on paper: ink on white in every theme, in the very words of the file."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.supervision import summary
from footprint.supervision.summary import Summary
from ui.kit.group import Group
from ui.kit.layout import Columns
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space
from ui.kit.tokens import LIGHT, RADIUS
from ui.page import clear


class _Ink(PlainLabel):
    """Words in the ink of the light theme, whatever the theme is."""

    def _put_colour(self) -> None:
        _ink(self, self._colour)


class _InkHeading(Heading):
    def _put_colour(self) -> None:
        _ink(self, self._colour)


def _ink(label: PlainLabel, name: str) -> None:
    shade = QColor(LIGHT[name])
    if label.palette().color(QPalette.ColorRole.WindowText) != shade:
        made = label.palette()
        made.setColor(QPalette.ColorRole.WindowText, shade)
        label.setPalette(made)


class SummarySheet(Group):
    """Shows one summary. It is handed nothing else, so it can show nothing else."""

    def __init__(self) -> None:
        super().__init__(_("Preview: exactly what your manager will see"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._column = QVBoxLayout(self)
        space(self._column, 10, (28, 22, 28, 22))
        self.shown: Summary | None = None

    def show_summary(self, one: Summary, *, caption: str = "") -> None:
        """`caption` stands over the page, and is not on it."""
        self.shown = one
        clear(self._column)
        put = self._column.addWidget
        put(_Ink(caption or _("Preview: exactly what your manager will see"), "small", "text2"))
        put(_InkHeading(summary.title(), "h2"))
        put(_Ink(summary.opening()))
        for line in summary.lines(one):
            name, words = _Ink(line.name, "h3"), _Ink(line.words)
            for label in (name, words):
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
            put(Columns([name, words], [2, 3], min_width=320, spacing=12))
        self._column.addStretch(1)
        self._column.addSpacing(px(8))
        put(_Ink(summary.foot(), "small", "text2"))

    def words(self) -> str:
        """All that stands on it, for a test to compare with the file."""
        return "\n".join(label.text() for label in self.findChildren(PlainLabel) if not label.isHidden())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(LIGHT["border"]), 1))
        painter.setBrush(Qt.GlobalColor.white)
        radius = px(RADIUS["control"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


def sheet_of(one: Summary, caption: str) -> QWidget:
    """A summary that was given, shown again from what is kept of it."""
    made = SummarySheet()
    made.show_summary(one, caption=caption)
    return made
