"""Home: numbers that add up and lead to exactly those things, putting off, 15 minutes, and its quiet states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from footprint import home, log, person, search
from footprint.dates import local_day
from footprint.person import DetailKind, Role
from footprint.workbench import Workbench
from tests.ui import looks
from ui.desk import Desk
from ui.home.cards import DueCard, ItemsCard, LastSearchCard, ProgressCard, ThingsCard
from ui.home.happened import HappenedPage
from ui.home.hero import HeroCard
from ui.home.page import HomePage
from ui.kit.buttons import Btn
from ui.kit.progress import Progress
from ui.kit.rows import RowButton
from ui.kit.text import IconLabel

Went = list[tuple[str, dict[str, object]]]


@pytest.fixture
def went(desk: Desk) -> Went:
    heard: Went = []
    desk.went.connect(lambda place, details: heard.append((place, details)))
    return heard


@pytest.fixture
def rest(desk: Desk, qtbot: QtBot) -> Callable[[], None]:
    def wait() -> None:
        qtbot.waitUntil(lambda: not desk.lanes.busy)
        looks.settle()

    return wait


@pytest.fixture
def home_page(desk: Desk, qtbot: QtBot) -> HomePage:
    page = HomePage(desk)
    page.resize(1000, 800)
    qtbot.addWidget(page)
    return page


def press(page: object, words: str) -> None:
    found = [one for one in page.findChildren(Btn) if one.text() == words and one.isVisible()]  # type: ignore[attr-defined]
    assert found, words
    found[0].click()


def test_a_new_home_has_one_thing_to_do_and_no_empty_cards(home_page: HomePage, rest: Callable, went: Went) -> None:
    home_page.show()
    rest()
    hero = home_page.findChild(HeroCard)
    assert hero is not None and home_page.primary is hero.primary
    assert home_page.findChild(DueCard) is None and home_page.findChild(ProgressCard) is None
    assert "Start with your name" in looks.visible_words(home_page)
    hero.primary.click()
    assert went == [("search", {})]


def test_the_numbers_add_up_and_lead_to_exactly_those_things(
    home_page: HomePage, rest: Callable, went: Went, bench: Workbench
) -> None:
    vault = bench.vault
    items = [log.add(vault, log.New(title=f"Thing {n}", origin=log.Origin.KNOWN)).value for n in range(5)]
    log.move(vault, [items[0].id], log.State.DECIDED)
    log.move(vault, [items[0].id], log.State.ASKED)
    log.move(vault, [items[1].id], log.State.GONE)
    home_page.show()
    rest()
    card = home_page.findChild(ThingsCard)
    rows = card.findChildren(RowButton)
    assert sum(int(row.look.pill) for row in rows) == 4
    for row in rows:
        row.click()
    today = local_day(vault.now())
    listed = 0
    for place, details in went:
        assert place == "remove"
        listed += log.count(vault, log.Query(group=log.Group(details["status"])), today)
    assert listed == 4
    states = home_page.findChild(ItemsCard).findChildren(RowButton)
    assert sum(int(row.look.pill) for row in states) == 5


def test_put_off_is_gone_until_tomorrow_and_comes_back_with_undo(
    home_page: HomePage, rest: Callable, desk: Desk, bench: Workbench
) -> None:
    log.add(bench.vault, log.New(title="A day passed", due=local_day(bench.vault.now()) - timedelta(days=1)))
    home_page.show()
    rest()
    assert "A day passed" in looks.visible_words(home_page.findChild(HeroCard))
    press(home_page, "Remind me tomorrow")
    rest()
    assert "A day passed" not in looks.visible_words(home_page.findChild(HeroCard))
    desk.undo()
    rest()
    assert "A day passed" in looks.visible_words(home_page.findChild(HeroCard))


def test_three_rows_are_due_and_the_rest_is_folded(home_page: HomePage, rest: Callable, bench: Workbench) -> None:
    today = local_day(bench.vault.now())
    for n in range(6):
        log.add(bench.vault, log.New(title=f"Due {n}", due=today))
    home_page.show()
    rest()
    card = home_page.findChild(DueCard)
    assert len([row for row in card.findChildren(RowButton) if row.isVisible()]) == 3
    press(card, "See all 6")
    looks.settle()
    assert len([row for row in card.findChildren(RowButton) if row.isVisible()]) == 6


def test_fifteen_minutes_goes_to_the_checks_that_matter_most(home_page: HomePage, rest: Callable, went: Went) -> None:
    home_page.show()
    rest()
    press(home_page, "I have 15 minutes")
    assert went == [("checklists", {"view": "quick"})]


def test_a_network_not_looked_at_is_said_to_be(home_page: HomePage, rest: Callable, bench: Workbench) -> None:
    person.add_account(bench.vault, "facebook")
    log.add(bench.vault, log.New(title="Something"))
    home_page.show()
    rest()
    bars = {bar.label.text(): bar.words.text() for bar in home_page.findChild(ProgressCard).findChildren(Progress)}
    assert bars == {"Facebook": "Not looked at", "Name search": "Not looked at"}


def test_the_greeting_has_a_name_only_when_one_was_typed(home_page: HomePage, rest: Callable, bench: Workbench) -> None:
    home_page.show()
    rest()
    assert "," not in home_page.heading.text()
    person.add_detail(bench.vault, DetailKind.NAME, "Ada Example", given="Ada", family="Example")
    home_page.reload()
    rest()
    assert home_page.heading.text().endswith(", Ada")


@pytest.mark.parametrize("role", list(Role))
def test_the_calm_page_names_whom_this_person_tells(
    role: Role, desk: Desk, bench: Workbench, rest: Callable, qtbot: QtBot, went: Went
) -> None:
    person.set_profile(bench.vault, role=role)
    page = HappenedPage(desk)
    qtbot.addWidget(page)
    page.show()
    rest()
    page.choose(2)
    rest()
    assert any(role.turns_to in words for words in looks.visible_words(page))
    page.primary.click()
    assert went == [("incidents", {"kind": "contact"})]


def test_all_done_says_until_when_and_offers_nothing(desk: Desk, bench: Workbench, qtbot: QtBot) -> None:
    today = local_day(bench.vault.now())
    seen = home.overview(bench.vault, bench.checklists, today)
    done = replace(seen, new=False, suggestions=(), due=(), nothing_due_until=today + timedelta(days=10))
    hero = HeroCard(done)
    qtbot.addWidget(hero)
    hero.show()
    assert hero.primary is None
    words = looks.visible_words(hero)
    assert words[0] == "All done for now" and "26 November 2026" in words[1]


def test_a_look_that_failed_is_not_shown_as_a_clean_one(home_page: HomePage, rest: Callable, bench: Workbench) -> None:
    person.add_detail(bench.vault, DetailKind.NAME, "Ada Example")
    words = search.hand_offs(bench.vault, engine="google")[0].words
    search.record_look(bench.vault, "google", words, turned_away=True)
    home_page.show()
    rest()
    card = home_page.findChild(LastSearchCard)
    run = search.last_run(bench.vault)
    assert run.outcome.sentence in looks.visible_words(card)
    assert card.findChild(IconLabel)._name == "warn"


def test_a_refill_keeps_the_focus_on_the_same_button(
    home_page: HomePage, rest: Callable, bench: Workbench, qtbot: QtBot
) -> None:
    looks.open_window(home_page)
    rest()
    happened = next(one for one in home_page.findChildren(Btn) if one.text() == "Something has happened")
    happened.setFocus()
    log.add(bench.vault, log.New(title="Something"))
    home_page.reload()
    rest()
    now = home_page.focusWidget()
    assert isinstance(now, Btn) and now is not happened and now.text() == "Something has happened"
