"""What nobody caught, wherever it happened: into the log by its type, and to one listener."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from footprint.logs.events import Event
from footprint.logs.writing import Noting


class Catcher:
    """Takes the place of Python's own three hooks, which would print a message and paths, until `let_go`.

    `broke` hears of a mistake on the main thread; what breaks on another thread, or where nobody could hear of it,
    is only noted. The log is asked for each time, because the vault folder may change.
    """

    def __init__(self, log: Callable[[], Noting], broke: Callable[[BaseException], None]) -> None:
        self._log = log
        self._broke = broke
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._main
        threading.excepthook = self._thread
        sys.unraisablehook = self._left_over

    def let_go(self) -> None:
        """Put back the hooks that were there."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _main(self, _kind: type[BaseException], problem: BaseException, _trace: TracebackType | None) -> None:
        self._log().note(Event.BROKE, problem=problem)
        self._broke(problem)

    def _thread(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None and not isinstance(what.exc_value, SystemExit):
            self._log().note(Event.THREAD_BROKE, problem=what.exc_value)

    def _left_over(self, what: sys.UnraisableHookArgs) -> None:
        if what.exc_value is not None:
            self._log().note(Event.LEFT_OVER_BROKE, problem=what.exc_value)
