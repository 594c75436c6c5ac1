"""The part of the audit in which she looks again: one thing is gone for good, and one comes back."""

from __future__ import annotations

from footprint import log
from footprint.dates import local_day
from footprint.demo.scene import Scene
from footprint.log import recheck
from footprint.tasks import Task

_MOST = 50


def look_at_all(scene: Scene, task: Task) -> None:
    """All that have an address, as with one press of the button."""
    plan = recheck.plan(scene.vault)
    if plan.chosen:
        recheck.run(scene.vault, scene.web, plan, task)


def until_gone(scene: Scene, task: Task) -> None:
    """A site that was asked takes its page down, and tells nobody: two looks, two days apart, find it."""
    for row in _rows(scene, log.State.ASKED)[:1]:
        scene.take_down(log.get(scene.vault, row.id).address)
    for _turn in range(2):
        scene.clock.on(days=2)
        look_at_all(scene, task)


def until_back(scene: Scene, task: Task) -> None:
    """What she had taken down herself is there again; the app tells her, and it is her turn once more."""
    mine = [one for one in _rows(scene, log.State.GONE) if one.origin is log.Origin.ME]
    for row in mine[:1]:
        scene.put_back(log.get(scene.vault, row.id).address)
    look_at_all(scene, task)


def _rows(scene: Scene, state: log.State) -> list[log.Row]:
    rows = log.page(scene.vault, log.Query(sort=log.Sort.TITLE), 0, _MOST, local_day(scene.vault.now()))
    return [one for one in rows if one.state is state and one.host]
