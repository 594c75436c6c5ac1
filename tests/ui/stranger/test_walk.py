"""A look in focus mode: keys alone are enough, each tick is kept at once, and nothing unlooked at reads as clean."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from footprint import log, person
from footprint.checklists import stranger
from footprint.checklists.format import Sign
from footprint.checklists.stranger import Look, Seen
from footprint.log import Action, Kind, Origin
from footprint.workbench import Workbench
from tests.conftest import FakeClock
from tests.ui import looks
from tests.ui.stranger.conftest import Window
from ui.desk import Desk
from ui.stranger.page import StrangerPage
from ui.stranger.walk import LookWalk

Opening = Callable[..., LookWalk]
Looked = Callable[..., Look]
Wait = Callable[[], None]
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def press(window: QWidget, key: Qt.Key, how: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, how)
    QApplication.processEvents()


def tab_into(window: QWidget, holder: QWidget) -> None:
    for _step in range(80):
        now = QApplication.focusWidget()
        if now is not None and holder.isAncestorOf(now):
            return
        press(window, Qt.Key.Key_Tab)
    raise AssertionError("Tab never came to it")


def said(widget: QWidget) -> str:
    looks.settle()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def kept(bench: Workbench) -> Look:
    return stranger.looks(bench.vault)[0]


def test_keys_alone_take_a_person_through_a_look(
    window: Window, walk: Opening, bench: Workbench, settle: Wait, qtbot: QtBot
) -> None:
    opened = walk()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is opened.heading)
    for at, (sign, row) in enumerate(opened.signs.rows.items()):
        tab_into(window, row.choices)
        press(window, Qt.Key.Key_Space)
        for _step in range(at % 3):
            press(window, Qt.Key.Key_Down)
        settle()
        assert kept(bench).seen_of(sign) is list(Seen)[at % 3]
    note = opened.signs.rows[Sign.NAME].note
    assert note is not None
    opened.heading.setFocus()
    tab_into(window, opened.signs.rows[Sign.NAME])
    while QApplication.focusWidget() is not note:
        press(window, Qt.Key.Key_Tab)
    QTest.keyClicks(note, "At the top")
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Space)  # Log it
    settle()
    assert kept(bench).marks[Sign.NAME].note == "At the top"
    item = log.get(bench.vault, kept(bench).marks[Sign.NAME].item_id)
    assert item.title == "Your name: strangers can see it on Facebook"
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.page.learned is not None)
    settle()
    assert kept(bench).finished
    assert (len(kept(bench).seen), len(kept(bench).not_seen), len(kept(bench).not_looked)) == (3, 3, 2)
    assert window.page.heading.hasFocus()


def test_the_keys_of_choices_tick_what_the_focus_is_in(
    window: Window, walk: Opening, bench: Workbench, settle: Wait
) -> None:
    opened = walk()
    press(window, Qt.Key.Key_2, CTRL)
    settle()
    assert kept(bench).not_seen == (Sign.NAME,)
    opened.signs.rows[Sign.TOWN].choices.focus_first()
    press(window, Qt.Key.Key_1, CTRL)
    settle()
    assert kept(bench).seen == (Sign.TOWN,)
    press(window, Qt.Key.Key_3, CTRL)
    settle()
    assert (kept(bench).seen, kept(bench).looked) == ((), 1)
    opened.choose(4)
    settle()
    assert kept(bench).looked == 1, "there are three ticks"


def test_ticks_are_counted_as_they_are_made(walk: Opening, settle: Wait) -> None:
    opened = walk()
    assert opened.left.text() == "0 of 8 looked at"
    opened.signs.rows[Sign.PHOTO].choices.cards["seen"].click()
    settle()
    assert opened.left.text() == "1 of 8 looked at"
    assert opened.signs.rows[Sign.PHOTO].saved.text() == "Saved"


def test_nothing_is_kept_until_something_is_ticked(
    window: Window, walk: Opening, bench: Workbench, settle: Wait
) -> None:
    walk()
    window.page.escape()
    settle()
    assert stranger.looks(bench.vault) == ()
    assert window.focused is None


def test_a_look_at_nothing_cannot_be_finished(window: Window, walk: Opening, bench: Workbench, settle: Wait) -> None:
    opened = walk()
    opened.go_on.click()
    assert "Say for at least one thing whether you can see it." in said(opened)
    settle()
    assert stranger.looks(bench.vault) == ()
    opened.signs.rows[Sign.NAME].choices.cards["not_seen"].click()
    settle()
    assert "Say for at least one thing" not in said(opened)


def test_undo_takes_back_each_tick_and_the_screen_follows(
    window: Window, walk: Opening, bench: Workbench, settle: Wait
) -> None:
    opened = walk()
    rows = opened.signs.rows
    rows[Sign.NAME].choices.cards["seen"].click()
    settle()
    rows[Sign.NAME].choices.cards["not_seen"].click()
    settle()
    press(window, Qt.Key.Key_Z, CTRL)
    settle()
    assert rows[Sign.NAME].choices.value == "seen"
    press(window, Qt.Key.Key_Z, CTRL)
    settle()
    assert stranger.looks(bench.vault) == ()
    assert rows[Sign.NAME].choices.value == ""
    assert opened.left.text() == "0 of 8 looked at"
    window.desk.redo()
    settle()
    assert rows[Sign.NAME].choices.value == "seen"
    assert opened.left.text() == "1 of 8 looked at"
    window.desk.undo()
    settle()
    rows[Sign.TOWN].choices.cards["seen"].click()
    settle()
    assert kept(bench).seen == (Sign.TOWN,)


def test_logging_it_makes_one_item_with_all_that_is_known_and_undo_takes_it_back(
    window: Window, walk: Opening, bench: Workbench, settle: Wait
) -> None:
    opened = walk()
    row = opened.signs.rows[Sign.TAGGED]
    assert row.log_button is None, "there is nothing to log before it was seen"
    row.choices.cards["seen"].click()
    settle()
    assert row.log_button is not None
    row.log_button.click()
    settle()
    item = log.get(bench.vault, kept(bench).marks[Sign.TAGGED].item_id)
    account = person.accounts(bench.vault)[0]
    assert (item.kind, item.action, item.origin, item.network, item.account_id, item.address) == (
        Kind.TAG, Action.UNTAG, Origin.UNSURE, "facebook", account.id, "https://www.facebook.com/ada.example.demo",
    )  # fmt: skip
    assert window.said[-1] == "Added to your list: Photos you are tagged in"
    assert row.log_button.text() == "See it on my list"
    window.desk.undo()
    settle()
    assert row.log_button.text() == "Log it"
    assert kept(bench).seen == (Sign.TAGGED,), "the tick stays"
    row.log_button.click()
    settle()
    row.log_button.click()
    settle()
    assert window.went == [("remove", {"item": kept(bench).marks[Sign.TAGGED].item_id})]


def test_an_item_deleted_since_can_be_logged_again(walk: Opening, bench: Workbench, settle: Wait) -> None:
    opened = walk()
    row = opened.signs.rows[Sign.PHONE]
    row.choices.cards["seen"].click()
    settle()
    assert row.log_button is not None
    row.log_button.click()
    settle()
    log.delete(bench.vault, [kept(bench).marks[Sign.PHONE].item_id])
    again = walk()
    button = again.signs.rows[Sign.PHONE].log_button
    assert button is not None
    assert button.text() == "Log it"


def test_addresses_are_copied_or_opened_and_it_is_said_what_is_not_private(
    window: Window, walk: Opening, settle: Wait
) -> None:
    opened = walk()
    words = said(opened.opening)
    assert "www.facebook.com/ada.example.demo" in words
    assert "“Open in my browser” cannot open a private window." in words
    assert "Firefox" in words
    opened.opening.copy_buttons[0].click()
    assert QGuiApplication.clipboard().text() == "https://www.facebook.com/ada.example.demo"
    assert window.said == ["Copied. Now paste it into the private window."]
    opened.opening.open_buttons[1].click()
    assert window.links == ["https://www.facebook.com/ada.example.demo/photos"]
    help_ = next(one for one in opened.opening.findChildren(QWidget) if getattr(one, "text", str)() == "Help with this")
    help_.click()
    assert window.help == ["stranger"]


def test_without_a_username_it_leads_to_the_account(
    window: Window, walk: Opening, bench: Workbench, settle: Wait
) -> None:
    opened = walk("whatsapp")
    assert "Add your username to open this." in said(opened.opening)
    assert opened.opening.copy_buttons == []
    assert opened.opening.handle_button is not None
    opened.opening.handle_button.click()
    settle()
    account = next(one for one in person.accounts(bench.vault) if one.network == "whatsapp")
    assert window.went == [("accounts", {"account": account.id})]
    assert window.focused is None


def test_what_seldom_shows_can_be_ticked_too(walk: Opening, bench: Workbench, settle: Wait) -> None:
    opened = walk("whatsapp")
    assert list(opened.signs.rows) == [Sign.NAME, Sign.PHOTO]
    assert opened.signs.else_ is not None
    opened.signs.else_.set_open(True)
    opened.signs.rows[Sign.PHONE].choices.cards["seen"].click()
    settle()
    assert kept(bench).seen == (Sign.PHONE,)
    assert opened.left.text() == "1 of 3 looked at"
    again = walk("whatsapp")
    assert list(again.signs.rows) == [Sign.NAME, Sign.PHOTO, Sign.PHONE]


def test_leaving_loses_nothing_and_coming_back_carries_on(
    window: Window, walk: Opening, bench: Workbench, settle: Wait, clock: FakeClock
) -> None:
    opened = walk()
    row = opened.signs.rows[Sign.TOWN]
    row.choices.cards["seen"].click()
    settle()
    assert row.note is not None
    row.note.setText("Under the name")
    press(window, Qt.Key.Key_Escape)
    settle()
    assert kept(bench).marks[Sign.TOWN].note == "Under the name"
    clock.advance(days=3)
    again = walk()
    assert again.begun is not None
    assert "You began this look on 16 November 2026." in said(again)
    assert again.signs.rows[Sign.TOWN].choices.value == "seen"
    assert again.signs.rows[Sign.TOWN].note.text() == "Under the name"
    again.signs.rows[Sign.NAME].choices.cards["seen"].click()
    settle()
    assert len(stranger.looks(bench.vault)) == 1


def test_a_new_look_can_be_begun_beside_an_unfinished_one(
    window: Window, walk: Opening, looked: Looked, bench: Workbench, settle: Wait, qtbot: QtBot
) -> None:
    looked(finished=False, name="seen")
    opened = walk()
    assert opened.begun is not None and opened.begun.button is not None
    opened.begun.button.click()
    qtbot.waitUntil(lambda: window.page.walk is not opened)
    settle()
    new = window.page.walk
    assert new is not None and new.begun is None
    assert new.left.text() == "0 of 8 looked at"
    new.signs.rows[Sign.NAME].choices.cards["not_seen"].click()
    settle()
    assert [one.seen for one in stranger.looks(bench.vault)] == [(), (Sign.NAME,)]


def test_locking_keeps_what_is_typed(window: Window, walk: Opening, bench: Workbench, settle: Wait) -> None:
    opened = walk()
    row = opened.signs.rows[Sign.TOWN]
    row.choices.cards["seen"].click()
    settle()
    assert row.note is not None
    row.note.setText("Half typed")
    window.page.put_away()
    assert kept(bench).marks[Sign.TOWN].note == "Half typed"


def test_last_time_stands_beside_each_thing(walk: Opening, looked: Looked, clock: FakeClock) -> None:
    looked(town="seen", name="not_seen")
    clock.advance(days=30)
    opened = walk()
    assert "You last looked on 16 November 2026." in said(opened)
    assert "Last time: seen." in said(opened.signs.rows[Sign.TOWN])
    assert "Last time: not seen." in said(opened.signs.rows[Sign.NAME])
    assert "Last time" not in said(opened.signs.rows[Sign.PHONE]), "it was not looked at"


def test_it_is_all_there_after_starting_again(
    bench: Workbench, desk: Desk, walk: Opening, settle: Wait, qtbot: QtBot
) -> None:
    opened = walk()
    opened.signs.rows[Sign.NAME].choices.cards["seen"].click()
    settle()
    second = Desk(bench)
    page = StrangerPage(second)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.list is not None)
    assert page.list is not None
    assert page.list.rows[0].look.pill == "Not finished"
    assert second.lanes.stop_all()
