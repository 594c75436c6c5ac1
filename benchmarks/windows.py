"""Run as a process of its own: opens one kind of window, says how much memory it took once painted, and ends.

`python -m benchmarks.windows bare|form|lock|home FOLDER`
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.app import App

_LONGEST = 30  # seconds


def main(kind: str, folder: Path) -> None:
    {"bare": _bare, "form": _form, "lock": _lock, "home": _home}[kind](folder)
    sys.stdout.write(f"{_peak_mb():.1f}\n")
    sys.stdout.flush()
    os._exit(0)  # closing down is not what is measured


def _bare(_folder: Path) -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(["footprint"])
    window = QMainWindow()
    window.show()
    _paint(type(app), lambda: True)


def _form(_folder: Path) -> None:
    """A lock page of stock widgets in our colours: what Qt itself takes for one."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QPalette
    from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget

    app = QApplication(["footprint", "-style", "Fusion"])
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#f6f5f1"))
    app.setPalette(palette)
    app.setStyleSheet("QLineEdit { border: 1px solid #7c8083; border-radius: 8px; padding: 7px 10px; }")
    window, page = QMainWindow(), QWidget()
    column = QVBoxLayout(page)
    for widget in (
        QLabel("Locked"),
        QLabel("Passphrase"),
        QLineEdit(),
        QPushButton("Unlock"),
        QPushButton("Forgotten"),
    ):
        column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignLeft)
    window.setCentralWidget(page)
    window.resize(1200, 800)
    window.show()
    _paint(type(app), lambda: True)


def _lock(folder: Path) -> None:
    app = _open(folder)
    from ui.lock.page import LockPage

    _paint(type(app.parent()), lambda: isinstance(app.window.page, LockPage))


def _home(folder: Path) -> None:
    app = _open(folder)
    from ui.home.hero import HeroCard

    _paint(type(app.parent()), lambda: bool(app.window.findChildren(HeroCard)))


def _open(folder: Path) -> App:
    """As `ui.start` opens it."""
    from ui.early import load_core

    load_core(folder)
    from ui.app import open_app

    app = open_app(folder)
    assert app is not None
    return app


def _paint(qt: type[QApplication], there: Callable[[], bool]) -> None:
    """Until what is wanted is there and has been painted; asleep in between, as the app is, while its lanes work."""
    end = time.monotonic() + _LONGEST
    qt.processEvents()
    while not there():
        if time.monotonic() > end:
            raise SystemExit("nothing was painted")
        from PySide6.QtCore import QEventLoop

        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    qt.processEvents()


def _peak_mb() -> float:
    """The most memory this process has held. `ru_maxrss` would count the parent's, where it was forked."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(one for one in status.read_text(encoding="ascii").splitlines() if one.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    if sys.platform == "win32":
        return 0.0  # not read there
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2  # bytes on macOS


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
