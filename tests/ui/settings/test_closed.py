"""Closed things: a time is chosen, what would go is shown by name, and only a yes deletes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import log
from footprint import vault as vaults
from tests.conftest import FakeClock
from tests.ui import looks
from tests.ui.settings.conftest import Kept
from ui.settings.closed import ClosedThings, purge_in_time


@pytest.fixture
def closed(kept: Kept, clock: FakeClock, qtbot: QtBot) -> ClosedThings:
    """Two things, closed a year ago, and the card that speaks of them."""
    for title in ("Photo from a party", "Old profile"):
        log.move(kept.vault, [log.add(kept.vault, log.New(title)).value.id], log.State.KEPT)
    clock.advance(days=370)
    card = ClosedThings(kept.desk)
    qtbot.addWidget(card)
    card.resize(620, 500)
    card.show()
    card.reload()
    return card


def choose(card: ClosedThings, months: int, kept: Kept) -> None:
    card.months.set_value(str(months))
    card.months.chosen.emit(str(months))
    kept.settle()


def test_nothing_is_deleted_unless_a_time_is_chosen(closed: ClosedThings) -> None:
    assert closed.months.value == "0" and "unless you do it" in closed.line.text()


def test_what_would_go_is_shown_and_keeping_it_changes_nothing(closed: ClosedThings, kept: Kept, qtbot: QtBot) -> None:
    choose(closed, 12, kept)
    assert closed.sheet is not None
    names = closed.sheet.names.toPlainText()
    assert "Photo from a party" in names and "Old profile" in names and "16 November 2026" in names
    qtbot.waitUntil(closed.sheet.keep.hasFocus)
    QTest.keyClick(closed.sheet, Qt.Key.Key_Escape)
    kept.settle()
    assert closed.months.value == "0" and closed.now.delete_closed_after_months == 0
    assert log.count(kept.vault, log.Query(), kept.vault.now().date()) == 2


def test_a_yes_deletes_them_and_says_what_still_holds_them(closed: ClosedThings, kept: Kept) -> None:
    made = vaults.backup(kept.vault, kept.folder.parent / "mine.footprint")
    choose(closed, 12, kept)
    assert closed.sheet is not None
    closed.sheet.do.click()
    kept.settle()
    assert log.count(kept.vault, log.Query(), kept.vault.now().date()) == 0
    assert closed.now.delete_closed_after_months == 12
    assert closed.result is not None and closed.result.tone == "ok"
    assert closed.result.title.text().startswith("2 things") and str(made.path) in closed.result.words.text()


def test_a_time_for_which_nothing_is_old_enough_is_kept_at_once(closed: ClosedThings, kept: Kept) -> None:
    choose(closed, 24, kept)
    assert closed.sheet is None and closed.now.delete_closed_after_months == 24
    choose(closed, 0, kept)
    assert closed.now.delete_closed_after_months == 0


def test_by_itself_it_goes_once_its_time_has_come(closed: ClosedThings, kept: Kept, clock: FakeClock) -> None:
    from footprint.tasks import Task

    done = purge_in_time(kept.desk, Task())
    assert done is None or done.items == 0
    choose(closed, 24, kept)
    done = purge_in_time(kept.desk, Task())
    assert done is None or done.items == 0
    clock.advance(days=400)
    done = purge_in_time(kept.desk, Task())
    assert done is not None and done.items == 2 and done.checked


@pytest.mark.parametrize("dark", looks.THEMES)
@pytest.mark.parametrize("size", looks.SIZES, ids=lambda size: f"{size.width}x{size.height}@{size.scale}")
def test_the_sheet_looks_right(size: looks.Size, dark: bool, closed: ClosedThings, kept: Kept) -> None:
    with looks.themed(dark, size.scale):
        looks.show_at(kept.page, size)
        choose(closed, 12, kept)
        assert closed.sheet is not None
        assert looks.clipped_labels(closed.sheet) == [] and looks.unnamed_or_small(closed.sheet) == []
        assert looks.hard_to_read(closed.sheet) == []
        closed.sheet.close()
