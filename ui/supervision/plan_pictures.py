"""Pictures of plans: one that is suggested, one that was opened, and how far the invented person is with it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from footprint.dates import local_day
from footprint.supervision import plans
from footprint.supervision.plans import ENDING, Plan
from ui.desk import Desk
from ui.supervision.suggest import SuggestPage


def plan_screens(desk: Desk, settle: Callable[[], None]) -> Iterator[str]:
    """The vault is as it was afterwards."""
    bench = desk.bench
    today = local_day(bench.vault.now())
    plan = Plan(
        ("facebook", "instagram", "linkedin", "whatsapp"), today, search=True, by=today + timedelta(weeks=4), again=6,
        sender="Priya, adults team north", note="I have kept Thursday afternoon free for this.\nIt is for you alone.",
        prompts=("m-time", "p-who-to-tell"),
    )  # fmt: skip
    page = SuggestPage(bench.checklists, desk.lanes, today, plan)
    desk.focus_asked.emit(page)
    settle()
    yield "suggest"
    desk.focus_asked.emit(None)
    page.deleteLater()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"plan{ENDING}"
        file.write_bytes(plans.file_of(plan))
        desk.go("plan", file=file)
        settle()
        yield "plan_offer"
        opened = plans.open_file(file, bench.checklists, today)
    everything = plans.offer(bench.vault, bench.checklists, opened, today).everything
    taken = plans.take(bench.vault, bench.checklists, opened, everything, today)
    desk.go("plan")
    settle()
    yield "plans"
    bench.vault.undo(taken.undo)
