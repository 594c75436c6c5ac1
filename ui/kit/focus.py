"""A ring round whatever has keyboard focus: yellow outside, ink inside, seen on any ground; the mouse takes it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QRegion, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from ui.kit.paint import begin
from ui.kit.text import PlainLabel
from ui.kit.theme import colour, px

AWAY = 5
# The object name of what lies over the page, such as a toast: the ring of what is under it does not cross it.
OVERLAY = "overlay"
_OUTER, _INNER = 3, 2
_BESIDE_WORDS = 4
_KEYS = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_F6,
}
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}


class Ring(QWidget):
    """Lies over the window, takes no mouse and no focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        whole = QRectF(self.rect())
        half = _OUTER / 2
        self._stroke(painter, whole.adjusted(half, half, -half, -half), "focus_out", _OUTER, px(11))
        inner = _OUTER + _INNER / 2
        self._stroke(painter, whole.adjusted(inner, inner, -inner, -inner), "focus_in", _INNER, px(9))
        painter.end()

    @staticmethod
    def _stroke(painter: QPainter, rect: QRectF, shade: str, width: int, radius: int) -> None:
        painter.setPen(QPen(colour(shade), width))
        painter.drawRoundedRect(rect, radius, radius)


class FocusRings(QObject):
    """One per app. Listens to windows for keys and to the widget in focus for moves, never to every event there is."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.ring: Ring | None = None
        self.by_keyboard = False
        self._watched: list[QWidget] = []
        self._heard: list[QWindow] = []
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._place)
        app.focusChanged.connect(self._on_focus)
        app.focusWindowChanged.connect(self._listen)

    def _listen(self, window: QWindow | None) -> None:
        self._heard = [one for one in self._heard if isValid(one)]
        if window is not None and window not in self._heard:
            window.installEventFilter(self)
            self._heard.append(window)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        for one in self._watched:
            if isValid(one):
                one.removeEventFilter(self)
        self._watched = []
        while new is not None:
            new.installEventFilter(self)
            self._watched.append(new)
            new = None if new.isWindow() else new.parentWidget()
        self._due.start(0)

    def eventFilter(self, thing: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _KEYS and not self.by_keyboard:
                self.by_keyboard = True
                self._due.start(0)
        elif kind == QEvent.Type.MouseButtonPress:
            if self.by_keyboard:
                self.by_keyboard = False
                self._due.start(0)
        elif kind in _MOVES and self.by_keyboard:
            self._due.start(0)
        return False

    def _place(self) -> None:
        widget = QApplication.focusWidget()
        shown = self.by_keyboard and widget is not None and widget.isVisible()
        if self.ring is not None and (
            not isValid(self.ring) or not shown or widget is None or self.ring.window() is not widget.window()
        ):
            self._drop()
        if not shown or widget is None:
            return
        window = widget.window()
        if self.ring is None:
            self.ring = Ring(window)
        corner = widget.mapTo(window, QPoint(0, 0))
        place = _extent(widget).translated(corner).adjusted(-AWAY, -AWAY, AWAY, AWAY)
        self.ring.setGeometry(place)
        seen = QRegion(_seen(widget, window)) & place
        for over in window.findChildren(QWidget, OVERLAY):
            if over.isVisible() and not over.isAncestorOf(widget):
                seen -= QRect(over.mapTo(window, QPoint(0, 0)), over.size())
        if seen == QRegion(place):
            self.ring.clearMask()
        else:
            self.ring.setMask(seen.translated(-place.topLeft()))
        self.ring.raise_()
        self.ring.show()

    def _drop(self) -> None:
        if self.ring is not None and isValid(self.ring):
            self.ring.hide()
            self.ring.deleteLater()
        self.ring = None


def _extent(widget: QWidget) -> QRect:
    """What the ring goes round: a control as a whole, of a heading its words and a little room beside them."""
    if not isinstance(widget, PlainLabel):
        return widget.rect()
    flags = widget.alignment() | Qt.TextFlag.TextWordWrap
    words = widget.fontMetrics().boundingRect(widget.contentsRect(), flags.value, widget.text()) & widget.rect()
    return QRect(words.left() - px(_BESIDE_WORDS), 0, words.width() + 2 * px(_BESIDE_WORDS), widget.height())


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """The part of the window where the widget can be seen: what scrolls must not ring the bar above it."""
    seen = window.rect()
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea) and above.viewport() is not widget:
            seen &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
        above = None if above.isWindow() else above.parentWidget()
    return seen
