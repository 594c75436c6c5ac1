"""A list row that is one button, for the short lists of a card; long lists are `lists.ListPane`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.paint import begin, is_rtl
from ui.kit.pressable import Pressable
from ui.kit.row_paint import RowLook, RowMeasure, RowState, measure, paint_row
from ui.kit.theme import px
from ui.kit.tokens import HEIGHT

__all__ = ["RowButton", "RowLook", "RowState", "paint_row"]


class RowButton(Pressable):
    """A whole row as one button: one tab stop, one name. Words wrap; the status drops below them in a narrow row."""

    def __init__(
        self,
        title: str,
        meta: str = "",
        pill: str = "",
        tone: str = "neutral",
        *,
        icon: str = "",
        letter: str = "",
        chevron: bool = True,
        hint: str = "",
        last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._look = RowLook(title, meta, pill, tone, icon, letter, hint=hint)
        self._chevron, self._last = chevron, last
        self._laid: tuple[int, RowMeasure] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name_it()

    @property
    def look(self) -> RowLook:
        return self._look

    def show_row(self, title: str, meta: str = "", pill: str = "", tone: str = "neutral") -> None:
        """Other words in the same row."""
        self._look = replace(self._look, title=title, meta=meta, pill=pill, tone=tone)
        self._name_it()
        self.measure_again()

    def set_last(self, last: bool) -> None:
        """The last row of a card has no rule under it."""
        self._last = last
        self.update()

    def _name_it(self) -> None:
        self.setText(self._look.title)
        self.setAccessibleName(self._look.spoken)
        self.setAccessibleDescription(", ".join(one for one in (self._look.meta, self._look.hint) if one))

    def measure_again(self) -> None:
        self._laid = None
        super().measure_again()

    def _lay_out(self, width: int) -> RowMeasure:
        if self._laid is None or self._laid[0] != width:
            self._laid = (width, measure(self._look, width, chevron=self._chevron))
        return self._laid[1]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width).height

    def sizeHint(self) -> QSize:
        width = max(px(300), self.width()) if self.isVisible() else px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(HEIGHT["row"]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter as well as Space; Up and Down go to the row above and below."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._step(
            1 if event.key() == Qt.Key.Key_Down else -1
        ):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> bool:
        parent = self.parentWidget()
        if parent is None:
            return False
        kind = Qt.FindChildOption.FindDirectChildrenOnly
        rows = [row for row in parent.findChildren(RowButton, options=kind) if row.isVisible() and row.isEnabled()]
        rows.sort(key=lambda row: row.y())
        at = rows.index(self) + by
        if not 0 <= at < len(rows):
            return False
        rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        state = RowState(
            over=self.underMouse(),
            down=self.isDown(),
            chosen=self.isCheckable() and self.isChecked(),
            enabled=self.isEnabled(),
            rtl=is_rtl(self),
            chevron=self._chevron,
            rule=not self._last,
        )
        paint_row(painter, QRectF(self.rect()), self._look, state, self._lay_out(self.width()))
        painter.end()
