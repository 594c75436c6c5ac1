"""What changed, through the commands, against a web that lives on this computer."""

from __future__ import annotations

from footprint.demo.misbehaviour import limited
from footprint.demo.web import LoopbackWeb
from footprint.demo.web_sources import BRAVE_KEY
from tests.cli.driver import App


def test_what_came_and_went_is_told_and_a_failed_search_changes_nothing(app: App, loopback: LoopbackWeb) -> None:
    app.ok("person", "add", "name", "Ada Example")
    app.ok("person", "add", "town", "Otherton")
    app.ok("search", "give", "brave", stdin=f"{BRAVE_KEY}\n")
    said = app("search", "changes", json=True)
    assert said.code == 1 and said.data["changes"] == [] and said.data["since"] is None
    asked = ("search", "run", "--send", "--only", "1")
    app.data(*asked)
    loopback.take_down("https://chatterbox.example/@ada_example")
    loopback.go_round()
    app.data(*asked)
    told = app.data("search", "changes")
    by_kind: dict[str, list[str]] = {}
    for one in told["changes"]:
        by_kind.setdefault(one["kind"], []).append(one["host"])
    assert "villagehall.example" in by_kind["new"]
    assert by_kind["gone"] == ["chatterbox.example"]
    assert all(one["reasons"] for one in told["changes"])
    assert "no longer shown" in app.ok("search", "changes")
    loopback.misbehave("api.search.brave.com", limited)
    assert app(*asked).code == 1
    last = app("search", "changes", json=True)
    assert last.code == 1 and not any(one["is_change"] for one in last.data["changes"])
    assert last.data["failed"][0]["outcome"] == "rate limited"
    first, _second, third = (one["id"] for one in told["moments"] + last.data["moments"][-1:])
    over = app.data("search", "changes", "--since", first[:10], "--until", third[:10])
    assert {one["host"] for one in over["changes"] if one["kind"] == "new"} == set(by_kind["new"])


def test_a_time_that_is_not_known_is_wrong_use(app: App) -> None:
    assert app("search", "changes", "--since", "nothing").code == 2
