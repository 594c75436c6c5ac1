"""How to get a list out of a manager or a browser, in plain words, and the button that takes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from footprint import passwords
from footprint.dates import day_in_words, local_day
from footprint.i18n import _, ngettext
from footprint.passwords import Guide, Past
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.fields import Field, Select
from ui.kit.steps import NumberedSteps
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear


class StartCard(Card):
    """Nothing is read before the person chooses a file or drops one here."""

    choose = Signal()

    def __init__(self) -> None:
        super().__init__(title=_("Do I use the same password twice?"))
        self.add(
            PlainLabel(
                _(
                    "Your password manager or browser can save a list of your logins. Give us that list, and we say "
                    "which of your accounts share a password. We keep only numbers, and help you delete the list."
                )
            )
        )
        self.last = PlainLabel("", "label")
        self.last.hide()
        self.add(self.last)
        self.problem = Banner("warn", _("The list was not read"), "")
        self.problem.hide()
        self.add(self.problem)
        guides = {one.id: one for one in passwords.guides()}
        self.where = Select(
            _("Where do you keep your passwords?"),
            [("", _("Choose one")), *((one.id, _(one.name)) for one in guides.values())],
        )
        self.add(Field(_("Where do you keep your passwords?"), self.where))
        self._steps = QVBoxLayout()
        space(self._steps, 10)
        self.add(self._steps)
        self.choose_button = Btn(_("Choose the list"))
        self.choose_button.clicked.connect(self.choose)
        self.add(ButtonRow(self.choose_button))
        self.add(PlainLabel(_("You can also drop the file here. It is read on this computer only."), "small", "text2"))
        self.where.chosen.connect(lambda value: self.show_steps(guides.get(value)))

    def show_steps(self, guide: Guide | None) -> None:
        """The way to the list of one manager."""
        clear(self._steps)
        if guide is None:
            return
        self._steps.addWidget(NumberedSteps([_(one) for one in guide.steps]))
        self._steps.addWidget(PlainLabel(guide.how_sure, "small", "text2"))
        self._steps.addWidget(
            Banner(
                "info",
                _("Anyone who opens this file sees your passwords"),
                _("Do not email it, and do not leave it lying about. We help you delete it straight after."),
                quiet=True,
            )
        )

    def tell_last(self, past: Past) -> None:
        """“Last time, on 3 May 2026: 5 of your 9 accounts shared a password.”"""
        counts = past.counts
        words = ngettext(
            "Last time, on {day}: {shared} of your {n} account shared a password.",
            "Last time, on {day}: {shared} of your {n} accounts shared a password.",
            counts.accounts,
        ).format(day=day_in_words(local_day(past.at)), shared=counts.shared, n=counts.accounts)
        self.last.setText(words)
        self.last.show()

    def show_problem(self, words: str) -> None:
        self.problem.say(_("The list was not read"), words)
        self.problem.show()
