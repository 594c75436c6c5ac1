"""A mistake of ours: said plainly, with a report that names nothing of the person and is shown in full."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from footprint.logs import report
from ui.kit import clipboard
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.text import PlainLabel
from ui.kit.verbatim import Verbatim


class CrashSheet(Sheet):
    """Nothing is sent. What is typed and saved stays as it is."""

    WIDTH = 640

    def __init__(self, parent: QWidget, problem: BaseException) -> None:
        super().__init__(parent, _("Something went wrong"))
        self.text = report(problem)
        self.add(PlainLabel(_("Your answers are saved. You can carry on.")))
        self.add(PlainLabel(_("This is all the report says. Nothing in it is about you, and it is not sent."), "small"))
        box = Verbatim(_("Report"))
        box.show_text(self.text)
        self.add(box)
        self.copy = self.add_button(Btn(_("Copy the report")))
        self.copy.clicked.connect(self._copy)
        close = self.add_button(Btn(_("Carry on"), "primary"))
        close.clicked.connect(self.accept)

    def _copy(self) -> None:
        clipboard.copy_text(self.text)
        self.copy.setText(_("Copied"))
        announce(self, _("Copied"))
