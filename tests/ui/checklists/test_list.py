"""The person's own networks, a network's own page, and files that cannot be read."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from footprint import checklists, paths, person
from footprint.errors import FootprintError
from footprint.workbench import Workbench
from tests.ui import looks
from tests.ui.checklists.conftest import Window
from ui.changes import Changes
from ui.checklists.cards import CARDS
from ui.checklists.page import ChecklistsPage
from ui.desk import Desk
from ui.jobs import Operation

Wait = Callable[[], None]


def said(widget: QWidget) -> str:
    looks.settle()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def test_the_persons_own_networks_come_first_with_how_far_they_are(window: Window) -> None:
    shown = window.page.list
    assert shown is not None
    assert [card.network for card in shown.cards] == ["facebook", "whatsapp"]
    row = shown.cards[0].row.look
    assert row.meta == "0 of 12 done. About 15 minutes left. Not looked at yet"
    assert (row.pill, row.tone) == ("Not started", "neutral")
    assert window.page.line.text() == "2 networks still have checks, about 29 minutes."
    assert "The oldest was seen on" in said(shown), "stale steps can be seen"
    assert window.page.primary is shown.cards[0].carry_on
    assert shown.cards[1].carry_on.kind == "secondary", "one primary button on a page"


def test_what_is_in_progress_stands_above_what_is_not_started(
    bench: Workbench, window: Window, desk: Desk, settled: Wait, qtbot: QtBot
) -> None:
    network = bench.checklists.network("whatsapp")
    check = network.checks[0]
    desk.run(
        Operation(
            lambda _task: checklists.answer(bench.vault, network, check, check.choices[0].id),
            changes=Changes(answers=True),
        )
    )
    qtbot.waitUntil(lambda: window.page.list is not None and window.page.list.cards[0].network == "whatsapp")
    shown = window.page.list
    assert shown is not None
    assert shown.cards[0].row.look.pill == "In progress"
    assert "You stopped at check 2 on 16 November 2026." in said(shown)
    assert shown.cards[0].carry_on.text() == "Continue"


def test_without_an_account_it_says_what_will_be_here(
    bench: Workbench, desk: Desk, window: Window, settled: Wait, qtbot: QtBot
) -> None:
    for account in person.accounts(bench.vault):
        desk.run(
            Operation(
                lambda _task, which=account.id: person.remove_account(bench.vault, which),
                changes=Changes(accounts=True),
            )
        )
    qtbot.waitUntil(lambda: window.page.list is not None and not window.page.list.cards)
    settled()  # each account that goes has the list made anew
    shown = window.page.list
    assert shown is not None
    assert "No accounts yet" in said(shown)
    next(one for one in shown.findChildren(QPushButton) if one.text() == "Add an account").click()
    assert window.went == [("accounts", {})]


def test_a_network_without_a_checklist_gets_checks_that_fit_any(
    bench: Workbench, desk: Desk, window: Window, qtbot: QtBot, settled: Wait
) -> None:
    desk.run(Operation(lambda _task: person.add_account(bench.vault, "Friendster"), changes=Changes(accounts=True)))
    qtbot.waitUntil(lambda: window.page.list is not None and len(window.page.list.cards) == 3)
    assert window.page.list is not None
    card = next(one for one in window.page.list.cards if one.network == "Friendster")
    assert "We have no steps for Friendster itself yet. These checks fit any network." in said(card)
    card.carry_on.click()
    qtbot.waitUntil(lambda: window.page.walk is not None and window.page.walk.view is not None)
    walk = window.page.walk
    assert walk is not None
    assert walk.title.text() == "Friendster privacy and password checks"
    check = walk.trail.page.checks[0].check
    walk.view.questions[0].choices.cards[check.choices[0].id].click()
    settled()
    assert list(checklists.latest(bench.vault, "Friendster")) == [check.id]
    assert checklists.latest(bench.vault, checklists.ANY) == {}
    window.page.escape()
    settled()


def test_a_file_with_a_fault_is_named_and_the_others_are_there(bench: Workbench, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    for path in paths.shipped("checklists").glob("*.toml"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    broken = folder / "whatsapp.toml"
    broken.write_text(broken.read_text(encoding="utf-8").replace('kind = "network"', 'kind = "club"'), encoding="utf-8")
    desk = Desk(dataclasses.replace(bench, checklists=checklists.load(folder)))
    page = ChecklistsPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.list is not None)
    assert page.list is not None
    qtbot.waitUntil(lambda: "1 checklist could not be read" in said(page))
    assert "whatsapp.toml" in said(page)
    assert [card.network for card in page.list.cards] == ["facebook", "whatsapp"]
    assert "These checks fit any network." in said(page.list.cards[1]), "general checks until its file is mended"
    assert desk.lanes.stop_all()


def test_going_to_a_network_opens_its_walk_through(desk: Desk, window: Window, settled: Wait, qtbot: QtBot) -> None:
    window.page.show_at(network="facebook", check="two_step")
    qtbot.waitUntil(lambda: window.focused is not None)
    assert window.page.walk is not None
    assert window.page.walk.trail.page.checks[0].check.id == "two_step"
    window.page.show_at()
    settled()


def test_an_unknown_network_is_said_in_words(desk: Desk, window: Window, settled: Wait, qtbot: QtBot) -> None:
    window.page.show_at(network="friendster")
    qtbot.waitUntil(lambda: bool(window.troubles))
    assert "There is no checklist called “friendster”" in window.troubles[0]


def test_a_networks_own_page_has_the_useful_pages(window: Window, qtbot: QtBot, settled: Wait) -> None:
    assert window.page.list is not None
    window.page.list.cards[0].more.click()
    qtbot.waitUntil(lambda: window.page.about is not None)
    about = window.page.about
    assert about is not None
    folds = {one.text(): one for one in about.findChildren(QPushButton)}
    for words in (
        "How to look at it logged out",
        "Change your password",
        "Turn on 2-step verification",
        "Get a copy of your data",
        "Close or delete the account",
    ):
        assert words in folds
    folds["How to look at it logged out"].click()
    assert "Open a private window in your browser. Do not sign in." in said(about)
    assert "not Facebook itself" in said(about)
    folds["Get a copy of your data"].click()
    opens = [one for one in about.findChildren(QPushButton) if one.text() == "Open this page on Facebook"]
    opens[-1].click()
    assert window.links == ["https://accountscenter.facebook.com/info_and_permissions/dyi"]
    window.page.back()
    qtbot.waitUntil(lambda: window.page.list is not None)
    window.page.back()
    assert window.went == [("home", {})]


def test_a_check_is_opened_from_the_networks_own_page(window: Window, qtbot: QtBot, settled: Wait) -> None:
    window.page.show_at(network="facebook", view="about")
    qtbot.waitUntil(lambda: window.page.about is not None)
    assert window.page.about is not None
    window.page.about.open_check.emit("future_posts")
    qtbot.waitUntil(lambda: window.focused is not None)
    assert window.page.walk is not None
    assert "future_posts" in [one.check.id for one in window.page.walk.trail.page.checks]


def test_what_cannot_be_kept_is_said_where_it_happened(bench: Workbench) -> None:
    network = bench.checklists.network("facebook")
    with pytest.raises(FootprintError, match="Choose what it is set to now"):
        checklists.answer(bench.vault, network, network.checks[0])


def test_thirty_accounts_stay_one_light_page(bench: Workbench, qtbot: QtBot) -> None:
    base = bench.checklists.network("facebook")
    many = [msgspec.structs.replace(base, id=f"net{n}", name=f"Network {n}") for n in range(50)]
    person.add_accounts(bench.vault, [one.id for one in many[:30]])
    desk = Desk(dataclasses.replace(bench, checklists=checklists.Library(many)))
    page = ChecklistsPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(lambda: page.list is not None)
    looks.settle()
    assert looks.problems(page) == []
    assert page.list is not None
    assert len(page.list.cards) == CARDS
    assert desk.lanes.stop_all()
