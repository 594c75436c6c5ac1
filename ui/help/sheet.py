"""F1: help for the page shown, inside the app and offline, with every other topic below it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from ui.arrival import focus_heading
from ui.help.texts import topics
from ui.help_now.button import help_now_button
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.layout import Fold
from ui.kit.text import BoldText
from ui.kit.theme import space
from ui.page import clear


class HelpSheet(Sheet):
    WIDTH = 640

    def __init__(self, parent: QWidget, topic: str) -> None:
        super().__init__(parent, _("Help"))
        self._part = QVBoxLayout()
        space(self._part, 12)
        self.body.addLayout(self._part)
        self._others = Fold(_("Help for other pages"))
        self.body.addWidget(self._others)
        self.help_now = help_now_button(parent)
        self.bar.add(self.help_now)
        close = self.add_button(Btn(_("Close"), "primary"))
        close.clicked.connect(self.accept)
        self.show_topic(topic)

    def show_topic(self, name: str) -> None:
        """Show one topic; an unknown one shows that of Home."""
        known = topics()
        shown = known.get(name) or known["home"]
        self.heading.setText(_("Help: {page}").format(page=shown.title))
        clear(self._part)
        for paragraph in shown.text:
            self._part.addWidget(BoldText(paragraph))
        clear(self._others.body)
        for other in known.values():
            if other.id != shown.id:
                button = Btn(other.title, "quiet")
                button.set_flush()
                button.clicked.connect(lambda _checked=False, one=other.id: self._choose(one))
                self._others.body.addWidget(button)
        self.fit()

    def _choose(self, name: str) -> None:
        self._others.set_open(False)
        self.show_topic(name)
        focus_heading(self.heading)
