"""What the thing is: where, who, when; all of it as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import dates
from footprint.i18n import _
from footprint.log import Item
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn, LinkBtn
from ui.kit.cards import Card
from ui.kit.layout import Flow, Fold, vbox
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear


class AboutCard(Card):
    """What tells it apart; the rest in a fold, built when it is opened; the way to the page and to a change."""

    open_asked = Signal()
    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__(title=_("What it is"))
        self._facts = QVBoxLayout()
        space(self._facts, 10)
        self.open = LinkBtn(_("Open it in your browser"))
        self.open.clicked.connect(self.open_asked)
        self.edit = Btn(_("Change this"))
        self.edit.clicked.connect(self.edit_asked)
        self.more = Fold(_("More about it"))
        self.more.toggled.connect(self._fill_more)
        self._item: Item | None = None
        self.add(self._facts)
        self.add(self.more)
        self.add(ButtonRow(self.edit, self.open))

    def show_item(self, item: Item, network: str, together: str = "") -> None:
        """`together`: that several answers about who put it there came together, "" where it was one."""
        clear(self._facts)
        self._facts.addWidget(Flow([Fact(*one) for one in _short(item, network)], column=130, gap=10, most=3))
        if together:
            self._facts.addWidget(PlainLabel(together, "small"))
        for label, words in _long(item):
            self._facts.addWidget(Fact(label, words))
        self._item = item
        self._fill_more(self.more.is_open)
        self.open.setVisible(bool(item.address))

    def _fill_more(self, is_open: bool) -> None:
        clear(self.more.body)
        if is_open and self._item is not None:
            self.more.body.addWidget(Flow([Fact(*one) for one in _more(self._item)], column=130, gap=10, most=3))


class Fact(QWidget):
    """A label and what it says, as plain text."""

    def __init__(self, label: str, words: str) -> None:
        super().__init__()
        self.setLayout(vbox(PlainLabel(label, "small", "text2"), PlainLabel(words), None, spacing=0))


def _short(item: Item, network: str) -> Iterator[tuple[str, str]]:
    yield _("Kind"), item.kind.label
    where = ", ".join(dict.fromkeys(part for part in (item.place, network) if part))
    if where:
        yield _("Where"), where
    yield _("Who put it there"), item.origin.label
    if item.relation is not None:
        yield _("Who it is"), item.relation.label


def _more(item: Item) -> Iterator[tuple[str, str]]:
    yield _("What you want"), item.action.label
    yield _("How much it matters"), item.severity.label
    yield _("Found"), dates.day_in_words(dates.local_day(item.found_at))


def _long(item: Item) -> Iterator[tuple[str, str]]:
    if item.due:
        yield _("Come back to it"), dates.day_in_words(item.due, weekday=True)
    if item.address:
        yield _("Address"), item.address
    if item.contact:
        yield _("Who to contact"), item.contact
    if item.notes:
        yield _("Your notes"), item.notes
