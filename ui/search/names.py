"""Who is looked for: the person's own names and what else may stand in a search."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from footprint.i18n import _
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card, bring_into_view
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.person.details import DetailsEditor, can_be_found
from ui.search.stage import Seen, Stage, StagePart


class Names(StagePart):
    """The box for a name comes first. Continue says what is missing instead of being switched off."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        space(column, 16)
        card = Card(title=_("Who is looked for?"))
        card.add(
            PlainLabel(
                _("Add only names you go by yourself. A town or an old name finds what your name alone misses."),
                colour="text2",
            )
        )
        self.editor = DetailsEditor(desk)
        card.add(self.editor)
        column.addWidget(card)
        self.primary = Btn(_("Continue"), "primary")
        self.primary.clicked.connect(self._continue)
        column.addWidget(ButtonRow(self.primary))
        column.addStretch(1)

    way_back = ""

    def line(self, _seen: Seen) -> str:
        return _("First, who is looked for? This stays on this computer.")

    def _continue(self) -> None:
        """What is typed and not added yet is added first."""
        if self.editor.add_typed(self._go_on):
            return
        if can_be_found(self.editor.details):
            self.went.emit(Stage.WAYS)
            return
        names = [one for one in self.editor.details if one.kind.is_name]
        if any(not one.searchable for one in names):
            words = _("No name may be used yet. Tick at least 1 name below.")
        elif names:
            words = _("Add your full name, first and last. A short name alone finds nobody.")
        else:
            words = _("Add your name first, so that there is something to look for.")
        self.editor.field.show_error(words)
        self.editor.box.setFocus()
        bring_into_view(self.editor.field)

    def _go_on(self) -> None:
        """The name was added; the list is read again by then or soon."""
        self.editor.once_read(self._continue)
