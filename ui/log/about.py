"""What the thing is: where, who, when; all of it as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from footprint import dates
from footprint.i18n import _
from footprint.log import Item
from ui.kit.buttons import Btn, LinkBtn
from ui.kit.cards import Card
from ui.kit.layout import hbox, vbox
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear


class AboutCard(Card):
    """Facts one under the other, then the way to the page and to changing what was written."""

    open_asked = Signal()
    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__(title=_("What it is"))
        self._facts = QVBoxLayout()
        space(self._facts, 10)
        self.open = LinkBtn(_("Open it in your browser"))
        self.open.clicked.connect(self.open_asked)
        self.edit = Btn(_("Change this"), "quiet")
        self.edit.clicked.connect(self.edit_asked)
        self.add(self._facts)
        self.add(hbox(self.open, self.edit, None))

    def show_item(self, item: Item, network: str) -> None:
        clear(self._facts)
        for label, words in _facts(item, network):
            self._facts.addLayout(vbox(PlainLabel(label, "small", "text2"), PlainLabel(words), spacing=0))
        self.open.setVisible(bool(item.address))


def _facts(item: Item, network: str) -> Iterator[tuple[str, str]]:
    yield _("Kind"), item.kind.label
    where = ", ".join(dict.fromkeys(part for part in (item.place, network) if part))
    if where:
        yield _("Where"), where
    if item.address:
        yield _("Address"), breakable(item.address)
    yield _("Who put it there"), item.origin.label
    if item.contact:
        yield _("Who to contact"), item.contact
    yield _("What you want"), item.action.label
    yield _("How much it matters"), item.severity.label
    yield _("Found"), dates.day_in_words(dates.local_day(item.found_at))
    if item.due:
        yield _("Come back to it"), dates.day_in_words(item.due, weekday=True)
    if item.notes:
        yield _("Your notes"), item.notes


def breakable(address: str) -> str:
    """An address with places where a line may break, so that a long one is not wider than its card."""
    return "".join(letter + "​" if letter in "/?&=-_.%" else letter for letter in address)
