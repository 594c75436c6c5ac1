"""A line at the bottom left that says what was done, with Undo beside it. It waits while someone is at it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from footprint.i18n import _
from ui.kit.access import announce
from ui.kit.buttons import Btn, CloseBtn, Tints
from ui.kit.focus import OVERLAY
from ui.kit.paint import begin, panel
from ui.kit.text import IconLabel, PlainLabel
from ui.kit.theme import is_high_contrast, px, restyles, space
from ui.kit.tokens import RADIUS

SECONDS = 10
_MARGIN, _WIDEST = 20, 560


class _InkBtn(Btn):
    """A button on the dark bar."""

    def tints(self) -> Tints:
        if self.underMouse() or self.isDown():
            return Tints("surface", "surface", "text")
        return Tints("", "surface", "surface")


class ToastArea(QWidget):
    """Lies over `window` and follows its size. One line at a time: a new one takes the place of the old."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(OVERLAY)
        self._undo: Callable[[], object] | None = None
        self._seconds = SECONDS
        self._above: QWidget | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.dismiss)
        self._words = PlainLabel("", "label", "surface")
        self._undo_button = _InkBtn(_("Undo"))
        self._undo_button.clicked.connect(self._take_back)
        self._close = CloseBtn(_("Dismiss"), "surface")
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        space(row, 12, (16, 8, 8, 8))
        row.addWidget(IconLabel("check", "surface", 18))
        row.addWidget(self._words, 1)
        row.addWidget(self._undo_button)
        row.addWidget(self._close)
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @property
    def words(self) -> str:
        """What is being said; "" when nothing is."""
        return self._words.text() if self.isVisible() else ""

    @property
    def undo_button(self) -> Btn:
        return self._undo_button

    def say(self, words: str, undo: Callable[[], object] | None = None, seconds: int = SECONDS) -> None:
        """Say `words` for `seconds` (0: until dismissed), with Undo where there is something to take back."""
        self._undo, self._seconds = undo, seconds
        self._words.setText(words)
        self._undo_button.setVisible(undo is not None)
        self._place()  # first: a mouse that rests in the corner where it would be born must not hold it
        self.show()
        self.raise_()
        self._place()
        self._wait()
        announce(self, words)

    def keep_above(self, bar: QWidget | None) -> None:
        """Stand above a bar at the foot of the window, so that its buttons stay in reach; None: nothing is there."""
        self._above = bar
        self._place()

    def dismiss(self) -> None:
        """Take the line away; focus that was in it goes back to the window."""
        had_focus = self._has_focus()
        self._clock.stop()
        self._undo = None
        self.hide()
        parent = self.parentWidget()
        if had_focus and parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    # -- waiting ---------------------------------------------------------------------------------------

    def _wait(self) -> None:
        if not self._seconds or self.underMouse() or self._has_focus():
            self._clock.stop()
        else:
            self._clock.start(self._seconds * 1000)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        if self.isVisible():
            self._wait()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._seconds and not self._has_focus():
            self._clock.start(self._seconds * 1000)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    # -- place and paint ---------------------------------------------------------------------------------

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event) and self.isVisible():
            self._place()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        margin = px(_MARGIN)
        width = max(px(200), min(px(_WIDEST), parent.width() - 2 * margin, self._wish()))
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = parent.width() - margin - width if rtl else margin
        self.resize(QSize(width, height))
        bar = self._above.height() if self._above is not None and isValid(self._above) else 0
        self.move(QPoint(left, parent.height() - bar - margin - height))

    def _wish(self) -> int:
        """Wide enough for the words on one line."""
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + px(8)
        undo = self._undo_button.sizeHint().width() + px(12) if self._undo is not None else 0
        return words + undo + px(16 + 18 + 12 + 12 + 32 + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        panel(painter, QRectF(self.rect()), "text", "surface" if is_high_contrast() else "", RADIUS["banner"])
        painter.end()
