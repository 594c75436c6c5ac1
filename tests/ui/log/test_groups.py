"""Groups made by hand in the window, from ticks to taking apart; and what was put into one taken out on its page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from footprint import log
from footprint.log import Item, New, Query, duplicates, sets
from footprint.vault import Vault
from ui.desk import Desk
from ui.log.page import LogPage

Settle = Callable[[], None]


def test_a_group_goes_the_whole_way(
    page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle, desk: Desk
) -> None:
    page.reload()
    settle()
    view = page.view
    view.select_several(True)
    settle()
    view.long.rows.set_ticked([things["photo"].id])
    view.bulk.group.click()
    settle()
    view.many.sheet.save.click()
    assert view.many.sheet.problem.words == "A group needs 2 things at least. Select more."
    view.many.sheet.reject()
    view.long.rows.set_ticked([things["photo"].id, things["tag"].id])
    QTest.keyClick(view.bulk.group, Qt.Key.Key_Space)
    settle()
    QTest.keyClicks(view.many.sheet.name, "Summer fair")
    QTest.keyClick(view.many.sheet.name, Qt.Key.Key_Return)
    settle()
    settle()
    made = sets.all_sets(vault)[0]
    assert (made.name, made.items) == ("Summer fair", 2)
    view.select_several(False)
    page.show_at(item=things["photo"].id)
    settle()
    belongs = page.view.belongs
    assert belongs.group.text() == "In a group: Summer fair"
    assert belongs.group_words.text() == "2 things. 1 is still open."
    QTest.keyClick(belongs.see, Qt.Key.Key_Space)
    settle()
    assert page.name == "list" and view.set.isVisible() and view.set.heading.text() == "Summer fair"
    assert view.long.rows.rowCount() == 2
    _name_date_and_take_apart(page, vault, settle, desk, made.id)


def _name_date_and_take_apart(page: LogPage, vault: Vault, settle: Settle, desk: Desk, set_id: str) -> None:
    view = page.view
    view.set.rename.click()
    view.set.sheet.name.setText("The fair")
    view.set.sheet.save.click()
    settle()
    settle()
    assert view.set.heading.text() == "The fair" and view.filters.set.currentText() == "The fair"
    QTest.keyClick(view.set.all, Qt.Key.Key_Space)
    settle()
    settle()
    assert view.bulk.words.text() == "2 selected"
    view.bulk.date.click()
    view.many.sheet.choices.cards["7"].click()
    view.many.sheet.save.click()
    settle()
    settle()
    assert sets.all_sets(vault)[0].due == vault.now().date() + timedelta(days=7)
    assert "The first is due" in view.set.words.text()
    view.select_several(False)
    settle()
    view.set.apart.click()
    settle()
    settle()
    assert sets.all_sets(vault) == () and not view.set.isVisible() and view.groups.isVisible()
    assert log.count(vault, Query(), vault.now().date()) == 4
    desk.undo()
    settle()
    settle()
    assert [(one.id, one.items) for one in sets.all_sets(vault)] == [(set_id, 2)]


def test_more_goes_into_a_group_and_out_again(
    page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle
) -> None:
    made = sets.make(vault, [things["photo"].id, things["tag"].id], "Fair").value
    page.show_at(set=made.id)
    settle()
    view = page.view
    view.filters.clear()
    view.select_several(True)
    settle()
    view.long.rows.set_ticked([things["club"].id])
    view.bulk.group.click()
    settle()
    view.many.sheet.choices.cards["there"].click()
    view.many.sheet.save.click()
    settle()
    assert sets.all_sets(vault)[0].items == 3
    page.show_at(set=made.id)
    settle()
    view.select_several(True)
    settle()
    view.long.rows.set_ticked([things["club"].id])
    view.bulk.group.click()
    settle()
    view.many.sheet.choices.cards["out"].click()
    view.many.sheet.save.click()
    settle()
    assert sets.all_sets(vault)[0].items == 2
    page.show_at(item=things["tag"].id)
    settle()
    page.view.belongs.leave.click()
    settle()
    settle()
    assert sets.all_sets(vault)[0].items == 1 and not page.view.belongs.isVisible()


def test_what_was_put_together_comes_apart_on_its_page_when_the_bar_is_long_gone(
    page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle, desk: Desk
) -> None:
    other = log.add(vault, New("Same photo", things["photo"].address, notes="Jo told me")).value
    duplicates.merge(vault, things["photo"].id, [other.id])
    page.show_at(item=things["photo"].id)
    settle()
    belongs = page.view.belongs
    assert belongs.together_words.text().startswith("This was listed twice. It took in: “Same photo”.")
    QTest.keyClick(belongs.part, Qt.Key.Key_Space)
    settle()
    settle()
    assert log.get(vault, other.id).notes == "Jo told me" and not belongs.isVisible()
    assert page.view.history.words[0] == "You took 1 out of it again."
    desk.undo()
    settle()
    settle()
    assert belongs.isVisible() and "Jo told me" in log.get(vault, things["photo"].id).notes
