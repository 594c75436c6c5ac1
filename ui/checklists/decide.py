"""What to do about a setting that is not the safer one: changed it now, keep it, later, or not for me."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import NOT_FOUND, Answer, Check, Decision, Given
from footprint.dates import day_in_words, months_later
from footprint.i18n import _
from ui.checklists.words import is_setting
from ui.kit.choices import Choices, Option
from ui.kit.fields import DateField, Field, Select, TextBox
from ui.kit.text import PlainLabel
from ui.kit.theme import space

ON_A_DATE = "date"
NO_DATE = "none"
_CHANGED = "changed:"


class Decide(QWidget):
    """Shown under the choices while the setting is not the safer one. Every press is an answer to keep.

    `decided` carries a `Given`; nothing is sent while a date is half typed or wrong, which is said beside it.
    """

    decided = Signal(object)

    def __init__(self, check: Check, today: date) -> None:
        super().__init__()
        self.check, self.today, self.choice = check, today, ""
        self._column = QVBoxLayout(self)
        space(self._column, 10)
        self._lead = PlainLabel("", "body")
        self._column.addWidget(self._lead)
        self.options: Choices | None = None
        self.more: QWidget | None = None
        self.when: When | None = None
        self.reason: TextBox | None = None

    def show_for(self, choice: str, answer: Answer | None) -> None:
        """For what it is set to now; `answer` is what was decided before, if anything."""
        if choice != self.choice or self.options is None:
            self.choice = choice
            self._make_options()
        assert self.options is not None
        value = _value(answer)
        if value != self.options.value:
            self.options.set_value(value)
        self._show_more(value, answer)

    def focus_first(self) -> None:
        if self.options is not None:
            self.options.focus_first()

    # -- building ----------------------------------------------------------------------------------

    def _make_options(self) -> None:
        if self.options is not None:
            _drop(self.options)
        options = [*self._changed_options()]
        if self.choice != NOT_FOUND:
            options.append(Option("keep", _("Keep it as it is"), _("That is your choice. Nobody will ask why.")))
        options += [
            Option("later", _("Later"), _("Comes back on a day you choose")),
            Option("not_for_me", _("Not for me"), _("It does not apply to you, so it does not come back")),
        ]
        self._lead.setText(self._lead_words())
        self.options = Choices(_("What would you like to do?"), options)
        self.options.chosen.connect(self._chosen)
        self._column.insertWidget(1, self.options)

    def _changed_options(self) -> list[Option]:
        if self.choice == NOT_FOUND:
            return []
        changed = _("I have changed it now") if is_setting(self.check) else _("I have done it now")
        return [
            Option(_CHANGED + one.id, changed, _("It is now: {choice}").format(choice=one.label))
            for one in self.check.choices
            if one.safer
        ]

    def _lead_words(self) -> str:
        if self.choice == NOT_FOUND:
            return _("That is fine. Come back to it on another day, or leave it.")
        safer = [one.label for one in self.check.choices if one.safer]
        if not safer:
            return _("Write it down, so that you can look at it again.")
        if not is_setting(self.check):
            return _("You can do something about it now. The steps are above.")
        return _("You can change it now. Use the steps above, then choose “{choice}”.").format(choice=safer[0])

    def _chosen(self, value: str) -> None:
        self._show_more(value, None)
        self._send()

    def _show_more(self, value: str, answer: Answer | None) -> None:
        """The reason and the dates that belong to a decision, and only those."""
        if self.more is not None and self.more.property("for") == value:
            return
        if self.more is not None:
            _drop(self.more)
            self.more = self.when = self.reason = None
        if value not in ("keep", "later"):
            return
        self.more = QWidget()
        self.more.setProperty("for", value)
        box = QVBoxLayout(self.more)
        space(box, 10)
        if value == "keep" and self.check.private_note:
            self.reason = TextBox(_("Your reason"))
            self.reason.setText(answer.reason if answer else "")
            self.reason.editingFinished.connect(self._send)
            box.addWidget(Field(_("Your reason"), self.reason, optional=True))
        if value == "keep":
            self.when = When(_("Ask me again"), self.today, none=True, until=answer.until if answer else None)
        else:
            self.when = When(_("When shall we ask again?"), self.today, until=answer.until if answer else None)
        self.when.changed.connect(self._send)
        box.addWidget(self.when)
        self._column.addWidget(self.more)

    # -- sending -----------------------------------------------------------------------------------

    def _send(self) -> None:
        given = self.given()
        if given is not None:
            self.decided.emit(given)

    def given(self) -> Given | None:
        """What was decided; None while nothing is chosen or the date is not ready."""
        value = self.options.value if self.options is not None else ""
        if not value:
            return None
        if value.startswith(_CHANGED):
            return Given(self.check, self.choice, Decision.CHANGED, value.removeprefix(_CHANGED))
        if self.when is not None and not self.when.ready():
            return None
        until = self.when.day() if self.when is not None else None
        reason = self.reason.text() if self.reason is not None else ""
        return Given(self.check, self.choice, Decision(value), "", reason, until)


class When(QWidget):
    """A day to come back: some ready ones, or a date typed in."""

    changed = Signal()

    def __init__(self, words: str, today: date, *, none: bool = False, until: date | None = None) -> None:
        super().__init__()
        self.today = today
        self._days = {
            "week": today + timedelta(days=7),
            "month": months_later(today, 1),
            "half": months_later(today, 6),
        }
        options = [
            ("week", _("In 1 week")),
            ("month", _("In 1 month")),
            ("half", _("In 6 months")),
            (ON_A_DATE, _("On a date")),
        ]
        if none:
            options.insert(0, (NO_DATE, _("At the usual time")))
        self.select = Select(words, options)
        self.date = DateField(_("Day to ask again"))
        self.date_field = Field(_("Day to ask again"), self.date)
        box = QVBoxLayout(self)
        space(box, 8)
        box.addWidget(Field(words, self.select))
        box.addWidget(self.date_field)
        self._start(until, none)
        self.select.chosen.connect(self._chosen)
        for edit in self.date.findChildren(QWidget):
            finished = getattr(edit, "editingFinished", None)
            if finished is not None:
                finished.connect(self._typed)

    def _start(self, until: date | None, none: bool) -> None:
        value = next((name for name, day in self._days.items() if day == until), "")
        if until is not None and not value:
            value = ON_A_DATE
            self.date.set_date(until)
        self.select.set_value(value or (NO_DATE if none else "week"))
        self.date_field.setVisible(self.select.value == ON_A_DATE)

    def _chosen(self, value: str) -> None:
        self.date_field.setVisible(value == ON_A_DATE)
        if value != ON_A_DATE:
            self.changed.emit()

    def _typed(self) -> None:
        if self.ready():
            self.changed.emit()

    def ready(self) -> bool:
        """Whether there is a day to use; a wrong one is said beside its boxes."""
        if self.select.value != ON_A_DATE:
            return True
        try:
            day = self.date.date()
        except ValueError as problem:
            self.date_field.show_error(str(problem))
            return False
        if day is None:
            return False
        if day <= self.today:
            self.date_field.show_error(_("The day must be after {today}.").format(today=day_in_words(self.today)))
            return False
        self.date_field.clear_error()
        return True

    def day(self) -> date | None:
        value = self.select.value
        return self.date.date() if value == ON_A_DATE else self._days.get(value)


def _value(answer: Answer | None) -> str:
    if answer is None or answer.decision is None:
        return ""
    if answer.decision is Decision.CHANGED:
        return _CHANGED + answer.changed_to
    return answer.decision.value


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
