"""One network or situation on a page of its own: how far the person is, its checks, and the useful pages."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint import checklists
from footprint.checklists import Kind, Page, network_line
from footprint.i18n import N_, _
from ui.checklists import words
from ui.checklists.badges import counted
from ui.checklists.check_lists import CheckLists
from ui.checklists.now import Now
from ui.checklists.page_part import fill_page
from ui.checklists.pills import pills
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Fold, vbox
from ui.kit.progress import Progress
from ui.kit.text import BoldText, PlainLabel
from ui.kit.theme import space
from ui.packs.hidden import hidden_checks

# The pages every network has first, then those it may have; each with the words it is found by.
PAGES = (
    ("logged_out", N_("How to look at it logged out")),
    ("password", N_("Change your password")),
    ("two_step", N_("Turn on 2-step verification")),
    ("download", N_("Get a copy of your data")),
    ("delete", N_("Close or delete the account")),
    ("untag", N_("Take your name off a photo or post")),
    ("report", N_("Report something")),
    ("impersonation", N_("Report a profile that pretends to be you")),
    ("rename", N_("Change the name people see")),
    ("bulk_delete", N_("Delete many old posts at once")),
    ("recover", N_("Get back into a lost account")),
)


class About(QWidget):
    """Shown inside the page of the checklists."""

    start = Signal()
    open_check = Signal(str)
    opened = Signal(str)
    look = Signal()
    paper = Signal()

    def __init__(self, now: Now) -> None:
        super().__init__()
        self.now = now
        self._column = vbox(spacing=16)
        self.setLayout(self._column)
        self._standing()
        if now.network.kind is Kind.NETWORK:
            self._useful()
        self._hidden()
        checks = CheckLists(now)
        checks.chosen.connect(self.open_check)
        self._column.addWidget(checks)
        hidden = hidden_checks(now.network)
        if hidden is not None:
            self._column.addWidget(hidden)
        self._column.addWidget(self._how_sure())

    def _standing(self) -> None:
        one = self.now.progress
        card = Card("hero")
        bar = Progress(_("{name} checks").format(name=one.name))
        bar.show(one.dealt_with, one.total, words.meta(one))
        card.add(bar)
        stopped = checklists.stopped_in_words(one)
        if stopped:
            card.add(PlainLabel(stopped, "body"))
        self.start_button = Btn(words.next_step(one), "primary")
        self.start_button.clicked.connect(self.start)
        buttons = [self.start_button]
        if self.now.network.kind is Kind.NETWORK and not words.is_general(self.now.network):
            self.look_button = Btn(_("Log out and look"), icon="eye")
            self.look_button.clicked.connect(self.look)
            buttons.append(self.look_button)
        self.paper_button = Btn(_("Print a large list"), "quiet", "print")
        self.paper_button.clicked.connect(self.paper)
        card.add(ButtonRow(*buttons, self.paper_button))
        self._column.addWidget(card)

    def _useful(self) -> None:
        card = Card(title=_("Useful pages"))
        space(card.body, 0, (20, 18, 20, 12))
        for name, label in PAGES:
            page: Page | None = getattr(self.now.network.pages, name)
            if page is not None:
                card.add(self._fold(_(label), page))
        self._column.addWidget(card)

    def _fold(self, label: str, page: Page) -> Fold:
        """Its steps are made when it is first opened: nine of them at once would be a long page."""
        fold = Fold(label)

        def fill(is_open: bool) -> None:
            if is_open and not fold.body.count():
                fill_page(fold.body, self.now, page, self.opened.emit, label)

        fold.toggled.connect(fill)
        return fold

    def _hidden(self) -> None:
        if not self.now.network.always_public:
            return
        card = Card(title=_("Cannot be hidden"))
        for one in self.now.network.always_public:
            card.add(BoldText(one.text))
        self._column.addWidget(card)

    def _how_sure(self) -> Card:
        """How many of the checks come from where, and how old they are."""
        card = Card(title=_("Where these steps come from"))
        card.add(pills(counted(self.now.network, self.now.today)))
        if self.now.network.kind is Kind.NETWORK:
            card.add(PlainLabel(network_line(self.now.network), "small", "text2"))
        return card
