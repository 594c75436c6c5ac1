"""Searching through the commands, against a web that lives on this computer."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from footprint.demo.web_sources import BRAVE_KEY, SEARXNG
from tests.cli.driver import App


@pytest.fixture
def ready(app: App, loopback: LoopbackWeb) -> App:
    """Somebody with a name, and every source set up."""
    app.ok("person", "add", "name", "Ada Example")
    app.ok("person", "add", "town", "Otherton")
    app.ok("search", "give", "searxng", stdin=f"https://{SEARXNG}\n")
    app.ok("search", "give", "brave", stdin=f"{BRAVE_KEY}\n")
    return app


def test_a_key_is_kept_and_never_shown_whole(app: App) -> None:
    said = app("search", "give", "brave", stdin=f"{BRAVE_KEY}\n")
    assert said.code == 0 and BRAVE_KEY not in said.out + said.err
    assert {one["name"]: one["ready"] for one in app.data("search", "sources")}["brave"] is True
    app.ok("search", "give", "brave", "--forget")
    assert {one["name"]: one["ready"] for one in app.data("search", "sources")}["brave"] is False
    assert app("search", "give", "bluesky", stdin="x").code == 2
    assert app("search", "give", "nowhere", stdin="x").code == 2
    assert app("search", "give", "brave", stdin="two words\n").code == 2


def test_without_send_the_plan_is_shown_and_nothing_leaves(ready: App, loopback: LoopbackWeb) -> None:
    before = len(loopback.asked)
    said = ready("search", "run")
    assert said.code == 0 and "Nothing was sent" in said.out
    shown = ready.data("search", "run")
    assert shown["sent"] is False and shown["run"] is None
    assert shown["plan"] == ready.data("search", "plan")
    assert len(loopback.asked) == before and ready.data("ledger") == []


def test_a_run_sends_what_was_shown_and_says_how_every_line_ended(ready: App, loopback: LoopbackWeb) -> None:
    plan = ready.data("search", "plan")
    said = ready("search", "run", "--send", json=True)
    assert said.code == 0 and "Asking" in said.err
    run = said.data["run"]
    assert run["outcome"] == "results" and run["searched"] is True and run["sentence"]
    assert [look["words"] for look in run["looks"]] == [line["words"] for line in plan["lines"] if line["on"]]
    assert len(ready.data("ledger")) == len(loopback.asked)
    assert BRAVE_KEY not in str(ready.data("ledger"))
    assert said.data["left_to_sort"] == len(ready.data("search", "findings", "--left"))
    assert ready.data("search", "runs")[0]["id"] == run["id"]


def test_only_the_lines_chosen_are_sent(ready: App, loopback: LoopbackWeb) -> None:
    ready.ok("search", "run", "--send", "--only", "2", "--only", "1")
    hosts = {asked.host for asked in loopback.asked}
    assert hosts == {SEARXNG}
    assert len(ready.data("search", "runs")[0]["looks"]) == 2
    assert ready("search", "run", "--send", "--only", "999").code == 2


@pytest.mark.parametrize("trouble", ["broken", "garbage", "blocked", "limited", "hangs_up"])
def test_a_run_in_which_nothing_was_searched_exits_1(ready: App, loopback: LoopbackWeb, trouble: str) -> None:
    loopback.misbehave(SEARXNG, trouble)
    said = ready("search", "run", "--send", "--only", "1", json=True)
    assert said.code == 1
    assert said.data["run"]["searched"] is False
    words = ready("search", "run", "--send", "--only", "1").out
    assert "nothing was searched" in words and "found nothing" not in words


def test_ctrl_c_keeps_what_was_done(ready: App, loopback: LoopbackWeb) -> None:
    """Pressed while the second line is being asked: the first one stays, and the run says that it was stopped."""

    def press(visit: Visit) -> None:
        if len(loopback.asked) > 1:
            os.kill(os.getpid(), signal.SIGINT)
        visit.wait(5) if len(loopback.asked) > 1 else visit.send(200, b'{"results": []}', "application/json")

    loopback.misbehave(SEARXNG, press)
    before = signal.getsignal(signal.SIGINT)
    said = ready("search", "run", "--send", "--only", "1", "--only", "2", "--only", "3", json=True)
    assert said.code == 1 and "Stopping." in said.err
    assert said.data["run"]["stopped"] is True and said.data["run"]["outcome"] == "partial"
    assert [look["searched"] for look in ready.data("search", "runs")[0]["looks"]] == [True]
    assert signal.getsignal(signal.SIGINT) is before


def test_offline_nothing_is_sent(ready: App, loopback: LoopbackWeb) -> None:
    before = len(loopback.asked)
    said = ready("search", "run", "--send", "--only", "1", options=("--offline",))
    assert said.code == 1 and said.err.count("\n") == 1
    assert len(loopback.asked) == before


def test_results_are_judged_and_one_that_should_go_is_logged(ready: App) -> None:
    ready.ok("search", "run", "--send", "--only", "1")
    found = ready.data("search", "findings", "--left")
    assert all(one["reasons"] for one in found)
    go, fine, other = (one["id"][:10] for one in found[:3])
    judged = ready.data("search", "verdict", go, "remove")
    assert ready.data("log", "show", judged["item_id"])["finding_id"] == judged["id"]
    assert ready.data("search", "verdict", fine, "fine", "--glad")["glad"] is True
    assert ready.data("search", "verdict", other, "not-me")["verdict"] == "not me"
    assert ready("search", "verdict", other, "remove", "--glad").code == 2
    assert [one["id"][:10] for one in ready.data("search", "findings", "--said", "fine")] == [fine]
    assert len(ready.data("search", "findings", "--left")) == len(found) - 3
    assert ready.data("search", "verdict", other, "none")["verdict"] is None


def test_every_reason_stands_on_a_line_of_its_own(ready: App) -> None:
    ready.ok("search", "run", "--send", "--only", "1")
    said = ready("search", "findings", "--reasons").out
    assert "  + Your name Ada Example is in " in said
    assert "Looks like you: " in said


def test_what_was_learned_is_listed_and_forgotten(ready: App) -> None:
    assert ready.data("search", "learned") == []
    one = ready.data("search", "add", "https://photoshelf.example/albums/7")["findings"][0]["id"]
    ready.ok("search", "verdict", one[:10], "fine")
    assert ready.data("search", "learned") == [
        {"kind": "site", "text": "photoshelf.example", "pages": 1, "speaks_for": True}
    ]
    assert ready("search", "learned", "--forget", "something else").code == 2
    assert ready.data("search", "learned", "--forget", "photoshelf.example") == []
    ready.ok("search", "learned", "--forget-all")
    assert ready.data("search", "findings", "--said", "fine")[0]["verdict"] == "fine"


def test_looks_in_ones_own_browser_are_kept(ready: App, tmp_path: Path) -> None:
    page = tmp_path / "results.html"
    offered = ready.data("search", "hand-off", "--engine", "facebook")
    assert offered[0]["url"].startswith("https://www.facebook.com/search/")
    looked = ready.data("search", "looked", "facebook", offered[0]["words"], "--saw", "photo", "--saw", "family")
    assert looked["saw"] == ["photo", "family"] and looked["searched"] is True
    assert ready("search", "looked", "facebook", "words").code == 2
    added = ready("search", "add", "https://photoshelf.example/albums/7", "no address here", json=True)
    assert added.code == 0
    assert len(added.data["findings"]) == 1 and len(added.data["problems"]) == 1
    assert ready("search", "add", "no address here").code == 1
    piped = ready.data("search", "add", "-", stdin="See https://clubs.example/a and https://clubs.example/b\n")
    assert len(piped["findings"]) == 2
    page.write_text(
        "<title>Ada Example - Google Search</title>"
        '<a href="https://runners.example/ada"><h3>Ada Example, runner</h3></a>',
        encoding="utf-8",
    )
    assert ready.data("search", "add-page", str(page))["findings"][0]["host"] == "runners.example"
    page.write_text("nothing", encoding="utf-8")
    assert ready("search", "add-page", str(page)).code == 2


def test_a_wrong_key_is_not_kept_when_it_is_tried(app: App, loopback: LoopbackWeb) -> None:
    said = app("search", "give", "brave", "--check", stdin="odd-marker-key-1234\n")
    assert said.code != 0 and "odd-marker-key" not in said.out + said.err
    assert {one["name"]: one["ready"] for one in app.data("search", "sources")}["brave"] is False
    assert "The key works." in app("search", "give", "brave", "--check", stdin=f"{BRAVE_KEY}\n").out
    assert len(loopback.asked) == 2


def test_a_contact_goes_nowhere_without_being_named(ready: App, loopback: LoopbackWeb) -> None:
    ready.ok("person", "add", "email", "ada@mail.example")
    assert "ada@mail.example" not in str(ready.data("search", "plan", "--more"))
    named = ready.data("search", "plan", "--contact", "ada@mail.example", "--budget", "5", "--team", "Otherton Team")
    assert "ada@mail.example" in str(named) and "Otherton Team" in str(named)
    assert sum(line["on"] for line in named["lines"]) == 5
    assert ready("search", "plan", "--contact", "bo@mail.example").code == 2
    assert "About 5 queries" in ready("search", "plan", "--budget", "5").out


def test_kept_copies_of_one_page(ready: App, loopback: LoopbackWeb) -> None:
    page = "https://othertonfc.example/teams"
    assert ready.data("search", "copies", page)["sent"] is False
    assert loopback.asked == []
    assert ready.data("search", "copies", page, "--send")["run"]["looks"][0]["results"] == 1
    assert ready("search", "run", "--resume", "--send").code == 2
