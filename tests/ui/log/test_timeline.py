"""The timeline in the window: what is coming, what happened, narrowed, jumped through, and opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from footprint import log
from footprint.log import Item, New, State
from footprint.vault import Vault
from tests.conftest import FakeClock
from ui.kit.access import spoken
from ui.kit.fields import Select
from ui.log.page import LogPage
from ui.log.timeline import TimelineView

Settle = Callable[[], None]


def opened(page: LogPage, settle: Settle) -> TimelineView:
    page.reload()
    settle()
    QTest.keyClick(page.view.timeline, Qt.Key.Key_Space)
    settle()
    assert page.heading.text() == "Timeline"
    return page.view


def pick(select: Select, value: str, settle: Settle) -> None:
    at = select.findData(value)
    assert at >= 0
    select.setCurrentIndex(at)
    select.activated.emit(at)
    settle()


def test_it_tells_what_happened_and_what_is_coming(
    page: LogPage, things: dict[str, Item], settle: Settle, vault: Vault
) -> None:
    for n in range(3):
        log.add(vault, New(f"Later {n}", due=vault.now().date() + timedelta(days=n + 1)))
    view = opened(page, settle)
    assert view.rows.rowCount() == 10
    newest = view.rows.look_at(0)
    assert (newest.title, newest.meta, newest.pill) == ("Later 2", "2:30pm. You put it in your list.", "16 November")
    first = view.coming.rows.look_at(0)
    assert (first.title, first.meta, first.pill) == ("Later 0", "You want to come back to it", "Tomorrow")
    assert view.coming.rows.rowCount() == 3 and view.coming.all.text() == "See all 4"
    QTest.keyClick(view.coming.all, Qt.Key.Key_Space)
    assert view.coming.rows.rowCount() == 4 and not view.coming.all.isVisible()
    assert view.coming.rows.look_at(3).meta == "An answer is due"


def test_a_row_opens_its_item(page: LogPage, things: dict[str, Item], settle: Settle) -> None:
    view = opened(page, settle)
    view.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    settle()
    assert page.name == "item" and page.heading.text() == view.rows.look_at(0).title


def test_it_is_narrowed_to_one_kind_and_says_so(page: LogPage, things: dict[str, Item], settle: Settle) -> None:
    view = opened(page, settle)
    pick(view.sort, "gone", settle)
    assert [view.rows.look_at(n).title for n in range(view.rows.rowCount())] == ["Tag in a photo by Jo"]
    assert spoken[-1] == "1 step so far."
    pick(view.sort, "looked", settle)
    assert view.no_match.isVisible() and not view.card.isVisible() and view.sort.isVisible()
    pick(view.sort, "", settle)
    assert view.rows.rowCount() > 1


def test_a_month_is_jumped_to_in_a_long_one(page: LogPage, vault: Vault, clock: FakeClock, settle: Settle) -> None:
    item = log.add(vault, New("A page")).value
    clock.advance(days=40)
    with vault.writing(undo=False) as write:
        from footprint.log import EventKind
        from footprint.log import store as log_store

        rows = [log_store.EventRow(item.id, EventKind.CHANGED, State.FOUND, State.FOUND, "notes")] * 450
        log_store.add_events(write.db, rows, write.now)
    view = opened(page, settle)
    assert [view.month.itemText(n) for n in range(view.month.count())] == ["December 2026 (450)", "November 2026 (1)"]
    pick(view.month, "450", settle)
    settle()
    assert view.list.currentIndex().row() == 450 and view.list.hasFocus()
    assert view.rows.look_at(450).meta.endswith("You put it in your list.")


def test_an_empty_one_says_what_will_be_there(page: LogPage, settle: Settle) -> None:
    page.show_at(timeline=True)
    settle()
    assert page.view.nothing.isVisible() and not page.view.tools.isVisible() and not page.view.coming.isVisible()
