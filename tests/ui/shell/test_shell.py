"""The shell: places, keys, focus mode, narrow windows, toasts and problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from footprint import vault as vaults
from footprint.errors import FootprintError
from footprint.workbench import Workbench, open_bench
from tests.ui import looks
from tests.ui.looks import settle
from ui.about import show_about, show_keys
from ui.appearance import Appearance
from ui.changes import Changes
from ui.help.sheet import HelpSheet
from ui.kit.access import spoken
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.keys import SHORTCUTS
from ui.links import Links
from ui.main_window import MainWindow
from ui.places import every_place
from ui.session import Session
from ui.web.words import sent_in_words


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


def above(session: Session) -> list[str]:
    settle()
    return [one.title.text() for one in session.window.shell.findChildren(Banner) if one.isVisible()]


def test_keep_this_is_offered_once_after_the_first_useful_look(
    open_app: Callable[[Workbench], Session], tmp_path: Path, qtbot: QtBot
) -> None:
    vault = vaults.throw_away(temporary=tmp_path)
    session = open_app(open_bench(tmp_path / "app", vault))
    session.desk.changed.emit(Changes(accounts=True, settings=True), None)
    rest(session, qtbot)
    assert "Keep this?" not in above(session)
    session.desk.changed.emit(Changes(answers=True), None)
    rest(session, qtbot)
    assert above(session).count("Keep this?") == 1
    with qtbot.waitSignal(session.desk.keep_asked):
        button(session, "Keep this").click()
    session.desk.show_problem(FootprintError("The disk is full. Make room, then try again."))
    assert above(session) == ["There is a problem"]
    session.window.shell._clear_trouble()
    assert above(session) == ["Keep this?"]
    button(session, "Not now").click()
    rest(session, qtbot)
    session.desk.changed.emit(Changes(items=True), None)
    rest(session, qtbot)
    assert above(session) == []
    session.desk.lanes.stop_all()
    vault.close()


def test_a_problem_is_said_once_and_leaves_the_focus_on_the_page(session: Session, qtbot: QtBot) -> None:
    session.window.activateWindow()
    spoken.clear()
    session.desk.show_problem(FootprintError("The disk is full. Make room, then try again."))
    rest(session, qtbot)
    assert [words for words in spoken if "disk is full" in words] == ["The disk is full. Make room, then try again."]
    close = button(session, "Close")
    close.setFocus()
    close.click()
    rest(session, qtbot)
    assert above(session) == []
    assert session.window.shell.page.heading.hasFocus()


def button(session: Session, words: str) -> Btn:
    return next(one for one in session.window.shell.findChildren(Btn) if one.text() == words and one.isVisible())


@pytest.mark.parametrize("size", looks.SIZES, ids=lambda size: f"{size.width}x{size.height}@{size.scale}")
def test_lock_is_in_sight_at_every_size(size: looks.Size, session: Session, qtbot: QtBot) -> None:
    with looks.themed(False, size.scale):
        session.window.resize(size.width, size.height)
        rest(session, qtbot)
        lock = button(session, "Lock")
        corner = lock.mapTo(session.window, lock.rect().bottomRight())
        assert session.window.rect().contains(corner)
        with qtbot.waitSignal(session.desk.lock_asked):
            lock.click()


def test_f6_goes_round_the_parts_of_the_window(session: Session, qtbot: QtBot) -> None:
    looks.open_window(session.window)
    shell = session.window.shell
    shell.page.arrive()
    order = []
    for _step in range(3):
        qtbot.keyClick(session.window, Qt.Key.Key_F6)
        now = QApplication.focusWidget()
        order.append("foot" if shell._foot.isAncestorOf(now) else "nav" if shell._nav.isAncestorOf(now) else "page")
    assert order == ["foot", "nav", "page"]
    qtbot.keyClick(session.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert shell._nav.isAncestorOf(QApplication.focusWidget())


def test_escape_closes_the_toast_before_the_page_hears_it(session: Session, qtbot: QtBot) -> None:
    session.desk.go("guidance")
    rest(session, qtbot)
    page = session.window.shell.page
    page.search_box.setText("password")
    session.desk.say("Saved")
    settle()
    qtbot.keyClick(session.window, Qt.Key.Key_Escape)
    assert session.window.shell._toasts.words == "" and page.search_box.text() == "password"
    qtbot.keyClick(session.window, Qt.Key.Key_Escape)
    assert page.search_box.text() == ""


def test_escape_closes_the_menu_of_a_narrow_window(session: Session, qtbot: QtBot) -> None:
    session.window.resize(560, 700)
    settle()
    shell = session.window.shell
    shell._menu_button.click()
    settle()
    assert shell._nav.width() == shell.width()
    qtbot.keyClick(session.window, Qt.Key.Key_Escape)
    settle()
    assert not shell._nav.isVisible() and shell.page.isVisible()


def test_the_chip_counts_what_was_sent(session: Session, qtbot: QtBot, bench: Workbench) -> None:
    assert session.window.shell._chip.text() == "Nothing sent today"
    assert sent_in_words(1) == "1 thing sent today" and sent_in_words(1200) == "1,200 things sent today"
    session.window.shell._chip.click()
    rest(session, qtbot)
    assert session.window.shell.at == "journal"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_sheets_of_help_keys_and_about_look_right(session: Session, qtbot: QtBot, scale: float) -> None:
    with looks.themed(False, scale):
        for show in (show_keys, show_about, lambda parent: HelpSheet(parent, "search").open()):
            show(session.window)
            settle()
            sheet = QApplication.activeModalWidget()
            found = [*looks.clipped_labels(sheet), *looks.too_wide(sheet), *looks.unnamed_or_small(sheet)]
            assert found == [] and looks.hard_to_read(sheet) == []
            qtbot.keyClick(sheet, Qt.Key.Key_Escape)
            settle()


def test_every_shortcut_of_the_table_is_on_the_sheet(session: Session, qtbot: QtBot) -> None:
    show_keys(session.window)
    words = looks.visible_words(QApplication.activeModalWidget())
    assert all(one.shown in words and one.said in words for one in SHORTCUTS)
    QApplication.activeModalWidget().close()
