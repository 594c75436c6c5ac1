"""What else a search should do, this once: how many questions, the smaller sources, a team, an e-mail or a number."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.dates import number
from footprint.i18n import _
from footprint.search import BUDGETS, Options
from ui.kit.choices import Choices, Option, Tick, Ticks
from ui.kit.fields import Field, TextBox
from ui.kit.layout import Fold
from ui.page import clear


class Wishes(Fold):
    """Closed at first: what it starts with suits most people. Nothing of it is kept for the next search."""

    def __init__(self) -> None:
        super().__init__(_("More choices"))
        self.budget = Choices(
            _("How many questions at most?"), [Option(str(n), number(n)) for n in BUDGETS], columns=len(BUDGETS)
        )
        self.budget.set_value(str(Options().budget))
        self.more = Tick(
            _("Ask the smaller sources too"),
            _("Wikipedia, Wikidata, ORCID, Stack Exchange and Hacker News. Few people are on them."),
        )
        self.team = TextBox(_("The name of your team or service"))
        self.contacts: Ticks | None = None
        self.body.addWidget(self.budget)
        self.body.addWidget(self.more)
        self.body.addWidget(
            Field(_("The name of your team or service"), self.team, _("Only if you want to look for it, this once."))
        )
        self._for_contacts = Fold(_("Look for my e-mail or number, this once"))
        self._for_contacts.hide()
        self.body.addWidget(self._for_contacts)

    def show_contacts(self, contacts: Sequence[str]) -> None:
        """The e-mail addresses and numbers that could be used: all off, every time."""
        clear(self._for_contacts.body)
        self._for_contacts.setVisible(bool(contacts))
        self.contacts = None
        if contacts:
            self.contacts = Ticks(
                _("Each one you tick is sent to the sources you read next."), [Option(one, one) for one in contacts]
            )
            self._for_contacts.body.addWidget(self.contacts)

    def options(self, *, from_work: bool) -> Options:
        return Options(
            from_work=from_work,
            team=self.team.text().strip(),
            budget=int(self.budget.value or Options().budget),
            more=self.more.isChecked(),
            contacts=self.contacts.values() if self.contacts is not None else (),
        )
