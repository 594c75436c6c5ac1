"""A search through a real door to a web on this computer, orderly and not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footprint import person, search, web
from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from footprint.person import DetailKind
from footprint.search import Outcome
from footprint.vault import Vault
from tests.ui.heartbeat import MOST_MS, longest_stall
from tests.ui.search.conftest import rest
from ui.desk import Desk
from ui.help.texts import topics
from ui.search.for_me import ForMe
from ui.search.outcome import OutcomeCard
from ui.search.page import SearchPage, Stage
from ui.search.sending import Sending
from ui.search.ways import Ways
from ui.search.wish import Wish

Open = Callable[[Desk], SearchPage]
BLUESKY, GITHUB = "public.api.bsky.app", "api.github.com"


@pytest.fixture
def page(online: Desk, open_page: Open) -> SearchPage:
    return open_page(online)


@pytest.fixture
def sending(page: SearchPage, online: Desk, qtbot: QtBot) -> Sending:
    """The preview, reached as a person reaches it."""
    assert page.stage is Stage.WAYS and isinstance(page.part, Ways)
    page.part.rows[Stage.PLAN].click()
    rest(online, qtbot)
    page.primary.click()
    rest(online, qtbot)
    assert isinstance(page.part, Sending)
    return page.part


def words_of(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(QWidget) if hasattr(one, "text") and one.isVisible())


def press(page: SearchPage, desk: Desk, qtbot: QtBot) -> OutcomeCard:
    page.primary.click()
    qtbot.waitUntil(lambda: isinstance(page.part, OutcomeCard), timeout=20_000)
    rest(desk, qtbot)
    assert isinstance(page.part, OutcomeCard)
    return page.part


def test_it_says_which_sources_need_nothing_and_how_to_set_up_the_others(
    page: SearchPage, online: Desk, qtbot: QtBot
) -> None:
    page.show_stage(Stage.PLAN)
    rest(online, qtbot)
    assert "Asked, one question at a time each: Bluesky and GitHub." in words_of(page)
    page.part.missing.set_open(True)
    assert "Brave Search" in words_of(page) and "SearXNG" in words_of(page)


def test_nothing_leaves_before_the_press(sending: Sending, loopback: LoopbackWeb, ada: Vault) -> None:
    assert loopback.asked == []
    assert sending.preview.numbers()
    assert all(part.keep and part.why and part.url for part in sending.preview._parts)
    sending.preview.stop_button.click()
    assert loopback.asked == [] and web.entries(ada) == ()


def test_only_the_lines_that_are_on_are_sent(
    sending: Sending, page: SearchPage, loopback: LoopbackWeb, online: Desk, qtbot: QtBot
) -> None:
    for group in sending.preview.groups:
        if BLUESKY in group.lines[0].to:
            for tick in group.ticks.values():
                if tick.isChecked():
                    tick.click()
    press(page, online, qtbot)
    assert {one.host for one in loopback.asked} == {GITHUB}


def test_a_search_ends_in_results_to_sort(
    sending: Sending, page: SearchPage, online: Desk, qtbot: QtBot, ada: Vault
) -> None:
    card = press(page, online, qtbot)
    assert card.banner.tone == "ok" and not card.failed
    assert "left to sort" in card.left.text()
    page.primary.click()
    rest(online, qtbot)
    assert page.stage is Stage.SORT and page.part.found


@pytest.mark.parametrize(
    ("how", "outcome"),
    [
        ("blocked", Outcome.BLOCKED),
        ("broken", Outcome.NETWORK_ERROR),
        ("garbage", Outcome.UNREADABLE),
        ("hangs_up", Outcome.NETWORK_ERROR),
    ],
)
def test_a_source_that_misbehaves_is_named_and_never_clean(
    sending: Sending,
    page: SearchPage,
    loopback: LoopbackWeb,
    online: Desk,
    qtbot: QtBot,
    how: str,
    outcome: Outcome,
) -> None:
    loopback.misbehave(BLUESKY, how)
    loopback.misbehave(GITHUB, how)
    card = press(page, online, qtbot)
    assert {group.outcome for group in card.groups} == {outcome}
    assert card.banner.tone == "warn"
    shown = words_of(page)
    assert "Nothing found" not in shown and "good news" not in shown
    assert "This was not searched" in shown


def test_only_the_lines_that_failed_are_tried_again(
    sending: Sending, page: SearchPage, loopback: LoopbackWeb, online: Desk, qtbot: QtBot
) -> None:
    loopback.misbehave(GITHUB, "broken")
    card = press(page, online, qtbot)
    assert [group.source for group in card.groups] == ["GitHub", "Bluesky"]  # what failed comes first
    loopback.behave(GITHUB)
    before = len(loopback.asked)
    card.retry.click()
    rest(online, qtbot)
    assert isinstance(page.part, Sending)
    assert len(loopback.asked) == before  # a new preview: nothing is sent by asking for it
    assert {GITHUB in part.to for part in page.part.preview._parts} == {True}
    press(page, online, qtbot)
    assert {one.host for one in loopback.asked[before:]} == {GITHUB}


def test_a_slow_source_leaves_the_window_to_the_person_and_can_be_stopped(
    sending: Sending,
    page: SearchPage,
    loopback: LoopbackWeb,
    online: Desk,
    qtbot: QtBot,
) -> None:
    loopback.misbehave(GITHUB, "slow")
    page.primary.click()
    qtbot.waitUntil(lambda: page.part.working.isVisible(), timeout=5_000)
    qtbot.waitUntil(lambda: any(one.host == GITHUB for one in loopback.asked), timeout=10_000)
    assert page.escape()
    qtbot.waitUntil(lambda: isinstance(page.part, OutcomeCard), timeout=10_000)
    rest(online, qtbot)
    shown = words_of(page)
    assert "The search was stopped" in shown
    assert "What came back is kept" in shown and "may be missing" in shown
    assert search.findings(online.bench.vault)  # what Bluesky gave before the stop


def test_a_slow_source_never_stalls_the_window(
    sending: Sending, page: SearchPage, loopback: LoopbackWeb, online: Desk, qtbot: QtBot
) -> None:
    loopback.misbehave(GITHUB, "slow")
    page.primary.click()
    qtbot.waitUntil(lambda: any(one.host == GITHUB for one in loopback.asked), timeout=10_000)
    assert longest_stall(lambda: None, lambda: True) < MOST_MS  # several looks at it, a third of a second each
    assert page.escape()
    qtbot.waitUntil(lambda: isinstance(page.part, OutcomeCard), timeout=10_000)
    rest(online, qtbot)


def test_the_switch_in_settings_leaves_the_other_way(page: SearchPage, online: Desk, qtbot: QtBot) -> None:
    online.bench.settings.change(never_use_internet=True)
    online.settings_changed.emit(online.bench.settings.now)
    rest(online, qtbot)
    assert "The internet is switched off" in page.part.rows[Stage.PLAN].accessibleDescription()
    assert page.primary.text() == "Look in my browser"
    page.show_stage(Stage.PLAN)
    rest(online, qtbot)
    assert "The internet is switched off" in words_of(page)
    page.primary.click()
    assert page.stage is Stage.BY_HAND


def test_work_is_left_out_until_the_person_looks_from_there(
    page: SearchPage, online: Desk, qtbot: QtBot, ada: Vault
) -> None:
    person.add_detail(ada, DetailKind.EMPLOYER, "Exampleshire Council")
    search.give(ada, next(one for one in online.bench.providers if one.name == "searxng"), "https://search.example")
    for from_work in (False, True):
        page.show_stage(Stage.WAYS)
        page.show_stage(Stage.PLAN)
        rest(online, qtbot)
        assert page.part.wishes.from_work.isVisible() and not page.part.wishes.from_work.isChecked()
        if from_work:
            page.part.wishes.from_work.click()
        page.primary.click()
        rest(online, qtbot)
        lines = [part.words for part in page.part.preview._parts]
        assert any("Exampleshire" in words for words in lines) is from_work


def test_going_elsewhere_and_back_finds_the_search_still_running(
    sending: Sending, page: SearchPage, loopback: LoopbackWeb, qtbot: QtBot
) -> None:
    loopback.misbehave(GITHUB, "silent")
    loopback.misbehave(BLUESKY, "silent")
    page.primary.click()
    qtbot.waitUntil(lambda: bool(loopback.asked), timeout=5_000)
    page.show_at(stage="sort")
    assert page.part is sending
    page.back()  # stops it rather than losing it
    qtbot.waitUntil(lambda: isinstance(page.part, OutcomeCard), timeout=10_000)
    assert page.part.banner.tone == "warn"


def planning(page: SearchPage, desk: Desk, qtbot: QtBot) -> ForMe:
    page.show_stage(Stage.PLAN)
    rest(desk, qtbot)
    assert isinstance(page.part, ForMe)
    return page.part


def test_what_else_a_search_should_do_is_chosen_for_this_once(
    page: SearchPage, online: Desk, qtbot: QtBot, ada: Vault
) -> None:
    person.add_detail(ada, DetailKind.EMAIL, "ada@mail.example")
    part = planning(page, online, qtbot)
    wishes = part.wishes
    assert part.wish() == Wish()
    part.budget.choices.cards["12"].click()
    wishes.more.click()
    wishes.team.setText("Otherton Team")
    assert wishes.contacts is not None
    wishes.contacts.cards["ada@mail.example"].click()
    chosen = search.Options(team="Otherton Team", budget=12, more=True, contacts=("ada@mail.example",))
    assert part.wish() == Wish(chosen)
    page.primary.click()
    qtbot.waitUntil(lambda: isinstance(page.part, Sending))
    rest(online, qtbot)
    assert any(line.startswith("About ") and "minute" in line for line in words_of(page).splitlines())
    page.back()  # to what was chosen, but an e-mail address is asked about anew
    rest(online, qtbot)
    assert isinstance(page.part, ForMe)
    assert page.part.wish() == Wish(replace(chosen, contacts=()))
    page.back()
    assert planning(page, online, qtbot).wish() == Wish()


def test_the_budget_and_what_is_in_it_follow_each_choice(
    page: SearchPage, online: Desk, qtbot: QtBot, ada: Vault
) -> None:
    search.give(ada, next(one for one in online.bench.providers if one.name == "searxng"), "https://search.example")
    person.add_detail(ada, DetailKind.FORMER_NAME, "Ada Sample", searchable=True)
    part = planning(page, online, qtbot)
    before = part.budget_words.text()
    assert before.startswith("About ") and "your town" in part.holds.text() and "your former name" in part.holds.text()
    assert "your team" not in part.holds.text()
    part.wishes.team.setText("Otherton Team")
    part.wishes.team.textEdited.emit("Otherton Team")
    qtbot.waitUntil(lambda: "your team" in part.holds.text(), timeout=5_000)
    part.budget.choices.cards["12"].click()
    qtbot.waitUntil(lambda: part.budget_words.text().startswith("About 12 questions"), timeout=5_000)


def test_the_heading_says_where_one_is_and_the_way_back_is_always_there(
    page: SearchPage, online: Desk, qtbot: QtBot
) -> None:
    planning(page, online, qtbot)
    assert page.heading.text() == "Search for me"
    assert page.way_back.isVisible() and page.way_back.text() == "All ways to look"
    page.way_back.click()
    assert page.stage is Stage.WAYS and page.heading.text() == "Search my name" and not page.way_back.isVisible()


def test_what_did_not_work_is_asked_again_as_it_was_wished_for(
    page: SearchPage, online: Desk, qtbot: QtBot, ada: Vault, loopback: LoopbackWeb
) -> None:
    """A team, or an e-mail address that got a yes, is in the lines that are tried again."""
    search.give(ada, next(one for one in online.bench.providers if one.name == "searxng"), "https://search.example")
    loopback.misbehave("search.example", "broken")
    wish = Wish(search.Options(team="Otherton Team", from_work=True))
    plan = wish.plan(online.bench)
    team = next(line for line in plan.lines if "Otherton Team" in line.words)
    page.show_plan(plan.only([team.number]), wish)
    rest(online, qtbot)
    card = press(page, online, qtbot)
    assert [look.words for look in card.failed] == [team.words]
    card.retry.click()
    rest(online, qtbot)
    assert isinstance(page.part, Sending)
    assert [part.words for part in page.part.preview._parts] == [team.words]


def test_a_search_that_was_stopped_goes_on_where_it_was(
    page: SearchPage, loopback: LoopbackWeb, online: Desk, qtbot: QtBot, ada: Vault
) -> None:
    loopback.misbehave(GITHUB, "silent")
    page.show_plan(Wish().plan(online.bench))
    rest(online, qtbot)
    page.primary.click()
    qtbot.waitUntil(lambda: any(one.host == GITHUB for one in loopback.asked), timeout=10_000)
    page.escape()
    qtbot.waitUntil(lambda: isinstance(page.part, OutcomeCard), timeout=10_000)
    rest(online, qtbot)
    loopback.behave(GITHUB)
    stopped = search.unfinished(ada)
    assert stopped is not None
    page.show_stage(Stage.WAYS)
    rest(online, qtbot)
    assert "Your last search was stopped" in words_of(page)
    assert page.part.rows[Stage.PLAN].look.pill == "Stopped"
    page.primary.click()
    rest(online, qtbot)
    assert isinstance(page.part, Sending)
    assert {BLUESKY in part.to for part in page.part.preview._parts} == {False}  # it has answered before
    card = press(page, online, qtbot)
    assert search.unfinished(ada) is None
    assert card.failed == ()
    runs = [one for one in search.runs(ada) if not one.by_hand]
    assert [one.id for one in runs] == [stopped.id]  # it is one and the same search


def test_the_rest_is_asked_from_the_outcome_as_well(
    page: SearchPage, loopback: LoopbackWeb, online: Desk, qtbot: QtBot, ada: Vault
) -> None:
    loopback.misbehave(GITHUB, "silent")
    page.show_plan(Wish().plan(online.bench))
    rest(online, qtbot)
    page.primary.click()
    qtbot.waitUntil(lambda: any(one.host == GITHUB for one in loopback.asked), timeout=10_000)
    page.escape()
    qtbot.waitUntil(lambda: isinstance(page.part, OutcomeCard), timeout=10_000)
    rest(online, qtbot)
    page.part.rest.click()
    rest(online, qtbot)
    assert isinstance(page.part, Sending) and page.part.preview.numbers()


def without_two(visit: Visit) -> None:
    """A SearXNG server of which two engines were turned away."""
    found = {
        "results": [{"url": "https://club.example/a", "title": "Ada Example", "content": "Netball"}],
        "unresponsive_engines": [["google", "CAPTCHA"], ["bing", "timeout"]],
    }
    visit.send(200, json.dumps(found).encode(), "application/json")


def test_engines_that_did_not_answer_are_named_and_it_is_only_part_of_a_search(
    page: SearchPage, online: Desk, qtbot: QtBot, ada: Vault, loopback: LoopbackWeb
) -> None:
    server = "search.example"
    search.give(ada, next(one for one in online.bench.providers if one.name == "searxng"), f"https://{server}")
    loopback.misbehave(server, without_two)
    plan = Wish().plan(online.bench)
    page.show_plan(plan.only([line.number for line in plan.lines if line.provider == "searxng"][:2]))
    rest(online, qtbot)
    card = press(page, online, qtbot)
    shown = words_of(page)
    assert "These engines did not answer: google, bing." in shown
    assert "Only part of it worked" in shown
    assert card.banner.tone == "warn"
    assert "2 lines were answered in part, so something may be missing." in shown


def test_kept_copies_of_a_result_are_asked_for_after_a_preview(
    page: SearchPage, online: Desk, qtbot: QtBot, ada: Vault, loopback: LoopbackWeb
) -> None:
    search.add_pasted(ada, "https://club.example/results Ada Example, Otherton netball results")
    page.show_stage(Stage.SORT)
    rest(online, qtbot)
    page.part.result.copies_button.click()
    rest(online, qtbot)
    assert isinstance(page.part, Sending) and page.heading.text() == "Kept copies of a page"
    assert [part.words for part in page.part.preview._parts] == ["https://club.example/results"]
    assert loopback.asked == []
    page.part.preview.stop_button.click()
    rest(online, qtbot)
    assert page.stage is Stage.SORT
    page.part.result.copies_button.click()
    rest(online, qtbot)
    press(page, online, qtbot)
    assert {one.host for one in loopback.asked} == {"web.archive.org"}


def test_offline_kept_copies_are_not_asked_for(page: SearchPage, online: Desk, qtbot: QtBot, ada: Vault) -> None:
    search.add_pasted(ada, "https://club.example/results Ada Example, Otherton netball results")
    online.bench.settings.change(never_use_internet=True)
    said: list[str] = []
    online.said.connect(lambda words, _undo: said.append(words))
    page.show_stage(Stage.SORT)
    rest(online, qtbot)
    page.part.result.copies_button.click()
    rest(online, qtbot)
    assert page.stage is Stage.SORT and said == ["The internet is switched off in Settings."]


def test_f1_tells_of_the_stage_one_is_in(page: SearchPage, online: Desk, qtbot: QtBot) -> None:
    for stage, topic in ((Stage.WAYS, "search"), (Stage.PLAN, "search_plan"), (Stage.PROBES, "search_sites")):
        page.show_stage(stage)
        rest(online, qtbot)
        assert page.help_topic == topic and topic in topics()
