"""Every view of the page, in both themes and at every size: nothing cut off, all in reach, all named, easy to read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from footprint import log, person
from footprint.log import Item, Kind, New, Origin, Query, duplicates, sets, views
from footprint.vault import Vault
from tests.ui import looks
from ui.desk import Desk
from ui.log.page import LogPage

Settle = Callable[[], None]
Prepare = Callable[[LogPage, dict[str, Item], Vault], None]
LONG = "https://people-finder.example/uk/ada-example?reference=" + "0123456789" * 12


def at_a_glance(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    page.view.groups.cards["done"].toggle()


def narrowed(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    page.view.filters.show_more(True)
    page.view.filters.search.setText("photo")


def no_match(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    page.view.filters.search.setText("zebra")


def selecting(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    page.view.select_several(True)


def not_started(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    long = New("A listing with a long address", LONG, origin=Origin.ORGANISATION, kind=Kind.LISTING, notes="x" * 200)
    page.show_at(item=log.add(vault, long).value.id)


def waiting(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    page.show_at(item=things["club"].id)


def follow_up(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    page.show_at(item=things["listing"].id)


def ended(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    page.show_at(item=things["tag"].id)


def worrying(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    new = New("A post about my work", origin=Origin.FRIGHTENING, network="facebook", kind=Kind.POST)
    page.show_at(item=log.add(vault, new).value.id)


def with_copies(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    for n in range(6):
        log.add_page(vault, things["photo"].id, b"<p>Ada Example</p>", f"saved-page-{n}.html")
    page.show_at(item=things["photo"].id)


def adding(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    page.show_at(new=True)
    page.view.save.click()
    page.view.fields.origin.cards["work"].click()


def recently_deleted(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    log.delete(vault, [things["photo"].id])
    page.show_view("deleted")


def _group(things: dict[str, Item], vault: Vault) -> str:
    return sets.make(vault, [things["photo"].id, things["club"].id], "Photo from the summer fair").value.id


def one_group(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    page.show_at(set=_group(things, vault))


def belonging(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    _group(things, vault)
    again = log.add(vault, New("The same photo again", LONG)).value
    duplicates.merge(vault, things["photo"].id, [again.id])
    page.show_at(item=things["photo"].id)


def along_the_timeline(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    page.show_at(timeline=True)


def saved_filters(page: LogPage, things: dict[str, Item], vault: Vault) -> None:
    mine = views.save(vault, "Photos of the family and of friends", Query(kinds=(Kind.PHOTO,))).value
    views.open_with(vault, mine.id)
    page.show_view("saved", view=mine.id)


VIEWS = (
    at_a_glance, narrowed, no_match, selecting, not_started, waiting, follow_up, ended, worrying, with_copies, adding,
    recently_deleted, one_group, belonging, along_the_timeline, saved_filters,
)  # fmt: skip


@pytest.fixture
def ready(
    page: LogPage, things: dict[str, Item], vault: Vault, settle: Settle, qtbot: QtBot
) -> Callable[[Prepare], LogPage]:
    person.add_detail(vault, person.DetailKind.NAME, "Ada Example", given="Ada", family="Example")

    def prepare(how: Prepare) -> LogPage:
        page.reload()
        settle()
        how(page, things, vault)
        qtbot.wait(200)
        settle()
        return page

    return prepare


@pytest.mark.parametrize("view", VIEWS, ids=lambda one: one.__name__)
def test_every_view_stands_at_every_size_in_both_themes(ready: Callable[[Prepare], LogPage], view: Prepare) -> None:
    assert looks.problems_everywhere(ready(view)) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda one: one.__name__)
def test_tab_reaches_everything(ready: Callable[[Prepare], LogPage], view: Prepare) -> None:
    assert looks.out_of_reach(ready(view)) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda one: one.__name__)
def test_there_is_one_main_button_at_most(ready: Callable[[Prepare], LogPage], view: Prepare) -> None:
    page = ready(view)
    shown = looks.primary_buttons(page)
    assert shown == ([page.primary.text()] if page.primary is not None else [])


def test_an_empty_page_looks_right_too(page: LogPage, desk: Desk) -> None:
    assert looks.problems_everywhere(page) == []
