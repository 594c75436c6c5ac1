"""Who is looked for: a name first, what may be used with the reason, and what is missing said in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from footprint import person
from footprint.person import DetailKind
from footprint.vault import Vault
from ui.desk import Desk
from ui.kit.choices import Tick
from ui.search.names import Names
from ui.search.page import SearchPage, Stage

Settle = Callable[[], None]
Open = Callable[[Desk], SearchPage]


@pytest.fixture
def page(desk: Desk, open_page: Open) -> SearchPage:
    return open_page(desk)


@pytest.fixture
def names(page: SearchPage) -> Names:
    assert page.stage is Stage.NAMES and isinstance(page.part, Names)
    return page.part


def test_the_first_thing_is_the_box_for_a_name(names: Names) -> None:
    editor = names.editor
    assert editor.field.label.text() == "Your name"
    assert editor.field.y() <= editor.kind_field.mapTo(editor, editor.kind_field.rect().topLeft()).y()
    assert editor.field.x() < editor.kind.mapTo(editor, editor.kind.rect().topLeft()).x()


def test_continue_says_what_is_missing(names: Names, page: SearchPage, vault: Vault, settle: Settle) -> None:
    names.primary.click()
    assert "Add your name first" in names.editor.field.words
    assert names.editor.box.hasFocus() and page.stage is Stage.NAMES
    made = person.add_detail(vault, DetailKind.NAME, "Ada Example").value
    person.set_searchable(vault, made.id, False)
    names.editor.reload()
    settle()
    names.primary.click()
    assert "Tick at least 1 name" in names.editor.field.words


def test_a_nickname_alone_is_not_enough(names: Names, vault: Vault, settle: Settle) -> None:
    person.add_detail(vault, DetailKind.KNOWN_AS, "Addie")
    names.editor.reload()
    settle()
    names.primary.click()
    assert "full name" in names.editor.field.words


def test_what_is_typed_is_added_before_going_on(names: Names, page: SearchPage, vault: Vault, settle: Settle) -> None:
    QTest.keyClicks(names.editor.box, "Ada Example")
    names.primary.click()
    settle()
    assert [one.text for one in person.details(vault)] == ["Ada Example"]
    assert page.stage is Stage.WAYS


def test_each_detail_says_whether_it_may_be_used_and_why(names: Names, vault: Vault, settle: Settle) -> None:
    for kind, text in ((DetailKind.NAME, "Ada Example"), (DetailKind.EMPLOYER, "Exampleshire Council")):
        person.add_detail(vault, kind, text)
    names.editor.reload()
    settle()
    ticks = {one.title: one for one in names.editor.findChildren(Tick) if one.isVisible()}
    assert ticks["Name: Ada Example"].second == "Used in searches."
    employer = ticks["Employer: Exampleshire Council"]
    assert not employer.isChecked() and "tells a search engine where you work" in employer.second
    QTest.keyClick(employer, Qt.Key.Key_Space)
    settle()
    ticks = {one.title: one for one in names.editor.findChildren(Tick) if one.isVisible()}
    assert "You switched it on" in ticks["Employer: Exampleshire Council"].second
