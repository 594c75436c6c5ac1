"""Reading a plan file beside what the person does, and taking it on: what the page and the first steps share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from footprint.dates import local_day
from footprint.i18n import _
from footprint.supervision import plans
from footprint.supervision.plans import Choice, Offer, Opened
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation

TAKEN = Changes(accounts=True, reminders=True, plans=True)


def read_offer(desk: Desk, file: Path, then: Callable[[Offer], None], refused: Callable[[Exception], None]) -> None:
    """Off the main thread; `refused` hears why it is no plan."""
    bench = desk.bench

    def work(_task: Task) -> Offer:
        today = local_day(bench.vault.now())
        return plans.offer(bench.vault, bench.checklists, plans.open_file(file, bench.checklists, today), today)

    desk.read(work, then, failed=refused)


def take_on(desk: Desk, origin: QWidget, opened: Opened, choice: Choice, then: Callable[[Any], None]) -> None:
    """One step with one undo."""
    bench = desk.bench

    def work(_task: Task) -> Done[Any]:
        return plans.take(bench.vault, bench.checklists, opened, choice, local_day(bench.vault.now()))

    said = _("Taken on. Nothing was sent to anybody.")
    desk.run(Operation(work, changes=TAKEN, said=lambda _taken: said), origin=origin, then=then)
