"""Run as a process of its own: opens one kind of window, prints how much memory it took once painted, and ends.

`python -m benchmarks.windows bare|lock|home FOLDER`
"""

from __future__ import annotations

import sys
import time
from pathlib import Path


def main(kind: str, folder: Path) -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    qt = QApplication(["footprint"])
    if kind == "bare":
        window = QMainWindow()
        window.show()
        _painted(qt, lambda: True)
    else:
        from ui.app import App
        from ui.home.cards import HeroCard
        from ui.kit.access import install_accessibility
        from ui.kit.focus import FocusRings
        from ui.lock.page import LockPage

        install_accessibility()
        FocusRings(qt)
        app = App(qt, folder)
        app.start()
        wanted = LockPage if kind == "lock" else HeroCard
        _painted(qt, lambda: bool(app.window.findChildren(wanted)))
    sys.stdout.write(f"{_peak_mb():.1f}\n")
    sys.stdout.flush()
    import os

    os._exit(0)  # closing down is not what is measured


def _painted(qt: object, there: object) -> None:
    """Until what was wanted is there and has been painted."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        qt.processEvents()  # type: ignore[attr-defined]
        if there():  # type: ignore[operator]
            qt.processEvents()  # type: ignore[attr-defined]
            return
    raise SystemExit("nothing was painted")


def _peak_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
