"""The three groups at a glance: the first few of each, and a way to see them all. Done is folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import dates
from footprint.i18n import N_, _
from footprint.log import Group
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import hbox
from ui.kit.lists import PagedRows, RowLook
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.log.lists.filters import group_key
from ui.log.lists.list_card import BESIDE_ROWS, CARD_OF_ROWS, FittingList
from ui.log.lists.look_up import AT_A_GLANCE

NOTHING = {
    Group.YOUR_TURN: N_("There is nothing for you to do here now."),
    Group.WAITING: N_("You are not waiting for anybody."),
    Group.DONE: N_("Nothing is done yet."),
}


class GroupCard(Card):
    """One group: a heading with its number, a short list, and "See all" where there are more."""

    chosen = Signal(str)
    all_asked = Signal()

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.group = group
        self.opened = group is not Group.DONE
        self._total = 0
        self._looks: list[RowLook] = []
        self.heading = Heading(group.label)
        self.fold = Btn("", "quiet")
        self.fold.set_ending()
        self.fold.clicked.connect(self.toggle)
        self.fold.setVisible(False)
        self.nothing = PlainLabel(_(NOTHING[group]), "body", "text2")
        self.rows = PagedRows(lambda offset, limit: self._looks[offset : offset + limit], 0, self)
        self.list = FittingList(self.rows, group.label)
        self.list.chosen.connect(self.chosen)
        self.see_all = Btn("", "quiet")
        self.see_all.clicked.connect(self.all_asked)
        space(self.body, 6, CARD_OF_ROWS)
        self.add(hbox(self.heading, None, self.fold, margins=BESIDE_ROWS))
        self.add(hbox(self.nothing, margins=BESIDE_ROWS))
        self.add(self.list)
        self.add(hbox(self.see_all, None))

    def show_rows(self, rows: Sequence[RowLook], total: int) -> None:
        """The first few of `total`."""
        self._total = total
        self._looks = list(rows)
        self.rows.reload(len(self._looks))
        counted = _("{group} ({n})").format(group=self.group.label, n=dates.number(total))
        self.heading.setText(counted if self.group is Group.DONE and total else self.group.label)
        self.see_all.setText(_("See all {n}").format(n=dates.number(total)))
        self._arrange()

    def toggle(self) -> None:
        self.opened = not self.opened
        self._arrange()

    def _arrange(self) -> None:
        self.fold.setVisible(self.group is Group.DONE and self._total > 0)
        self.fold.setText(_("Hide") if self.opened else _("Show"))
        self.fold.setAccessibleName(f"{self.fold.text()}. {self.heading.text()}")
        self.nothing.setVisible(self._total == 0)
        self.list.setVisible(self.opened and self._total > 0)
        self.see_all.setVisible(self.opened and self._total > AT_A_GLANCE)


class Groups(QWidget):
    """Your turn, Waiting for others, Done."""

    chosen = Signal(str)
    all_asked = Signal(str)  # a group, as the filters name it

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        space(column, 16)
        self.cards = {group: GroupCard(group) for group in Group}
        for group, card in self.cards.items():
            card.chosen.connect(self.chosen)
            card.all_asked.connect(lambda group=group: self.all_asked.emit(group_key(group)))
            column.addWidget(card)
        column.addStretch(1)

    def show_groups(self, rows: Mapping[Group, Sequence[RowLook]], totals: Mapping[Group, int]) -> None:
        for group, card in self.cards.items():
            card.show_rows(rows[group], totals[group])
