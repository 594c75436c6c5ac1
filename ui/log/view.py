"""What the views of “To remove” have in common: they fill the page under its heading, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from ui.kit.theme import space

if TYPE_CHECKING:
    from ui.desk import Desk


class View(QWidget):
    """One view. It says what stands in the heading, and which view should come next."""

    headed = Signal(str, str)  # heading, the line under it
    asked = Signal(str, dict)  # another view by name, with details

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.vault = desk.bench.vault
        self.primary: QAbstractButton | None = None
        self.search_box: QLineEdit | None = None
        self.body = QVBoxLayout(self)
        space(self.body, 16)

    def reload(self) -> None:
        """Read again what is shown."""

    def show_at(self, **details: object) -> None:
        """Show this in the view."""

    def choose(self, number: int) -> None:
        """Ctrl+1 to Ctrl+5."""

    def paste(self) -> None:
        """Ctrl+V outside of text boxes."""

    def save_copy(self) -> None:
        """Ctrl+S."""

    def put_away(self) -> None:
        """The app is about to lock: save what is typed and not finished, at once."""

    def escape(self) -> bool:
        """Esc; False when there was nothing to close."""
        return False
