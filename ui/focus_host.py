"""A page that can hand the whole window to one thing at a time: a walk-through, a look, the questions of a note."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar, cast

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.desk import Desk


class Walk(Protocol):
    """What is shown in focus mode; always a widget."""

    def arrive(self) -> None: ...

    def put_away(self) -> None: ...


W = TypeVar("W", bound=Walk)


class FocusHost(Generic[W]):
    """Mixed into a `Page`: `walk` is the last one opened, `walking` the same while it is what the window shows."""

    desk: Desk
    walk: W | None = None

    @property
    def walking(self) -> W | None:
        walk = self._living()
        return walk if walk is not None and cast(QWidget, walk).isVisible() else None

    def show_walk(self, walk: W) -> None:
        """In the place of the one before it, if any."""
        self.drop_walk()
        self.walk = walk
        self.desk.focus_asked.emit(walk)
        walk.arrive()

    def leave_focus(self) -> None:
        """The window shows its page again."""
        self.desk.focus_asked.emit(None)
        self.drop_walk()

    def drop_hidden_walk(self) -> None:
        """The window left focus mode by itself."""
        if self.walking is None:
            self.drop_walk()

    def put_walk_away(self) -> None:
        """What is typed in it and not kept yet is kept."""
        walk = self._living()
        if walk is not None:
            walk.put_away()

    def drop_walk(self) -> None:
        walk = self._living()
        if walk is not None:
            widget = cast(QWidget, walk)
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self.walk = None

    def _living(self) -> W | None:
        return self.walk if self.walk is not None and isValid(self.walk) else None
