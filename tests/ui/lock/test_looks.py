"""Every cover at every size in both themes, with what it says when something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footprint import vault as vaults
from footprint.traces import Left, Removed, Wiped
from footprint.vault import BackupFile, DatabaseDamaged, ReadOnlyPlace, Sheet, Way
from footprint.workbench import Workbench
from tests.ui import looks
from ui.cover import Cover
from ui.first_run.steps import Networks, Reminders, Welcome
from ui.jobs import Lanes
from ui.lock.covered import CoveredPage
from ui.lock.forgot import ForgotPage
from ui.lock.keep import KeepPage
from ui.lock.page import LockPage
from ui.lock.problem import ProblemPage
from ui.lock.restore import RestorePage
from ui.lock.wiped import WipedPage, WipingPage


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    assert made.stop_all()


BACKUPS = tuple(BackupFile(Path(f"{n}.footprint"), date(2026, 11, n), automatic=True) for n in (9, 8, 7))


WIPED = Wiped(
    (Removed("vault", "Your notes, and the copies the app kept beside them", 12), Removed("settings", "Settings", 1)),
    tuple(
        Left(f"A backup of your notes, number {n}", f"/media/a/very/long/path/{n}.footprint", "Delete it.")
        for n in range(9)
    ),
)


def lock(_lanes: Lanes, _bench: Workbench) -> Cover:
    page = LockPage("What was half typed under “To remove” is lost, because the disk is full.")
    page.refused("The passphrase does not match. Check Caps Lock and try again.")
    return page


def forgot(_lanes: Lanes, _bench: Workbench) -> Cover:
    page = ForgotPage(tuple(Way), BACKUPS)
    page.refused("Group 2 of the code does not fit. Look at your recovery sheet and type it again.")
    return page


def restore(_lanes: Lanes, _bench: Workbench) -> Cover:
    return RestorePage(Path("a-backup-with-a-rather-long-name-of-16-november-2026.footprint"))


def problem(_lanes: Lanes, _bench: Workbench) -> Cover:
    return ProblemPage(DatabaseDamaged(BACKUPS))


def keep(lanes: Lanes, _bench: Workbench) -> Cover:
    page = KeepPage(lanes, above="Step 3 of 4", leave="Look first, keep later", has_back=True)
    page.refused("There is no room left on this disk, so this was not saved.", other_folder=True)
    return page


def unwritten(lanes: Lanes, _bench: Workbench) -> Cover:
    page = KeepPage(lanes, above="Step 3 of 4", has_back=True)
    page.show_unwritten()
    return page


def sheet(lanes: Lanes, _bench: Workbench) -> Cover:
    page = KeepPage(lanes)
    page.show_sheet(Sheet(vaults.new_code(), "7F3A-91C2", date(2026, 11, 16)))
    assert page.sheet is not None
    page.sheet.submit()
    return page


COVERS: dict[str, Callable[[Lanes, Workbench], Cover]] = {
    "lock": lock,
    "forgot": forgot,
    "restore": restore,
    "problem": problem,
    "problem_folder": lambda _lanes, _bench: ProblemPage(ReadOnlyPlace()),
    "forgot_no_code": lambda _lanes, _bench: ForgotPage((Way.PASSPHRASE,)),
    "unwritten": unwritten,
    "covered": lambda _lanes, _bench: CoveredPage(),
    "keep": keep,
    "sheet": sheet,
    "welcome": lambda _lanes, _bench: Welcome("employer"),
    "networks": lambda _lanes, bench: Networks(bench.checklists, ("facebook",)),
    "wiping": lambda _lanes, _bench: WipingPage(),
    "wiped": lambda _lanes, _bench: WipedPage(WIPED),
    "not_all_wiped": lambda _lanes, _bench: WipedPage(
        replace(WIPED, left=(replace(WIPED.left[0], words="The app’s log", stuck=True), *WIPED.left))
    ),
    "reminders": lambda _lanes, _bench: Reminders(6),
}


@pytest.mark.parametrize("dark", looks.THEMES, ids=["light", "dark"])
@pytest.mark.parametrize("size", looks.SIZES, ids=lambda size: f"{size.width}x{size.height}@{size.scale}")
@pytest.mark.parametrize("name", COVERS)
def test_it_looks_right(name: str, size: looks.Size, dark: bool, lanes: Lanes, bench: Workbench, qtbot: QtBot) -> None:
    with looks.themed(dark, size.scale):
        page = COVERS[name](lanes, bench)
        qtbot.addWidget(page)
        looks.show_at(page, size)
        assert looks.problems(page) == []
        assert len(looks.primary_buttons(page)) <= 1


@pytest.mark.parametrize("name", COVERS)
def test_tab_reaches_everything(name: str, lanes: Lanes, bench: Workbench, qtbot: QtBot) -> None:
    page = COVERS[name](lanes, bench)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    assert looks.out_of_reach(page) == []
    assert page.heading not in looks.tab_walk(page)


def test_a_wipe_that_left_something_does_not_say_that_all_is_gone(lanes: Lanes, bench: Workbench) -> None:
    whole, part = (COVERS[name](lanes, bench) for name in ("wiped", "not_all_wiped"))
    assert whole.heading.text() == "Everything is deleted"
    assert part.heading.text() == "Your notes are deleted, but not every trace"
