"""“Connections”: one person at a time, by mouse and by keys, and nothing of somebody met through work is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import product

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from footprint.archives import connections
from footprint.archives.connections import Choice
from footprint.archives.index.keys import make_keys
from footprint.archives.index.writing import Writer
from footprint.archives.records import Connection, Relation
from footprint.vault import Vault
from footprint.workbench import Workbench
from tests.ui import looks
from ui.connections.card import PersonCard
from ui.connections.page import ConnectionsPage
from ui.connections.work import WorkCard
from ui.desk import Desk
from ui.help.texts import topics
from ui.kit.buttons import Btn
from ui.kit.rows import RowButton

Wait = Callable[[], None]


def bring_in(vault: Vault, *names: str, relation: Relation = Relation.FRIEND) -> None:
    since = int(datetime(2011, 5, 3, 12, tzinfo=UTC).timestamp())
    with vault.writing(undo=False) as write:
        writer = Writer(make_keys(write), number=1)
        writer.begin(write.db)
        for n, name in enumerate(names):
            link = f"https://facebook.example/{n}"
            one = Connection("facebook", relation, "ada", name=name, link=link, since=since + 86_400 * n)
            writer.connections(write.db, [one])


@pytest.fixture
def page(desk: Desk, bench: Workbench, qtbot: QtBot, settle: Wait) -> Iterator[ConnectionsPage]:
    bring_in(bench.vault, "Pat Example", "Sam Example", "Jo Example")
    made = ConnectionsPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    settle()
    yield made


def shown(page: ConnectionsPage) -> str:
    assert page.card is not None
    return page.card.person.shown


def press(place: QWidget, words: str, settle: Wait) -> None:
    next(one for one in place.findChildren(Btn) if one.text() == words and one.isVisible()).click()
    settle()


def test_one_person_after_the_other_by_keys(page: ConnectionsPage, settle: Wait) -> None:
    assert shown(page) == "Pat Example"
    page.choose(1)
    settle()
    assert shown(page) == "Sam Example"
    page.choose(3)
    settle()
    assert shown(page) == "Jo Example"
    said = {one.shown: one.choice for one in connections.people(page.vault)}
    assert said == {"Pat Example": Choice.TRUST, "Sam Example": Choice.UNFRIEND, "Jo Example": None}


def test_what_is_left_to_do_stands_beside_and_is_ticked(page: ConnectionsPage, settle: Wait) -> None:
    page.choose(3)
    settle()
    row = next(one for one in page.findChildren(RowButton) if one.text().startswith("Pat Example"))
    row.click()
    settle()
    assert connections.counted(connections.people(page.vault)).to_do == 0


def test_a_choice_is_undone(page: ConnectionsPage, desk: Desk, settle: Wait) -> None:
    page.choose(3)
    settle()
    desk.undo()
    settle()
    assert shown(page) == "Pat Example"


def test_going_past_somebody_brings_the_next(page: ConnectionsPage, settle: Wait) -> None:
    press(page, "Next person", settle)
    assert shown(page) == "Sam Example"
    press(page, "Next person", settle)
    press(page, "Next person", settle)
    assert shown(page) == "Pat Example"


def test_met_through_work_is_acted_on_and_not_kept(page: ConnectionsPage, settle: Wait) -> None:
    page.choose(5)
    settle()
    assert isinstance(page.card, WorkCard) and page.primary is page.card.done_button
    page.primary.click()
    settle()
    assert isinstance(page.card, PersonCard) and shown(page) == "Sam Example"
    assert "Pat Example" not in [one.shown for one in connections.people(page.vault)]
    assert "Pat Example" not in " ".join(looks.visible_words(page))


def test_leaving_the_page_about_work_keeps_nothing(page: ConnectionsPage, settle: Wait) -> None:
    page.choose(5)
    settle()
    assert page.escape()
    assert shown(page) == "Pat Example"
    assert all(one.choice is None for one in connections.people(page.vault))


def test_the_list_is_forgotten_only_after_a_question(page: ConnectionsPage, settle: Wait) -> None:
    press(page, "Forget this list", settle)
    question = next(one for one in page.findChildren(QDialog) if one.isVisible())
    question.reject()
    settle()
    assert connections.people(page.vault)
    press(page, "Forget this list", settle)
    next(one for one in page.findChildren(QDialog) if one.isVisible()).accept()
    settle()
    assert not connections.people(page.vault)
    assert any(one.text() == "Ask for a copy" for one in page.findChildren(Btn))


def test_everybody_was_looked_at(page: ConnectionsPage, settle: Wait) -> None:
    for _n in range(3):
        page.choose(1)
        settle()
    assert page.card is None
    assert "You have looked at everybody here" in " ".join(looks.visible_words(page))


def test_thousands_of_people_are_one_card(page: ConnectionsPage, settle: Wait) -> None:
    bring_in(page.vault, *(f"Person {n} Example" for n in range(3000)))
    people = connections.people(page.vault)
    connections.choose(page.vault, [one.key for one in people[:400]], Choice.UNFRIEND)
    page.reload()
    settle()
    assert looks.too_many_widgets(page) == []


def test_it_has_help(page: ConnectionsPage) -> None:
    assert topics()[ConnectionsPage.help_topic].title == "Connections"


@pytest.mark.parametrize("which", ["person", "work", "empty"])
def test_it_looks_right_in_both_themes_at_every_size(page: ConnectionsPage, settle: Wait, which: str) -> None:
    if which == "person":
        bring_in(page.vault, "A Stranger With A Very Long Name Indeed Example", relation=Relation.ASKED_ME)
        page.choose(3)
    elif which == "work":
        page.choose(5)
    else:
        from footprint import retention

        retention.forget_people(page.vault)
        page.reload()
    settle()
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(page, size)
            wrong += [f"{size}: {one}" for one in looks.problems(page)]
            wrong += looks.primary_buttons(page)[1:]
    assert wrong == []
