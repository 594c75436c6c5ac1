"""Who is looked for: the person's own names and what else may stand in a search."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import hbox
from ui.kit.theme import space
from ui.person.details import DetailsEditor


class Names(QWidget):
    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        space(column, 16)
        card = Card(title=_("About you"))
        self.editor = DetailsEditor(desk)
        card.add(self.editor)
        column.addWidget(card)
        column.addWidget(
            Banner(
                "info",
                _("This is for looking at yourself"),
                _("Add only names you go by. A town, an old name or a nickname finds what your name alone misses."),
            )
        )
        self.primary = Btn(_("Continue"), "primary")
        self.primary.clicked.connect(self.done)
        column.addLayout(hbox(self.primary, None))
        column.addStretch(1)
