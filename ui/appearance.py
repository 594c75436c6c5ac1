"""The person's choice of colours and text size, applied to the whole app and kept in step with the computer."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from footprint.settings import Settings
from ui.kit import theme

TEXT_SIZES = (100, 115, 130, 150, 200)


class Appearance(QObject):
    """One per application. It follows the computer's light or dark while the setting says so."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._hints: QStyleHints = app.styleHints()
        self._hints.colorSchemeChanged.connect(lambda _scheme: self.apply(self._settings))
        self.apply(settings)

    def apply(self, settings: Settings) -> None:
        """Show everything as these settings say, at once."""
        self._settings = settings
        dark = theme.system_is_dark(self._app) if settings.theme == "follow" else settings.theme == "dark"
        theme.apply(self._app, dark, settings.text_size / 100)


def stepped(size: int, by: int) -> int:
    """The text size one step larger (`by` 1) or smaller (`by` -1), within what is offered."""
    at = min(range(len(TEXT_SIZES)), key=lambda i: abs(TEXT_SIZES[i] - size))
    return TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, at + by))]
