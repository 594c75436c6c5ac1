"""The page on a real vault, results as a search leaves them, and a web of its own on this computer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import person, search
from footprint.demo.web import LoopbackWeb
from footprint.person import DetailKind
from footprint.search import Finding
from footprint.vault import Vault
from footprint.web import Web
from footprint.workbench import Workbench, open_bench
from tests.ui.waiting import rest
from ui.desk import Desk
from ui.search.page import SearchPage

Settle = Callable[[], None]
Open = Callable[[Desk], SearchPage]

RESULTS = """
https://club.example/results Ada Example, Otherton netball results
https://people-finder.example/uk/ada-example Ada Example on a people-finder site
https://people-finder.example/uk/a-example A Example, aged 30 to 35
https://people-finder.example/uk/example-ada Example, Ada
https://photos.example/albums/summer-fair Photo: summer fair
"""


@pytest.fixture
def ada(vault: Vault) -> Vault:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_detail(vault, DetailKind.TOWN, "Otherton")
    return vault


@pytest.fixture
def results(ada: Vault) -> tuple[Finding, ...]:
    """Five results, three of them from one site."""
    search.add_pasted(ada, RESULTS)
    return search.findings(ada, left=True)


@pytest.fixture
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb() as web:
        yield web


@pytest.fixture
def online(tmp_path: Path, ada: Vault, loopback: LoopbackWeb, qtbot: QtBot) -> Iterator[Desk]:
    """A desk whose door leads to the loopback web, and nowhere else."""
    web = Web(
        ada,
        offline=lambda: False,
        resolver=loopback.resolver,
        dial=loopback.dial,
        authority=loopback.authority,
        pace=0,
        total=20,
    )
    bench: Workbench = open_bench(tmp_path / "app", ada, web=web)
    made = Desk(bench)
    yield made
    assert made.lanes.stop_all()
    QApplication.processEvents()


@pytest.fixture
def open_page(qtbot: QtBot) -> Open:
    """Shows the page as the shell would, once what it needs is there."""

    def show(desk: Desk) -> SearchPage:
        made = SearchPage(desk)
        qtbot.addWidget(made)
        made.resize(1000, 800)
        made.show()
        with qtbot.waitActive(made):
            made.activateWindow()
        rest(desk, qtbot)
        return made

    return show
