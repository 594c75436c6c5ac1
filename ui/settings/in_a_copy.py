"""In place of what belongs to the person's own notes, while a copy is looked into."""

from __future__ import annotations

from footprint.i18n import _
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.text import PlainLabel
from ui.settings.section import Section, titled


class InACopy(Section):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        card = titled(_("This belongs to your own notes"))
        card.add(PlainLabel(_("You are looking at a copy. Close it to change how your notes are kept and locked.")))
        self.close_copy = Btn(_("Close this copy"))
        self.close_copy.clicked.connect(desk.close_copy_asked)
        card.add(self.close_copy)
        self.body.addWidget(card)
        self.body.addStretch(1)
