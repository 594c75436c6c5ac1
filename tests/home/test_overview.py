"""The one next thing: unfinished before overdue before due soon before put off; counts that add up; nothing hidden."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from footprint import checklists, home, log, paths, person, search
from footprint.checklists import Decision, Library
from footprint.dates import local_day
from footprint.home import Kind, Urgency
from footprint.reminders import events
from footprint.search import Saw
from footprint.vault import Vault
from tests.conftest import FakeClock


@pytest.fixture(scope="module")
def library() -> Library:
    return checklists.load(paths.shipped("checklists"))


def today(vault: Vault) -> date:
    return local_day(vault.now())


def see(vault: Vault, library: Library, months: int = 6) -> home.Overview:
    return home.overview(vault, library, today(vault), months)


def answer_all(vault: Vault, library: Library, network_id: str, *, up_to: int = 99) -> None:
    network = library.network(network_id)
    states = [one for one in checklists.states(network, {}, today(vault)) if one.check.essential]
    for one in states[:up_to]:
        choices = [choice.id for choice in one.check.choices]
        safer = next((choice for choice in choices if checklists.is_safer(one.check, choice)), choices[0])
        checklists.answer(vault, network, one.check, safer)


def test_a_new_person_is_asked_to_start_with_their_name(vault: Vault, library: Library) -> None:
    seen = see(vault, library)
    assert seen.new and seen.next is not None
    assert (seen.next.kind, seen.next.place, seen.next.minutes) == (Kind.NAME, "search", 2)
    assert seen.open_things == 0 and not seen.due


def test_an_unfinished_checklist_comes_first_and_names_the_next_check(vault: Vault, library: Library) -> None:
    person.add_account(vault, "facebook")
    answer_all(vault, library, "facebook", up_to=3)
    log.add(vault, log.New(title="An old photo", due=today(vault) - timedelta(days=1)))
    seen = see(vault, library)
    assert not seen.new and seen.next is not None
    assert seen.next.key == "checklist:facebook" and seen.next.urgency is Urgency.UNFINISHED
    assert (seen.next.done, seen.next.total) == (3, 12)
    assert "9 checks left." in seen.next.reason and "Next:" in seen.next.reason
    assert seen.next.minutes >= 1


def test_a_life_event_that_was_begun_comes_before_other_unfinished_things(vault: Vault, library: Library) -> None:
    person.add_account(vault, "facebook")
    answer_all(vault, library, "facebook", up_to=3)
    begun = events.begin(vault, "complaint").value
    seen = see(vault, library)
    assert seen.next is not None and (seen.next.key, seen.next.place) == ("life:complaint", "events")
    assert seen.next.details == {"event": "complaint"} and "Do not delete anything" in seen.next.reason
    events.finish(vault, begun.id)
    after = see(vault, library).next
    assert after is not None and after.key == "checklist:facebook"


def test_what_is_overdue_comes_before_what_is_due_soon(vault: Vault, library: Library) -> None:
    log.add(vault, log.New(title="Soon", due=today(vault) + timedelta(days=3)))
    log.add(vault, log.New(title="Overdue", due=today(vault) - timedelta(days=3)))
    log.add(vault, log.New(title="Far off", due=today(vault) + timedelta(days=90)))
    seen = see(vault, library)
    assert [one.title for one in seen.due] == ["Overdue", "Soon"]
    assert [one.title for one in seen.suggestions][:2] == ["Overdue", "Soon"]


def test_the_number_counts_items_to_go_and_settings_that_are_less_safe(vault: Vault, library: Library) -> None:
    person.add_account(vault, "facebook")
    network = library.network("facebook")
    check = next(
        one for one in network.checks if one.essential and not all(checklists.is_safer(one, c.id) for c in one.choices)
    )
    worse = next(choice.id for choice in check.choices if not checklists.is_safer(check, choice.id))
    checklists.answer(vault, network, check, worse)
    items = [log.add(vault, log.New(title=f"Thing {n}")).value for n in range(3)]
    log.move(vault, [items[0].id], log.State.DECIDED)
    log.move(vault, [items[0].id], log.State.GONE)
    log.move(vault, [items[1].id], log.State.KEPT)
    seen = see(vault, library)
    assert (seen.open_items, seen.open_settings, seen.open_things) == (1, 1, 2)


def test_a_setting_kept_by_choice_is_not_counted_and_not_nagged_about(vault: Vault, library: Library) -> None:
    person.add_account(vault, "facebook")
    network = library.network("facebook")
    check = next(
        one for one in network.checks if one.essential and not all(checklists.is_safer(one, c.id) for c in one.choices)
    )
    worse = next(choice.id for choice in check.choices if not checklists.is_safer(check, choice.id))
    checklists.answer(vault, network, check, worse, decision=Decision.KEEP)
    assert see(vault, library).open_settings == 0


def test_a_search_that_did_not_work_is_never_a_search(vault: Vault, library: Library, clock: FakeClock) -> None:
    person.add_detail(vault, person.DetailKind.NAME, "Ada Example")
    words = search.hand_offs(vault, engine="google")[0].words
    search.record_look(vault, "google", words, turned_away=True)
    seen = see(vault, library)
    assert seen.last_run is not None and not seen.last_run.outcome.searched
    suggestion = next(one for one in seen.suggestions if one.kind is Kind.SEARCH)
    assert "nothing was searched" in suggestion.reason


def test_a_search_is_due_again_after_the_months_chosen(vault: Vault, library: Library, clock: FakeClock) -> None:
    person.add_detail(vault, person.DetailKind.NAME, "Ada Example")
    words = search.hand_offs(vault, engine="google")[0].words
    search.record_look(vault, "google", words, [Saw.PHOTO])
    assert not [one for one in see(vault, library, 3).suggestions if one.kind is Kind.SEARCH]
    clock.advance(days=100)
    due = next(one for one in see(vault, library, 3).suggestions if one.kind is Kind.SEARCH)
    assert due.urgency is Urgency.OVERDUE
    assert not [one for one in see(vault, library, 0).suggestions if one.kind is Kind.SEARCH]


def test_not_looked_at_is_said_and_never_counted_as_done(vault: Vault, library: Library) -> None:
    person.add_accounts(vault, ["facebook", "whatsapp"])
    answer_all(vault, library, "facebook")
    seen = see(vault, library)
    whatsapp = next(one for one in seen.networks if one.network == "whatsapp")
    assert whatsapp.state is checklists.State.NOT_STARTED and whatsapp.not_looked_at == whatsapp.total
    assert any(one.key == "checklist:whatsapp" for one in seen.suggestions)
    assert not any(one.key == "checklist:facebook" for one in seen.suggestions)
    assert seen.nothing_due_until is not None


def test_remind_me_tomorrow_holds_until_tomorrow_and_can_be_undone(
    vault: Vault, library: Library, clock: FakeClock
) -> None:
    start = see(vault, library).next
    assert start is not None
    done = home.tomorrow(vault, start.key, today(vault))
    assert see(vault, library).next != start
    undone = vault.undo(done.undo)
    assert see(vault, library).next == start
    vault.undo(undone)
    clock.advance(days=1)
    assert see(vault, library).next == start


def test_the_trend_has_one_point_a_month_and_says_what_changed(
    vault: Vault, library: Library, clock: FakeClock
) -> None:
    for month, count in enumerate((7, 12, 5)):
        if month:
            clock.advance(days=31)
        home.keep_count(vault, today(vault), count + 1)
        home.keep_count(vault, today(vault), count)
    clock.advance(days=31)
    seen = see(vault, library)
    assert [one.count for one in seen.trend] == [7, 12, 5, 0]
    assert seen.trend_words.startswith("5 fewer than in ")


def test_badges_count_what_can_be_done_now(vault: Vault, library: Library) -> None:
    person.add_accounts(vault, ["facebook", "whatsapp"])
    answer_all(vault, library, "facebook", up_to=2)
    one = log.add(vault, log.New(title="Mine", origin=log.Origin.KNOWN, contact="Bo")).value
    log.add(vault, log.New(title="Another"))
    log.move(vault, [one.id], log.State.ASKED)
    assert home.badges(vault, library, today(vault)) == {"checklists": 1, "search": 0, "remove": 1}


def test_nothing_due_until_counts_an_answer_that_is_waited_for(vault: Vault, library: Library) -> None:
    item = log.add(vault, log.New(title="An old photo", origin=log.Origin.KNOWN)).value
    log.move(vault, [item.id], log.State.ASKED)
    log.add(vault, log.New(title="Later", due=today(vault) + timedelta(days=60)))
    assert see(vault, library).nothing_due_until == today(vault) + timedelta(days=log.REPLY_DAYS)
