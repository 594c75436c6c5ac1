"""The first steps, one question each. They are answered in any order and can all be left for later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.checklists import Library
from footprint.i18n import _
from footprint.reminders.calendars import FILE_NAME
from ui.cover import Cover
from ui.kit import files
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.choices import Choices, Option
from ui.kit.layout import hbox, vbox
from ui.kit.text import IconLabel, PlainLabel
from ui.person.network_ticks import NetworkTicks

COUNT = 4


def step_words(number: int) -> str:
    return _("Step {n} of {total}").format(n=number, total=COUNT)


class Step(Cover):
    """`gone_on` with the answer, `skipped` without one, `went_back` to the step before."""

    help_topic: ClassVar[str] = "first_steps"

    gone_on = Signal()
    skipped = Signal()
    went_back = Signal()

    def __init__(self, number: int, title: str, line: str, go_on: str = "") -> None:
        super().__init__(title, line, above=step_words(number))
        back = Btn(_("Back"))
        back.clicked.connect(self.went_back)
        skip = Btn(_("Skip"), "quiet")
        skip.clicked.connect(self.skipped)
        self.primary = Btn(go_on or _("Continue"), "primary")
        self.primary.clicked.connect(self.gone_on)
        self.set_foot(*((back,) if number > 1 else ()), end=(skip, self.primary))

    def draft(self) -> tuple[str, ...]:
        """What is chosen on the page and not said to be the answer yet."""
        return ()

    def show_draft(self, draft: tuple[str, ...]) -> None:
        """The same page again, with what was chosen on it before."""


class Welcome(Step):
    """What the app promises, and whose computer this is. Two quiet ways lead elsewhere: to suggest it, and a plan."""

    suggest_asked = Signal()
    plan_asked = Signal()

    def __init__(self, computer: str) -> None:
        super().__init__(
            1,
            _("See what other people can find out about you online"),
            _("Then sort out anything you do not like. It stays on your computer."),
        )
        for icon, words in (
            ("eye_off", _("You decide what to look at. This is for checking yourself, not other people.")),
            ("lock", _("Nothing is sent unless you read it first and say so. It works offline.")),
            ("shield", _("Your manager cannot see it.")),
        ):
            self.body.addLayout(_promise(icon, words))
        self.computer = Choices(
            _("Whose computer is this?"),
            [
                Option("mine", _("Mine")),
                Option("employer", _("My employer’s")),
                Option("shared", _("I share it")),
            ],
        )
        if computer:
            self.computer.set_value(computer)
        self.body.addWidget(self.computer)
        self._warning = Banner(
            "warn",
            _("Your employer can look at its own computers"),
            _("They may see files and web visits here. At home on your own computer is better. You can still go on."),
        )
        if computer != "employer":
            self._warning.hide()
        self.computer.chosen.connect(lambda whose: self._warning.setVisible(whose == "employer"))
        self.body.addWidget(self._warning)
        self.suggest = Btn(_("I want to suggest this to my team"), "quiet", "people")
        self.suggest.clicked.connect(self.suggest_asked)
        self.plan = Btn(_("I was given a plan"), "quiet", "checklist")
        self.plan.clicked.connect(self.plan_asked)
        for one in (self.suggest, self.plan):
            one.set_flush()
        self.body.addWidget(ButtonRow(self.suggest, self.plan, gap=20))

    def draft(self) -> tuple[str, ...]:
        return _one(self.computer)

    def show_draft(self, draft: tuple[str, ...]) -> None:
        for value in draft:
            self.computer.set_value(value)
            self._warning.setVisible(value == "employer")


def _one(choices: Choices) -> tuple[str, ...]:
    return (choices.value,) if choices.value else ()


def _promise(icon: str, words: str) -> QWidget:
    return hbox(IconLabel(icon, "accent", 20), PlainLabel(words), spacing=12)


class Networks(Step):
    """Which networks the person uses; several can be ticked at once."""

    def __init__(self, library: Library, ticked: tuple[str, ...]) -> None:
        super().__init__(
            2,
            _("Which of these do you use?"),
            _("Choose all that apply. You can change this later. We do not sign in to any of them."),
        )
        self.networks = NetworkTicks(_("Networks"), library, ticked)
        self.body.addWidget(self.networks)

    def draft(self) -> tuple[str, ...]:
        return tuple(self.networks.values())

    def show_draft(self, draft: tuple[str, ...]) -> None:
        self.networks.set_values(draft)


class Reminders(Step):
    """How often to look again, and the same as a file for the person's own calendar."""

    def __init__(self, months: int, make: Callable[[int], bytes] | None = None) -> None:
        super().__init__(
            4,
            _("When shall we remind you?"),
            _("Settings change, and new things appear. The reminder shows when you open this app."),
            _("Finish"),
        )
        self._make = make
        self.months = Choices(
            _("How often"),
            [
                Option("3", _("Every 3 months")),
                Option("6", _("Every 6 months"), _("A good start for most people")),
                Option("12", _("Every year")),
                Option("0", _("Never")),
            ],
        )
        self.months.set_value(str(months))
        self.body.addWidget(self.months)
        self._add_calendar()

    def draft(self) -> tuple[str, ...]:
        return _one(self.months)

    def show_draft(self, draft: tuple[str, ...]) -> None:
        for value in draft:
            self.months.set_value(value)
            self.calendar.setVisible(value != "0")

    def save_reminder(self, path: Path) -> None:
        """Write the calendar file, and say how that went."""
        try:
            if self._make is not None:
                path.write_bytes(self._make(int(self.months.value or 0)))
        except OSError:
            self._saved.set_colour("danger")
            self._saved.setText(_("It could not be saved there. Choose another folder."))
        else:
            self._saved.set_colour("text2")
            self._saved.setText(_("Saved. Open the file to put it into your calendar."))
        announce(self, self._saved.text(), urgent=True)

    def _add_calendar(self) -> None:
        add = Btn(_("Add to my calendar…"), icon="calendar")
        add.clicked.connect(
            lambda: files.ask_save(self, _("Save the reminder"), FILE_NAME, [_("Calendar (*.ics)")], self.save_reminder)
        )
        self._saved = PlainLabel(
            _("A work calendar may be seen by colleagues. This one only says “Online check”."), "small", "text2"
        )
        self.calendar = QWidget()
        self.calendar.setLayout(vbox(ButtonRow(add), self._saved, spacing=4))
        if self.months.value == "0":
            self.calendar.hide()
        self.months.chosen.connect(lambda value: self.calendar.setVisible(value != "0"))
        self.body.addWidget(self.calendar)
