"""What changed, in every state, at every size and in both themes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from footprint import search
from footprint.search import Outcome, Verdict
from footprint.search.reading import Facet, Why
from footprint.vault import Vault
from tests.search.changes.conftest import Past, failed, well
from tests.search.changes.test_exposure import MAY, Shelf
from tests.ui import looks
from tests.ui.waiting import rest
from ui.desk import Desk
from ui.search.changes.view import WhatChanged
from ui.search.page import SearchPage, Stage

Open = Callable[[Desk], SearchPage]
Ready = Callable[[Callable[[Past], None]], SearchPage]
WORDS = ("Ada Example won the race in Otherton on Sunday.", "Nothing but opening hours of a club stand here.")


def nothing(_past: Past) -> None:
    """Before the first search."""


def once(past: Past) -> None:
    past.run({"a": well("x")})


def same(past: Past) -> None:
    past.write([{"a": well("x")}, {"a": well("x")}])


def broken(past: Past) -> None:
    many = {f'"Ada Example" question {at}': well("x") for at in range(40)}
    past.write([many, {words: failed(Outcome.RATE_LIMITED) for words in many}])


def every_kind(past: Past) -> None:
    said = {"s": ("A page " + "with a very long name " * 6, WORDS[0])}
    now = {"s": (said["s"][0], WORDS[1])}
    past.run({"a": well("bst", **said), "n": well("g"), "c": well("c"), "m": well("d", more=True), "k": well("k")})
    past.run({"a": well("st", **said), "n": well("g"), "c": well("c"), "m": well("d", more=True)})
    past.run({"a": well("bstw", **now), "n": well(), "c": failed(), "m": well("e", more=True), "f": well("f")})
    search.verdict(past.vault, past.pages["t"], Verdict.NOT_ME)


def very_full(past: Past) -> None:
    letters = "".join(chr(0x4E00 + at) for at in range(400))
    past.write([{"a": well("x")}, {"a": well("x" + letters)}])


def read_often(past: Past) -> None:
    past.write([{"a": well("xy")}, {"a": well("xyz")}])
    for page in "xy":
        search.verdict(past.vault, past.pages[page], Verdict.FINE)
    shelf = Shelf(past)
    for at in range(45):
        day = MAY + timedelta(days=4 * at)
        shelf.read("x", day, *[one for turn, one in enumerate(Facet) if (at + turn) % 4])
        shelf.read("y", day, **({"why": Why.LOGIN} if at % 9 == 4 else {}))


VIEWS = (nothing, once, same, broken, every_kind, very_full, read_often)


@pytest.fixture
def ready(ada: Vault, desk: Desk, open_page: Open, qtbot: QtBot) -> Ready:
    def show(prepare: Callable[[Past], None]) -> SearchPage:
        prepare(Past(ada))
        page = open_page(desk)
        page.show_stage(Stage.CHANGES)
        rest(desk, qtbot)
        return page

    return show


@pytest.mark.parametrize("view", VIEWS, ids=lambda one: one.__name__)
def test_it_stands_at_every_size_in_both_themes(ready: Ready, view: Callable[[Past], None]) -> None:
    page = ready(view)
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []
    assert looks.primary_buttons(page) == ([page.primary.text()] if page.primary is not None else [])


def test_as_a_table_it_stands_too(ready: Ready) -> None:
    page = ready(read_often)
    assert isinstance(page.part, WhatChanged) and page.part.exposure is not None
    assert page.part.exposure.lines is not None
    page.part.exposure.lines.button.click()
    assert looks.problems_everywhere(page) == []


def test_the_chart_stands_in_high_contrast(ready: Ready) -> None:
    page = ready(read_often)
    with looks.themed(contrast=True):
        assert looks.problems(page) == []
