"""Undo and redo of the whole app, at the pace at which keys are pressed."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from footprint import person
from footprint.person import DetailKind
from footprint.vault import Vault
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation


def names(vault: Vault) -> list[str]:
    return [one.text for one in person.details(vault)]


def rest(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.lanes.busy)


def add(desk: Desk, qtbot: QtBot, *towns: str) -> None:
    for town in towns:
        desk.run(
            Operation(
                lambda _task, town=town: person.add_detail(desk.bench.vault, DetailKind.TOWN, town),
                changes=Changes(person=True),
                said=lambda one: f"Added {one.text}",
            )
        )
        rest(desk, qtbot)


def test_two_quick_presses_take_back_two_steps(desk: Desk, vault: Vault, qtbot: QtBot) -> None:
    add(desk, qtbot, "Ashford", "Bexley", "Corby")
    desk.undo()
    desk.undo()
    rest(desk, qtbot)
    assert names(vault) == ["Ashford"]
    desk.redo()
    desk.redo()
    desk.redo()
    rest(desk, qtbot)
    assert sorted(names(vault)) == ["Ashford", "Bexley", "Corby"]


def test_pressing_more_often_than_there_are_steps_says_so(desk: Desk, vault: Vault, qtbot: QtBot) -> None:
    add(desk, qtbot, "Ashford")
    said: list[str] = []
    desk.said.connect(lambda words, _undoable: said.append(words))
    desk.undo()
    desk.undo()
    rest(desk, qtbot)
    assert names(vault) == []
    assert said == ["There is nothing to undo.", "Undone: Added Ashford"]


def test_a_step_done_meanwhile_is_not_taken_for_the_one_taken_back(desk: Desk, vault: Vault, qtbot: QtBot) -> None:
    add(desk, qtbot, "Ashford")
    desk.undo()
    desk.run(Operation(lambda _task: person.add_detail(vault, DetailKind.TOWN, "Bexley"), changes=Changes(person=True)))
    rest(desk, qtbot)
    assert names(vault) == ["Bexley"]
    desk.undo()
    rest(desk, qtbot)
    assert names(vault) == []
