"""The library in four parts: what stands on the shelves, finding by a few words, and coming back."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from footprint import checklists, person
from footprint.checklists import FolderLibrary
from footprint.home import overview
from footprint.vault import Vault
from footprint.workbench import Workbench, open_bench
from tests.ui import looks
from tests.ui.checklists.conftest import Window
from tests.ui.checklists.library import EXTRA, NETWORKS, small_library
from tests.ui.heartbeat import MOST_MS, longest_stall
from ui.checklists.catalogue import how_many
from ui.checklists.now import read_overview
from ui.checklists.page import ChecklistsPage
from ui.checklists.parts import Part, PartButton
from ui.checklists.shelves import ELSEWHERE, ShelfCard, Shelves
from ui.desk import Desk
from ui.kit.lists import RowLook

Wait = Callable[[], None]


@pytest.fixture
def bench(tmp_path: Path, vault: Vault) -> Workbench:
    person.add_accounts(vault, ["facebook", "whatsapp"])
    person.set_profile(vault, nation=person.Nation.ENGLAND)
    return dataclasses.replace(open_bench(tmp_path / "app", vault), checklists=small_library(tmp_path / "lists"))


def shelves(window: Window, part: Part, qtbot: QtBot, settled: Wait) -> Shelves:
    window.page.show_at(part=part.value)
    qtbot.waitUntil(lambda: window.page.shelves is not None)
    settled()
    assert window.page.shelves is not None
    return window.page.shelves


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, modifier)


def type_in(shown: Shelves, words: str, qtbot: QtBot) -> list[str]:
    """Look for something; the names that are left."""
    shown.search.clear()
    qtbot.keyClicks(shown.search, words)
    qtbot.waitUntil(lambda: not shown.waiting)
    return [one.title for one in shown.shown]


def test_networks_stand_on_shelves_with_what_they_ask(window: Window, qtbot: QtBot, settled: Wait) -> None:
    shown = shelves(window, Part.NETWORKS, qtbot, settled)
    titles = [card.title.text() for card in shown.cards.values() if card.isVisible()]
    assert titles == ["Social networks", "Messages", "Work"]
    facebook = shown.cards["social"].looks[0]
    assert facebook.title == "Facebook" and facebook.pill == "Mine"
    assert facebook.meta.startswith("12 checks, about ") and " minutes. Steps: " in facebook.meta
    assert shown.cards["work"].looks[0].pill == ""
    assert window.page.line.text() == how_many(window.page.bench) == "4 networks, 4 places and 2 situations."


def test_what_few_people_use_is_found_by_typing_and_never_offered(window: Window, qtbot: QtBot, settled: Wait) -> None:
    shown = shelves(window, Part.NETWORKS, qtbot, settled)
    listed = [one.key for one in shown.shown]
    assert "venmo" not in listed and checklists.ANY not in listed
    assert type_in(shown, "venm", qtbot) == ["Venmo"]


def test_typing_looks_in_names_and_summaries(window: Window, qtbot: QtBot, settled: Wait) -> None:
    shown = shelves(window, Part.PLACES, qtbot, settled)
    assert type_in(shown, "welsh", qtbot) == ["The Welsh list"]
    assert len(type_in(shown, "people LIST", qtbot)) == 4, "each word, in any order, in the summary too"
    window.page.escape()
    assert shown.typed == "" and len(shown.shown) == 4
    assert window.page.search_box is shown.search


def test_where_nothing_fits_there_are_checks_for_any_network(window: Window, qtbot: QtBot, settled: Wait) -> None:
    shown = shelves(window, Part.NETWORKS, qtbot, settled)
    assert type_in(shown, "friendster", qtbot) == []
    assert shown.nothing.isVisible()
    shown.any_button.click()
    qtbot.waitUntil(lambda: window.page.about is not None)
    assert window.page.heading.text() == window.page.bench.checklists.name(checklists.ANY)


def test_places_say_whether_one_can_come_off_and_other_parts_of_the_uk_come_last(
    window: Window, qtbot: QtBot, settled: Wait
) -> None:
    shown = shelves(window, Part.PLACES, qtbot, settled)
    pills = {one.title: one.pill for one in shown.shown}
    assert pills == {
        "Own list": "You can take yourself off",
        "The duty list": "Cannot be changed",
        "The kept list": "You have to ask",
        "The Welsh list": "Cannot be changed",
    }
    assert [one.title for one in shown.cards[ELSEWHERE].looks] == ["The Welsh list"]
    assert shown.cards[ELSEWHERE].title.text() == "Elsewhere in the UK"
    assert list(shown.cards)[-1] == ELSEWHERE


def test_without_a_nation_every_place_stands_on_its_shelf(
    window: Window, bench: Workbench, qtbot: QtBot, settled: Wait
) -> None:
    person.set_profile(bench.vault, nation=person.Nation.UNSAID)
    shown = shelves(window, Part.PLACES, qtbot, settled)
    assert not shown.cards[ELSEWHERE].isVisible()
    assert len(shown.cards["registers"].looks) == 4


def test_keys_alone_lead_to_a_network_and_back_to_its_row(window: Window, qtbot: QtBot, settled: Wait) -> None:
    bar = window.page.library.bar
    assert bar is not None
    bar.buttons[Part.MINE].setFocus()
    press(Qt.Key.Key_Right)
    assert bar.buttons[Part.NETWORKS].hasFocus()
    assert window.page.library.part is Part.MINE, "arrows only move"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page.shelves is not None)
    settled()
    assert window.page.library.bar is bar and bar.buttons[Part.NETWORKS].hasFocus(), (
        "the bar stays while its part changes"
    )
    press(Qt.Key.Key_Tab)
    shown = window.page.shelves
    assert shown is not None and shown.search.hasFocus()
    qtbot.keyClicks(shown.search, "linked")
    qtbot.waitUntil(lambda: [one.title for one in shown.shown] == ["LinkedIn"])
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page.about is not None)
    assert window.page.heading.text() == "LinkedIn"
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.page.shelves is not None)
    settled()
    again = window.page.shelves
    assert again is not None and again.typed == "linked"
    qtbot.waitUntil(again.cards["work"].list.hasFocus)
    assert again.cards["work"].list.current_key() == "linkedin"


def test_a_narrow_window_has_a_list_of_the_parts(window: Window, qtbot: QtBot, settled: Wait) -> None:
    bar = window.page.library.bar
    assert bar is not None
    window.resize(360, 700)
    looks.settle()
    assert bar.narrow and bar.select.isVisible() and not bar.buttons[Part.MINE].isVisible()
    bar.select.setFocus()
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.page.library.part is Part.NETWORKS)
    settled()


def test_a_long_library_makes_no_widget_for_a_row(window: Window, qtbot: QtBot, settled: Wait) -> None:
    shown = shelves(window, Part.PLACES, qtbot, settled)
    before = len(shown.cards["registers"].findChildren(QWidget))
    assert type_in(shown, "own", qtbot) == ["Own list"]
    assert len(shown.cards["registers"].findChildren(QWidget)) == before
    assert len(window.page.findChildren(PartButton)) == len(Part)


def test_a_change_elsewhere_shows_in_the_rows_and_keeps_what_was_typed(
    window: Window, desk: Desk, bench: Workbench, qtbot: QtBot, settled: Wait
) -> None:
    from ui.changes import Changes
    from ui.jobs import Operation

    shown = shelves(window, Part.NETWORKS, qtbot, settled)
    type_in(shown, "linked", qtbot)
    desk.run(Operation(lambda _task: person.add_account(bench.vault, "linkedin"), changes=Changes(accounts=True)))
    qtbot.waitUntil(lambda: [one.pill for one in shown.shown] == ["Mine"])
    assert window.page.shelves is shown and shown.typed == "linked"
    settled()


def test_a_page_opens_at_its_top_and_back_leads_to_the_row(shipped: ChecklistsPage, qtbot: QtBot) -> None:
    page = shipped
    page.activateWindow()
    page.show_at(part="places")
    qtbot.waitUntil(lambda: page.shelves is not None and not page.desk.lanes.busy)
    looks.settle()
    assert page.shelves is not None
    card = next(one for one in reversed(page.shelves.cards.values()) if one.isVisible())
    card.list.setFocus()
    key = card.looks[-1].key
    card.list.select_key(key)
    bar = page.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    card.list.chosen.emit(key)
    qtbot.waitUntil(lambda: page.place is not None)
    looks.settle()
    assert bar.value() == 0
    page.back()
    qtbot.waitUntil(lambda: page.shelves is not None and not page.desk.lanes.busy)
    qtbot.waitUntil(lambda: bar.value() > 0)
    again = next(one for one in page.shelves.cards.values() if key in [look.key for look in one.looks])
    assert again.list.current_key() == key


class Counting(FolderLibrary):
    """Remembers which files were read whole."""

    def __init__(self, folder: Path) -> None:
        self.asked: set[str] = set()
        super().__init__(folder, {})

    def network(self, network_id: str) -> checklists.NetworkFile:
        self.asked.add(network_id)
        return super().network(network_id)

    def files(self) -> tuple[checklists.NetworkFile, ...]:
        raise AssertionError("every file was read")


def test_home_and_the_persons_own_list_read_no_other_file(tmp_path: Path, bench: Workbench) -> None:
    counting = Counting(tmp_path / "lists")
    overview(bench.vault, counting, bench.vault.now().date())
    read_overview(dataclasses.replace(bench, checklists=counting))
    assert counting.asked == {"facebook", "whatsapp"}
    assert how_many(dataclasses.replace(bench, checklists=counting))
    assert len(NETWORKS) + len(EXTRA) == len(counting.heads())


@pytest.fixture
def shipped(tmp_path: Path, vault: Vault, qtbot: QtBot) -> Iterator[ChecklistsPage]:
    """The page over everything that ships, nothing of it read yet."""
    person.add_accounts(vault, ["facebook", "instagram", "whatsapp", "linkedin"])
    desk = Desk(open_bench(tmp_path / "shipped", vault))
    made = ChecklistsPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitUntil(lambda: made.list is not None and not desk.lanes.busy)
    yield made
    assert desk.lanes.stop_all()
    QApplication.processEvents()


@pytest.mark.parametrize("part", list(Part))
def test_opening_any_part_of_the_shipped_library_never_holds_the_window_up(shipped: ChecklistsPage, part: Part) -> None:
    def act() -> None:
        library = shipped.bench.checklists
        assert isinstance(library, FolderLibrary)
        library.renew({})  # as at the first look of a sitting
        shipped.show_at()
        shipped.show_at(part=part.value)

    assert longest_stall(act, lambda: not shipped.desk.lanes.busy) < MOST_MS
    assert shipped.library.part is part
    shown = shipped.shelves
    assert part is Part.MINE or (shown is not None and all(one.meta != "…" for one in shown.shown))


def test_every_row_of_a_shelf_has_room_for_its_own_words(qtbot: QtBot) -> None:
    """A shelf of more rows than a short list has: in a narrow window their second lines wrap, and none is cut."""
    looks_ = [RowLook(f"Register {n}", "1 check, about 3 minutes. Steps: most over a year ago") for n in range(20)]
    shelf = ShelfCard("Registers")
    qtbot.addWidget(shelf)
    shelf.resize(900, 400)
    shelf.show()
    shelf.show_looks(looks_)
    looks.settle()
    wide = shelf.list.height()
    shelf.resize(320, 400)
    looks.settle()
    assert shelf.list.short
    assert shelf.list.height() > wide
    assert not shelf.list.verticalScrollBar().isVisible(), "the page scrolls, not the list"
