"""Both entry points: `footprint` (commands, and the app when no command is given) and `footprint-gui` (the app)."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from footprint import paths
from footprint.errors import FootprintError
from footprint.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from footprint.supervision.plans import PlanPage
    from footprint.workbench import Workbench


class NoWindows(FootprintError):
    """Qt is not here, or the system lacks a library it needs."""

    def __init__(self) -> None:
        super().__init__(_("The windows cannot be used here. To see what is missing: footprint doctor"))


class QtWindows:
    """What the command line may ask of the windows. Qt is imported only once a window is really wanted."""

    def can_open(self) -> bool:
        """Whether a window could be shown here."""
        if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
            return False
        if sys.platform in ("win32", "darwin"):
            return True
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

    def open(self, folder: Path, *, offline: bool = False, minimised: bool = False, packs: Path | None = None) -> int:
        """Open the app on this vault folder and stay until it is closed; gives the exit code."""
        from ui.early import load_core

        load_core(folder)
        try:
            from ui.app import run
        except ImportError as problem:
            raise _no_windows(problem) from problem
        return run(folder, offline=offline, minimised=minimised, packs=packs)

    def notify(self, title: str, words: str) -> bool:
        """Show a notification; False where this computer shows none."""
        try:
            from ui.reminders.showing import show_now
        except ImportError as problem:
            raise _no_windows(problem) from problem
        if not self.can_open():
            return False
        return show_now(title, words)

    def save_plan_page(self, page: PlanPage, path: Path) -> None:
        """The one page of a plan as a PDF. It needs letters, not a screen."""
        if not self.can_open():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        try:
            from PySide6.QtGui import QGuiApplication

            from ui.supervision.plan_paper import write_pdf
        except ImportError as problem:
            raise _no_windows(problem) from problem
        app = QGuiApplication.instance() or QGuiApplication([])
        write_pdf(page, path)
        del app

    def take_pictures(self, bench: Workbench, out: Path, say: Callable[[str], None]) -> list[Path]:
        """A picture of every screen in light and dark, in `out`."""
        if not self.can_open():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        try:
            from PySide6.QtCore import qInstallMessageHandler

            from ui.pictures import take
        except ImportError as problem:
            raise _no_windows(problem) from problem
        qInstallMessageHandler(_say_what_matters)
        return take(bench, out, say)


def _say_what_matters(_kind: object, _context: object, words: str) -> None:
    """Qt's messages, without what the offscreen platform says about every window it shows."""
    if "propagateSizeHints" not in words and sys.stderr is not None:
        sys.stderr.write(f"{words}\n")


def _no_windows(problem: ImportError) -> Exception:
    """A sentence where Qt or a library of the system is missing; a mistake of ours stays what it is."""
    ours = (problem.name or "").partition(".")[0] in ("ui", "footprint")
    return problem if ours else NoWindows()


def main() -> None:
    if len(sys.argv) == 1:
        gui()
    _command_line(sys.argv[1:])


def gui() -> None:
    """Where a window can be shown it is, without loading the command line; else the command line says what is so."""
    windows = QtWindows()
    if windows.can_open():
        with suppress(NoWindows):
            sys.exit(windows.open(paths.default_vault_folder()))
    _command_line(["open"])


def _command_line(arguments: list[str]) -> NoReturn:
    from footprint import cli

    cli.main(arguments, windows=QtWindows())
    sys.exit()


if __name__ == "__main__":
    main()
