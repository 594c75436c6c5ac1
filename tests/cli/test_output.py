"""What is printed can neither steer a terminal nor break a program that reads it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from footprint.cli.output import plain, safe
from footprint.search import Outcome
from tests.cli.driver import App

HOSTILE = "Ada\x1b[2J\x1b]0;owned\x07 \x9b31m\u202egnp.exe\u2066 \x08\r"


@given(st.text())
def test_a_cell_is_one_line_of_printable_letters(text: str) -> None:
    assert safe(text).isprintable()


def test_values_become_plain() -> None:
    instant = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
    assert plain({Outcome.EMPTY: (instant, date(2026, 11, 16), None)}) == {
        "empty": ["2026-11-16T09:30:00.000000Z", "2026-11-16", None]
    }


def test_a_title_from_outside_cannot_steer_the_terminal(app: App) -> None:
    made = app.data("log", "add", HOSTILE.replace("\r", ""), "--notes", HOSTILE)
    for arguments in (("log", "list"), ("log", "show", made["id"]), ("status",)):
        for said in (app(*arguments), app(*arguments, json=True)):
            assert all(letter.isprintable() for letter in said.out.replace("\n", "")), arguments
    shown = json.loads(app("log", "show", made["id"], json=True).out)
    assert "\x9b31m" in shown["notes"]  # nothing of it is lost


def test_words_in_an_error_cannot_steer_it_either(app: App) -> None:
    for arguments in (("log", "show", HOSTILE), ("checklists", "show", HOSTILE), (HOSTILE,)):
        said = app(*arguments)
        assert said.code == 2
        assert said.err.rstrip("\n").isprintable()
