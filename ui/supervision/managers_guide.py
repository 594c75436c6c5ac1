"""The guide for managers inside the app, and from there the page for when something is posted about their staff."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from ui.help.sheet import HelpSheet
from ui.kit.buttons import Btn


class ManagersGuide(HelpSheet):
    """Help that opens at the guide; a button leads to the first response and back."""

    help_topic: ClassVar[str] = "managers_guide"
    safety_help_topic: ClassVar[str] = "posted_about_staff"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.help_topic)
        self.turn = Btn("", icon="flag")
        self.turn.clicked.connect(self._turn)
        self.bar.add(self.turn)
        self._name_turn(at_guide=True)

    def _turn(self) -> None:
        at_guide = self.turn.text() == _("Something posted about staff")
        self.show_topic(self.safety_help_topic if at_guide else self.help_topic)
        self._name_turn(at_guide=not at_guide)

    def _name_turn(self, *, at_guide: bool) -> None:
        self.turn.setText(_("Something posted about staff") if at_guide else _("Guide for managers"))
