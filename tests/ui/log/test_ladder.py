"""The ladder on the page of a thing: what comes next, another one, the pause, and a reply that was pasted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import log, person
from footprint.log import Item, Kind, New, Origin, State, ladder
from footprint.log.ladder import Case, LifeEvent, Outcome, Rung
from footprint.vault import Vault
from tests.ui import looks
from tests.ui.heartbeat import MOST_MS, longest_stall
from ui.desk import Desk
from ui.kit.steps import StepState
from ui.ladder_pictures import ladder_screens
from ui.log.item import ItemView
from ui.log.page import LogPage

Settle = Callable[[], None]
Open = Callable[[str], ItemView]


@pytest.fixture
def opened(page: LogPage, settle: Settle) -> Open:
    def go(item_id: str) -> ItemView:
        page.show_at(item=item_id)
        settle()
        assert isinstance(page.view, ItemView)
        return page.view

    return go


def club(vault: Vault, **values: object) -> Item:
    new = New("Old team page", "https://club.example/team", origin=Origin.ORGANISATION, kind=Kind.LISTING)
    made = log.add(vault, new).value
    return log.change(vault, made.id, **values).value if values else made


def press(button: object) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def title(view: ItemView) -> str:
    return view.next.words.text()


def test_the_next_step_is_done_with_the_keyboard_and_undone(
    vault: Vault, opened: Open, settle: Settle, desk: Desk
) -> None:
    item = club(vault)
    view = opened(item.id)
    assert title(view) == "Keep a copy"
    press(view.next.did)
    settle()
    assert title(view) == "Ask the club or the team" and view.letter.isVisible()
    desk.undo()
    settle()
    assert title(view) == "Keep a copy"


def test_every_rung_stands_on_the_ladder_with_its_reason(vault: Vault, opened: Open, settle: Settle) -> None:
    view = opened(club(vault).id)
    assert {button.row.key for button in view.ladder.rungs.buttons} == {
        "preserve", "site", "search", "erasure", "complaint", "regulator",
    }  # fmt: skip
    press(view.ladder.others)
    settle()
    assert "Nobody from work" in " ".join(looks.visible_words(view.ladder.detail))
    rows = [button.row for button in view.ladder.rungs.buttons]
    assert sorted(row.key for row in rows) == sorted(Rung)
    assert [row.key for row in rows if row.state is StepState.HERE] == ["preserve"]
    assert {row.key for row in rows if row.group == "Not for this"} == {
        "yourself",
        "person",
        "network",
        "police",
        "manager",
    }
    for button in view.ladder.rungs.buttons:
        button.click()
        settle()
        assert view.ladder.open is not None and view.ladder.open.value == button.row.key


def test_another_step_can_be_chosen_by_keyboard_alone(vault: Vault, opened: Open, settle: Settle, desk: Desk) -> None:
    item = club(vault)
    view = opened(item.id)
    press(view.next.other)
    settle()
    here = next(one for one in view.ladder.rungs.buttons if one.hasFocus())
    QTest.keyClick(here, Qt.Key.Key_Down)
    QTest.keyClick(view.ladder.rungs.buttons[1], Qt.Key.Key_Down)
    QTest.keyClick(view.ladder.rungs.buttons[2], Qt.Key.Key_Down)
    QTest.keyClick(view.ladder.rungs.buttons[3], Qt.Key.Key_Return)
    settle()
    assert view.ladder.open is Rung.ERASURE and view.ladder.want.isVisible()
    press(view.ladder.want)
    settle()
    assert title(view) == "Ask in law for it to be deleted"
    assert "We would do this first: Keep a copy" in view.next.instead.text()
    assert view.letter.isVisible()
    desk.undo()
    settle()
    assert title(view) == "Keep a copy"


def test_what_is_not_for_this_cannot_be_chosen(vault: Vault, opened: Open, settle: Settle) -> None:
    view = opened(log.add(vault, New("A post", origin=Origin.WORK, network="facebook")).value.id)
    view.ladder.others.click()
    for button in view.ladder.rungs.buttons:
        button.click()
        settle()
        if view.ladder.open is not None and view.ladder.open.writes:
            assert not view.ladder.want.isVisible()
    assert not view.letter.isVisible()


def test_the_wait_is_counted_in_words(vault: Vault, opened: Open, settle: Settle, clock: object) -> None:
    item = club(vault)
    ladder.take(vault, item.id, Rung.PRESERVE)
    ladder.take(vault, item.id, Rung.SITE)
    clock.advance(days=4)
    view = opened(item.id)
    assert view.next.why.text() == "Day 4 of 14. They have until Monday 30 November."
    assert title(view).startswith("Waiting: ") and not view.next.did.isVisible()
    assert view.happened.isVisible() and not view.letter.isVisible()


def test_after_silence_they_are_reminded_and_then_the_next_rung_comes(
    vault: Vault, opened: Open, settle: Settle
) -> None:
    item = club(vault)
    ladder.take(vault, item.id, Rung.PRESERVE)
    ladder.take(vault, item.id, Rung.SITE)
    ladder.finish(vault, item.id, Rung.SITE, Outcome.SILENCE)
    view = opened(item.id)
    assert title(view).startswith("Once more: ") and view.letter.isVisible()
    ladder.take(vault, item.id, Rung.SITE)
    ladder.finish(vault, item.id, Rung.SITE, Outcome.SILENCE)
    view.reload()
    settle()
    assert title(view) == "Ask the search engine"


# -- a reply ----------------------------------------------------------------------------------------------


def waiting(vault: Vault, opened: Open, **values: object) -> tuple[Item, ItemView]:
    item = club(vault, **values)
    ladder.take(vault, item.id, Rung.SITE)
    return item, opened(item.id)


def test_a_reply_is_read_and_used_only_when_the_person_says_so(
    vault: Vault, opened: Open, settle: Settle, desk: Desk
) -> None:
    item, view = waiting(vault, opened)
    part = view.happened.reply
    part.text.setPlainText("We are unable to remove the page. It is in the public interest.")
    part.read.click()
    assert part.kind.text() == "They say no"
    assert "“unable to remove”" in part.words.text() and "right to know" in part.words.text()
    assert log.get(vault, item.id).state is State.ASKED
    part.use.click()
    settle()
    assert log.get(vault, item.id).state is State.REFUSED
    with vault.reading() as db:
        assert db.value("SELECT text FROM log_reply") == ""
    desk.undo()
    settle()
    assert log.get(vault, item.id).state is State.ASKED


def test_a_reply_that_is_read_wrong_changes_nothing(vault: Vault, opened: Open, settle: Settle) -> None:
    item, view = waiting(vault, opened)
    part = view.happened.reply
    part.text.setPlainText("I deleted it")
    part.read.click()
    part.wrong.click()
    settle()
    assert not part.found.isVisible() and log.get(vault, item.id).state is State.ASKED


def test_a_bounce_marks_the_contact(vault: Vault, opened: Open, settle: Settle) -> None:
    _item, view = waiting(vault, opened, contact="office@club.example")
    part = view.happened.reply
    part.text.setPlainText("Undeliverable: mailbox full")
    part.read.click()
    part.use.click()
    settle()
    assert view.next.bounced.isVisible()


def test_a_reply_that_frightens_ends_the_writing(vault: Vault, opened: Open, settle: Settle) -> None:
    item = log.add(vault, New("A photo", origin=Origin.KNOWN)).value
    log.sent(vault, item.id, None, log.How.IN_PERSON)
    view = opened(item.id)
    part = view.happened.reply
    part.text.setPlainText("I know where you live")
    part.read.click()
    assert part.fear.isVisibleTo(part)
    part.fear.click()
    settle()
    assert log.get(vault, item.id).origin is Origin.FRIGHTENING
    assert view.oneself.worry.isVisible() and not view.letter.isVisible() and not view.happened.isVisible()


# -- the pause, and what else matters --------------------------------------------------------------------


def test_while_a_hearing_is_coming_it_asks_before_anything_goes(
    vault: Vault, opened: Open, page: LogPage, settle: Settle, desk: Desk
) -> None:
    person.set_profile(vault, nation=person.Nation.ENGLAND, regulator=person.Regulator.SWE)
    item = club(vault)
    view = opened(item.id)
    assert not view.pause.isVisible()
    view.matters.fold.set_open(True)
    press(view.matters.events[LifeEvent.HEARING])
    settle()
    assert view.pause.isVisible() and not view.letter.isVisible() and not view.next.isVisible()
    assert page.primary is None
    press(view.pause.choices.cards[Case.PERHAPS.value])
    settle()
    assert view.pause.heading.text() == "Go carefully" and view.next.isVisible()
    assert "Social Work England" in " ".join(looks.visible_words(view.pause))
    view.pause.again.click()
    view.pause.choices.cards[Case.NO.value].click()
    settle()
    assert not view.pause.isVisible()
    desk.undo()
    settle()
    assert view.pause.heading.text() == "Go carefully"


def test_people_from_work_in_it_bring_the_manager_first(
    vault: Vault, opened: Open, page: LogPage, settle: Settle
) -> None:
    item = log.add(vault, New("A photo of the team", origin=Origin.KNOWN)).value
    ladder.take(vault, item.id, Rung.PRESERVE)
    view = opened(item.id)
    view.matters.fold.set_open(True)
    press(view.matters.work)
    settle()
    assert title(view) == "Tell your line manager first"
    assert not view.letter.isVisible() and page.primary is view.next.did
    press(view.next.did)
    settle()
    assert title(view).startswith("Waiting: ")


def test_the_help_of_the_manager_ends_the_wait(vault: Vault, opened: Open, settle: Settle) -> None:
    item = log.add(vault, New("A post", origin=Origin.WORK)).value
    ladder.take(vault, item.id, Rung.PRESERVE)
    ladder.take(vault, item.id, Rung.MANAGER)
    view = opened(item.id)
    assert view.next.heard.isVisible() and view.next.silent.isVisible()
    press(view.next.heard)
    settle()
    assert title(view) == "Nothing to do now" and "told someone" in view.next.why.text()


# -- looks ------------------------------------------------------------------------------------------------


def first(vault: Vault) -> Item:
    return club(vault)


def pausing(vault: Vault) -> Item:
    ladder.set_life_event(vault, LifeEvent.COMPLAINT, True)
    ladder.set_life_event(vault, LifeEvent.HEARING, True)
    return club(vault)


def careful(vault: Vault) -> Item:
    item = club(vault)
    ladder.say_case(vault, item.id, Case.UNSURE)
    return item


def chosen(vault: Vault) -> Item:
    item = club(vault, contact="office@club.example")
    ladder.take(vault, item.id, Rung.SITE)
    ladder.answered(vault, item.id, ladder.read_reply("Undeliverable"))
    ladder.choose(vault, item.id, Rung.SEARCH)
    return item


def late(vault: Vault) -> Item:
    item = club(vault)
    ladder.take(vault, item.id, Rung.SITE, day=vault.now().date() - timedelta(days=20))
    return item


def manager(vault: Vault) -> Item:
    item = log.add(vault, New("A post", origin=Origin.WORK)).value
    ladder.take(vault, item.id, Rung.MANAGER)
    return item


@pytest.mark.parametrize("begin", [first, pausing, careful, chosen, late, manager], ids=lambda one: one.__name__)
def test_it_stands_at_every_size_in_both_themes_and_in_reach(
    vault: Vault, opened: Open, page: LogPage, qtbot: QtBot, settle: Settle, begin: Callable[[Vault], Item]
) -> None:
    opened(begin(vault).id)
    qtbot.wait(200)
    settle()
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []
    shown = looks.primary_buttons(page)
    assert shown == ([page.primary.text()] if page.primary is not None else [])


def test_a_reply_that_was_read_looks_right(
    vault: Vault, opened: Open, page: LogPage, qtbot: QtBot, settle: Settle
) -> None:
    _item, view = waiting(vault, opened)
    view.happened.show_reply("We have removed the photo but cannot delete the page. It is public record.")
    settle()
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []


def test_the_pictures_carry_one_thing_up_the_whole_ladder_and_take_it_back(
    vault: Vault, desk: Desk, page: LogPage, settle: Settle
) -> None:
    desk.went.connect(lambda _place, details: page.show_at(**details))
    desk.changed.connect(lambda _changes, _origin: page.reload())
    names = []
    for name in ladder_screens(desk, lambda: page, settle):
        names.append(name)
        settle()
        assert page.name == "item", name
    assert len(names) == 15
    assert log.count(vault, log.Query(), vault.now().date()) == 0
    assert ladder.life_events(vault) == {}


def test_a_thing_with_a_long_history_never_stalls_the_window(vault: Vault, desk: Desk, page: LogPage) -> None:
    item = club(vault)
    for _n in range(40):
        ladder.take(vault, item.id, Rung.SITE)
        ladder.answered(vault, item.id, ladder.read_reply("No."), text="No. " * 2_000, keep=True)
        log.move(vault, [item.id], State.DECIDED)
    view: list[ItemView] = []

    def show() -> None:
        page.show_at(item=item.id)
        view.append(page.view)

    def idle() -> bool:
        return not desk.lanes.busy

    show()
    assert longest_stall(show, idle) < MOST_MS
    part = view[-1].happened.reply
    part.text.setPlainText("We cannot remove it. " * 900)
    assert longest_stall(part.read.click, idle) < MOST_MS
    assert longest_stall(view[-1].ladder.others.click, idle) < MOST_MS
