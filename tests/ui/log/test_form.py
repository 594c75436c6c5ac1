"""Adding and changing: who put it there first, what is wrong beside its field, and nothing lost on leaving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from footprint import log, search
from footprint.log import Action, Item, Kind, Origin, Query, Severity
from footprint.vault import Vault
from ui.desk import Desk
from ui.log.form import FormView
from ui.log.page import LogPage

Settle = Callable[[], None]


@pytest.fixture
def form(page: LogPage, settle: Settle) -> FormView:
    page.show_at(new=True)
    settle()
    assert isinstance(page.view, FormView)
    return page.view


def items(vault: Vault) -> list[Item]:
    rows = log.page(vault, Query(), 0, 100, vault.now().date())
    return [log.get(vault, row.id) for row in rows]


def type_in(box, text: str) -> None:
    box.setFocus()
    QTest.keyClicks(box, text)


def test_what_is_missing_is_said_at_the_top_and_beside_its_field(page: LogPage, form: FormView, vault: Vault) -> None:
    QTest.keyClick(form.save, Qt.Key.Key_Space)
    assert [link.text() for link in form.summary.links] == [
        "Choose who put it there.",
        "Say in a few words what it is.",
    ]
    assert form.summary.hasFocus()
    assert form.fields.origin_error.words == "Choose who put it there."
    assert form.fields.title_field.words == "Say in a few words what it is."
    assert items(vault) == []
    form.summary.links[1].click()
    assert form.fields.title.hasFocus()


def test_all_that_is_typed_is_kept(page: LogPage, form: FormView, vault: Vault, settle: Settle) -> None:
    fields = form.fields
    QTest.mouseClick(fields.origin.cards["known"], Qt.MouseButton.LeftButton)
    type_in(fields.title, "Photo from the fair")
    fields.kind.set_value("photo")
    fields.action.set_value("untag")
    fields.severity.set_value("high")
    type_in(fields.address, "photos.example/fair")
    type_in(fields.place, "Fair album")
    type_in(fields.contact, "Sam")
    for box, text in zip(fields.due.boxes.values(), ("1", "12", "2026"), strict=True):
        type_in(box, text)
    type_in(fields.notes, "Third picture")
    page.primary.click()
    settle()
    (kept,) = items(vault)
    assert (kept.title, kept.origin, kept.kind, kept.action) == (
        "Photo from the fair", Origin.KNOWN, Kind.PHOTO, Action.UNTAG,
    )  # fmt: skip
    assert (kept.place, kept.contact, kept.severity) == ("Fair album", "Sam", Severity.HIGH)
    assert (kept.host, kept.due, kept.notes) == ("photos.example", date(2026, 12, 1), "Third picture")
    assert page.name == "item"
    assert page.heading.text() == "Photo from the fair"


def test_an_address_that_cannot_be_read_is_marked(form: FormView, vault: Vault, settle: Settle) -> None:
    form.fields.origin.cards["me"].click()
    type_in(form.fields.title, "Old post")
    type_in(form.fields.address, "not an address at all")
    form.save.click()
    settle()
    assert form.fields.address_field.words
    assert len(form.summary.links) == 1
    assert items(vault) == []


def test_a_day_that_is_none_is_marked(form: FormView) -> None:
    form.fields.origin.cards["me"].click()
    type_in(form.fields.title, "Old post")
    type_in(form.fields.due.boxes["day"], "31")
    type_in(form.fields.due.boxes["month"], "2")
    type_in(form.fields.due.boxes["year"], "2027")
    form.save.click()
    assert form.fields.due_field.words == "There is no such day. Check the day, the month and the year."


@pytest.mark.parametrize("origin", ["work", "frightening", "unsure"])
def test_somebody_who_may_be_dangerous_is_not_written_to(form: FormView, desk: Desk, qtbot, origin: str) -> None:
    assert not form.fields.worry.isVisible()
    form.fields.origin.cards[origin].click()
    assert form.fields.worry.isVisible()
    with qtbot.waitSignal(desk.went) as went:
        form.fields.worry.button.click()
    assert went.args == ["happened", {}]
    form.fields.origin.cards["known"].click()
    assert not form.fields.worry.isVisible()


def test_what_was_typed_is_there_again_after_leaving(page: LogPage, form: FormView, settle: Settle) -> None:
    form.fields.origin.cards["stranger"].click()
    type_in(form.fields.title, "Half a thought")
    page.back()
    settle()
    QTest.keyClick(page.primary, Qt.Key.Key_Space)
    settle()
    assert form.fields.title.text() == "Half a thought"
    assert form.fields.origin.value == "stranger"
    assert form.fresh.isVisible()
    form.fresh.click()
    assert form.fields.title.text() == ""
    assert not form.fresh.isVisible()


def test_a_finding_fills_the_form_and_is_remembered(page: LogPage, vault: Vault, settle: Settle) -> None:
    search.add_pasted(vault, "https://peoplefinder.example/uk/ada")
    (found,) = search.findings(vault)
    page.show_at(finding=found.id)
    settle()
    form = page.view
    assert form.fields.address.text() == found.address
    form.fields.origin.cards["organisation"].click()
    form.save.click()
    settle()
    (kept,) = log.of_finding(vault, found.id)
    assert (kept.origin, kept.host) == (Origin.ORGANISATION, "peoplefinder.example")


def test_a_check_brings_its_network(page: LogPage, vault: Vault, settle: Settle) -> None:
    page.show_at(new=True, network="facebook", check="future-posts")
    settle()
    form = page.view
    assert form.fields.network.value == "facebook"
    form.fields.origin.cards["me"].click()
    type_in(form.fields.title, "An old photo")
    form.save.click()
    settle()
    (kept,) = log.of_check(vault, "facebook:future-posts")
    assert kept.title == "An old photo"


def test_drafts_of_different_things_are_kept_apart(page: LogPage, form: FormView, settle: Settle) -> None:
    type_in(form.fields.title, "By hand")
    page.show_at(new=True, network="facebook", check="future-posts")
    settle()
    assert form.fields.title.text() == ""
    type_in(form.fields.title, "From a check")
    page.show_at(new=True)
    settle()
    assert form.fields.title.text() == "By hand"


def test_changing_a_thing_starts_from_what_it_is(
    things: dict[str, Item], page: LogPage, vault: Vault, settle: Settle
) -> None:
    page.show_view("add", edit=things["photo"].id)
    settle()
    form = page.view
    assert form.fields.title.text() == "Photo from Sam’s party"
    assert form.save.text() == "Save"
    type_in(form.fields.notes, "By the pool")
    form.save.click()
    settle()
    assert log.get(vault, things["photo"].id).notes == "By the pool"
    assert page.name == "item"
