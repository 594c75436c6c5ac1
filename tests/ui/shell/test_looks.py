"""Home, the calm page, the guidance, the journal and the shell: full and empty, at every size, in both themes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from footprint.workbench import Workbench
from tests.ui import looks
from ui.session import Session

Open = Callable[[Workbench], Session]
PLACES = ("home", "happened", "help_now", "guidance", "journal")


def rest(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.desk.lanes.busy, timeout=10_000)
    looks.settle()


def look(session: Session, qtbot: QtBot, place: str, size: looks.Size) -> list[str]:
    window = session.window
    window.resize(size.width, size.height)
    session.desk.go(place)
    rest(session, qtbot)
    return [*looks.problems(window), *looks.primary_buttons(window)[1:]]


@pytest.mark.parametrize("dark", looks.THEMES, ids=["light", "dark"])
@pytest.mark.parametrize("size", looks.SIZES, ids=lambda size: f"{size.width}x{size.height}@{size.scale}")
@pytest.mark.parametrize("place", PLACES)
def test_a_full_place_looks_right(
    place: str, size: looks.Size, dark: bool, open_app: Open, audited: Workbench, qtbot: QtBot
) -> None:
    session = open_app(audited)
    with looks.themed(dark, size.scale):
        assert look(session, qtbot, place, size) == []


@pytest.mark.parametrize("size", looks.SIZES, ids=lambda size: f"{size.width}x{size.height}@{size.scale}")
@pytest.mark.parametrize("place", PLACES)
def test_an_empty_place_looks_right(
    place: str, size: looks.Size, open_app: Open, bench: Workbench, qtbot: QtBot
) -> None:
    session = open_app(bench)
    with looks.themed(False, size.scale):
        assert look(session, qtbot, place, size) == []


@pytest.mark.parametrize("place", PLACES)
def test_tab_reaches_everything_and_stops_at_no_heading(
    place: str, open_app: Open, audited: Workbench, qtbot: QtBot
) -> None:
    session = open_app(audited)
    session.desk.go(place)
    rest(session, qtbot)
    assert looks.out_of_reach(session.window) == []
    assert session.window.shell is not None and session.window.shell.page is not None
    heading = session.window.shell.page.heading
    assert heading not in looks.tab_walk(session.window)


@pytest.mark.parametrize("width", [480, 620])
def test_the_opened_menu_of_a_narrow_window_looks_right(
    width: int, open_app: Open, audited: Workbench, qtbot: QtBot
) -> None:
    session = open_app(audited)
    session.window.resize(width, 640)
    looks.settle()
    session.window.shell._menu_button.click()
    rest(session, qtbot)
    assert looks.clipped_labels(session.window) == [] and looks.too_wide(session.window) == []
