"""The shell: places, keys, focus mode, narrow windows, toasts and problems."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from footprint.errors import FootprintError
from footprint.workbench import Workbench
from tests.ui.looks import settle
from ui.appearance import Appearance
from ui.kit.access import spoken
from ui.kit.cards import Banner
from ui.links import Links
from ui.main_window import MainWindow
from ui.places import every_place
from ui.session import Session


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def session(qapp: QApplication, qtbot: QtBot, bench: Workbench, opened: list[str]) -> Iterator[Session]:
    window = MainWindow()
    appearance = Appearance(qapp, bench.settings.now)
    made = Session(window, bench, Links(window, bench.settings, opener=opened.append), appearance)
    made.show()
    window.show()
    qtbot.waitUntil(lambda: not made.desk.lanes.busy)
    yield made
    assert made.desk.lanes.stop_all()
    window.clear()
    window.close()
    window.deleteLater()
    appearance.deleteLater()
    QApplication.processEvents()


def rest(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.desk.lanes.busy)
    settle()


@pytest.mark.parametrize("name", [place.name for place in every_place()])
def test_every_place_opens_with_focus_on_its_heading_and_is_announced(
    session: Session, qtbot: QtBot, name: str
) -> None:
    session.window.activateWindow()
    spoken.clear()
    session.desk.go(name)
    rest(session, qtbot)
    shell = session.window.shell
    assert shell.at == name
    assert session.window.windowTitle() == "Footprint Check"
    assert shell.page.heading.text() in spoken or name == "home"  # Home reads its greeting a moment later


def test_keys_go_round_the_places(session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(session.window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    rest(session, qtbot)
    assert session.window.shell.at == "accounts"
    qtbot.keyClick(session.window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    rest(session, qtbot)
    assert session.window.shell.at == "home"


def test_a_widget_shown_alone_hides_the_navigation_and_comes_back(session: Session, qtbot: QtBot) -> None:
    alone = QWidget()
    session.desk.focus_asked.emit(alone)
    settle()
    assert alone.isVisible() and not session.window.shell._nav.isVisible()
    session.desk.focus_asked.emit(None)
    settle()
    assert session.window.shell._nav.isVisible()


def test_a_narrow_window_keeps_the_places_behind_the_menu_button(session: Session, qtbot: QtBot) -> None:
    session.window.resize(560, 700)
    settle()
    shell = session.window.shell
    assert not shell._nav.isVisible() and shell._menu_button.isVisible()
    shell._menu_button.click()
    settle()
    assert shell._nav.isVisible()
    shell._nav.buttons["remove"].click()
    rest(session, qtbot)
    assert shell.at == "remove" and not shell._nav.isVisible() and shell.page.isVisible()


def test_a_problem_is_a_sentence_at_the_top_that_can_be_closed(session: Session, qtbot: QtBot) -> None:
    session.desk.show_problem(FootprintError("The disk is full. Make room, then try again."))
    settle()
    banner = session.window.shell.findChild(Banner)
    assert banner is not None and banner.isVisible()
    session.window.shell._clear_trouble()
    settle()
    assert session.window.shell._trouble_banner is None


def test_text_size_by_keys_is_kept(session: Session, qtbot: QtBot, bench: Workbench) -> None:
    qtbot.keyClick(session.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert bench.settings.now.text_size == 115
    qtbot.keyClick(session.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert bench.settings.now.text_size == 100


def test_a_link_shows_its_host_before_it_opens(session: Session, qtbot: QtBot, opened: list[str]) -> None:
    session.desk.open_link("https://page.example/profile?me=1")
    question = QApplication.activeModalWidget()
    assert "page.example" in question.heading.text()
    question.do_button.click()
    assert opened == ["https://page.example/profile?me=1"]
    session.desk.open_link("https://page.example/other")
    assert len(opened) == 2


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://10.0.0.1/", "search-ms:x"])
def test_addresses_nobody_should_open_are_refused(
    session: Session, qtbot: QtBot, opened: list[str], address: str
) -> None:
    session.desk.open_link(address)
    message = QApplication.activeModalWidget()
    assert message is not None
    message.button.click()
    assert opened == []


def test_help_of_every_page_exists(session: Session, qtbot: QtBot) -> None:
    from ui.help.texts import topics

    for place in every_place():
        session.desk.go(place.name)
        rest(session, qtbot)
        assert session.window.shell.page.help_topic in topics()
