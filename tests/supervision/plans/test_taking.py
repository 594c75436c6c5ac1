"""Taking on a plan: what fits, all, a part or none of it, one undo, how far the person is, and putting it away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint import checklists, person, reminders
from footprint.checklists import Library
from footprint.dates import local_day
from footprint.person import AccountState
from footprint.supervision import plans
from footprint.supervision.plans import BadPlan, Choice, Opened, Plan
from footprint.vault import Vault

LIBRARY = checklists.load(Path(__file__).parents[3] / "checklists")
MADE = date(2026, 11, 10)
PLAN = Plan(
    networks=("facebook", "whatsapp", "Harriers forum"), made=MADE, search=True, by=date(2026, 12, 12), again=3,
    sender="Priya, north team", note="Take an hour for it.", prompts=("m-time", "p-who-to-tell"),
)  # fmt: skip


def opened(vault: Vault, plan: Plan = PLAN, library: Library = LIBRARY) -> Opened:
    return plans.open_plan(plans.file_of(plan), library, local_day(vault.now()))


def take(vault: Vault, choice: Choice, plan: Plan = PLAN) -> plans.Taken:
    return plans.take(vault, LIBRARY, opened(vault, plan), choice, local_day(vault.now())).value


def seen(vault: Vault) -> tuple[object, ...]:
    """All that taking on can change."""
    return (
        [one.network for one in person.accounts(vault)],
        dict(checklists.every_of(vault)),
        [(one.what, one.first) for one in reminders.own(vault)],
        plans.taken(vault),
    )


def test_an_offer_says_what_fits_and_changes_nothing(vault: Vault) -> None:
    person.add_accounts(vault, ["whatsapp"])
    before = seen(vault)
    offer = plans.offer(vault, LIBRARY, opened(vault), local_day(vault.now()))
    assert [(one.name, one.known, one.mine) for one in offer.parts] == [
        ("Facebook", True, False), ("WhatsApp", True, True), ("Harriers forum", False, False),
    ]  # fmt: skip
    assert all(one.total > 0 and not one.finished for one in offer.parts)
    assert offer.fitting.networks == ("whatsapp",)
    assert offer.everything == Choice(PLAN.networks, search=True, by=True, again=True)
    assert seen(vault) == before


def test_all_of_it_is_one_step_and_one_undo(vault: Vault) -> None:
    before, today = seen(vault), local_day(vault.now())
    offer = plans.offer(vault, LIBRARY, opened(vault), today)
    done = plans.take(vault, LIBRARY, offer.opened, offer.everything, today)
    assert [one.network for one in person.accounts(vault)] == list(PLAN.networks)
    assert checklists.every_of(vault) == {(one, ""): 3 for one in PLAN.networks}
    assert [one.first for one in reminders.own(vault)] == [PLAN.by]
    search = reminders.rhythm(vault, LIBRARY, today, 6).get("search")
    assert search is not None and search.every == reminders.Every(3)
    vault.undo(done.undo)
    assert seen(vault) == before


@pytest.mark.parametrize(
    ("choice", "networks", "days", "every"),
    [
        (Choice(("facebook",)), ["facebook"], 0, 0),
        (Choice(("facebook", "whatsapp"), by=True), ["facebook", "whatsapp"], 1, 0),
        (Choice((), search=True, again=True), [], 0, 0),
        (Choice(("whatsapp",), again=True), ["whatsapp"], 0, 1),
        (Choice(("whatsapp", "never-in-the-plan"), again=True), ["whatsapp"], 0, 1),
    ],
)
def test_a_part_is_only_that_part(vault: Vault, choice: Choice, networks: list[str], days: int, every: int) -> None:
    taken = take(vault, choice)
    assert [one.network for one in person.accounts(vault)] == networks == list(taken.networks)
    assert len(reminders.own(vault)) == days
    assert len(checklists.every_of(vault)) == every


def test_nothing_of_it_takes_nothing(vault: Vault) -> None:
    before = seen(vault)
    with pytest.raises(BadPlan, match="at least one thing"):
        take(vault, Choice(by=True, again=True))
    assert seen(vault) == before


def test_accounts_that_are_there_stay_as_they_are(vault: Vault) -> None:
    mine = person.add_account(vault, "facebook", handle="ada.example").value
    closed = person.add_account(vault, "whatsapp", state=AccountState.CLOSED).value
    take(vault, Choice(("facebook", "whatsapp")))
    assert person.accounts(vault) == (mine, closed)


def test_the_same_plan_again_takes_the_place_of_the_first(vault: Vault) -> None:
    take(vault, Choice(("facebook",), by=True))
    second = take(vault, Choice(("facebook", "whatsapp"), by=True))
    assert plans.taken(vault) == (second,)
    assert len(reminders.own(vault)) == 1
    offer = plans.offer(vault, LIBRARY, opened(vault), local_day(vault.now()))
    assert offer.before == second


def test_how_far_follows_from_the_persons_own_answers(vault: Vault) -> None:
    take(vault, Choice(("facebook", "whatsapp"), search=True, by=True))
    today = local_day(vault.now())
    (now,) = plans.standings(vault, LIBRARY, today)
    assert (now.done, now.total, now.words) == (0, 3, "0 of 3 done, by 12 December 2026.")
    network = LIBRARY.network("whatsapp")
    for check in network.checks:
        if not check.retired:
            safer = next((one for one in check.choices if one.safer), check.choices[0])
            checklists.answer(vault, network, check, safer.id)
    (now,) = plans.standings(vault, LIBRARY, today)
    assert (now.done, now.total) == (1, 3)


def test_a_plan_is_put_away_with_its_reminder_and_nothing_else(vault: Vault) -> None:
    taken = take(vault, Choice(PLAN.networks, by=True, again=True))
    done = plans.drop(vault, taken.id)
    assert not plans.taken(vault) and not reminders.own(vault)
    assert len(person.accounts(vault)) == 3 and len(checklists.every_of(vault)) == 3
    vault.undo(done.undo)
    assert plans.taken(vault) == (taken,) and len(reminders.own(vault)) == 1


def test_a_day_that_has_passed_is_not_taken_on(vault: Vault) -> None:
    late = Plan(("facebook",), made=date(2026, 1, 5), by=date(2026, 2, 5))
    found = opened(vault, late)
    assert plans.Worry.PAST in found.worries
    offer = plans.offer(vault, LIBRARY, found, local_day(vault.now()))
    assert not offer.day_counts and not offer.everything.by
    taken = take(vault, Choice(("facebook",), by=True), late)
    assert taken.by is None and not reminders.own(vault)


def test_the_reminder_leads_to_the_plan(vault: Vault) -> None:
    taken = take(vault, Choice(("facebook",), by=True))
    (own,) = reminders.own(vault)
    assert own.what == "Your plan: 1 network"
    assert plans.of_reminders(vault) == {own.key: taken.id}


@given(
    networks=st.sets(st.sampled_from(PLAN.networks)),
    search=st.booleans(),
    by=st.booleans(),
    again=st.booleans(),
)
@settings(max_examples=16, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_chosen_one_undo_takes_all_of_it_back(
    vault: Vault, networks: set[str], search: bool, by: bool, again: bool
) -> None:
    before, today = seen(vault), local_day(vault.now())
    choice = Choice(tuple(networks), search, by, again)
    if choice.nothing:
        return
    done = plans.take(vault, LIBRARY, opened(vault), choice, today)
    assert set(done.value.networks) == networks and done.value.search == search
    assert (done.value.by is not None, bool(done.value.again)) == (by, again)
    vault.undo(done.undo)
    assert seen(vault) == before
