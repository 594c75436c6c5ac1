"""Every view of incident notes, and the calm page, in both themes and at every size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest
from pytestqt.qtbot import QtBot

from footprint.log import incidents
from footprint.log.incidents import Form, Kind, Post
from footprint.vault import Vault
from tests.ui import looks
from tests.ui.incidents.conftest import Window
from ui.desk import Desk
from ui.home.happened import HappenedPage
from ui.incidents.contacts import ContactsView
from ui.incidents.page import IncidentsPage

Wait = Callable[[], None]
LONG = "A post in a parents’ group names my team and says that nobody rings back. " * 4
VIEWS = ("empty", "list", "note", "handed", "copy", "contacts", *(f"question_{at}" for at in range(6)), "caution")
IN_FOCUS = tuple(one for one in VIEWS if one.startswith("question") or one == "caution")


def full(vault: Vault) -> str:
    for post in (Post.MANAGER, Post.COMMUNICATIONS):
        incidents.set_contact(
            vault, post, name="Team manager for the whole of the north", phone="07700 900321",
            email="a.very.long.address@exampleshire.example", hours="9am to 5pm",
        )  # fmt: skip
    one = incidents.add(
        vault, Kind.CONTACT, what=LONG, seen_on=date(2026, 11, 15), seen_at="about 9pm", agreed=LONG, wanted=LONG,
        place="https://groups.example/" + "posts/" * 20, concerns="me and two colleagues",
    ).value  # fmt: skip
    for who in ("my line manager", "safeguarding lead"):
        incidents.tell(vault, one.id, who, at="9am")
    incidents.add_proof(vault, one.id, b"<p>seen</p>", "a-page-with-quite-a-long-name-of-its-own.html")
    incidents.copied(vault, one.id, Form.WORD)
    return one.id


@pytest.fixture
def bring(window: Window, vault: Vault, settle: Wait) -> Callable[[str], None]:
    def show(which: str) -> None:
        page: IncidentsPage = window.page
        note = "" if which == "empty" else full(vault)
        if which == "handed":
            incidents.hand_over(vault, note)
        if which in IN_FOCUS:
            _walk(page, note, which, settle)
        elif which in ("note", "handed"):
            page.show_at(incident=note)
        elif which == "copy":
            page.show_at(incident=note, view="copy")
        elif which == "contacts":
            page.show_at(view="contacts")
            settle()
            assert isinstance(page.shown, ContactsView)
            page.shown.folds[Post.MANAGER].set_open(True)
        else:
            page.show_at()
        settle()

    return show


def _walk(page: IncidentsPage, note: str, which: str, settle: Wait) -> None:
    page.change(note)
    settle()
    walk = page.walking
    assert walk is not None
    if which == "caution":
        walk.question.box.setPlainText("The NHS number is 943 476 5919.")  # type: ignore[union-attr]
        walk.go_on.click()
    else:
        walk.show_question(int(which[-1]))
    settle()


def everywhere(window: Window) -> list[str]:
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(window, size)
            shown = window.currentWidget()
            wrong += [f"{size}: {one}" for one in looks.problems(shown)]
            wrong += looks.primary_buttons(shown)[1:]
    return wrong


@pytest.mark.parametrize("which", VIEWS)
def test_it_looks_right_in_both_themes_at_every_size(which: str, window: Window, bring: Callable[[str], None]) -> None:
    bring(which)
    assert everywhere(window) == []


@pytest.mark.parametrize("which", VIEWS)
def test_tab_reaches_everything(which: str, window: Window, bring: Callable[[str], None]) -> None:
    bring(which)
    looks.settle()
    assert looks.out_of_reach(window.currentWidget()) == []


@pytest.mark.parametrize("kind", ["", *Kind])
def test_the_calm_page_looks_right_for_each_thing_that_can_happen(
    kind: str, desk: Desk, qtbot: QtBot, settle: Wait
) -> None:
    page = HappenedPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    page.show_at(kind=kind)
    settle()
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []


def test_a_lost_account_leads_to_its_own_page_and_on_to_the_note(desk: Desk, qtbot: QtBot, settle: Wait) -> None:
    links: list[str] = []
    went: list[tuple[str, dict[str, object]]] = []
    desk.link_asked.connect(links.append)
    desk.went.connect(lambda place, details: went.append((place, details)))
    page = HappenedPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    page.choose(4)
    settle()
    page.network.set_value("facebook")
    page.network.chosen.emit("facebook")
    settle()
    assert "1. Get your Facebook account back" in looks.visible_words(page)
    page.pages[0].click()
    network = desk.bench.checklists.network("facebook")
    assert network.pages.recover is not None and links == [network.pages.recover.link]
    page.note.click()
    assert went == [("incidents", {"kind": "lost", "network": "facebook"})]


def test_it_asks_what_has_happened_before_anything_is_written(desk: Desk, qtbot: QtBot, settle: Wait) -> None:
    went: list[str] = []
    desk.went.connect(lambda place, _details: went.append(place))
    page = HappenedPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    page.note.click()
    assert went == []
    assert "Choose what has happened." in looks.visible_words(page)


def test_a_thing_on_the_list_is_handed_on_to_the_note(desk: Desk, qtbot: QtBot, settle: Wait) -> None:
    went: list[tuple[str, dict[str, object]]] = []
    desk.went.connect(lambda place, details: went.append((place, details)))
    page = HappenedPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_at(item="abc")
    settle()
    page.choose(2)
    page.note.click()
    assert went == [("incidents", {"kind": "contact", "item": "abc"})]
