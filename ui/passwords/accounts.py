"""The accounts one by one, each with the thing that is most worth doing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.passwords import habits
from footprint.passwords.habits import Do, Habit
from footprint.person import Account
from footprint.tasks import Task
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.rows import RowButton
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear

SHORT = 6  # rows shown at first, those with something to do before the others


@dataclass(frozen=True)
class _Line:
    account: Account
    name: str
    habit: Habit


class AccountsCard(Card):
    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(title=_("Account by account"))
        self._desk = desk
        self._lines: tuple[_Line, ...] = ()
        self._all = False
        self.rows: dict[str, RowButton] = {}
        words = _("Is each password used only there? Is there a second step? Is there a reason to change one?")
        self.add(PlainLabel(words, colour="text2"))
        self._holder = QVBoxLayout()
        space(self._holder, 0)
        self.add(self._holder)
        self.more = Btn("", "quiet")
        self.more.clicked.connect(self._show_all)
        self.add(ButtonRow(self.more))
        self.more.hide()
        self.none = PlainLabel(_("You have listed no accounts yet."), colour="text2")
        self.none.hide()
        self.add(self.none)
        self.hide()

    def reload(self) -> None:
        self._desk.read(self._read, self._show)

    def _read(self, _task: Task) -> tuple[_Line, ...]:
        bench = self._desk.bench
        found = habits.habits(bench.vault)
        lines = [_Line(account, _name(bench.checklists.name(account.network), account), one) for account, one in found]
        return tuple(sorted(lines, key=lambda line: _urgency(line.habit)))

    def _show(self, lines: tuple[_Line, ...]) -> None:
        self._lines = lines
        self.show()
        clear(self._holder)
        self.rows.clear()
        shown = lines if self._all else lines[:SHORT]
        for at, line in enumerate(shown):
            meta, pill, tone = _words(line.habit)
            row = RowButton(line.name, meta, pill, tone, letter=line.name[:1], last=at == len(shown) - 1)
            row.clicked.connect(lambda _on=False, account=line.account.id: self.chosen.emit(account))
            self.rows[line.account.id] = row
            self._holder.addWidget(row)
        left = len(lines) - len(shown)
        self.more.setText(ngettext("Show {n} more", "Show {n} more", left).format(n=number(left)))
        self.more.setVisible(left > 0)
        self.none.setVisible(not lines)

    def _show_all(self) -> None:
        self._all = True
        self._show(self._lines)


def _name(network: str, account: Account) -> str:
    which = account.label or account.handle
    return _("{network} ({which})").format(network=network, which=which) if account.label and which else network


def _urgency(one: Habit) -> int:
    points = habits.points(one)
    if points and points[0].do is Do.CHANGE:
        return 0
    if points and points[0].do.presses:
        return 1
    return 2 if not one.begun else 3 if points else 4


def _words(one: Habit) -> tuple[str, str, str]:
    """The second line of a row, its pill and its tone."""
    points = habits.points(one)
    if points and points[0].do.presses:
        return points[0].do.label, _("To do"), "warn"
    if habits.all_well(one):
        return "", _("All is well"), "done"
    if points:
        return points[0].do.label, "", "neutral"
    return ("", _("Not looked at"), "neutral") if not one.begun else ("", "", "neutral")
