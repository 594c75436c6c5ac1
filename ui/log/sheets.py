"""Small dialogs that ask one question about the things selected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.i18n import _, ngettext
from footprint.log import REPLY_DAYS, State
from ui.kit.buttons import Btn
from ui.kit.choices import Choices, Option
from ui.kit.dialogs import Sheet
from ui.kit.fields import DateField, Field
from ui.log.fields import Problem

ON_A_DATE = "date"


class _Question(Sheet):
    """One question with its choices, and a button that gives the answer."""

    WIDTH = 480
    picked = Signal(object)

    def __init__(self, parent: QWidget, title: str, options: list[Option]) -> None:
        super().__init__(parent, title)
        self.choices = Choices(title, options, show_label=False)
        self.problem = Problem()
        self.save = Btn(_("Save"), "primary")
        self.save.clicked.connect(self._save)
        self.leave = Btn(_("Cancel"))
        self.leave.clicked.connect(self.reject)
        self.add(self.problem)
        self.add(self.choices)
        self.finish()
        self.add_button(self.leave)
        self.add_button(self.save)
        self.choices.focus_first()

    def finish(self) -> None:
        """What stands between the choices and the buttons."""

    def answer(self) -> object:
        """The answer; raises `ValueError` with the sentence to show when there is none yet."""
        if not self.choices.value:
            raise ValueError(_("Choose one of these."))
        return self.choices.value

    def _save(self) -> None:
        try:
            answer = self.answer()
        except ValueError as problem:
            self.problem.say(str(problem))
            return
        self.accept()
        self.picked.emit(answer)


class StateSheet(_Question):
    """What to mark them as; gives a `State` by its value."""

    def __init__(self, parent: QWidget, count: int, states: Sequence[State]) -> None:
        title = ngettext("Mark {n} thing as…", "Mark {n} things as…", count).format(n=count)
        super().__init__(parent, title, state_options(states))


class DaySheet(_Question):
    """When to come back to them; gives a date."""

    def __init__(self, parent: QWidget, count: int, today: date) -> None:
        self._days = {
            "7": today + timedelta(days=7),
            "30": today + timedelta(days=30),
            "90": today + timedelta(days=90),
        }
        title = ngettext("Come back to {n} thing…", "Come back to {n} things…", count).format(n=count)
        options = [
            Option("7", _("In 1 week")),
            Option("30", _("In 1 month")),
            Option("90", _("In 3 months")),
            Option(ON_A_DATE, _("On a date")),
        ]
        super().__init__(parent, title, options)

    def finish(self) -> None:
        self.day = DateField(_("Which day?"))
        self._day_field = Field(_("Which day?"), self.day)
        self._day_field.hide()
        self.choices.chosen.connect(lambda value: self._day_field.setVisible(value == ON_A_DATE))
        self.add(self._day_field)

    def answer(self) -> object:
        value = super().answer()
        if value != ON_A_DATE:
            return self._days[str(value)]
        day = self.day.date()
        if day is None:
            raise ValueError(_("Enter the day."))
        return day


def state_options(states: Sequence[State]) -> list[Option]:
    """States as things the person may say, in the order things happen."""
    again = ngettext("We remind you in {n} day.", "We remind you in {n} days.", REPLY_DAYS).format(n=REPLY_DAYS)
    said = {
        State.DECIDED: (_("Still to do"), ""),
        State.ASKED: (_("I have asked"), again),
        State.WAITING: (_("Waiting for others"), again),
        State.GONE: (_("Gone from there"), _("You looked, and it is not there any more.")),
        State.REFUSED: (_("They said no"), ""),
        State.KEPT: (_("Keep it as it is"), ""),
        State.CAME_BACK: (_("It came back"), ""),
    }
    return [Option(state.value, *words) for state, words in said.items() if state in states]
