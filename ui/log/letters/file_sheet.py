"""What kind of file a message is saved as."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from ui.kit.buttons import Btn
from ui.kit.choices import Choices, Option
from ui.kit.dialogs import Sheet

EML, TXT, PDF = "eml", "txt", "pdf"


class FileSheet(Sheet):
    """Three kinds, the first chosen: it is the one that is ready to be sent."""

    WIDTH = 480
    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        title = _("What kind of file?")
        super().__init__(parent, title)
        self.choices = Choices(
            title,
            [
                Option(EML, _("An email to send"), _("Opens in your email program. You send it from there.")),
                Option(TXT, _("Plain words"), _("To paste anywhere.")),
                Option(PDF, _("A PDF"), _("To print and post.")),
            ],
            show_label=False,
        )
        self.choices.set_value(EML)
        self.add(self.choices)
        self.leave = self.add_button(Btn(_("Cancel")))
        self.leave.clicked.connect(self.reject)
        self.save = self.add_button(Btn(_("Save"), "primary"))
        self.save.clicked.connect(self._pick)
        self.choices.focus_first()

    def _pick(self) -> None:
        self.accept()
        self.picked.emit(self.choices.value)
