"""A file of bookmarks in the window: ticks before anything is kept, also with thousands of lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from footprint import search
from footprint.vault import Vault
from tests.ui import looks
from ui.desk import Desk
from ui.search.by_hand.bookmarks import Bookmarks
from ui.search.page import SearchPage, Stage

Settle = Callable[[], None]
Open = Callable[[Desk], SearchPage]
FILE = Path(__file__).parents[2] / "search" / "bookmarks" / "chrome.html"


@pytest.fixture
def page(ada: Vault, desk: Desk, open_page: Open, settle: Settle) -> SearchPage:
    made = open_page(desk)
    made.show_stage(Stage.BOOKMARKS)
    settle()
    return made


@pytest.fixture
def part(page: SearchPage) -> Bookmarks:
    assert isinstance(page.part, Bookmarks)
    return page.part


def shown(part: Bookmarks) -> list[str]:
    return [one.title for one in part._rows.known()]


def test_lines_about_the_person_are_ticked_and_nothing_is_kept_yet(
    part: Bookmarks, page: SearchPage, settle: Settle, ada: Vault
) -> None:
    part.take(FILE)
    settle()
    assert shown(part) == ["Otherton Harriers: Ada Example 41st", "My page"]
    assert page.primary.text() == "Add the 2 that are ticked"
    assert search.findings(ada) == ()


def test_folders_and_words_narrow_the_list_and_ticks_stay(part: Bookmarks, settle: Settle) -> None:
    part.take(FILE)
    settle()
    part.which.setCurrentIndex(part.which.findText("Bookmarks bar › Clubs & friends"))
    part._filter()
    assert shown(part) == ['Summer fair "2019"']
    part.all_button.click()
    assert part.add_button.text() == "Add the 3 that are ticked"
    part.which.setCurrentIndex(part.which.findText("All lines (5)"))
    part.box.setText("soup")
    part._filter()
    assert shown(part) == ["Soup"]
    part.box.setText("zebra")
    part._filter()
    assert part.nothing.isVisible() and not part.pane.isVisible() and not part.all_button.isEnabled()
    part.none_button.click()
    assert not part.add_button.isEnabled()


def test_what_was_ticked_is_added_and_can_be_undone(
    part: Bookmarks, page: SearchPage, desk: Desk, settle: Settle, ada: Vault
) -> None:
    part.take(FILE)
    settle()
    page.primary.click()
    settle()
    assert {one.host for one in search.findings(ada)} == {"othertonharriers.example", "people.example"}
    assert page.primary.text() == "Sort what you have found"
    desk.undo()
    settle()
    assert search.findings(ada) == ()


def test_what_is_no_file_of_bookmarks_says_what_to_do(part: Bookmarks, settle: Settle, tmp_path: Path) -> None:
    other = tmp_path / "page.html"
    other.write_text("<html>Hello</html>")
    part.take(other)
    settle()
    assert part.problem.isVisible()
    assert any("Export bookmarks" in one for one in looks.visible_words(part))
    part.take(FILE)
    settle()
    assert not part.problem.isVisible()


def test_thousands_of_lines_stay_few_widgets(part: Bookmarks, settle: Settle, tmp_path: Path) -> None:
    lines = "".join(f'<DT><A HREF="https://site{n}.example/">Line {n}</A>' for n in range(6_000))
    many = tmp_path / "many.html"
    many.write_text(f"<DL>{lines}</DL>")
    part.take(many)
    settle()
    assert looks.too_many_widgets(part) == []
    assert "None of them has your name" in "\n".join(looks.visible_words(part))
    part.all_button.click()
    assert part.add_button.text() == "Add the 6,000 that are ticked"
