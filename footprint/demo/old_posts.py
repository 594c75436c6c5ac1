"""The invented person brings in copies of two accounts and begins to go through them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from footprint.archives import connections
from footprint.archives.bringing import bring_in
from footprint.archives.connections import Choice
from footprint.archives.deciding import decide
from footprint.archives.index import finding
from footprint.archives.index.filters import Decided, Find
from footprint.archives.opening.batches import Options
from footprint.archives.records import Kind
from footprint.demo import archives
from footprint.demo.scene import Scene
from footprint.tasks import Task

_NETWORKS = ("facebook", "linkedin")


def go_through_old_posts(scene: Scene, task: Task) -> None:
    """Nothing she decides makes a thing in the list: what is kept, and what she leaves for later."""
    with tempfile.TemporaryDirectory(prefix="footprint-demo-") as folder:
        for network in _NETWORKS:
            bring_in(scene.vault, [archives.build(network).write(Path(folder))], Options(), task)
    posts = finding.page(scene.vault, Find(kinds=(Kind.POST,)), 0, 8)
    decide(scene.vault, [one.id for one in posts[2:6]], Decided.KEEP)
    decide(scene.vault, [one.id for one in posts[6:]], Decided.LATER)
    people = connections.people(scene.vault)
    for one, choice in zip(people[1:], (Choice.TRUST, Choice.UNFRIEND, Choice.TRUST, Choice.DISCUSS), strict=False):
        connections.choose(scene.vault, [one.key], choice)
