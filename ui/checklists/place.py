"""A place that lists people without an account: what it shows, how to come off or why one cannot, and its checks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint import checklists
from footprint.checklists import PlaceFacts, Removal
from footprint.i18n import N_, _
from ui.checklists import words
from ui.checklists.badges import Badge, badges, source_of
from ui.checklists.catalogue import removal_words
from ui.checklists.check_lists import CheckLists
from ui.checklists.now import Now
from ui.checklists.page_part import fill_page
from ui.checklists.pills import Headed, Pill
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import vbox
from ui.kit.progress import Progress
from ui.kit.text import Heading, PlainLabel

# What a place says, in the order people ask it.
_PARTS = (
    ("public", N_("What it shows")),
    ("look", N_("How to look yourself up")),
    ("come_off", N_("How to come off")),
    ("lasts", N_("How long it lasts")),
    ("comes_back", N_("What brings it back")),
)
_CANNOT = N_("Why you cannot come off")


class PlaceView(QWidget):
    """Shown inside the page of the checklists. `log_asked` opens the form of “To remove” filled in for this place."""

    start = Signal()
    open_check = Signal(str)
    opened = Signal(str)
    log_asked = Signal()
    paper = Signal()

    def __init__(self, now: Now, facts: PlaceFacts) -> None:
        super().__init__()
        self.now, self.facts = now, facts
        self.log_button: Btn | None = None
        self._column = vbox(spacing=16)
        self.setLayout(self._column)
        self._standing()
        for name, label in _PARTS:
            self._part(name, _(label))
        self.checks = CheckLists(now)
        self.checks.chosen.connect(self.open_check)
        self._column.addWidget(self.checks)

    def _standing(self) -> None:
        """Whether one can come off comes first: it is what people want to know."""
        one = self.now.progress
        card = Card("hero")
        said, tone = removal_words(self.facts.removal)
        card.add(ButtonRow(Pill(Badge(said, tone))))
        if self.facts.expected:
            belongs = _("This listing belongs there. Know it; there is nothing to remove.")
            card.add(PlainLabel(belongs, "label"))
        bar = Progress(_("{name} checks").format(name=one.name))
        bar.show(one.dealt_with, one.total, words.meta(one))
        card.add(bar)
        self.start_button = Btn(words.next_step(one), "primary")
        self.start_button.clicked.connect(self.start)
        buttons = [self.start_button]
        if not self.facts.expected:
            self.log_button = Btn(_("Log it"), icon="plus")
            self.log_button.setAccessibleDescription(_("Put your listing on “To remove”"))
            self.log_button.clicked.connect(self.log_asked)
            buttons.append(self.log_button)
        self.paper_button = Btn(_("Print a large list"), "quiet", "print")
        self.paper_button.clicked.connect(self.paper)
        card.add(ButtonRow(*buttons, self.paper_button))
        stopped = checklists.stopped_in_words(one)
        if stopped:
            card.add(PlainLabel(stopped, "small", "text2"))
        self._column.addWidget(card)

    def _part(self, name: str, label: str) -> None:
        if name == "come_off" and self.facts.removal is Removal.CANNOT:
            label = _(_CANNOT)
        card, page = Card(), getattr(self.facts, name)
        network = self.now.network
        card.add(Headed(Heading(label), badges(network.kind, source_of(network, page, self.now.today))))
        fill_page(card.body, self.now, page, self.opened.emit, label)
        self._column.addWidget(card)
