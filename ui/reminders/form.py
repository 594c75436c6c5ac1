"""Making a reminder of one's own: what, when, and whether it comes round."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from footprint.reminders import Every, Own, Unit
from ui.kit.buttons import Btn
from ui.kit.cards import ErrorSummary
from ui.kit.choices import Choices, Option
from ui.kit.date_field import DateField
from ui.kit.dialogs import Sheet
from ui.kit.fields import Field, Select, TextBox
from ui.reminders.words import repeat_options, value_of

_ON_A_DAY = "day"


class OwnForm(Sheet):
    """Hands back what, the first day and the rhythm. `old` is the one being changed."""

    def __init__(
        self, parent: QWidget, today: date, done: Callable[[str, date, Every | None], None], old: Own | None = None
    ) -> None:
        super().__init__(parent, _("Change a reminder") if old else _("Add a reminder"))
        self._today, self._done, self._old = today, done, old
        self.errors = ErrorSummary()
        self.add(self.errors)
        self.what = TextBox(_("What"))
        self.what_field = Field(_("What"), self.what, _("Only you see this. Notifications and calendars never say it."))
        self.add(self.what_field)
        self.when = Choices(
            _("When"),
            [
                Option("1", _("In 1 month")),
                Option("3", _("In 3 months")),
                Option("6", _("In 6 months")),
                Option(_ON_A_DAY, _("On a date")),
            ],
            columns=2,
        )
        self.when.chosen.connect(lambda _value: self._fit())
        self.add(self.when)
        self.day = DateField(_("Date"))
        self.day_field = Field(_("Date"), self.day)
        self.add(self.day_field)
        self.repeat = Select(_("Repeat"), repeat_options(old.every if old else None))
        self.add(Field(_("Repeat"), self.repeat))
        self._fill(old)
        cancel = Btn(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.save = Btn(_("Save reminder"), "primary")
        self.save.clicked.connect(self._save)
        self.add_button(self.save)
        self.what.setFocus()

    def _fill(self, old: Own | None) -> None:
        self.when.set_value(_ON_A_DAY if old else "3")
        self.repeat.set_value(value_of(old.every) if old else "once")
        if old is not None:
            self.what.setText(old.what)
            self.day.set_date(old.first)
        self._fit()

    def _fit(self) -> None:
        self.day_field.setVisible(self.when.value == _ON_A_DAY)
        self.fit()

    def _save(self) -> None:
        """Every problem at once, each beside its box."""
        self.errors.clear()
        self.what_field.clear_error()
        self.day_field.clear_error()
        problems: list[tuple[str, Field]] = []
        if not self.what.text().strip():
            problems.append((_("Enter what you want to be reminded of."), self.what_field))
        day = self._first(problems)
        for words, field in problems:
            field.show_error(words)
        if problems or day is None:
            self.errors.show_problems(problems)
            return
        self.accept()
        self._done(self.what.text(), day, _every(self.repeat.value))

    def _first(self, problems: list[tuple[str, Field]]) -> date | None:
        if self.when.value != _ON_A_DAY:
            return Every(int(self.when.value or 3)).after(self._today)
        try:
            day = self.day.date()
        except ValueError as problem:
            problems.append((str(problem), self.day_field))
            return None
        kept = self._old.first if self._old else None
        if day is None or (day < self._today and day != kept):
            problems.append((_("The date must be today or later."), self.day_field))
        return day


def _every(value: str) -> Every | None:
    count, _blank, unit = value.partition(" ")
    return Every(int(count), Unit(unit)) if unit else None
