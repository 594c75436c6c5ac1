"""The part of the audit in which she has the pages about her read: what they show, three times in half a year."""

from __future__ import annotations

from footprint import search
from footprint.demo.scene import Scene
from footprint.search import Verdict, reading
from footprint.tasks import Task


def read_pages(scene: Scene, task: Task) -> None:
    """Every page she said is her, as with one press of the button."""
    mine = [one.id for one in search.findings(scene.vault, verdicts=[Verdict.REMOVE, Verdict.FINE])]
    plan = reading.plan(scene.vault, mine)
    if plan.chosen:
        reading.read(scene.vault, scene.web, plan, task)
