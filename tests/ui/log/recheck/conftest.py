"""The page on a vault whose web is a small site on this computer."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footprint import log, person
from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from footprint.log import Item, New, Origin
from footprint.person import DetailKind
from footprint.vault import Vault
from footprint.web import Web
from footprint.workbench import Workbench, open_bench
from ui.desk import Desk
from ui.log.page import LogPage

Settle = Callable[[], None]
HOSTS = ("club.example", "paper.example")


class Site:
    """Shows a page with the name until it is told otherwise."""

    def __init__(self) -> None:
        self.status, self.asked = 200, []

    def __call__(self, visit: Visit) -> None:
        self.asked.append(visit.asked.path)
        if visit.asked.path == "/robots.txt":
            visit.send(404)
        elif self.status == 200:
            visit.send(200, b"<h1>Fun run</h1><p>First home was Ada Example of Otherton.</p>")
        else:
            visit.send(self.status, b"<h1>Page not found</h1>")


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def loopback(site: Site) -> Iterator[LoopbackWeb]:
    with LoopbackWeb(more_hosts=HOSTS) as web:
        for host in HOSTS:
            web.misbehave(host, site)
        yield web


@pytest.fixture
def bench(tmp_path: Path, vault: Vault, loopback: LoopbackWeb) -> Workbench:
    made = open_bench(tmp_path / "app", vault)
    door = Web(
        vault,
        resolver=loopback.resolver,
        dial=loopback.dial,
        authority=loopback.authority,
        pace=0,
        offline=lambda: made.settings.now.never_use_internet,
    )
    return dataclasses.replace(made, dialled=door)


@pytest.fixture
def items(vault: Vault) -> list[Item]:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    new = (
        New("Fun run results", "https://club.example/run", origin=Origin.ORGANISATION),
        New("A letter to the paper", "https://paper.example/letters/7", origin=Origin.ORGANISATION),
        New("A post about my work", "https://paper.example/posts/1", origin=Origin.FRIGHTENING),
        New("A tag on Facebook", "https://www.facebook.com/photo/1", network="facebook", origin=Origin.KNOWN),
        New("Something said in the street"),
    )
    return [log.add(vault, one).value for one in new]


@pytest.fixture
def page(desk: Desk, items: list[Item], qtbot: QtBot, settle: Settle) -> LogPage:
    made = LogPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    settle()
    return made
