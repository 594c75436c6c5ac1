"""Account by account: answers kept at once, reasons that lead to an action, and whose rule holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from footprint import person
from footprint.passwords import habits
from footprint.passwords.habits import OnlyHere, Reason, TwoStep
from footprint.person import Purpose
from footprint.vault import Vault
from tests.ui import looks
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.text import PlainLabel
from ui.passwords.habit import HabitView
from ui.passwords.page import PasswordsPage

Settle = Callable[[], None]


@pytest.fixture
def facebook(ada: Vault) -> str:
    return next(one.id for one in person.accounts(ada) if one.network == "facebook")


def opened(page: PasswordsPage, settle: Settle, account: str) -> HabitView:
    page.show_at(account=account)
    settle()
    assert page.habit is not None
    assert page.habit.selects
    return page.habit


def choose(view: HabitView, settle: Settle, name: str, value: str) -> None:
    view.selects[name].set_value(value)
    view.selects[name].chosen.emit(value)
    settle()


def words(view: HabitView) -> str:
    return "\n".join(one.text() for one in view.findChildren(PlainLabel))


def button(view: HabitView, text: str) -> Btn:
    return next(one for one in view.findChildren(Btn) if one.text() == text and one.isVisible())


def test_every_account_has_a_row_the_most_pressing_first(
    page: PasswordsPage, settle: Settle, ada: Vault, facebook: str
) -> None:
    linkedin = next(one.id for one in person.accounts(ada) if one.network == "linkedin")
    habits.say(ada, facebook, only_here=OnlyHere.YES, two_step=TwoStep.APP)
    habits.happened(ada, [linkedin], Reason.SPLIT_UP)
    page.reload()
    settle()
    looks_ = [row.look for row in page.accounts.rows.values()]
    assert (looks_[0].title, looks_[0].meta, looks_[0].pill) == ("LinkedIn", "Change the password", "To do")
    assert (looks_[-1].title, looks_[-1].pill) == ("Facebook", "All is well")
    assert len(looks_) == 5


def test_a_row_opens_the_account_and_back_leads_back(
    page: PasswordsPage, online: Desk, settle: Settle, facebook: str
) -> None:
    went: list[tuple[str, dict[str, object]]] = []
    online.went.connect(lambda place, details: went.append((place, details)))
    page.accounts.rows[facebook].click()
    assert went == [("passwords", {"account": facebook})]
    view = opened(page, settle, facebook)
    assert view.isVisible()
    assert not page.one.isVisible()
    assert page.primary is None
    page.back()
    assert went[-1] == ("passwords", {})
    page.show_at()
    settle()
    assert page.habit is None
    assert page.one.isVisible()
    assert page.primary is page.one.check


def test_answers_are_kept_at_once_and_lead_to_what_to_do(
    page: PasswordsPage, settle: Settle, ada: Vault, facebook: str
) -> None:
    view = opened(page, settle, facebook)
    choose(view, settle, "only_here", "no")
    assert habits.habit(ada, facebook).only_here is OnlyHere.NO
    assert view.reasons is not None
    assert view.reasons.values() == ("reused",)
    assert "Change the password" in words(view)
    button(view, "I have changed it").click()
    settle()
    assert habits.habit(ada, facebook).reasons == ()
    assert view.selects["only_here"].value == "yes"
    assert view.reasons.values() == ()


def test_the_change_leads_to_the_checklist(page: PasswordsPage, online: Desk, settle: Settle, facebook: str) -> None:
    went: list[tuple[str, dict[str, object]]] = []
    online.went.connect(lambda place, details: went.append((place, details)))
    view = opened(page, settle, facebook)
    assert view.reasons is not None
    view.reasons.cards["shared"].click()
    settle()
    button(view, "Change it on Facebook").click()
    assert went == [("checklists", {"network": "facebook", "check": "password_only_here"})]


def test_devices_are_ticked_off_with_the_day(page: PasswordsPage, settle: Settle, ada: Vault, facebook: str) -> None:
    view = opened(page, settle, facebook)
    choose(view, settle, "two_step", "app")
    button(view, "I have looked today").click()
    settle()
    assert habits.habit(ada, facebook).sessions_on is not None
    assert "Look through the devices" not in words(view)


def test_an_undo_is_shown(page: PasswordsPage, online: Desk, settle: Settle, ada: Vault, facebook: str) -> None:
    view = opened(page, settle, facebook)
    choose(view, settle, "two_step", "none")
    online.undo()
    settle()
    assert view.selects["two_step"].value == ""
    assert not habits.habit(ada, facebook).begun


def test_whose_rule_holds_depends_on_what_the_account_is_for(
    page: PasswordsPage, settle: Settle, ada: Vault, facebook: str
) -> None:
    assert "change it when there is a reason" in words(opened(page, settle, facebook))
    person.change_account(ada, facebook, purpose=Purpose.BOTH)
    said = words(opened(page, settle, facebook))
    assert "employer’s rule for passwords comes first" in said
    assert "change them often" in said
    assert "Today: National advice" in said


def test_the_way_back_in_and_the_event_are_there(
    page: PasswordsPage, online: Desk, settle: Settle, facebook: str
) -> None:
    went: list[tuple[str, dict[str, object]]] = []
    links: list[str] = []
    online.went.connect(lambda place, details: went.append((place, details)))
    online.link_asked.connect(links.append)
    view = opened(page, settle, facebook)
    button(view, "Open the page to get back in").click()
    assert links == ["https://www.facebook.com/hacked"]
    assert "Seen on 25 November 2026" in words(view)
    button(view, "My account was taken over").click()
    assert went == [("events", {"event": "taken-over"})]


@pytest.mark.parametrize("full", [False, True])
def test_it_looks_right_everywhere(full: bool, page: PasswordsPage, settle: Settle, ada: Vault, facebook: str) -> None:
    if full:
        person.change_account(ada, facebook, purpose=Purpose.BOTH)
        habits.say(ada, facebook, only_here=OnlyHere.NO, two_step=TwoStep.NONE, reasons=tuple(Reason))
    opened(page, settle, facebook)
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []


def test_a_network_without_a_way_back_of_its_own_has_the_usual_one(
    page: PasswordsPage, online: Desk, settle: Settle, ada: Vault
) -> None:
    links: list[str] = []
    online.link_asked.connect(links.append)
    account = person.add_account(ada, "quora").value.id
    button(opened(page, settle, account), "Open the page to get back in").click()
    assert links == ["https://www.ncsc.gov.uk/guidance/recovering-a-hacked-account"]
