"""“I need help now” over whatever is shown: the lock page, the first steps, a problem, or the help of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from ui.help_now import words
from ui.help_now.body import HelpNow
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.text import PlainLabel


class HelpNowSheet(Sheet):
    """It knows nothing of the person and opens nothing: numbers and addresses to read, for all four nations."""

    WIDTH = 760

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _(words.TITLE))
        self.add(PlainLabel(_(words.LINE), "body", "text2"))
        self.add(PlainLabel(_(words.NOT_ALONE)))
        self.content = HelpNow()
        self.add(self.content)
        close = self.add_button(Btn(_("Close"), "primary"))
        close.clicked.connect(self.accept)
        close.setFocus()
