"""Who put it there: the first question about anything, because it decides what may be done."""

from __future__ import annotations

from PySide6.QtCore import Signal

from footprint.i18n import _
from footprint.log import Item, Origin
from ui.kit.cards import Card
from ui.kit.choices import Choices, Option
from ui.kit.text import PlainLabel


def origin_choices() -> Choices:
    """The question as the form and the item page put it."""
    options = [Option(one.value, one.label, one.detail) for one in Origin]
    return Choices(_("Who put it there?"), options, columns=2, show_label=False)


class WhoCard(Card):
    """Asked on the page of an item that came from a search, until it is answered."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(title=_("Who put it there?"))
        self.add(PlainLabel(_("This decides what comes next. You can change it later."), colour="text2"))
        self.origin = origin_choices()
        self.origin.chosen.connect(self.chosen)
        self.add(self.origin)
        self._item_id = ""

    def show_item(self, item: Item) -> None:
        """Nothing is chosen before the person has said it; “not sure” is an answer for as long as the page is open."""
        if item.id != self._item_id:
            self._item_id = item.id
            self.origin.set_value("")
        unanswered = item.origin is Origin.UNSURE and self.origin.value != Origin.UNSURE
        self.setVisible(bool(item.finding_id) and item.state.open and unanswered)
