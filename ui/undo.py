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

    def undone(self, redo: Undo) -> None:
        """The newest step was taken back; `redo` is its inverse."""
        step = self._done.pop()
        self._undone.append(Step(redo, step.said, step.changes))
        self.changed.emit()

    def redone(self, undo: Undo) -> None:
        step = self._undone.pop()
        self._done.append(Step(undo, step.said, step.changes))
        self.changed.emit()

    def clear(self) -> None:
        self._done.clear()
        self._undone.clear()
        self.changed.emit()
