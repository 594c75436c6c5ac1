"""Reminders: after how many months the app brings up the checks again."""

from __future__ import annotations

from footprint.i18n import _
from ui.desk import Desk
from ui.kit.cards import Card
from ui.kit.choices import Choices
from ui.kit.text import PlainLabel
from ui.settings.look import label_of, options_of
from ui.settings.section import Section


class RemindersSection(Section):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        card = Card()
        self.months = Choices(label_of("months_between_checks"), options_of("months_between_checks"), columns=2)
        self.months.chosen.connect(self._changed)
        card.add(self.months)
        card.add(PlainLabel(_("The reminder shows on Home when you open this app. Nothing pops up."), "small", "text2"))
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.reload()

    def reload(self) -> None:
        self.months.set_value(str(self.now.months_between_checks))

    def _changed(self, value: str) -> None:
        if not self.change(months_between_checks=int(value)):
            self.reload()
