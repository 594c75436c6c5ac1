"""The guidance reader: each line can be understood alone, found by its words, and followed to its checks."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from footprint import checklists
from footprint.checklists import Rule
from tests.ui import looks
from ui.desk import Desk
from ui.guidance.checks import ChecksSheet
from ui.guidance.lines import RuleCard, StatementCard
from ui.guidance.page import RULES, GuidancePage
from ui.kit.rows import RowButton


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> GuidancePage:
    made = GuidancePage(desk)
    made.resize(1000, 800)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not desk.lanes.busy)
    looks.settle()
    return made


def find(page: GuidancePage, words: str) -> list[str]:
    page.search_box.setText(words)
    page._fill()
    looks.settle()
    return looks.visible_words(page)


def test_every_line_of_the_do_not_list_says_do_not() -> None:
    guidance, problems = checklists.load_guidance()
    assert not problems
    for one in guidance.ruled(Rule.DONT):
        assert one.short.startswith("Do not") and one.text.startswith("Do not")
    assert guidance.ruled(Rule.DO) and not any(one.short.startswith("Do not") for one in guidance.ruled(Rule.DO))


def test_the_do_list_comes_before_the_do_not_list(page: GuidancePage) -> None:
    cards = sorted(page.findChildren(RuleCard), key=lambda card: card.y())
    assert [card.heading.text() for card in cards] == ["Do", "Do not"]


def test_the_count_of_checks_leads_to_each_of_them(page: GuidancePage, desk: Desk, qtbot: QtBot, bench: object) -> None:
    went: list[tuple[str, dict[str, object]]] = []
    desk.went.connect(lambda place, details: went.append((place, details)))
    row = next(row for row in page.findChild(RuleCard).findChildren(RowButton) if row.look.pill)
    number = int(row.look.pill.split()[0])
    row.click()
    sheet = page.findChild(ChecksSheet)
    assert any(f"{number} check" in words for words in looks.visible_words(sheet))
    assert looks.clipped_labels(sheet) == [] and looks.unnamed_or_small(sheet) == []
    one = page._used_by[next(key for key, found in page._used_by.items() if len(found) == number)][0]
    sheet.chosen.emit(one.network, one.check)
    assert went == [("checklists", {"network": one.network, "check": one.check})]
    sheet.close()


def test_a_search_finds_words_and_says_when_there_are_none(page: GuidancePage) -> None:
    assert any("line" in words and "found" in words for words in find(page, "password"))
    assert page.findChildren(StatementCard)
    assert "Nothing in the guidance has these words" in find(page, "zyzzyva")
    assert page.escape() and page.search_box.text() == ""
    assert not page.escape()


def test_what_stands_today_has_its_day(page: GuidancePage) -> None:
    page.show_at(statement="g26")
    looks.settle()
    assert any(words.startswith("What stands today, seen on 30 April 2026") for words in looks.visible_words(page))


@pytest.mark.parametrize("at", range(12))
def test_no_section_is_too_full_or_hard_to_read(at: int, page: GuidancePage) -> None:
    page.sections.setCurrentIndex(at)
    page._choose_section(page.sections.value)
    looks.settle()
    assert page.sections.value == RULES or page.findChildren(StatementCard)
    assert looks.problems(page) == []
