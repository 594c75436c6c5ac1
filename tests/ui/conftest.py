"""What every test of a window may ask for: the look, a workbench round a real vault, and the desk pages stand at."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint.vault import Vault
from footprint.workbench import Workbench, open_bench
from tests.ui.waiting import rest
from ui.desk import Desk

# No test needs a screen, and windows that open over a desk are in the way.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """The app's own look at 100%, and the accessible names of headings, as in the running app."""
    from ui.kit import theme
    from ui.kit.access import install_accessibility, spoken

    usual = not theme.is_dark() and not theme.is_high_contrast() and theme.scale() == 1.0
    if not usual or qapp.property("kit_style") is None:
        theme.apply(qapp, dark=False, scale=1.0, contrast=False)
    install_accessibility()
    spoken.clear()


@pytest.fixture(scope="session", autouse=True)
def left(qapp: QApplication) -> Iterator[None]:
    """The process ends as the app does."""
    from ui.kit import clipboard

    yield
    clipboard.leave()


_WINDOWS_TRIED, _ALL_AFTER = count(1), 40  # a look at everything takes a second by the end of all tests


@pytest.fixture(autouse=True)
def collected(look: None) -> Iterator[None]:
    """As in the running app, nothing is collected on the thread of a lane: widgets among it would end the process."""
    gc.disable()
    yield
    QApplication.processEvents()
    gc.collect(2 if next(_WINDOWS_TRIED) % _ALL_AFTER == 0 else 1)
    gc.enable()


@pytest.fixture
def bench(tmp_path: Path, vault: Vault) -> Workbench:
    return open_bench(tmp_path / "app", vault)


@pytest.fixture
def desk(bench: Workbench, qtbot: QtBot) -> Iterator[Desk]:
    """A desk whose lanes have come to rest before the vault is closed."""
    made = Desk(bench)
    yield made
    assert made.lanes.stop_all()
    QApplication.processEvents()


@pytest.fixture
def settle(desk: Desk, qtbot: QtBot) -> Callable[[], None]:
    return lambda: rest(desk, qtbot)


@pytest.fixture(scope="session")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """The invented person after half a year: everything there is to show. Made once, so only looked at."""
    from footprint import checklists, paths, search
    from footprint import vault as vaults
    from footprint.demo.audit import DAYS, audit
    from footprint.demo.clock import DemoClock
    from footprint.demo.scene import Scene
    from footprint.demo.web import LoopbackWeb
    from footprint.registry import Registry
    from footprint.tasks import Task
    from footprint.web import Web

    clock, place = DemoClock(DAYS), tmp_path_factory.mktemp("audited")
    kept = vaults.throw_away(clock=clock, temporary=place)
    with LoopbackWeb() as loopback:
        door = Web(
            kept,
            offline=lambda: False,
            resolver=loopback.resolver,
            dial=loopback.dial,
            authority=loopback.authority,
            pace=0,
        )
        library = checklists.load(paths.shipped("checklists"))
        scene = Scene(kept, clock, door, library, Registry(search.PROVIDERS))
        hands = {"take_down": loopback.take_down, "put_back": loopback.put_back, "go_round": loopback.go_round}
        audit(replace(scene, **hands), Task())
    yield open_bench(place / "app", kept)
    kept.close()
