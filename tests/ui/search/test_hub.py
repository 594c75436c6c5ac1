"""The hub: one next thing, and it is the right one; every way has its row, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from footprint import person, search
from footprint.demo.web import LoopbackWeb
from footprint.person import DetailKind
from footprint.search import Counts, Finding, Plan, Verdict
from footprint.vault import Vault
from tests.conftest import FakeClock
from tests.ui.search.conftest import rest
from ui.changes import Changes
from ui.desk import Desk
from ui.search.hub import WAYS, next_thing, read_hub
from ui.search.outcome import OutcomeCard
from ui.search.page import SearchPage
from ui.search.stage import NOTHING_SEEN, Stage
from ui.search.stages import STAGES
from ui.search.wish import Wish
from ui.search.wording import how_far, time_to_sort

Open = Callable[[Desk], SearchPage]
SERVER = "https://search.example"


def suggested(desk: Desk) -> tuple[str, Stage | None]:
    hub = read_hub(None, desk.bench, NOTHING_SEEN)
    one = next_thing(hub)
    return one.title, one.stage


def set_up_a_server(desk: Desk) -> None:
    search.give(desk.bench.vault, desk.bench.providers.get("searxng"), SERVER)


def look(vault: Vault, words: str = '"Ada Example"', engine: str = "google") -> None:
    search.record_look(vault, engine, words, nothing=True)


def test_who_never_looked_begins_in_the_own_browser(ada: Vault, desk: Desk) -> None:
    assert suggested(desk) == ("Look for yourself in your own browser", Stage.BY_HAND)


def test_with_a_source_for_the_open_web_the_app_can_search(ada: Vault, desk: Desk) -> None:
    set_up_a_server(desk)
    assert suggested(desk) == ("Let the app search for you", Stage.PLAN)
    desk.bench.settings.change(never_use_internet=True)
    assert suggested(desk)[1] is Stage.BY_HAND


def test_results_to_sort_come_before_another_look(results: tuple[Finding, ...], desk: Desk) -> None:
    assert suggested(desk) == ("5 results are left to sort", Stage.SORT)


def test_a_look_that_was_begun_is_gone_on_with(ada: Vault, desk: Desk) -> None:
    first = search.hand_offs(ada, engine="google")[0]
    look(ada, first.words)
    assert suggested(desk) == ("Go on looking in your own browser", Stage.BY_HAND)


def test_then_sites_then_nothing_then_again_after_three_months(ada: Vault, desk: Desk, clock: FakeClock) -> None:
    for one in search.hand_offs(ada, engine="google")[:3]:
        look(ada, one.words)
    assert suggested(desk) == ("Nothing is left to do here", None)
    person.add_detail(ada, DetailKind.HANDLE, "ada_example")
    assert suggested(desk) == ("See which sites know your username", Stage.PROBES)
    clock.advance(days=91)
    assert suggested(desk) == ("It is a while since you last looked", Stage.BY_HAND)


def stop_a_search(page: SearchPage, desk: Desk, loopback: LoopbackWeb, qtbot: QtBot, plan: Plan, wish: Wish) -> None:
    hosts = {one.host for one in plan.sendings}
    for host in hosts:
        loopback.misbehave(host, "silent")
    page.show_plan(plan, wish)
    rest(desk, qtbot)
    page.primary.click()
    qtbot.waitUntil(lambda: bool(loopback.asked), timeout=10_000)
    page.escape()
    qtbot.waitUntil(lambda: isinstance(page.part, OutcomeCard), timeout=10_000)
    rest(desk, qtbot)


def test_a_stopped_search_is_offered_also_after_the_app_was_closed(
    ada: Vault, online: Desk, open_page: Open, loopback: LoopbackWeb, qtbot: QtBot
) -> None:
    stop_a_search(open_page(online), online, loopback, qtbot, Wish().plan(online.bench), Wish())
    assert suggested(online) == ("Your last search was stopped", None)  # read without what was wished for
    fresh = open_page(online)
    rest(online, qtbot)
    fresh.primary.click()
    rest(online, qtbot)
    assert fresh.stage is Stage.SEND and fresh.part.preview.numbers()


def test_a_stopped_question_for_kept_copies_is_no_search_to_go_on_with(
    ada: Vault, online: Desk, open_page: Open, loopback: LoopbackWeb, qtbot: QtBot
) -> None:
    wish = Wish(copies_of="https://club.example/results")
    page = open_page(online)
    stop_a_search(page, online, loopback, qtbot, wish.plan(online.bench), wish)
    page.show_stage(Stage.WAYS)
    rest(online, qtbot)
    assert page.part.hero.heading.text() != "Your last search was stopped"


def test_every_stage_one_can_choose_has_a_row(ada: Vault, desk: Desk, open_page: Open, qtbot: QtBot) -> None:
    page = open_page(desk)
    assert set(page.part.rows) == {one.stage for one in WAYS} & set(STAGES)
    assert {Stage.PLAN, Stage.BY_HAND, Stage.PROBES, Stage.PICTURES, Stage.CHANGES} <= set(page.part.rows)


@pytest.mark.parametrize("stage", [one.stage for one in WAYS], ids=str)
def test_a_row_is_opened_by_enter_and_alt_left_comes_back(
    stage: Stage, ada: Vault, desk: Desk, open_page: Open, qtbot: QtBot
) -> None:
    page = open_page(desk)
    rest(desk, qtbot)
    row = page.part.rows[stage]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    rest(desk, qtbot)
    assert page.stage is stage
    page.back()
    rest(desk, qtbot)
    assert page.stage is Stage.WAYS


def test_arrows_go_from_way_to_way(ada: Vault, desk: Desk, open_page: Open, qtbot: QtBot) -> None:
    page = open_page(desk)
    rest(desk, qtbot)
    rows = list(page.part.rows.values())
    rows[0].setFocus()
    for row in rows[1:]:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
        assert row.hasFocus()


def test_what_waits_is_said_in_the_row(
    results: tuple[Finding, ...], ada: Vault, desk: Desk, open_page: Open, qtbot: QtBot
) -> None:
    for one in results:
        search.verdict(ada, one.id, Verdict.FINE)
    first = search.hand_offs(ada, engine="google")[0]
    look(ada, first.words)
    page = open_page(desk)
    page.show_stage(Stage.WAYS)
    rest(desk, qtbot)
    assert page.part.rows[Stage.BY_HAND].look.pill == "1 looked at"
    assert "Google, Bing, DuckDuckGo and" in page.part.rows[Stage.BY_HAND].look.meta


@pytest.mark.parametrize(
    ("left", "says"), [(4, "4 left, about 2 minutes."), (400, "400 left. A few at a time is fine")]
)
def test_a_lot_to_sort_is_no_reason_to_lose_heart(left: int, says: str) -> None:
    counts = Counts(15, left, 2)
    assert says in how_far(counts)
    assert ("minute" in time_to_sort(counts)) is (left < 100)


def test_the_hub_and_the_plan_follow_what_is_set_up_elsewhere(
    ada: Vault, desk: Desk, open_page: Open, qtbot: QtBot
) -> None:
    page = open_page(desk)
    rest(desk, qtbot)
    assert page.part.hero.heading.text() == "Look for yourself in your own browser"
    set_up_a_server(desk)
    desk.changed.emit(Changes(settings=True), None)
    rest(desk, qtbot)
    assert page.part.hero.heading.text() == "Let the app search for you"
    assert page.primary.text() == "See what would be asked"
    page.show_stage(Stage.PLAN)
    rest(desk, qtbot)
    assert not page.part.few.isVisible()
    search.forget(ada, desk.bench.providers.get("searxng"))
    person.add_detail(ada, DetailKind.EMAIL, "ada@mail.example")
    desk.changed.emit(Changes(settings=True, person=True), None)
    rest(desk, qtbot)
    assert page.part.few.isVisible() and page.part.wishes.for_contacts.isVisible()
    assert page.part.budget_words.text().startswith("About 2 questions")
