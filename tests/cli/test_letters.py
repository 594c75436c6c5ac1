"""Letters on the command line: chosen, filled in, looked at, saved, and every one on a page."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.cli.driver import ROOT, App


@pytest.fixture
def item(app: App) -> str:
    app("person", "add", "name", "Ada Example")
    added = ("log", "add", "Photo from the fair", "--kind", "photo", "--contact", "Bo Sample, bo@sample.example")
    return app(*added, "--origin", "known", "--network", "facebook", json=True).data["id"]


def test_who_they_are_and_the_kind_choose_the_letter(app: App, item: str) -> None:
    asked = ("log", "request", item, "--to", "Bo", "--reason", "It is old.")
    said = app(*asked, "--relation", "relative", "--length", "short", json=True).data
    assert (said["letter"], said["length"], said["remarks"]) == ("relative", "short", [])
    assert app(*asked, "--kind", "colleague", json=True).data["letter"] == "colleague"
    assert app(*asked, "--kind", "known-remove", json=True).data["letter"] == "friend", "the id it had once"
    refused = app(*asked, "--kind", "erasure")
    assert refused.code == 2 and "does not fit" in refused.err


def test_what_to_look_at_again_is_said(app: App, item: str) -> None:
    got = app("log", "request", item, "--to", "Bo", "--reason", "Do it or else.")
    assert got.code == 0
    assert "This may frighten them: “or else”." in got.out + got.err


def test_an_email_is_saved_and_not_sent(app: App, item: str, tmp_path: Path) -> None:
    file = tmp_path / "message.eml"
    said = app("log", "request", item, "--to", "Bo", "--reason", "It is old.", "--save", str(file), json=True).data
    read = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (read["X-Unsent"], read["To"], read["From"]) == ("1", "bo@sample.example", None)
    assert read.get_content().replace("\r\n", "\n").strip() == said["text"]
    plain = tmp_path / "message.txt"
    app("log", "note", "--kind", "ask-before-tag", "--to", "all", "--reason", "It is kind.", "--save", str(plain))
    assert plain.read_text(encoding="utf-8").startswith("Ask me before you tag me\n\nHi all,")


def test_a_relative_asked_in_person_has_four_weeks(app: App, item: str) -> None:
    said = app(
        "log", "request", item, "--sent", "in-person", "--day", "2026-11-01", "--relation", "relative", json=True
    )
    assert said.data["request"]["due"] == "2026-11-29"


def test_the_page_of_letters_is_written(app: App, tmp_path: Path) -> None:
    file = tmp_path / "letters.md"
    said = app("log", "letters", "--write", str(file), json=True).data
    assert said["letters"] >= 18
    assert file.read_text(encoding="utf-8") == (ROOT / "docs" / "letters.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("origin", ["work", "frightening", "unsure"])
def test_nobody_dangerous_is_ever_written_to(app: App, origin: str) -> None:
    item = app("log", "add", "A post", "--origin", origin, json=True).data["id"]
    for kind in ("", "friend", "stranger", "erasure", "search", "family-note"):
        got = app("log", "request", item, "--kind", kind, "--to", "Bo", "--reason", "It is old.", "--me", "Ada")
        assert got.code == 2 and "Do not write" in got.err
