"""Several at once: how many are selected, and what may be done with all of them in one go."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _, ngettext
from footprint.log import State
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.choices import Choices, Option
from ui.kit.dialogs import Sheet
from ui.kit.fields import DateField, Field
from ui.kit.layout import Flow, hbox
from ui.kit.text import PlainLabel

MARKS = (State.DECIDED, State.WAITING, State.GONE, State.REFUSED, State.KEPT)


class BulkBar(QWidget):
    """Shown while several are being selected. It asks; the list does it."""

    marked = Signal(str)  # the state to mark them as
    dated = Signal(object)  # the day to come back to them
    deleted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = PlainLabel("", "label")
        self.mark = Btn(_("Mark as…"), icon="check")
        self.date = Btn(_("Set a date…"), icon="calendar")
        self.delete = Btn(_("Delete"), icon="close")
        self.leave = Btn(_("Stop selecting"), "quiet")
        self.sheet: Sheet | None = None
        self.mark.clicked.connect(lambda: self._when_some(self._ask_state))
        self.date.clicked.connect(lambda: self._when_some(self._ask_day))
        self.delete.clicked.connect(lambda: self._when_some(self.deleted.emit))
        self.leave.clicked.connect(self.left)
        card = Card("sunken")
        card.add(self.words)
        card.add(hbox(self.mark, self.date, self.delete, self.leave, None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.show_count(0)

    def show_count(self, selected: int) -> None:
        self.selected = selected
        self.words.setText(
            ngettext("{n} selected", "{n} selected", selected).format(n=selected)
            if selected
            else _("Nothing is selected yet. Choose things in the list, or press Ctrl+A there.")
        )

    def _when_some(self, act) -> None:
        if self.selected:
            act()
        else:
            announce(self, self.words.text())

    def _ask_state(self) -> None:
        self.sheet = StateSheet(self.window(), self.selected)
        self.sheet.picked.connect(self.marked)
        self.sheet.open()

    def _ask_day(self) -> None:
        self.sheet = DaySheet(self.window(), self.selected)
        self.sheet.picked.connect(self.dated)
        self.sheet.open()
