"""What every place of the app has in common: a heading, a line that says where things stand, one action, a column."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.arrival import focus_heading
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px

MAX_WIDTH = 1040
NARROW = 760


class Page(QWidget):
    """One place. It builds its frame at once, fills it in `reload`, and looks again when what it watches changes."""

    watches: ClassVar[Changes] = Changes()
    help_topic: ClassVar[str] = "home"
    max_width: ClassVar[int] = MAX_WIDTH
    # The page brings its own scrolling (a long list that fills the height) instead of being scrolled as a whole.
    fills_height: ClassVar[bool] = False

    def __init__(self, desk: Desk, title: str = "", *, heading_role: str = "h1") -> None:
        super().__init__()
        self.desk = desk
        self.bench = desk.bench
        self.vault = desk.bench.vault
        self.primary: QAbstractButton | None = None
        self.search_box: QLineEdit | None = None
        self._stale = True
        self.heading = Heading(title, heading_role)
        self.line = PlainLabel("", "body", "text2")
        self.line.hide()
        self.body = QVBoxLayout()
        self._build()
        desk.changed.connect(self._on_changed)

    # -- for pages to override --------------------------------------------------------------------

    def reload(self) -> None:
        """Read what the page shows and show it. Called when the page is first shown and after changes it watches."""

    def show_at(self, **details: object) -> None:
        """Show one thing on the page ("item=…"), after a `desk.go`."""

    def choose(self, number: int) -> None:
        """Ctrl+1 to Ctrl+5."""

    def back(self) -> None:
        """Alt+Left: from a thing to its list; from a list, to Home."""
        self.desk.go("home")

    def escape(self) -> bool:
        """Esc: stop long work or close what is open; False when there was nothing to do."""
        return False

    def to_take(self) -> str:
        """The words a line for “Take to supervision” begins with here; "" for those of the place."""
        return ""

    def put_away(self) -> None:
        """The app is about to lock: save what is typed and not kept yet, at once and on this thread."""

    def arrive(self) -> None:
        """The page has been gone to: focus goes to its heading."""
        focus_heading(self.heading)

    # -- for pages to use -------------------------------------------------------------------------

    def say_line(self, words: str) -> None:
        """One line under the heading that says where things stand."""
        self.line.setText(words)
        self.line.setVisible(bool(words))

    def add_action(self, button: QWidget) -> None:
        """The one action beside the heading."""
        self._head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def clear_body(self) -> None:
        """Take everything out of the column."""
        clear(self.body)

    # -- the frame ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.heading)
        words.addWidget(self.line)
        self._head.addLayout(words, 1)
        self._column = QWidget()
        self._column.setMaximumWidth(px(self.max_width))
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self.body.setSpacing(px(16))
        column.addLayout(self._head)
        column.addLayout(self.body, 1)
        inner = QWidget()
        self._margins = QHBoxLayout(inner)
        self._margins.setSpacing(0)
        self._margins.addWidget(self._column, 100)
        self._margins.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        if self.fills_height:
            outer.addWidget(inner)
        else:
            outer.addWidget(_scrolled(inner))
        self._set_margins()

    def _set_margins(self) -> None:
        side = px(20) if self.width() < px(NARROW) else px(36)
        self._margins.setContentsMargins(side, px(20) if side == px(20) else px(28), side, px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._column.setMaximumWidth(px(self.max_width))
            self._set_margins()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload()

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if origin is self or not changes.touches(self.watches):
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout; widgets are deleted once the event in hand is over."""
    while layout.count():
        item = layout.takeAt(0)
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            clear(inner)
            inner.deleteLater()


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setViewport(QWidget())
    area.setWidget(inner)
    return area
