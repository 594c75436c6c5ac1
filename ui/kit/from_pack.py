"""Where something comes from when an employer's pack brought it: one small mark, the same on every screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.packs.origins import FromPack, How
from ui.kit.layout import Fold
from ui.kit.paint import begin, draw_icon, panel
from ui.kit.text import PlainLabel
from ui.kit.theme import px, space

ICON = "book"
_GLYPH, _EDGE, _GAP, _HIGH = 14, 9, 6, 26


class FromPackMark(PlainLabel):
    """ "From Exampleshire Council", with an edge in place of a fill: it says where from, and is no state.

    The whole sentence, with the organisation's reason, is its description for a screen reader.
    """

    def __init__(self, mark: FromPack) -> None:
        self.mark = mark
        super().__init__(mark.words, "pill", "text2", wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(mark.words)
        self.setAccessibleDescription(mark.why)

    def _restyle(self) -> None:
        super()._restyle()
        self.setContentsMargins(px(_EDGE + _GLYPH + _GAP), px(3), px(_EDGE), px(3))
        self.setMinimumHeight(px(_HIGH))

    def sizeHint(self) -> QSize:
        """On one line; a long name of an organisation wraps only where there is no room for it."""
        margins = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() + margins.right() + px(2)
        return QSize(wide, max(px(_HIGH), self.heightForWidth(wide)))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(140)), px(_HIGH))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        panel(painter, QRectF(self.rect()), "", "border_strong", _HIGH // 2)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - px(_EDGE + _GLYPH) if rtl else px(_EDGE)
        top = (min(self.height(), px(_HIGH)) - px(_GLYPH)) / 2
        draw_icon(painter, QRectF(left, top, px(_GLYPH), px(_GLYPH)), ICON, "text2")
        painter.end()
        super().paintEvent(event)


class FromPackNote(QWidget):
    """The mark, why the organisation changed something, and the app's own words under a fold."""

    def __init__(self, mark: FromPack, original: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        space(column, 4)
        self.mark = FromPackMark(mark)
        column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        if mark.how is not How.ADDED or mark.reason:
            column.addWidget(PlainLabel(mark.why, "small", "text2"))
        self.original: Fold | None = None
        if original:
            self.original = Fold(_("The app’s own words"))
            self.original.body.addWidget(PlainLabel(original))
            column.addWidget(self.original)
