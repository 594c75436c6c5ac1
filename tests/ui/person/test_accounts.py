"""My accounts, through the widgets: adding several at once, one by hand, changing, closing an old one, undoing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import checklists, log, person
from footprint.person import AccountState, Purpose
from footprint.vault import Vault
from footprint.workbench import Workbench
from ui.desk import Desk
from ui.kit.access import spoken
from ui.person import accounts_draft
from ui.person.accounts import AccountsPage
from ui.person.accounts_draft import OTHER

Settle = Callable[[], None]


def heard(desk: Desk) -> tuple[list[tuple[str, dict[str, object]]], list[str]]:
    """Where the page wants to go, and what it says, as they come."""
    went: list[tuple[str, dict[str, object]]] = []
    said: list[str] = []
    desk.went.connect(lambda place, details: went.append((place, details)))
    desk.said.connect(lambda words, _undo: said.append(words))
    return went, said


def test_empty_page_says_what_will_be_here_and_has_one_primary_button(page: AccountsPage) -> None:
    assert page.list is not None and page.list.empty is not None
    assert page.list.empty.heading.text() == "No accounts yet"
    assert page.primary is page.list.empty.button
    assert not page._add.isVisible()


def test_several_networks_are_added_at_once_and_taken_back_at_once(
    page: AccountsPage, desk: Desk, vault: Vault, settle: Settle
) -> None:
    _went, said = heard(desk)
    cards = page.list.suggested.cards  # type: ignore[union-attr]
    for network in ("facebook", "whatsapp"):
        cards[network].setFocus()
        QTest.keyClick(cards[network], Qt.Key.Key_Space)
    QTest.keyClick(page.list.add_button, Qt.Key.Key_Space)  # type: ignore[union-attr]
    settle()
    assert [one.network for one in person.accounts(vault)] == ["facebook", "whatsapp"]
    assert said == ["2 accounts added"]
    assert {row.look.title for row in page.list.rows.values()} == {"Facebook", "WhatsApp"}  # type: ignore[union-attr]
    left = set(page.list.suggested.cards)  # type: ignore[union-attr]
    assert "linkedin" in left
    assert left.isdisjoint({"facebook", "whatsapp", "any-other"})
    desk.undo()
    settle()
    assert person.accounts(vault) == ()
    assert page.list is not None and page.list.empty is not None


def test_adding_nothing_says_so_and_changes_nothing(page: AccountsPage, vault: Vault, qtbot: QtBot) -> None:
    page.list.add_button.click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "Tick at least one first" in spoken)
    assert page.list.problem.isVisible()  # type: ignore[union-attr]
    assert person.accounts(vault) == ()


def test_one_account_is_added_by_hand_from_an_address(page: AccountsPage, vault: Vault, settle: Settle) -> None:
    page.primary.click()  # type: ignore[union-attr]
    settle()
    form = page.form
    assert form is not None and page.heading.text() == "Add an account"
    assert form.network.value == "facebook"
    form.who.setFocus()
    QTest.keyClicks(form.who, "m.facebook.com/ada.example")
    form.purpose.cards["both"].click()
    QTest.keyClick(form.who, Qt.Key.Key_Return)
    settle()
    (one,) = person.accounts(vault)
    assert (one.network, one.handle, one.purpose) == ("facebook", "ada.example", Purpose.BOTH)
    assert one.address == "https://www.facebook.com/ada.example"
    row = page.list.rows[one.id]  # type: ignore[union-attr]
    assert (row.look.meta, row.look.pill) == ("@ada.example, used at work: yes", "Not started")
    assert row.hasFocus()


def test_wrong_input_stands_beside_its_field_and_at_the_top(page: AccountsPage, vault: Vault, settle: Settle) -> None:
    page.show_at(new=True)
    settle()
    form = page.form
    assert form is not None
    form.network.set_value(OTHER)
    form.network.chosen.emit(OTHER)
    form.who.setText("ada example")
    form.save.click()
    assert [link.text() for link in form.summary.links] == [form.typed_field.words, form.who_field.words]
    assert form.typed_field.words == "Enter the name of the network."
    assert QApplication.focusWidget() is form.summary
    QTest.keyClick(form.summary, Qt.Key.Key_Return)
    assert form.typed.hasFocus()
    QTest.keyClicks(form.typed, "Chatter")
    form.who.setText("ada.example")
    form.save.click()
    settle()
    (one,) = person.accounts(vault)
    assert (one.network, one.handle) == ("Chatter", "ada.example")


def test_a_network_typed_by_name_is_known_again(page: AccountsPage, vault: Vault, settle: Settle) -> None:
    page.show_at(new=True)
    settle()
    form = page.form
    assert form is not None
    form.network.set_value(OTHER)
    form.typed.setText(" linkedIN ")
    form.save.click()
    settle()
    assert [one.network for one in person.accounts(vault)] == ["linkedin"]


def test_the_same_account_twice_is_refused_and_nothing_typed_is_lost(
    page: AccountsPage, vault: Vault, settle: Settle
) -> None:
    person.add_account(vault, "facebook", handle="ada.example")
    page.show_at(new=True, network="facebook")
    settle()
    form = page.form
    assert form is not None
    form.who.setText("ada.example")
    form.save.click()
    settle()
    assert form.who_field.words == "This account is in your list already."
    assert form.who.text() == "ada.example"
    assert len(person.accounts(vault)) == 1


def test_an_account_is_changed_and_can_be_undone(page: AccountsPage, desk: Desk, vault: Vault, settle: Settle) -> None:
    one = person.add_account(vault, "facebook", handle="ada.example").value
    page.show_at(account=one.id)
    settle()
    form = page.form
    assert form is not None and form.who.text() == "ada.example"
    form.purpose.cards["professional"].click()
    page.primary.click()  # type: ignore[union-attr]
    settle()
    assert person.account(vault, one.id).purpose is Purpose.PROFESSIONAL
    assert page.view == "list"
    desk.undo()
    settle()
    assert person.account(vault, one.id).purpose is Purpose.PERSONAL


def test_marking_an_account_old_leads_to_closing_it(
    page: AccountsPage, desk: Desk, vault: Vault, bench: Workbench, settle: Settle
) -> None:
    went, _said = heard(desk)
    links: list[str] = []
    desk.link_asked.connect(links.append)
    one = person.add_account(vault, "facebook", handle="ada.example").value
    page.show_at(account=one.id)
    settle()
    page.form.state.cards["dormant"].click()  # type: ignore[union-attr]
    page.form.save.click()  # type: ignore[union-attr]
    settle()
    assert page.view == "one" and page.next is not None and page.next.close_card is not None
    page.next.delete_page.click()
    assert links == [bench.checklists.network("facebook").pages.delete.link]
    page.next.to_list.click()
    settle()
    (row,) = log.page(vault, log.Query(), 0, 10, vault.now().date())
    item = log.get(vault, row.id)
    assert (item.account_id, item.title) == (one.id, "Close my old Facebook account")
    assert went == [("remove", {"item": item.id})]


def test_an_old_account_goes_on_the_list_only_once(
    page: AccountsPage, desk: Desk, vault: Vault, settle: Settle
) -> None:
    went, _said = heard(desk)
    one = person.add_account(vault, "linkedin", state=AccountState.DORMANT).value
    for _time in range(2):
        page.show_at(account=one.id)
        settle()
        page.next.to_list.click()  # type: ignore[union-attr]
        settle()
    assert log.count(vault, log.Query(), vault.now().date()) == 1
    assert went[0] == went[1]


def test_closed_is_one_press_and_undone_by_another(
    page: AccountsPage, desk: Desk, vault: Vault, settle: Settle
) -> None:
    one = person.add_account(vault, "linkedin", state=AccountState.DORMANT).value
    page.show_at(account=one.id)
    settle()
    page.next.done.click()  # type: ignore[union-attr]
    settle()
    assert person.account(vault, one.id).state is AccountState.CLOSED
    assert page.list is not None and page.list.rows[one.id].look.pill == "Closed"
    desk.undo()
    settle()
    assert person.account(vault, one.id).state is AccountState.DORMANT


def test_taking_an_account_off_the_list_is_undoable(
    page: AccountsPage, desk: Desk, vault: Vault, settle: Settle
) -> None:
    _went, said = heard(desk)
    one = person.add_account(vault, "facebook").value
    page.show_at(account=one.id)
    settle()
    page.next.remove.click()  # type: ignore[union-attr]
    settle()
    assert person.accounts(vault) == () and said == ["Taken off your list: Facebook"]
    assert page.heading.hasFocus()
    desk.undo()
    settle()
    assert [other.id for other in person.accounts(vault)] == [one.id]


def test_the_checklist_is_one_press_away(page: AccountsPage, desk: Desk, vault: Vault, settle: Settle) -> None:
    went, _said = heard(desk)
    one = person.add_account(vault, "whatsapp").value
    page.show_at(account=one.id)
    settle()
    page.next.checks.click()  # type: ignore[union-attr]
    assert went == [("checklists", {"network": "whatsapp"})]


def test_the_status_comes_from_the_checklist(
    page: AccountsPage, desk: Desk, vault: Vault, bench: Workbench, settle: Settle
) -> None:
    one = person.add_account(vault, "facebook").value
    other = person.add_account(vault, "Chatter").value
    network = bench.checklists.network("facebook")
    check = next(each for each in network.checks if each.essential)
    checklists.answer(vault, network, check, check.choices[0].id)
    page.show_at()
    settle()
    assert page.list is not None
    assert page.list.rows[one.id].look.pill == "In progress"
    assert page.list.rows[other.id].look.pill == "Not started", "it has the checks that fit any network"


def test_what_is_typed_survives_leaving_and_locking(
    page: AccountsPage, desk: Desk, vault: Vault, qtbot: QtBot, settle: Settle
) -> None:
    page.show_at(new=True)
    settle()
    page.form.who.setText("ada.exa")  # type: ignore[union-attr]
    page.back()
    settle()
    assert page.view == "list"
    page.show_at(new=True)
    settle()
    assert page.form is not None and page.form.who.text() == "ada.exa"
    page.put_away()
    again = AccountsPage(desk)
    qtbot.addWidget(again)
    again.show()
    again.show_at(new=True)
    settle()
    assert again.form is not None and again.form.who.text() == "ada.exa"
    again.form.leave.click()
    settle()
    again.show_at(new=True)
    settle()
    assert again.form is not None and again.form.who.text() == ""


def test_what_is_typed_survives_going_away_by_the_navigation(page: AccountsPage, settle: Settle) -> None:
    page.show_at(new=True)
    settle()
    page.form.who.setText("ada.exa")  # type: ignore[union-attr]
    page.show_at()  # as a press on “My accounts” does
    settle()
    page.show_at(new=True)
    settle()
    assert page.form is not None and page.form.who.text() == "ada.exa"


def test_every_form_that_was_left_half_done_survives_the_lock(
    page: AccountsPage, desk: Desk, vault: Vault, qtbot: QtBot, settle: Settle
) -> None:
    ids = [person.add_account(vault, name, handle="ada-example").value.id for name in ("linkedin", "Forum")]
    for number, account in enumerate(ids):
        page.show_at(account=account)
        settle()
        page.form.label.setText(f"Draft {number}")  # type: ignore[union-attr]
    page.show_at()
    page.put_away()
    again = AccountsPage(desk)
    qtbot.addWidget(again)
    again.show()
    for number, account in enumerate(ids):
        again.show_at(account=account)
        settle()
        assert again.form is not None and again.form.label.text() == f"Draft {number}"
    again.form.save.click()
    settle()
    assert person.account(vault, ids[1]).label == "Draft 1"
    assert accounts_draft.kept(vault, ids[1]) is None
    assert accounts_draft.kept(vault, ids[0]) is not None


def test_a_change_elsewhere_keeps_what_is_typed(page: AccountsPage, desk: Desk, vault: Vault, settle: Settle) -> None:
    from ui.changes import Changes

    one = person.add_account(vault, "facebook", handle="ada.example").value
    page.show_at(account=one.id)
    settle()
    form = page.form
    assert form is not None
    form.who.setText("ada.other")
    form.who.setFocus()
    desk.changed.emit(Changes(answers=True), None)
    settle()
    assert page.form is form and form.who.hasFocus()
    person.change_account(vault, one.id, purpose=Purpose.BOTH)
    desk.changed.emit(Changes(accounts=True), None)
    settle()
    assert page.form is not None and page.form.who.text() == "ada.other"
    assert page.line.text().endswith("used at work: yes")


def test_an_account_that_is_gone_leads_back_to_the_list(page: AccountsPage, desk: Desk, settle: Settle) -> None:
    trouble: list[str] = []
    desk.trouble.connect(trouble.append)
    page.show_at(account="nothing")
    settle()
    assert trouble == ["This account is not in your list any more."]
    assert page.view == "list"


def test_back_and_escape_go_to_the_list_and_then_home(page: AccountsPage, desk: Desk, settle: Settle) -> None:
    went, _said = heard(desk)
    assert page.escape() is False
    page.show_at(new=True)
    settle()
    assert page.escape() is True
    settle()
    assert page.view == "list" and went == []
    page.back()
    assert went == [("home", {})]


def test_very_many_accounts_are_shown_in_parts(page: AccountsPage, vault: Vault, qtbot: QtBot, settle: Settle) -> None:
    for number in range(75):
        person.add_account(vault, f"Forum {number:02}", handle=f"ada{number}")
    page.show_at()
    settle()
    assert page.list is not None and len(page.list.rows) == 40
    assert page.list.more.text() == "Show 35 more"
    page.list.more.click()
    assert len(page.list.rows) == 75
    first_new = page.list.rows[page.list.overview.accounts[40].id]
    qtbot.waitUntil(first_new.hasFocus)


@pytest.mark.parametrize("network", ["facebook", "linkedin", "whatsapp"])
def test_every_network_that_ships_can_be_added_with_its_own_example(
    network: str, page: AccountsPage, vault: Vault, bench: Workbench, settle: Settle
) -> None:
    page.show_at(new=True, network=network)
    settle()
    page.form.who.setText(bench.checklists.network(network).profile.example)  # type: ignore[union-attr]
    page.form.save.click()  # type: ignore[union-attr]
    settle()
    (one,) = person.accounts(vault)
    assert one.handle == bench.checklists.network(network).profile.example
