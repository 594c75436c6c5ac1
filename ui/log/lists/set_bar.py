"""Above the list while it shows one group: how the group stands, and what may be done with all of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import dates
from footprint.i18n import _, ngettext
from footprint.log import sets
from footprint.log.sets import ItemSet
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.log.lists.name_sheet import NameSheet


class SetBar(QWidget):
    """The group by its name. Its things are marked, dated and deleted together once they are selected."""

    all_asked = Signal()  # select everything in the group
    left = Signal()  # the group is gone

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._vault = desk, desk.bench.vault
        self._set: ItemSet | None = None
        self.sheet: NameSheet | None = None
        self.heading = Heading("", "h2")
        self.words = PlainLabel("", "body", "text2")
        self.all = Btn(_("Select all of it"), icon="checklist")
        self.all.clicked.connect(self.all_asked)
        self.rename = Btn(_("Rename…"), icon="edit")
        self.rename.clicked.connect(self._ask_name)
        self.apart = Btn(_("Take the group apart"))
        self.apart.clicked.connect(self._take_apart)
        card = Card("sunken")
        card.add(self.heading)
        card.add(self.words)
        card.add(ButtonRow(self.all, self.rename, self.apart))
        column = QVBoxLayout(self)
        space(column, 0)
        column.addWidget(card)

    def show_set(self, one: ItemSet | None, today: date, *, selecting: bool) -> None:
        """None: the list shows no group."""
        self._set = one
        self.setVisible(one is not None)
        self.all.setVisible(not selecting)
        if one is not None:
            self.heading.setText(one.name)
            self.words.setText(set_words(one, today))

    def _ask_name(self) -> None:
        if self._set is not None:
            self.sheet = NameSheet(self.window(), _("Rename the group"), name=self._set.name, most=100)
            self.sheet.named.connect(self._rename)
            self.sheet.open()

    def _rename(self, name: str) -> None:
        if self._set is None:
            return
        set_id = self._set.id
        self._desk.run(
            Operation(
                lambda _task: sets.rename(self._vault, set_id, name),
                changes=Changes(items=True),
                said=lambda one: _("The group is called “{name}”").format(name=one.name[:60]),
            )
        )

    def _take_apart(self) -> None:
        if self._set is None:
            return
        set_id = self._set.id
        self.left.emit()
        self._desk.run(
            Operation(
                lambda _task: sets.take_apart(self._vault, set_id),
                changes=Changes(items=True),
                said=lambda _one: _("The group is taken apart. Its things stay in your list"),
            )
        )


def set_words(one: ItemSet, today: date) -> str:
    """How many there are, how many are open, and when the first of those is due."""
    words = ngettext("{n} thing.", "{n} things.", one.items).format(n=dates.number(one.items))
    if not one.open:
        return words + " " + _("All are done or kept.")
    words += " " + ngettext("{n} is still open.", "{n} are still open.", one.open).format(n=dates.number(one.open))
    if one.due is None:
        return words
    if one.due < today:
        return words + " " + _("The first was due on {day}.").format(day=dates.short_day(one.due, today))
    return words + " " + _("The first is due {when}.").format(when=dates.when_in_words(one.due, today))
