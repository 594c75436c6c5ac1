"""What else a search should do, this once: how many questions, from work, a team, smaller sources, an e-mail."""

from __future__ import annotations

from PySide6.QtCore import Signal

from footprint.dates import number
from footprint.i18n import _
from footprint.search import BUDGETS, Options
from ui.kit.cards import Card
from ui.kit.choices import Choices, Option, Tick, Ticks
from ui.kit.fields import Field, TextBox
from ui.kit.layout import Fold
from ui.page import clear
from ui.search.sources import Sources


class Budget(Card):
    """How many questions at most. The usual number suits most people."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = (_("A quick look"), _("The usual"), _("More ways to write your name"))
        self.choices = Choices(
            _("How many questions at most?"),
            [Option(str(n), number(n), second) for n, second in zip(BUDGETS, words, strict=True)],
            columns=len(BUDGETS),
        )
        self.choices.set_value(str(Options().budget))
        self.choices.chosen.connect(lambda _value: self.changed.emit())
        self.add(self.choices)

    @property
    def value(self) -> int:
        return int(self.choices.value or Options().budget)

    def set_value(self, most: int) -> None:
        self.choices.set_value(str(most))


class Wishes(Card):
    """All off at first, every time: what a search starts with suits most people. Nothing of it is kept."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(title=_("Also look for, this once"))
        self.contacts: Ticks | None = None
        self.from_work = Tick(
            _("Look as someone from work would"),
            _("Off, because your employer and job title together with your name lead straight to you."),
        )
        self.more = Tick(_("Ask the smaller sources too"), "")
        self.team = TextBox(_("The name of your team or service"))
        self._team = Field(
            _("The name of your team or service"), self.team, _("Only if you want to look for it."), optional=True
        )
        self.for_contacts = Fold(_("My e-mail or number"))
        for part in (self.from_work, self.more, self.for_contacts, self._team):
            self.add(part)
        self.from_work.clicked.connect(lambda _on: self.changed.emit())
        self.more.clicked.connect(lambda _on: self.changed.emit())
        self.team.textEdited.connect(lambda _text: self.changed.emit())

    def show_choices(self, sources: Sources) -> None:
        """What can be chosen for this person: from work only with a job or an employer, contacts only if there are."""
        self.from_work.setVisible(sources.has_work)
        self.more.say(self.more.title, sources.smaller_in_words)
        self.more.setVisible(bool(sources.smaller))
        self.for_contacts.setVisible(bool(sources.contacts))
        if tuple(self.contacts.cards if self.contacts is not None else ()) == sources.contacts:
            return
        clear(self.for_contacts.body)
        self.contacts = None
        if sources.contacts:
            self.contacts = Ticks(
                _("Each one you tick is sent to the sources you read next."),
                [Option(one, one) for one in sources.contacts],
            )
            self.contacts.changed.connect(self.changed)
            self.for_contacts.body.addWidget(self.contacts)

    def set_options(self, options: Options) -> None:
        """What was chosen a moment ago, without an e-mail or a number: each needs a yes of its own every time."""
        self.from_work.setChecked(options.from_work)
        self.more.setChecked(options.more)
        self.team.setText(options.team)

    def options(self, budget: int) -> Options:
        return Options(
            from_work=self.from_work.isChecked(),
            team=self.team.text().strip(),
            budget=budget,
            more=self.more.isChecked(),
            contacts=self.contacts.values() if self.contacts is not None else (),
        )
