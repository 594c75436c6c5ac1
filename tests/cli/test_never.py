"""For whoever is never written to, no command prints, saves or notes a message."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from footprint import log
from footprint.log import Origin
from tests.cli.driver import App

NEVER = [one.value for one in Origin if one.worries]
FILLED = (
    "--to", "Jo", "--reason", "It is old.", "--me", "Ada", "--where", "there", "--asked", "2 November",
    "--years", "all", "--hold", "It was mine.", "--own", "Ask me.", "--who", "me",
)  # fmt: skip


@pytest.mark.parametrize("origin", NEVER)
def test_no_command_gives_a_message(app: App, tmp_path: Path, origin: str) -> None:
    """An item of its own, and one about which a friend was asked before who turned out to be somebody else."""
    first = app.data("log", "add", "A photo", "--origin", origin, "--contact", "jo@sample.example")["id"]
    second = app.data("log", "add", "Another", "--origin", "known", "--relation", "friend")["id"]
    assert app("log", "request", second, *FILLED, "--sent", "copied").code == 0
    app.ok("log", "change", second, "--origin", origin)
    assert app.data("log", "show", second)["relation"] is None
    for item in (first, second):
        kinds = ["", *(one.id for one in log.letter_files())]
        for number, kind in enumerate(kinds):
            file = tmp_path / f"{number}.eml"
            said = app("log", "request", item, "--kind", kind, *FILLED, "--save", str(file))
            assert said.code != 0 and not said.out and not file.exists()
        for how in ("copied", "email", "saved", "in-person", "other"):
            assert app("log", "request", item, *FILLED, "--sent", how).code != 0
        assert app("log", "move", item, "asked").code != 0
        for option, rung in product(("--did", "--choose"), ("person", "site", "erasure", "complaint", "search")):
            assert app("log", "ladder", item, option, rung).code != 0
        shown = app.data("log", "ladder", item)
        assert shown["next"]["rung"] in ("preserve", "manager") and not shown["next"]["again"]
        writing = [one for one in shown["rungs"] if one["rung"] in ("person", "site", "erasure", "complaint")]
        assert len(writing) == 4 and not any(one["applies"] for one in writing)
        for reply in ("Yes, it is gone.", "No.", "Send us your passport."):
            said = app.data("log", "reply", item, "--agree", stdin=reply)
            assert said["next"].startswith("Do not answer")
        assert not app.data("log", "show", item)["steps"]["may_ask"]
        assert app("log", "request", item, "--relation", "friend", *FILLED).code != 0
    assert len(app.data("log", "show", second)["requests"]) == 1, "what was sent before stays in the history"


def test_two_that_are_the_same_take_the_stricter_answer(app: App) -> None:
    friend = app.data("log", "add", "A photo", "--address", "https://club.example/1", "--origin", "known")["id"]
    app.ok("log", "add", "A photo", "--address", "https://club.example/1", "--origin", "work")
    app.ok("log", "duplicates", "--merge")
    assert app.data("log", "show", friend)["origin"] == "work"
    assert app("log", "request", friend, *FILLED).code != 0
