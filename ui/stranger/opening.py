"""How to look: a private window first, then each address with a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists.stranger import Address
from footprint.i18n import _
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.clipboard import copy_secret
from ui.kit.layout import Fold
from ui.kit.steps import NumberedSteps
from ui.kit.text import BoldText, PlainLabel
from ui.kit.theme import space
from ui.stranger import words
from ui.stranger.now import Now

PASTE_WITHIN_SECONDS = 120  # what was copied is gone from the clipboard after that: it is about the person


class Opening(QWidget):
    """The first two steps. `opened` asks for the person's own browser, `add_handle` for their account."""

    opened = Signal(str)
    copied = Signal()
    add_handle = Signal()
    help_wanted = Signal()

    def __init__(self, now: Now) -> None:
        super().__init__()
        self.now = now
        self.copy_buttons: list[Btn] = []
        self.open_buttons: list[Btn] = []
        self.handle_button: Btn | None = None
        column = QVBoxLayout(self)
        space(column, 16)
        if now.addresses:
            column.addWidget(self._private())
            column.addWidget(self._addresses())
        ways = self._other_ways()
        if ways is not None:
            column.addWidget(ways)
        column.addStretch(1)

    def _private(self) -> Card:
        card = Card(title=_("1. Open a private window"))
        card.add(PlainLabel(_("In a private window the network does not know you. Do not sign in there.")))
        for one in words.PRIVATE_WINDOW:
            card.add(BoldText(_(one), "small"))
        help_ = Btn(_("Help with this"), "quiet", icon="help")
        help_.clicked.connect(self.help_wanted)
        card.add(help_)
        return card

    def _addresses(self) -> Card:
        card = Card(title=_("2. Open these in it"))
        card.add(PlainLabel(_("Copy an address, then paste it into the private window.")))
        if any(one.link and not one.own_view for one in self.now.addresses):
            warning = _(
                "“Open in my browser” cannot open a private window. If you are signed in there, you see more than a"
                " stranger does."
            )
            card.add(PlainLabel(warning, "small", "text2"))
        for one in self.now.addresses:
            card.add(self._address(one))
        return card

    def _address(self, one: Address) -> QVBoxLayout:
        box = QVBoxLayout()
        space(box, 4, (0, 6, 0, 0))
        box.addWidget(PlainLabel(one.label, "label"))
        if one.needs_handle:
            box.addWidget(PlainLabel(_("Add your username to open this."), "small", "text2"))
            if self.handle_button is None:
                self.handle_button = Btn(_("Add your username"), icon="edit")
                self.handle_button.clicked.connect(self.add_handle)
                box.addWidget(ButtonRow(self.handle_button))
            return box
        address = PlainLabel(one.link.partition("://")[2], "small", "text2", selectable=True)
        address.setAccessibleName(one.link)
        box.addWidget(address)
        if one.own_view:
            said = _("Not for the private window: {name} may ask you to sign in here.")
            box.addWidget(PlainLabel(said.format(name=self.now.network.name), "small"))
        box.addWidget(self._buttons(one))
        return box

    def _buttons(self, one: Address) -> ButtonRow:
        visit = Btn(_("Open in my browser"), "quiet", icon="external")
        visit.setAccessibleName(_("Open in my browser: {what}").format(what=one.label))
        visit.clicked.connect(lambda: self.opened.emit(one.link))
        self.open_buttons.append(visit)
        if one.own_view:
            return ButtonRow(visit)
        copy = Btn(_("Copy"), icon="copy")
        copy.setAccessibleName(_("Copy: {what}").format(what=one.label))
        copy.clicked.connect(lambda: self._copy(one.link))
        self.copy_buttons.append(copy)
        return ButtonRow(copy, visit, gap=8)

    def _copy(self, link: str) -> None:
        copy_secret(link, PASTE_WITHIN_SECONDS)
        self.copied.emit()

    def _other_ways(self) -> Card | None:
        """What the checklist file says about looking from outside; all there is where nothing can be opened."""
        page = self.now.network.pages.logged_out
        if page is None or not (page.note or page.steps):
            return None
        if not self.now.addresses:
            card = Card(title=_("1. How to look"))
            self._fill(card.body)
            return card
        card = Card()
        space(card.body, 4, (20, 8, 20, 8))
        none = not any(one.link for one in self.now.addresses)
        fold = Fold(_("More ways to look at {name}").format(name=self.now.network.name), is_open=none)
        space(fold.body, 8, (22, 0, 0, 10))
        self._fill(fold.body)
        card.add(fold)
        return card

    def _fill(self, place: QVBoxLayout) -> None:
        page = self.now.network.pages.logged_out
        assert page is not None
        if page.note:
            place.addWidget(BoldText(page.note))
        if page.steps:
            place.addWidget(NumberedSteps(list(page.steps)))
