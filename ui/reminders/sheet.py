"""One reminder opened: start it, put it off, leave it out this time, change how often."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from footprint.dates import day_in_words, months_later
from footprint.i18n import _
from footprint.reminders import Kind, Thing
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.date_field import DateField
from ui.kit.dialogs import Sheet
from ui.kit.fields import Field, Select
from ui.kit.from_pack import FromPackMark
from ui.kit.layout import Fold
from ui.kit.text import Heading, PlainLabel
from ui.reminders.words import often_options, value_of

A_WEEK = timedelta(days=7)


class ReminderSheet(Sheet):
    """Says what was chosen by calling back; it changes nothing itself."""

    def __init__(self, parent: QWidget, one: Thing, today: date, do: Callable[[str, object], None]) -> None:
        super().__init__(parent, one.title)
        self.one, self._today, self._do = one, today, do
        self.add(PlainLabel(_when(one)))
        if one.origin is not None:
            self.body.addWidget(FromPackMark(one.origin), 0, Qt.AlignmentFlag.AlignLeft)
        if one.why:
            self.add(PlainLabel(one.why, "small", "text2"))
        if one.due is not None:
            self._add_later()
        if one.can_change:
            self._add_often()
        self._add_buttons()

    def _answer(self, what: str, value: object = None) -> None:
        self.accept()
        self._do(what, value)

    def _add_later(self) -> None:
        self.add(Heading(_("Not now") if self._from == self._today else _("Later than that"), "h3"))
        buttons = []
        for words, day in self._days():
            button = Btn(words)
            button.clicked.connect(lambda _on=False, day=day: self._answer("later", day))
            buttons.append(button)
        skip = Btn(_("Skip this time"), icon="skip")
        skip.clicked.connect(lambda: self._answer("skip"))
        self.add(ButtonRow(*buttons, skip))
        other = Fold(_("On another day"))
        self.day = DateField(_("Remind me on"))
        self.day_field = Field(_("Remind me on"), self.day)
        put = Btn(_("Remind me then"))
        put.clicked.connect(self._put_off)
        other.body.addWidget(self.day_field)
        other.body.addWidget(ButtonRow(put))
        self.add(other)

    @property
    def _from(self) -> date:
        """Today, or the day it comes up where that is still to come: a put-off never makes anything sooner."""
        return max(self._today, self.one.due or self._today)

    def _days(self) -> list[tuple[str, date]]:
        if self._from == self._today:
            return [(_("Tomorrow"), self._today + timedelta(days=1)), (_("Next week"), self._today + A_WEEK)]
        return [(_("A week later"), self._from + A_WEEK), (_("A month later"), months_later(self._from, 1))]

    def _put_off(self) -> None:
        try:
            day = self.day.date()
        except ValueError as problem:
            self.day_field.show_error(str(problem))
            return
        if day is None or day <= self._from:
            after = _("today") if self._from == self._today else day_in_words(self._from)
            self.day_field.show_error(_("Enter a day after {day}.").format(day=after))
            return
        self._answer("later", day)

    def _add_often(self) -> None:
        self.often = Select(_("How often"), often_options(self.one))
        self.often.set_value(value_of(self.one.every) if self.one.mine else "usual")
        self.often.chosen.connect(lambda value: self._answer("often", value))
        self.add(Field(_("How often"), self.often))

    def _add_buttons(self) -> None:
        close = Btn(_("Close"))
        close.clicked.connect(self.reject)
        self.add_button(close)
        if self.one.put_off:
            self._add_button(_("Bring it back"), "back", "undo")
        if self.one.kind is Kind.OWN:
            self._add_button(_("Change"), "change")
            self._add_button(_("Remove"), "remove")
        if self.one.can_be_ticked:
            kind = "primary" if self.one.kind is Kind.OWN else "secondary"
            self._add_button(_("I did this"), "done", "check", kind)
        if self.one.kind is not Kind.OWN:
            self._add_button(_("Open it"), "open", kind="primary")

    def _add_button(self, words: str, what: str, icon: str = "", kind: str = "secondary") -> None:
        button = Btn(words, kind, icon)
        button.clicked.connect(lambda: self._answer(what))
        self.add_button(button)


def _when(one: Thing) -> str:
    """When it was last done, when it comes up, and what there is to do; said once where two of these are the same."""
    last = _("You last did this on {day}.").format(day=day_in_words(one.last)) if one.last else ""
    if one.due is None:
        due = _("You left it out this time.") if one.put_off else _("It has no day yet.")
    else:
        due = _("It comes up on {day}.").format(day=day_in_words(one.due, weekday=True))
    often = f"{one.how_often[:1].upper()}{one.how_often[1:]}." if one.kind is Kind.OWN and one.how_often else ""
    told = one.kind is Kind.OWN or (one.kind in (Kind.SEARCH, Kind.POSTS, Kind.STRANGER) and one.last is not None)
    return " ".join(part for part in (last, due, often if told else one.reason) if part)
