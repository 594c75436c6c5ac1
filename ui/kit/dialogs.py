"""Dialogs that never block: opened, answered by signals, closed with Esc, and the focus goes back to where it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from footprint.i18n import _
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.column import TopColumn
from ui.kit.layout import hbox, scroll
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space

ROOM = 0.9  # the share of the screen a dialog may take
RING = 6  # kept free round the body, where a focus ring would be cut off


class Sheet(QDialog):
    """A dialog with a title, a body that scrolls when it must, and a bar of buttons. Opened once with `open()`."""

    WIDTH = 560

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._opener: QWidget | None = None
        self._whole = 0
        self.primary: Btn | None = None
        self.heading = Heading(title, "h2")
        self._inner = QWidget()
        self.body = TopColumn(self._inner)
        space(self.body, 12, (RING, RING, RING, RING))
        self._area: QScrollArea = scroll(self._inner)
        self._area.setMinimumHeight(1)  # as low as its words, where Qt would keep room for a scroll bar
        self.bar = ButtonRow(at_end=True)
        column = QVBoxLayout(self)
        space(column, 16 - RING, (24 - RING, 22, 24 - RING, 20))
        column.addLayout(hbox(self.heading, margins=(RING, 0, RING, 0)))
        column.addWidget(self._area, 1)
        column.addLayout(hbox(self.bar, margins=(RING, 0, RING, 0)))
        self._inner.installEventFilter(self)
        self.finished.connect(self._closed)

    def add(self, widget: QWidget) -> QWidget:
        """Put a widget at the end of the body, and hand it back."""
        self.body.addWidget(widget)
        return widget

    def add_button(self, button: Btn) -> Btn:
        """Put a button at the end of the bar; the one that does the thing goes last."""
        self.bar.add(button)
        if button.kind == "primary":
            self.primary = button
        return button

    def open(self) -> None:
        """Show the dialog over its window and go on at once."""
        self._opener = QApplication.focusWidget()
        super().open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Only when it must be: a bar that came up on the way would take width, need height for it, and never go again.
        policy = Qt.ScrollBarPolicy
        needed = policy.ScrollBarAsNeeded if self.height() < self._whole else policy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(needed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter presses the primary button, as on a page."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.primary is not None:
            self.primary.click()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            QTimer.singleShot(0, self, self.fit)
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """As tall as the words need at this width, within the screen; what does not fit is scrolled to."""
        room = self.screen().availableGeometry().size() * ROOM
        width = min(px(self.WIDTH), room.width())
        margins, between = self.layout().contentsMargins(), self.layout().spacing()
        body = width - margins.left() - margins.right()
        inner = body - 2 * px(RING)
        tall = self.heading.heightForWidth(inner) + self.bar.heightForWidth(inner) + 2 * between
        tall += self.body.totalHeightForWidth(body) if self.body.hasHeightForWidth() else self.body.sizeHint().height()
        whole = tall + margins.top() + margins.bottom()
        if whole == self._whole:  # a size chosen by hand stays until the words change
            return
        self._whole = whole
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
