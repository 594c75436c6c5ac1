"""A place that lists people: what it says, where a listing belongs, and putting one on “To remove”."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from footprint import checklists, log
from footprint.log import Action, Kind, Origin
from footprint.vault import Vault
from footprint.workbench import Workbench, open_bench
from tests.ui import looks
from tests.ui.checklists.conftest import Window
from tests.ui.checklists.library import small_library
from ui.checklists.pages import SettingsPageView
from ui.checklists.parts import Part
from ui.checklists.place import PlaceView
from ui.desk import Desk
from ui.log.page import LogPage

Wait = Callable[[], None]


@pytest.fixture
def bench(tmp_path: Path, vault: Vault) -> Workbench:
    return dataclasses.replace(open_bench(tmp_path / "app", vault), checklists=small_library(tmp_path / "lists"))


def said(widget: QWidget) -> str:
    looks.settle()
    return "\n".join(one.text().replace("**", "") for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def opened(window: Window, place: str, qtbot: QtBot) -> PlaceView:
    window.page.show_at(network=place, view="about")
    qtbot.waitUntil(lambda: window.page.place is not None)
    assert window.page.place is not None
    return window.page.place


def test_it_says_what_is_public_how_to_come_off_and_what_brings_it_back(window: Window, qtbot: QtBot) -> None:
    shown = opened(window, "kept-list", qtbot)
    words = said(shown)
    for title in ("What it shows", "How to look yourself up", "How to come off", "How long it lasts"):
        assert title in words
    assert "What brings it back" in words and "This is about comes_back." in words
    assert "You have to ask" in words
    assert "From an independent guide of 1 November 2026." in words
    assert "Not confirmed yet. The steps may not fit your screen." in words
    look = next(one for one in shown.findChildren(QPushButton) if one.text() == "Open this page")
    assert look.accessibleDescription() == "How to look yourself up"
    look.click()
    assert window.links == ["https://www.lists.example/look"]


def test_a_listing_that_belongs_there_is_only_to_be_known(window: Window, qtbot: QtBot) -> None:
    shown = opened(window, "duty-list", qtbot)
    words = said(shown)
    assert "This listing belongs there. Know it; there is nothing to remove." in words
    assert "Why you cannot come off" in words and "How to come off" not in words
    assert shown.log_button is None
    assert "Log it" not in [one.text() for one in shown.findChildren(QPushButton)]


def test_log_it_opens_the_form_filled_in(window: Window, desk: Desk, qtbot: QtBot, settled: Wait) -> None:
    shown = opened(window, "kept-list", qtbot)
    assert shown.log_button is not None
    shown.log_button.click()
    assert window.went == [("remove", {"new": True, "listing": "kept-list"})]
    page = LogPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_at(**window.went[0][1])
    settled()
    draft = page.view.fields.draft
    assert (draft.kind, draft.origin, draft.action) == (Kind.LISTING, Origin.ORGANISATION, Action.ASK)
    assert (draft.place, draft.address) == ("The kept list", "https://www.lists.example/look")
    page.view.save.click()
    settled()
    rows = log.page(desk.bench.vault, log.Query(), 0, 10, desk.bench.vault.now().date())
    assert [(one.title, one.place) for one in rows] == [("My listing: The kept list", "The kept list")]


def test_its_checks_are_answered_in_the_usual_walk(
    window: Window, bench: Workbench, qtbot: QtBot, settled: Wait
) -> None:
    shown = opened(window, "own-list", qtbot)
    shown.start_button.click()
    qtbot.waitUntil(lambda: window.page.walk is not None and window.page.walk.view is not None)
    walk = window.page.walk
    assert walk is not None and isinstance(walk.view, SettingsPageView)
    assert walk.title.text() == "Own list"
    walk.view.questions[0].choices.cards["yes"].click()
    settled()
    assert checklists.latest(bench.vault, "own-list")["listed"].choice == "yes"
    walk.go_on.click()
    settled()
    walk.go_on.click()
    qtbot.waitUntil(lambda: window.page.place is not None)
    assert window.page.library.part is Part.PLACES
    settled()


def test_back_leads_to_the_places(window: Window, qtbot: QtBot, settled: Wait) -> None:
    opened(window, "kept-list", qtbot)
    window.page.back()
    qtbot.waitUntil(lambda: window.page.shelves is not None)
    settled()
    assert window.page.library.part is Part.PLACES
