"""The button that leads to “I need help now” from anywhere. The sheet is read in when it is pressed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from ui.help_now import words
from ui.kit.buttons import Btn


def help_now_button(over: QWidget) -> Btn:
    """A quiet button that opens the sheet over the window of `over`."""
    button = Btn(_(words.TITLE), "quiet", "flag")
    button.clicked.connect(lambda: _open(over))
    return button


def _open(over: QWidget) -> None:
    from ui.help_now.sheet import HelpNowSheet

    HelpNowSheet(over.window()).open()
