"""The two questions before anything is kept, one thing after the other: for every place that takes pictures in."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.incoming import Incoming
from ui.log.copies.keep_sheet import KeepSheet


class Asking(QObject):
    """`decided` carries the thing and what was decided; what may not or shall not be kept is never heard of again."""

    decided = Signal(object, object)  # Incoming, Decided

    def __init__(self, over: QWidget, desk: Desk, *, may_change: bool = True) -> None:
        super().__init__(over)
        self._over, self._desk, self._may_change = over, desk, may_change
        self.sheet: KeepSheet | None = None
        self._waiting: list[Incoming] = []

    def ask(self, things: Iterable[Incoming]) -> None:
        """Ask about each in turn, over the window of the widget this belongs to."""
        self._waiting += things
        self._next()

    def _next(self) -> None:
        if not self._waiting or self.sheet is not None:
            return
        one = self._waiting.pop(0)
        self.sheet = KeepSheet(self._over.window(), self._desk, one, may_change=self._may_change)
        self.sheet.decided.connect(lambda decided: self.decided.emit(one, decided))
        self.sheet.finished.connect(self._asked)
        self.sheet.open()

    def _asked(self, _result: int) -> None:
        self.sheet = None
        QTimer.singleShot(0, self, self._next)
