"""Names and other details: added, allowed in searches or not, and taken away, each undoable."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.person import DetailKind
from footprint.vault import Vault
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.choices import Tick
from ui.person.details import DetailsEditor

Settle = Callable[[], None]


@pytest.fixture
def editor(desk: Desk, qtbot: QtBot, settle: Settle) -> DetailsEditor:
    made = DetailsEditor(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    settle()
    return made


def ticks(editor: DetailsEditor) -> dict[str, Tick]:
    return {one.text(): one for one in editor.findChildren(Tick) if one.isVisible()}


def test_a_name_is_typed_and_kept(editor: DetailsEditor, vault: Vault, settle: Settle) -> None:
    editor.box.setFocus()
    QTest.keyClicks(editor.box, "Ada Example")
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    settle()
    assert [(one.kind, one.text) for one in person.details(vault)] == [(DetailKind.NAME, "Ada Example")]
    assert editor.box.text() == "" and editor.box.hasFocus()
    assert ticks(editor)["Name: Ada Example"].isChecked()


def test_a_former_name_is_off_until_it_is_switched_on(
    editor: DetailsEditor, desk: Desk, vault: Vault, settle: Settle
) -> None:
    editor.kind.set_value(DetailKind.FORMER_NAME.value)
    editor.box.setText("Ada Sample")
    editor.add()
    settle()
    tick = ticks(editor)["Former name: Ada Sample"]
    assert not tick.isChecked() and "Off, because" in tick.second
    QTest.keyClick(tick, Qt.Key.Key_Space)
    settle()
    assert [one.text for one in person.searchable(vault)] == ["Ada Sample"]
    desk.undo()
    settle()
    assert person.searchable(vault) == ()
    assert not ticks(editor)["Former name: Ada Sample"].isChecked()


def test_wrong_input_stays_beside_its_words(editor: DetailsEditor, vault: Vault, settle: Settle) -> None:
    editor.kind.set_value(DetailKind.EMAIL.value)
    editor.box.setText("ada at home")
    editor.add()
    settle()
    assert "has no @ in it" in editor.field.words
    assert editor.box.text() == "ada at home"
    assert person.details(vault) == ()


def test_the_focus_stays_at_what_was_switched(editor: DetailsEditor, vault: Vault, settle: Settle) -> None:
    for town in ("Ashford", "Bexley"):
        person.add_detail(vault, DetailKind.TOWN, town)
    editor.reload()
    settle()
    tick = ticks(editor)["Town: Bexley"]
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    settle()
    again = ticks(editor)["Town: Bexley"]
    assert again.hasFocus() and not again.isChecked()


def test_after_removing_the_focus_goes_to_the_next_and_then_to_the_box(
    editor: DetailsEditor, vault: Vault, settle: Settle
) -> None:
    for town in ("Ashford", "Bexley"):
        person.add_detail(vault, DetailKind.TOWN, town)
    editor.reload()
    settle()
    for town, then in (("Ashford", "Remove Bexley"), ("Bexley", "")):
        button = next(one for one in editor.findChildren(Btn) if one.accessibleName() == f"Remove {town}")
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        settle()
        focused = editor.focusWidget()
        assert focused is not None
        assert focused is editor.box if not then else focused.accessibleName() == then


def test_removing_is_undoable(editor: DetailsEditor, desk: Desk, vault: Vault, settle: Settle) -> None:
    person.add_detail(vault, DetailKind.TOWN, "Exampleton")
    editor.reload()
    settle()
    buttons = [one for one in editor.findChildren(Btn) if one.accessibleName() == "Remove Exampleton"]
    buttons[0].click()
    settle()
    assert person.details(vault) == ()
    desk.undo()
    settle()
    assert [one.text for one in person.details(vault)] == ["Exampleton"]
