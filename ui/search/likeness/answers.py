"""What the person says about a profile that shows their picture, and what follows: each can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from footprint import log, search
from footprint.i18n import _
from footprint.log import Action, Item, Kind, Severity
from footprint.person import Purpose
from footprint.search import Verdict, likeness
from footprint.search.likeness import Meeting
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.clipboard import copy_text
from ui.search.likeness.sheets import MineSheet


class Answers(QObject):
    """Lives as long as the page of pictures it belongs to."""

    def __init__(self, page: QWidget, desk: Desk, failed: Callable[[Exception], None]) -> None:
        super().__init__(page)
        self._page, self._desk, self._vault, self._failed = page, desk, desk.bench.vault, failed
        self.sheet: MineSheet | None = None

    def mine(self, one: Meeting) -> None:
        """It is theirs: what for is asked where it becomes an account."""
        if not one.found.network:
            self._claim(one, Purpose.PERSONAL)
            return
        self.sheet = MineSheet(self._page.window(), one)
        self.sheet.chosen.connect(lambda value: self._claim(one, Purpose(value)))
        self.sheet.open()

    def _claim(self, one: Meeting, purpose: Purpose) -> None:
        changes = Changes(accounts=True, findings=True)
        said = _("Added to your accounts") if one.found.network else _("Kept: it is yours")
        self.do(lambda _task: likeness.mine(self._vault, one, purpose), said, changes)

    def not_mine(self, one: Meeting) -> None:
        self.do(lambda _task: likeness.not_mine(self._vault, one), _("Kept: it is not yours. See what to do below."))

    def ask_again(self, one: Meeting) -> None:
        self.do(lambda _task: likeness.unsaid(self._vault, one), _("Your answer is taken back"))

    def to_list(self, one: Meeting, known: str) -> None:
        """On the list of things to remove, where copies, steps and the ladder are; to it, if it is there (`known`)."""
        if known:
            self._desk.go("remove", item=known)
            return
        finding = one.found.finding

        def work(_task: Task) -> Done[Item]:
            said = search.verdict(self._vault, finding.id, Verdict.REMOVE)
            made = log.from_finding(
                self._vault,
                finding,
                network=one.found.network,
                kind=Kind.PROFILE,
                action=Action.REPORT,
                severity=Severity.HIGH,
            )
            return Done(made.value, said.undo.then(made.undo))

        self.do(work, _("It is on your list"), Changes(findings=True, items=True), then=self._listed)

    def _listed(self, item: Item) -> None:
        self._desk.go("remove", item=item.id)

    def copy(self, words: str) -> None:
        copy_text(words)
        self._desk.say(_("Copied. Paste it into the report."))

    def do(
        self,
        work: Callable[[Task], Done[Any]],
        said: str,
        changes: Changes | None = None,
        then: Callable[[Any], None] | None = None,
    ) -> None:
        """A change that can be undone."""
        self._desk.run(
            Operation(work, changes=changes or Changes(findings=True), said=lambda _made: said),
            then=then,
            failed=self._failed,
        )
