"""The first run: four short steps over a vault that lives only in memory until the person wants to keep it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from footprint import person
from footprint.dates import local_day
from footprint.i18n import _
from footprint.reminders.calendars import calendar_file
from footprint.vault import Sheet, Vault
from ui.changes import Changes
from ui.cover import Cover
from ui.desk import Desk
from ui.first_run.steps import Networks, Reminders, Step, Welcome, step_words
from ui.jobs import Operation
from ui.lock.keep import KeepPage


@dataclass(frozen=True)
class Standing:
    """Where the first steps were left: the step, what was chosen on it, and the networks that were added."""

    number: int = 1
    draft: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    at_sheet: bool = False  # the recovery code was on the screen


class FirstRun(QWidget):
    """Each answer counts at once; leaving anywhere loses nothing. `finished` says that the app may open."""

    finished = Signal()
    suggest_asked = Signal()  # the check, to a team
    keep_asked = Signal(str)  # the passphrase chosen in step 3
    sheet_asked = Signal()  # a new one, in place of one that was never written
    sheet_typed_back = Signal()  # whoever listens notes it, and says `go_on` or `refused`
    other_folder_asked = Signal()

    def __init__(self, desk: Desk, at: Standing | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._settings = desk.bench.settings
        at = at or Standing()
        self._ticked = at.ticked
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.number = 0
        self.keep: KeepPage | None = None
        if at.at_sheet:
            self._put(3, self._make_keep())
            self.keep.show_unwritten()
        else:
            self._show(at.number)
            if isinstance(self.step, Step):
                self.step.show_draft(at.draft)

    def arrive(self) -> None:
        """The first steps are shown: focus goes to the heading of the step."""
        self.step.arrive()

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

    def refused(self, words: str, *, other_folder: bool = False) -> None:
        if self.keep is not None:
            self.keep.refused(words, other_folder=other_folder)

    def folder_chosen(self, *, remembered: bool) -> None:
        if self.keep is not None:
            self.keep.folder_chosen(remembered=remembered)

    def standing(self) -> Standing:
        """For coming back to the same step after a lock or a cover."""
        if isinstance(self.step, Step):
            return Standing(self.number, self.step.draft(), self._ticked)
        at_sheet = isinstance(self.step, KeepPage) and self._desk.bench.vault.kept
        return Standing(self.number, (), self._ticked, at_sheet)

    def go_on(self) -> None:
        """To the next step, or out of the last one."""
        if self.number == 4:
            self._settings.hold(replace(self._settings.now, seen_welcome=True))
            self.finished.emit()
            return
        self._show(self.number + 1)

    def _show(self, number: int) -> None:
        """The step of this number, in place of the one shown. Notes that are kept already need no step 3."""
        if number == 3 and self._desk.bench.vault.kept:
            number = 4 if self.number < 3 else 2
        self._put(number, self._make(number))

    def _put(self, number: int, page: Cover) -> None:
        self.number = number
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
            step: Step = self._make_welcome()
        elif number == 2:
            step = Networks(self._desk.bench.checklists, self._ticked)
        else:
            step = Reminders(self._settings.now.months_between_checks, self._calendar)
        step.gone_on.connect(lambda: self._answered(step))
        step.skipped.connect(self.go_on)
        step.went_back.connect(lambda: self._show(number - 1))
        return step

    def _make_welcome(self) -> Welcome:
        welcome = Welcome(self._settings.now.computer)
        welcome.suggest_asked.connect(self.suggest_asked)
        welcome.plan_asked.connect(self._ask_for_plan)
        return welcome

    def _ask_for_plan(self) -> None:
        from ui.supervision.plan_files import ask_for_file  # few people were given one

        ask_for_file(self, self.open_plan)

    def open_plan(self, file: Path) -> None:
        """A plan somebody gave, in place of the first step; what is taken on of it is ticked in the second."""
        from ui.supervision.plan_cover import PlanCover

        page = PlanCover(self._desk, file)
        page.left.connect(lambda: self._show(1))
        page.taken.connect(self._took)
        self._put(1, page)

    def _took(self, networks: tuple[str, ...]) -> None:
        self._ticked = tuple(dict.fromkeys((*self._ticked, *networks)))
        self._show(2)

    def _calendar(self, months: int) -> bytes:
        """The same file as the reminders make later, so that a later one takes its place."""
        bench = self._desk.bench
        return calendar_file(bench.vault, bench.checklists, local_day(bench.vault.now()), months)

    def _make_keep(self) -> KeepPage:
        self.keep = KeepPage(self._desk.lanes, above=step_words(3), leave=_("Look first, keep later"), has_back=True)
        self.keep.went_back.connect(lambda: self._show(2))
        self.keep.passphrase_chosen.connect(self.keep_asked)
        self.keep.sheet_asked.connect(self.sheet_asked)
        self.keep.sheet_typed_back.connect(self.sheet_typed_back)
        self.keep.other_folder_asked.connect(self.other_folder_asked)
        self.keep.sheet_put_off.connect(self.go_on)
        self.keep.left.connect(self.go_on)
        return self.keep

    def _answered(self, step: Step) -> None:
        if isinstance(step, Welcome) and step.computer.value:
            self._settings.hold(self._settings.now.on_computer(step.computer.value))
        elif isinstance(step, Networks):
            self._add_networks(tuple(step.networks.values()))
        elif isinstance(step, Reminders):
            self._settings.hold(replace(self._settings.now, months_between_checks=int(step.months.value or 0)))
        self.go_on()

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


def _remove(vault: Vault, networks: list[str]) -> None:
    for account in person.accounts(vault):
        if account.network in networks:
            person.remove_account(vault, account.id)
