"""“I need help now”: there at once, offline and locked; calm at every size; nothing personal while locked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import log, person
from footprint.person import Nation
from footprint.vault import Vault
from tests.ui import looks
from ui.desk import Desk
from ui.help.sheet import HelpSheet
from ui.help_now.page import HelpNowPage
from ui.help_now.sheet import HelpNowSheet
from ui.help_now.words import Part
from ui.kit.buttons import LinkBtn
from ui.kit.text import PlainLabel
from ui.lock.page import LockPage
from ui.log.worry import WorryBanner
from ui.main_window import MainWindow

Settle = Callable[[], None]


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settle: Settle) -> HelpNowPage:
    made = HelpNowPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    settle()
    return made


def words_on(widget: object) -> str:
    return "\n".join(one.text() for one in widget.findChildren(PlainLabel) if one.text())  # type: ignore[attr-defined]


def test_it_says_what_not_to_do_before_whom_to_ring(page: HelpNowPage) -> None:
    said = words_on(page)
    order = ["Ring 999", "What not to do", "Who to ring now", "A private picture of me", "Who to ring in the morning"]
    assert [said.index(one) for one in order] == sorted(said.index(one) for one in order)
    for number in ("101", "116 123", "0345 6000 459"):
        assert number in said
    assert "25 November 2026" in said


def test_the_lines_are_those_of_the_persons_nation(page: HelpNowPage, vault: Vault, desk: Desk, settle: Settle) -> None:
    assert {one.id for one in page.content.shown} == {one.id for one in log.helplines()}
    person.set_profile(vault, nation=Nation.SCOTLAND)
    page.reload()
    settle()
    assert "0800 027 1234" in words_on(page)
    assert "0808 2000 247" not in words_on(page)


@pytest.mark.parametrize("part", list(Part))
def test_another_page_can_lead_to_a_part_of_it(page: HelpNowPage, part: Part, settle: Settle) -> None:
    page.show_at(part=part.value)
    settle()
    assert QApplication.focusWidget() is page.content.parts[part].heading


def test_a_site_opens_through_the_desk_alone(page: HelpNowPage, desk: Desk, qtbot: QtBot) -> None:
    link = next(one for one in page.findChildren(LinkBtn) if "stopncii.org" in one.text())
    with qtbot.waitSignal(desk.link_asked) as asked:
        link.click()
    assert asked.args == ["https://stopncii.org"]


def test_it_stands_at_every_size_in_both_themes(page: HelpNowPage) -> None:
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []


def test_the_lock_page_leads_to_it_and_it_opens_nothing(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    lock = LockPage()
    window.show_cover(lock)
    window.show()
    lock.help_now.click()
    sheet = window.findChild(HelpNowSheet)
    assert sheet is not None
    said = words_on(sheet)
    for nation in ("0808 2000 247", "0808 80 10 800", "0800 027 1234", "0808 802 1414"):
        assert nation in said
    assert sheet.findChildren(LinkBtn) == []
    assert looks.clipped_labels(sheet) == []
    sheet.accept()


def test_the_help_of_every_page_and_what_worries_lead_to_it(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    help_ = HelpSheet(window, "remove")
    help_.open()
    help_.help_now.click()
    assert window.findChild(HelpNowSheet) is not None
    worry = WorryBanner()
    qtbot.addWidget(worry)
    worry.show()
    worry.help_now.click()
    assert worry.window().findChild(HelpNowSheet) is not None
