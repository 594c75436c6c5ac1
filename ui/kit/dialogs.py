"""Dialogs that never block: opened, answered by signals, closed with Esc, and the focus goes back to where it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from footprint.i18n import _
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.column import TopColumn
from ui.kit.layout import scroll
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space

ROOM = 0.9  # the share of the screen a dialog may take


class Sheet(QDialog):
    """A dialog with a title, a body that scrolls when it must, and a bar of buttons. Opened once with `open()`."""

    WIDTH = 560

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._opener: QWidget | None = None
        self.heading = Heading(title, "h2")
        self._inner = QWidget()
        self.body = TopColumn(self._inner)
        space(self.body, 12)
        self._area: QScrollArea = scroll(self._inner)
        self.bar = ButtonRow(at_end=True)
        column = QVBoxLayout(self)
        space(column, 16, (24, 22, 24, 20))
        column.addWidget(self.heading)
        column.addWidget(self._area, 1)
        column.addWidget(self.bar)
        self._inner.installEventFilter(self)
        self.finished.connect(self._closed)

    def add(self, widget: QWidget) -> QWidget:
        """Put a widget at the end of the body, and hand it back."""
        self.body.addWidget(widget)
        return widget

    def add_button(self, button: Btn) -> Btn:
        """Put a button at the end of the bar; the one that does the thing goes last."""
        self.bar.add(button)
        return button

    def open(self) -> None:
        """Show the dialog over its window and go on at once."""
        self._opener = QApplication.focusWidget()
        super().open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            QTimer.singleShot(0, self, self.fit)
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """As tall as the words need at this width, within the screen; what does not fit is scrolled to."""
        room = self.screen().availableGeometry().size() * ROOM
        width = min(px(self.WIDTH), room.width())
        margins = self.layout().contentsMargins()
        inner = width - margins.left() - margins.right()
        body = self._inner.layout().totalHeightForWidth(inner) if self.body.hasHeightForWidth() else -1
        tall = max(body, self._inner.minimumSizeHint().height() if body < 0 else 0)
        around = margins.top() + margins.bottom() + 2 * self.layout().spacing()
        bar = self.bar.heightForWidth(inner)
        whole = around + self.heading.heightForWidth(inner) + tall + bar
        self.resize(width, min(whole, room.height()))

    def _closed(self, _result: int) -> None:
        opener = self._opener
        if opener is not None and isValid(opener) and opener.isVisible():
            opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()


class Question(Sheet):
    """Asked only before what cannot be undone. The title is the question; the focus starts on keeping things.

    `accepted` means do it; everything else, Esc among it, is `rejected`.
    """

    WIDTH = 480

    def __init__(
        self, parent: QWidget | None, title: str, words: str, do: str, keep: str, danger: bool = False
    ) -> None:
        super().__init__(parent, title)
        self.add(PlainLabel(words))
        self.keep_button = self.add_button(Btn(keep))
        self.do_button = self.add_button(Btn(do, "danger" if danger else "primary"))
        self.keep_button.clicked.connect(self.reject)
        self.do_button.clicked.connect(self.accept)
        self.keep_button.setFocus()


class Message(Sheet):
    """Something to know, and one button."""

    WIDTH = 480

    def __init__(self, parent: QWidget | None, title: str, words: str, button: str = "") -> None:
        super().__init__(parent, title)
        self.add(PlainLabel(words))
        self.button = self.add_button(Btn(button or _("Close"), "primary"))
        self.button.clicked.connect(self.accept)
        self.button.setFocus()
