"""What stands where a message would, when writing to somebody could make things worse."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from ui.help_now.button import help_now_button
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.theme import px, space


class WorryBanner(QWidget):
    """Says that nobody is written to, and leads to “Something has happened”."""

    worried = Signal()

    def __init__(self, kind: str = "secondary") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        space(column, 0)
        self.button = Btn(_("This worries me"), kind, icon="flag")
        self.button.clicked.connect(self.worried)
        banner = Banner(
            "info",
            _("Do not write to them"),
            _("A message could make things worse. Keep what you found and talk to your line manager first."),
        )
        self.help_now = help_now_button(self)
        banner.column.addSpacing(px(6))
        banner.column.addWidget(ButtonRow(self.button, self.help_now))
        column.addWidget(banner)
