"""One network on a page of its own: how far the person is, every check with how it stands, and the useful pages."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import checklists
from footprint.checklists import CheckState, Page, SettingsPage, freshness
from footprint.i18n import N_, _, ngettext
from ui.checklists import words
from ui.checklists.how import open_button
from ui.checklists.now import Now
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Fold, vbox
from ui.kit.progress import Progress
from ui.kit.steps import NumberedSteps, StepList, StepRow
from ui.kit.text import BoldText, PlainLabel
from ui.kit.theme import space

# The pages every network has first, then those it may have; each with the words it is found by.
PAGES = (
    ("logged_out", N_("How to look at it logged out")),
    ("password", N_("Change your password")),
    ("two_step", N_("Turn on 2-step verification")),
    ("download", N_("Get a copy of your data")),
    ("delete", N_("Close or delete the account")),
    ("untag", N_("Take your name off a photo or post")),
    ("report", N_("Report something")),
    ("rename", N_("Change the name people see")),
    ("bulk_delete", N_("Delete many old posts at once")),
)


class About(QWidget):
    """Shown inside the page of the checklists."""

    start = Signal()
    open_check = Signal(str)
    opened = Signal(str)
    look = Signal()

    def __init__(self, now: Now) -> None:
        super().__init__()
        self.now = now
        self._column = vbox(spacing=16)
        self.setLayout(self._column)
        self._standing()
        self._useful()
        self._hidden()
        self._checks()

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
        self.look_button = Btn(_("Log out and look"), icon="eye")
        self.look_button.clicked.connect(self.look)
        card.add(ButtonRow(self.start_button, self.look_button))
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
                self._fill(fold, page)

        fold.toggled.connect(fill)
        return fold

    def _fill(self, fold: Fold, page: Page) -> None:
        if page.note:
            fold.body.addWidget(BoldText(page.note))
        if page.steps:
            fold.body.addWidget(NumberedSteps(list(page.steps)))
        link = self.now.address(page.link)
        if link:
            fold.body.addWidget(ButtonRow(open_button(self.now.network, link, self.opened.emit)))
        if page.menu:
            fold.body.addWidget(PlainLabel(_("Where it is: {path}").format(path=page.menu), "small", "text2"))
        sure = freshness(self.now.network.name, page, self.now.today).sentence
        fold.body.addWidget(PlainLabel(sure, "small", "text2"))

    def _hidden(self) -> None:
        if not self.now.network.always_public:
            return
        card = Card(title=_("Cannot be hidden"))
        for one in self.now.network.always_public:
            card.add(BoldText(one.text))
        self._column.addWidget(card)

    def _checks(self) -> None:
        self._list(_("Main checks"), self.now.walk.essential, folded=False)
        self._list(_("Go further"), self.now.walk.further, folded=True)

    def _list(self, title: str, pages: tuple[SettingsPage, ...], *, folded: bool) -> None:
        states = [one for page in pages for one in page.checks]
        if not states:
            return
        count = ngettext("{title}: {n} check", "{title}: {n} checks", len(states)).format(title=title, n=len(states))
        card = Card(title=count)
        if folded:
            fold = Fold(_("Show the list"))

            def fill(is_open: bool) -> None:
                if is_open and not fold.body.count():
                    self._add_rows(fold.body, count, states)

            fold.toggled.connect(fill)
            card.add(fold)
        else:
            self._add_rows(card.body, count, states)
        self._column.addWidget(card)

    def _add_rows(self, place: QVBoxLayout, count: str, states: list[CheckState]) -> None:
        steps = StepList(count)
        steps.show(
            [
                StepRow(
                    one.check.id,
                    _("{check}. {how}").format(check=words.short_name(one.check), how=words.standing(one)),
                    "done" if one.dealt_with and not one.due else "todo",
                )
                for one in states
            ]
        )
        steps.chosen.connect(self.open_check)
        place.addWidget(steps)
