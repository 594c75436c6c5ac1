"""The list of accounts, and the card "What a stranger could learn" with the last time beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from footprint import log, person
from footprint.checklists import stranger
from footprint.checklists.format import Sign
from footprint.checklists.stranger import Look
from footprint.workbench import Workbench
from tests.conftest import FakeClock
from tests.ui import looks
from tests.ui.stranger.conftest import Window
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.stranger.learned import Learned
from ui.stranger.overview import ROWS_AT_ONCE
from ui.stranger.page import StrangerPage

Looked = Callable[..., Look]
Wait = Callable[[], None]


def said(widget: QWidget) -> str:
    looks.settle()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def learned(window: Window, qtbot: QtBot, **details: str) -> Learned:
    window.page.show_at(**details)
    qtbot.waitUntil(lambda: window.page.learned is not None)
    assert window.page.learned is not None
    return window.page.learned


# -- the list --------------------------------------------------------------------------------------


def test_what_was_never_looked_at_is_said_and_comes_first(window: Window, looked: Looked, settle: Wait) -> None:
    shown = window.page.list
    assert shown is not None
    assert [(row.look.title, row.look.pill) for row in shown.rows] == [
        ("Facebook", "Not looked at yet"),
        ("WhatsApp", "Not looked at yet"),
    ]
    assert window.page.line.text() == "You have not looked at 2 accounts yet."
    assert "What a stranger could learn" not in said(shown), "no card before anybody looked"
    assert window.page.primary is shown.primary


def test_a_look_shows_in_the_list_and_in_the_card_over_all_networks(
    window: Window, looked: Looked, settle: Wait
) -> None:
    looked(name="seen", town="not_seen", photo="seen")
    window.page.reload()
    settle()
    shown = window.page.list
    assert shown is not None
    assert [row.look.title for row in shown.rows] == ["WhatsApp", "Facebook"]
    assert shown.rows[1].look.meta == "@ada.example.demo. 2 of 8 can be seen, 5 not looked at"
    assert shown.rows[1].look.pill == "Looked 16 November"
    words = said(shown)
    assert "On Facebook." in words
    assert "Not looked at on Facebook." in words
    assert "Not in here, because you have not looked there: WhatsApp." in words


def test_half_a_year_later_it_is_due(window: Window, looked: Looked, clock: FakeClock, settle: Wait) -> None:
    looked(name="seen")
    looked("whatsapp", name="seen")
    window.page.reload()
    settle()
    assert window.page.line.text() == "You have looked at all your accounts."
    clock.advance(days=190)
    window.page.reload()
    settle()
    assert window.page.list is not None
    assert [row.look.pill for row in window.page.list.rows] == ["Due", "Due"]
    assert window.page.line.text() == "It is time to look at 2 accounts again."


def test_a_row_leads_to_the_card_or_to_the_look(
    window: Window, looked: Looked, settle: Wait, qtbot: QtBot, bench: Workbench
) -> None:
    look = looked(name="seen")
    window.page.reload()
    settle()
    assert window.page.list is not None
    rows = {row.look.title: row for row in window.page.list.rows}
    rows["Facebook"].click()
    qtbot.waitUntil(lambda: window.page.learned is not None)
    assert window.page.look == look.id
    window.page.back()
    settle()
    assert window.page.list is not None
    next(row for row in window.page.list.rows if row.look.title == "WhatsApp").click()
    qtbot.waitUntil(lambda: window.focused is not None)


def test_without_an_account_it_says_what_will_be_here(
    bench: Workbench, window: Window, settle: Wait, desk: Desk
) -> None:
    for account in person.accounts(bench.vault):
        desk.run(
            Operation(
                lambda _task, one=account.id: person.remove_account(bench.vault, one), changes=Changes(accounts=True)
            )
        )
    settle()
    shown = window.page.list
    assert shown is not None
    assert "Nothing to look at yet" in said(shown)
    assert window.page.primary is not None
    window.page.primary.click()
    assert window.went == [("accounts", {"new": True})]


def test_many_accounts_come_in_two_helpings(
    bench: Workbench, desk: Desk, qtbot: QtBot, settle: Wait, page: StrangerPage
) -> None:
    for number in range(ROWS_AT_ONCE):
        person.add_account(bench.vault, "facebook", handle=f"ada.example.{number}", label=f"Club {number}")
    qtbot.addWidget(page)
    page.show()
    settle()
    shown = page.list
    assert shown is not None
    assert len(shown.rows) == ROWS_AT_ONCE
    assert shown.rows[1].look.title == "Facebook: Club 0"
    shown.more.click()
    assert len(shown.rows) == ROWS_AT_ONCE + 2


def test_a_network_without_a_checklist_is_named(bench: Workbench, desk: Desk, qtbot: QtBot, settle: Wait) -> None:
    person.add_account(bench.vault, "chirp")
    page = StrangerPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    assert "We have no steps yet for: Chirp." in said(page)


# -- the card --------------------------------------------------------------------------------------


def test_the_first_card_has_three_groups_and_nothing_to_compare(window: Window, looked: Looked, qtbot: QtBot) -> None:
    look = looked(name="seen", town="not_seen")
    shown = learned(window, qtbot, look=look.id)
    words = said(shown)
    assert "A stranger could learn: your name." in words
    for heading in ("Can be seen: 1", "Cannot be seen: 1", "Not looked at: 6"):
        assert heading in words
    assert shown.changed is None and shown.last is None
    assert window.page.heading.text() == "Facebook as a stranger"


def test_the_next_one_says_what_changed_with_the_last_time_beside_it(
    window: Window, looked: Looked, qtbot: QtBot, clock: FakeClock
) -> None:
    looked(name="seen", town="seen", tagged="not_seen", phone="not_seen")
    clock.advance(days=100)
    looked(name="seen", town="not_seen", tagged="seen")
    shown = learned(window, qtbot, network="facebook", view="learned")
    assert shown.changed is not None and shown.last is not None
    assert said(shown.changed).splitlines() == [
        "Since 16 November 2026",
        "New: photos you are tagged in.",
        "No longer: your town.",
        "Still seen: your name.",
        "Not looked at this time: a photo of you, your friends, where you work, your old posts and your phone number.",
    ]
    assert "Last time, on 16 November 2026" in said(shown.last)


def test_what_was_not_looked_at_is_never_under_what_cannot_be_seen(
    window: Window, looked: Looked, qtbot: QtBot
) -> None:
    look = looked(name="not_seen")
    shown = learned(window, qtbot, look=look.id)
    words = said(shown.card).splitlines()
    assert words[words.index("Cannot be seen: 1") + 1 :][0] == "Your name"
    assert "You saw none of what you looked for. You did not look for everything." in words
    assert "Not looked at: 7" in words


def test_it_can_be_logged_from_the_card_and_seen_on_the_list(
    window: Window, looked: Looked, qtbot: QtBot, bench: Workbench, settle: Wait
) -> None:
    look = looked(phone="seen")
    shown = learned(window, qtbot, look=look.id)
    shown.card.log_buttons[Sign.PHONE].setFocus()
    shown.card.log_buttons[Sign.PHONE].click()
    settle()
    assert shown.card.log_buttons[Sign.PHONE].hasFocus()
    item = stranger.look(bench.vault, look.id).marks[Sign.PHONE].item_id
    assert log.get(bench.vault, item).network == "facebook"
    again = window.page.learned
    assert again is not None
    assert again.card.log_buttons[Sign.PHONE].text() == "On my list"
    window.desk.undo()
    settle()
    again = window.page.learned
    assert again is not None and again.card.log_buttons[Sign.PHONE].text() == "Log it"
    window.desk.redo()
    settle()
    again = window.page.learned
    assert again is not None
    again.card.log_buttons[Sign.PHONE].click()
    assert window.went == [("remove", {"item": item})]


def test_a_look_can_be_put_right_after_it_was_finished(
    window: Window, looked: Looked, qtbot: QtBot, bench: Workbench, settle: Wait
) -> None:
    look = looked(phone="seen")
    learned(window, qtbot, look=look.id).change_button.click()
    qtbot.waitUntil(lambda: window.focused is not None)
    walk = window.page.walk
    assert walk is not None
    walk.signs.rows[Sign.PHONE].choices.cards["not_seen"].click()
    settle()
    walk.go_on.click()
    settle()
    assert window.focused is None
    kept = stranger.looks(bench.vault)
    assert [(one.id, one.finished, one.not_seen) for one in kept] == [(look.id, True, (Sign.PHONE,))]


def test_forgetting_a_look_can_be_undone(
    window: Window, looked: Looked, qtbot: QtBot, bench: Workbench, settle: Wait, desk: Desk
) -> None:
    look = looked(phone="seen")
    learned(window, qtbot, look=look.id).forget_button.click()
    settle()
    assert stranger.looks(bench.vault) == ()
    assert window.page.list is not None
    desk.undo()
    settle()
    assert stranger.looks(bench.vault) == (look,)


def test_undoing_the_finish_shows_it_as_unfinished(
    window: Window, looked: Looked, qtbot: QtBot, bench: Workbench, settle: Wait, desk: Desk
) -> None:
    looked(finished=False, phone="seen")
    window.page.show_at(network="facebook")
    qtbot.waitUntil(lambda: window.focused is not None)
    assert window.page.walk is not None
    window.page.walk.go_on.click()
    qtbot.waitUntil(lambda: window.page.learned is not None)
    desk.undo()
    settle()
    assert not stranger.looks(bench.vault)[0].finished
    assert window.page.line.text().startswith("This look is not finished.")


def test_other_looks_can_be_opened(
    window: Window, looked: Looked, qtbot: QtBot, clock: FakeClock, settle: Wait
) -> None:
    first = looked(name="seen")
    clock.advance(days=10)
    second = looked(name="seen", phone="seen")
    shown = learned(window, qtbot, look=second.id)
    shown.fold.set_open(True)
    row = next(one for one in shown.fold.findChildren(QPushButton) if one.text() == "16 November 2026")
    row.click()
    settle()
    assert window.page.look == first.id
    assert window.page.learned is not None and window.page.learned.changed is None


def test_where_to_go_from_the_card(window: Window, looked: Looked, qtbot: QtBot, settle: Wait) -> None:
    shown = learned(window, qtbot, look=looked(name="seen").id)
    shown.settings_button.click()
    assert window.went == [("checklists", {"network": "facebook"})]
    shown.again_button.click()
    qtbot.waitUntil(lambda: window.focused is not None)
    assert window.page.walk is not None
    assert window.page.walk.left.text() == "0 of 8 looked at"
