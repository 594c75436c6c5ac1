"""The page of pictures in every state, at every size, in both themes; and what opens over it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from footprint import person, search
from footprint.demo import portraits
from footprint.demo.portraits import keep_portraits
from footprint.person import Purpose
from footprint.search import likeness
from footprint.search.likeness import Failure, Fetched, Found, Line, Plan
from footprint.vault import Vault
from footprint.web import Sending
from tests.ui import looks
from tests.ui.search.conftest import Open
from tests.ui.waiting import rest
from ui.changes import Changes
from ui.desk import Desk
from ui.search.likeness.fetch import FetchPart
from ui.search.page import SearchPage

Prepare = Callable[[SearchPage, Vault], None]
LONG = "https://www.instagram.com/ada.example/?reference=" + "0123456789" * 12


def shown(page: SearchPage) -> None:
    page.desk.changed.emit(Changes(findings=True), None)


def empty(page: SearchPage, vault: Vault) -> None:
    likeness.remove(vault, [one.id for one in likeness.pictures(vault)])
    shown(page)


def asked(page: SearchPage, _vault: Vault) -> None:
    page.part.say_problem("This picture is too large. Make it smaller, then choose it again.")


def impostor(page: SearchPage, vault: Vault) -> None:
    likeness.not_mine(vault, page.part.shown.standing.to_ask[0])
    shown(page)


def very_full(page: SearchPage, vault: Vault) -> None:
    mine = likeness.pictures(vault)[0]
    told = likeness.keeping.read(portraits._file(portraits._hills()))
    with vault.writing() as write:
        for _number in range(30):
            new = likeness.keeping._new(write, told, accounts=mine.accounts)
            likeness.store.add(write.db, new, told.small, write.now)
    lines = [f"{LONG}{n} Ada Example with a long title that goes on and on, number {n}" for n in range(40)]
    search.add_pasted(vault, "\n".join(lines))
    shown(page)


def _found(page: SearchPage) -> Found:
    return page.part.shown.standing.meetings[0].found


def preview(page: SearchPage, _vault: Vault) -> None:
    found = _found(page)
    sending = Sending("photos.example", found.title, "Is it a picture of yours?", LONG)
    page.part._plan = lambda: Plan((Line(1, found, (sending,)), Line(2, found, (sending,))), (found,))
    page.part._fetch()


def not_all_came(page: SearchPage, _vault: Vault) -> None:
    found = _found(page)
    page.part.fetching = FetchPart(page.desk, Plan(()))
    page.part._parts.addWidget(page.part.fetching)
    page.part.fetching.stepped.connect(page.part._fetch_stepped)
    for part in (page.part.mine, page.part.found, *page.part.asked, *page.part.groups):
        part.hide()
    page.part.fetching.show_outcome(Fetched((), (Failure(found, "The site did not give the picture."),) * 3, True))


VIEWS = (empty, asked, impostor, very_full, preview, not_all_came)


@pytest.fixture
def ready(ada: Vault, desk: Desk, open_page: Open, qtbot: QtBot) -> Callable[[Prepare], SearchPage]:
    person.add_account(ada, "facebook", handle="ada.example.demo")
    person.add_account(ada, "linkedin", handle="ada-example-demo", purpose=Purpose.PROFESSIONAL)
    person.add_account(ada, "whatsapp", label="My WhatsApp with a rather long name of its own")
    keep_portraits(ada)

    def prepare(how: Prepare) -> SearchPage:
        page = open_page(desk)
        page.show_at(stage="pictures")
        rest(desk, qtbot)
        how(page, ada)
        rest(desk, qtbot)
        qtbot.wait(50)
        return page

    return prepare


@pytest.mark.parametrize("view", VIEWS, ids=lambda one: one.__name__)
def test_it_stands_at_every_size_in_both_themes_and_in_reach(
    ready: Callable[[Prepare], SearchPage], view: Prepare
) -> None:
    page = ready(view)
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []
    shown = looks.primary_buttons(page)
    assert shown == ([page.primary.text()] if page.primary is not None else [])


@pytest.mark.parametrize("which", ["picture", "profile", "mine"])
def test_what_opens_over_it_stands_at_every_size(
    ready: Callable[[Prepare], SearchPage], which: str, desk: Desk, qtbot: QtBot
) -> None:
    page = ready(lambda _page, _vault: None)
    part = page.part
    meeting = part.shown.standing.to_ask[0]
    {
        "picture": lambda: part._open_picture(part.shown.standing.mine[0].id, "Picture 1"),
        "profile": lambda: part._open_profile(meeting.found.finding.id),
        "mine": lambda: part.answers.mine(meeting),
    }[which]()
    qtbot.wait(50)
    sheet = part.answers.sheet or part.sheet
    assert [one for one in looks.problems(sheet) if "titles on one page" not in one] == []  # a sheet has an h2
    assert looks.out_of_reach(sheet) == []
    sheet.reject()
