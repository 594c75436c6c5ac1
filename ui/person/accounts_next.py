"""What can be done with one account: its checklist, its page, closing it when it is old, and taking it off the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import NetworkFile, plain
from footprint.i18n import _
from footprint.person import Account, AccountState
from ui.checklists.words import is_general
from ui.kit.buttons import Btn, LinkBtn
from ui.kit.cards import Banner, Card
from ui.kit.layout import Fold
from ui.kit.steps import NumberedSteps
from ui.kit.text import PlainLabel
from ui.kit.theme import space


class NextCards(QWidget):
    """Beside the form of an account. `file` is its network's checklist file, None where there is none."""

    checklist = Signal()
    look = Signal()
    opened = Signal(str)
    listed = Signal()
    closed = Signal()
    removed = Signal()

    def __init__(self, one: Account, file: NetworkFile | None, *, on_list: bool) -> None:
        super().__init__()
        self.account, self._file = one, file
        column = QVBoxLayout(self)
        space(column, 16)
        self.close_card: Card | None = None
        if one.state is AccountState.DORMANT:
            self.close_card = self._close_it(on_list)
            column.addWidget(self.close_card)
        column.addWidget(self._next())
        column.addStretch(1)

    def _next(self) -> Card:
        card = Card(title=_("This account"))
        if self._file is not None and self.account.state is not AccountState.CLOSED:
            self.checks = Btn(_("Open its checklist"), icon="checklist")
            self.checks.clicked.connect(self.checklist)
            card.add(self.checks)
            if not is_general(self._file):
                self.stranger = Btn(_("Log out and look"), icon="eye")
                self.stranger.clicked.connect(self.look)
                card.add(self.stranger)
        elif self._file is None:
            card.add(PlainLabel(_("We have no checklist for this network yet."), "small", "text2"))
        if self.account.address:
            self.profile = LinkBtn(_("Open its page"))
            self.profile.clicked.connect(lambda: self.opened.emit(self.account.address))
            card.add(self.profile)
        self.remove = Btn(_("Take it off my list"), "quiet", icon="close")
        self.remove.clicked.connect(self.removed)
        card.add(self.remove)
        card.add(PlainLabel(_("That only changes this list. The account itself stays where it is."), "small", "text2"))
        return card

    def _close_it(self, on_list: bool) -> Card:
        """An old account: how to close it, and a place on the list so that it is not forgotten."""
        card = Card(title=_("Close this old account?"))
        card.add(
            PlainLabel(_("People can still find an account you do not use. If someone gets in, you would not notice."))
        )
        if self._file is not None:
            self._ways_to_close(card, self._file)
        else:
            card.add(PlainLabel(_("Sign in and look in its settings for “Delete account” or “Close account”.")))
        self.to_list = Btn(_("See it on my list") if on_list else _("Add it to my list"), icon="remove")
        self.to_list.clicked.connect(self.listed)
        self.done = Btn(_("I have closed it"), icon="check")
        self.done.clicked.connect(self.closed)
        card.add(self.done)
        card.add(self.to_list)
        return card

    def _ways_to_close(self, card: Card, file: NetworkFile) -> None:
        page = file.pages.delete
        if page.steps:
            fold = Fold(_("How to close it"))
            self.fold = fold
            fold.body.addWidget(NumberedSteps(page.steps))
            card.add(fold)
        if page.note:
            card.add(Banner("info", _("Good to know"), plain(page.note), quiet=True))
        if page.link:
            self.delete_page = LinkBtn(_("Open the page to close it"))
            self.delete_page.clicked.connect(lambda: self.opened.emit(page.link))
            card.add(self.delete_page)
