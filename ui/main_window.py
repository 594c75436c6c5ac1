"""The one window: a cover (first steps, lock, a problem) or the open app, and never a name in its title."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget

from footprint.i18n import _
from ui.kit.keys import shortcut
from ui.kit.theme import colour

if TYPE_CHECKING:  # the lock page needs neither
    from ui.menus import Doings, Menus
    from ui.shell import Shell

SMALLEST = QSize(480, 420)


class Veil(QWidget):
    """Nothing but the colour of the page."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("bg"))
        painter.end()


class MainWindow(QMainWindow):
    """Holds one widget at a time. Taking one away deletes it with all it showed, so that nothing stays behind."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(_("Footprint Check"))
        self.setMinimumSize(SMALLEST)
        self.resize(1200, 800)
        self.may_close: Callable[[], bool] = lambda: True
        self.takes: dict[str, Callable[[Path], object]] = {}  # what to do with a file dropped here, by its ending
        self.setAcceptDrops(True)
        self.shell: Shell | None = None
        self._veil: Veil | None = None

    def show_cover(self, page: QWidget) -> None:
        """Show a page alone; whatever was shown before is deleted, and the menus go with it."""
        self.clear()
        self.menuBar().hide()
        self._bind("primary", lambda: press_primary(self.page))
        self._bind("escape", self._escape_cover)
        self._bind("help", self._help_cover)
        for name, does in (("print", "print_page"), ("save", "save_copy")):
            if hasattr(page, does):
                self._bind(name, getattr(page, does))
        self._put(page)
        self._lift_veil()
        arrive = getattr(page, "arrive", None)
        if arrive is not None:
            arrive()

    def show_shell(self, shell: Shell, doings: Doings, *, kept: bool) -> Menus:
        """Open the app."""
        from ui.menus import Menus

        self.clear()
        self.menuBar().show()
        self._put(shell)
        self._lift_veil()
        self.shell = shell
        return Menus(self, doings, kept=kept)

    def _put(self, widget: QWidget) -> None:
        """In place of what is shown, which goes with the next events.

        `setCentralWidget` alone, twice before the first widget is gone, makes PySide keep what Python knew of it.
        """
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.setParent(self)  # without an owner it would go at once, in the middle of its own signal
            old.deleteLater()
        self.setCentralWidget(widget)

    def veil(self) -> None:
        """Painted over everything before this returns: what was shown is not seen while it is being closed."""
        veil = self._veil or Veil(self)
        veil.setGeometry(self.rect())
        veil.show()
        veil.raise_()
        veil.repaint()
        self._veil = veil

    def _lift_veil(self) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None

    def clear(self) -> None:
        """Take away what is shown and everything bound to it."""
        self.shell = None
        for dialog in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if dialog.isWindow():
                dialog.close()
        self.menuBar().clear()
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        self._put(QWidget())

    @property
    def page(self) -> QWidget:
        """What is shown now."""
        shown = self.centralWidget()
        current = getattr(shown, "step", None)  # the first steps show one page of several
        return current if isinstance(current, QWidget) else shown

    def bring_to_front(self) -> None:
        """Another start of the app leads here."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = self._dropped(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.takes[file.suffix.lower()](file)

    def _dropped(self, data: QMimeData) -> Path | None:
        """The one file of this computer in what is dragged, where something is to be done with it."""
        urls = data.urls()
        if len(urls) != 1 or not urls[0].isLocalFile():
            return None
        file = Path(urls[0].toLocalFile())
        return file if file.suffix.lower() in self.takes else None

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            event.accept()
        else:
            event.ignore()

    def _bind(self, name: str, do: Callable[[], object]) -> None:
        action = QAction(self)
        action.setShortcuts(shortcut(name).sequences)
        action.triggered.connect(lambda _checked=False: do())
        self.addAction(action)

    def _help_cover(self) -> None:
        from ui.help.sheet import HelpSheet

        HelpSheet(self, getattr(self.page, "help_topic", "locked")).open()

    def _escape_cover(self) -> None:
        escape = getattr(self.page, "escape", None)
        if escape is not None:
            escape()


def press_primary(page: QWidget | None) -> None:
    """Ctrl+Enter: what the page says is its main button, if it can be pressed."""
    button = getattr(page, "primary", None)
    if button is not None and button.isEnabled() and button.isVisible():
        button.click()


def focus_search(page: QWidget | None) -> None:
    """Ctrl+F."""
    box = getattr(page, "search_box", None)
    if isinstance(box, QLineEdit) and box.isVisible():
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.selectAll()
