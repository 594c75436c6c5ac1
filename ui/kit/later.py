"""A place for a part of a page that is built only once it is wanted: a page of many parts comes up quickly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

P = TypeVar("P", bound=QWidget)


class Later(QWidget, Generic[P]):
    """Stands in the layout where the part will be. `built` is the part or None, `part` builds it where it is not."""

    def __init__(self, make: Callable[[], P]) -> None:
        super().__init__()
        self._make = make
        self.built: P | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def part(self) -> P:
        """The part; built where it stands."""
        if self.built is None:
            self.built = self._make()
            self._place.addWidget(self.built)
        return self.built

    def show_part(self, shown: bool) -> None:
        """In sight, or out of it. What was never in sight is not built to be hidden."""
        if shown:
            self.part.show()
        self.setVisible(shown)
