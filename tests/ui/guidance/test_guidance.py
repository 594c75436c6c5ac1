"""The guidance reader: each line can be understood alone, found by its words, and followed to what serves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import checklists, person
from footprint.checklists import Guidance, GuidanceStatement, How, Kind, Rule, ServedRow, Service
from footprint.checklists.coverage import screens
from footprint.checklists.guidance import Section, Serving
from footprint.checklists.load import Head, Shelf
from footprint.dates import day_in_words
from footprint.vault import Vault
from tests.ui import looks
from tests.ui.heartbeat import MOST_MS, longest_stall
from ui.changes import Changes
from ui.desk import Desk
from ui.guidance.find import find, mark
from ui.guidance.lines import RuleCard, StatementCard
from ui.guidance.page import RULES, GuidancePage, _Read
from ui.guidance.served import MINE, CheckOf, Screen, Served, sort_out
from ui.guidance.serves_sheet import ServesSheet
from ui.kit.layout import Fold
from ui.kit.rows import RowButton
from ui.places import every_place

Settle = Callable[[], None]


@pytest.fixture
def page(desk: Desk, vault: Vault, qtbot: QtBot, settle: Settle) -> GuidancePage:
    person.add_accounts(vault, ["facebook"])
    made = GuidancePage(desk)
    made.resize(1000, 800)
    qtbot.addWidget(made)
    made.show()
    settle()
    looks.settle()
    return made


def type_in(page: GuidancePage, words: str) -> list[str]:
    page.search_box.setText(words)
    page.find_now()
    looks.settle()
    return looks.visible_words(page)


def opened(page: GuidancePage, statement: str) -> ServesSheet:
    page.show_served(statement)
    sheet = next(one for one in page.findChildren(ServesSheet) if one.isVisible())
    looks.settle()
    return sheet


# -- what the lines say --------------------------------------------------------------------------------


def test_every_line_of_the_do_not_list_says_do_not() -> None:
    guidance, problems = checklists.load_guidance()
    assert not problems
    for one in guidance.ruled(Rule.DONT):
        assert one.short.startswith("Do not") and one.text.startswith("Do not")
    assert guidance.ruled(Rule.DO) and not any(one.short.startswith("Do not") for one in guidance.ruled(Rule.DO))


def test_the_do_list_comes_before_the_do_not_list(page: GuidancePage) -> None:
    cards = sorted(page.findChildren(RuleCard), key=lambda card: card.y())
    assert [card.heading.text() for card in cards if card.heading] == ["Do", "Do not"]


def test_what_stands_today_has_its_day_beside_what_the_guidance_says(page: GuidancePage) -> None:
    dated = [one for one in page._guidance.statements() if one.now]
    assert {one.id for one in dated} >= {"g26", "g47"}
    for one in dated:
        page.show_at(statement=one.id)
        looks.settle()
        assert one.now_seen is not None
        words = looks.visible_words(page)
        assert f"What stands today, seen on {day_in_words(one.now_seen)}" in words
        assert one.text in words and one.now in words
        sheet = opened(page, one.id)
        assert one.text in looks.visible_words(sheet) and one.now in looks.visible_words(sheet)
        sheet.reject()
    ruled = next((one for one in dated if one.rule), None)
    if ruled is not None:
        page.sections.set_value(RULES)
        page._choose_section(RULES)
        rows = {row.look.title: row.look.meta for row in page.findChildren(RowButton)}
        assert "Advice has changed since" in rows[ruled.short]


# -- what serves them ----------------------------------------------------------------------------------


def test_every_screen_named_is_a_place_unless_it_is_planned_and_no_planned_one_is() -> None:
    places = {one.name for one in every_place()}
    named, problems = screens()
    assert not problems and named
    assert [one.place for one in named if one.how is not How.PLANNED and one.place not in places] == []
    assert [one.place for one in named if one.how is How.PLANNED and one.place in places] == []
    assert "guidance" not in {one.place for one in named}, "a page that only shows the lines serves none"


def row(*services: Service) -> ServedRow:
    return ServedRow(GuidanceStatement(id="g99", section="1", kind=Serving.TOOL, short="Short", text="Text"), services)


def test_services_are_sorted_and_what_is_planned_is_never_a_link() -> None:
    heads = [
        Head(name, name.title(), kind, Shelf.OTHER, True, "")
        for name, kind in (("chirp", Kind.NETWORK), ("roll", Kind.PLACE), ("webcams", Kind.SITUATION))
    ]
    found = sort_out(
        [
            row(
                Service(How.TOOL, "Who sees posts?", "chirp: posts", "chirp", "posts"),
                Service(How.TOOL, "Are you on it?", "roll: listed", "roll", "listed"),
                Service(How.GUIDED, "Who is watching?", "webcams: who", "webcams", "who"),
                Service(How.TOOL, "Search", "screen: search"),
                Service(How.GUIDED, "Something", "screen: happened"),
                Service(How.TOOL, "Gone", "screen: nowhere"),
                Service(How.PLANNED, "Old posts", "screen: archives"),
                Service(How.TOOL, "A note", "letters: note"),
                Service(How.TOOL, "any", "ways: any"),
                Service(How.TOOL, "Chirp", "ways: chirp"),
                Service(How.GUIDED, "What stands today", "dated: g99"),
            )
        ],
        heads,
    )["g99"]
    assert [one.name for one in found.of(Kind.PLACE, frozenset())] == ["Roll"]
    assert found.of(MINE, frozenset({"chirp"})) == found.of(Kind.NETWORK, frozenset())
    assert found.screens == (
        Screen("search", "Search my name", False),
        Screen("happened", "Something has happened", True),
    )
    assert found.planned == ("Old posts",)
    assert (found.letters, found.steps) == (("A note",), ("any network", "Chirp"))
    assert found.words == "3 checks, 2 pages, 1 letter"
    assert (Served(planned=("Old posts",)).words, Served().words) == ("Planned", "To read")


def test_the_count_leads_to_each_check_the_persons_own_networks_first(page: GuidancePage, desk: Desk) -> None:
    went: list[tuple[str, dict[str, object]]] = []
    desk.went.connect(lambda place, details: went.append((place, details)))
    line = page.findChild(RuleCard)
    assert line is not None and page._use is not None
    key, button = next((key, one) for key, one in line.rows.items() if "check" in one.look.pill)
    total = len(page._use.served[key].checks)
    assert button.look.pill.startswith(f"{total} check")
    button.click()
    sheet = page.findChild(ServesSheet)
    assert sheet is not None
    assert any(words.startswith(f"{total} check") for words in looks.visible_words(sheet))

    sheet.reject()
    sheet = opened(page, "g26")
    served = page._use.served["g26"]
    assert sheet.kinds.itemText(0) == f"Your networks: {len(served.of(MINE, frozenset({'facebook'})))}"
    assert {one.network for one in sheet._shown} == {"facebook"}
    sheet._show(Kind.NETWORK)
    assert len(sheet._shown) == len(served.of(Kind.NETWORK, frozenset())) > 50
    assert looks.too_many_widgets(sheet) == []
    first: CheckOf = sheet._shown[0]
    sheet.pane.chosen.emit("0")
    assert went[-1] == ("checklists", {"network": first.network, "check": first.check})


def test_a_page_is_a_link_and_a_planned_one_is_said(page: GuidancePage, desk: Desk) -> None:
    went: list[str] = []
    desk.went.connect(lambda place, _details: went.append(place))
    assert page._use is not None
    real = page._use.served["g63"]
    page._use.served["g63"] = replace(real, planned=("Time travel", "Mind reading"))
    sheet = opened(page, "g63")
    assert "Planned, not there yet: Time travel, Mind reading" in looks.visible_words(sheet)
    rows = {one.look.title: one for one in sheet.findChildren(RowButton)}
    assert set(rows) == {one.name for one in real.screens} and "To remove" in rows
    rows["To remove"].click()
    assert went == ["remove"]


def test_letters_and_steps_are_named(page: GuidancePage) -> None:
    sheet = opened(page, "g63")
    fold = sheet.findChild(Fold)
    assert fold is not None and page._use is not None
    fold.set_open(True)
    looks.settle()
    words = " ".join(looks.visible_words(sheet))
    assert all(f"• {name}" in words for name in page._use.served["g63"].letters)
    sheet.reject()
    assert "Steps to do it yourself" in " ".join(looks.visible_words(opened(page, "g40")))


def test_it_is_worked_out_once_until_there_are_other_steps(page: GuidancePage, desk: Desk, settle: Settle) -> None:
    first = page._use
    assert first is not None
    person.add_accounts(desk.bench.vault, ["linkedin"])
    lines = list(page._lines)
    desk.changed.emit(Changes(accounts=True), None)
    settle()
    assert page._use is not None and page._use.served is first.served
    assert page._use.mine == {"facebook", "linkedin"}
    assert page._lines == lines, "nothing moves under whoever reads"
    desk.bench.renew_checklists()
    desk.changed.emit(Changes(steps=True), None)
    settle()
    assert page._use.served is not first.served and page._use.served == first.served


def test_the_page_can_be_read_before_that_is_known(desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    made = GuidancePage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made._show(_Read(checklists.load_guidance()[0], "your manager"))
    line = made.findChild(RuleCard)
    assert line is not None and made._use is None
    first = next(iter(line.rows.values()))
    assert first.look.pill == ""
    first.click()
    assert made.findChild(ServesSheet) is None
    made.show()
    settle()
    assert made.findChild(ServesSheet) is not None, "the wish is kept until it can be met"


# -- finding -------------------------------------------------------------------------------------------


def test_a_search_finds_words_and_says_when_there_are_none(page: GuidancePage) -> None:
    words = type_in(page, "password")
    assert any(one.endswith("lines have “password”") for one in words)
    assert page.findChildren(StatementCard)
    assert any(one.startswith("Found in: ") for one in words)
    assert "Nothing in the guidance has these words" in type_in(page, "zyzzyva")
    assert page.escape() and page.search_box.text() == ""
    assert not page.escape()


def test_words_are_found_in_any_part_and_the_part_is_said() -> None:
    guidance = Guidance(
        sections=[Section(id="1", title="Photos")],
        statements=[
            GuidanceStatement(
                id="g1", section="1", kind=Serving.TEXT, short="Apples", text="Pears and plums",
                now="Quinces", now_source="Orchard Example", now_seen=date(2026, 1, 2),
            ),
            GuidanceStatement(id="g2", section="1", kind=Serving.TEXT, short="Pears", text="Cherries"),
        ],
    )  # fmt: skip
    assert [(one.statement.id, one.parts) for one in find(guidance, "PEARS")] == [("g1", ("text",)), ("g2", ("short",))]
    assert [one.words for one in find(guidance, "quinc")] == ["Found in: what stands today"]
    assert [one.words for one in find(guidance, "orchard plums")] == ["Found in: the guidance, where that comes from"]
    assert [one.statement.id for one in find(guidance, "photos cherries")] == ["g2"]
    assert find(guidance, "pears figs") == () == find(guidance, "  ")


def test_what_was_found_stands_in_bold() -> None:
    assert mark("Your password and Passwords.", "pass") == "Your **password** and **Passwords**."
    assert mark("Nothing here", "pass") == "Nothing here"
    assert mark("A * is left alone", "left") == "A * is left alone"
    assert mark("a+b (c)", "+ (") == "**a+b** **(c**)"


def test_a_section_chosen_while_searching_ends_the_search(page: GuidancePage) -> None:
    type_in(page, "password")
    page.sections.setCurrentIndex(3)
    page._choose_section(page.sections.value)
    assert page.search_box.text() == "" and not page._pause.isActive()


# -- looks, keyboard, speed ----------------------------------------------------------------------------


@pytest.mark.parametrize("at", range(12))
def test_no_section_is_too_full_or_hard_to_read(at: int, page: GuidancePage) -> None:
    page.sections.setCurrentIndex(at)
    page._choose_section(page.sections.value)
    looks.settle()
    assert page.sections.value == RULES or page.findChildren(StatementCard)
    assert looks.problems(page) == []


@pytest.mark.parametrize("dark", looks.THEMES)
@pytest.mark.parametrize("size", looks.SIZES, ids=lambda size: f"{size.width}x{size.height}@{size.scale}")
def test_it_looks_right_with_what_serves_it(
    size: looks.Size, dark: bool, desk: Desk, vault: Vault, qtbot: QtBot, settle: Settle
) -> None:
    person.add_accounts(vault, ["facebook"])
    with looks.themed(dark, size.scale):
        page = GuidancePage(desk)
        qtbot.addWidget(page)
        looks.show_at(page, size)
        settle()
        assert looks.problems(page) == []
        type_in(page, "password")
        assert looks.problems(page) == []
        for statement in ("g07", "g26", "g63"):
            sheet = opened(page, statement)
            assert looks.clipped_labels(sheet) == [] and looks.unnamed_or_small(sheet) == []
            assert looks.hard_to_read(sheet) == [] and looks.too_wide(sheet) == []
            sheet.reject()


def test_the_keyboard_alone_is_enough(page: GuidancePage) -> None:
    assert looks.out_of_reach(page) == []
    sheet = opened(page, "g26")
    assert looks.out_of_reach(sheet) == []
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_reading_what_serves_it_never_holds_up_the_window(desk: Desk, page: GuidancePage) -> None:
    def act() -> None:
        desk.bench.renew_checklists()
        desk.changed.emit(Changes(steps=True), None)

    assert longest_stall(act, lambda: not desk.lanes.busy, times=5) < MOST_MS
