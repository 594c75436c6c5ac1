"""Questions for the talk, for both sides, each of which can go on the person's own list."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.supervision import take
from footprint.supervision.prompts import Prompt, Side, of_side
from footprint.supervision.take import TakeLine
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Columns, hbox, vbox
from ui.kit.text import PlainLabel
from ui.kit.theme import space


class PromptsView(QWidget):
    """Two cards. A question is added as it stands; the list is where it is changed."""

    def __init__(self, desk: Desk, lines: tuple[TakeLine, ...]) -> None:
        super().__init__()
        self._desk = desk
        self._there = {one.words for one in lines}
        self.buttons: dict[str, Btn] = {}
        column = QVBoxLayout(self)
        space(column, 16)
        said = _("Nobody has to answer any of these. They open a talk about the work, not about what you found.")
        column.addWidget(PlainLabel(said, colour="text2"))
        mine = self._card(_("Questions for you to ask"), Side.PERSON)
        theirs = self._card(_("Questions your manager may ask"), Side.MANAGER)
        column.addWidget(Columns([mine, theirs], [1, 1], min_width=760))

    def _card(self, title: str, side: Side) -> Card:
        card = Card(title=title)
        space(card.body, 14, (20, 18, 20, 18))
        for prompt in of_side(side):
            card.add(self._prompt(prompt))
        return card

    def _prompt(self, prompt: Prompt) -> QWidget:
        ids = _("Guidance {ids}").format(ids=", ".join(prompt.guidance))
        button = Btn("", "quiet", "plus")
        button.clicked.connect(lambda: self._add(prompt))
        self.buttons[prompt.id] = button
        self._say(prompt)
        served = PlainLabel(ids, "small", "text2")
        made = QWidget()
        made.setLayout(vbox(PlainLabel(prompt.text), served, hbox(button, None), spacing=2))
        button.set_flush()
        return made

    def _say(self, prompt: Prompt) -> None:
        button = self.buttons[prompt.id]
        there = prompt.text in self._there
        button.setText(_("On my list") if there else _("Add to my list"))
        button.setAccessibleName(f"{button.text()}: {prompt.text}")

    def _add(self, prompt: Prompt) -> None:
        vault = self._desk.bench.vault
        if prompt.text in self._there:
            self._desk.go("supervision", view="take")
            return
        self._desk.run(
            Operation(
                lambda _task: take.add(vault, prompt.text),
                changes=Changes(supervision=True),
                said=lambda _one: _("Added to your list"),
            )
        )
