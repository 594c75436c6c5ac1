"""A hundred thousand things: the list opens, is searched, narrowed, scrolled and ticked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footprint.log import Action, Item, Kind, Origin, Severity, State, Status, store
from footprint.vault import Vault
from tests.ui.heartbeat import MOST_MS, longest_stall
from tests.ui.waiting import rest
from ui.desk import Desk
from ui.log.page import LogPage

pytestmark = pytest.mark.slow

MANY = 100_000
KINDS, STATES, ORIGINS = tuple(Kind), tuple(State), (Origin.ME, Origin.KNOWN, Origin.ORGANISATION)


@pytest.fixture
def full(vault: Vault) -> Vault:
    """A vault with a hundred thousand things in it, written in one go."""
    now = vault.now()
    with vault.writing(undo=False) as write:
        for n in range(MANY):
            title = f"Thing {n} by person {n % 997}"
            item = Item(
                id=f"{n:032x}", title=title, address=f"https://site{n % 50}.example/{n}", host=f"site{n % 50}.example",
                place=f"Place {n % 300}", network="facebook" if n % 3 else "", kind=KINDS[n % len(KINDS)],
                origin=ORIGINS[n % 3], action=Action.REMOVE, contact="", notes="", severity=Severity.MEDIUM,
                state=STATES[n % len(STATES)], due=now.date() + timedelta(days=n % 60) if n % 2 else None,
                found_at=now - timedelta(minutes=n), finding_id="", check="", account_id="", changed_at=now,
            )  # fmt: skip
            store.add(write.db, item, title.casefold())
    return vault


def test_a_hundred_thousand_things_are_searched_scrolled_and_ticked(full: Vault, desk: Desk, qtbot: QtBot) -> None:
    """How quickly is for `make bench` to say; here, that it all comes right and only what is seen is held."""
    page = LogPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    view = page.view

    def settle() -> None:
        qtbot.waitUntil(lambda: not desk.lanes.busy and not view.filters._typed.isActive(), timeout=20_000)
        rest(desk, qtbot)

    settle()
    assert page.line.text() == "75,000 things to sort out. 25,000 done since you started."
    QTest.keyClicks(view.filters.search, "person 41")
    settle()
    assert 0 < view.long.rows.rowCount() < MANY
    assert view.long.rows.index(0).data().startswith("Thing ")
    view.filters.clear()
    view.filters.show_only(Status.FOLLOW_UP.value)
    settle()
    assert 0 < view.long.rows.rowCount() < MANY
    view.select_several(True)
    view.filters.clear()
    settle()
    assert view.long.rows.rowCount() == MANY
    view.long.list.scrollToBottom()
    settle()
    assert view.long.rows.index(MANY - 1).data().startswith("Thing ")
    view.bulk.all.click()
    settle()
    assert view.bulk.words.text() == "100,000 selected"
    view.select_several(False)
    settle()
    assert view.bulk.selected == 0
    assert len([one for one in page.findChildren(QWidget) if one.isVisible()]) < 150


def test_a_hundred_thousand_things_never_stall_the_window(full: Vault, desk: Desk, qtbot: QtBot) -> None:
    pages = [LogPage(desk) for _try in range(3)]
    for page in pages:
        qtbot.addWidget(page)
        page.resize(1000, 800)
    unseen = iter(pages)
    page, view = pages[-1], pages[-1].view

    def idle() -> bool:
        return not desk.lanes.busy

    def type_words() -> None:
        view.filters.search.clear()
        QTest.keyClicks(view.filters.search, "person 41")

    assert longest_stall(lambda: next(unseen).show(), idle) < MOST_MS
    assert longest_stall(type_words, idle) < MOST_MS
    assert 0 < view.long.rows.rowCount() < MANY
    assert longest_stall(view.filters.clear, idle) < MOST_MS
    assert longest_stall(lambda: view.filters.show_only(Status.FOLLOW_UP.value), idle) < MOST_MS
    assert longest_stall(lambda: view.select_several(True), idle) < MOST_MS
    view.filters.clear()
    rest(desk, qtbot)
    bar = view.long.list.verticalScrollBar()
    assert longest_stall(lambda: bar.setValue(bar.maximum() // 2), idle) < MOST_MS
    assert longest_stall(view.long.list.scrollToBottom, idle) < MOST_MS
    assert longest_stall(view.bulk.all.click, idle) < MOST_MS
    assert longest_stall(lambda: view.select_several(False), idle) < MOST_MS
    assert page.isVisible()
