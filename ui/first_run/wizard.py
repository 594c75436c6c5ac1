"""The first run: four short steps over a vault that lives only in memory until the person wants to keep it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from footprint import person
from footprint.i18n import _
from footprint.vault import Sheet, Vault
from ui.changes import Changes
from ui.cover import Cover
from ui.desk import Desk
from ui.first_run.steps import Networks, Reminders, Step, Welcome, step_words
from ui.jobs import Operation
from ui.lock.keep import KeepPage


class FirstRun(QWidget):
    """Each answer counts at once; leaving anywhere loses nothing. `finished` says that the app may open."""

    finished = Signal()
    keep_asked = Signal(str)  # the passphrase chosen in step 3
    sheet_written = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._settings = desk.bench.settings
        self._ticked: tuple[str, ...] = ()
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.number = 0
        self.keep: KeepPage | None = None
        self._show(1)

    @property
    def step(self) -> Cover:
        """The page shown now."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Cover)
        return shown

    def show_sheet(self, sheet: Sheet) -> None:
        """The vault has been made; the sheet comes next, still in step 3."""
        if self.keep is not None:
            self.keep.show_sheet(sheet)

    def refused(self, words: str) -> None:
        if self.keep is not None:
            self.keep.refused(words)

    def _show(self, number: int) -> None:
        """The step of this number, in place of the one shown. Notes that are kept already need no step 3."""
        if number == 3 and self._desk.bench.vault.kept:
            number = 4 if self.number < 3 else 2
        self.number = number
        page = self._make(number)
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        page.arrive()

    def _make(self, number: int) -> Cover:
        if number == 3:
            return self._make_keep()
        if number == 1:
            step: Step = Welcome(self._settings.now.computer)
        elif number == 2:
            step = Networks(self._desk.bench.checklists, self._ticked)
        else:
            step = Reminders(self._settings.now.months_between_checks, self._desk.bench.vault.now())
        step.gone_on.connect(lambda: self._answered(step))
        step.skipped.connect(self._next)
        step.went_back.connect(lambda: self._show(number - 1))
        return step

    def _make_keep(self) -> KeepPage:
        self.keep = KeepPage(self._desk.lanes, above=step_words(3), leave=_("Look first, keep later"), has_back=True)
        self.keep.went_back.connect(lambda: self._show(2))
        self.keep.passphrase_chosen.connect(self.keep_asked)
        self.keep.sheet_confirmed.connect(self.sheet_written)
        self.keep.sheet_confirmed.connect(self._next)
        self.keep.sheet_put_off.connect(self._next)
        self.keep.left.connect(self._next)
        return self.keep

    def _answered(self, step: Step) -> None:
        if isinstance(step, Welcome) and step.computer.value:
            self._settings.hold(self._settings.now.on_computer(step.computer.value))
        elif isinstance(step, Networks):
            self._add_networks(tuple(step.networks.values()))
        elif isinstance(step, Reminders):
            self._settings.hold(replace(self._settings.now, months_between_checks=int(step.months.value or 0)))
        self._next()

    def _add_networks(self, chosen: tuple[str, ...]) -> None:
        """Add what was ticked, and take back what was ticked before and is not any more."""
        vault = self._desk.bench.vault
        new = [one for one in chosen if one not in self._ticked]
        gone = [one for one in self._ticked if one not in chosen]
        self._ticked = chosen
        if new:
            self._desk.run(Operation(lambda _task: person.add_accounts(vault, new), changes=Changes(accounts=True)))
        if gone:
            self._desk.run(Operation(lambda _task: _remove(vault, gone), changes=Changes(accounts=True)))

    def _next(self) -> None:
        if self.number == 4:
            self._settings.hold(replace(self._settings.now, seen_welcome=True))
            self.finished.emit()
            return
        self._show(self.number + 1)


def _remove(vault: Vault, networks: list[str]) -> None:
    for account in person.accounts(vault):
        if account.network in networks:
            person.remove_account(vault, account.id)
