"""New steps and links by the command line: a key made, a file signed, taken and taken back; links looked at."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from footprint import paths
from footprint.checklists import release
from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from tests.cli.driver import App

FACEBOOK = paths.shipped("checklists") / "facebook.toml"
HOST = "othertonharriers.example"  # a host of the loopback web


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    folder = tmp_path / "lists"
    folder.mkdir()
    text = FACEBOOK.read_text(encoding="utf-8")
    title = 'title = "Who can see your future posts?"'
    assert title in text
    (folder / "facebook.toml").write_text(text.replace(title, 'title = "Who can see what you post next?"'), "utf-8")
    return folder


@pytest.fixture
def made(app: App, lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A release signed with a key the app has come to know."""
    key, out = tmp_path / "steps.key", tmp_path / "new.footprint-steps"
    app.ok("checklists", "key", str(key))
    public = load_pem_public_key((tmp_path / "steps.key.public.pem").read_bytes())
    monkeypatch.setattr(release, "public_keys", lambda folder=None: (public,))
    app.ok("checklists", "publish", str(lists), str(out), "--key", str(key), "--serial", "5", "--note", "New words")
    return out


def test_a_private_key_is_locked_and_never_written_over(app: App, tmp_path: Path) -> None:
    key = tmp_path / "steps.key"
    said = app.data("checklists", "key", str(key))
    assert b"ENCRYPTED PRIVATE KEY" in key.read_bytes()
    assert len(said["fingerprint"].split()) == 8
    if os.name == "posix":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    before = key.read_bytes()
    again = app("checklists", "key", str(key))
    assert again.code == 2 and "already" in again.err
    assert key.read_bytes() == before


def test_new_steps_are_shown_taken_and_taken_back(app: App, made: Path) -> None:
    app.ok("checklists", "answer", "facebook", "future_posts", "friends")
    shown = app("checklists", "update", str(made))
    assert shown.code == 0 and "To use them, add --use." in shown.out
    assert app.data("checklists", "steps")["own"] is True
    taken = app.data("checklists", "update", str(made), "--use")
    assert [(one["check"], one["change"], one["again"]) for one in taken["changes"]] == [
        ("future_posts", "reworded", True)
    ]
    assert app.data("checklists", "steps") | {"keys": []} == {"serial": 5, "own": False, "problem": "", "keys": []}
    check = next(
        one for one in app.data("checklists", "show", "facebook", "--standing")["checks"] if one["id"] == "future_posts"
    )
    assert check["title"] == "Who can see what you post next?"
    assert check["due"] == "wording changed" and check["answer"]["choice"] == "friends"
    assert app("checklists", "update", str(made)).code == 2, "the same file is not newer"
    app.ok("checklists", "update", "--back")
    assert app.data("checklists", "steps")["own"] is True
    assert app.data("checklists", "history", "facebook", "future_posts")[0]["choice"] == "friends"


def test_the_key_of_somebody_else_is_refused_in_a_sentence(
    app: App, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    said = app("checklists", "update", str(made), "--use")
    assert said.code == 2
    assert "Nothing changed" in said.err and len(said.err.splitlines()) == 1


def test_a_release_that_loses_a_check_or_has_mistakes_is_not_made(app: App, lists: Path, made: Path) -> None:
    key, out = made.with_name("steps.key"), made.with_name("next.footprint-steps")
    text = (lists / "facebook.toml").read_text("utf-8")
    (lists / "facebook.toml").write_text(text.replace('id = "future_posts"', 'id = "posts_to_come"'), "utf-8")
    publish = ("checklists", "publish", str(lists), str(out), "--key", str(key), "--after", str(made))
    said = app(*publish, "--serial", "6")
    assert said.code == 2 and "facebook: future_posts" in said.err and not out.exists()
    (lists / "facebook.toml").write_text(text, "utf-8")
    assert app(*publish, "--serial", "5").code == 2, "the number has to grow"
    (lists / "facebook.toml").write_text(text.replace("https://", "http://"), "utf-8")
    said = app(*publish, "--serial", "6")
    assert said.code == 2 and not out.exists()


def test_without_an_address_there_is_nothing_to_fetch(app: App) -> None:
    said = app("checklists", "update")
    assert said.code == 2 and "no address" in said.err


def test_nothing_is_fetched_without_a_word(app: App, loopback: LoopbackWeb) -> None:
    said = app("checklists", "update", "--address", f"https://{HOST}/new")
    assert said.code == 0 and "Nothing was sent" in said.out
    assert loopback.accepted == 0


def test_a_file_that_is_fetched_is_looked_at_like_any_other(app: App, loopback: LoopbackWeb, made: Path) -> None:
    data = made.read_bytes()
    loopback.misbehave(HOST, lambda visit: visit.send(200, data, "application/octet-stream"))
    taken = app.data("checklists", "update", "--address", f"https://{HOST}/new", "--send", "--use")
    assert taken["serial"] == 5
    assert [(one["purpose"], one["host"]) for one in app.data("ledger")] == [("update", HOST)]
    loopback.misbehave(HOST, lambda visit: visit.send(200, data[:-1], "application/octet-stream"))
    said = app("checklists", "update", "--address", f"https://{HOST}/new", "--send", "--use")
    assert said.code == 2 and "Nothing changed" in said.err


def test_links_are_looked_at_and_what_moved_is_written(
    app: App, loopback: LoopbackWeb, tmp_path: Path, example: str
) -> None:
    folder, out = tmp_path / "mine", tmp_path / "moved.md"
    folder.mkdir()
    text = example.replace("www.chirp.example", HOST).replace("help.chirp.example", HOST)
    (folder / "chirp.toml").write_text(text, encoding="utf-8")

    def serve(visit: Visit) -> None:
        gone = visit.asked.path == "/settings/delete"
        visit.send(404 if gone or visit.asked.path == "/robots.txt" else 200, b"", "text/html")

    loopback.misbehave(HOST, serve)
    said = app("checklists", "links", str(folder), "--send", "--write", str(out), json=True)
    assert said.code == 1, said.err
    states = {one["link"].removeprefix(f"https://{HOST}"): one["state"] for one in said.data}
    assert states["/settings/delete"] == "gone"
    assert states["/settings/privacy"] == "opens"
    assert states["/{handle}"] == "personal"
    assert "| chirp.toml | pages.delete.link |" in out.read_text("utf-8")
    assert {one["purpose"] for one in app.data("ledger")} == {"links"}


def test_fifteen_minutes_by_the_command_line(app: App) -> None:
    app.ok("account", "add", "facebook")
    found = app.data("checklists", "quick", "--minutes", "5", "--most", "3")
    assert 1 <= len(found["checks"]) <= 3
    assert sum(one["minutes"] for one in found["checks"]) <= 5
    assert found["left"] > 10
