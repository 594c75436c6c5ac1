"""Several at once: how many are selected, and what may be done with all of them in one go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import dates
from footprint.i18n import _, ngettext
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.text import PlainLabel
from ui.kit.theme import space


class BulkBar(QWidget):
    """Shown while several are being selected. It says what is asked for; the list does it."""

    all_asked = Signal()
    mark_asked = Signal()
    date_asked = Signal()
    group_asked = Signal()
    copied = Signal()
    deleted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.selected = 0
        self.words = PlainLabel("", "label")
        self.all = Btn(_("Select all"))
        self.all.clicked.connect(self.all_asked)
        self.mark = Btn(_("Mark as…"), icon="check")
        self.date = Btn(_("Set a date…"), icon="calendar")
        self.group = Btn(_("Group…"), icon="copy")
        self.copy = Btn(_("Save a copy…"), icon="download")
        self.delete = Btn(_("Delete"), icon="close")
        self.leave = Btn(_("Stop selecting"), "quiet")
        self.mark.clicked.connect(lambda: self._with_some(self.mark_asked.emit))
        self.date.clicked.connect(lambda: self._with_some(self.date_asked.emit))
        self.group.clicked.connect(lambda: self._with_some(self.group_asked.emit))
        self.copy.clicked.connect(lambda: self._with_some(self.copied.emit))
        self.delete.clicked.connect(lambda: self._with_some(self.deleted.emit))
        self.leave.clicked.connect(self.left)
        card = Card("sunken")
        card.add(self.words)
        card.add(ButtonRow(self.all, self.mark, self.date, self.group, self.copy, self.delete, self.leave))
        column = QVBoxLayout(self)
        space(column, 0)
        column.addWidget(card)
        self.show_count(0)

    def show_count(self, selected: int) -> None:
        self.selected = selected
        self.words.setText(
            ngettext("{n} selected", "{n} selected", selected).format(n=dates.number(selected))
            if selected
            else _("Nothing is selected yet. Choose things in the list.")
        )

    def _with_some(self, act: Callable[[], None]) -> None:
        if self.selected:
            act()
        else:
            announce(self, self.words.text())
