"""What came of it all, for the person alone."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from footprint.i18n import _
from footprint.log import outcomes
from footprint.log.outcomes import Outcomes
from ui.desk import Desk
from ui.kit.cards import Card
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.log.view import View
from ui.page import clear


class OutcomeView(View):
    """A few kind lines. There is nothing to press, and nothing to reach."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = Card("hero")
        self._lines = QVBoxLayout()
        space(self._lines, 8)
        self.card.add(self._lines)
        self.body.addWidget(self.card)
        self.body.addWidget(PlainLabel(_("Only you see this. It is in no report."), "small", "text2"))
        self.body.addStretch(1)
        self.card.hide()

    def show_at(self, **details: object) -> None:
        self.headed.emit(_("What came of it"), "")

    def reload(self) -> None:
        self.desk.read(lambda _task: outcomes.outcomes(self.vault), self._show)

    def _show(self, told: Outcomes) -> None:
        clear(self._lines)
        for words in outcomes.sentences(told):
            self._lines.addWidget(PlainLabel(words, "body"))
        self.card.show()
