"""Home and plans: one quiet line while a plan is due, which leads to it, and nothing once it is done."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from footprint import checklists, home
from footprint.checklists import Library
from footprint.dates import local_day
from footprint.home import Suggestion
from footprint.supervision import plans
from footprint.supervision.plans import Choice, Plan
from footprint.vault import Vault
from tests.conftest import FakeClock

LIBRARY = checklists.load(Path(__file__).parents[2] / "checklists")


def due(vault: Vault, library: Library = LIBRARY) -> list[Suggestion]:
    seen = home.overview(vault, library, local_day(vault.now()), 6)
    return [one for one in seen.due if one.place == "plan"]


def take(vault: Vault, *, days: int) -> None:
    today = local_day(vault.now())
    plan = Plan(("whatsapp",), today, by=today + timedelta(days=days))
    opened = plans.open_plan(plans.file_of(plan), LIBRARY, today)
    plans.take(vault, LIBRARY, opened, Choice(plan.networks, by=True), today)


def test_a_plan_stands_on_home_from_two_weeks_before_its_day(vault: Vault, clock: FakeClock) -> None:
    take(vault, days=20)
    assert not due(vault)
    clock.advance(days=8)
    shown = due(vault)
    assert shown and {one.title for one in shown} == {"Your plan: 1 network"}
    assert all(one.reason.startswith("0 of 1 done, by ") and "Next: WhatsApp." in one.reason for one in shown)
    assert all(one.minutes > 1 for one in shown)


def test_a_plan_that_is_done_asks_for_nothing_more(vault: Vault) -> None:
    take(vault, days=5)
    assert due(vault)
    network = LIBRARY.network("whatsapp")
    for check in network.checks:
        if check.essential and not check.retired:
            safer = next((one for one in check.choices if one.safer), check.choices[0])
            checklists.answer(vault, network, check, safer.id)
    assert not due(vault)
