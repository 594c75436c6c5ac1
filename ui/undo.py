"""The one undo stack of the app: kept until the vault is locked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from footprint.vault import Undo
from ui.changes import Changes


@dataclass(frozen=True)
class Step:
    undo: Undo
    said: str
    changes: Changes


class UndoStack(QObject):
    """Steps done and steps undone; at least 50 of them are kept."""

    changed = Signal()
    DEPTH = 200

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def push(self, step: Step) -> None:
        self._done = [*self._done, step][-self.DEPTH :]
        self._undone.clear()
        self.changed.emit()

    def next_undo(self) -> Step | None:
        return self._done[-1] if self._done else None

    def next_redo(self) -> Step | None:
        return self._undone[-1] if self._undone else None

    def take_undo(self) -> Step | None:
        """The newest step, which is no longer there for the next one who asks: two quick presses take back two."""
        return self._take(self._done)

    def take_redo(self) -> Step | None:
        return self._take(self._undone)

    def can_undo(self, step: Step) -> None:
        """A step that was done again, or could not be taken back after all."""
        self._done.append(step)
        self.changed.emit()

    def can_redo(self, step: Step) -> None:
        """A step that was taken back, or could not be done again after all."""
        self._undone.append(step)
        self.changed.emit()

    def _take(self, steps: list[Step]) -> Step | None:
        if not steps:
            return None
        step = steps.pop()
        self.changed.emit()
        return step

    def clear(self) -> None:
        """The app locks. Nobody is told: the menus that show what can be undone have gone."""
        self._done.clear()
        self._undone.clear()
