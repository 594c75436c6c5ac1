"""A list from another computer: looked into first, brought in as one step, and taken back with one undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from footprint import log
from footprint import vault as v
from footprint.log import Item, New, Origin, exchange
from footprint.tasks import Task
from footprint.vault import Vault
from tests.ui import looks
from ui.desk import Desk
from ui.kit.cards import Banner
from ui.kit.text import PlainLabel
from ui.log.exports.take_in import TakeInView
from ui.log.page import LogPage

Settle = Callable[[], None]
PHRASE = "copper lantern meadow trumpet"


@pytest.fixture
def file(clock: Callable[[], object], tmp_path: Path) -> Path:
    """Two things from another computer."""
    other = v.throw_away(clock=clock)
    item = log.add(other, New("Old school photo", origin=Origin.KNOWN)).value
    log.add_text(other, item.id, "what was said")
    log.add(other, New("A blog post", origin=Origin.STRANGER))
    path = tmp_path / "list.footprint-list"
    exchange.write_bundle(other, path, PHRASE, task=Task(), strength=v.FLOOR)
    other.close()
    return path


@pytest.fixture
def view(page: LogPage, settle: Settle) -> Iterator[TakeInView]:
    """Reached from an empty list, as on a new computer."""
    page.reload()
    settle()
    page.view.take_in.setFocus()
    QTest.keyClick(page.view.take_in, Qt.Key.Key_Space)
    settle()
    assert isinstance(page.view, TakeInView)
    yield page.view


def open_file(view: TakeInView, settle: Settle, path: Path, passphrase: str = PHRASE) -> None:
    view.chosen(path)
    view.box.edit.setText(passphrase)
    QTest.keyClick(view.box.edit, Qt.Key.Key_Return)
    settle()


def titles(vault: Vault) -> set[str]:
    return {row.title for row in log.page(vault, log.Query(), 0, -1, vault.now().date())}


def said(view: TakeInView) -> str:
    return "\n".join(one.text() for one in view.findChildren(PlainLabel) if one.isVisible())


def test_what_is_in_it_is_said_and_nothing_changes_until_it_is_brought_in(
    view: TakeInView, file: Path, vault: Vault, desk: Desk, page: LogPage, settle: Settle
) -> None:
    open_file(view, settle, file)
    assert "2 things are in it." in said(view) and "1 copy of what was seen." in said(view)
    assert titles(vault) == set() and page.primary is view.take
    view.take.click()
    settle()
    assert titles(vault) == {"Old school photo", "A blog post"}
    assert "2 things were added." in said(view) and view.box.text() == "" and view.path is None
    desk.undo()
    settle()
    assert titles(vault) == set()
    desk.redo()
    settle()
    assert len(titles(vault)) == 2


def test_a_second_time_brings_nothing_and_says_so(view: TakeInView, file: Path, vault: Vault, settle: Settle) -> None:
    for _time in range(2):
        open_file(view, settle, file)
        view.take.click()
        settle()
    assert "Nothing in it was new" in said(view) and len(titles(vault)) == 2


def test_what_is_here_stays(things: dict[str, Item], page: LogPage, file: Path, vault: Vault, settle: Settle) -> None:
    page.show_view("import")
    open_file(page.view, settle, file)
    page.view.take.click()
    settle()
    assert len(titles(vault)) == 6


def test_a_wrong_passphrase_and_a_wrong_file_are_said_beside_the_field(
    view: TakeInView, file: Path, vault: Vault, settle: Settle, tmp_path: Path
) -> None:
    view.look.click()
    assert view.file_field.words == "Choose the file first."
    view.chosen(file)
    view.look.click()
    assert view.field.words == "Enter the passphrase of the file."
    open_file(view, settle, file, "not the right words at all")
    assert "not the passphrase" in view.field.words and view.look.isEnabled()
    other = tmp_path / "holiday.jpg"
    other.write_bytes(b"\xff\xd8 a picture")
    open_file(view, settle, other)
    assert "not a locked copy of a list" in view.file_field.words
    open_file(view, settle, tmp_path / "gone.footprint-list")
    assert view.file_field.words and titles(vault) == set()


def test_another_file_makes_what_was_found_go(view: TakeInView, file: Path, settle: Settle) -> None:
    open_file(view, settle, file)
    view.chosen(file)
    assert view.contents is None and view.look.isVisible() and not view.findChildren(Banner)


def test_leaving_forgets_the_passphrase(view: TakeInView, file: Path, page: LogPage, settle: Settle) -> None:
    open_file(view, settle, file)
    page.put_away()
    assert view.box.text() == "" and view.path is None and view.contents is None


def test_the_file_is_asked_for(view: TakeInView, page: LogPage) -> None:
    QTest.keyClick(view.choose_file, Qt.Key.Key_Space)
    dialog = page.window().findChildren(QFileDialog)[-1]
    assert any("*.footprint-list" in one for one in dialog.nameFilters())
    dialog.close()


@pytest.mark.parametrize("opened", [False, True], ids=["before", "after"])
def test_it_stands_at_every_size_in_both_themes(
    view: TakeInView, page: LogPage, file: Path, settle: Settle, opened: bool
) -> None:
    if opened:
        open_file(view, settle, file)
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []
    assert looks.primary_buttons(page) == [page.primary.text()]
