"""Who was told, and when: those noted so far, and boxes for one more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.dates import day_in_words
from footprint.i18n import N_, _
from footprint.log import incidents
from footprint.log.incidents import LONGEST_LINE, Told
from ui.changes import Changes
from ui.desk import Desk
from ui.incidents.days import day_problem, good_day, show_typed, typed_day
from ui.incidents.now import Now
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.date_field import DateField
from ui.kit.fields import Field, TextBox
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear

_LATE = N_("The day you told them must be today or in the past.")


class Telling(QWidget):
    """`changed` tells of every key typed. One is added by its button, or on going on."""

    changed = Signal()

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__()
        self._desk, self._now = desk, now
        self.who = TextBox(_("Who"))
        self.day = DateField(_("The day you told them"))
        self.at = TextBox(_("The time"))
        self.who_field = Field(_("Who"), self.who, _("Their role, such as “my line manager”."))
        self.day_field = Field(_("The day you told them"), self.day, _("Leave it empty for today."), optional=True)
        self.at_field = Field(_("The time"), self.at, optional=True)
        for box in (self.who, self.at):
            box.setMaxLength(LONGEST_LINE // 4)  # all of it is kept in one line while it is half typed
            box.textEdited.connect(self.changed)
        self.day.changed.connect(self.changed)
        self.add_button = Btn(_("Add this person"), icon="plus")
        self.add_button.clicked.connect(self._add_pressed)
        self._list = QVBoxLayout()
        space(self._list, 8)
        column = QVBoxLayout(self)
        space(column, 12)
        column.addLayout(self._list)
        card = Card()
        for part in (self.who_field, self.day_field, self.at_field, ButtonRow(self.add_button)):
            card.add(part)
        column.addWidget(card)
        self._show_typed(now.note.telling)
        self.removes: list[Btn] = []
        self.show_now(now)

    def show_now(self, now: Now) -> None:
        """The list anew; what is being typed stays."""
        self._now = now
        held = any(one.hasFocus() for one in self.removes)
        clear(self._list)
        self.removes = []
        for one in now.whole.told:
            self._list.addWidget(self._row(one))
        if held:
            self.who.setFocus()

    @property
    def typed(self) -> str:
        """What stands in the boxes, to be there again after a lock; "" for nothing."""
        parts = (self.who.text(), typed_day(self.day), self.at.text())
        return "\t".join(part.replace("\t", " ") for part in parts) if any(parts) else ""

    def problems(self) -> list[tuple[str, Field]]:
        """What is wrong with what stands in the boxes; nothing where they are empty."""
        self.who_field.clear_error()
        self.day_field.clear_error()
        if not self.typed:
            return []
        found = []
        if not self.who.text().strip():
            found.append((_("Say who you told, such as “my line manager”."), self.who_field))
        words = day_problem(self._desk, self.day, _LATE)
        if words:
            found.append((words, self.day_field))
        return found

    def add(self) -> None:
        """Keep what stands in the boxes, where there is something, and empty them."""
        if not self.typed or self.problems():
            return
        vault, note = self._desk.bench.vault, self._now.note.id
        who, day, at = self.who.text(), good_day(self._desk, self.day), self.at.text()
        self._show_typed("")
        self.changed.emit()
        self._desk.run(
            Operation(
                lambda _task: incidents.tell(vault, note, who, day, at),
                changes=Changes(incidents=True),
                said=lambda _told: _("Added"),
            )
        )

    def _add_pressed(self) -> None:
        found = self.problems()
        if not self.typed:
            found = [(_("Say who you told, such as “my line manager”."), self.who_field)]
        for words, field in found:
            field.show_error(words)
        if found:
            found[0][1].setFocus()
            return
        self.add()
        self.who.setFocus()

    def _row(self, one: Told) -> QWidget:
        when = ", ".join(part for part in (day_in_words(one.on, weekday=True), one.at) if part)
        remove = Btn(_("Remove"), "quiet")
        remove.setAccessibleName(_("Remove: {who}").format(who=one.who))
        remove.clicked.connect(lambda: self._remove(one.id))
        self.removes.append(remove)
        card = Card("sunken")
        card.add(PlainLabel(one.who, "label"))
        card.add(PlainLabel(when, "small", "text2"))
        card.add(ButtonRow(remove))
        return card

    def _remove(self, told_id: str) -> None:
        vault = self._desk.bench.vault
        self._desk.run(
            Operation(
                lambda _task: incidents.untell(vault, told_id),
                changes=Changes(incidents=True),
                said=lambda _value: _("Removed"),
            )
        )

    def _show_typed(self, typed: str) -> None:
        who, day, at = (*typed.split("\t"), "", "", "")[:3]
        self.who.setText(who)
        show_typed(self.day, day)
        self.at.setText(at)
