"""The invented person's audit: real https on loopback, every kind of record, nothing left behind."""

from __future__ import annotations

from pathlib import Path

from footprint import checklists, home, log, paths, search, web
from footprint import vault as vaults
from footprint.dates import local_day
from footprint.demo.audit import DAYS, audit
from footprint.demo.clock import DemoClock
from footprint.demo.scene import Scene
from footprint.demo.web import LoopbackWeb
from footprint.registry import Registry
from footprint.tasks import Task
from footprint.web import Web


def test_the_whole_audit_runs_on_loopback_and_leaves_nothing(tmp_path: Path) -> None:
    clock = DemoClock(DAYS)
    vault = vaults.throw_away(clock=clock, temporary=tmp_path)
    library = checklists.load(paths.shipped("checklists"))
    with LoopbackWeb() as loopback:
        door = Web(
            vault,
            offline=lambda: False,
            resolver=loopback.resolver,
            dial=loopback.dial,
            authority=loopback.authority,
            pace=0,
        )
        done = audit(Scene(vault, clock, door, library, Registry(search.PROVIDERS)), Task())
        asked = len(loopback.asked)
    assert done.run.outcome is search.Outcome.RESULTS and done.findings > 10
    assert len([one for one in web.entries(vault) if one.connected]) == asked
    today = local_day(clock())
    seen = home.overview(vault, library, today)
    assert len(seen.trend) >= 4 and seen.open_things > 0 and seen.results_total > seen.results_sorted
    statuses = {status for status, count in log.counts_by_status(vault, today).items() if count}
    assert {log.Status.DONE, log.Status.FOLLOW_UP, log.Status.NOT_STARTED} <= statuses
    assert any(log.evidence(vault, row.id) for row in log.page(vault, log.Query(), 0, 50, today))
    vault.close()
    assert not list(tmp_path.iterdir())
